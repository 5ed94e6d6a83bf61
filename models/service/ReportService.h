// The transparency report (R19; PIA p. 9): the log counted by whole months, small counts withheld.
#pragma once

#include "domain/RoleTable.h"
#include "domain/TransparencyReport.h"
#include "service/Failure.h"

#include <QObject>
#include <QTimeZone>

namespace casebound {

class AuditLog;

enum class ReportProblem {
    NoMonth,   ///< No whole month of the log is over for two days.
    BadMonths, ///< The last before the first, or not on offer.
};
using ReportRefusal = std::variant<ServiceFailure, ReportProblem>;

/// Lives on the window's thread.
class ReportService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const Clock& clock;
        Actor actor;
        QString office;
        QTimeZone zone = QTimeZone::systemTimeZone();
    };
    explicit ReportService(Parts parts) : m_parts(std::move(parts)) {}

    /// The whole months that may be reported: those the log has an entry of or before, each over for two days. Oldest first.
    [[nodiscard]] std::vector<ReportMonth> months() const;
    /// report.made first, with the months; then every entry is counted. What belongs to a month and came more than two days after it is
    /// counted as not come, so that the month's report is the same whenever it is made.
    [[nodiscard]] std::expected<TransparencyReport, ReportRefusal> make(ReportMonth first, ReportMonth last);

Q_SIGNALS:
    void made();
    void logFailed(casebound::LogFault fault);

private:
    Parts m_parts;
};

} // namespace casebound
