#include "ui/KeptMap.h"

#include "lists/KeptReadTableModel.h"
#include "lists/PlaceText.h"
#include "lists/ReadText.h"
#include "ui/map/BaseMaps.h"
#include "ui/map/MapPane.h"
#include "ui/map/PlaceLayer.h"

#include <QAbstractItemView>
#include <QSortFilterProxyModel>

namespace casebound {

KeptMap::KeptMap(const PageServices& services, KeptReadTableModel& kept, QSortFilterProxyModel& order, QAbstractItemView& table,
                 QWidget* parent)
    : QObject(parent),
      m_clock(services.clock),
      m_kept(kept),
      m_pane(new MapPane(
          {.tiles = BaseMaps::of(services), .words = [this](qsizetype read) { return words(read); }, .training = services.profile.training},
          parent))
{
    PlaceLayer::putOn(*m_pane, services.profile.sensitivePlaces);
    connect(&kept, &QAbstractItemModel::modelReset, this, &KeptMap::renew);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, &order](const QModelIndex& now) { m_pane->select(now.isValid() ? order.mapToSource(now).row() : -1); });
    connect(m_pane, &MapPane::chosen, this, [this, &order, &table](qsizetype read) {
        table.setCurrentIndex(order.mapFromSource(m_kept.index(static_cast<int>(read), 0)));
    });
    connect(m_pane, &MapPane::opened, &table, [&table] { table.setFocus(Qt::OtherFocusReason); });
    BaseMaps::follow(*m_pane, services);
    renew();
}

void KeptMap::setPeriod(std::optional<MicrosRange> period)
{
    if (std::exchange(m_period, period) != period)
        draw(false);
}

void KeptMap::renew()
{
    m_pane->setNow(m_clock.now());
    m_pane->select(-1);
    draw(true);
}

void KeptMap::draw(bool fit)
{
    std::vector<MapRead> reads;
    for (int row = 0; row < m_kept.rowCount(); ++row) {
        const KeptRead& kept = m_kept.read(row);
        const auto& place = kept.read.location;
        const std::int64_t captured = std::chrono::floor<std::chrono::microseconds>(kept.read.capturedAt).time_since_epoch().count();
        reads.push_back({.latitude = place ? place->latitude : 0,
                         .longitude = place ? place->longitude : 0,
                         .capturedAt = captured,
                         .verdict = kept.verification.verdict,
                         .hasLocation = place.has_value(),
                         .near = !kept.read.exact,
                         .shown = !m_period || m_period->holds(captured)});
    }
    m_pane->setReads(reads, fit);
}

QString KeptMap::words(qsizetype read) const
{
    if (read < 0 || read >= m_kept.rowCount())
        return {};
    const Read& kept = m_kept.read(static_cast<int>(read)).read;
    const Verification& judged = m_kept.read(static_cast<int>(read)).verification;
    QStringList words{ReadText::time(kept.capturedAt, QTimeZone::systemTimeZone()), ReadText::age(kept.capturedAt, m_clock.now()),
                      ReadText::verdict(judged.verdict)};
    if (!kept.exact)
        words.append(tr("near match"));
    if (const QString camera = ReadText::camera(kept.cameraId, kept.camera); !camera.isEmpty())
        words.append(camera);
    const auto& place = kept.location;
    words.append(
        ReadText::place(place ? place->address : QString(), place.has_value(), place ? place->latitude : 0, place ? place->longitude : 0));
    if (const QString near = PlaceText::withNote(m_kept.placesNear(static_cast<int>(read)), {}); !near.isEmpty())
        words.append(near);
    return words.join(QStringLiteral(" · "));
}

} // namespace casebound
