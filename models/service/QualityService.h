// The rate of misreads for those who may look at it (R13; PIA p. 16): counted from blind transcriptions, exported as a table.
#pragma once

#include "domain/ReadQuality.h"
#include "domain/Vendor.h"
#include "service/Failure.h"

#include <QObject>

#include <variant>

namespace casebound {

class AuditLog;
class Database;
class ReadSet;
struct ReadRow;
struct Revealed;

enum class QualityProblem {
    BadPeriod, ///< It ends before it begins, or one of its days is none.
    BadTarget, ///< No absolute path, or its folder is not there.
    TargetExists,
    CannotWrite,
    DiskFull,
};
using QualityRefusal = std::variant<ServiceFailure, QualityProblem>;
template <class T>
using QualityOutcome = std::expected<T, QualityRefusal>;

struct QualityReport {
    QDate first, last; ///< Days on which reads were judged, UTC, both included.
    ReadQuality found;
    QString vendor;                        ///< As it names itself.
    std::optional<double> claimedAccuracy; ///< The vendor's own word, of plates read right; nothing else checked it.
    ClaimStanding standing = ClaimStanding::NoClaim;
};

/// What of a judged read is kept for the rate. `revealed`: what was typed and compared; null where nothing was.
[[nodiscard]] QualitySample qualitySample(const ReadSet& reads, const ReadRow& row, const Revealed* revealed, Verdict verdict, Instant at);

/// Lives on the window's thread. Holds nothing between calls; while the session is locked every call fails with the log's or the store's
/// own fault.
class QualityService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        Database& database;
        const VendorCapabilities& capabilities;
        const Clock& clock;
        Actor actor;
    };
    explicit QualityService(Parts parts) : m_parts(std::move(parts)) {}

    /// What was judged on these days.
    [[nodiscard]] QualityOutcome<QualityReport> report(QDate first, QDate last);
    /// As CSV (RFC 4180, UTF-8; cells that a spreadsheet would take for formulas neutralised). Written without a name, then
    /// quality.exported, and only then the name: no table outside without its entry. Never replaces a file.
    [[nodiscard]] QualityOutcome<void> exportTo(const QualityReport& report, const QString& target);
    [[nodiscard]] static QByteArray csv(const QualityReport& report);

Q_SIGNALS:
    void logged(); ///< An entry was added.
    void logFailed(casebound::LogFault fault);

private:
    [[nodiscard]] std::optional<ServiceFailure> refused();
    Parts m_parts;
};

} // namespace casebound
