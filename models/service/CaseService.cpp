#include "service/CaseService.h"

#include "domain/Clock.h"
#include "domain/Reference.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"
#include "store/CaseTable.h"
#include "store/KeptReadTable.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTitle = 200;
constexpr qsizetype maxNote = 2'000;

template <class Why>
std::unexpected<ServiceFailure> refuse(Why why)
{
    return std::unexpected(ServiceFailure{.why = why, .detail = {}});
}

AuditRecord caseRecord(AuditEvent event, const CaseRecord& subject)
{
    AuditRecord record = plainRecord(event);
    record.matter = subject.matter;
    record.offence = subject.offence.text();
    record.reasonCode = subject.reasonCode.text();
    record.caseNumber = subject.number.text();
    return record;
}

/// The chosen reason belongs to the matter, and the offence, where one is chosen, stands under it.
bool reasonFits(Matter matter, const OffenceId& offence, const ReasonCode& code)
{
    const Reference& reference = Reference::builtIn();
    if (!code.isEmpty()) {
        const Reason* reason = reference.reason(code);
        if (!reason || reason->matter != matter)
            return false;
    }
    if (offence.isEmpty())
        return matter == Matter::Criminal || !code.isEmpty();
    return matter == Matter::Criminal && reference.offence(offence);
}

} // namespace

struct CaseService::Private {
    Private(CaseService& service, Parts given) : q(service), parts(std::move(given)) {}

    std::optional<LogFault> append(const AuditRecord& record)
    {
        const auto receipt = parts.log.append(record);
        if (receipt)
            return std::nullopt;
        Q_EMIT q.logFailed(receipt.error());
        return receipt.error();
    }

    std::optional<ServiceFailure> refused(Action action)
    {
        return refusedByRole(parts.log, parts.actor, action, [this](LogFault fault) { Q_EMIT q.logFailed(fault); });
    }

    /// The log already says that it happened; say that it did not. A log fault here is reported by its own signal.
    std::unexpected<ServiceFailure> notStored(AuditRecord record, StoreFault fault)
    {
        record.outcome = u"not_stored"_s;
        append(record);
        return refuse(fault);
    }

    CaseService& q;
    Parts parts;
};

CaseService::CaseService(Parts parts) : d(std::make_unique<Private>(*this, std::move(parts))) {}
CaseService::~CaseService() = default;

Outcome<CaseRecord> CaseService::open(const QString& number, const QString& title, Matter matter, OffenceId offence, ReasonCode reason)
{
    if (auto refused = d->refused(Action::OpenCase))
        return std::unexpected(*std::move(refused));
    const auto parsed = parseCaseNumber(number);
    if (!parsed)
        return refuse(parsed.error());
    if (d->parts.cases.find(*parsed))
        return refuse(CaseProblem::AlreadyExists);
    if (!reasonFits(matter, offence, reason))
        return refuse(CaseProblem::ReasonMissing);

    CaseRecord subject;
    subject.number = *parsed;
    subject.title = bounded(title.simplified(), maxTitle);
    subject.matter = matter;
    subject.offence = std::move(offence);
    subject.reasonCode = std::move(reason);
    subject.openedBy = d->parts.actor.user;
    subject.openedAt = d->parts.clock.now();

    const AuditRecord record = caseRecord(AuditEvent::CaseOpened, subject);
    if (const auto fault = d->append(record))
        return refuse(*fault);
    if (const auto stored = d->parts.cases.insert(subject); !stored)
        return d->notStored(record, stored.error());
    Q_EMIT casesChanged();
    return subject;
}

