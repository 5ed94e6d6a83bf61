// What the map draws, by its pixels, and what it says.
#include "lists/ReadText.h"
#include "ui/Theme.h"
#include "ui/map/DrawnTiles.h"
#include "ui/map/MapPane.h"
#include "ui/map/ReadLayer.h"
#include "ui/map/SpotList.h"
#include "ui/map/TileLayer.h"

#include <QApplication>
#include <QGeoCoordinate>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace casebound;
using namespace Qt::StringLiterals;

class MapPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void standsWhereQtLocationPutsTheSamePlace_data();
    void standsWhereQtLocationPutsTheSamePlace();
    void drawsAMarkAtAKnownPlace();
    void bothSidesOfTheAntimeridianAreSeenTogether();
    void readsAtThePolesAreDrawnAtTheEdge();
    void aReadAt180IsDrawnOnce();
    void aReadWithoutAPlaceIsCountedAndSaidInWords();
    void fiveThousandReadsOnOneSpotAreOneMarkAndAList();
    void coloursFollowTheAppearance();
    void picturesHaveTheScreensPixels();
    void shapesTellVerdictsApartWithoutColour();
    void tilesMeetWithoutASeam();
    void keysMoveZoomAndStepThroughReads();
    void drawsNothingBetweenTwoReads();
    void overlaysAreDrawnWhereTheyBelong();
    void aCopyCarriesAttributionAndMark();
    void attributionIsAlwaysSeen();

private:
    [[nodiscard]] QPointF item(double latitude, double longitude) const;
    [[nodiscard]] QImage settled();
    void look(double latitude, double longitude, double zoom);
    [[nodiscard]] QColor pixel(const QImage& image, QPointF at) const;
    [[nodiscard]] int changedNear(const QImage& before, const QImage& after, QPointF at, int reach) const;
    void key(int key) { QTest::keyClick(&m_pane->view(), static_cast<Qt::Key>(key)); }

    std::unique_ptr<MapPane> m_pane;
};

namespace {

MapRead read(double latitude, double longitude, std::int64_t at = 1, Verdict verdict = Verdict::Unverified)
{
    return {.latitude = latitude, .longitude = longitude, .capturedAt = at, .verdict = verdict, .hasLocation = true};
}

} // namespace

void MapPaneTest::init()
{
    Theme::apply(*qApp, Appearance::Light);
    m_pane = std::make_unique<MapPane>(MapPane::Parts{.tiles = DrawnTiles::practiceTown({.source = {}, .attribution = u"Natural Earth, made up"_s}),
                                                      .words = [](qsizetype n) { return u"read %1"_s.arg(n); },
                                                      .training = true});
    m_pane->resize(500, 480);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void MapPaneTest::cleanup()
{
    m_pane.reset();
}

void MapPaneTest::look(double latitude, double longitude, double zoom)
{
    QMetaObject::invokeMethod(m_pane->view().rootObject(), "look", latitude, longitude, zoom);
}

QPointF MapPaneTest::item(double latitude, double longitude) const
{
    return m_pane->readLayer().toItem(MapProjection::toWorld({.latitude = latitude, .longitude = longitude}));
}

QImage MapPaneTest::settled()
{
    [this] { QTRY_VERIFY(m_pane->tileLayer().isWhole()); }();
    return m_pane->view().grabFramebuffer();
}

QColor MapPaneTest::pixel(const QImage& image, QPointF at) const
{
    return image.pixelColor((at * image.devicePixelRatio()).toPoint());
}

int MapPaneTest::changedNear(const QImage& before, const QImage& after, QPointF at, int reach) const
{
    int changed = 0;
    const QPoint middle = (at * after.devicePixelRatio()).toPoint();
    const int far = qRound(reach * after.devicePixelRatio());
    for (int y = std::max(0, middle.y() - far); y <= std::min(after.height() - 1, middle.y() + far); ++y)
        for (int x = std::max(0, middle.x() - far); x <= std::min(after.width() - 1, middle.x() + far); ++x)
            changed += before.pixel(x, y) != after.pixel(x, y);
    return changed;
}

void MapPaneTest::standsWhereQtLocationPutsTheSamePlace_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("zoom");
    QTest::newRow("town") << 30.5 << -41.5 << 13.0;
    QTest::newRow("between zooms") << 40.7 << -74.0 << 7.3;
    QTest::newRow("equator") << 0.0 << 0.0 << 3.0;
    QTest::newRow("north") << 64.1 << -21.9 << 9.0;
}

