// Hits: from the stream to their owner, each once, and judged like any read.
#include "service/AlertServicePrivate.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostProblemsLogged = 50; ///< Of one session: a vendor that sends nonsense does not fill the log with it.

AlertHitCount countOf(const HitTable::Count& count)
{
    return {.hits = count.hits, .unjudged = count.unjudged, .confirmed = count.confirmed, .oldestUnjudged = count.oldestUnjudged};
}

/// A run needs terms: those of the entry, from its first justification to its end.
QueryTerms termsOf(const AlertEntry& entry)
{
    QueryTerms terms{.id = QueryId(QUuid::fromString(entry.id.text())),
                     .plate = entry.plate,
                     .jurisdiction = entry.jurisdiction,
                     .caseNumber = entry.caseNumber,
                     .matter = entry.matter,
                     .offence = entry.offence,
                     .reasonCode = entry.reasonCode,
                     .purpose = entry.purpose,
                     .reasonText = entry.reasonText,
                     .onBehalfOf = {},
                     .from = entry.addedAt,
                     .to = entry.expiresAt,
                     .limit = {},
                     .approvalId = {}};
    return terms;
}

} // namespace

void AlertService::Private::openStream()
{
    if (stream || link == StreamLink::Refused)
        return;
    AlertClient* client = parts.client();
    if (!client)
        return;
    AlertStreamSink sink{.hit =
                             [this](AlertHit hit) {
                                 if (running)
                                     takeHit(std::move(hit));
                             },
                         .problem = [this](const VendorFailure& failure) { problem(failure); },
                         .link = [this](StreamLink to) { setLink(to); }};
    stream = client->open(parts.hits.resumeAfter(parts.actor.user, AlertClient::overlap), parts.capabilities.alertStream, std::move(sink));
    setLink(stream->link());
}

void AlertService::Private::closeStream()
{
    stream.reset();
    setLink(StreamLink::Off);
}

void AlertService::Private::setLink(StreamLink to)
{
    if (link == to)
        return;
    link = to;
    Q_EMIT q.linkChanged();
}

void AlertService::Private::problem(const VendorFailure& failure)
{
    if (!running)
        return;
    if (problemsLogged < mostProblemsLogged) {
        ++problemsLogged;
        if (append(plainRecord(AuditEvent::AlertHit, u"refused:"_s + auditWord(failure))))
            return;
    }
    vendorFailed(failure);
}

/// Not shown to anybody, and not asked about again.
void AlertService::Private::refuseHit(const AlertHit& hit, const QString& word)
{
    AuditRecord record = plainRecord(AuditEvent::AlertHit, u"refused:"_s + word);
    record.readIds = {bounded(hit.read.readId, 128)};
    record.note = u"hit "_s + bounded(hit.hitId, 128) + u" of alert "_s + bounded(hit.alertId, 128);
    if (!append(record))
        (void)parts.hits.insertStray(parts.actor.user, hit.hitId, hit.receivedAt);
}

void AlertService::Private::takeHit(AlertHit hit)
{
    if (parts.hits.holds(parts.actor.user, hit.hitId))
        return; // sent again, as a vendor may
    const auto found = rows.constFind(AlertId::fromText(hit.alertId));
    if (found == rows.constEnd() || found->id.text() != hit.alertId)
        return refuseHit(hit, u"unknown_alert"_s);
    const AlertEntry entry = *found;
    if (!isMine(entry))
        return refuseHit(hit, u"other_owner"_s);
    if (entry.state == AlertState::Removed)
        return refuseHit(hit, u"removed"_s);
    if (hit.read.capturedAt >= casebound::dueAt(entry, parts.zone))
        return refuseHit(hit, u"overdue"_s);

    hit.read.exact = isExact(hit.read, entry.plate);
    AuditRecord record = alertRecord(AuditEvent::AlertHit, entry, hit.read.exact ? u"received"_s : u"near"_s);
    record.readIds = {hit.read.readId};
    record.from = hit.read.capturedAt;
    record.to = hit.receivedAt;
    record.note = u"hit "_s + hit.hitId;
    if (append(record))
        return;
    StoredHit stored{.hitId = hit.hitId,
                     .alert = entry.id,
                     .owner = entry.owner,
                     .read = std::move(hit.read),
                     .receivedAt = hit.receivedAt,
                     .shownAt = {}};
    const auto place = parts.hits.insert(stored);
    if (!place) {
        // It comes again from the vendor, which knows only what was stored: then it is shown.
        record.outcome = u"not_stored"_s;
        (void)append(record);
        return;
    }
    stored.order = *place;
    AlertHitCount& count = counts[entry.id];
    ++count.hits;
    ++count.unjudged;
    if (!count.oldestUnjudged)
        count.oldestUnjudged = stored.receivedAt;
    QueryRun* run = runFor(entry);
    const KnownHit& known = put(stored, *run);
    const AlertHitRow row = rowOf(known);
    Q_EMIT run->readsAppended(known.read, 1);
    Q_EMIT q.hitArrived(row);
    Q_EMIT q.changed();
}

