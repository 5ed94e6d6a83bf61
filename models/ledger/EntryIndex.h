// The entries of a period in memory, each checked against its hash, with an index over every member people filter by and over the words of
// the reasons. Nothing of it is on disk: it is made when somebody looks, and goes when they have looked.
#pragma once

#include "crypto/Digest.h"
#include "domain/Indicators.h"
#include "ledger/AuditEntry.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace casebound {

/// Empty members do not restrict. Texts are compared whole, but for `words`: each must begin a word of the reason (folded).
struct EntryFilter {
    QString person; ///< User id of who acted.
    QString behalf; ///< On behalf of.
    QString caseNumber, plate, reasonCode, outcome;
    std::optional<AuditEvent> event;
    QString words;
    std::optional<Instant> from, to;  ///< from ≤ at < to.
    bool queriesAlone = false;        ///< Only query.… entries.
    std::optional<std::size_t> log{}; ///< Of several logs (ReviewEntries), this one alone.
};

/// One entry as a table shows it.
struct IndexedEntry {
    std::uint64_t sequence = 0;
    Instant at{};
    AuditEvent event = AuditEvent::LogOpened;
    QString person, behalf, caseNumber, plate, jurisdiction, reasonCode, outcome, reasonText, queryId, approvalId, session, verdict, note;
    QStringList readIds;
    std::optional<Matter> matter;
    std::optional<Instant> from, to;
    int limitYears = 0;
    QByteArray sealedSha256;
    std::optional<AuditCounts> counts;
};

enum class IndexFault {
    NotRead,      ///< Bytes that are no entry.
    NotItsHash,   ///< The public part is not what the tree holds.
    NotCommitted, ///< The private part is not what the public one commits to.
    OutOfOrder,   ///< Not the entry that follows.
};

/// Not thread-safe. Entries are added in order, from `first` on.
class EntryIndex {
public:
    explicit EntryIndex(std::uint64_t first) : m_first(first) {}

    [[nodiscard]] std::expected<void, IndexFault> add(QByteArrayView publicBytes, QByteArrayView privateBytes, const Hash& leaf);
    /// For benches and tests: what add() would take in.
    void put(IndexedEntry entry);

    [[nodiscard]] std::uint64_t first() const { return m_first; }
    [[nodiscard]] std::uint64_t end() const { return m_first + m_entries.size(); }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const IndexedEntry* find(std::uint64_t sequence) const;
    [[nodiscard]] const std::deque<IndexedEntry>& entries() const { return m_entries; }

    /// Newest first, from before `before` (nothing: from the newest), at most `count`. Looks at the shortest list of those the filter
    /// names.
    [[nodiscard]] std::vector<const IndexedEntry*> page(const EntryFilter& filter, std::optional<std::uint64_t> before,
                                                        std::size_t count) const;
    [[nodiscard]] bool matches(const EntryFilter& filter, std::uint64_t sequence) const;
    /// How many match, counted up to `most`.
    [[nodiscard]] std::size_t count(const EntryFilter& filter, std::size_t most) const;
    /// The values of a member, for choices: persons, outcomes, reason codes; sorted.
    [[nodiscard]] QStringList persons() const { return sortedKeys(m_persons); }
    [[nodiscard]] QStringList outcomes() const { return sortedKeys(m_outcomes); }
    [[nodiscard]] QStringList reasonCodes() const { return sortedKeys(m_reasonCodes); }

private:
    using Postings = std::vector<std::uint32_t>; ///< Offsets from m_first, ascending.
    using Lists = QHash<QString, Postings>;
    [[nodiscard]] static QStringList sortedKeys(const Lists& lists);
    struct Source {
        std::vector<const Postings*> lists; ///< Their union.
        std::size_t length = 0;
        std::optional<std::size_t> word{}; ///< Of the filter's words, the one it is.
    };
    [[nodiscard]] std::vector<Source> wordSources(const QString& typed) const;
    /// The shortest of those a filter names; nothing where every entry must be looked at.
    [[nodiscard]] std::optional<Source> shortest(const EntryFilter& filter, const std::vector<Source>& words) const;
    /// But for `known`, the word whose lists the place was found by: asking them again costs more than the rest.
    [[nodiscard]] bool matches(std::uint32_t place, const EntryFilter& filter, const std::vector<Source>& words,
                               std::optional<std::size_t> known) const;
    /// Places that the filter's times leave.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> span(const EntryFilter& filter) const;
    template <class Visit>
    void visit(const EntryFilter& filter, std::optional<std::uint64_t> before, Visit visit) const;

    std::uint64_t m_first;
    std::deque<IndexedEntry> m_entries;
    std::vector<Instant> m_at, m_latest; ///< Of each entry; the latest up to it.
    Postings m_back;                     ///< Entries earlier than one before them: the clock was set back.
    Lists m_persons, m_behalves, m_cases, m_plates, m_reasonCodes, m_outcomes, m_queries;
    QHash<int, Postings> m_events;
    Lists m_words;
    mutable std::vector<QString> m_sortedWords; ///< For beginnings of words; made when first asked for.
};

/// What the indicators see of an entry.
[[nodiscard]] LoggedAct actOf(const IndexedEntry& entry);

} // namespace casebound
