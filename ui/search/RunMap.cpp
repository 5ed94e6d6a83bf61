#include "ui/search/RunMap.h"

#include "lists/PlaceText.h"
#include "lists/ReadText.h"
#include "ui/map/BaseMaps.h"
#include "ui/map/MapPane.h"
#include "ui/map/PlaceLayer.h"

namespace casebound {

namespace {
constexpr auto gather = std::chrono::milliseconds(120);
}

RunMap::RunMap(PageServices services, QWidget* parent)
    : QObject(parent),
      m_services(services),
      m_pane(new MapPane(
          {.tiles = BaseMaps::of(services), .words = [this](qsizetype read) { return words(read); }, .training = services.profile.training},
          parent))
{
    PlaceLayer::putOn(*m_pane, services.profile.sensitivePlaces);
    BaseMaps::follow(*m_pane, services);
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    connect(&m_soon, &QTimer::timeout, this, &RunMap::draw);
}

void RunMap::setRun(QueryRun* run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_fresh = true;
    if (run) {
        connect(run, &QueryRun::readsAppended, this, [this] {
            if (!m_soon.isActive())
                m_soon.start();
        });
        connect(run, &QueryRun::stateChanged, this, [this] {
            if (m_soon.isActive() && m_run && m_run->state() == QueryRun::State::Complete)
                draw();
        });
        connect(run, &QueryRun::readsCleared, this, &RunMap::draw);
        connect(run, &QueryRun::readChanged, this,
                [this](qsizetype read) { m_pane->setVerdict(read, m_run->verification(static_cast<std::size_t>(read)).verdict); });
    }
    draw();
}

void RunMap::setNow(Instant now)
{
    m_pane->setNow(now);
}

void RunMap::setFilter(std::optional<MicrosRange> period, bool nearPlacesOnly)
{
    if (m_period == period && m_nearPlacesOnly == nearPlacesOnly)
        return;
    m_period = period;
    m_nearPlacesOnly = nearPlacesOnly;
    draw();
}

bool RunMap::isShown(const ReadRow& row) const
{
    if (m_period && !m_period->holds(row.capturedAt))
        return false;
    return !m_nearPlacesOnly ||
           (row.hasLocation &&
            !nearPlaces(m_services.profile.sensitivePlaces, {.latitude = row.latitude, .longitude = row.longitude}).empty());
}

void RunMap::draw()
{
    m_soon.stop();
    std::vector<MapRead> reads;
    if (m_run) {
        const ReadSet& set = m_run->reads();
        reads.reserve(set.size());
        for (std::size_t n = 0; n < set.size(); ++n) {
            const ReadRow& row = set.row(n);
            reads.push_back({.latitude = row.latitude,
                             .longitude = row.longitude,
                             .capturedAt = row.capturedAt,
                             .verdict = m_run->verification(n).verdict,
                             .hasLocation = row.hasLocation,
                             .near = !row.exact,
                             .shown = isShown(row)});
        }
    }
    const bool fit = m_fresh && !reads.empty();
    m_fresh = m_fresh && reads.empty();
    m_pane->setReads(reads, fit);
}

QString RunMap::words(qsizetype read) const
{
    if (!m_run || read < 0 || static_cast<std::size_t>(read) >= m_run->reads().size())
        return {};
    const ReadSet& set = m_run->reads();
    const ReadRow& row = set.row(static_cast<std::size_t>(read));
    const Instant captured{std::chrono::microseconds(row.capturedAt)};
    QStringList words{ReadText::time(captured, QTimeZone::systemTimeZone()), ReadText::age(captured, m_services.clock.now()),
                      ReadText::verdict(m_run->verification(static_cast<std::size_t>(read)).verdict)};
    if (!row.exact)
        words.append(tr("near match"));
    if (const QString camera = ReadText::camera(set.string(row.cameraId), row.camera); !camera.isEmpty())
        words.append(camera);
    words.append(ReadText::place(set.string(row.address), row.hasLocation, row.latitude, row.longitude));
    if (row.hasLocation) {
        const GeoPoint at{.latitude = row.latitude, .longitude = row.longitude};
        if (const QString near = PlaceText::withNote(nearPlaces(m_services.profile.sensitivePlaces, at), {}); !near.isEmpty())
            words.append(near);
    }
    return words.join(QStringLiteral(" · "));
}

} // namespace casebound
