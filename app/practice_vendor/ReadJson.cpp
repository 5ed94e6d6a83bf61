#include "practice_vendor/ReadJson.h"

#include "practice_vendor/BodyMembers.h"
#include "practice_vendor/PlateConfusion.h"

#include <QJsonArray>

#include <cmath>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

/// `per` 1000 keeps three digits; dividing gives the double nearest to the decimal, so that JSON shows no tail.
double rounded(double value, double per)
{
    return std::round(value * per) / per;
}

QJsonValue location(const Camera& camera, Rng& rng)
{
    const double spread = camera.mobile ? 4e-3 : 5e-5;
    const QPointF at = camera.at + QPointF(rng.between(-spread, spread), rng.between(-spread, spread));
    return QJsonObject{{u"lat"_s, rounded(at.y(), 1e6)},
                       {u"lon"_s, rounded(at.x(), 1e6)},
                       {u"accuracy_m"_s, camera.mobile || rng.chance(0.8) ? QJsonValue(rounded(rng.between(2, camera.mobile ? 25 : 8), 10))
                                                                          : QJsonValue::Null},
                       {u"address"_s, camera.mobile && rng.chance(0.5) ? QJsonValue::Null : QJsonValue(camera.address)}};
}

QJsonValue vehicleJson(const TownData& data, const Vehicle& vehicle, const Read& read, Rng& rng)
{
    if (read.is(Oddity::NoVehicle))
        return QJsonValue::Null;
    const Make& make = data.makes[static_cast<std::size_t>(vehicle.make)];
    QJsonObject object{{u"make"_s, make.make},
                       {u"model"_s, make.model},
                       {u"color"_s, data.colors[static_cast<std::size_t>(vehicle.color)].name},
                       {u"body"_s, make.body}};
    if (read.night && rng.chance(0.6))
        object["color"_L1] = QJsonValue::Null; // infrared sees no paint
    if (read.is(Oddity::PartVehicle)) {
        object["model"_L1] = QJsonValue::Null;
        if (rng.chance(0.5))
            object["make"_L1] = QJsonValue::Null;
    }
    return object;
}

QJsonArray images(const Town& town, const Read& read, const Pictures& pictures)
{
    QJsonArray out;
    if (read.is(Oddity::NoImage))
        return out;
    for (const PictureKind kind : {PictureKind::Plate, PictureKind::Vehicle}) {
        if (kind == PictureKind::Vehicle && read.is(Oddity::NoVehicleImage))
            continue;
        const Picture picture = pictures.value(PictureBook::keyOf(read, kind));
        QByteArray sha256 = picture.sha256;
        if (read.is(Oddity::WrongHash) && !sha256.isEmpty())
            sha256[5] = sha256[5] == 'a' ? 'b' : 'a';
        out.append(QJsonObject{{u"kind"_s, kind == PictureKind::Plate ? u"plate"_s : u"vehicle"_s},
                               {u"url"_s, u"/v1/images/"_s + imageName(town, read, kind)},
                               {u"media_type"_s, QString::fromLatin1(picture.mediaType)},
                               {u"bytes"_s, picture.bytes.size()},
                               {u"sha256"_s, read.is(Oddity::NoHash) ? QJsonValue::Null : QJsonValue(QString::fromLatin1(sha256))}});
    }
    return out;
}

} // namespace

std::vector<PictureKey> picturesOf(std::span<const Read> reads)
{
    std::vector<PictureKey> keys;
    for (const Read& read : reads) {
        if (read.is(Oddity::NoImage))
            continue;
        keys.push_back(PictureBook::keyOf(read, PictureKind::Plate));
        if (!read.is(Oddity::NoVehicleImage))
            keys.push_back(PictureBook::keyOf(read, PictureKind::Vehicle));
    }
    return keys;
}

QJsonObject readJson(const Town& town, const Read& read, const Pictures& pictures)
{
    const TownData& data = town.data();
    const Vehicle& vehicle = town.vehicles()[static_cast<std::size_t>(read.vehicle)];
    const Camera& camera = town.cameras()[static_cast<std::size_t>(read.camera)];
    Rng rng(mix(town.seed(), 21), read.key);

    // The camera is surer of itself than it deserves: a misread's confidence is only a little lower.
    const double confidence = rounded(read.machine == vehicle.plate ? rng.between(0.86, 0.995) : rng.between(0.71, 0.97), 1000);
    QJsonValue candidates = QJsonValue::Null;
    if (!read.is(Oddity::NoCandidates)) {
        QJsonArray list{QJsonObject{{u"plate"_s, read.machine}, {u"confidence"_s, confidence}}};
        if (const QString other = misread(read.machine, rng); other != read.machine)
            list.append(QJsonObject{{u"plate"_s, other}, {u"confidence"_s, rounded(confidence * rng.between(0.2, 0.8), 1000)}});
        candidates = list;
    }
    QJsonValue jurisdiction = data.designs[static_cast<std::size_t>(vehicle.design)].key;
    if (read.is(Oddity::UnknownJurisdiction))
        jurisdiction = u"XX-PM"_s; // a key no table knows
    else if (read.is(Oddity::OtherJurisdiction))
        jurisdiction = data.designs[(static_cast<std::size_t>(vehicle.design) + 1) % data.designs.size()].key;
    else if (read.is(Oddity::NoJurisdiction))
        jurisdiction = QJsonValue::Null;
    return {{u"read_id"_s, town.veil().hide(read.key)},
            {u"plate"_s, read.machine},
            {u"plate_confidence"_s, read.is(Oddity::NoConfidence) ? QJsonValue::Null : QJsonValue(confidence)},
            {u"jurisdiction"_s, jurisdiction},
            {u"jurisdiction_confidence"_s, jurisdiction.isNull() ? QJsonValue::Null : QJsonValue(rounded(rng.between(0.6, 0.99), 1000))},
            {u"candidates"_s, candidates},
            {u"captured_at"_s, timeText(read.capturedMs)},
            {u"received_at"_s, camera.mobile && rng.chance(0.2)
                                   ? QJsonValue::Null
                                   : QJsonValue(timeText(read.capturedMs + 1'000 + rng.below(camera.mobile ? 90'000 : 9'000)))},
            {u"location"_s, read.is(Oddity::NoLocation) ? QJsonValue::Null : location(camera, rng)},
            {u"camera"_s, QJsonObject{{u"camera_id"_s, camera.id},
                                      {u"kind"_s, camera.mobile ? u"mobile"_s : u"fixed"_s},
                                      {u"contributor"_s, data.contributors[static_cast<std::size_t>(camera.contributor)].name}}},
            {u"vehicle"_s, vehicleJson(data, vehicle, read, rng)},
            {u"images"_s, images(town, read, pictures)}};
}

QString imageName(const Town& town, const Read& read, PictureKind kind)
{
    return town.veil().hide(read.key) + (kind == PictureKind::Plate ? u"-plate"_s : u"-vehicle"_s);
}

std::optional<NamedImage> findImage(const QString& name)
{
    if (name.endsWith(u"-plate"))
        return NamedImage{.readId = name.chopped(6), .kind = PictureKind::Plate};
    if (name.endsWith(u"-vehicle"))
        return NamedImage{.readId = name.chopped(8), .kind = PictureKind::Vehicle};
    return std::nullopt;
}

} // namespace casebound::practice