void MapPaneTest::standsWhereQtLocationPutsTheSamePlace()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, zoom);
    look(latitude, longitude, zoom);
    auto* map = m_pane->view().rootObject()->findChild<QQuickItem*>(u"map"_s);
    for (const double off : {-0.4, 0.0, 0.3}) {
        const double part = 360 / std::exp2(zoom) * off;
        QPointF theirs;
        QVERIFY(QMetaObject::invokeMethod(map, "fromCoordinate", Q_RETURN_ARG(QPointF, theirs),
                                          Q_ARG(QGeoCoordinate, QGeoCoordinate(latitude + part / 2, longitude + part)), Q_ARG(bool, false)));
        const QPointF ours = item(latitude + part / 2, longitude + part);
        QVERIFY2(std::hypot(ours.x() - theirs.x(), ours.y() - theirs.y()) < 0.5,
                 qPrintable(u"%1,%2 against %3,%4"_s.arg(ours.x()).arg(ours.y()).arg(theirs.x()).arg(theirs.y())));
    }
}

void MapPaneTest::drawsAMarkAtAKnownPlace()
{
    look(30.5, -41.5, 15);
    const QImage empty = settled();
    m_pane->setReads({read(30.502, -41.498)});
    look(30.5, -41.5, 15);
    const QPointF at = item(30.502, -41.498);
    // 0.002° east at zoom 15 is 0.002 / 360 · 256 · 2^15 pixels.
    QVERIFY(std::abs(at.x() - (m_pane->view().width() / 2.0 + 0.002 / 360 * 256 * 32768)) < 0.6);
    const QImage marked = settled();
    QVERIFY(changedNear(empty, marked, at, 12) > 150);
    QCOMPARE(pixel(marked, at + QPointF(-7, 0)), MarkColours::of(m_pane->palette()).face);
    QCOMPARE(changedNear(empty, marked, at + QPointF(90, 90), 40), 0);
}

void MapPaneTest::bothSidesOfTheAntimeridianAreSeenTogether()
{
    m_pane->setReads({read(-17, 179.6), read(-17, -179.6)});
    (void)settled();
    m_pane->readLayer().arrange();
    QCOMPARE(m_pane->readLayer().marks().size(), std::size_t{2});
    for (const ReadLayer::Mark& mark : m_pane->readLayer().marks())
        QVERIFY(m_pane->readLayer().contains(mark.at));
    QVERIFY(std::abs(item(-17, 179.6).x() - item(-17, -179.6).x()) > 40);
    const QPointF middle = item(-17, 180);
    QVERIFY(std::abs(middle.x() - m_pane->view().width() / 2.0) < 2);
    // The sea of both sides joins at 180°: no line, no gap.
    const QImage image = settled();
    for (int down = -60; down <= 60; down += 20)
        QCOMPARE(pixel(image, middle + QPointF(0, down)), pixel(image, middle + QPointF(-3, down)));
}

void MapPaneTest::readsAtThePolesAreDrawnAtTheEdge()
{
    m_pane->setReads({read(90, 0), read(-90, 0)});
    (void)settled();
    QCOMPARE(m_pane->readLayer().reads()->placed(), std::size_t{2});
    QVERIFY(std::isfinite(item(90, 0).y()) && std::isfinite(item(-90, 0).y()));
    const double side = MapProjection::worldPixels(m_pane->readLayer().zoom());
    QVERIFY(std::abs(item(-90, 0).y() - item(90, 0).y() - side) < 1);
}

void MapPaneTest::aReadAt180IsDrawnOnce()
{
    m_pane->setReads({read(5, 180)});
    m_pane->readLayer().arrange();
    QCOMPARE(m_pane->readLayer().marks().size(), std::size_t{1});
    QVERIFY(m_pane->readLayer().contains(m_pane->readLayer().marks().front().at));
}

void MapPaneTest::aReadWithoutAPlaceIsCountedAndSaidInWords()
{
    m_pane->setReads({read(30.5, -41.5), MapRead{.capturedAt = 2}, MapRead{.capturedAt = 3}});
    auto* summary = m_pane->findChild<QLabel*>(u"mapSummary"_s);
    QCOMPARE(summary->text(), u"1 read is drawn. 2 have no place and stand in the table alone."_s);
    m_pane->select(1);
    QCOMPARE(m_pane->findChild<QLabel*>(u"mapSelected"_s)->text(), u"read 1. Not on the map: no place was given."_s);
    const QString told = m_pane->view().rootObject()->property("accessibleDescription").toString();
    QVERIFY(told.contains(u"2 have no place"_s) && told.contains(u"read 1"_s));
}

