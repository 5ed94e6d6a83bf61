#include "practice_vendor/Town.h"

#include "practice_vendor/PlateConfusion.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

constexpr int fixedCameras = 220;
constexpr int mobileCameras = 80;
constexpr int vehicleCount = 2'000;

QPointF along(const Street& street, Rng& rng)
{
    const int leg = rng.below(static_cast<int>(street.line.size()) - 1);
    const QPointF a = street.line[static_cast<std::size_t>(leg)];
    const QPointF b = street.line[static_cast<std::size_t>(leg) + 1];
    return a + (b - a) * rng.unit();
}

double distanceToLeg(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double square = QPointF::dotProduct(d, d);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / square, 0.0, 1.0) : 0.0;
    return metresBetween(p, a + d * t);
}

QString addressOf(const std::vector<Street>& streets, QPointF at)
{
    const Street* best = nullptr;
    double nearest = 1e9;
    int block = 1;
    for (const Street& street : streets)
        for (std::size_t i = 1; i < street.line.size(); ++i)
            if (const double d = distanceToLeg(at, street.line[i - 1], street.line[i]); d < nearest) {
                nearest = d;
                best = &street;
                block = static_cast<int>(i);
            }
    return best ? u"%1 block of %2, Port Meridian"_s.arg(block * 100).arg(best->name) : QString();
}

/// Orders distances within the town without a root or a cosine: over a million are compared at start-up.
double nearness(QPointF a, QPointF b)
{
    constexpr double shrink = 0.8616; // cosine of the town's latitude
    const double x = (a.x() - b.x()) * shrink;
    const double y = a.y() - b.y();
    return x * x + y * y;
}

template <class T>
int weighted(const std::vector<T>& items, Rng& rng)
{
    int sum = 0;
    for (const T& item : items)
        sum += item.weight;
    int draw = rng.below(sum);
    for (std::size_t i = 0; i < items.size(); ++i)
        if ((draw -= items[i].weight) < 0)
            return static_cast<int>(i);
    return 0;
}

