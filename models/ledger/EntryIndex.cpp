#include "ledger/EntryIndex.h"

#include "domain/Text.h"
#include "ledger/ApprovalStatement.h"
#include "ledger/MerkleTree.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString& text)
{
    QStringList words;
    const QString folded = foldForLookup(text);
    QString word;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

bool isQuery(AuditEvent event)
{
    using enum AuditEvent;
    constexpr std::array queries{QueryRefused, QueryIntended, QueryAnswered, QueryFailed, QueryUnknown, QueryWithdrawn};
    return std::ranges::contains(queries, event);
}

ActKind kindOf(AuditEvent event)
{
    constexpr std::array kinds{std::pair(AuditEvent::QueryIntended, ActKind::QuerySent),
                               std::pair(AuditEvent::QueryRefused, ActKind::QueryRefused),
                               std::pair(AuditEvent::ReadVerified, ActKind::ReadVerified),
                               std::pair(AuditEvent::ReadKept, ActKind::ReadKept),
                               std::pair(AuditEvent::ExceptionAsked, ActKind::ExceptionAsked),
                               std::pair(AuditEvent::ExceptionGranted, ActKind::ExceptionGranted),
                               std::pair(AuditEvent::ExceptionRefused, ActKind::ExceptionRefused),
                               std::pair(AuditEvent::ExceptionUsed, ActKind::ExceptionUsed)};
    const auto* found = std::ranges::find(kinds, event, &std::pair<AuditEvent, ActKind>::first);
    return found == kinds.end() ? ActKind::Other : found->second;
}

} // namespace

std::expected<void, IndexFault> EntryIndex::add(QByteArrayView publicBytes, QByteArrayView privateBytes, const Hash& leaf)
{
    if (leafHash(publicBytes) != leaf)
        return std::unexpected(IndexFault::NotItsHash);
    auto shown = parsePublicPart(publicBytes);
    if (!shown)
        return std::unexpected(IndexFault::NotRead);
    if (shown->sequence != end())
        return std::unexpected(IndexFault::OutOfOrder);
    if (shown->commitment != toBytes(sha256(privateBytes)))
        return std::unexpected(IndexFault::NotCommitted);
    auto hidden = parsePrivatePart(privateBytes);
    if (!hidden)
        return std::unexpected(IndexFault::NotRead);
    put({.sequence = shown->sequence,
         .at = shown->at,
         .event = shown->event,
         .person = std::move(hidden->userId),
         .behalf = std::move(hidden->onBehalfOf),
         .caseNumber = std::move(hidden->caseNumber),
         .plate = std::move(hidden->plate),
         .jurisdiction = std::move(hidden->jurisdiction),
         .reasonCode = std::move(shown->reasonCode),
         .outcome = std::move(shown->outcome),
         .reasonText = std::move(hidden->reasonText),
         .queryId = std::move(shown->queryId),
         .approvalId = std::move(shown->approvalId),
         .session = std::move(shown->session),
         .verdict = std::move(shown->verdict),
         .note = std::move(hidden->note),
         .readIds = std::move(hidden->readIds),
         .matter = shown->matter,
         .from = hidden->from,
         .to = hidden->to,
         .limitYears = shown->limit ? shown->limit->years : 0,
         .sealedSha256 = std::move(shown->sealedSha256),
         .counts = shown->counts});
    return {};
}

void EntryIndex::put(IndexedEntry entry)
{
    const auto place = static_cast<std::uint32_t>(m_entries.size());
    entry.sequence = end();
    const auto list = [place](Lists& lists, QString& value) {
        if (value.isEmpty())
            return;
        const auto found = lists.find(value);
        if (found != lists.end()) {
            value = found.key(); // one copy of each text
            found->push_back(place);
        } else {
            lists.insert(value, {place});
        }
    };
    list(m_persons, entry.person);
    list(m_behalves, entry.behalf);
    list(m_cases, entry.caseNumber);
    list(m_plates, entry.plate);
    list(m_reasonCodes, entry.reasonCode);
    list(m_outcomes, entry.outcome);
    list(m_queries, entry.queryId);
    m_events[static_cast<int>(entry.event)].push_back(place);
    QStringList words = wordsOf(entry.reasonText);
    words.removeDuplicates();
    for (QString& word : words)
        list(m_words, word);
    if (!words.isEmpty())
        m_sortedWords.clear();
    if (!m_latest.empty() && entry.at < m_latest.back())
        m_back.push_back(place);
    m_at.push_back(entry.at);
    m_latest.push_back(m_latest.empty() ? entry.at : std::max(entry.at, m_latest.back()));
    m_entries.push_back(std::move(entry));
}

