#include "store/AlertTable.h"

#include "store/Statement.h"

namespace casebound {
namespace {

constexpr const char* columns = "id, owner, plate, jurisdiction, case_number, matter, offence, reason_code, purpose, reason_text, added_at,"
                                " validated_at, expires_at, state, suspension, removal, note, confirmed, at_vendor";

std::int64_t number(Instant at)
{
    return at.time_since_epoch().count();
}

Instant instant(std::int64_t microseconds)
{
    return Instant(std::chrono::microseconds(microseconds));
}

/// Nothing where the row's plate is none: no such row is ever written.
std::optional<AlertEntry> entryOf(const Statement& row)
{
    const auto plate = Plate::fromTyped(row.text(2));
    if (!plate)
        return std::nullopt;
    return AlertEntry{.id = AlertId::fromText(row.text(0)),
                      .owner = UserId(row.text(1)),
                      .plate = *plate,
                      .jurisdiction = JurisdictionKey(row.text(3)),
                      .caseNumber = CaseNumber(row.text(4)),
                      .matter = row.integer(5) == 0 ? Matter::Criminal : Matter::Administrative,
                      .offence = OffenceId(row.text(6)),
                      .reasonCode = ReasonCode(row.text(7)),
                      .purpose = PurposeId(row.text(8)),
                      .reasonText = row.text(9),
                      .addedAt = instant(row.integer(10)),
                      .validatedAt = instant(row.integer(11)),
                      .expiresAt = instant(row.integer(12)),
                      .state = static_cast<AlertState>(row.integer(13)),
                      .suspension = static_cast<Suspension>(row.integer(14)),
                      .removal = static_cast<Removal>(row.integer(15)),
                      .note = row.text(16),
                      .confirmed = row.integer(17) != 0,
                      .atVendor = row.integer(18) != 0};
}

void bindChanging(Statement& statement, const AlertEntry& entry)
{
    statement.bind(entry.jurisdiction.text()).bind(entry.caseNumber.text());
    statement.bind(std::int64_t{entry.matter == Matter::Criminal ? 0 : 1}).bind(entry.offence.text()).bind(entry.reasonCode.text());
    statement.bind(entry.purpose.text()).bind(entry.reasonText);
    statement.bind(number(entry.addedAt)).bind(number(entry.validatedAt)).bind(number(entry.expiresAt));
    statement.bind(static_cast<std::int64_t>(entry.state)).bind(static_cast<std::int64_t>(entry.suspension));
    statement.bind(static_cast<std::int64_t>(entry.removal)).bind(entry.note);
    statement.bind(std::int64_t{entry.confirmed}).bind(std::int64_t{entry.atVendor});
}

/// To the end of a statement with RETURNING, where it commits; NotFound where it touched nothing.
std::expected<void, StoreFault> touchedOne(Statement& statement)
{
    const auto row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::unexpected(StoreFault::NotFound);
    return statement.step().transform([](bool) {});
}

} // namespace

std::expected<void, StoreFault> AlertTable::insert(const AlertEntry& entry)
{
    Statement statement(m_database, "INSERT INTO alert_entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    statement.bind(entry.id.text()).bind(entry.owner.text()).bind(entry.plate.text());
    bindChanging(statement, entry);
    return statement.run();
}

std::expected<void, StoreFault> AlertTable::update(const AlertEntry& entry)
{
    Statement statement(m_database, "UPDATE alert_entry SET jurisdiction=?, case_number=?, matter=?, offence=?, reason_code=?, purpose=?,"
                                    " reason_text=?, added_at=?, validated_at=?, expires_at=?, state=?, suspension=?, removal=?, note=?,"
                                    " confirmed=?, at_vendor=? WHERE id = ? RETURNING 1");
    bindChanging(statement, entry);
    statement.bind(entry.id.text());
    return touchedOne(statement);
}

std::expected<void, StoreFault> AlertTable::erase(const AlertId& id)
{
    Statement statement(m_database, "DELETE FROM alert_entry WHERE id = ? RETURNING 1");
    statement.bind(id.text());
    return touchedOne(statement);
}

std::optional<AlertEntry> AlertTable::find(const AlertId& id) const
{
    const QByteArray sql = QByteArray("SELECT ") + columns + " FROM alert_entry WHERE id = ?";
    Statement statement(m_database, sql.constData());
    const auto row = statement.bind(id.text()).step();
    return row && *row ? entryOf(statement) : std::nullopt;
}

std::vector<AlertEntry> AlertTable::all() const
{
    const QByteArray sql = QByteArray("SELECT ") + columns + " FROM alert_entry ORDER BY added_at, id";
    Statement statement(m_database, sql.constData());
    std::vector<AlertEntry> entries;
    for (auto row = statement.step(); row && *row; row = statement.step()) {
        if (auto entry = entryOf(statement))
            entries.push_back(*std::move(entry));
    }
    return entries;
}

Instant AlertTable::latestSeen() const
{
    Statement statement(m_database, "SELECT latest FROM alert_clock WHERE id = 1");
    const auto row = statement.step();
    return row && *row ? instant(statement.integer(0)) : Instant{};
}

std::expected<void, StoreFault> AlertTable::setLatestSeen(Instant at)
{
    Statement statement(m_database,
                        "INSERT INTO alert_clock VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET latest = max(latest, excluded.latest)");
    return statement.bind(number(at)).run();
}

} // namespace casebound
