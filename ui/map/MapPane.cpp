#include "ui/map/MapPane.h"

#include "ui/ContextMenu.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/map/MapLegend.h"
#include "ui/map/MapStage.h"
#include "ui/map/ReadLayer.h"
#include "ui/map/SpotList.h"
#include "ui/map/TileLayer.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

extern void qml_register_types_Casebound_Map();

namespace casebound {

namespace {

constexpr std::size_t longestList = 5000;
constexpr double closestFit = 15, closest = 19;
constexpr double edge = 40;     ///< Pixels between the outermost reads and the frame.
constexpr double onePlace = 24; ///< Marks that stay nearer than this at the closest zoom are one spot.
constexpr int panStep = 64;
constexpr double nearEdge = 36; ///< A selected read nearer to the edge than this is brought in.

} // namespace

MapPane::MapPane(Parts parts, QWidget* parent) : QWidget(parent), m_parts(std::move(parts)), m_grid(std::make_shared<ReadGrid>())
{
    setObjectName(QStringLiteral("mapPane"));
    build();
    load();
    colour();
    setTiles(m_parts.tiles);
    tell();
}

MapPane::~MapPane() = default;

void MapPane::build()
{
    m_view = new QQuickWidget(this);
    m_view->setObjectName(QStringLiteral("map"));
    m_view->setResizeMode(QQuickWidget::SizeRootObjectToView);
    m_view->setFocusPolicy(Qt::StrongFocus);
    m_view->setAccessibleName(tr("Map"));
    auto* spot = new SpotList(m_parts.words, this);
    m_stage = new MapStage(m_view, spot, this);
    m_line = new WrapLabel({}, this);
    m_line->setObjectName(QStringLiteral("mapSelected"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_summary = new WrapLabel({}, this);
    m_summary->setObjectName(QStringLiteral("mapSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    Theme::setTone(m_summary, Tone::Quiet);
    m_said = new WrapLabel({}, this);
    m_said->setObjectName(QStringLiteral("mapSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    m_legend = new MapLegend(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(m_stage, 1);
    column->addWidget(m_legend);
    column->addWidget(m_line);
    column->addWidget(m_summary);
    column->addWidget(m_said);
    setFocusProxy(m_view);
    new ContextMenu(
        *m_view, [this](QMenu& menu) { ContextMenu::offerCopying(menu, *this, {ReadCopier::Deed::CopyMap, ReadCopier::Deed::PrintMap}); });

    connect(m_stage->closer, &QToolButton::clicked, this,
            [this] { QMetaObject::invokeMethod(root(), "step", 1.0, m_view->width() / 2.0, m_view->height() / 2.0); });
    connect(m_stage->further, &QToolButton::clicked, this,
            [this] { QMetaObject::invokeMethod(root(), "step", -1.0, m_view->width() / 2.0, m_view->height() / 2.0); });
    connect(m_stage->whole, &QToolButton::clicked, this, &MapPane::fit);
    connect(spot, &SpotList::chosen, this, &MapPane::choose);
    connect(spot, &SpotList::opened, this, &MapPane::opened);
    connect(spot, &SpotList::closed, this, [this, spot] {
        spot->hide();
        m_view->setFocus(Qt::OtherFocusReason);
    });
}

void MapPane::load()
{
    qml_register_types_Casebound_Map();
    QQmlComponent* component = new QQmlComponent(m_view->engine(), QUrl(QStringLiteral("qrc:/qt/qml/Casebound/Map/Map.qml")), m_view);
    QObject* item = component->createWithInitialProperties({{QStringLiteral("accessibleName"), tr("Map of reads")},
                                                            {QStringLiteral("accessibleDescription"), QString()},
                                                            {QStringLiteral("ring"), Theme::focus(palette())},
                                                            {QStringLiteral("panStep"), panStep}});
    if (!item)
        qFatal("the map's QML does not load: %s", qUtf8Printable(component->errorString()));
    m_view->setContent(component->url(), component, item);
    m_tiles = item->findChild<TileLayer*>(QStringLiteral("tiles"));
    m_reads = item->findChild<ReadLayer*>(QStringLiteral("reads"));
    m_tiles->setInk(m_reads);
    connect(m_reads, &ReadLayer::inkChanged, m_tiles, &TileLayer::inkChanged);
    m_reads->setReads(m_grid);
    // Reads that came before the pane had its size are brought into view when it has.
    connect(m_reads, &QQuickItem::widthChanged, this, [this] {
        if (!m_fitted)
            fit();
    });
    connect(item, SIGNAL(nextRead()), this, SLOT(nextRead()));
    connect(item, SIGNAL(previousRead()), this, SLOT(previousRead()));
    connect(item, SIGNAL(openRead()), this, SLOT(openSelected()));
    connect(item, SIGNAL(listReads()), this, SLOT(listSpot()));
    connect(item, SIGNAL(fitReads()), this, SLOT(fit()));
    connect(item, SIGNAL(tapped(double, double, bool)), this, SLOT(tapped(double, double, bool)));
}

QObject* MapPane::root() const
{
    return m_view->rootObject();
}

void MapPane::colour()
{
    const MapColours colours = MapColours::of(palette());
    m_view->setClearColor(colours.water);
    m_tiles->setColours(colours);
    m_reads->setColours(MarkColours::of(palette()));
    m_reads->setFont(font());
    root()->setProperty("ring", Theme::focus(palette()));
}

void MapPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_tiles)
        colour();
}

void MapPane::setTiles(std::shared_ptr<TileSource> tiles)
{
    m_parts.tiles = std::move(tiles);
    m_tiles->setSource(m_parts.tiles);
    m_stage->setAttribution(m_parts.tiles ? m_parts.tiles->words().attribution : QString());
}

void MapPane::setOverlays(std::vector<std::shared_ptr<const MapOverlay>> overlays)
{
    m_tiles->setOverlays(std::move(overlays));
}

void MapPane::tellPlaces(const QString& words)
{
    m_places = words;
    m_legend->addPlaces(words);
}

void MapPane::setReads(const std::vector<MapRead>& reads, bool fitAnyway)
{
    const bool wasEmpty = m_grid->placed() == 0;
    *m_grid = ReadGrid::of(reads);
    m_total = reads.size();
    m_order.clear();
    m_order.reserve(m_grid->placed());
    for (std::uint32_t read = 0; read < reads.size(); ++read)
        if (m_grid->has(read))
            m_order.push_back(read);
    std::ranges::stable_sort(m_order, std::ranges::greater(), [&](std::uint32_t read) { return reads[read].capturedAt; });
    if (m_selected >= static_cast<qsizetype>(m_total))
        m_selected = -1;
    m_reads->setSelected(m_selected);
    m_reads->refresh();
    m_stage->list().hide();
    if (m_grid->placed() == 0)
        m_fitted = false;
    else if (fitAnyway || wasEmpty || !m_fitted)
        fit();
    tell();
}

void MapPane::say(const QString& sentence, Tone tone)
{
    m_said->setText(sentence);
    Theme::setTone(m_said, tone);
    m_said->setVisible(!sentence.isEmpty());
    QAccessibleAnnouncementEvent announcement(this, sentence);
    QAccessible::updateAccessibility(&announcement);
}

void MapPane::setVerdict(qsizetype read, Verdict verdict)
{
    m_grid->setVerdict(static_cast<std::uint32_t>(read), verdict);
    m_reads->refresh();
    if (read == m_selected)
        tell();
}

void MapPane::setNow(Instant now)
{
    m_reads->setNow(now);
    tell();
}

void MapPane::select(qsizetype read)
{
    if (m_selected == read)
        return;
    m_selected = read;
    m_said->hide();
    m_reads->setSelected(read);
    if (m_stage->list().isVisible()) {
        m_stage->list().select(read);
        if (!m_stage->list().lists(read))
            m_stage->list().hide();
    }
    if (read >= 0)
        goTo(read);
    tell();
}

void MapPane::choose(qsizetype read)
{
    if (read == m_selected)
        return;
    select(read);
    Q_EMIT chosen(read);
}

/// Moves no further than it must: a read that is well in view leaves the map where it is.
void MapPane::goTo(qsizetype read)
{
    if (!m_grid->has(static_cast<std::uint32_t>(read)))
        return;
    const QPointF at = m_reads->toItem(m_grid->at(static_cast<std::uint32_t>(read)));
    if (QRectF(m_reads->boundingRect()).adjusted(nearEdge, nearEdge, -nearEdge, -nearEdge).contains(at) || m_reads->width() < 4 * nearEdge)
        return;
    look(m_grid->at(static_cast<std::uint32_t>(read)), m_reads->zoom());
}

void MapPane::step(int by)
{
    if (m_order.empty())
        return;
    const auto at = std::ranges::find(m_order, static_cast<std::uint32_t>(m_selected));
    if (m_selected < 0 || at == m_order.end()) {
        choose(m_order.front());
        return;
    }
    const auto next = std::clamp<std::ptrdiff_t>((at - m_order.begin()) + by, 0, static_cast<std::ptrdiff_t>(m_order.size()) - 1);
    choose(m_order[static_cast<std::size_t>(next)]);
}

void MapPane::nextRead()
{
    step(1);
}

void MapPane::previousRead()
{
    step(-1);
}

void MapPane::openSelected()
{
    if (m_selected >= 0)
        Q_EMIT opened(m_selected);
    else
        step(1);
}

void MapPane::tapped(double x, double y, bool twice)
{
    m_reads->arrange();
    const ReadLayer::Mark* mark = m_reads->markAt({x, y});
    if (!mark) {
        if (twice)
            QMetaObject::invokeMethod(root(), "step", 1.0, x, y);
        else
            m_stage->list().hide();
        return;
    }
    const ReadCluster cluster = mark->cluster;
    const std::vector<std::uint32_t> reads = m_grid->members(cluster, longestList);
    if (cluster.count == 1) {
        choose(reads.front());
        if (twice)
            Q_EMIT opened(reads.front());
        return;
    }
    const ReadGrid::Box box = m_grid->extent(cluster);
    const double apart = std::max(box.right - box.left, box.bottom - box.top) * MapProjection::worldPixels(closest);
    if (apart < onePlace || m_reads->zoom() >= closest - 0.5)
        list(reads, cluster.count);
    else
        showBox(box, closest);
}

void MapPane::listSpot()
{
    if (m_selected < 0 || !m_grid->has(static_cast<std::uint32_t>(m_selected)))
        return;
    m_reads->arrange();
    for (const ReadLayer::Mark& mark : m_reads->marks()) {
        if (m_grid->contains(mark.cluster, static_cast<std::uint32_t>(m_selected))) {
            list(m_grid->members(mark.cluster, longestList), mark.cluster.count);
            return;
        }
    }
}

void MapPane::list(const std::vector<std::uint32_t>& reads, std::size_t total)
{
    const bool keeps = m_selected >= 0 && std::ranges::contains(reads, static_cast<std::uint32_t>(m_selected));
    m_stage->list().show(reads, total, keeps ? m_selected : -1);
    if (!keeps && !reads.empty()) {
        choose(reads.front());
        m_stage->list().select(reads.front());
    }
}

void MapPane::fit()
{
    if (m_grid->placed() == 0)
        return;
    showBox(m_grid->bounds(), closestFit);
    m_fitted = m_reads->width() > 2 * edge;
}

void MapPane::showBox(const ReadGrid::Box& box, double most)
{
    const double width = std::max(64.0, m_reads->width() - 2 * edge), height = std::max(64.0, m_reads->height() - 2 * edge);
    const double span = std::max((box.right - box.left) / width, (box.bottom - box.top) / height);
    const double zoom = span > 0 ? std::floor(-std::log2(span * MapProjection::tileSide)) : most;
    look({.x = (box.left + box.right) / 2, .y = (box.top + box.bottom) / 2}, std::clamp(zoom, 1.0, most));
}

void MapPane::look(WorldPoint middle, double zoom)
{
    const GeoPoint place = MapProjection::toGeo(middle);
    QMetaObject::invokeMethod(root(), "look", place.latitude, place.longitude, zoom);
}

QString MapPane::summary() const
{
    if (m_total == 0)
        return tr("No reads to draw.");
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    const std::size_t missing = m_grid->withoutPlace();
    QStringList told{m_grid->placed() == 1 ? tr("1 read is drawn.") : tr("%1 reads are drawn.").arg(number(m_grid->placed()))};
    if (const std::size_t hidden = m_grid->notShown(); hidden > 0)
        told += hidden == 1 ? tr("1 is left out by the filter and not shown.")
                            : tr("%1 are left out by the filter and not shown.").arg(number(hidden));
    if (missing > 0)
        told += missing == 1 ? tr("1 has no place and stands in the table alone.")
                             : tr("%1 have no place and stand in the table alone.").arg(number(missing));
    return told.join(u' ');
}

void MapPane::tell()
{
    const QString told = summary();
    m_summary->setText(told);
    QString line;
    if (m_selected >= 0 && static_cast<std::size_t>(m_selected) < m_total) {
        line = m_parts.words(m_selected);
        if (!m_grid->has(static_cast<std::uint32_t>(m_selected)))
            line = tr("%1. Not on the map: no place was given.").arg(line);
    }
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    const QString help =
        tr("Arrows move, plus and minus zoom, N and P go to the next and previous read, Enter opens it, L lists what stands on its spot. "
           "The table of reads says the same.");
    root()->setProperty("accessibleDescription", QStringList{told, line, help}.join(u' ').simplified());
}

bool MapPane::isWhole() const
{
    return m_tiles->isWhole();
}

} // namespace casebound
