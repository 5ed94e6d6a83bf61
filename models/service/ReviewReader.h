// Reads the period of a review out of the log, and out of other workstations' logs where it covers them, checks every byte of it on the
// way, and computes what has to be looked at. A step at a time, so that the window goes on while a quarter is read.
#pragma once

#include "domain/Indicators.h"
#include "domain/Review.h"
#include "ledger/MerkleTree.h"
#include "ledger/ReviewEntries.h"
#include "service/OtherLog.h"

#include <QHash>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace casebound {

/// Not thread-safe; lives no longer than the log. Entries are named as reviewEntry() does.
class ReviewReader {
public:
    /// The period, and the entry review.opened. `facts` need no firstSequence. Entries of the `contextDays` before the period are read for
    /// the indicators alone.
    ReviewReader(const AuditLog& log, const ReviewPeriod& period, std::uint64_t opened, IndicatorFacts facts, int contextDays);
    /// Before anything is read: another log, at the head it is reviewed at. In the order of the review's opening.
    void add(std::shared_ptr<const OtherLog> log, const ReviewedLog& reviewed);

    /// Reads on, about so many entries. True: everything is read, or a fault was found.
    bool read(std::size_t count);
    [[nodiscard]] bool isDone() const { return m_stage == Stage::Done; }
    [[nodiscard]] std::uint64_t done() const { return m_done; }
    [[nodiscard]] std::uint64_t total() const { return m_total; }

    /// A log is not what its head says: the first entry at fault, or its size where the tree alone differs.
    [[nodiscard]] std::optional<std::uint64_t> fault() const { return m_fault; }
    /// The hashes of every log lead to its head, and each entry of the period is what they say. Reads all of it again.
    [[nodiscard]] bool stillHolds() const;

    // Once it is done, and no fault was found:
    [[nodiscard]] const ReviewEntries& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<IndicatorHit>& hits() const { return m_hits; }
    /// What is to be judged whatever the sample: exceptions, off-hours, refusals then success, repeats, own approvals. By entry.
    [[nodiscard]] const std::vector<ReviewItem>& mustReview() const { return m_must; }
    /// query.intended and alert.intended; ascending.
    [[nodiscard]] const std::vector<std::uint64_t>& candidates() const { return m_candidates; }
    [[nodiscard]] const Hash& openedRoot() const { return m_openedRoot; }
    [[nodiscard]] const Hash& periodRoot() const { return m_periodRoot; }
    /// Whose act an entry is: for a decision that came as a file, who decided. Empty: nobody's.
    [[nodiscard]] UserId ownerOf(std::uint64_t entry) const;

    /// The first entry at or after a moment, in a log whose clock was never set back; near it in another.
    [[nodiscard]] static std::uint64_t firstAt(const LogRows& log, Instant at, std::uint64_t from = 0);

private:
    enum class Stage { Hashes, Entries, Done };
    /// One log. The entries of all are looked at in the order of their times.
    struct Log {
        std::shared_ptr<const LogRows> rows;
        ReviewedLog what;
        std::uint64_t contextFirst = 0, next = 0; ///< next: the hash, then the entry, that is read.
        std::vector<Hash> leaves{};               ///< Of the entries that are read, from contextFirst on.
        EntryIndex context, index;
        std::deque<StoredEntry> read{};
        const IndexedEntry* waiting = nullptr; ///< Read, and not looked at yet.
    };
    void append(std::shared_ptr<const LogRows> rows, const ReviewedLog& what);
    void readHashes(std::size_t count);
    void readEntries(std::size_t count);
    [[nodiscard]] bool fetch(Log& log);
    void take(std::size_t log, const IndexedEntry& entry);
    void finish();
    void fail(std::uint64_t entry);
    [[nodiscard]] bool isOfPeriod(std::uint64_t entry) const;
    void must(std::uint64_t entry, ReviewCause cause);
    [[nodiscard]] static bool holds(const Log& log, const LogHead& head);

    const AuditLog& m_log;
    ReviewPeriod m_period;
    std::uint64_t m_opened, m_done = 0, m_total = 0;
    int m_contextDays;
    Hash m_openedRoot{}, m_periodRoot{};
    Stage m_stage = Stage::Hashes;
    std::optional<std::uint64_t> m_fault;
    std::deque<Log> m_logs; ///< This workstation's first. References stay.
    std::size_t m_hashing = 0;
    MerkleTree m_tree;
    IndicatorFacts m_facts;
    IndicatorScan m_scan;
    ReviewEntries m_entries;
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
