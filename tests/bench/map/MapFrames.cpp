#include "bench/map/MapFrames.h"

#include "bench/BenchRow.h"
#include "ui/Theme.h"
#include "ui/map/DrawnTiles.h"
#include "ui/map/MapPane.h"

#include <QApplication>
#include <QJsonObject>
#include <QLocale>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <chrono>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 48; // each way, and back
constexpr double zoom = 13, step = 0.0006;

std::unique_ptr<MapPane> paneOf(const std::shared_ptr<TileSource>& tiles, std::size_t reads)
{
    auto pane = std::make_unique<MapPane>(MapPane::Parts{.tiles = tiles, .words = [](qsizetype) { return QString(); }, .training = false});
    pane->resize(1200, 800);
    pane->show();
    pane->setReads(madeReads(reads));
    return pane;
}

void look(MapPane& pane, int at)
{
    QMetaObject::invokeMethod(pane.view().rootObject(), "look", 30.5, -41.5 + at * step, zoom);
}

/// Moved, arranged and drawn: grabbing renders a frame from its beginning to its end.
double frame(MapPane& pane, int at)
{
    const auto from = std::chrono::steady_clock::now();
    look(pane, at);
    (void)pane.view().grabFramebuffer();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

/// Every tile of the way is drawn before anything is measured.
void warmUp(MapPane& pane)
{
    for (const int at : {-steps, 0, steps, 0}) {
        look(pane, at);
        while (!pane.isWhole())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        (void)frame(pane, at);
    }
}

} // namespace

std::vector<MapRead> madeReads(std::size_t count)
{
    QRandomGenerator random(20261120);
    std::array<std::pair<double, double>, 300> cameras;
    for (auto& [latitude, longitude] : cameras) {
        latitude = 30.44 + random.generateDouble() * 0.12;
        longitude = -41.58 + random.generateDouble() * 0.16;
    }
    std::vector<MapRead> reads(count);
    for (std::size_t n = 0; n < count; ++n) {
        const bool fixed = n % 4 != 0;
        const auto& camera = cameras[random.bounded(static_cast<quint32>(cameras.size()))];
        reads[n] = {.latitude = fixed ? camera.first : 30.44 + random.generateDouble() * 0.12,
                    .longitude = fixed ? camera.second : -41.58 + random.generateDouble() * 0.16,
                    .capturedAt = static_cast<std::int64_t>(n) * 1'000'000,
                    .verdict = static_cast<Verdict>(random.bounded(4)),
                    .hasLocation = true};
    }
    return reads;
}

QJsonArray measureFrames(const QString& renderer)
{
    Theme::apply(*qApp, Appearance::Light);
    const std::shared_ptr<TileSource> tiles = DrawnTiles::practiceTown();
    auto empty = paneOf(tiles, 0);
    warmUp(*empty);
    QJsonArray rows;
    for (const std::size_t count : {1'000UZ, 10'000UZ, 100'000UZ, 1'000'000UZ}) {
        auto full = paneOf(tiles, count);
        warmUp(*full);
        std::vector<double> with, without;
        for (int n = -steps; n <= steps; ++n) {
            without.push_back(frame(*empty, n));
            with.push_back(frame(*full, n));
        }
        rows.append(bench::benchRow(
            u"map"_s, u"frame while the map moves, %1 reads (%2)"_s.arg(QLocale(QLocale::English).toString(qulonglong(count)), renderer),
            u"ms"_s, bench::median(with), u"the same map without reads"_s, bench::median(without), 1.2));
    }
    return rows;
}
