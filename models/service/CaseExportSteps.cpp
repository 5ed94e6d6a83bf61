// How an export goes on: a batch is read on the window's thread and handed to the worker, and the next one is read meanwhile.
#include "crypto/TimeStamp.h"
#include "ledger/Checkpoint.h"
#include "service/Answers.h"
#include "service/CaseExportRunning.h"
#include "store/KeptReadTable.h"

#include <QtConcurrentRun>

#include <algorithm>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace casebound {

namespace {

constexpr std::uint64_t leavesATurn = 16'384;
constexpr std::size_t readsABatch = 64, entriesABatch = 128;
constexpr std::size_t mostHeld = 24; ///< Batches of each: 1,536 reads and 3,072 entries are about 12 MB.

using Done = std::expected<void, CaseExportProblem>;

Done doneOf(const BundleSink::Done& done)
{
    return done.transform_error(problemOf);
}

/// The heap of a thread keeps what was freed in it, and the other thread's next step could not use it.
void giveBackFreed()
{
#ifdef __GLIBC__
    (void)::malloc_trim(0);
#endif
}

/// Entries of the case from `next` on, at most `count`; neighbours are read together. Nothing at a fault.
std::optional<std::vector<StoredEntry>> storedEntries(const AuditLog& log, const std::vector<std::uint64_t>& sequences, std::size_t next,
                                                      std::size_t count)
{
    std::vector<StoredEntry> list;
    for (std::size_t at = next; at < sequences.size() && list.size() < count;) {
        std::size_t run = 1;
        while (at + run < sequences.size() && list.size() + run < count && sequences[at + run] == sequences[at] + run)
            ++run;
        auto some = log.entries(sequences[at], run);
        if (some.size() != run || some.back().sequence != sequences[at] + run - 1)
            return std::nullopt;
        std::ranges::move(some, std::back_inserter(list));
        at += run;
    }
    return list;
}

} // namespace

CaseExportProblem problemOf(BundleFault fault)
{
    switch (fault) {
    case BundleFault::TargetExists: return CaseExportProblem::TargetExists;
    case BundleFault::CannotWrite: return CaseExportProblem::CannotWrite;
    case BundleFault::DiskFull: return CaseExportProblem::DiskFull;
    case BundleFault::BadRecipient: return CaseExportProblem::BadRecipient;
    case BundleFault::TooLarge: return CaseExportProblem::TooLarge;
    case BundleFault::ReportFailed: return CaseExportProblem::ReportFailed;
    case BundleFault::PictureDiffers: return CaseExportProblem::PictureDiffers;
    case BundleFault::CheckFailed: return CaseExportProblem::CheckFailed;
    }
    return CaseExportProblem::CannotWrite;
}

bool CaseExport::Job::stop()
{
    Fate open = Fate::Open;
    return m_fate.compare_exchange_strong(open, Fate::Stopped) || open == Fate::Stopped;
}

bool CaseExport::Job::mayPublish()
{
    Fate open = Fate::Open;
    return m_fate.compare_exchange_strong(open, Fate::Publishing);
}

void CaseExport::turn()
{
    // By the event loop: a step never calls the next one.
    QMetaObject::invokeMethod(
        this,
        [this, job = std::weak_ptr(m_running->job)] {
            if (m_running && m_running->job == job.lock())
                step();
        },
        Qt::QueuedConnection);
}

void CaseExport::step()
{
    if (m_running->job->isStopped() && m_running->phase != Running::Phase::Writing)
        return end(std::unexpected(CaseExportProblem::Cancelled));
    switch (m_running->phase) {
    case Running::Phase::Proofs:
    case Running::Phase::Numbers: return gather();
    case Running::Phase::Writing: return feed();
    }
}

