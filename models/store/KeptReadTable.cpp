#include "store/KeptReadTable.h"

#include "crypto/Digest.h"
#include "store/CaseKeys.h"
#include "store/DatabasePrivate.h"
#include "store/KeptReadBytes.h"
#include "store/Statement.h"

#include <algorithm>
#include <limits>

namespace casebound {
namespace {

/// Tells whether a read is there, to whoever has the case's key alone.
QByteArray markOf(const SecureBytes& key, const QString& readId)
{
    const SecureBytes own = deriveKey(key, "casebound kept read mark", {});
    return toBytes(hmacSha256(own.view(), readId.toUtf8()));
}

QByteArray readPlace(const QByteArray& mark)
{
    return "read\n" + mark;
}

QByteArray picturePlace(const QByteArray& mark, std::int64_t place)
{
    return "picture\n" + mark + QByteArray::number(static_cast<qlonglong>(place));
}

std::expected<KeptRead, StoreFault> opened(const SecureBytes& key, const QByteArray& mark, const QByteArray& sealed)
{
    const auto plain = openForCase(key, readPlace(mark), sealed);
    if (!plain)
        return std::unexpected(plain.error());
    auto kept = keptReadOf(*plain);
    if (!kept)
        return std::unexpected(StoreFault::Damaged);
    return *std::move(kept);
}

} // namespace

std::expected<void, StoreFault> KeptReadTable::insert(const CaseNumber& caseNumber, const KeptRead& kept)
{
    {
        Statement known(m_database, "SELECT 1 FROM office_case WHERE number = ?");
        const auto row = known.bind(caseNumber.text()).step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return std::unexpected(StoreFault::NotFound);
    }
    const auto key = CaseKeys(m_database).keyOrNew(caseNumber);
    if (!key)
        return std::unexpected(key.error());
    const QByteArray mark = markOf(*key, kept.read.readId);
    const auto sealed = sealForCase(*key, readPlace(mark), bytesOf(kept));
    if (!sealed)
        return std::unexpected(sealed.error());
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return std::unexpected(transaction.fault());
    std::int64_t id = 0;
    {
        Statement statement(m_database, "INSERT INTO sealed_read (case_number, mark, sealed) VALUES (?, ?, ?) RETURNING id");
        const auto row = statement.bind(caseNumber.text()).bind(QByteArrayView(mark)).bind(QByteArrayView(*sealed)).step();
        if (!row)
            return std::unexpected(row.error());
        id = statement.integer(0);
    }
    Statement picture(m_database, "INSERT INTO sealed_picture (kept, place, sealed) VALUES (?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& [kind, bytes] : kept.images) {
        const auto one = sealForCase(*key, picturePlace(mark, place), bytes);
        if (!one)
            return std::unexpected(one.error());
        if (const auto done = picture.bind(id).bind(place++).bind(QByteArrayView(*one)).run(); !done)
            return done;
    }
    return transaction.commit();
}

std::expected<std::vector<std::int64_t>, StoreFault> KeptReadTable::rows(const CaseNumber& caseNumber) const
{
    const auto key = CaseKeys(m_database).key(caseNumber);
    if (!key && key.error() == StoreFault::NotFound)
        return std::vector<std::int64_t>();
    if (!key)
        return std::unexpected(key.error());
    struct Row {
        Instant at;
        std::int64_t id;
    };
    std::vector<Row> list;
    Statement rows(m_database, "SELECT id, mark, sealed FROM sealed_read WHERE case_number = ?");
    rows.bind(caseNumber.text());
    auto row = rows.step();
    for (; row && *row; row = rows.step()) {
        const auto kept = opened(*key, rows.blob(1), rows.blob(2));
        if (!kept)
            return std::unexpected(kept.error());
        list.push_back({.at = kept->read.capturedAt, .id = rows.integer(0)});
    }
    if (!row)
        return std::unexpected(row.error());
    std::ranges::sort(list, [](const Row& a, const Row& b) { return a.at != b.at ? a.at > b.at : a.id > b.id; });
    std::vector<std::int64_t> ids;
    ids.reserve(list.size());
    for (const Row& one : list)
        ids.push_back(one.id);
    return ids;
}

std::expected<std::vector<KeptRead>, StoreFault> KeptReadTable::read(const CaseNumber& caseNumber, std::span<const std::int64_t> rows,
                                                                     bool pictures, qsizetype mostBytes) const
{
    std::vector<KeptRead> list;
    if (rows.empty())
        return list;
    const auto key = CaseKeys(m_database).key(caseNumber);
    if (!key)
        return std::unexpected(key.error());
    Statement one(m_database, "SELECT mark, sealed FROM sealed_read WHERE id = ? AND case_number = ?");
    Statement picture(m_database, "SELECT sealed FROM sealed_picture WHERE kept = ? ORDER BY place");
    qsizetype bytes = 0;
    for (const std::int64_t id : rows) {
        const auto found = one.bind(id).bind(caseNumber.text()).step();
        if (!found || !*found)
            return std::unexpected(found ? StoreFault::NotFound : found.error());
        const QByteArray mark = one.blob(0);
        auto kept = opened(*key, mark, one.blob(1));
        one.reset();
        if (!kept)
            return std::unexpected(kept.error());
        if (pictures) {
            picture.bind(id);
            std::int64_t place = 0;
            for (auto& [kind, original] : kept->images) {
                const auto next = picture.step();
                if (!next || !*next)
                    return std::unexpected(next ? StoreFault::Damaged : next.error());
                auto plain = openForCase(*key, picturePlace(mark, place++), picture.blob(0));
                if (!plain)
                    return std::unexpected(plain.error());
                bytes += plain->size();
                original = *std::move(plain);
            }
            picture.reset();
        }
        list.push_back(*std::move(kept));
        if (bytes > mostBytes)
            break;
    }
    return list;
}

std::vector<KeptRead> KeptReadTable::forCase(const CaseNumber& caseNumber) const
{
    const auto ids = rows(caseNumber);
    if (!ids)
        return {};
    return read(caseNumber, *ids, true, std::numeric_limits<qsizetype>::max()).value_or(std::vector<KeptRead>());
}

bool KeptReadTable::holds(const CaseNumber& caseNumber, const QString& readId) const
{
    const auto key = CaseKeys(m_database).key(caseNumber);
    if (!key)
        return false;
    const QByteArray mark = markOf(*key, readId);
    Statement statement(m_database, "SELECT 1 FROM sealed_read WHERE case_number = ? AND mark = ?");
    const auto row = statement.bind(caseNumber.text()).bind(QByteArrayView(mark)).step();
    return row && *row;
}

std::expected<void, StoreFault> KeptReadTable::dispose(const CaseNumber& caseNumber, Instant at)
{
    CaseKeys keys(m_database);
    {
        Transaction transaction(m_database);
        if (!transaction.isOpen())
            return std::unexpected(transaction.fault());
        for (const char* sql : {"DELETE FROM sealed_read WHERE case_number = ?", "DELETE FROM kept_read WHERE case_number = ?"}) {
            Statement remove(m_database, sql);
            if (const auto done = remove.bind(caseNumber.text()).run(); !done)
                return done;
        }
        if (const auto done = keys.end(caseNumber); !done)
            return done;
        if (const auto done = CaseTable(m_database).setState(caseNumber, CaseState::Disposed, at); !done)
            return done;
        if (const auto done = transaction.commit(); !done)
            return done;
    }
    // What the journal holds of the pages before is folded over and cut off.
    const auto folded = m_database.d->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    if (const auto destroyed = keys.destroyEnded(); !destroyed)
        return destroyed;
    return folded;
}

} // namespace casebound
