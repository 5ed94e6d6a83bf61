#include "service/ApprovalService.h"

#include "crypto/Cms.h"
#include "domain/ReasonGate.h"
#include "domain/Text.h"
#include "ledger/AuditEntry.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <algorithm>
#include <map>
#include <type_traits>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNote = 2'000;

/// What only exceptions know, or what every service knows.
template <class Why>
std::unexpected<ApprovalRefusal> refuse(Why why)
{
    if constexpr (std::is_same_v<Why, ApprovalProblem> || std::is_same_v<Why, ApprovalFileProblem> || std::is_same_v<Why, DecisionProblem>)
        return std::unexpected(ApprovalRefusal(why));
    else
        return std::unexpected(ApprovalRefusal(ServiceFailure{.why = why, .detail = {}}));
}

AuditRecord recordOf(AuditEvent event, const ApprovalRequest& request)
{
    AuditRecord record = plainRecord(event);
    record.approvalId = request.id;
    record.matter = request.matter;
    record.offence = request.offence.text();
    record.plate = request.plate.text();
    record.jurisdiction = request.jurisdiction.text();
    record.caseNumber = request.caseNumber.text();
    record.from = toInstant(request.from.startOfDay());
    record.to = toInstant(request.to.endOfDay());
    return record;
}

/// The note is the signed file itself.
AuditRecord decisionRecord(const ApprovalRequest& request, bool granted, const QByteArray& file, const QString& outcome)
{
    AuditRecord record = recordOf(granted ? AuditEvent::ExceptionGranted : AuditEvent::ExceptionRefused, request);
    record.outcome = outcome;
    record.note = QString::fromUtf8(file);
    return record;
}

} // namespace

struct ApprovalService::Private {
    Private(ApprovalService& service, Parts given) : q(service), parts(std::move(given)) {}

    struct Known {
        Approval approval;
        bool expiryLogged = false;
    };

    /// What the log says. A decision that is not about exactly what was asked decides nothing.
    std::map<QString, Known> fold() const
    {
        std::map<QString, Known> known;
        const auto entries = parts.log.exceptionEntries();
        if (!entries)
            return known;
        for (const StoredEntry& stored : *entries) {
            const auto shown = parsePublicPart(stored.publicBytes);
            const auto hidden = parsePrivatePart(stored.privateBytes);
            if (!shown || !hidden)
                continue;
            const auto found = known.find(shown->approvalId);
            if (shown->event == AuditEvent::ExceptionAsked) {
                auto asked = parseApprovalRequest(hidden->note.toUtf8());
                // Of the entry's own person and id, and the first of it.
                if (asked && found == known.end() && asked->request.id == shown->approvalId &&
                    asked->request.askedBy.text() == hidden->userId)
                    known.emplace(shown->approvalId,
                                  Known{.approval = {.request = std::move(asked->request), .askedSequence = stored.sequence}});
                continue;
            }
            if (found == known.end())
                continue;
            Approval& approval = found->second.approval;
            if (shown->event == AuditEvent::ExceptionUsed)
                approval.used = true;
            if (shown->event == AuditEvent::ExceptionExpired)
                found->second.expiryLogged = true;
            const bool decides = shown->event == AuditEvent::ExceptionGranted || shown->event == AuditEvent::ExceptionRefused;
            if (!decides || approval.decision || shown->outcome == u"other_desk")
                continue;
            const auto file = parseApprovalFile(hidden->note.toUtf8());
            if (!file)
                continue;
            const auto statement = parseApprovalStatement(file->first);
            if (!statement || statement->request != approval.request ||
                statement->decision.granted != (shown->event == AuditEvent::ExceptionGranted) ||
                !mayDecide(statement->decision.decidedBy, approval.request.askedBy))
                continue;
            approval.decision = statement->decision;
            approval.decidedSequence = stored.sequence;
        }
        return known;
    }

    ApprovalOutcome<void> append(const AuditRecord& record)
    {
        const auto receipt = parts.log.append(record);
        if (receipt)
            return {};
        Q_EMIT q.logFailed(receipt.error());
        return refuse(receipt.error());
    }

    std::function<void(LogFault)> failed()
    {
        return [this](LogFault fault) { Q_EMIT q.logFailed(fault); };
    }