void CaseExport::gather()
{
    Running& now = *m_running;
    BundleCover& cover = now.job->cover;
    if (!now.proofs) {
        const auto sequences = m_parts.log.caseEntries(now.request.subject);
        cover.checkpoint = m_parts.log.headNote();
        const auto head = readCheckpoint(cover.checkpoint);
        if (!head) // no key of the workstation signed it
            return end(std::unexpected(CaseExportProblem::CannotSign));
        if (!sequences || head->size != m_parts.log.head().size)
            return end(std::unexpected(CaseExportProblem::LogUnreadable));
        now.sequences = *sequences;
        cover.checkpointSize = head->size;
        now.proofs.emplace(head->size,
                           [&log = m_parts.log](std::uint64_t first, std::size_t count) { return log.leafHashes(first, count); });
        const auto [reads, entries] = BundleWriter::passes(cover);
        now.total = static_cast<quint64>(reads) * now.rows.size() + static_cast<quint64>(entries + 1) * now.sequences.size() + 1;
        return turn();
    }
    if (now.phase == Running::Phase::Proofs) {
        if (now.proofs->prepare(leavesATurn)) {
            const auto head = readCheckpoint(cover.checkpoint);
            if (now.proofs->isDamaged() || now.proofs->root() != head->root)
                return end(std::unexpected(CaseExportProblem::LogUnreadable));
            now.phase = Running::Phase::Numbers;
        }
        return turn();
    }
    const auto next = batch(true, false);
    if (!next)
        return end(std::unexpected(next.error()));
    for (const BundleEntry& one : (*next)->entries)
        now.count.add(one.open, one.closed);
    now.done += (*next)->entries.size();
    Q_EMIT progressed(CaseExportStep::Gathering, now.done, now.total);
    if (now.next < now.sequences.size())
        return turn();
    now.next = 0;
    cover.numbers = now.count.numbers();
    cover.reads = static_cast<std::int64_t>(now.rows.size());
    now.phase = Running::Phase::Writing;
    std::vector<Certificate> recipients;
    for (const ExportRecipient& one : now.request.recipients)
        recipients.push_back(one.certificate);
    work([leave = *now.leave, kind = now.request.kind, target = now.request.target, recipients](Job& job) -> Done {
        auto writer = BundleWriter::create(leave, job.cover, kind, target, recipients);
        if (!writer)
            return std::unexpected(problemOf(writer.error()));
        job.writer = *std::move(writer);
        return doneOf(job.writer->start());
    });
}

std::expected<std::shared_ptr<const CaseExport::Batch>, CaseExportProblem> CaseExport::batch(bool entries, bool pictures)
{
    Running& now = *m_running;
    auto& held = now.held[entries ? 1 : 0];
    const std::size_t number = now.next / (entries ? entriesABatch : readsABatch);
    if (!pictures && number < held.size()) {
        now.next += held[number]->reads.size() + held[number]->entries.size();
        return held[number];
    }
    auto next = entries ? entryBatch() : readBatch(pictures);
    if (!next)
        return std::unexpected(next.error());
    const auto shared = std::make_shared<const Batch>(*std::move(next));
    if (!pictures && number == held.size() && number < mostHeld)
        held.push_back(shared);
    return shared;
}

std::expected<CaseExport::Batch, CaseExportProblem> CaseExport::readBatch(bool pictures)
{
    Running& now = *m_running;
    const std::span<const std::int64_t> left = std::span(now.rows).subspan(now.next);
    auto reads = m_parts.kept.read(now.request.subject, left.first(std::min(left.size(), readsABatch)), pictures);
    if (!reads)
        return std::unexpected(CaseExportProblem::CannotRead);
    now.next += reads->size();
    Batch next{.reads = {}, .entries = {}, .last = now.next == now.rows.size()};
    for (KeptRead& kept : *reads) {
        std::vector<PlaceNotice> places;
        if (kept.read.location)
            places = placeNotices(m_parts.profile.sensitivePlaces,
                                  {.latitude = kept.read.location->latitude, .longitude = kept.read.location->longitude});
        const bool ofAlert = now.count.isHit(kept.query.text(), kept.read.readId);
        next.reads.push_back({.kept = std::move(kept), .places = std::move(places), .ofAlert = ofAlert});
    }
    return next;
}

std::expected<CaseExport::Batch, CaseExportProblem> CaseExport::entryBatch()
{
    Running& now = *m_running;
    const auto stored = storedEntries(m_parts.log, now.sequences, now.next, entriesABatch);
    if (!stored)
        return std::unexpected(CaseExportProblem::LogUnreadable);
    Batch next{.reads = {}, .entries = {}, .last = now.next + stored->size() == now.sequences.size()};
    for (const StoredEntry& one : *stored) {
        auto open = parsePublicPart(one.publicBytes);
        auto closed = parsePrivatePart(one.privateBytes);
        Proof proof = now.proofs->prove(one.sequence);
        if (!open || !closed || now.proofs->isDamaged())
            return std::unexpected(CaseExportProblem::LogUnreadable);
        next.entries.push_back({.publicBytes = one.publicBytes,
                                .privateBytes = one.privateBytes,
                                .open = *std::move(open),
                                .closed = *std::move(closed),
                                .proof = std::move(proof)});
    }
    now.next += stored->size(); // not before: a batch that failed when it was read ahead fails again when it is its turn
    return next;
}