void MapPaneTest::fiveThousandReadsOnOneSpotAreOneMarkAndAList()
{
    std::vector<MapRead> reads;
    for (int n = 0; n < 5000; ++n)
        reads.push_back(read(30.5, -41.5, n));
    m_pane->setReads(reads);
    (void)settled();
    m_pane->readLayer().arrange();
    QCOMPARE(m_pane->readLayer().marks().size(), std::size_t{1});
    QCOMPARE(m_pane->readLayer().marks().front().cluster.count, 5000U);
    QSignalSpy chosen(m_pane.get(), &MapPane::chosen);
    const QPointF at = m_pane->readLayer().marks().front().at;
    m_pane->tapped(at.x(), at.y(), false);
    auto* list = m_pane->findChild<QListView*>(u"spotReads"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 5000);
    QCOMPARE(m_pane->findChild<QLabel*>(u"spotTitle"_s)->text(), u"5,000 reads on this spot"_s);
    // The newest comes first, and is what is selected everywhere.
    QCOMPARE(chosen.last().front().value<qsizetype>(), qsizetype{4999});
    list->setCurrentIndex(list->model()->index(7, 0));
    QCOMPARE(chosen.last().front().value<qsizetype>(), qsizetype{4992});
    QCOMPARE(m_pane->selected(), qsizetype{4992});
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!list->isVisible());
}

void MapPaneTest::coloursFollowTheAppearance()
{
    look(30.497, -41.5, 12);
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark, Appearance::HighContrast}) {
        Theme::apply(*qApp, appearance);
        const MapColours colours = MapColours::of(qApp->palette());
        QTRY_COMPARE(m_pane->tileLayer().colours(), colours);
        const QImage image = settled();
        QCOMPARE(pixel(image, item(30.49, -41.425)), colours.water);
        QCOMPARE(pixel(image, item(30.535, -41.50)), colours.land);
    }
}

