// Two years of reads, made when asked for: each is a pure function of seed, vehicle, day and number.
#include "practice_vendor/PlateConfusion.h"
#include "practice_vendor/Town.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace casebound::practice {
namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t townOffsetMs = -3 * 3'600'000; // the town's clock is three hours behind UTC
constexpr int historyDays = 730;
constexpr double misreadShare = 0.08;

constexpr int numberBits = 13;
constexpr int dayBits = 16;
constexpr std::uint64_t liveNumbers = 4'096; // numbers from here on are live reads
constexpr std::uint64_t showcaseDay = 0;

std::uint64_t keyOf(int vehicle, std::uint64_t day, std::uint64_t number)
{
    return (static_cast<std::uint64_t>(vehicle) << (dayBits + numberBits)) | (day << numberBits) | number;
}

std::uint32_t bit(Oddity oddity)
{
    return static_cast<std::uint32_t>(oddity);
}

/// Hour of the town's day, by how people live: commuter, local, night worker, delivery.
double hourOfDay(int rhythm, bool weekend, Rng& rng)
{
    const auto around = [&](double hour, double spread) { return std::fmod(hour + spread * rng.normal() + 48, 24.0); };
    const double u = rng.unit();
    switch (rhythm) {
    case 0:
        if (weekend)
            return around(13, 3);
        return u < 0.42 ? around(7.8, 0.6) : u < 0.84 ? around(17.4, 0.8) : around(20, 1.6);
    case 1: return around(12.5, 3.4);
    case 2: return u < 0.45 ? around(21.7, 0.7) : u < 0.9 ? around(5.9, 0.6) : around(2, 1.5);
    default: return around(11.5, 2.6);
    }
}

bool isNight(std::int64_t capturedMs)
{
    const std::int64_t minute = ((capturedMs + townOffsetMs) % dayMs) / 60'000;
    return minute < 6 * 60 + 20 || minute > 19 * 60 + 40;
}

/// In the order a 90-day search shows them: the first are the newest.
constexpr std::array<std::uint32_t, 12> everyOddity{0,
                                                    1U << 20,
                                                    static_cast<std::uint32_t>(Oddity::NoImage),
                                                    1U << 21,
                                                    static_cast<std::uint32_t>(Oddity::WrongHash),
                                                    0,
                                                    static_cast<std::uint32_t>(Oddity::NoLocation),
                                                    static_cast<std::uint32_t>(Oddity::UnknownJurisdiction),
                                                    static_cast<std::uint32_t>(Oddity::NoVehicle),
                                                    static_cast<std::uint32_t>(Oddity::ImageGone),
                                                    static_cast<std::uint32_t>(Oddity::NoHash),
                                                    static_cast<std::uint32_t>(Oddity::OtherJurisdiction)};
constexpr std::uint32_t nearMatchSlot = 1U << 20;
constexpr std::uint32_t misreadSlot = 1U << 21;

/// A planted read of the practice course.
std::uint32_t kindOf(const QString& word)
{
    if (word == QLatin1StringView("misread"))
        return misreadSlot;
    if (word == QLatin1StringView("no_image"))
        return bit(Oddity::NoImage);
    if (word == QLatin1StringView("wrong_hash"))
        return bit(Oddity::WrongHash);
    return 0;
}

/// The plate with an O written as 0 or the other way round, or I and 1; the plate itself where it has none of them.
QString foldedTwin(const QString& plate)
{
    QString out = plate;
    for (QChar& c : out) {
        const QChar swapped = c == u'0' ? u'O' : c == u'O' ? u'0' : c == u'1' ? u'I' : c == u'I' ? u'1' : c;
        if (swapped != c) {
            c = swapped;
            break;
        }
    }
    return out;
}

} // namespace

