#include "service/LogExport.h"

#include "domain/Ids.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"

#include <QDir>
#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

QString auditWord(LogExportProblem problem)
{
    switch (problem) {
    case LogExportProblem::NotAllowed: return u"not_allowed"_s;
    case LogExportProblem::Busy: return u"busy"_s;
    case LogExportProblem::BadTarget: return u"bad_target"_s;
    case LogExportProblem::TargetExists: return u"target_exists"_s;
    case LogExportProblem::CannotWrite: return u"cannot_write"_s;
    case LogExportProblem::DiskFull: return u"disk_full"_s;
    case LogExportProblem::CannotRead: return u"cannot_read"_s;
    case LogExportProblem::CannotSign: return u"cannot_sign"_s;
    case LogExportProblem::NotInOrder: return u"not_in_order"_s;
    case LogExportProblem::CheckFailed: return u"check_failed"_s;
    case LogExportProblem::Cancelled: return u"cancelled"_s;
    case LogExportProblem::LogFault: return u"log_fault"_s;
    }
    return u"cannot_write"_s;
}

LogExport::LogExport(AuditLog& log, LogCare& care, const RosterUser& user) : m_log(log), m_care(&care), m_user(user) {}

LogExport::~LogExport()
{
    disconnect();
    suspend();
}

void LogExport::suspend()
{
    m_stop.request_stop();
    if (isRunning() && m_care)
        end(m_care->abandonExport().value_or(std::unexpected(LogExportProblem::Cancelled)));
}

QString LogExport::proposedTarget(const QString& folder, QDate day) const
{
    const QString name = QString::fromUtf8(m_log.origin()).replace(u'/', u'-') + u"-log-"_s + day.toString(Qt::ISODate);
    QString path = QDir(folder).filePath(name);
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QDir(folder).filePath(name + u'-' + QString::number(n));
    return path;
}

std::expected<void, LogExportProblem> LogExport::start(const QString& target, bool withPrivate)
{
    const Actor actor{.user = m_user.id, .role = m_user.role};
    if (const auto refused = refusedByRole(m_log, actor, Action::ExportLog, [this](LogFault fault) { Q_EMIT logFailed(fault); })) {
        if (!std::holds_alternative<NotAllowed>(refused->why))
            return std::unexpected(LogExportProblem::LogFault);
        Q_EMIT logged();
        return std::unexpected(LogExportProblem::NotAllowed);
    }
    if (isRunning() || !m_care)
        return std::unexpected(LogExportProblem::Busy);
    const QFileInfo info(target);
    if (target.isEmpty() || info.isRelative() || info.fileName().isEmpty() || !QFileInfo(info.path()).isDir())
        return std::unexpected(LogExportProblem::BadTarget);
    if (info.exists() || info.isSymLink())
        return std::unexpected(LogExportProblem::TargetExists);

    m_id = QueryId::create().text();
    m_target = QDir::cleanPath(target);
    m_kind = withPrivate ? u"log_with_private_parts"_s : u"log"_s;
    if (!append(AuditEvent::ExportIntended, m_kind, m_target)) {
        m_id.clear();
        return std::unexpected(LogExportProblem::LogFault);
    }
    m_stop = std::stop_source();
    // The service may be gone when the answer comes: then its end was logged already.
    const auto tell = [this](std::uint64_t done, std::uint64_t total) { Q_EMIT progressed(done, total); };
    (withPrivate ? m_care->exportWithPrivate(m_target, tell, m_stop.get_token()) : m_care->exportTo(m_target, tell, m_stop.get_token()))
        .then(this, [this, id = m_id](LogExportResult result) {
            if (id == m_id)
                end(std::move(result));
        });
    return {};
}

void LogExport::cancel()
{
    m_stop.request_stop();
}

bool LogExport::append(AuditEvent event, const QString& outcome, const QString& note)
{
    AuditRecord record = plainRecord(event, outcome);
    record.queryId = m_id;
    record.note = bounded(note, 2'000);
    const auto receipt = m_log.append(record);
    if (!receipt)
        Q_EMIT logFailed(receipt.error());
    else
        Q_EMIT logged();
    return receipt.has_value();
}

void LogExport::end(LogExportResult result)
{
    bool written = false;
    if (result) {
        const QString head = u"%1 %2 %3"_s.arg(result->origin).arg(result->entries).arg(QString::fromLatin1(result->root.toBase64()));
        written = append(AuditEvent::ExportWritten, m_kind, head + u'\n' + result->folder);
    } else {
        written = append(AuditEvent::ExportFailed, auditWord(result.error()), m_target);
    }
    m_id.clear();
    // The folder is there; that its outcome is not in the log, the stopped log says itself.
    if (!written && result)
        result = std::unexpected(LogExportProblem::LogFault);
    Q_EMIT finished(result);
}

} // namespace casebound
