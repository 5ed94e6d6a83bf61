#include "store/KeptReadTable.h"

#include "store/Statement.h"

namespace casebound {
namespace {

std::int64_t number(Instant at)
{
    return at.time_since_epoch().count();
}

Instant instant(std::int64_t microseconds)
{
    return Instant(std::chrono::microseconds(microseconds));
}

std::optional<double> realOrNothing(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

void bindRead(Statement& statement, const Read& read)
{
    statement.bind(read.plate).bind(read.jurisdiction).bind(number(read.capturedAt));
    statement.bind(read.receivedAt ? std::optional(number(*read.receivedAt)) : std::nullopt).bind(read.plateConfidence);
    if (read.location)
        statement.bind(read.location->latitude).bind(read.location->longitude).bind(read.location->accuracyM).bind(read.location->address);
    else
        statement.bindNull().bindNull().bindNull().bindNull();
    statement.bind(read.cameraId).bind(read.contributor).bind(static_cast<std::int64_t>(read.camera));
    statement.bind(read.make).bind(read.model).bind(read.color).bind(read.body).bind(std::int64_t{read.exact});
}

KeptRead keptOf(const Statement& row)
{
    KeptRead kept;
    Read& read = kept.read;
    read.readId = row.text(1);
    kept.query = QueryId(QUuid::fromString(row.text(2)));
    read.plate = row.text(3);
    read.jurisdiction = row.text(4);
    read.capturedAt = instant(row.integer(5));
    if (!row.isNull(6))
        read.receivedAt = instant(row.integer(6));
    read.plateConfidence = realOrNothing(row, 7);
    if (!row.isNull(8))
        read.location = Read::Location{row.real(8), row.real(9), realOrNothing(row, 10), row.text(11)};
    read.cameraId = row.text(12);
    read.contributor = row.text(13);
    read.camera = static_cast<CameraKind>(row.integer(14));
    read.make = row.text(15);
    read.model = row.text(16);
    read.color = row.text(17);
    read.body = row.text(18);
    read.exact = row.integer(19) != 0;
    Verification& verification = kept.verification;
    verification.verdict = static_cast<Verdict>(row.integer(20));
    verification.typedPlate = row.text(21);
    verification.typedJurisdiction = row.text(22);
    verification.note = row.text(23);
    verification.by = UserId(row.text(24));
    verification.at = instant(row.integer(25));
    verification.imageSha256 = row.blob(26);
    kept.relevance = row.text(27);
    kept.contrary = row.integer(28) != 0;
    kept.keptBy = UserId(row.text(29));
    kept.keptAt = instant(row.integer(30));
    return kept;
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
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return std::unexpected(transaction.fault());
    std::int64_t id = 0;
    {
        Statement statement(m_database,
                            "INSERT INTO kept_read (case_number, read_id, query_id, plate, jurisdiction, captured_at, received_at,"
                            " plate_confidence, latitude, longitude, accuracy_m, address, camera_id, contributor, camera, make, model,"
                            " color, body, exact, verdict, typed_plate, typed_jurisdiction, verdict_note, verdict_by, verdict_at,"
                            " judged_image, relevance, contrary, kept_by, kept_at)"
                            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id");
        statement.bind(caseNumber.text()).bind(kept.read.readId).bind(kept.query.text());
        bindRead(statement, kept.read);
        const Verification& verification = kept.verification;
        statement.bind(static_cast<std::int64_t>(verification.verdict)).bind(verification.typedPlate).bind(verification.typedJurisdiction);
        statement.bind(verification.note).bind(verification.by.text()).bind(number(verification.at));
        statement.bind(QByteArrayView(verification.imageSha256)).bind(kept.relevance).bind(std::int64_t{kept.contrary});
        statement.bind(kept.keptBy.text()).bind(number(kept.keptAt));
        const auto row = statement.step();
        if (!row)
            return std::unexpected(row.error());
        id = statement.integer(0);
    }
    Statement image(m_database, "INSERT INTO kept_image VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const Read::Image& one : kept.read.images) {
        image.bind(id).bind(place++).bind(static_cast<std::int64_t>(one.kind)).bind(one.path).bind(static_cast<std::int64_t>(one.type));
        if (const auto done = image.bind(QByteArrayView(one.sha256)).run(); !done)
            return done;
    }
    Statement picture(m_database, "INSERT INTO kept_picture (kept, place, kind, bytes) VALUES (?, ?, ?, ?)");
    place = 0;
    for (const auto& [kind, bytes] : kept.images) {
        picture.bind(id).bind(place++).bind(static_cast<std::int64_t>(kind)).bind(QByteArrayView(bytes));
        if (const auto done = picture.run(); !done)
            return done;
    }
    return transaction.commit();
}

std::vector<KeptRead> KeptReadTable::forCase(const CaseNumber& caseNumber) const
{
    Statement rows(m_database,
                   "SELECT id, read_id, query_id, plate, jurisdiction, captured_at, received_at, plate_confidence, latitude, longitude,"
                   " accuracy_m, address, camera_id, contributor, camera, make, model, color, body, exact, verdict, typed_plate,"
                   " typed_jurisdiction, verdict_note, verdict_by, verdict_at, judged_image, relevance, contrary, kept_by, kept_at"
                   " FROM kept_read WHERE case_number = ? ORDER BY captured_at DESC, id DESC");
    Statement image(m_database, "SELECT kind, path, type, sha256 FROM kept_image WHERE kept = ? ORDER BY place");
    Statement picture(m_database, "SELECT kind, bytes FROM kept_picture WHERE kept = ? ORDER BY place");
    rows.bind(caseNumber.text());
    std::vector<KeptRead> list;
    for (auto row = rows.step(); row && *row; row = rows.step()) {
        KeptRead kept = keptOf(rows);
        image.bind(rows.integer(0));
        for (auto one = image.step(); one && *one; one = image.step())
            kept.read.images.push_back(
                {static_cast<ImageKind>(image.integer(0)), image.text(1), static_cast<ImageType>(image.integer(2)), image.blob(3)});
        image.reset();
        picture.bind(rows.integer(0));
        for (auto one = picture.step(); one && *one; one = picture.step())
            kept.images.emplace_back(static_cast<ImageKind>(picture.integer(0)), picture.blob(1));
        picture.reset();
        list.push_back(std::move(kept));
    }
    return list;
}

bool KeptReadTable::holds(const CaseNumber& caseNumber, const QString& readId) const
{
    Statement statement(m_database, "SELECT 1 FROM kept_read WHERE case_number = ? AND read_id = ?");
    const auto row = statement.bind(caseNumber.text()).bind(readId).step();
    return row && *row;
}

} // namespace casebound