Outcome<CaseRecord> CaseService::close(const CaseNumber& number, const QString& note)
{
    if (auto refused = d->refused(Action::CloseCase))
        return std::unexpected(*std::move(refused));
    std::optional<CaseRecord> subject = d->parts.cases.find(number);
    if (!subject)
        return refuse(CaseProblem::NotFound);
    if (subject->state != CaseState::Open)
        return refuse(CaseProblem::NotOpen);
    const Instant at = d->parts.clock.now();
    AuditRecord record = caseRecord(AuditEvent::CaseClosed, *subject);
    record.note = bounded(note.trimmed(), maxNote);
    if (const auto fault = d->append(record))
        return refuse(*fault);
    if (const auto stored = d->parts.cases.setState(number, CaseState::Closed, at); !stored)
        return d->notStored(record, stored.error());
    subject->state = CaseState::Closed;
    subject->closedAt = at;
    Q_EMIT casesChanged();
    Q_EMIT caseClosed(number);
    return *subject;
}

std::vector<CaseRecord> CaseService::cases() const
{
    return may(d->parts.actor, Action::ReadCaseFile) ? d->parts.cases.all() : std::vector<CaseRecord>();
}

std::vector<CaseRecord> CaseService::openCases() const
{
    std::vector<CaseRecord> open = cases();
    std::erase_if(open, [](const CaseRecord& subject) { return subject.state != CaseState::Open; });
    return open;
}

std::optional<CaseRecord> CaseService::find(const CaseNumber& number) const
{
    return may(d->parts.actor, Action::ReadCaseFile) ? d->parts.cases.find(number) : std::nullopt;
}

std::vector<KeptRead> CaseService::keptReads(const CaseNumber& number) const
{
    return may(d->parts.actor, Action::ReadCaseFile) ? d->parts.kept.forCase(number) : std::vector<KeptRead>();
}

Outcome<KeptRead> CaseService::keep(QueryRun& run, std::size_t read, const QString& relevance, bool contrary)
{
    if (auto refused = d->refused(Action::KeepRead))
        return std::unexpected(*std::move(refused));
    if (run.state() == QueryRun::State::Ended)
        return refuse(KeepProblem::Ended);
    if (read >= run.reads().size())
        return refuse(KeepProblem::NotFound);
    const CaseNumber number = run.terms().caseNumber;
    const std::optional<CaseRecord> subject = d->parts.cases.find(number);
    if (!subject)
        return refuse(CaseProblem::NotFound);
    if (subject->state != CaseState::Open)
        return refuse(CaseProblem::NotOpen);
    const Verification verification = run.verification(read);
    if (verification.verdict == Verdict::Unverified)
        return refuse(KeepProblem::NoVerdict);
    const QString words = bounded(relevance.trimmed(), maxNote);
    if (words.isEmpty())
        return refuse(KeepProblem::NoRelevance);
    const bool confirmed = verification.verdict == Verdict::Confirmed;
    if (!confirmed && !contrary)
        return refuse(KeepProblem::UnconfirmedNotContrary);

    KeptRead kept;
    kept.read = unpack(run.reads(), read);
    if (d->parts.kept.holds(number, kept.read.readId))
        return refuse(KeepProblem::AlreadyKept);
    kept.query = run.terms().id;
    kept.verification = verification;
    kept.relevance = words;
    kept.contrary = !confirmed;
    kept.keptBy = d->parts.actor.user;
    kept.keptAt = d->parts.clock.now();
    kept.images = d->parts.verification.checkedPictures(run, read);

    AuditRecord record = queryRecord(AuditEvent::ReadKept, run.terms());
    record.verdict = auditWord(verification.verdict);
    record.outcome = kept.contrary ? u"contrary"_s : u"relevant"_s;
    record.readIds = {kept.read.readId};
    record.imageSha256 = verification.imageSha256;
    record.note = words;
    if (const auto fault = d->append(record))
        return refuse(*fault);
    if (const auto stored = d->parts.kept.insert(number, kept); !stored)
        return d->notStored(record, stored.error());
    run.m_kept.insert(qsizetype(read), true);
    Q_EMIT run.readChanged(qsizetype(read));
    Q_EMIT keptReadsChanged(number);
    return kept;
}

} // namespace casebound
