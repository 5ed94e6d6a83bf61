#include "service/ReviewReader.h"

#include "domain/Plate.h"
#include "ledger/AuditEntry.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr std::size_t hashesAtOnce = 16; ///< So many hashes take about as long as one entry.

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

} // namespace

ReviewReader::ReviewReader(const AuditLog& log, const ReviewPeriod& period, std::uint64_t opened, IndicatorFacts facts, int contextDays)
    : m_log(log),
      m_period(period),
      m_opened(opened),
      m_size(log.head().size),
      m_contextFirst(std::min(firstAt(log, period.from - std::chrono::days(contextDays)), period.first)),
      m_head(log.head().root),
      m_facts(facts),
      m_scan(inPeriod(std::move(facts), period.first)),
      m_context(m_contextFirst),
      m_index(period.first)
{
    m_total = m_size / hashesAtOnce + (m_period.end - m_contextFirst);
}

std::uint64_t ReviewReader::firstAt(const AuditLog& log, Instant at, std::uint64_t from)
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
    while (count > 0 && m_next < m_size) {
        const auto step = static_cast<std::size_t>(std::min<std::uint64_t>({count, m_size - m_next, 4'096}));
        const auto leaves = m_log.leafHashes(m_next, step);
        if (leaves.size() != step)
            return fail(m_next);
        for (const Hash& leaf : leaves) {
            if (m_next == m_period.end)
                m_periodRoot = m_tree.root();
            if (m_next >= m_contextFirst && m_next < m_period.end)
                m_leaves.push_back(leaf);
            m_tree.add(leaf);
            if (m_next == m_opened)
                m_openedRoot = m_tree.root();
            ++m_next;
        }
        count -= step;
        m_done = m_next / hashesAtOnce;
    }
    if (m_next < m_size)
        return;
    if (m_tree.root() != m_head || m_leaves.size() != m_period.end - m_contextFirst)
        return fail(m_size);
    m_next = m_contextFirst;
    m_stage = Stage::Entries;
}

void ReviewReader::readEntries(std::size_t count)
{
    const std::uint64_t left = m_period.end - m_next;
    const auto rows = m_log.entries(m_next, static_cast<std::size_t>(std::min<std::uint64_t>(left, count)));
    if (rows.empty() && left > 0)
        return fail(m_next);
    for (const StoredEntry& row : rows) {
        const bool inside = m_next >= m_period.first;
        EntryIndex& index = inside ? m_index : m_context;
        if (row.sequence != m_next || !index.add(row.publicBytes, row.privateBytes, m_leaves[m_next - m_contextFirst]))
            return fail(m_next);
        const IndexedEntry& entry = index.entries().back();
        take(actOf(entry), entry);
        ++m_next;
        ++m_done;
    }
    if (m_next == m_period.end)
        finish();
}

void ReviewReader::take(const LoggedAct& act, const IndexedEntry& entry)
{
    m_scan.add(act);
    const bool inside = entry.sequence >= m_period.first;
    if (act.kind == ActKind::QueryRefused)
        m_refusals[act.user].push_back({.at = act.at, .plate = sentPlate(act.plate), .caseNumber = act.caseNumber});
    if (!act.decidedBy.isEmpty())
        m_decidedBy.insert(entry.sequence, act.decidedBy);
    if (inside && (entry.event == AuditEvent::QueryIntended || entry.event == AuditEvent::AlertIntended))
        m_candidates.push_back(entry.sequence);
    if (inside && isException(entry.event))
        must(entry.sequence, ReviewCause::Exception);
    if (act.kind != ActKind::QuerySent)
        return;
    auto& refused = m_refusals[act.user];
    std::erase_if(refused, [&](const Refusal& one) { return act.at - one.at > std::chrono::minutes(m_facts.policy.refusedMinutes); });
    if (!inside)
        return;
    if (std::ranges::any_of(refused, [&](const Refusal& one) {
            return (!one.plate.isEmpty() && one.plate == act.plate) || (!one.caseNumber.isEmpty() && one.caseNumber == act.caseNumber);
        }))
        must(entry.sequence, ReviewCause::RefusedThenSent);
    if (isOutsideShift(m_facts.policy, act.user, act.at, m_facts.zone))
        must(entry.sequence, ReviewCause::OffHours);
}

void ReviewReader::must(std::uint64_t sequence, ReviewCause cause)
{
    m_causes[sequence].add(cause);
}

void ReviewReader::finish()
{
    m_hits = m_scan.finish();
    for (IndicatorHit& hit : m_hits) {
        // What stands beside the log has no entry in it.
        std::erase_if(hit.entries, [this](std::uint64_t sequence) { return sequence < m_period.first || sequence >= m_period.end; });
        const bool repeat = hit.indicator == Indicator::RepeatPlate, own = hit.indicator == Indicator::SelfApproval;
        if (!repeat && !own && !std::ranges::contains(m_facts.policy.judgedToo, hit.indicator))
            continue;
        for (const std::uint64_t sequence : hit.entries)
            must(sequence, repeat ? ReviewCause::Repeat : own ? ReviewCause::OwnApproval : ReviewCause::JudgedToo);
    }
    for (const auto& [sequence, causes] : m_causes)
        m_must.push_back({.sequence = sequence, .causes = causes, .owner = ownerOf(sequence)});
    m_stage = Stage::Done;
}

UserId ReviewReader::ownerOf(std::uint64_t sequence) const
{
    const auto decided = m_decidedBy.constFind(sequence);
    if (decided != m_decidedBy.cend())
        return UserId(*decided);
    const IndexedEntry* entry = m_index.find(sequence);
    return entry ? UserId(entry->person) : UserId();
}

bool ReviewReader::stillHolds() const
{
    if (!m_log.isWritable() || m_fault)
        return false;
    constexpr std::size_t atOnce = 1'024;
    const LogHead head = m_log.head();
    MerkleTree tree;
    for (std::uint64_t next = 0; next < head.size; next += atOnce) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(atOnce, head.size - next));
        const auto leaves = m_log.leafHashes(next, wanted);
        if (leaves.size() != wanted)
            return false;
        for (const Hash& leaf : leaves)
            tree.add(leaf);
        if (next + wanted <= m_period.first || next >= m_period.end)
            continue;
        const auto rows = m_log.entries(next, wanted);
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
