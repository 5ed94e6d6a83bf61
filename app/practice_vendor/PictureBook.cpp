#include "practice_vendor/PictureBook.h"

#include "practice_vendor/PlateShot.h"
#include "practice_vendor/VehicleShot.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QtConcurrent>

#include <algorithm>

namespace casebound::practice {
namespace {

constexpr int dayPlates = 5;
constexpr int nightPlates = 3;
constexpr int dayVehicles = 3;
constexpr int nightVehicles = 2;
constexpr qsizetype keptBytes = 96 * 1024 * 1024;

/// Everything a worker needs, by value: the town may grow (live reads) while it draws.
struct Order {
    PictureKey key;
    Scene scene;
};

Scene sceneOf(const Town& town, PictureKey key)
{
    const Vehicle& vehicle = town.vehicles()[static_cast<std::size_t>(key.vehicle)];
    const TownData& data = town.data();
    const bool plate = key.kind == PictureKind::Plate;
    return {.layout = vehicle.layout,
            .design = data.designs[static_cast<std::size_t>(vehicle.design)],
            .body = data.makes[static_cast<std::size_t>(vehicle.make)].body,
            .paint = data.colors[static_cast<std::size_t>(vehicle.color)].rgb,
            .night = key.variant >= (plate ? dayPlates : dayVehicles),
            // The plate's own dirt and screws belong to the vehicle, the camera's view to the picture.
            .vehicleSeed = mix(vehicle.showcase >= 0 ? 0x5407 : town.seed(), static_cast<std::uint64_t>(key.vehicle)),
            .viewSeed = mix(mix(vehicle.showcase >= 0 ? 0x5407 : town.seed(),
                                static_cast<std::uint64_t>(key.vehicle) * 64 + static_cast<std::uint64_t>(key.variant)),
                            plate ? 1 : 2)};
}

Picture drawScene(const Order& order)
{
    const bool plate = order.key.kind == PictureKind::Plate;
    const QImage image = plate ? plateShot(order.scene) : vehicleShot(order.scene);
    // Infrared cameras often store PNG; so both of the contract's formats occur.
    const bool png = plate && order.key.variant == dayPlates + nightPlates - 1;
    Picture picture{.bytes = {}, .sha256 = {}, .mediaType = png ? "image/png" : "image/jpeg"};
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, png ? "PNG" : "JPEG", png ? 60 : 85))
        qFatal("the practice vendor cannot write images: is Qt's JPEG plug-in missing?");
    picture.sha256 = QCryptographicHash::hash(picture.bytes, QCryptographicHash::Sha256).toHex();
    return picture;
}

} // namespace

PictureBook::PictureBook(const Town& town, QObject* parent) : QObject(parent), m_town(town), m_kept(keptBytes) {}

PictureBook::~PictureBook()
{
    m_pool.clear();
    m_pool.waitForDone();
}

PictureKey PictureBook::keyOf(const Read& read, PictureKind kind)
{
    const std::uint64_t draw = mix(read.key, kind == PictureKind::Plate ? 11 : 12);
    const bool plate = kind == PictureKind::Plate;
    const int day = plate ? dayPlates : dayVehicles;
    const int night = plate ? nightPlates : nightVehicles;
    const int variant =
        read.night ? day + static_cast<int>(draw % static_cast<unsigned>(night)) : static_cast<int>(draw % static_cast<unsigned>(day));
    return {.vehicle = read.vehicle, .kind = kind, .variant = variant};
}

void PictureBook::prepare(const std::vector<PictureKey>& keys, std::function<void(Pictures)> ready)
{
    Pictures have;
    std::vector<Order> missing;
    QHash<PictureKey, bool> seen;
    for (const PictureKey& key : keys) {
        if (seen.contains(key))
            continue;
        seen.insert(key, true);
        if (const Picture* kept = m_kept.object(key))
            have.insert(key, *kept);
        else
            missing.push_back({.key = key, .scene = sceneOf(m_town, key)});
    }
    if (missing.empty()) {
        ready(have);
        return;
    }
    std::vector<PictureKey> drawn;
    std::ranges::transform(missing, std::back_inserter(drawn), &Order::key);
    QtConcurrent::mapped(&m_pool, std::move(missing), drawScene)
        .then(this, [this, have, drawn, ready = std::move(ready)](const QFuture<Picture>& pictures) mutable {
            for (std::size_t i = 0; i < drawn.size(); ++i) {
                const Picture picture = pictures.resultAt(static_cast<int>(i));
                m_kept.insert(drawn[i], new Picture(picture), picture.bytes.size());
                have.insert(drawn[i], picture);
            }
            ready(have);
        });
}

Picture PictureBook::draw(const Town& town, PictureKey key)
{
    return drawScene({.key = key, .scene = sceneOf(town, key)});
}

} // namespace casebound::practice