QueryRun* AlertService::Private::runFor(const AlertEntry& entry)
{
    QueryRun*& run = runs[entry.id];
    if (!run) {
        run = new QueryRun(termsOf(entry));
        run->setParent(&q);
        run->m_ofAlert = true;
        run->m_state = QueryRun::State::Complete;
        run->m_total = 0;
        run->m_sentAt = entry.addedAt;
        run->m_expiresAt = Instant::max();
        QObject::connect(run, &QueryRun::readChanged, &q, [this, made = run](qsizetype read) { judged(*made, read); });
    }
    return run;
}

AlertService::Private::KnownHit& AlertService::Private::put(const StoredHit& hit, QueryRun& run)
{
    KnownHit known{.hit = hit,
                   .capturedAt = hit.read.capturedAt,
                   .exact = hit.read.exact,
                   .run = &run,
                   .read = static_cast<qsizetype>(run.m_reads.size())};
    known.hit.read = {};
    pack(run.m_reads, hit.read);
    run.m_total = static_cast<std::int64_t>(run.m_reads.size());
    places.insert(hit.hitId, hits.size());
    return hits.emplace_back(std::move(known));
}

void AlertService::Private::loadHits()
{
    // Judged in a session before this one and not kept: gone, as a query's reads are.
    for (const AlertEntry& entry : std::as_const(rows)) {
        if (isMine(entry))
            (void)parts.hits.dropReads(entry.id, true);
    }
    const auto counted = parts.hits.counts();
    for (const auto& [id, count] : counted.asKeyValueRange())
        counts.insert(id, countOf(count));
    for (const StoredHit& hit : parts.hits.ofOwner(parts.actor.user)) {
        const auto entry = rows.constFind(hit.alert);
        if (entry != rows.constEnd() && isMine(*entry) && entry->state != AlertState::Removed)
            put(hit, *runFor(*entry));
    }
}

void AlertService::Private::recount(const AlertId& id)
{
    counts.insert(id, countOf(parts.hits.count(id)));
}

void AlertService::Private::judged(QueryRun& run, qsizetype read)
{
    const auto known = std::ranges::find_if(hits, [&](const KnownHit& one) { return one.run == &run && one.read == read; });
    const Verdict verdict = run.verification(static_cast<std::size_t>(read)).verdict;
    if (known == hits.end() || known->hit.verdict == verdict)
        return;
    // read.verified stands in the log already. Where the verdict cannot be stored, the hit is asked about once more.
    if (!parts.hits.setVerdict(parts.actor.user, known->hit.hitId, verdict))
        return;
    known->hit.verdict = verdict;
    recount(known->hit.alert);
    Q_EMIT q.hitChanged(known->hit.hitId);
    Q_EMIT q.changed();
}

void AlertService::Private::endRun(const AlertId& id)
{
    QueryRun* run = runs.take(id);
    if (!run)
        return;
    std::erase_if(hits, [run](const KnownHit& one) { return one.run == run; });
    places.clear();
    for (std::size_t n = 0; n < hits.size(); ++n)
        places.insert(hits[n].hit.hitId, n);
    run->m_reads.clear();
    run->m_verifications.clear();
    run->m_kept.clear();
    run->m_state = QueryRun::State::Ended;
    Q_EMIT run->readsCleared();
    Q_EMIT run->stateChanged();
    run->deleteLater();
    Q_EMIT q.hitsReset();
}

AlertHitRow AlertService::Private::rowOf(const KnownHit& known) const
{
    return {.hitId = known.hit.hitId,
            .alert = known.hit.alert,
            .capturedAt = known.capturedAt,
            .receivedAt = known.hit.receivedAt,
            .shownAt = known.hit.shownAt,
            .verdict = known.hit.verdict,
            .exact = known.exact,
            .run = known.run,
            .read = known.read};
}

std::vector<AlertHitRow> AlertService::hits() const
{
    std::vector<AlertHitRow> list;
    list.reserve(d->hits.size());
    for (auto known = d->hits.rbegin(); known != d->hits.rend(); ++known)
        list.push_back(d->rowOf(*known));
    return list;
}

std::optional<AlertHitRow> AlertService::hit(const QString& hitId) const
{
    const auto found = d->places.constFind(hitId);
    return found == d->places.constEnd() ? std::nullopt : std::optional(d->rowOf(d->hits[*found]));
}

int AlertService::unshown() const
{
    return static_cast<int>(std::ranges::count_if(d->hits, [](const auto& known) { return !known.hit.shownAt; }));
}

void AlertService::markShown(const QString& hitId)
{
    const auto found = d->places.constFind(hitId);
    if (!d->running || found == d->places.constEnd() || d->hits[*found].hit.shownAt)
        return;
    const Instant at = d->parts.clock.now();
    if (!d->parts.hits.setShown(d->parts.actor.user, hitId, at))
        return; // shown once more at the next sign-in
    d->hits[*found].hit.shownAt = at;
    Q_EMIT hitChanged(hitId);
}

StreamLink AlertService::link() const
{
    return d->link;
}

} // namespace casebound
