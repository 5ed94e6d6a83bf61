// Indicators of misuse computed from the log's entries: pure, one pass, the same from the same entries. Nothing about the race, sex or
// nationality of anyone is computed; what a reason's own words name is what the reason gate's lists say.
#pragma once

#include "domain/AuditRules.h"
#include "domain/Clock.h"
#include "domain/Matter.h"
#include "domain/OfficeProfile.h"
#include "domain/ReviewPolicy.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace casebound {

enum class ActKind : std::uint8_t {
    QuerySent, ///< query.intended
    QueryRefused,
    ReadVerified,
    ReadKept,
    ExceptionAsked,
    ExceptionGranted,
    ExceptionRefused,
    ExceptionUsed,
    Other, ///< Counts only as life of its session.
};

/// What the indicators see of an entry. Empty where it does not apply.
struct LoggedAct {
    std::uint64_t sequence = 0;
    Instant at{};
    ActKind kind = ActKind::Other;
    QString user{}, session{}, workstation{};
    QString queryId{}, plate{}, caseNumber{}, reasonText{}, onBehalfOf{}, approvalId{}, verdict{};
    QStringList readIds{};
    std::optional<Matter> matter{};
    std::optional<Instant> from{};
    int limitYears = 0;  ///< 0: the entry names none.
    QString decidedBy{}; ///< ExceptionGranted from a signed file: who decided, where that is not `user`.
};

struct CaseFact {
    Matter matter = Matter::Criminal;
    Instant openedAt{};
    std::optional<Instant> closedAt{};
};

struct AlertFact {
    QString alertId, plate, caseNumber;
    Instant lastValidated{};
    std::uint64_t sequence = 0; ///< Of the entry that last validated it.
};

/// What stands beside the log.
struct IndicatorFacts {
    ReviewPolicy policy{};
    QTimeZone zone = QTimeZone::UTC;
    std::uint64_t firstSequence = 0; ///< Of the period; earlier acts are context alone and are never flagged.
    Instant now{};
    std::function<std::optional<CaseFact>(const QString& number)> findCase{};
    std::function<QByteArray(const QString& plate)> markOf{}; ///< SHA-256(salt ‖ plate); empty: nothing is declared.
    std::vector<RosterUser> roster{};
    std::vector<AlertFact> alerts{};
    std::optional<Instant> lastReviewSigned{}; ///< Or when the log began.
    std::optional<QString> logFault{};         ///< What a check of the log found.
};

/// An indicator, not a finding: how often, of how many, from which threshold, and which entries.
struct IndicatorHit {
    Indicator indicator = Indicator::RepeatPlate;
    QString user{}, plate{}, caseNumber{}; ///< What it is about; empty where it is not about one.
    std::int64_t count = 0;
    std::int64_t outOf = 0;               ///< The context: of how many (queries of that user, days, cases …); 0: none.
    std::int64_t threshold = 0;           ///< In force; 0: any.
    QString detail{};                     ///< A listed word, a day, an id; may be empty.
    std::vector<std::uint64_t> entries{}; ///< Ascending, of the period alone.
};

/// Feed the acts in the log's order. Not reusable.
class IndicatorScan {
public:
    explicit IndicatorScan(IndicatorFacts facts);
    ~IndicatorScan();
    void add(const LoggedAct& act);
    /// By indicator, then by entry.
    [[nodiscard]] std::vector<IndicatorHit> finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Is a moment outside the working hours of a user?
[[nodiscard]] bool isOutsideShift(const ReviewPolicy& policy, const QString& user, Instant at, const QTimeZone& zone);

} // namespace casebound
