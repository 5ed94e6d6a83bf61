#include "store/HitTable.h"

#include "store/Statement.h"

#include <QCborArray>
#include <QCborMap>

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

/// Keys of the CBOR map a read is stored as. Never change or reuse a number.
enum Key : int {
    ReadId = 1,
    PlateText,
    Jurisdiction,
    CapturedAt,
    ReceivedAt,
    Confidence,
    Latitude,
    Longitude,
    Accuracy,
    Address,
    CameraId,
    Contributor,
    Camera,
    Make,
    Model,
    Color,
    Body,
    Exact,
    Images,
};

QByteArray bytesOf(const Read& read)
{
    QCborMap map;
    const auto text = [&map](Key key, const QString& value) {
        if (!value.isEmpty())
            map[key] = value;
    };
    text(ReadId, read.readId);
    text(PlateText, read.plate);
    text(Jurisdiction, read.jurisdiction);
    map[CapturedAt] = qint64{number(read.capturedAt)};
    if (read.receivedAt)
        map[ReceivedAt] = qint64{number(*read.receivedAt)};
    if (read.plateConfidence)
        map[Confidence] = *read.plateConfidence;
    if (read.location) {
        map[Latitude] = read.location->latitude;
        map[Longitude] = read.location->longitude;
        if (read.location->accuracyM)
            map[Accuracy] = *read.location->accuracyM;
        text(Address, read.location->address);
    }
    text(CameraId, read.cameraId);
    text(Contributor, read.contributor);
    map[Camera] = static_cast<int>(read.camera);
    text(Make, read.make);
    text(Model, read.model);
    text(Color, read.color);
    text(Body, read.body);
    map[Exact] = read.exact;
    QCborArray images;
    for (const Read::Image& image : read.images)
        images.append(QCborArray{static_cast<int>(image.kind), image.path, static_cast<int>(image.type), image.sha256});
    map[Images] = images;
    return map.toCborValue().toCbor();
}

Read readOf(const QByteArray& bytes)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    const auto real = [&map](Key key) { return map.contains(key) ? std::optional(map.value(key).toDouble()) : std::nullopt; };
    Read read;
    read.readId = map.value(ReadId).toString();
    read.plate = map.value(PlateText).toString();
    read.jurisdiction = map.value(Jurisdiction).toString();
    read.capturedAt = instant(map.value(CapturedAt).toInteger());
    if (map.contains(ReceivedAt))
        read.receivedAt = instant(map.value(ReceivedAt).toInteger());
    read.plateConfidence = real(Confidence);
    if (map.contains(Latitude))
        read.location = Read::Location{.latitude = map.value(Latitude).toDouble(),
                                       .longitude = map.value(Longitude).toDouble(),
                                       .accuracyM = real(Accuracy),
                                       .address = map.value(Address).toString()};
    read.cameraId = map.value(CameraId).toString();
    read.contributor = map.value(Contributor).toString();
    read.camera = static_cast<CameraKind>(map.value(Camera).toInteger());
    read.make = map.value(Make).toString();
    read.model = map.value(Model).toString();
    read.color = map.value(Color).toString();
    read.body = map.value(Body).toString();
    read.exact = map.value(Exact).toBool();
    for (const QCborValue& value : map.value(Images).toArray()) {
        const QCborArray image = value.toArray();
        read.images.push_back({.kind = static_cast<ImageKind>(image.at(0).toInteger()),
                               .path = image.at(1).toString(),
                               .type = static_cast<ImageType>(image.at(2).toInteger()),
                               .sha256 = image.at(3).toByteArray()});
    }
    return read;
}

std::expected<void, StoreFault> touchedOne(Statement& statement)
{
    const auto row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::unexpected(StoreFault::NotFound);
    return statement.step().transform([](bool) {});
}

HitTable::Count countOf(const Statement& row, int column)
{
    HitTable::Count count{
        .hits = row.integer(column), .unjudged = row.integer(column + 1), .confirmed = row.integer(column + 2), .oldestUnjudged = {}};
    if (!row.isNull(column + 3))
        count.oldestUnjudged = instant(row.integer(column + 3));
    return count;
}

} // namespace

bool HitTable::holds(const UserId& owner, const QString& hitId) const
{
    Statement statement(m_database, "SELECT 1 FROM alert_hit WHERE owner = ? AND hit_id = ?");
    const auto row = statement.bind(owner.text()).bind(hitId).step();
    return row && *row;
}

std::expected<std::int64_t, StoreFault> HitTable::insert(const StoredHit& hit)
{
    const QByteArray read = bytesOf(hit.read);
    Statement statement(m_database, "INSERT INTO alert_hit (hit_id, owner, alert, received_at, shown_at, verdict, read)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING place");
    statement.bind(hit.hitId).bind(hit.owner.text()).bind(hit.alert.text()).bind(number(hit.receivedAt));
    statement.bind(hit.shownAt ? std::optional(number(*hit.shownAt)) : std::nullopt);
    statement.bind(static_cast<std::int64_t>(hit.verdict)).bind(QByteArrayView(read));
    const auto row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    const std::int64_t place = statement.integer(0);
    return statement.step().transform([place](bool) { return place; }); // to its end, where it commits
}

