// How a query ends: stopped by a person, by a lock, closed, or at the end of its life.
#include "service/QueryServicePrivate.h"

namespace casebound {

void QueryService::cancel(QueryRun& run)
{
    d->withdraw(run, auditWord(VendorFault::Cancelled));
}

void QueryService::Private::withdraw(QueryRun& run, const QString& word)
{
    Entry* entry = find(&run);
    if (!entry || !isUnderWay(run))
        return;
    AuditRecord record = outcome(AuditEvent::QueryWithdrawn, run, false);
    record.outcome = word;
    if (!append(record))
        return;
    entry->stop.request_stop();
    setState(run, QueryRun::State::Withdrawn);
}

void QueryService::suspend()
{
    for (QueryRun* run : runs())
        d->withdraw(*run, QStringLiteral("session_locked"));
}

void QueryService::resume()
{
    d->parts.log.setSealing(!d->parts.capabilities.queryAudit); // the log was opened anew
    expireDue();
}

void QueryService::close(QueryRun& run, QueryRun::EndReason reason)
{
    const auto found = std::ranges::find_if(d->entries, [&run](const auto& entry) { return entry->run.get() == &run; });
    if (found == d->entries.end())
        return;
    cancel(run);

    AuditRecord record = queryRecord(AuditEvent::ResultsDiscarded, run.terms());
    record.outcome = auditWord(reason);
    const auto returned = std::int64_t(run.reads().size());
    const auto kept = std::int64_t(std::ranges::count(std::as_const(run.m_kept), true));
    record.counts = AuditCounts{.returned = returned, .kept = kept, .discarded = returned - kept, .near = run.nearCount()};
    const auto receipt = d->parts.log.appendOrOwe(std::move(record));

    // Discarded even where the log refused: keeping them longer would be the greater fault.
    std::unique_ptr<Private::Entry> entry =
        std::move(*std::ranges::find_if(d->entries, [&run](const auto& held) { return held && held->run.get() == &run; }));
    std::erase(d->entries, nullptr);
    entry->stop.request_stop();
    Q_EMIT runEnding(&run);
    run.m_reads.clear();
    run.m_verifications.clear();
    run.m_kept.clear();
    run.m_state = QueryRun::State::Ended;
    Q_EMIT run.readsCleared();
    Q_EMIT run.stateChanged();
    entry->run.release()->deleteLater();
    if (!receipt)
        d->stopForLog(receipt.error());
}

void QueryService::expireDue()
{
    const std::chrono::milliseconds life = d->parts.profile.resultsLife;
    for (QueryRun* run : runs()) {
        const Private::Entry* entry = d->find(run);
        if (entry && (d->parts.clock.now() >= run->expiresAt() || sinceBoot() - entry->began >= life))
            close(*run, QueryRun::EndReason::Expired);
    }
}

} // namespace casebound
