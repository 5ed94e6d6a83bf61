// Log against vendor (R14; PIA p. 7, 17): what stands on one side only, and what the two sides say differently. Pure rules and values.
#pragma once

#include "domain/Ids.h"
#include "domain/VendorAudit.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace casebound {

/// How a query ended, as far as it says whether the vendor can have a record of it.
enum class QueryEnd {
    Open, ///< The log has no outcome yet.
    Answered,
    NeverLeft, ///< No connection, or one that was refused before anything was sent: the vendor must have nothing.
    Refused,   ///< The vendor said no: it may have kept a record or not.
    Failed,    ///< The vendor has it, and its answer was no good.
    InDoubt,   ///< Withdrawn while under way, or no answer came.
};

/// A query as the log has it.
struct LoggedQuery {
    std::uint64_t sequence = 0; ///< Of query.intended.
    Instant at{};
    QString queryId, userId, onBehalfOf, plate, jurisdiction;
    std::optional<Instant> from{}, to{};
    QString caseNumber, reasonCode, reasonText;
    QueryEnd end = QueryEnd::Open;
    QString outcome{};         ///< "answered", "failed: timed_out", "open".
    std::int64_t returned = 0; ///< Reads, where it was answered.
};

/// What is compared of a query both sides have, in the order of the lists.
enum class AuditField { Person, OnBehalfOf, Plate, Jurisdiction, From, To, Case, ReasonKey, Reason, Received, Outcome };

struct FieldDifference {
    AuditField field = AuditField::Person;
    QString ours, theirs;
    friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

/// The vendor's clock may be off, and a query is tried four times: so much later, or earlier, is no difference.
inline constexpr std::chrono::minutes receivedWithin{15};
/// A query that one side dates into the period is looked for this far around it on the other side.
inline constexpr std::chrono::hours reconciliationMargin{24};
/// As long as the longest review.
inline constexpr std::chrono::days longestReconciliation{92};

/// The fields of a vendor whose `audit_fields` name only some: what it does not keep cannot differ. The outcome is compared in any case.
[[nodiscard]] std::vector<AuditField> comparedFields(const QStringList& auditFields);
[[nodiscard]] std::vector<AuditField> fieldsNotCompared(const QStringList& auditFields);
/// The plate as it was asked for and the vendor's folded, times to the second, texts without their outer spaces.
[[nodiscard]] std::vector<FieldDifference> differencesOf(const LoggedQuery& ours, const VendorAuditEntry& theirs,
                                                         const std::vector<AuditField>& fields);

/// One line of the list: a query on one side, or a field of one on both.
struct AuditFinding {
    enum class Kind { OnlyInLog, OnlyAtVendor, Differs };
    /// What may explain it. A hint, never a finding of its own.
    enum class Hint {
        None,
        StillOpen,   ///< Only in the log: it has no outcome yet.
        InDoubt,     ///< Only in the log: it may never have arrived.
        Refused,     ///< Only in the log: the vendor refused it, and may keep no record of that.
        OtherDesk,   ///< Only at the vendor, by somebody of the roster: the office has other workstations, each with a log of its own.
        BeforeLog,   ///< Only at the vendor, received before this log begins: an older one may have it.
        NotOnRoster, ///< Only at the vendor, by somebody who is not on the roster.
    };
    Kind kind = Kind::Differs;
    Hint hint = Hint::None;
    std::uint64_t sequence = 0; ///< Of query.intended; only where the log has it.
    Instant at{};               ///< By the log, else by the vendor.
    QString queryId, person, caseNumber, plate;
    std::optional<AuditField> field{};
    QString ours{}, theirs{}; ///< Of the field; of a query on one side its outcome there.
    friend bool operator==(const AuditFinding&, const AuditFinding&) = default;
};

/// What an office's own log can be told from.
struct OfficeScope {
    QStringList roster;     ///< User ids.
    QStringList otherDesks; ///< Names of the office's workstations but this one.
    Instant logBegins{};
};
[[nodiscard]] AuditFinding onlyInLog(const LoggedQuery& query);
[[nodiscard]] AuditFinding onlyAtVendor(const VendorAuditEntry& entry, const OfficeScope& scope);
[[nodiscard]] AuditFinding differing(const LoggedQuery& ours, const FieldDifference& difference);

struct ReconciliationCounts {
    std::int64_t inLog = 0, atVendor = 0; ///< Queries of the period.
    std::int64_t agree = 0;
    std::int64_t neverLeft = 0; ///< In the log alone, as it must be.
    std::int64_t onlyInLog = 0;
    std::int64_t onlyAtVendor = 0; ///< No log of this office can have it, or nobody of this office asked it.
    std::int64_t elsewhere = 0;    ///< Only at the vendor, and perhaps in another log: another workstation's, or one before this.
    std::int64_t differing = 0;    ///< Queries, not fields.
    friend bool operator==(const ReconciliationCounts&, const ReconciliationCounts&) = default;
    [[nodiscard]] bool inOrder() const { return onlyInLog == 0 && onlyAtVendor == 0 && elsewhere == 0 && differing == 0; }
};

/// What was found for a period, as it stands in reconciliation.done.
struct Reconciliation {
    Instant from{}, to{}; ///< from ≤ t < to.
    QString vendor, origin;
    UserId by{};
    Instant at{};
    std::uint64_t sequence = 0; ///< Of reconciliation.done.
    QStringList otherDesks{};
    std::vector<AuditField> notCompared{};
    ReconciliationCounts counts{};
    std::vector<AuditFinding> findings{}; ///< By time.
    std::int64_t unlisted = 0;            ///< Findings beyond those listed.
};

// Fixed words of files and of the log.
[[nodiscard]] QString wordOf(AuditField field);
[[nodiscard]] QString wordOf(AuditFinding::Kind kind);
[[nodiscard]] QString wordOf(AuditFinding::Hint hint); ///< Empty: none.

} // namespace casebound
