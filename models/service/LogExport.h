// The log written out for outsiders by a person who may: intention logged first, outcome after.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/RoleTable.h"
#include "service/LogCare.h"
#include "store/AuditLog.h"

#include <QObject>

#include <stop_token>

namespace casebound {

/// Lives on the window's thread. Only whom the role table lets (ExportLog); the outside tool is there for auditors.
class LogExport final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    LogExport(AuditLog& log, LogCare& care, const RosterUser& user);
    ~LogExport() override; ///< Stops what is under way; its outcome is logged.

    [[nodiscard]] bool mayExport() const { return may({.user = m_user.id, .role = m_user.role}, Action::ExportLog); }
    [[nodiscard]] bool isRunning() const { return !m_id.isEmpty(); }
    /// export.intended is durable before anything is written; export.written or export.failed follows, and then finished().
    /// With the private parts it is for a reviewer at another desk; the log says which it was.
    [[nodiscard]] std::expected<void, LogExportProblem> start(const QString& target, bool withPrivate = false);
    void cancel();
    /// The session locks: what is under way is stopped, and its outcome logged.
    void suspend();
    /// The log's care goes with the log's keys (nullptr), and comes again.
    void setCare(LogCare* care) { m_care = care; }
    /// What start() would propose: a name that says which log and how long, in `folder`.
    [[nodiscard]] QString proposedTarget(const QString& folder, QDate day) const;

Q_SIGNALS:
    void progressed(quint64 done, quint64 total);
    void finished(const casebound::LogExportResult& result);
    void logged();                             ///< An entry was added.
    void logFailed(casebound::LogFault fault); ///< The log stopped; nothing is acknowledged any more.

private:
    void end(LogExportResult result);
    [[nodiscard]] bool append(AuditEvent event, const QString& outcome, const QString& note);

    AuditLog& m_log;
    LogCare* m_care;
    const RosterUser& m_user;
    QString m_id, m_target, m_kind; ///< m_kind: "log", or "log_with_private_parts".
    std::stop_source m_stop;
};

/// The fixed word of an entry's outcome.
[[nodiscard]] QString auditWord(LogExportProblem problem);

} // namespace casebound
