#include "store/PlainReads.h"

#include "store/KeptReadTable.h"
#include "store/Statement.h"

namespace casebound {
namespace {

Instant instant(std::int64_t microseconds)
{
    return Instant(std::chrono::microseconds(microseconds));
}

std::optional<double> realOrNothing(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
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

std::expected<std::vector<std::pair<std::int64_t, CaseNumber>>, StoreFault> plainRows(Database& database)
{
    Statement rows(database, "SELECT id, case_number FROM kept_read ORDER BY id");
    std::vector<std::pair<std::int64_t, CaseNumber>> list;
    auto row = rows.step();
    for (; row && *row; row = rows.step())
        list.emplace_back(rows.integer(0), CaseNumber(rows.text(1)));
    if (!row)
        return std::unexpected(row.error());
    return list;
}

std::expected<KeptRead, StoreFault> plainRead(Database& database, std::int64_t id)
{
    Statement rows(database,
                   "SELECT id, read_id, query_id, plate, jurisdiction, captured_at, received_at, plate_confidence, latitude, longitude,"
                   " accuracy_m, address, camera_id, contributor, camera, make, model, color, body, exact, verdict, typed_plate,"
                   " typed_jurisdiction, verdict_note, verdict_by, verdict_at, judged_image, relevance, contrary, kept_by, kept_at"
                   " FROM kept_read WHERE id = ?");
    const auto row = rows.bind(id).step();
    if (!row || !*row)
        return std::unexpected(row ? StoreFault::NotFound : row.error());
    KeptRead kept = keptOf(rows);
    Statement image(database, "SELECT kind, path, type, sha256 FROM kept_image WHERE kept = ? ORDER BY place");
    image.bind(id);
    for (auto one = image.step(); one && *one; one = image.step())
        kept.read.images.push_back(
            {static_cast<ImageKind>(image.integer(0)), image.text(1), static_cast<ImageType>(image.integer(2)), image.blob(3)});
    Statement picture(database, "SELECT kind, bytes FROM kept_picture WHERE kept = ? ORDER BY place");
    picture.bind(id);
    for (auto one = picture.step(); one && *one; one = picture.step())
        kept.images.emplace_back(static_cast<ImageKind>(picture.integer(0)), picture.blob(1));
    return kept;
}

} // namespace

std::expected<void, StoreFault> sealPlainReads(Database& database)
{
    const auto rows = plainRows(database);
    if (!rows)
        return std::unexpected(rows.error());
    KeptReadTable table(database);
    for (const auto& [id, number] : *rows) {
        const auto kept = plainRead(database, id);
        if (!kept)
            return std::unexpected(kept.error());
        // A kill in between leaves the read twice, and the next opening goes on here.
        if (const auto sealed = table.insert(number, *kept); !sealed && sealed.error() != StoreFault::Duplicate)
            return sealed;
        Statement remove(database, "DELETE FROM kept_read WHERE id = ?");
        if (const auto done = remove.bind(id).run(); !done)
            return done;
    }
    return {};
}

} // namespace casebound
