#include "store/AuditLogRows.h"

#include "ledger/KeyChain.h"

#include <array>

namespace casebound {
namespace {

// The seven fields of the PIA (p. 6-7 item 5) are the indexed columns user_id, on_behalf_of, plate, at, results, case_number and
// reason_code; the canonical bytes are what counts. The leaf stands before the blobs, so that reading hashes touches no overflow page.
constexpr std::array migrations{
    "CREATE TABLE entry ("
    "  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, boot INTEGER NOT NULL, event TEXT NOT NULL, query_id TEXT,"
    "  user_id TEXT, on_behalf_of TEXT, plate TEXT, case_number TEXT, reason_code TEXT, results BLOB,"
    "  leaf BLOB NOT NULL CHECK (length(leaf) = 32), public BLOB NOT NULL, private BLOB NOT NULL) STRICT;"
    "CREATE INDEX entry_at ON entry (at);"
    "CREATE INDEX entry_query ON entry (query_id) WHERE query_id IS NOT NULL;"
    "CREATE INDEX entry_user ON entry (user_id) WHERE user_id IS NOT NULL;"
    "CREATE INDEX entry_behalf ON entry (on_behalf_of) WHERE on_behalf_of IS NOT NULL;"
    "CREATE INDEX entry_plate ON entry (plate) WHERE plate IS NOT NULL;"
    "CREATE INDEX entry_case ON entry (case_number) WHERE case_number IS NOT NULL;"
    "CREATE INDEX entry_reason ON entry (reason_code) WHERE reason_code IS NOT NULL;"
    "CREATE INDEX entry_results ON entry (results) WHERE results IS NOT NULL;"
    "CREATE TABLE chunk_root (chunk INTEGER PRIMARY KEY, root BLOB NOT NULL CHECK (length(root) = 32)) STRICT;"
    "CREATE TABLE open_intent (kind INTEGER NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT "
    "ROWID;"
    "CREATE TABLE segment (id BLOB PRIMARY KEY, cms BLOB NOT NULL) STRICT;"
    "CREATE TABLE sealed (sha256 BLOB PRIMARY KEY, blob BLOB NOT NULL) STRICT;",
    // Opening asks for these alone.
    "CREATE INDEX entry_key ON entry (seq) WHERE event = 'key.replaced';",
    // What was granted is what these entries say; they are few, and asked for at each query beyond the limit.
    "CREATE INDEX entry_exception ON entry (seq) WHERE event >= 'exception.' AND event < 'exception/';",
    // When the last review was, and what was decided in it, is asked at each sign-in.
    "CREATE INDEX entry_review ON entry (seq) WHERE event >= 'review.' AND event < 'review/';",
};

std::optional<Hash> hashOf(const QByteArray& bytes)
{
    Hash hash{};
    if (bytes.size() != static_cast<qsizetype>(hash.size()))
        return std::nullopt;
    std::ranges::copy(bytes, reinterpret_cast<char*>(hash.data()));
    return hash;
}

} // namespace

std::span<const char* const> AuditLogRows::schema()
{
    return migrations;
}

AuditLogRows::AuditLogRows(Database& database)
    : m_database(database),
      m_insert(database,
               "INSERT INTO entry (seq, at, boot, event, query_id, user_id, on_behalf_of, plate, case_number, reason_code, results,"
               " leaf, public, private) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_insertIntent(database, "INSERT INTO open_intent (kind, id, seq) VALUES (?, ?, ?)"),
      m_removeIntent(database, "DELETE FROM open_intent WHERE kind = ? AND id = ?"),
      m_findIntent(database, "SELECT 1 FROM open_intent WHERE kind = ? AND id = ?"),
      m_findQuery(database, "SELECT 1 FROM entry WHERE query_id = ? AND event = ?")
{
}

std::expected<std::uint64_t, StoreFault> AuditLogRows::size()
{
    Statement statement(m_database, "SELECT coalesce(max(seq) + 1, 0) FROM entry");
    const auto row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    return static_cast<std::uint64_t>(statement.integer(0));
}

std::expected<void, StoreFault> AuditLogRows::insert(const EntryContext& context, const AuditRecord& record, const EncodedEntry& entry)
{
    const auto seq = static_cast<std::int64_t>(context.sequence);
    const QByteArray& results = context.sealedSha256.isEmpty() ? record.resultsSha256 : context.sealedSha256;
    m_insert.bind(seq).bind(std::int64_t{context.at.time_since_epoch().count()}).bind(static_cast<std::int64_t>(context.boot));
    m_insert.bind(QString::fromLatin1(auditEventName(record.event))).bind(record.queryId).bind(context.userId).bind(record.onBehalfOf);
    m_insert.bind(record.plate).bind(record.caseNumber).bind(record.reasonCode);
    if (results.isEmpty())
        m_insert.bindNull();
    else
        m_insert.bind(QByteArrayView(results));
    m_insert.bind(view(entry.leaf)).bind(QByteArrayView(entry.publicBytes)).bind(QByteArrayView(entry.privateBytes));
    if (auto done = m_insert.run(); !done)
        return done;
    const auto pair = intentOf(record.event);
    if (!pair)
        return {};
    if (pair->outcome)
        return m_removeIntent.bind(std::int64_t{pair->kind}).bind(record.queryId).run();
    return m_insertIntent.bind(std::int64_t{pair->kind}).bind(record.queryId).bind(seq).run();
}

std::expected<void, StoreFault> AuditLogRows::insertChunkRoot(std::uint64_t chunk, const Hash& root)
{
    Statement statement(m_database, "INSERT INTO chunk_root (chunk, root) VALUES (?, ?)");
    return statement.bind(static_cast<std::int64_t>(chunk)).bind(view(root)).run();
}

std::expected<std::vector<Hash>, StoreFault> AuditLogRows::hashes(Statement& statement)
{
    std::vector<Hash> list;
    auto row = statement.step();
    for (; row && *row; row = statement.step()) {
        const auto hash = hashOf(statement.blob(0));
        if (!hash)
            return std::unexpected(StoreFault::Damaged);
        list.push_back(*hash);
    }
    if (!row)
        return std::unexpected(row.error());
    return list;
}

std::expected<std::optional<std::uint64_t>, StoreFault> AuditLogRows::newest(AuditEvent event, std::uint64_t first)
{
    Statement statement(m_database, "SELECT max(seq) FROM entry WHERE seq >= ? AND event = ?");
    statement.bind(static_cast<std::int64_t>(first)).bind(QString::fromLatin1(auditEventName(event)));
    const auto row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    return statement.isNull(0) ? std::nullopt : std::optional(static_cast<std::uint64_t>(statement.integer(0)));
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::keyAnnouncements()
{
    Statement statement(m_database, "SELECT seq, public FROM entry INDEXED BY entry_key WHERE event = 'key.replaced' ORDER BY seq LIMIT ?");
    statement.bind(static_cast<std::int64_t>(KeyChain::longest + 1));
    std::vector<StoredEntry> list;
    auto row = statement.step();
    for (; row && *row; row = statement.step())
        list.push_back({static_cast<std::uint64_t>(statement.integer(0)), statement.blob(1), {}});
    if (!row)
        return std::unexpected(row.error());
    return list;
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::storedEntries(Statement& statement)
{
    std::vector<StoredEntry> list;
    auto row = statement.step();
    for (; row && *row; row = statement.step())
        list.push_back({static_cast<std::uint64_t>(statement.integer(0)), statement.blob(1), statement.blob(2)});
    if (!row)
        return std::unexpected(row.error());
    return list;
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::exceptions()
{
    Statement statement(m_database, "SELECT seq, public, private FROM entry INDEXED BY entry_exception"
                                    " WHERE event >= 'exception.' AND event < 'exception/' ORDER BY seq");
    return storedEntries(statement);
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::reviews()
{
    Statement statement(m_database, "SELECT seq, public, private FROM entry INDEXED BY entry_review"
                                    " WHERE event >= 'review.' AND event < 'review/' ORDER BY seq");
    return storedEntries(statement);
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::ofPlate(const QString& plate)
{
    Statement statement(m_database, "SELECT seq, public, private FROM entry INDEXED BY entry_plate WHERE plate = ? ORDER BY seq");
    statement.bind(plate);
    return storedEntries(statement);
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::ofQuery(const QString& queryId)
{
    Statement statement(m_database, "SELECT seq, public, private FROM entry INDEXED BY entry_query WHERE query_id = ? ORDER BY seq");
    statement.bind(queryId);
    return storedEntries(statement);
}

std::expected<std::vector<std::uint64_t>, StoreFault> AuditLogRows::ofCase(const QString& caseNumber)
{
    // Each query once: joined entry by entry, a query of 20,000 kept reads would be gone through 20,000 times.
    Statement statement(m_database, "SELECT seq FROM entry WHERE case_number = ?1 UNION SELECT seq FROM entry WHERE case_number IS NULL"
                                    " AND query_id IN (SELECT DISTINCT query_id FROM entry WHERE case_number = ?1 AND query_id IS NOT NULL)"
                                    " ORDER BY 1");
    std::vector<std::uint64_t> list;
    auto row = statement.bind(caseNumber).step();
    for (; row && *row; row = statement.step())
        list.push_back(static_cast<std::uint64_t>(statement.integer(0)));
    if (!row)
        return std::unexpected(row.error());
    return list;
}

std::expected<bool, StoreFault> AuditLogRows::holds(AuditEvent event)
{
    Statement statement(m_database, "SELECT 1 FROM entry WHERE event = ? ORDER BY seq LIMIT 1");
    return statement.bind(QString::fromLatin1(auditEventName(event))).step();
}

std::expected<std::vector<Hash>, StoreFault> AuditLogRows::leaves(std::uint64_t first, std::uint64_t count)
{
    Statement statement(m_database, "SELECT leaf FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq");
    statement.bind(static_cast<std::int64_t>(first)).bind(static_cast<std::int64_t>(first + count));
    return hashes(statement);
}

std::expected<std::vector<Hash>, StoreFault> AuditLogRows::chunkRoots(std::uint64_t count)
{
    Statement statement(m_database, "SELECT root FROM chunk_root WHERE chunk < ? ORDER BY chunk");
    statement.bind(static_cast<std::int64_t>(count));
    return hashes(statement);
}

std::expected<std::vector<StoredEntry>, StoreFault> AuditLogRows::entries(std::uint64_t first, std::size_t count)
{
    Statement statement(m_database, "SELECT seq, public, private FROM entry WHERE seq >= ? ORDER BY seq LIMIT ?");
    statement.bind(static_cast<std::int64_t>(first)).bind(static_cast<std::int64_t>(count));
    return storedEntries(statement);
}

std::expected<std::vector<AuditLogRows::OpenIntent>, StoreFault> AuditLogRows::openIntents()
{
    Statement statement(m_database, "SELECT kind, id FROM open_intent ORDER BY seq");
    std::vector<OpenIntent> list;
    auto row = statement.step();
    for (; row && *row; row = statement.step()) {
        const std::int64_t kind = statement.integer(0);
        if (kind < AuditIntent::Query || kind > AuditIntent::Export)
            return std::unexpected(StoreFault::Damaged);
        list.push_back({statement.text(1), static_cast<AuditIntent::Kind>(kind)});
    }
    if (!row)
        return std::unexpected(row.error());
    return list;
}

std::expected<bool, StoreFault> AuditLogRows::mayFollow(AuditEvent event, const QString& id)
{
    const auto pair = intentOf(event);
    if (!pair)
        return true;
    if (id.isEmpty())
        return false;
    Statement& find = pair->outcome ? m_findIntent : m_findQuery;
    if (pair->outcome)
        find.bind(std::int64_t{pair->kind}).bind(id);
    else
        find.bind(id).bind(QString::fromLatin1(auditEventName(event)));
    const auto row = find.step();
    find.reset();
    if (!row)
        return std::unexpected(row.error());
    return *row == pair->outcome;
}

std::expected<void, StoreFault> AuditLogRows::insertSegment(const QByteArray& id, const QByteArray& cms)
{
    Statement statement(m_database, "INSERT INTO segment (id, cms) VALUES (?, ?)");
    return statement.bind(QByteArrayView(id)).bind(QByteArrayView(cms)).run();
}

std::expected<void, StoreFault> AuditLogRows::insertSealed(const QByteArray& sha256, const QByteArray& blob)
{
    Statement statement(m_database, "INSERT INTO sealed (sha256, blob) VALUES (?, ?)");
    return statement.bind(QByteArrayView(sha256)).bind(QByteArrayView(blob)).run();
}

std::optional<QByteArray> AuditLogRows::segment(const QByteArray& id)
{
    Statement statement(m_database, "SELECT cms FROM segment WHERE id = ?");
    const auto row = statement.bind(QByteArrayView(id)).step();
    return row && *row ? std::optional(statement.blob(0)) : std::nullopt;
}

std::optional<QByteArray> AuditLogRows::sealedBlob(const QByteArray& sha256)
{
    Statement statement(m_database, "SELECT blob FROM sealed WHERE sha256 = ?");
    const auto row = statement.bind(QByteArrayView(sha256)).step();
    return row && *row ? std::optional(statement.blob(0)) : std::nullopt;
}

} // namespace casebound