void CaseExport::feed()
{
    Running& now = *m_running;
    const BundleWants wants = now.job->writer->wants(); // the worker rests
    switch (wants) {
    case BundleWants::Reads:
    case BundleWants::Entries: break;
    case BundleWants::Pictures:
        if (now.next == 0) { // the passes that needed them are over
            now.held = {};
            m_parts.log.forgetPages();
            giveBackFreed();
        }
        break;
    case BundleWants::Signature: return sign();
    case BundleWants::TimeStamp: return stamp();
    case BundleWants::Check: return conclude();
    case BundleWants::Done: return end(std::unexpected(CaseExportProblem::CheckFailed));
    }
    const bool entries = wants == BundleWants::Entries, pictures = wants == BundleWants::Pictures;
    std::expected<std::shared_ptr<const Batch>, CaseExportProblem> next = std::exchange(now.ahead, nullptr);
    if (!*next)
        next = batch(entries, pictures);
    const auto shared = next.value_or(nullptr);
    const CaseExportProblem problem = next ? CaseExportProblem::Cancelled : next.error();
    const bool last = !shared || shared->last;
    now.done += shared ? shared->reads.size() + shared->entries.size() : 0;
    Q_EMIT progressed(CaseExportStep::Writing, now.done, now.total);
    work([shared, entries, problem](Job& job) -> Done {
        if (!shared)
            return std::unexpected(problem); // there, so that what was begun is removed there
        const auto added = entries ? job.writer->addEntries(shared->entries) : job.writer->addReads(shared->reads);
        if (!added || !shared->last)
            return doneOf(added);
        return doneOf(entries ? job.writer->endEntries() : job.writer->endReads());
    });
    if (last)
        now.next = 0;
    else if (const auto ahead = batch(entries, pictures))
        now.ahead = *ahead; // where it fails, it fails again when it is its turn
}

void CaseExport::sign()
{
    const auto signature = m_parts.sign(m_running->job->writer->toSign());
    work([signature](Job& job) -> Done {
        if (!signature)
            return std::unexpected(CaseExportProblem::CannotSign);
        return doneOf(job.writer->sign(*signature));
    });
}

void CaseExport::stamp()
{
    auto query = makeTimeStampQuery(m_running->job->writer->toStamp());
    if (!query)
        return stamped({}, std::unexpected(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 0, .detail = {}, .retryAt = {}}));
    m_running->isStamping = true;
    whenAnswered(m_parts.stamper->stamp(*query), this, nobodyKnows(),
                 [this, query = *query, job = std::weak_ptr(m_running->job)](const StampAnswer& answer) {
                     if (!m_running || m_running->job != job.lock() || !m_running->isStamping)
                         return; // cancelled, or of an export that ended meanwhile
                     m_running->isStamping = false;
                     stamped(query, answer);
                 });
}

void CaseExport::stamped(const QByteArray& query, const StampAnswer& answer)
{
    const auto anchors = Certificate::listFromPem(m_parts.profile.timeStamps.authoritiesPem);
    const bool good =
        answer && anchors && checkTimeStamp(*answer, m_running->job->writer->toStamp(), *anchors, m_parts.clock.now(), query).has_value();
    work([stamp = good ? *answer : QByteArray()](Job& job) -> Done {
        if (stamp.isEmpty())
            return std::unexpected(CaseExportProblem::NoTimeStamp);
        return doneOf(job.writer->stamp(stamp));
    });
}

void CaseExport::conclude()
{
    Q_EMIT progressed(CaseExportStep::Checking, m_running->total - 1, m_running->total);
    m_parts.kept.forgetPages();
    work([check = m_check, shared = m_running->job](Job& job) -> Done {
        // Read back, and beside that looked at from outside, as whoever gets it will; an envelope opens for its recipients alone.
        giveBackFreed();
        const QString draft = job.writer->draft();
        auto same = QtConcurrent::run([shared] { return shared->writer->check(); });
        const bool good = !check || draft.isEmpty() || check(draft).isEmpty();
        if (const auto done = same.result(); !done || !good)
            return std::unexpected(done ? CaseExportProblem::CheckFailed : problemOf(done.error()));
        if (!job.mayPublish())
            return std::unexpected(CaseExportProblem::Cancelled);
        auto written = job.writer->conclude();
        if (!written)
            return std::unexpected(problemOf(written.error()));
        job.written = *std::move(written);
        return {};
    });
}

void CaseExport::work(Work deed)
{
    Running& now = *m_running;
    now.worker = std::make_unique<QFutureWatcher<Done>>();
    connect(now.worker.get(), &QFutureWatcherBase::finished, this, &CaseExport::workDone, Qt::QueuedConnection);
    now.worker->setFuture(QtConcurrent::run([job = now.job, deed = std::move(deed)]() -> Done {
        Done done = job->isStopped() ? std::unexpected(CaseExportProblem::Cancelled) : deed(*job);
        if (done && job->isStopped())
            done = std::unexpected(CaseExportProblem::Cancelled);
        if (!done)
            job->writer.reset(); // with everything that was begun
        return done;
    }));
}

void CaseExport::workDone()
{
    if (!m_running || !m_running->worker || !m_running->worker->isFinished())
        return; // of an export that ended meanwhile
    const Done done = m_running->worker->result();
    if (!done)
        return end(std::unexpected(done.error()));
    if (m_running->job->written)
        return end(*m_running->job->written);
    step();
}

} // namespace casebound
