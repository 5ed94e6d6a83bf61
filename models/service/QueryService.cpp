#include "service/QueryServicePrivate.h"

#include "service/Answers.h"
#include "service/ApprovalService.h"
#include "service/CanonicalResults.h"

#include <QPointer>

namespace casebound {

namespace {

constexpr std::chrono::seconds expiryCheck{15};

} // namespace

QueryGate QueryService::Private::makeGate(const Parts& parts)
{
    const RosterUser* person = parts.profile.user(parts.actor.user);
    return QueryGate({.findCase = [&cases = parts.cases](const CaseNumber& number) { return cases.find(number); },
                      .limits = parts.profile.limits,
                      .withdrawn = parts.profile.withdrawnReasons,
                      .vendorLookbackDays = parts.capabilities.maxLookbackDays,
                      .user = parts.actor.user,
                      .userName = person != nullptr ? person->name : QString(),
                      .findApproval = [approvals = parts.approvals](
                                          const ApprovalUse& use) { return approvals ? approvals->fitting(use) : std::nullopt; },
                      .clock = parts.clock});
}

AuditRecord QueryService::Private::outcome(AuditEvent event, const QueryRun& run, bool complete) const
{
    AuditRecord record = queryRecord(event, run.terms());
    record.counts = AuditCounts{.returned = std::int64_t(run.reads().size()), .kept = 0, .discarded = 0, .near = run.nearCount()};
    if (complete || !run.reads().empty())
        record.results = canonicalResults(run.terms(), run.reads(), run.total(), complete);
    return record;
}

/// The log takes no more, so nothing goes on: what is under way is stopped, and its outcome stays open until the next start.
void QueryService::Private::stopForLog(LogFault fault)
{
    for (const auto& entry : entries) {
        if (!isUnderWay(*entry->run))
            continue;
        entry->stop.request_stop();
        entry->run->m_failure = VendorFailure{.fault = VendorFault::Cancelled, .httpStatus = 0, .detail = {}, .retryAt = {}};
        setState(*entry->run, QueryRun::State::Failed);
    }
    Q_EMIT q.logFailed(fault);
}

void QueryService::Private::send(Entry& entry, AuditedQuery query)
{
    // The vendor's callbacks may outlive the run, so each looks for it first.
    const QPointer<QueryRun> run = entry.run.get();
    QuerySink sink{
        .page =
            [this, self = QPointer(&q), run](ReadSet page, std::int64_t total) {
                if (self && run && isUnderWay(*run))
                    pageArrived(*run, std::move(page), total);
            },
        .restarted =
            [this, self = QPointer(&q), run] {
                if (self && run && isUnderWay(*run))
                    restarted(*run);
            },
    };
    whenAnswered(parts.vendor.query(std::move(query), std::move(sink), entry.stop.get_token()), &q, nobodyKnows(),
                 [this, run](const VendorResult<QueryReceipt>& result) {
                     if (run && isUnderWay(*run))
                         finished(*run, result);
                 });
}

void QueryService::Private::pageArrived(QueryRun& run, ReadSet page, std::int64_t total)
{
    Entry* entry = find(&run);
    if (!entry)
        return;
    if (!entry->viewed) {
        // Showing is an act of its own: the entry stands before the first read can be seen.
        if (!append(queryRecord(AuditEvent::ResultsViewed, run.terms())))
            return;
        entry->viewed = true;
    }
    const auto first = qsizetype(run.m_reads.size());
    run.m_reads.append(std::move(page));
    run.m_total = total;
    const bool changed = run.m_state != QueryRun::State::Loading;
    run.m_state = QueryRun::State::Loading;
    const QPointer<QueryRun> guard = &run;
    Q_EMIT run.readsAppended(first, qsizetype(run.m_reads.size()) - first);
    if (guard && changed && run.m_state == QueryRun::State::Loading)
        Q_EMIT run.stateChanged();
}

void QueryService::Private::restarted(QueryRun& run)
{
    run.m_reads.clear();
    run.m_verifications.clear();
    run.m_kept.clear();
    run.m_total = -1;
    run.m_duplicates = 0;
    const QPointer<QueryRun> guard = &run;
    Q_EMIT run.readsCleared();
    if (guard)
        setState(run, QueryRun::State::Sending);
}

void QueryService::Private::finished(QueryRun& run, const VendorResult<QueryReceipt>& result)
{
    if (!result) {
        fail(run, result.error());
        return;
    }
    run.m_total = result->total;
    run.m_duplicates = result->duplicates;
    if (!append(outcome(AuditEvent::QueryAnswered, run, true)))
        return;
    setState(run, QueryRun::State::Complete);
}

void QueryService::Private::fail(QueryRun& run, const VendorFailure& failure)
{
    AuditEvent event = AuditEvent::QueryFailed;
    QueryRun::State state = QueryRun::State::Failed;
    if (failure.fault == VendorFault::Unknown) {
        event = AuditEvent::QueryUnknown;
        state = QueryRun::State::Unknown;
    } else if (failure.fault == VendorFault::Cancelled) {
        event = AuditEvent::QueryWithdrawn;
        state = QueryRun::State::Withdrawn;
    }
    AuditRecord record = outcome(event, run, false);
    record.outcome = auditWord(failure);
    if (!append(record))
        return;
    run.m_failure = failure;
    const QPointer<QueryService> self = &q;
    setState(run, state);
    if (self && (failure.fault == VendorFault::SessionEnded || failure.fault == VendorFault::ClientCertificate))
        Q_EMIT q.vendorSessionEnded();
}

QueryService::QueryService(Parts parts) : d(std::make_unique<Private>(*this, std::move(parts)))
{
    // Results are sealed only where the vendor keeps no audit of its own; otherwise their digest is enough to compare (R14).
    d->parts.log.setSealing(!d->parts.capabilities.queryAudit);
    connect(&d->expiry, &QTimer::timeout, this, &QueryService::expireDue);
    d->expiry.start(expiryCheck);
}

QueryService::~QueryService()
{
    while (!d->entries.empty())
        close(*d->entries.back()->run, QueryRun::EndReason::SignedOut);
}

std::vector<FieldRefusal> QueryService::judge(const QueryDraft& draft) const
{
    return d->gate.judge(draft);
}

std::optional<TimeLimit> QueryService::limitFor(const QueryDraft& draft) const
{
    return d->gate.limitFor(draft);
}

QDate QueryService::today() const
{
    return d->gate.today();
}

Outcome<QueryRun*> QueryService::search(const QueryDraft& draft)
{
    using namespace Qt::StringLiterals;
    const auto refusePerson = [&](const QString& outcome, auto why) -> Outcome<QueryRun*> {
        AuditRecord record = refusalRecord(draft, {});
        record.outcome = outcome;
        if (const auto receipt = d->parts.log.append(record); !receipt) {
            d->stopForLog(receipt.error());
            return std::unexpected(ServiceFailure{.why = receipt.error(), .detail = {}});
        }
        Q_EMIT refused();
        return std::unexpected(ServiceFailure{.why = why, .detail = {}});
    };
    if (!may(d->parts.actor, Action::Search))
        return refusePerson(u"role:not_allowed"_s, NotAllowed{.action = Action::Search});
    if (const auto lost = d->parts.standing ? d->parts.standing() : std::nullopt) {
        auto outcome = refusePerson(u"person:"_s + auditWord(*lost), *lost);
        Q_EMIT standingLost(*lost);
        return outcome;
    }
    auto authorized = d->gate.authorize(draft);
    if (!authorized) {
        const QueryRefusal& refusal = authorized.error();
        if (const auto receipt = d->parts.log.append(refusalRecord(draft, refusal.fields)); !receipt) {
            d->stopForLog(receipt.error());
            return std::unexpected(ServiceFailure{.why = receipt.error(), .detail = {}});
        }
        Q_EMIT refused();
        return std::unexpected(ServiceFailure{.why = refusal, .detail = {}});
    }

    if (const QueryTerms& terms = authorized->terms(); !terms.approvalId.isEmpty()) {
        const ApprovalUse use{.user = d->parts.actor.user,
                              .caseNumber = terms.caseNumber,
                              .plate = terms.plate,
                              .jurisdiction = terms.jurisdiction,
                              .matter = terms.matter,
                              .offence = terms.offence,
                              .from = draft.from,
                              .to = draft.to};
        // Used up first: whatever happens then, it is not used twice.
        if (auto used = d->parts.approvals->use(terms.approvalId, use, terms.id.text()); !used)
            return std::unexpected(d->failureOf(used.error()));
    }
    const auto receipt = d->parts.log.append(intentRecord(authorized->terms()));
    if (!receipt) {
        d->stopForLog(receipt.error());
        return std::unexpected(ServiceFailure{.why = receipt.error(), .detail = {}});
    }

    auto entry = std::make_unique<Private::Entry>();
    entry->run.reset(new QueryRun(authorized->terms()));
    QueryRun* run = entry->run.get();
    run->m_sentAt = d->parts.clock.now();
    run->m_expiresAt = run->m_sentAt + d->parts.profile.resultsLife;
    Private::Entry& held = *entry;
    d->entries.push_back(std::move(entry));
    Q_EMIT runStarted(run);
    d->send(held, AuditedQuery(*std::move(authorized), *receipt));
    return run;
}

bool QueryService::mayAskException(const QueryDraft& draft) const
{
    return d->parts.approvals && may(d->parts.actor, Action::AskException) && d->gate.exceptionFor(draft).has_value();
}

ApprovalOutcome<Approval> QueryService::askException(const QueryDraft& draft, const QString& reason)
{
    const auto use = d->gate.exceptionFor(draft);
    if (!use)
        return std::unexpected(ApprovalRefusal(ServiceFailure{.why = use.error(), .detail = {}}));
    if (!d->parts.approvals)
        return std::unexpected(ApprovalRefusal(ApprovalProblem::NotFound));
    return d->parts.approvals->ask(*use, reason);
}

std::vector<QueryRun*> QueryService::runs() const
{
    std::vector<QueryRun*> list;
    list.reserve(d->entries.size());
    for (const auto& entry : d->entries)
        list.push_back(entry->run.get());
    return list;
}

} // namespace casebound