void Town::dress(Read& read, Rng& rng) const
{
    const auto maybe = [&](Oddity oddity, double share) {
        if (rng.chance(share))
            read.oddities |= bit(oddity);
    };
    maybe(Oddity::NoImage, 0.02);
    maybe(Oddity::WrongHash, 0.01);
    maybe(Oddity::NoHash, 0.005);
    maybe(Oddity::ImageGone, 0.005);
    maybe(Oddity::NoLocation, 0.01);
    maybe(Oddity::UnknownJurisdiction, 0.007);
    maybe(Oddity::NoJurisdiction, 0.03);
    maybe(Oddity::OtherJurisdiction, 0.015);
    maybe(Oddity::NoVehicle, 0.04);
    maybe(Oddity::PartVehicle, 0.06);
    maybe(Oddity::NoVehicleImage, 0.08);
    maybe(Oddity::NoCandidates, 0.4);
    maybe(Oddity::NoConfidence, 0.03);
    read.night = isNight(read.capturedMs);
}

std::vector<Read> Town::showcaseReads(int index) const
{
    const Vehicle& vehicle = m_vehicles[static_cast<std::size_t>(index)];
    const Showcase& showcase = m_data.showcase[static_cast<std::size_t>(vehicle.showcase)];
    const std::int64_t today = (m_endMs + townOffsetMs) / dayMs;
    std::vector<Read> reads;
    for (int slot = 0; slot < showcase.reads; ++slot) {
        Rng rng(0xca5e, static_cast<std::uint64_t>(vehicle.showcase), static_cast<std::uint64_t>(slot));
        std::uint32_t kind = 0;
        const bool course = slot < showcase.course.size();
        if (course) {
            kind = kindOf(showcase.course[slot]);
        } else if (showcase.reads >= 10) {
            const bool everything = vehicle.showcase == 0;
            const auto turn = static_cast<std::size_t>(slot);
            kind = everything && turn < everyOddity.size()           ? everyOddity[turn]
                   : rng.chance(misreadShare)                        ? misreadSlot
                   : rng.chance(vehicle.showcase == 3 ? 0.25 : 0.05) ? nearMatchSlot
                                                                     : 0;
        }
        if (((kind & misreadSlot) != 0) != vehicle.decoy)
            continue;
        Read read;
        read.vehicle = index;
        read.key = keyOf(index, showcaseDay, static_cast<std::uint64_t>(slot));
        // Denser towards today, so that the narrowest window (90 days) has something to show; slots are in time order.
        const double share = (slot + rng.unit()) / showcase.reads;
        const auto day = today - 1 - static_cast<std::int64_t>((historyDays - 20) * std::pow(share, 2.2));
        read.capturedMs = (course ? today - 1 - 3 * slot : day) * dayMs - townOffsetMs +
                          static_cast<std::int64_t>(hourOfDay(vehicle.rhythm, false, rng) * 3.6e6);
        read.machine = (kind & nearMatchSlot) != 0 ? foldedTwin(showcase.plate) : showcase.plate;
        const bool nearPlace = vehicle.showcase == 6 || (vehicle.showcase == 0 && slot == 5);
        const bool mobile = vehicle.showcase == 7;
        if (nearPlace)
            read.camera = m_nearPlaces[static_cast<std::size_t>(rng.below(static_cast<int>(m_nearPlaces.size())))];
        else if (mobile)
            do
                read.camera = rng.below(static_cast<int>(m_cameras.size()));
            while (!m_cameras[static_cast<std::size_t>(read.camera)].mobile);
        else
            read.camera = vehicle.beat[static_cast<std::size_t>(rng.below(static_cast<int>(vehicle.beat.size())))];
        if (course || vehicle.showcase == 0 || showcase.reads < 10)
            read.oddities = kind & (nearMatchSlot - 1);
        else
            dress(read, rng);
        read.night = isNight(read.capturedMs);
        reads.push_back(std::move(read));
    }
    return reads;
}

