// The queries of some days, read out of the log a step at a time, to be compared with somebody else's record of them.
#pragma once

#include "domain/Reconciliation.h"
#include "ledger/AuditEntry.h"
#include "store/AuditLog.h"

#include <QHash>
#include <QUuid>

#include <optional>
#include <vector>

namespace casebound {

/// Not thread-safe; lives no longer than the log. Holds some 150 bytes a query.
class LoggedQueries {
public:
    /// A query without its words: those are read when they are compared.
    struct Query {
        std::uint64_t sequence = 0; ///< Of query.intended.
        std::int64_t returned = 0;
        QString outcome; ///< Shared among the many that ended alike.
        QueryEnd end = QueryEnd::Open;
        bool inPeriod = false, seen = false;
    };

    /// Reads the margin around the period, too (reconciliationMargin).
    LoggedQueries(const AuditLog& log, Instant from, Instant to);

    /// Reads on, about so many entries. False: the log is not in order.
    [[nodiscard]] bool read(std::size_t count);
    [[nodiscard]] bool isRead() const { return m_next == m_last; }
    [[nodiscard]] std::uint64_t done() const { return m_next - m_first; }
    [[nodiscard]] std::uint64_t total() const { return m_last - m_first; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_queries.size()); }
    [[nodiscard]] std::int64_t inPeriod() const { return m_inPeriod; }

    /// Among those that were read; null where it is none of them.
    [[nodiscard]] Query* find(const QString& queryId);
    /// In the whole log, by its index. LogFault::Damaged where that cannot be read.
    [[nodiscard]] std::expected<std::optional<Query>, LogFault> lookUp(const QString& queryId) const;
    /// Of the period, and not seen; newest first. The others are forgotten.
    [[nodiscard]] std::vector<Query> takeUnseen();
    /// With its words, held to their hashes, and with an outcome that came after the days that were read. Nothing where the log is not in
    /// order.
    [[nodiscard]] std::optional<LoggedQuery> whole(const Query& query) const;

private:
    [[nodiscard]] bool take(const StoredEntry& stored);

    const AuditLog& m_log;
    Instant m_from, m_to;
    std::uint64_t m_first, m_last, m_next;
    std::int64_t m_inPeriod = 0;
    QHash<QUuid, Query> m_queries;
    QHash<QString, QString> m_words;
};

} // namespace casebound
