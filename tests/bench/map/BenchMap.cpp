// The map: a frame while it moves at 1,000 to 1,000,000 reads beside the empty map; the index of a million reads beside npm's supercluster;
// 100,000 reads from the last page to the screen, and what they hold. Prints the list tests/bench/run.py collects; figures are medians.
// `./dev bench` fetches supercluster with the caller's npm (CASEBOUND_SUPERCLUSTER is its folder); without it that row is left out.
#include "bench/BenchRow.h"
#include "bench/map/MapFrames.h"
#include "bench/map/MapLoad.h"
#include "support/Paths.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QQuickWindow>
#include <QTemporaryFile>
#include <QTextStream>

#include <chrono>
#include <cstdlib>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t indexed = 1'000'000;
constexpr int rounds = 5;

/// What this program prints when it is started again for one part: a window's memory and a renderer can be had once a process.
QJsonArray again(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

double indexOnce(const std::vector<MapRead>& reads)
{
    const auto from = std::chrono::steady_clock::now();
    const ReadGrid grid = ReadGrid::of(reads);
    const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
    return grid.placed() == reads.size() ? took : 1e9;
}

/// One build of supercluster's index, in milliseconds; 0 where it cannot be had.
double supercluster(const QString& folder, const QString& points)
{
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(u"node"_s, {test::sourceFile(u"tests/bench/map/supercluster.js"_s), folder, points});
    return node.waitForFinished(120'000) && node.exitCode() == 0 ? node.readAllStandardOutput().trimmed().toDouble() : 0;
}

QJsonArray measureIndex()
{
    const QString folder = qEnvironmentVariable("CASEBOUND_SUPERCLUSTER");
    if (folder.isEmpty()) {
        qWarning("bench_map: no npm here, so supercluster is not measured beside our index");
        return {};
    }
    const std::vector<MapRead> reads = madeReads(indexed);
    QTemporaryFile points;
    if (!points.open())
        return {};
    for (const MapRead& read : reads) {
        const std::array<double, 2> at{read.longitude, read.latitude};
        points.write(reinterpret_cast<const char*>(at.data()), sizeof at);
    }
    points.flush();
    std::vector<double> ours, theirs;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(indexOnce(reads));
        theirs.push_back(supercluster(folder, points.fileName()));
    }
    const double baseline = bench::median(theirs);
    if (baseline <= 0)
        return {};
    return {bench::benchRow(u"map"_s, u"index of 1,000,000 reads"_s, u"ms"_s, bench::median(ours), u"npm supercluster, zooms 0 to 16"_s,
                            baseline, 0.25)};
}

} // namespace

int main(int argc, char** argv)
{
    const QByteArray part = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (part == "--frames-gl") {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    } else {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
    const QApplication app(argc, argv);
    QJsonArray rows;
    if (part == "--frames-gl") {
        rows = measureFrames(u"OpenGL"_s);
    } else if (part == "--frames") {
        rows = measureFrames(u"software"_s);
    } else if (part == "--load") {
        rows = measureLoad();
    } else {
        const QString self = QCoreApplication::applicationFilePath();
        const QProcessEnvironment plain = QProcessEnvironment::systemEnvironment();
        for (const QString& one : {u"--frames"_s, u"--load"_s}) {
            const QJsonArray measured = again(self, {one}, plain);
            if (measured.isEmpty()) {
                qCritical("bench_map %s: ended without figures", qPrintable(one));
                return EXIT_FAILURE;
            }
            for (const QJsonValue& row : measured)
                rows.append(row);
        }
        // On a screen of its own. Where no context can be made the rows are left out: nothing is then drawn with it either.
        const QJsonArray gl = again(test::sourceFile(u"tests/support/virtual_display"_s),
                                    {u"-s"_s, u"1400x1000"_s, u"env"_s, u"-u"_s, u"QT_QUICK_BACKEND"_s, self, u"--frames-gl"_s}, plain);
        for (const QJsonValue& row : gl)
            rows.append(row);
        for (const QJsonValue& row : measureIndex())
            rows.append(row);
    }
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return EXIT_SUCCESS;
}
