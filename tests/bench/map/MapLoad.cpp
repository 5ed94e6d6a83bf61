#include "bench/map/MapLoad.h"

#include "bench/BenchRow.h"
#include "service/ServiceDesk.h"
#include "ui/CaseContext.h"
#include "ui/PageServices.h"
#include "ui/SearchPage.h"
#include "ui/Theme.h"
#include "ui/WindowPrompt.h"
#include "ui/map/MapPane.h"

#include <QApplication>
#include <QFile>
#include <QJsonObject>
#include <QQuickWidget>
#include <QRandomGenerator>
#include <QTableView>

#include <chrono>
#include <limits>
#include <malloc.h>
#include <unistd.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int readsInAll = 100'000, pageSize = 1'000;
constexpr double firstPaintMs = 150, mostMiB = 40, mostInAllMiB = 250;

double residentMiB()
{
    ::malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// As a vendor's page comes out of the parser: most texts are shared, each read has an id and two pictures.
ReadSet pageOf(int first, QRandomGenerator& random, std::int64_t now)
{
    ReadSet set;
    std::vector<TextSpan> cameras, places;
    const TextSpan plate = set.addText("TST1234"), state = set.addText("US-TX"), owner = set.addText("Harbor patrol");
    for (int n = 0; n < 300; ++n) {
        cameras.push_back(set.addText("PM-CAM-" + std::to_string(n)));
        places.push_back(set.addText(std::to_string(100 + n) + " Harbor Rd, Port Meridian"));
    }
    for (int n = first; n < first + pageSize; ++n) {
        ReadRow row{};
        const auto where = static_cast<std::size_t>(random.bounded(300));
        row.readId = set.addText("read-" + std::to_string(n));
        row.plate = plate;
        row.jurisdiction = state;
        row.contributor = owner;
        row.cameraId = cameras[where];
        row.address = places[where];
        row.accuracyM = row.jurisdictionConfidence = std::numeric_limits<float>::quiet_NaN();
        row.plateConfidence = 0.9F;
        row.capturedAt = now - 1'000'000LL * (1 + random.bounded(2'500'000));
        row.latitude = 30.45 + 0.0003 * static_cast<double>(where);
        row.longitude = -41.55 + 0.0004 * static_cast<double>((where * 37) % 300);
        row.hasLocation = row.knownJurisdiction = row.exact = true;
        row.firstImage = static_cast<std::uint32_t>(set.imageTotal());
        row.imageCount = 2;
        for (const ImageKind kind : {ImageKind::Plate, ImageKind::Vehicle})
            set.addImage({.path = set.addText("/v1/images/" + std::to_string(n) + (kind == ImageKind::Plate ? "p" : "v")),
                          .sha256 = {},
                          .bytes = 40'000,
                          .hasSha256 = true,
                          .kind = kind,
                          .type = ImageType::Jpeg});
        set.addRow(row);
    }
    return set;
}

QJsonObject budget(const QString& name, double value, double most, const QString& unit)
{
    return bench::budgetRow(u"map"_s, name, unit, value, most);
}

} // namespace

QJsonArray measureLoad()
{
    Theme::apply(*qApp, Appearance::Light);
    ServiceDesk desk;
    WindowPrompt prompt;
    CaseContext context;
    SearchPage page({.queries = *desk.queries,
                     .cases = *desk.caseService,
                     .verification = *desk.verification,
                     .profile = desk.profile,
                     .clock = desk.clock,
                     .user = desk.profile.roster.front().id},
                    context, prompt);
    page.resize(1440, 900);
    page.show();
    (void)desk.search();
    const auto* map = page.findChild<MapPane*>();
    // The window is empty and whole: the query stands, nothing came yet.
    for (int n = 0; n < 50 || !map->isWhole(); ++n)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    (void)page.grab();
    const double before = residentMiB();

    QRandomGenerator random(20261120);
    const std::int64_t now = desk.clock.now().time_since_epoch().count();
    FakeVendor::Call& call = desk.lastCall();
    for (int first = 0; first < readsInAll - pageSize; first += pageSize) {
        ReadSet reads = pageOf(first, random, now);
        if (first == 0)
            reads.reserveLikewise(readsInAll); // as QueryAssembly does
        call.page(std::move(reads), readsInAll);
        QApplication::processEvents();
    }
    ReadSet last = pageOf(readsInAll - pageSize, random, now);
    const QString all = QLocale().toString(readsInAll);
    const auto from = std::chrono::steady_clock::now();
    call.page(std::move(last), readsInAll);
    auto* table = page.findChild<QTableView*>(u"reads"_s);
    while (table->model()->rowCount() < readsInAll || !map->summary().contains(all))
        QApplication::processEvents();
    table->viewport()->repaint();
    (void)map->view().grabFramebuffer();
    const double painted = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
    call.answer(readsInAll);
    for (int n = 0; n < 100; ++n)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    (void)page.grab();
    const double inAll = residentMiB();
    return {budget(u"100,000 reads: table and map painted after the last page"_s, painted, firstPaintMs, u"ms"_s),
            budget(u"100,000 reads: memory over the empty window"_s, inAll - before, mostMiB, u"MiB"_s),
            budget(u"100,000 reads: memory of the process, map and table open"_s, inAll, mostInAllMiB, u"MiB"_s)};
}