void MapPaneTest::picturesHaveTheScreensPixels()
{
    const double scale = m_pane->devicePixelRatioF();
    if (qEnvironmentVariable("QT_SCALE_FACTOR") == u"2"_s)
        QCOMPARE(scale, 2.0);
    m_pane->setReads({read(30.5, -41.5)});
    const QImage image = settled();
    QCOMPARE(image.size(), (QSizeF(m_pane->view().size()) * scale).toSize());
    // The ring of a single mark is as wide on the screen as the scale says: seen along the row through its middle.
    const QPointF at = item(30.5, -41.5);
    const QColor ring = MarkColours::of(m_pane->palette()).unverified;
    int left = image.width(), right = 0;
    const int row = qRound(at.y() * scale);
    for (int x = 0; x < image.width(); ++x) {
        const QColor here = image.pixelColor(x, row);
        if (std::abs(here.red() - ring.red()) + std::abs(here.green() - ring.green()) + std::abs(here.blue() - ring.blue()) < 60) {
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    QVERIFY2(std::abs((right - left) - 22 * scale) <= 4 * scale, qPrintable(u"%1 pixels"_s.arg(right - left)));
}

void MapPaneTest::shapesTellVerdictsApartWithoutColour()
{
    const MarkColours one{.unverified = Qt::black, .confirmed = Qt::black, .different = Qt::black, .unreadable = Qt::black, .face = Qt::white, .words = Qt::black, .halo = Qt::white, .selected = Qt::black, .onFilled = Qt::white};
    QSet<QByteArray> pictures;
    for (const Verdict verdict : {Verdict::Unverified, Verdict::Confirmed, Verdict::DifferentPlate, Verdict::Unreadable}) {
        MarkLook look;
        look.shares[static_cast<std::size_t>(verdict)] = 60;
        const QImage image = ReadMarks::draw(look, one, qApp->font(), 1).image;
        pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(pictures.size(), 4);
    QSet<QString> letters;
    for (const Verdict verdict : {Verdict::Unverified, Verdict::Confirmed, Verdict::DifferentPlate, Verdict::Unreadable})
        letters.insert(ReadMarks::letter(verdict, false));
    letters.insert(ReadMarks::letter(Verdict::Unverified, true));
    QCOMPARE(letters.size(), 5);
}

void MapPaneTest::tilesMeetWithoutASeam()
{
    // Open water under the corner of four tiles at zoom 12.
    const GeoPoint corner = MapProjection::toGeo({.x = 1570.0 / 4096, .y = 1690.0 / 4096});
    look(corner.latitude, corner.longitude, 12);
    const QImage image = settled();
    const QColor water = MapColours::of(m_pane->palette()).water;
    for (int off = -4; off <= 4; ++off) {
        QCOMPARE(pixel(image, QPointF(m_pane->view().width() / 2.0 + off, m_pane->view().height() / 2.0)), water);
        QCOMPARE(pixel(image, QPointF(m_pane->view().width() / 2.0, m_pane->view().height() / 2.0 + off)), water);
    }
}

void MapPaneTest::keysMoveZoomAndStepThroughReads()
{
    m_pane->setReads({read(30.49, -41.52, 30), read(30.50, -41.50, 20), read(30.51, -41.48, 10)});
    (void)settled();
    m_pane->view().setFocus();
    QMetaObject::invokeMethod(m_pane->view().rootObject(), "takeFocus");
    QSignalSpy chosen(m_pane.get(), &MapPane::chosen), opened(m_pane.get(), &MapPane::opened);
    QObject* root = m_pane->view().rootObject();
    key(Qt::Key_N);
    QCOMPARE(m_pane->selected(), qsizetype{0});
    key(Qt::Key_N);
    key(Qt::Key_N);
    key(Qt::Key_N);
    QCOMPARE(m_pane->selected(), qsizetype{2});
    key(Qt::Key_P);
    QCOMPARE(m_pane->selected(), qsizetype{1});
    QCOMPARE(chosen.count(), 4);
    key(Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().value<qsizetype>(), qsizetype{1});
    const double zoom = root->property("zoom").toDouble(), longitude = root->property("longitude").toDouble();
    key(Qt::Key_Plus);
    QCOMPARE(root->property("zoom").toDouble(), zoom + 1);
    key(Qt::Key_Minus);
    QCOMPARE(root->property("zoom").toDouble(), zoom);
    key(Qt::Key_Right);
    QVERIFY(root->property("longitude").toDouble() > longitude);
}

void MapPaneTest::drawsNothingBetweenTwoReads()
{
    look(30.5, -41.5, 15);
    const QImage empty = settled();
    const MapRead one = read(30.503, -41.504), other = read(30.497, -41.496);
    m_pane->setReads({one, other});
    look(30.5, -41.5, 15);
    const QImage marked = settled();
    const QPointF from = item(one.latitude, one.longitude), to = item(other.latitude, other.longitude);
    for (double part = 0.35; part < 0.66; part += 0.05)
        QCOMPARE(changedNear(empty, marked, from + (to - from) * part, 4), 0);
}

namespace {
class Dot final : public MapOverlay {
public:
    explicit Dot(GeoPoint at) : m_at(at) {}
    void paint(QPainter& painter, const TileFrame& frame) const override
    {
        painter.fillRect(QRectF(frame.at(m_at) - QPointF(6, 6), QSizeF(12, 12)), Qt::magenta);
    }

private:
    GeoPoint m_at;
};
} // namespace

void MapPaneTest::overlaysAreDrawnWhereTheyBelong()
{
    // On the corner of four tiles: each of them draws its part.
    const GeoPoint corner = MapProjection::toGeo({.x = 12606.0 / 32768, .y = 13467.0 / 32768});
    m_pane->setOverlays({std::make_shared<const Dot>(corner)});
    look(corner.latitude, corner.longitude, 15);
    const QImage image = settled();
    const QPointF at = item(corner.latitude, corner.longitude);
    for (const QPointF off : {QPointF(-4, -4), QPointF(4, -4), QPointF(-4, 4), QPointF(4, 4)})
        QCOMPARE(pixel(image, at + off), QColor(Qt::magenta));
}

void MapPaneTest::aCopyCarriesAttributionAndMark()
{
    m_pane->setReads({read(30.5, -41.5)});
    (void)settled();
    const QImage copy = m_pane->picture();
    QVERIFY(copy.deviceIndependentSize().height() > m_pane->view().height() + 3 * m_pane->fontMetrics().height());
    // The strip above in training, and the words below, hold ink.
    const auto ink = [&](int from, int to) {
        int dark = 0;
        for (int y = from; y < to; ++y)
            for (int x = 0; x < copy.width(); ++x)
                dark += qGray(copy.pixel(x, y)) < 128;
        return dark;
    };
    const int line = qRound(m_pane->fontMetrics().height() * copy.devicePixelRatio());
    QVERIFY(ink(0, line) > 30);
    QVERIFY(ink(copy.height() - 4 * line, copy.height()) > 100);
}

void MapPaneTest::attributionIsAlwaysSeen()
{
    auto* words = m_pane->findChild<QLabel*>(u"mapAttribution"_s);
    for (const QSize size : {QSize(240, 260), QSize(500, 480), QSize(1200, 900)}) {
        m_pane->resize(size);
        QApplication::processEvents();
        QVERIFY(words->isVisible() && words->text().contains(u"Natural Earth"_s));
        QVERIFY(words->parentWidget()->rect().contains(words->geometry()));
    }
}

QTEST_MAIN(MapPaneTest)
#include "MapPaneTest.moc"
