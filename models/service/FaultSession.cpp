#include "service/FaultSession.h"

#include "domain/RoleTable.h"
#include "service/AuditEntries.h"
#include "service/FaultSessionParts.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shortestReason = 10;
constexpr qsizetype longestReason = 2'000;
} // namespace

FaultSession::FaultSession(std::unique_ptr<Parts> parts) : d(std::move(parts)) {}

FaultSession::~FaultSession()
{
    disconnect();
    d->care.reset();
    if (d->log)
        (void)d->log->append(plainRecord(AuditEvent::SessionEnded, d->forSystem ? u"system"_s : u"signed_out"_s));
}

void FaultSession::endForSystem()
{
    d->forSystem = true;
}

const RosterUser& FaultSession::user() const
{
    return d->user;
}
const OfficeProfile& FaultSession::profile() const
{
    return d->office.profile();
}
const LogFaultReport& FaultSession::fault() const
{
    return d->fault;
}
LogCare& FaultSession::care()
{
    return *d->care;
}
std::uint64_t FaultSession::holdingEntries() const
{
    return d->log ? d->log->head().size : d->fault.holdingEntries;
}

bool FaultSession::mayBeginNew() const
{
    return may({.user = d->user.id, .role = d->user.role}, Action::BeginNewLog) && d->fault.mayBeginNew();
}

std::expected<void, BeginNewProblem> FaultSession::beginNew(const QString& reason)
{
    if (d->begun)
        return std::unexpected(BeginNewProblem::Done);
    if (!may({.user = d->user.id, .role = d->user.role}, Action::BeginNewLog)) {
        if (d->log && !d->log->append(plainRecord(AuditEvent::ActionRefused, QString::fromLatin1(actionWord(Action::BeginNewLog)))))
            return std::unexpected(BeginNewProblem::NotLogged);
        return std::unexpected(BeginNewProblem::NotAllowed);
    }
    if (!d->fault.mayBeginNew())
        return std::unexpected(BeginNewProblem::NotDamaged);
    const QString words = bounded(reason.simplified(), longestReason);
    if (words.size() < shortestReason)
        return std::unexpected(BeginNewProblem::ReasonMissing);
    if (d->log) {
        AuditRecord record = plainRecord(AuditEvent::LogBegun, u"damaged_log_kept_aside"_s);
        record.note = words;
        if (!d->log->append(record) || !d->log->append(plainRecord(AuditEvent::SessionEnded, u"log_begun"_s)))
            return std::unexpected(BeginNewProblem::NotLogged);
        d->log.reset();
    }
    if (!d->office.takeNewLogIntoUse(d->clock))
        return std::unexpected(BeginNewProblem::NotMoved);
    d->begun = true;
    Q_EMIT ended();
    return {};
}

} // namespace casebound
