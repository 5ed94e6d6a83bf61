// Reads the period of a review out of the log, checks every byte of it on the way, and computes what has to be looked at. A step at a time,
// so that the window goes on while a quarter is read.
#pragma once

#include "domain/Indicators.h"
#include "domain/Review.h"
#include "ledger/EntryIndex.h"
#include "ledger/MerkleTree.h"
#include "ledger/ReviewSample.h"
#include "store/AuditLog.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace casebound {

/// Not thread-safe; lives no longer than the log.
class ReviewReader {
public:
    /// The period, and the entry review.opened. `facts` need no firstSequence. Entries of the `contextDays` before the period are read for
    /// the indicators alone.
    ReviewReader(const AuditLog& log, const ReviewPeriod& period, std::uint64_t opened, IndicatorFacts facts, int contextDays);

    /// Reads on, about so many entries. True: everything is read, or a fault was found.
    bool read(std::size_t count);
    [[nodiscard]] bool isDone() const { return m_stage == Stage::Done; }
    [[nodiscard]] std::uint64_t done() const { return m_done; }
    [[nodiscard]] std::uint64_t total() const { return m_total; }

    /// The log is not what its head says: the first entry at fault, or its size where the tree alone differs.
    [[nodiscard]] std::optional<std::uint64_t> fault() const { return m_fault; }
    /// The hashes of the whole log lead to its head, and each entry of the period is what they say. Reads all of it again.
    [[nodiscard]] bool stillHolds() const;

    // Once it is done, and no fault was found:
    [[nodiscard]] const EntryIndex& entries() const { return m_index; }
    [[nodiscard]] const std::vector<IndicatorHit>& hits() const { return m_hits; }
    /// What is to be judged whatever the sample: exceptions, off-hours, refusals then success, repeats, own approvals. By entry.
    [[nodiscard]] const std::vector<ReviewItem>& mustReview() const { return m_must; }
    /// query.intended and alert.intended.
    [[nodiscard]] const std::vector<std::uint64_t>& candidates() const { return m_candidates; }
    [[nodiscard]] const Hash& openedRoot() const { return m_openedRoot; }
    [[nodiscard]] const Hash& periodRoot() const { return m_periodRoot; }
    /// Whose act an entry is: for a decision that came as a file, who decided. Empty: nobody's.
    [[nodiscard]] UserId ownerOf(std::uint64_t sequence) const;

    /// The first entry at or after a moment, in a log whose clock was never set back; near it in another.
    [[nodiscard]] static std::uint64_t firstAt(const AuditLog& log, Instant at, std::uint64_t from = 0);

private:
    enum class Stage { Hashes, Entries, Done };
    void readHashes(std::size_t count);
    void readEntries(std::size_t count);
    void take(const LoggedAct& act, const IndexedEntry& entry);
    void finish();
    void fail(std::uint64_t entry);
    void must(std::uint64_t sequence, ReviewCause cause);

    const AuditLog& m_log;
    ReviewPeriod m_period;
    std::uint64_t m_opened, m_size, m_next = 0, m_contextFirst = 0, m_done = 0, m_total = 0;
    Hash m_head{}, m_openedRoot{}, m_periodRoot{};
    Stage m_stage = Stage::Hashes;
    std::optional<std::uint64_t> m_fault;
    MerkleTree m_tree;
    std::vector<Hash> m_leaves; ///< Of the entries that are read, from m_contextFirst on.
    IndicatorFacts m_facts;
    IndicatorScan m_scan;
    EntryIndex m_context, m_index;
    std::vector<IndicatorHit> m_hits;
    std::map<std::uint64_t, ReviewCauses> m_causes;
    std::vector<ReviewItem> m_must;
    QHash<std::uint64_t, QString> m_decidedBy;
    std::vector<std::uint64_t> m_candidates;
    struct Refusal {
        Instant at{};
        QString plate, caseNumber;
    };
    QHash<QString, std::vector<Refusal>> m_refusals; ///< By person, of the last minutes.
};

} // namespace casebound
