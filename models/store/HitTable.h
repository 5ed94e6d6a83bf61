// Hits of the alert list, in the encrypted case database: each once, in the order they came.
#pragma once

#include "domain/AlertHit.h"
#include "store/CaseTable.h"

#include <QHash>
#include <QStringList>

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns.
class HitTable {
public:
    explicit HitTable(Database& database) : m_database(database) {}

    [[nodiscard]] bool holds(const UserId& owner, const QString& hitId) const;
    /// Gives the hit's place in the order. Duplicate: it is there already; nothing changed.
    [[nodiscard]] std::expected<std::int64_t, StoreFault> insert(const StoredHit& hit);
    /// That a hit came which nobody here may see: its id alone, so that a replay of it is known.
    [[nodiscard]] std::expected<void, StoreFault> insertStray(const UserId& owner, const QString& hitId, Instant receivedAt);
    /// Where the owner's stream goes on (Last-Event-ID): `overlap` hits before the last one, as a vendor may send them out of order and
    /// break off between two; those in between come again and are dropped. Hits that came with a hand-over do not count: the vendor sent
    /// them to somebody else. Empty: from the beginning.
    [[nodiscard]] QString resumeAfter(const UserId& owner, int overlap) const;

    [[nodiscard]] std::expected<void, StoreFault> setShown(const UserId& owner, const QString& hitId, Instant at);
    [[nodiscard]] std::expected<void, StoreFault> setVerdict(const UserId& owner, const QString& hitId, Verdict verdict);
    /// The read is no longer needed and goes; that the hit was, stays, so that a replay is not shown again.
    [[nodiscard]] std::expected<void, StoreFault> dropReads(const AlertId& alert, bool judgedOnly);

    /// Hits of `from` that nobody judged stand once more, in their order, as hits of `to` and its owner, who was shown none of them; the
    /// one before keeps their ids, without the reads. All or none.
    [[nodiscard]] std::expected<void, StoreFault> handOver(const AlertId& from, const AlertId& to, const UserId& owner);
    /// The vendor's ids of the reads of such hits, in their order; a read that two hits name, twice.
    [[nodiscard]] QStringList unjudgedReads(const AlertId& alert) const;

    /// Those whose reads are still here, in the order they came.
    [[nodiscard]] std::vector<StoredHit> ofOwner(const UserId& owner) const;

    struct Count {
        std::int64_t hits = 0, unjudged = 0, confirmed = 0;
        std::optional<Instant> oldestUnjudged; ///< When it was received.
    };
    [[nodiscard]] Count count(const AlertId& alert) const;
    /// Of all entries at once.
    [[nodiscard]] QHash<AlertId, Count> counts() const;

private:
    Database& m_database;
};

} // namespace casebound
