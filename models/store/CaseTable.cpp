#include "store/CaseTable.h"

#include "store/AlertSchema.h"
#include "store/QualitySchema.h"
#include "store/ReviewSchema.h"
#include "store/Statement.h"

#include <array>

namespace casebound {
namespace {

constexpr std::array caseMigrations{
    "CREATE TABLE office_case ("
    "  number TEXT PRIMARY KEY, title TEXT, matter INTEGER NOT NULL, offence TEXT, reason_code TEXT, state INTEGER NOT NULL,"
    "  opened_by TEXT, opened_at INTEGER NOT NULL, closed_at INTEGER) STRICT;"
    "CREATE TABLE kept_read ("
    "  id INTEGER PRIMARY KEY, case_number TEXT NOT NULL REFERENCES office_case(number), read_id TEXT NOT NULL, query_id TEXT NOT NULL,"
    "  plate TEXT, jurisdiction TEXT, captured_at INTEGER NOT NULL, received_at INTEGER, plate_confidence REAL,"
    "  latitude REAL, longitude REAL, accuracy_m REAL, address TEXT, camera_id TEXT, contributor TEXT, camera INTEGER NOT NULL,"
    "  make TEXT, model TEXT, color TEXT, body TEXT, exact INTEGER NOT NULL,"
    "  verdict INTEGER NOT NULL, typed_plate TEXT, typed_jurisdiction TEXT, verdict_note TEXT, verdict_by TEXT, verdict_at INTEGER NOT "
    "NULL,"
    "  judged_image BLOB, relevance TEXT, contrary INTEGER NOT NULL, kept_by TEXT, kept_at INTEGER NOT NULL,"
    "  UNIQUE (case_number, read_id)) STRICT;"
    "CREATE INDEX kept_read_captured ON kept_read (case_number, captured_at DESC);"
    "CREATE TABLE kept_image ("
    "  kept INTEGER NOT NULL REFERENCES kept_read(id) ON DELETE CASCADE, place INTEGER NOT NULL, kind INTEGER NOT NULL, path TEXT,"
    "  type INTEGER NOT NULL, sha256 BLOB, PRIMARY KEY (kept, place)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE kept_picture ("
    "  id INTEGER PRIMARY KEY, kept INTEGER NOT NULL REFERENCES kept_read(id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  kind INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (kept, place)) STRICT;",
    alertMigration,
    reviewMigration,
    // Cases get keys of their own; kept_read, kept_image and kept_picture hold only what an earlier version kept (PlainReads).
    "CREATE TABLE case_key ("
    "  case_number TEXT PRIMARY KEY REFERENCES office_case(number), secret TEXT NOT NULL UNIQUE, wrapped BLOB NOT NULL) STRICT;"
    "CREATE TABLE case_key_ended (secret TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sealed_read ("
    "  id INTEGER PRIMARY KEY, case_number TEXT NOT NULL REFERENCES office_case(number), mark BLOB NOT NULL, sealed BLOB NOT NULL,"
    "  UNIQUE (case_number, mark)) STRICT;"
    "CREATE TABLE sealed_picture ("
    "  id INTEGER PRIMARY KEY, kept INTEGER NOT NULL REFERENCES sealed_read(id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  sealed BLOB NOT NULL, UNIQUE (kept, place)) STRICT;",
    qualityMigration,
    "CREATE TABLE draft (person TEXT PRIMARY KEY, form BLOB NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;",
};

constexpr const char* columns = "number, title, matter, offence, reason_code, state, opened_by, opened_at, closed_at";

Instant instant(std::int64_t microseconds)
{
    return Instant(std::chrono::microseconds(microseconds));
}

CaseRecord recordOf(const Statement& row)
{
    CaseRecord record;
    record.number = CaseNumber(row.text(0));
    record.title = row.text(1);
    record.matter = row.integer(2) == 0 ? Matter::Criminal : Matter::Administrative;
    record.offence = OffenceId(row.text(3));
    record.reasonCode = ReasonCode(row.text(4));
    record.state = static_cast<CaseState>(row.integer(5));
    record.openedBy = UserId(row.text(6));
    record.openedAt = instant(row.integer(7));
    if (!row.isNull(8))
        record.closedAt = instant(row.integer(8));
    return record;
}

} // namespace

std::span<const char* const> Database::caseSchema()
{
    return caseMigrations;
}

std::expected<void, StoreFault> CaseTable::insert(const CaseRecord& record)
{
    Statement statement(m_database, "INSERT INTO office_case VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(record.number.text())
        .bind(record.title)
        .bind(std::int64_t{record.matter == Matter::Criminal ? 0 : 1})
        .bind(record.offence.text())
        .bind(record.reasonCode.text())
        .bind(static_cast<std::int64_t>(record.state))
        .bind(record.openedBy.text())
        .bind(std::int64_t{record.openedAt.time_since_epoch().count()});
    if (record.closedAt)
        statement.bind(std::int64_t{record.closedAt->time_since_epoch().count()});
    return statement.run();
}

std::expected<void, StoreFault> CaseTable::setState(const CaseNumber& number, CaseState state, Instant at)
{
    Statement statement(m_database, "UPDATE office_case SET state = ?1, closed_at = CASE ?1 WHEN 0 THEN NULL WHEN 1 THEN ?2 ELSE"
                                    " coalesce(closed_at, ?2) END WHERE number = ?3 RETURNING 1");
    statement.bind(static_cast<std::int64_t>(state)).bind(std::int64_t{at.time_since_epoch().count()}).bind(number.text());
    const auto row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::unexpected(StoreFault::NotFound);
    return statement.step().transform([](bool) {}); // to its end, where it commits
}

std::optional<CaseRecord> CaseTable::find(const CaseNumber& number) const
{
    const QByteArray sql = QByteArray("SELECT ") + columns + " FROM office_case WHERE number = ?";
    Statement statement(m_database, sql.constData());
    const auto row = statement.bind(number.text()).step();
    if (!row || !*row)
        return std::nullopt;
    return recordOf(statement);
}

std::vector<CaseRecord> CaseTable::all() const
{
    const QByteArray sql = QByteArray("SELECT ") + columns + " FROM office_case ORDER BY state <> 0, opened_at DESC, number";
    Statement statement(m_database, sql.constData());
    std::vector<CaseRecord> records;
    for (auto row = statement.step(); row && *row; row = statement.step())
        records.push_back(recordOf(statement));
    return records;
}

} // namespace casebound