std::vector<Read> Town::readsOf(int index) const
{
    const Vehicle& vehicle = m_vehicles[static_cast<std::size_t>(index)];
    if (vehicle.showcase >= 0)
        return showcaseReads(index);
    std::vector<Read> reads;
    const std::int64_t lastDay = m_endMs / dayMs;
    for (std::int64_t day = lastDay - historyDays; day <= lastDay; ++day) {
        Rng rng(mix(m_seed, 3), static_cast<std::uint64_t>(index), static_cast<std::uint64_t>(day));
        const bool weekend = (day + 4) % 7 == 0 || (day + 4) % 7 == 6; // day 0 was a Thursday
        const double rate = vehicle.readsPerDay * (weekend && vehicle.rhythm == 3 ? 0.2 : weekend ? 0.7 : 1.1);
        // A day with one read often has several: the same trip passes more than one camera.
        if (!rng.chance(rate * 0.55))
            continue;
        const int count = 1 + (rng.chance(0.5) ? 1 : 0) + (rng.chance(0.2) ? 1 + rng.below(2) : 0);
        for (int number = 0; number < count; ++number) {
            Read read;
            read.vehicle = index;
            read.key = keyOf(index, static_cast<std::uint64_t>(day), static_cast<std::uint64_t>(number));
            read.capturedMs = day * dayMs - townOffsetMs + static_cast<std::int64_t>(hourOfDay(vehicle.rhythm, weekend, rng) * 3.6e6);
            read.camera = rng.chance(0.85) ? vehicle.beat[static_cast<std::size_t>(rng.below(static_cast<int>(vehicle.beat.size())))]
                                           : rng.below(static_cast<int>(m_cameras.size()));
            read.machine = vehicle.plate;
            if (rng.chance(misreadShare))
                read.machine = vehicle.twin >= 0 && rng.chance(0.7) ? m_vehicles[static_cast<std::size_t>(vehicle.twin)].plate
                                                                    : misread(vehicle.plate, rng);
            dress(read, rng);
            if (read.capturedMs <= m_endMs && read.capturedMs > m_endMs - historyDays * dayMs)
                reads.push_back(std::move(read));
        }
    }
    return reads;
}

std::vector<Read> Town::find(QStringView plate, std::int64_t fromMs, std::int64_t toMs) const
{
    const QString folded = vendorFold(plate);
    std::vector<Read> found;
    const auto consider = [&](const Read& read) {
        if (read.capturedMs >= fromMs && read.capturedMs <= toMs && vendorFold(read.machine) == folded)
            found.push_back(read);
    };
    for (const int vehicle : m_families.values(familyKey(plate)))
        std::ranges::for_each(readsOf(vehicle), consider);
    std::ranges::for_each(m_live, consider);
    std::ranges::sort(
        found, [](const Read& a, const Read& b) { return a.capturedMs != b.capturedMs ? a.capturedMs > b.capturedMs : a.key < b.key; });
    return found;
}

std::optional<Read> Town::read(QStringView readId) const
{
    const std::optional<std::uint64_t> key = m_veil.find(readId);
    const auto same = [&](const Read& read) { return read.key == *key; };
    if (!key)
        return std::nullopt;
    if (const auto live = std::ranges::find_if(m_live, same); live != m_live.end())
        return *live;
    const std::uint64_t vehicle = *key >> (dayBits + numberBits);
    if (vehicle >= m_vehicles.size())
        return std::nullopt;
    const std::vector<Read> reads = readsOf(static_cast<int>(vehicle));
    const auto found = std::ranges::find_if(reads, same);
    return found == reads.end() ? std::nullopt : std::optional(*found);
}

Read Town::addLiveRead(const QString& plate, std::int64_t atMs)
{
    const std::uint64_t number = m_live.size();
    Rng rng(mix(m_seed, 4), number);
    int index = m_byPlate.value(plate, -1);
    if (index < 0) {
        Vehicle vehicle = makeVehicle(rng);
        vehicle.plate = plate;
        vehicle.layout = withGapsOf(plate, vehicle.layout);
        vehicle.readsPerDay = 0;
        index = addVehicle(std::move(vehicle));
    }
    const Vehicle& vehicle = m_vehicles[static_cast<std::size_t>(index)];
    Read read;
    // One in twelve is the twin, misread: a hit is a lead, and the image says so.
    read.vehicle = vehicle.twin >= 0 && rng.chance(misreadShare) ? vehicle.twin : index;
    const auto day = static_cast<std::uint64_t>(atMs / dayMs);
    read.key = keyOf(read.vehicle, day + number / liveNumbers, liveNumbers + number % liveNumbers);
    read.capturedMs = atMs;
    read.machine = plate;
    read.camera = vehicle.beat[static_cast<std::size_t>(rng.below(static_cast<int>(vehicle.beat.size())))];
    dress(read, rng);
    m_live.push_back(read);
    return read;
}

} // namespace casebound::practice