    struct Signed {
        ApprovalDecision decision;
        QByteArray file;
    };
    ApprovalOutcome<Signed> decided(const ApprovalRequest& request, const QString& origin, bool grant, const QString& note,
                                    const QString& pin)
    {
        const Action action = grant ? Action::GrantException : Action::RefuseException;
        if (auto refused = refusedByRole(parts.log, parts.actor, action, request.askedBy, failed()))
            return std::unexpected(ApprovalRefusal(*std::move(refused)));
        const QString words = bounded(withoutHiddenCharacters(note).trimmed(), longestNote);
        if (!grant && words.isEmpty())
            return refuse(DecisionProblem::NoteMissing);
        auto credential = parts.credential(pin);
        if (!credential)
            return refuse(credential.error());
        const RosterUser* person = parts.profile.user(parts.actor.user);
        if (!person || (*credential)->certificateSha256() != person->certificateSha256)
            return refuse(SignInProblem::FingerprintDiffers);
        Signed result;
        const Instant now = parts.clock.now();
        const Instant end = grant ? now + std::chrono::days(parts.policy.approvalDays) : now;
        result.decision = {.granted = grant, .decidedBy = parts.actor.user, .decidedAt = now, .expiresAt = end, .note = words};
        const QByteArray statement = writeApprovalStatement(request, result.decision, origin);
        const auto signature = (*credential)->sign(statement);
        if (!signature || statement.isEmpty())
            return refuse(DecisionProblem::CannotSign);
        result.file = writeApprovalFile(statement, *signature);
        return result;
    }

    ApprovalService& q;
    Parts parts;
};

ApprovalService::ApprovalService(Parts parts) : d(std::make_unique<Private>(*this, std::move(parts))) {}
ApprovalService::~ApprovalService() = default;

std::vector<Approval> ApprovalService::approvals() const
{
    std::map<std::uint64_t, Approval, std::greater<>> newest;
    const bool all = may(d->parts.actor, Action::GrantException);
    for (auto& [id, known] : d->fold()) {
        if (all || known.approval.request.askedBy == d->parts.actor.user)
            newest.emplace(known.approval.askedSequence, std::move(known.approval));
    }
    std::vector<Approval> list;
    for (auto& [sequence, approval] : newest)
        list.push_back(std::move(approval));
    return list;
}

std::vector<Approval> ApprovalService::waiting() const
{
    std::vector<Approval> list = approvals();
    std::erase_if(list, [this](const Approval& approval) {
        return approval.decision || !may(d->parts.actor, Action::GrantException, approval.request.askedBy);
    });
    return list;
}

std::optional<Approval> ApprovalService::find(const QString& id) const
{
    const auto known = d->fold();
    const auto found = known.find(id);
    return found == known.end() ? std::nullopt : std::optional(found->second.approval);
}

ApprovalOutcome<Approval> ApprovalService::ask(const ApprovalUse& use, const QString& reason)
{
    if (auto refused = refusedByRole(d->parts.log, d->parts.actor, Action::AskException, d->failed()))
        return std::unexpected(ApprovalRefusal(*std::move(refused)));
    if (use.user != d->parts.actor.user)
        return refuse(ApprovalProblem::OtherPerson);
    const ReasonVerdict verdict = judgeReason(reason);
    if (verdict.problem)
        return refuse(QueryRefusal{
            .fields = {{.field = QueryField::Reason,
                        .problem = verdict.problem == ReasonProblem::Empty ? FieldProblem::Missing : FieldProblem::ReasonTooGeneral,
                        .detail = verdict.word,
                        .limit = {}}}});
    const Instant now = d->parts.clock.now();
    Approval approval{.request = {.id = QueryId::create(now).text(),
                                  .caseNumber = use.caseNumber,
                                  .plate = use.plate,
                                  .jurisdiction = use.jurisdiction,
                                  .matter = use.matter,
                                  .offence = use.offence,
                                  .from = use.from,
                                  .to = use.to,
                                  .reason = withoutHiddenCharacters(reason).trimmed(),
                                  .askedBy = use.user,
                                  .askedAt = now}};
    AuditRecord record = recordOf(AuditEvent::ExceptionAsked, approval.request);
    record.reasonText = approval.request.reason;
    record.note = QString::fromUtf8(requestFile(approval));
    if (auto done = d->append(record); !done)
        return std::unexpected(done.error());
    Q_EMIT changed();
    return approval;
}

QByteArray ApprovalService::requestFile(const Approval& approval) const
{
    return writeApprovalRequest(approval.request, QString::fromUtf8(d->parts.log.origin()));
}