/// Town plates begin with P or M wherever they begin with a letter: the practice series.
QString fill(const QString& layout, Rng& rng)
{
    static constexpr QLatin1StringView letters("ABCDEFGHJKLMNOPQRSTUVWXYZ");
    static constexpr QLatin1StringView first("PM");
    QString out;
    bool firstLetter = true;
    for (const QChar c : layout) {
        if (c == u'9') {
            out += QChar(u'0' + rng.below(10));
        } else if (c == u'A') {
            const QLatin1StringView from = firstLetter ? first : letters;
            out += QChar(from.at(rng.below(static_cast<int>(from.size()))));
            firstLetter = false;
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

Town::Town(std::uint64_t seed, QDateTime now)
    : m_data(TownData::builtIn()),
      m_seed(seed),
      m_endMs(now.toMSecsSinceEpoch()),
      m_veil(mix(seed, 0x7e11))
{
    placeCameras();
    registerVehicles();
    registerShowcase();
}

void Town::placeCameras()
{
    Rng rng(m_seed, 1);
    const auto contributor = [&](bool mobile) {
        for (;;)
            if (const int i = rng.below(static_cast<int>(m_data.contributors.size()));
                m_data.contributors[static_cast<std::size_t>(i)].mobile == mobile)
                return i;
    };
    std::vector<int> mains;
    for (std::size_t i = 0; i < m_data.streets.size(); ++i)
        if (m_data.streets[i].main)
            mains.push_back(static_cast<int>(i));
    for (int n = 0; n < fixedCameras + mobileCameras; ++n) {
        const bool mobile = n >= fixedCameras;
        Camera camera{.id = {}, .mobile = mobile, .contributor = contributor(mobile), .at = {}, .address = {}};
        if (n < static_cast<int>(m_data.places.size())) {
            // One beside each sensitive place, so that the notice has something to be about.
            camera.at = m_data.places[static_cast<std::size_t>(n)].at + QPointF(rng.between(-4e-4, 4e-4), rng.between(-4e-4, 4e-4));
        } else {
            const int street = rng.chance(0.4) ? mains[static_cast<std::size_t>(rng.below(static_cast<int>(mains.size())))]
                                               : rng.below(static_cast<int>(m_data.streets.size()));
            camera.at = along(m_data.streets[static_cast<std::size_t>(street)], rng);
        }
        camera.id = u"PM-%1-%2"_s.arg(QLatin1Char(mobile ? 'M' : 'F')).arg(n + 1, 3, 10, QLatin1Char('0'));
        camera.address = addressOf(m_data.streets, camera.at);
        for (const Place& place : m_data.places)
            if (!mobile && metresBetween(place.at, camera.at) < 80) {
                m_nearPlaces.push_back(n);
                break;
            }
        m_cameras.push_back(std::move(camera));
    }
}

int Town::addVehicle(Vehicle vehicle)
{
    const int index = static_cast<int>(m_vehicles.size());
    m_families.insert(familyKey(vehicle.plate), index);
    m_byPlate.insert(vehicle.plate, index);
    m_vehicles.push_back(std::move(vehicle));
    return index;
}

Vehicle Town::makeVehicle(Rng& rng) const
{
    Vehicle vehicle;
    vehicle.design = weighted(m_data.designs, rng);
    const QStringList& layouts = m_data.designs[static_cast<std::size_t>(vehicle.design)].layouts;
    vehicle.layout = fill(layouts[rng.below(static_cast<int>(layouts.size()))], rng);
    vehicle.plate = withoutGaps(vehicle.layout);
    settle(vehicle, rng);
    return vehicle;
}

void Town::settle(Vehicle& vehicle, Rng& rng) const
{
    vehicle.make = rng.below(static_cast<int>(m_data.makes.size()));
    vehicle.color = weighted(m_data.colors, rng);
    vehicle.readsPerDay = 0.03 * std::pow(20.0, rng.unit()); // 0.03 to 0.6 a day, most of them low
    const double kind = rng.unit();
    vehicle.rhythm = kind < 0.5 ? 0 : kind < 0.75 ? 1 : kind < 0.85 ? 2 : 3;
    // People pass the same few cameras: those around two anchors, such as home and work.
    for (int anchor = 0; anchor < 2; ++anchor) {
        const QPointF at = m_cameras[static_cast<std::size_t>(rng.below(static_cast<int>(m_cameras.size())))].at;
        std::vector<std::pair<double, int>> byDistance;
        for (std::size_t i = 0; i < m_cameras.size(); ++i)
            byDistance.emplace_back(nearness(at, m_cameras[i].at), static_cast<int>(i));
        std::ranges::partial_sort(byDistance, byDistance.begin() + 5);
        for (int i = 0; i < 5; ++i)
            vehicle.beat.push_back(byDistance[static_cast<std::size_t>(i)].second);
    }
}

void Town::registerVehicles()
{
    Rng rng(m_seed, 2);
    m_vehicles.reserve(vehicleCount + 64);
    while (static_cast<int>(m_vehicles.size()) < vehicleCount) {
        Vehicle vehicle = makeVehicle(rng);
        const auto taken = [&](const QString& plate) {
            // Nothing else of the town can be misread as a showcase plate: their counts are promised.
            return m_byPlate.contains(plate) ||
                   std::ranges::any_of(m_data.showcase, [&](const Showcase& s) { return familyKey(s.plate) == familyKey(plate); });
        };
        if (taken(vehicle.plate))
            continue;
        const int index = addVehicle(vehicle);
        if (static_cast<int>(m_vehicles.size()) >= vehicleCount || !rng.chance(0.6))
            continue;
        const QString alike = lookalike(vehicle.plate, rng);
        if (taken(alike))
            continue;
        Vehicle twin = vehicle;
        twin.plate = alike;
        twin.layout = withGapsOf(alike, vehicle.layout);
        twin.beat.clear();
        settle(twin, rng);
        twin.twin = index;
        m_vehicles[static_cast<std::size_t>(index)].twin = addVehicle(std::move(twin));
    }
}

void Town::registerShowcase()
{
    for (std::size_t i = 0; i < m_data.showcase.size(); ++i) {
        const Showcase& showcase = m_data.showcase[i];
        Rng rng(0x5407, i); // not the town's seed: these are the same in every town
        Vehicle vehicle;
        vehicle.plate = showcase.plate;
        const auto design = std::ranges::find(m_data.designs, showcase.jurisdiction, &PlateDesign::key);
        if (design == m_data.designs.end())
            qFatal("practice data: no design for a showcase plate");
        vehicle.design = static_cast<int>(design - m_data.designs.begin());
        vehicle.layout = withGapsOf(showcase.plate, design->layouts.front());
        vehicle.showcase = static_cast<int>(i);
        settle(vehicle, rng);
        vehicle.readsPerDay = 0;
        Vehicle decoy = vehicle;
        const int index = addVehicle(std::move(vehicle));
        if (showcase.reads < 10)
            continue;
        decoy.plate = lookalike(showcase.plate, rng);
        decoy.layout = withGapsOf(decoy.plate, design->layouts.front());
        decoy.beat.clear();
        settle(decoy, rng);
        decoy.readsPerDay = 0;
        decoy.decoy = true;
        decoy.twin = index;
        m_vehicles[static_cast<std::size_t>(index)].twin = addVehicle(std::move(decoy));
    }
}

} // namespace casebound::practice
