// The reference data as typed, immutable tables: limitations, reasons, jurisdictions, banner points, retention.
// Loaded once from the compiled-in resources/reference/*.json; a malformed file is a build fault and stops the tests.
#pragma once

#include "domain/Ids.h"
#include "domain/Matter.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// How far a value was checked against its source; shown next to every value that counsel may edit.
enum class VerifiedMark { Verified, PartlyVerified, NotVerified };

struct SourceMark {
    VerifiedMark mark = VerifiedMark::NotVerified;
    QString source;
    QString note;
};

enum class LimitKind { Years, None, VictimLifeOrYears };

/// One row of limitations.json.
struct Offence {
    OffenceId id;
    QString group;
    QString label;
    QString offenceStatute;
    QString limitationStatute;
    LimitKind kind = LimitKind::Years;
    int years = 0; ///< 0 unless kind is Years.
    bool hasDeathVariant = false;
    QString notes;
    SourceMark verification;
};

/// One item of reasons.json. Criminal reasons name the offences they stand over; administrative ones are the priorities.
struct Reason {
    ReasonCode code;
    QString label;
    QString groupLabel;
    Matter matter = Matter::Criminal;
    std::vector<OffenceId> offences;
    bool anyOffence = false; ///< Stands over every criminal offence ("choose the offence on the warrant").
    QString pia;
    SourceMark verification;
};

struct Purpose {
    PurposeId id;
    QString label;
    QString pia;
};

struct Jurisdiction {
    JurisdictionKey key;
    QString code;
    QString name;
    QString country; ///< "US", "CA", "MX", …
    QStringList aliases;
    QStringList layouts; ///< Regular expressions; they may warn, never refuse.
    SourceMark verification;
};

/// Why a typed jurisdiction was refused; `candidates` names the keys an ambiguous text could mean.
struct JurisdictionProblem {
    enum class Kind { Empty, Unknown, Ambiguous } kind = Kind::Empty;
    std::vector<JurisdictionKey> candidates;
};

struct BannerPoint {
    QString id;
    QString point;
    QString where;
    bool required = false;
};

/// Immutable after construction; safe to read from any thread.
class Reference {
public:
    /// The compiled-in data. Aborts where it is malformed (it is part of the program).
    [[nodiscard]] static const Reference& builtIn();

    [[nodiscard]] std::span<const Offence> offences() const { return m_offences; }
    [[nodiscard]] const Offence* offence(const OffenceId& id) const;
    /// Criminal and administrative reasons; oversight codes (matter "none") are not for queries and are left out.
    [[nodiscard]] std::span<const Reason> reasons() const { return m_reasons; }
    [[nodiscard]] const Reason* reason(const ReasonCode& code) const;
    /// May this offence be chosen with this reason? Yes where the reason lists it or stands over every offence, and, for a criminal
    /// reason, where it stands under "other_criminal". An offence that no reason lists stands under "other_criminal".
    [[nodiscard]] bool standsUnder(const OffenceId& offence, const Reason& reason) const;
    /// False for what only administrative reasons list: such a row is no crime.
    [[nodiscard]] bool isCriminal(const OffenceId& offence) const;
    [[nodiscard]] std::span<const Purpose> purposes() const { return m_purposes; }
    [[nodiscard]] const Purpose* purpose(const PurposeId& id) const;
    [[nodiscard]] std::span<const Jurisdiction> jurisdictions() const { return m_jurisdictions; }
    [[nodiscard]] const Jurisdiction* jurisdiction(const JurisdictionKey& key) const;
    /// Key, name, alias or two-letter code; letter case, accents and repeated spaces do not count. "NB", "NL" and "GU" mean two places
    /// each: Ambiguous.
    [[nodiscard]] std::expected<JurisdictionKey, JurisdictionProblem> findJurisdiction(QStringView typed) const;
    [[nodiscard]] std::span<const BannerPoint> bannerPoints() const { return m_bannerPoints; }
    /// Characters that are mistaken for each other, by groups ("0ODQ") and pairs.
    [[nodiscard]] bool confusable(QChar a, QChar b) const;
    /// Does a normalised plate spell a word such as NONE (plates.json, "not_a_plate")? Vanity plates can: warn, never refuse.
    [[nodiscard]] bool isNotAPlate(QStringView plate) const;
    /// "as_of" of limitations.json, for display.
    [[nodiscard]] QString limitationsAsOf() const { return m_limitationsAsOf; }

private:
    Reference();
    void loadOffences();
    void loadReasons();
    void loadPlates();
    void loadBanner();
    std::vector<Offence> m_offences;
    std::vector<Reason> m_reasons;
    std::vector<Purpose> m_purposes;
    std::vector<Jurisdiction> m_jurisdictions;
    std::vector<BannerPoint> m_bannerPoints;
    QHash<QString, std::vector<qsizetype>> m_jurisdictionNames; ///< Folded key, code, name or alias → rows.
    QStringList m_confusables;
    QStringList m_notPlates;
    QString m_limitationsAsOf;
};

} // namespace casebound