ApprovalOutcome<void> ApprovalService::decide(const QString& id, bool grant, const QString& note, const QString& pin)
{
    const auto approval = find(id);
    if (!approval)
        return refuse(ApprovalProblem::NotFound);
    if (approval->decision)
        return refuse(ApprovalProblem::NotGranted);
    auto decided = d->decided(approval->request, QString::fromUtf8(d->parts.log.origin()), grant, note, pin);
    if (!decided)
        return std::unexpected(decided.error());
    auto done = d->append(decisionRecord(approval->request, decided->decision.granted, decided->file, {}));
    if (done)
        Q_EMIT changed();
    return done;
}

ApprovalOutcome<QByteArray> ApprovalService::decideFile(const QByteArray& request, bool grant, const QString& note, const QString& pin)
{
    const auto asked = parseApprovalRequest(request);
    if (!asked)
        return refuse(asked.error());
    auto decided = d->decided(asked->request, asked->origin, grant, note, pin);
    if (!decided)
        return std::unexpected(decided.error());
    const auto done = d->append(decisionRecord(asked->request, decided->decision.granted, decided->file, u"other_desk"_s));
    if (!done)
        return std::unexpected(done.error());
    Q_EMIT changed();
    return decided->file;
}

ApprovalOutcome<Approval> ApprovalService::takeIn(const QByteArray& file)
{
    if (auto refused = refusedByRole(d->parts.log, d->parts.actor, Action::AskException, d->failed()))
        return std::unexpected(ApprovalRefusal(*std::move(refused)));
    const auto parts = parseApprovalFile(file);
    if (!parts)
        return refuse(parts.error());
    const auto& [bytes, signature] = *parts;
    const auto statement = parseApprovalStatement(bytes);
    if (!statement)
        return refuse(statement.error());
    if (statement->origin != QString::fromUtf8(d->parts.log.origin()))
        return refuse(ApprovalFileProblem::OtherLog);
    if (!mayDecide(statement->decision.decidedBy, statement->request.askedBy))
        return refuse(ApprovalFileProblem::Own);
    const RosterUser* signer = d->parts.profile.user(statement->decision.decidedBy);
    if (!signer || signer->role != Role::Supervisor)
        return refuse(ApprovalFileProblem::UnknownSigner);
    const auto certificate = Certificate::fromDer(signer->certificateDer);
    if (!certificate)
        return refuse(ApprovalFileProblem::UnknownSigner);
    if (!verifyDetached(signature, bytes, *certificate))
        return refuse(ApprovalFileProblem::Altered);
    auto approval = find(statement->request.id);
    if (!approval || approval->request != statement->request)
        return refuse(ApprovalProblem::NotFound);
    if (approval->decision)
        return refuse(ApprovalProblem::NotGranted);
    if (statement->decision.granted && d->parts.clock.now() >= statement->decision.expiresAt)
        return refuse(ApprovalProblem::Expired);
    if (auto done = d->append(decisionRecord(approval->request, statement->decision.granted, file, u"by_file"_s)); !done)
        return std::unexpected(done.error());
    approval->decision = statement->decision;
    Q_EMIT changed();
    return *std::move(approval);
}

std::optional<QString> ApprovalService::fitting(const ApprovalUse& use) const
{
    if (!may(d->parts.actor, Action::UseException) || use.user != d->parts.actor.user)
        return std::nullopt;
    const Instant now = d->parts.clock.now();
    for (const auto& [id, known] : d->fold()) {
        if (!misfit(known.approval, use, now))
            return id;
    }
    return std::nullopt;
}

ApprovalOutcome<void> ApprovalService::use(const QString& id, const ApprovalUse& use, const QString& queryId)
{
    if (auto refused = refusedByRole(d->parts.log, d->parts.actor, Action::UseException, d->failed()))
        return std::unexpected(ApprovalRefusal(*std::move(refused)));
    const auto approval = find(id);
    if (!approval)
        return refuse(ApprovalProblem::NotFound);
    if (const auto problem = misfit(*approval, use, d->parts.clock.now()))
        return refuse(*problem);
    AuditRecord record = recordOf(AuditEvent::ExceptionUsed, approval->request);
    record.queryId = queryId;
    auto done = d->append(record);
    if (done)
        Q_EMIT changed();
    return done;
}

void ApprovalService::logExpired()
{
    const Instant now = d->parts.clock.now();
    bool any = false;
    for (const auto& [id, known] : d->fold()) {
        if (known.expiryLogged || stateOf(known.approval, now) != ApprovalState::Expired)
            continue;
        if (!d->append(recordOf(AuditEvent::ExceptionExpired, known.approval.request)))
            return;
        any = true;
    }
    if (any)
        Q_EMIT changed();
}

} // namespace casebound