std::expected<void, StoreFault> HitTable::insertStray(const UserId& owner, const QString& hitId, Instant receivedAt)
{
    Statement statement(m_database, "INSERT INTO alert_hit (hit_id, owner, alert, received_at, verdict) VALUES (?, ?, '-', ?, 0)");
    return statement.bind(hitId).bind(owner.text()).bind(number(receivedAt)).run();
}

QString HitTable::resumeAfter(const UserId& owner, int overlap) const
{
    // A hit whose id stands earlier under somebody else's name came from there (handOver).
    Statement statement(m_database, "SELECT hit_id FROM alert_hit AS mine WHERE owner = ?1 AND NOT EXISTS (SELECT 1 FROM alert_hit AS other"
                                    " WHERE other.hit_id = mine.hit_id AND other.place < mine.place)"
                                    " ORDER BY place DESC LIMIT 1 OFFSET ?2");
    const auto row = statement.bind(owner.text()).bind(std::int64_t{overlap}).step();
    return row && *row ? statement.text(0) : QString();
}

std::expected<void, StoreFault> HitTable::setShown(const UserId& owner, const QString& hitId, Instant at)
{
    Statement statement(m_database, "UPDATE alert_hit SET shown_at = coalesce(shown_at, ?) WHERE owner = ? AND hit_id = ? RETURNING 1");
    statement.bind(number(at)).bind(owner.text()).bind(hitId);
    return touchedOne(statement);
}

std::expected<void, StoreFault> HitTable::setVerdict(const UserId& owner, const QString& hitId, Verdict verdict)
{
    Statement statement(m_database, "UPDATE alert_hit SET verdict = ? WHERE owner = ? AND hit_id = ? RETURNING 1");
    statement.bind(static_cast<std::int64_t>(verdict)).bind(owner.text()).bind(hitId);
    return touchedOne(statement);
}

std::expected<void, StoreFault> HitTable::dropReads(const AlertId& alert, bool judgedOnly)
{
    Statement statement(m_database, "UPDATE alert_hit SET read = NULL WHERE alert = ?1 AND (verdict <> 0 OR NOT ?2)");
    return statement.bind(alert.text()).bind(std::int64_t{judgedOnly}).run();
}

std::expected<void, StoreFault> HitTable::handOver(const AlertId& from, const AlertId& to, const UserId& owner)
{
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return std::unexpected(transaction.fault());
    // Whoever had the hit before, and gets it back, has its id already.
    Statement statement(
        m_database, "INSERT INTO alert_hit (hit_id, owner, alert, received_at, verdict, read)"
                    " SELECT hit_id, ?3, ?2, received_at, 0, read FROM alert_hit"
                    " WHERE alert = ?1 AND verdict = 0 AND read IS NOT NULL ORDER BY place"
                    " ON CONFLICT (owner, hit_id) DO UPDATE SET alert = excluded.alert, received_at = excluded.received_at, verdict = 0,"
                    " shown_at = NULL, read = excluded.read");
    statement.bind(from.text()).bind(to.text()).bind(owner.text());
    if (const auto done = statement.run(); !done)
        return done;
    if (const auto done = dropReads(from, false); !done)
        return done;
    return transaction.commit();
}

QStringList HitTable::unjudgedReads(const AlertId& alert) const
{
    Statement statement(m_database, "SELECT read FROM alert_hit WHERE alert = ? AND verdict = 0 AND read IS NOT NULL ORDER BY place");
    statement.bind(alert.text());
    QStringList ids;
    for (auto row = statement.step(); row && *row; row = statement.step())
        ids += readOf(statement.blob(0)).readId;
    return ids;
}

std::vector<StoredHit> HitTable::ofOwner(const UserId& owner) const
{
    Statement statement(m_database, "SELECT place, hit_id, alert, received_at, shown_at, verdict, read FROM alert_hit"
                                    " WHERE owner = ? AND read IS NOT NULL ORDER BY place");
    statement.bind(owner.text());
    std::vector<StoredHit> hits;
    for (auto row = statement.step(); row && *row; row = statement.step()) {
        StoredHit hit;
        hit.order = statement.integer(0);
        hit.hitId = statement.text(1);
        hit.alert = AlertId::fromText(statement.text(2));
        hit.owner = owner;
        hit.receivedAt = instant(statement.integer(3));
        if (!statement.isNull(4))
            hit.shownAt = instant(statement.integer(4));
        hit.verdict = static_cast<Verdict>(statement.integer(5));
        hit.read = readOf(statement.blob(6));
        hits.push_back(std::move(hit));
    }
    return hits;
}

HitTable::Count HitTable::count(const AlertId& alert) const
{
    Statement statement(m_database, "SELECT count(*), sum(verdict = 0), sum(verdict = 1), min(CASE verdict WHEN 0 THEN received_at END)"
                                    " FROM alert_hit WHERE alert = ?");
    const auto row = statement.bind(alert.text()).step();
    return row && *row ? countOf(statement, 0) : Count{};
}

QHash<AlertId, HitTable::Count> HitTable::counts() const
{
    Statement statement(m_database, "SELECT alert, count(*), sum(verdict = 0), sum(verdict = 1),"
                                    " min(CASE verdict WHEN 0 THEN received_at END) FROM alert_hit GROUP BY alert");
    QHash<AlertId, Count> counts;
    for (auto row = statement.step(); row && *row; row = statement.step())
        counts.insert(AlertId::fromText(statement.text(0)), countOf(statement, 1));
    return counts;
}

} // namespace casebound
