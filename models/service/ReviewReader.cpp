#include "service/ReviewReader.h"

#include "domain/Plate.h"
#include "ledger/AuditEntry.h"

#include <algorithm>
#include <array>

namespace casebound {

namespace {

constexpr std::size_t hashesAtOnce = 16; ///< So many hashes take about as long as one entry.
constexpr std::size_t rowsAtOnce = 256;

IndicatorFacts inPeriod(IndicatorFacts facts, std::uint64_t first)
{
    facts.firstSequence = first;
    return facts;
}

/// As it would have been sent: what was refused stands in the log as typed.
QString sentPlate(const QString& typed)
{
    const auto plate = Plate::fromTyped(typed);
    return plate ? plate->text() : typed;
}

bool isException(AuditEvent event)
{
    return event == AuditEvent::ExceptionAsked || event == AuditEvent::ExceptionGranted || event == AuditEvent::ExceptionRefused ||
           event == AuditEvent::ExceptionUsed;
}

/// These hits are about what stands beside the log: having no entry of the period is nothing against them.
bool standsBeside(Indicator indicator)
{
    return indicator == Indicator::StaleAlert || indicator == Indicator::AuditNotDone || indicator == Indicator::LogGap;
}

} // namespace

ReviewReader::ReviewReader(const AuditLog& log, const ReviewPeriod& period, std::uint64_t opened, IndicatorFacts facts, int contextDays)
    : m_log(log),
      m_period(period),
      m_opened(opened),
      m_contextDays(contextDays),
      m_facts(facts),
      m_scan(inPeriod(std::move(facts), period.first))
{
    append(std::make_shared<const OwnRows>(log), {.origin = QString::fromUtf8(log.origin()),
                                                  .size = log.head().size,
                                                  .root = log.head().root,
                                                  .first = period.first,
                                                  .end = period.end});
}

void ReviewReader::add(std::shared_ptr<const OtherLog> log, const ReviewedLog& reviewed)
{
    append(std::move(log), reviewed);
}

void ReviewReader::append(std::shared_ptr<const LogRows> rows, const ReviewedLog& what)
{
    const std::uint64_t context = std::min(firstAt(*rows, m_period.from - std::chrono::days(m_contextDays)), what.first);
    m_logs.push_back(
        {.rows = std::move(rows), .what = what, .contextFirst = context, .context = EntryIndex(context), .index = EntryIndex(what.first)});
    m_entries.add(m_logs.back().index);
    m_total += what.size / hashesAtOnce + (what.end - context);
}

std::uint64_t ReviewReader::firstAt(const LogRows& log, Instant at, std::uint64_t from)
{
    std::uint64_t low = from, high = std::max(log.head().size, from);
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        const auto entry = log.entries(middle, 1);
        const auto part = entry.empty() ? std::unexpected(EntryProblem::BadValue) : parsePublicPart(entry.front().publicBytes);
        if (part && part->at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void ReviewReader::fail(std::uint64_t entry)
{
    m_fault = entry;
    m_stage = Stage::Done;
}

bool ReviewReader::read(std::size_t count)
{
    if (m_stage == Stage::Hashes)
        readHashes(count * hashesAtOnce);
    else if (m_stage == Stage::Entries)
        readEntries(count);
    return isDone();
}

void ReviewReader::readHashes(std::size_t count)
{
    // Every hash leads to the head; the entries are then held to their hashes.
    while (count > 0 && m_hashing < m_logs.size()) {
        Log& log = m_logs[m_hashing];
        const auto step = static_cast<std::size_t>(std::min<std::uint64_t>({count, log.what.size - log.next, 4'096}));
        const auto leaves = log.rows->leafHashes(log.next, step);
        if (leaves.size() != step)
            return fail(reviewEntry(m_hashing, log.next));
        for (const Hash& leaf : leaves) {
            if (m_hashing == 0 && log.next == m_period.end)
                m_periodRoot = m_tree.root();
            if (log.next >= log.contextFirst && log.next < log.what.end)
                log.leaves.push_back(leaf);
            m_tree.add(leaf);
            if (m_hashing == 0 && log.next == m_opened)
                m_openedRoot = m_tree.root();
            ++log.next;
        }
        count -= step;
        m_done += step / hashesAtOnce;
        if (log.next < log.what.size)
            continue;
        if (m_tree.root() != log.what.root || log.leaves.size() != log.what.end - log.contextFirst)
            return fail(reviewEntry(m_hashing, log.what.size));
        log.next = log.contextFirst;
        m_tree = MerkleTree();
        ++m_hashing;
    }
    if (m_hashing == m_logs.size())
        m_stage = Stage::Entries;
}

bool ReviewReader::fetch(Log& log)
{
    log.waiting = nullptr;
    if (log.next == log.what.end)
        return true;
    if (log.read.empty()) {
        for (StoredEntry& row :
             log.rows->entries(log.next, static_cast<std::size_t>(std::min<std::uint64_t>(log.what.end - log.next, rowsAtOnce))))
            log.read.push_back(std::move(row));
    }
    EntryIndex& index = log.next >= log.what.first ? log.index : log.context;
    if (log.read.empty() || log.read.front().sequence != log.next ||
        !index.add(log.read.front().publicBytes, log.read.front().privateBytes, log.leaves[log.next - log.contextFirst]))
        return false;
    log.read.pop_front();
    log.waiting = &index.entries().back();
    ++log.next;
    return true;
}

void ReviewReader::readEntries(std::size_t count)
{
    for (; count > 0; --count) {
        std::optional<std::size_t> earliest;
        for (std::size_t n = 0; n < m_logs.size(); ++n) {
            Log& log = m_logs[n];
            if (!log.waiting && !fetch(log))
                return fail(reviewEntry(n, log.next));
            if (log.waiting && (!earliest || log.waiting->at < m_logs[*earliest].waiting->at))
                earliest = n;
        }
        if (!earliest)
            return finish();
        take(*earliest, *std::exchange(m_logs[*earliest].waiting, nullptr));
        ++m_done;
    }
}

void ReviewReader::take(std::size_t log, const IndexedEntry& entry)
{
    LoggedAct act = actOf(entry);
    act.sequence = reviewEntry(log, entry.sequence);
    act.workstation = m_logs[log].what.origin;
    m_scan.add(act);
    const bool inside = isOfPeriod(act.sequence);
    if (act.kind == ActKind::QueryRefused)
        m_refusals[act.user].push_back({.at = act.at, .plate = sentPlate(act.plate), .caseNumber = act.caseNumber});
    if (!act.decidedBy.isEmpty())
        m_decidedBy.insert(act.sequence, act.decidedBy);
    if (inside && (entry.event == AuditEvent::QueryIntended || entry.event == AuditEvent::AlertIntended))
        m_candidates.push_back(act.sequence);
    if (inside && isException(entry.event))
        must(act.sequence, ReviewCause::Exception);
    if (act.kind != ActKind::QuerySent)
        return;
    auto& refused = m_refusals[act.user];
    std::erase_if(refused, [&](const Refusal& one) { return act.at - one.at > std::chrono::minutes(m_facts.policy.refusedMinutes); });
    if (!inside)
        return;
    if (std::ranges::any_of(refused, [&](const Refusal& one) {
            return (!one.plate.isEmpty() && one.plate == act.plate) || (!one.caseNumber.isEmpty() && one.caseNumber == act.caseNumber);
        }))
        must(act.sequence, ReviewCause::RefusedThenSent);
    if (isOutsideShift(m_facts.policy, act.user, act.at, m_facts.zone))
        must(act.sequence, ReviewCause::OffHours);
}

bool ReviewReader::isOfPeriod(std::uint64_t entry) const
{
    const ReviewedLog& log = m_logs[logOf(entry)].what;
    return sequenceOf(entry) >= log.first && sequenceOf(entry) < log.end;
}

void ReviewReader::must(std::uint64_t entry, ReviewCause cause)
{
    m_causes[entry].add(cause);
}

void ReviewReader::finish()
{
    m_hits = m_scan.finish();
    for (IndicatorHit& hit : m_hits) {
        std::erase_if(hit.entries, [this](std::uint64_t entry) { return !isOfPeriod(entry); });
        const bool repeat = hit.indicator == Indicator::RepeatPlate, own = hit.indicator == Indicator::SelfApproval;
        if (!repeat && !own && !std::ranges::contains(m_facts.policy.judgedToo, hit.indicator))
            continue;
        for (const std::uint64_t entry : hit.entries)
            must(entry, repeat ? ReviewCause::Repeat : own ? ReviewCause::OwnApproval : ReviewCause::JudgedToo);
    }
    // What was found before the period alone was another review's.
    std::erase_if(m_hits, [](const IndicatorHit& hit) { return hit.entries.empty() && !standsBeside(hit.indicator); });
    std::ranges::sort(m_candidates); // of several logs they came by their times
    for (const auto& [entry, causes] : m_causes)
        m_must.push_back({.sequence = entry, .causes = causes, .owner = ownerOf(entry)});
    m_stage = Stage::Done;
}

UserId ReviewReader::ownerOf(std::uint64_t entry) const
{
    const auto decided = m_decidedBy.constFind(entry);
    if (decided != m_decidedBy.cend())
        return UserId(*decided);
    const IndexedEntry* known = m_entries.find(entry);
    return known ? UserId(known->person) : UserId();
}

bool ReviewReader::stillHolds() const
{
    if (!m_log.isWritable() || m_fault)
        return false;
    return std::ranges::all_of(m_logs, [this](const Log& log) {
        return holds(log, &log == &m_logs.front() ? m_log.head() : LogHead{.size = log.what.size, .root = log.what.root});
    });
}

bool ReviewReader::holds(const Log& log, const LogHead& head)
{
    constexpr std::size_t atOnce = 1'024;
    MerkleTree tree;
    for (std::uint64_t next = 0; next < head.size; next += atOnce) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(atOnce, head.size - next));
        const auto leaves = log.rows->leafHashes(next, wanted);
        if (leaves.size() != wanted)
            return false;
        for (const Hash& leaf : leaves)
            tree.add(leaf);
        if (next + wanted <= log.what.first || next >= log.what.end)
            continue;
        const auto rows = log.rows->entries(next, wanted);
        if (rows.size() != wanted)
            return false;
        for (std::size_t n = 0; n < wanted; ++n) {
            const auto part =
                leafHash(rows[n].publicBytes) == leaves[n] ? parsePublicPart(rows[n].publicBytes) : std::unexpected(EntryProblem::BadValue);
            if (!part || part->sequence != next + n || part->commitment != toBytes(sha256(rows[n].privateBytes)))
                return false;
        }
    }
    return tree.root() == head.root;
}

} // namespace casebound