const IndexedEntry* EntryIndex::find(std::uint64_t sequence) const
{
    return sequence >= m_first && sequence < end() ? &m_entries[sequence - m_first] : nullptr;
}

QStringList EntryIndex::sortedKeys(const Lists& lists)
{
    QStringList keys = lists.keys();
    keys.sort();
    return keys;
}

bool EntryIndex::matches(std::uint32_t place, const EntryFilter& filter, const std::vector<Source>& words,
                         std::optional<std::size_t> known) const
{
    const Instant at = m_at[place];
    if ((filter.from && at < *filter.from) || (filter.to && at >= *filter.to))
        return false;
    const IndexedEntry& entry = m_entries[place];
    const auto same = [](const QString& asked, const QString& value) { return asked.isEmpty() || asked == value; };
    if (!same(filter.person, entry.person) || !same(filter.behalf, entry.behalf) || !same(filter.caseNumber, entry.caseNumber) ||
        !same(filter.plate, entry.plate) || !same(filter.reasonCode, entry.reasonCode) || !same(filter.outcome, entry.outcome) ||
        (filter.event && *filter.event != entry.event) || (filter.queriesAlone && !isQuery(entry.event)))
        return false;
    return std::ranges::all_of(words, [place, known](const Source& word) {
        return word.word == known ||
               std::ranges::any_of(word.lists, [place](const Postings* list) { return std::ranges::binary_search(*list, place); });
    });
}

bool EntryIndex::matches(const EntryFilter& filter, std::uint64_t sequence) const
{
    return find(sequence) != nullptr && matches(static_cast<std::uint32_t>(sequence - m_first), filter, wordSources(filter.words), {});
}

std::vector<EntryIndex::Source> EntryIndex::wordSources(const QString& typed) const
{
    const QStringList words = wordsOf(typed);
    if (!words.isEmpty() && m_sortedWords.empty()) {
        m_sortedWords.assign(m_words.keyBegin(), m_words.keyEnd());
        std::ranges::sort(m_sortedWords);
    }
    std::vector<Source> sources;
    for (const QString& word : words) {
        Source& source = sources.emplace_back();
        source.word = sources.size() - 1;
        for (auto one = std::ranges::lower_bound(m_sortedWords, word); one != m_sortedWords.end() && one->startsWith(word); ++one) {
            source.lists.push_back(&*m_words.constFind(*one));
            source.length += source.lists.back()->size();
        }
    }
    return sources;
}

std::optional<EntryIndex::Source> EntryIndex::shortest(const EntryFilter& filter, const std::vector<Source>& words) const
{
    std::optional<Source> best;
    // Moved in, never copied over: GCC 14's bounds check mistakes the copy of so short a list for one too far.
    const auto offer = [&](Source source) {
        if (!best || source.length < best->length)
            best.emplace(std::move(source));
    };
    const auto name = [&](const Lists& lists, const QString& value) {
        if (value.isEmpty())
            return;
        const auto found = lists.constFind(value);
        offer(found == lists.cend() ? Source{} : Source{.lists = {&*found}, .length = found->size()});
    };
    name(m_plates, filter.plate);
    name(m_cases, filter.caseNumber);
    name(m_behalves, filter.behalf);
    name(m_persons, filter.person);
    name(m_reasonCodes, filter.reasonCode);
    name(m_outcomes, filter.outcome);
    if (filter.event) {
        const auto found = m_events.constFind(static_cast<int>(*filter.event));
        offer(found == m_events.cend() ? Source{} : Source{.lists = {&*found}, .length = found->size()});
    }
    for (const Source& word : words)
        offer(word);
    return best;
}

