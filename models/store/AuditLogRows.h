// Rows of audit.db; only for sources of this folder.
#pragma once

#include "ledger/AuditEntry.h"
#include "ledger/MerkleTree.h"
#include "store/AuditLog.h"
#include "store/Statement.h"

#include <span>
#include <vector>

namespace casebound {

class AuditLogRows {
public:
    explicit AuditLogRows(Database& database);
    [[nodiscard]] static std::span<const char* const> schema();

    struct OpenIntent {
        QString id;
        AuditIntent::Kind kind = AuditIntent::Query;
    };

    [[nodiscard]] std::expected<std::uint64_t, StoreFault> size();
    [[nodiscard]] std::expected<void, StoreFault> insert(const EntryContext& context, const AuditRecord& record, const EncodedEntry& entry);
    [[nodiscard]] std::expected<void, StoreFault> insertChunkRoot(std::uint64_t chunk, const Hash& root);
    /// The newest entry of this event from `first` on; looks at each of them.
    [[nodiscard]] std::expected<std::optional<std::uint64_t>, StoreFault> newest(AuditEvent event, std::uint64_t first);
    /// The entries that announce a key, oldest first; private parts are left out. Found by an index, however long the log.
    [[nodiscard]] std::expected<std::vector<StoredEntry>, StoreFault> keyAnnouncements();
    /// Entries exception.…, oldest first. Found by an index, however long the log.
    [[nodiscard]] std::expected<std::vector<StoredEntry>, StoreFault> exceptions();
    /// Entries review.…, oldest first. Found by an index, however long the log.
    [[nodiscard]] std::expected<std::vector<StoredEntry>, StoreFault> reviews();
    [[nodiscard]] std::expected<std::vector<StoredEntry>, StoreFault> ofPlate(const QString& plate);
    [[nodiscard]] std::expected<std::vector<StoredEntry>, StoreFault> ofQuery(const QString& queryId);
    [[nodiscard]] std::expected<std::vector<std::uint64_t>, StoreFault> ofCase(const QString& caseNumber);
    [[nodiscard]] std::expected<bool, StoreFault> holds(AuditEvent event); ///< Looks at each entry up to the first of them.
    /// Fewer than asked for where rows are missing.
    [[nodiscard]] std::expected<std::vector<Hash>, StoreFault> leaves(std::uint64_t first, std::uint64_t count);
    [[nodiscard]] std::expected<std::vector<Hash>, StoreFault> chunkRoots(std::uint64_t count);
    [[nodiscard]] std::expected<std::vector<StoredEntry>, StoreFault> entries(std::uint64_t first, std::size_t count);

    [[nodiscard]] std::expected<std::vector<OpenIntent>, StoreFault> openIntents();
    /// Whether an entry of this event and id may be written now.
    [[nodiscard]] std::expected<bool, StoreFault> mayFollow(AuditEvent event, const QString& id);

    [[nodiscard]] std::expected<void, StoreFault> insertSegment(const QByteArray& id, const QByteArray& cms);
    [[nodiscard]] std::expected<void, StoreFault> insertSealed(const QByteArray& sha256, const QByteArray& blob);
    [[nodiscard]] std::optional<QByteArray> segment(const QByteArray& id);
    [[nodiscard]] std::optional<QByteArray> sealedBlob(const QByteArray& sha256);

private:
    [[nodiscard]] std::expected<std::vector<Hash>, StoreFault> hashes(Statement& statement);
    [[nodiscard]] static std::expected<std::vector<StoredEntry>, StoreFault> storedEntries(Statement& statement);
    Database& m_database;
    Statement m_insert, m_insertIntent, m_removeIntent, m_findIntent, m_findQuery;
};

} // namespace casebound
