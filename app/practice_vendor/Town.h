// Port Meridian for one seed: its cameras, its vehicles, and two years of reads that exist only when asked for.
#pragma once

#include "practice_vendor/Scramble.h"
#include "practice_vendor/TownData.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace casebound::practice {

struct Camera {
    QString id;
    bool mobile = false;
    int contributor = 0;
    QPointF at;      ///< A mobile one's beat.
    QString address; ///< Nearest street and the hundred of the block.
};

struct Vehicle {
    QString plate;  ///< What its plate really says.
    QString layout; ///< The same with '|' at gaps and '^' before a stacked pair.
    int design = 0;
    int make = 0;
    int color = 0;
    int twin = -1;      ///< Vehicle whose plate differs by one confusable character.
    int showcase = -1;  ///< Index of Showcase whose slots it owns.
    bool decoy = false; ///< Of a showcase: owns only the slots that are misreads.
    double readsPerDay = 0;
    int rhythm = 0;        ///< 0 commuter, 1 local, 2 night worker, 3 delivery.
    std::vector<int> beat; ///< Cameras it usually passes.
};

/// What is wrong or missing with a read, on purpose. Bits.
enum class Oddity : std::uint32_t {
    NoImage = 1U << 0,
    WrongHash = 1U << 1,
    NoHash = 1U << 2,
    ImageGone = 1U << 3,
    NoLocation = 1U << 4,
    UnknownJurisdiction = 1U << 5,
    NoJurisdiction = 1U << 6,
    OtherJurisdiction = 1U << 7,
    NoVehicle = 1U << 8,
    PartVehicle = 1U << 9,
    NoVehicleImage = 1U << 10,
    NoCandidates = 1U << 11,
    NoConfidence = 1U << 12,
};

struct Read {
    std::uint64_t key = 0; ///< Vehicle, day and number; IdVeil turns it into the read's identifier.
    int vehicle = 0;
    std::int64_t capturedMs = 0;
    QString machine; ///< What the camera says; the image shows the vehicle's own plate.
    int camera = 0;
    std::uint32_t oddities = 0;
    bool night = false;

    [[nodiscard]] bool is(Oddity oddity) const { return (oddities & static_cast<std::uint32_t>(oddity)) != 0; }
    friend bool operator==(const Read&, const Read&) = default;
};

/// Immutable but for live reads; not synchronised. Making one takes a few milliseconds.
class Town {
public:
    /// The same seed and `now` give the same town. `now` ends the two years of reads.
    Town(std::uint64_t seed, QDateTime now);

    [[nodiscard]] const TownData& data() const { return m_data; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }
    [[nodiscard]] const std::vector<Camera>& cameras() const { return m_cameras; }
    [[nodiscard]] const std::vector<Vehicle>& vehicles() const { return m_vehicles; }
    [[nodiscard]] const IdVeil& veil() const { return m_veil; }

    /// Every read of a vehicle in the two years, in no order. Some 50 µs.
    [[nodiscard]] std::vector<Read> readsOf(int vehicle) const;
    /// What the vendor answers to a plate: reads whose machine text it takes for the same, newest first, inclusive bounds.
    [[nodiscard]] std::vector<Read> find(QStringView plate, std::int64_t fromMs, std::int64_t toMs) const;
    [[nodiscard]] std::optional<Read> read(QStringView readId) const;

    /// A new read, now: of the vehicle with this plate, now and then of its twin misread as it. An unknown plate gets a vehicle of its own.
    Read addLiveRead(const QString& plate, std::int64_t atMs);

private:
    void placeCameras();
    void registerVehicles();
    void registerShowcase();
    int addVehicle(Vehicle vehicle);
    [[nodiscard]] Vehicle makeVehicle(Rng& rng) const;
    void settle(Vehicle& vehicle, Rng& rng) const;
    [[nodiscard]] std::vector<Read> showcaseReads(int index) const;
    void dress(Read& read, Rng& rng) const;

    TownData m_data;
    std::uint64_t m_seed;
    std::int64_t m_endMs;
    IdVeil m_veil;
    std::vector<Camera> m_cameras;
    std::vector<int> m_nearPlaces; ///< Cameras within 80 m of a place.
    std::vector<Vehicle> m_vehicles;
    QMultiHash<QString, int> m_families;
    QHash<QString, int> m_byPlate;
    std::vector<Read> m_live;
};

} // namespace casebound::practice