std::pair<std::uint32_t, std::uint32_t> EntryIndex::span(const EntryFilter& filter) const
{
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(m_entries.size());
    if (filter.from)
        low = static_cast<std::uint32_t>(std::ranges::lower_bound(m_latest, *filter.from) - m_latest.begin());
    if (filter.to) {
        high = static_cast<std::uint32_t>(std::ranges::lower_bound(m_latest, *filter.to) - m_latest.begin());
        if (!m_back.empty())
            high = std::max(high, m_back.back() + 1);
    }
    return {low, high};
}

template <class Visit>
void EntryIndex::visit(const EntryFilter& filter, std::optional<std::uint64_t> before, Visit visit) const
{
    const std::vector<Source> words = wordSources(filter.words);
    const std::uint64_t last = std::min(before.value_or(end()), end());
    if (last <= m_first)
        return;
    auto [low, high] = span(filter);
    high = std::min(high, static_cast<std::uint32_t>(last - m_first));
    const auto source = shortest(filter, words);
    if (!source) {
        for (std::uint32_t place = high; place-- > low;) {
            if (matches(place, filter, words, {}) && !visit(m_entries[place]))
                return;
        }
        return;
    }
    // The union of the lists from the newest on: a heap of their ends.
    struct Cursor {
        const Postings* list;
        std::size_t left;
        [[nodiscard]] std::uint32_t place() const { return (*list)[left - 1]; }
    };
    std::vector<Cursor> heap;
    for (const Postings* one : source->lists) {
        // On a first page every list is asked from its end on.
        const auto left = one->back() < high ? one->size() : static_cast<std::size_t>(std::ranges::lower_bound(*one, high) - one->begin());
        if (left > 0)
            heap.push_back({.list = one, .left = left});
    }
    const auto earlier = [](const Cursor& a, const Cursor& b) { return a.place() < b.place(); };
    std::ranges::make_heap(heap, earlier);
    std::uint32_t seen = std::numeric_limits<std::uint32_t>::max();
    while (!heap.empty()) {
        std::ranges::pop_heap(heap, earlier);
        const std::uint32_t place = heap.back().place();
        if (place < low)
            return;
        if (--heap.back().left == 0)
            heap.pop_back();
        else
            std::ranges::push_heap(heap, earlier);
        if (std::exchange(seen, place) != place && matches(place, filter, words, source->word) && !visit(m_entries[place]))
            return;
    }
}

std::vector<const IndexedEntry*> EntryIndex::page(const EntryFilter& filter, std::optional<std::uint64_t> before, std::size_t count) const
{
    std::vector<const IndexedEntry*> rows;
    if (count > 0)
        visit(filter, before, [&](const IndexedEntry& entry) {
            rows.push_back(&entry);
            return rows.size() < count;
        });
    return rows;
}

std::size_t EntryIndex::count(const EntryFilter& filter, std::size_t most) const
{
    std::size_t found = 0;
    if (most > 0)
        visit(filter, std::nullopt, [&](const IndexedEntry&) { return ++found < most; });
    return found;
}

LoggedAct actOf(const IndexedEntry& entry)
{
    LoggedAct act{.sequence = entry.sequence,
                  .at = entry.at,
                  .kind = kindOf(entry.event),
                  .user = entry.person,
                  .session = entry.session,
                  .queryId = entry.queryId,
                  .plate = entry.plate,
                  .caseNumber = entry.caseNumber,
                  .reasonText = entry.reasonText,
                  .onBehalfOf = entry.behalf,
                  .approvalId = entry.approvalId,
                  .verdict = entry.verdict,
                  .readIds = entry.readIds,
                  .matter = entry.matter,
                  .from = entry.from,
                  .limitYears = entry.limitYears};
    if (act.kind == ActKind::ExceptionGranted) {
        // The note is the signed file, whoever took it in.
        const auto file = parseApprovalFile(entry.note.toUtf8());
        const auto statement = file ? std::optional(parseApprovalStatement(file->first)) : std::nullopt;
        if (statement && *statement)
            act.decidedBy = (*statement)->decision.decidedBy.text();
    }
    return act;
}

} // namespace casebound
