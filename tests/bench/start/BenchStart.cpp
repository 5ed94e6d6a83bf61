// How long from exec to a painted first window, warm and cold, and what it holds in memory: Casebound's sign-in beside KeePassXC's window;
// and how long an input waits at most while the whole tour runs. Prints the list tests/bench/run.py collects. Starts its own Xvfb; both
// programs run without a window manager, alternately, and the tour with one.
#include "bench/BenchRow.h"
#include "bench/start/ColdFiles.h"
#include "bench/start/TourWaits.h"
#include "bench/start/XcbReply.h"
#include "support/Paths.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <unistd.h>
#include <xcb/xcb.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Subject {
    QString name;
    QString program;
    QStringList arguments;
};

struct Started {
    double milliseconds = 0;
    double residentMiB = 0;
};

class Screen {
public:
    explicit Screen(const QByteArray& display) : m_connection(xcb_connect(display.constData(), nullptr))
    {
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    }
    ~Screen() { xcb_disconnect(m_connection); }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// True once a viewable top-level window of some size shows more than one colour: something was painted into it.
    [[nodiscard]] bool hasPaintedWindow() const
    {
        const Reply<xcb_query_tree_reply_t> tree(xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr),
                                                 &std::free);
        if (!tree) {
            return false;
        }
        const xcb_window_t* children = xcb_query_tree_children(tree.get());
        for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
            if (isPainted(children[i])) {
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool isPainted(xcb_window_t window) const
    {
        const Reply<xcb_get_window_attributes_reply_t> attributes(
            xcb_get_window_attributes_reply(m_connection, xcb_get_window_attributes(m_connection, window), nullptr), &std::free);
        const Reply<xcb_get_geometry_reply_t> box(xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr),
                                                  &std::free);
        if (!attributes || !box || attributes->map_state != XCB_MAP_STATE_VIEWABLE || box->width < 200 || box->height < 150) {
            return false;
        }
        const Reply<xcb_get_image_reply_t> image(
            xcb_get_image_reply(
                m_connection, xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0, box->width, box->height, ~0U), nullptr),
            &std::free);
        if (!image) {
            return false;
        }
        const auto* pixels =
            reinterpret_cast<const std::uint32_t*>(xcb_get_image_data(image.get())); // NOLINT: 24-bit visual, 32 bits a pixel
        const auto count = static_cast<std::size_t>(xcb_get_image_data_length(image.get())) / 4;
        const auto other = std::count_if(pixels, pixels + count, [&](std::uint32_t p) { return p != pixels[count / 2]; });
        return other > static_cast<std::ptrdiff_t>(count / 200);
    }

    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
};

/// Resident memory. Both programs forbid others to look into them (PR_SET_DUMPABLE), so the kernel's statm has to do.
double residentMiB(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() > 1 ? pages[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024) : 0;
}

std::optional<Started> start(const Subject& subject, const Screen& screen, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(subject.program, subject.arguments);
    if (!process.waitForStarted()) {
        return std::nullopt;
    }
    while (!screen.hasPaintedWindow()) {
        if (timer.elapsed() > 30'000 || process.state() == QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
            return std::nullopt;
        }
        QThread::usleep(500);
    }
    Started result{.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6};
    QThread::msleep(700); // memory is read when start-up has settled
    result.residentMiB = residentMiB(process.processId());
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished();
    }
    while (screen.hasPaintedWindow()) {
        QThread::msleep(2);
    }
    return result;
}

struct Medians {
    double ours = 0;
    double theirs = 0;
    double ourMemory = 0;
    double theirMemory = 0;
};

/// Both programs in turn; nothing where one showed no window. Cold: before each start what it is made of is forgotten.
std::optional<Medians> compare(const Subject& ours, const Subject& theirs, const Screen& screen, const QProcessEnvironment& environment,
                               bool cold)
{
    const auto once = [&](const Subject& subject) {
        if (cold)
            forgetFiles();
        return start(subject, screen, environment);
    };
    constexpr int rounds = 9;
    std::vector<double> ourTime, theirTime, ourMemory, theirMemory;
    for (int round = -1; round < rounds; ++round) { // round -1 warms the caches and makes first-start files
        const auto a = once(ours), b = once(theirs);
        if (!a || !b) {
            qCritical("bench_start: %s showed no window", a ? "keepassxc" : "casebound");
            return std::nullopt;
        }
        if (round >= 0) {
            ourTime.push_back(a->milliseconds);
            theirTime.push_back(b->milliseconds);
            ourMemory.push_back(a->residentMiB);
            theirMemory.push_back(b->residentMiB);
        }
    }
    return Medians{.ours = casebound::bench::median(ourTime),
                   .theirs = casebound::bench::median(theirTime),
                   .ourMemory = casebound::bench::median(ourMemory),
                   .theirMemory = casebound::bench::median(theirMemory)};
}

QJsonObject row(const QString& name, const QString& unit, double value, const QString& baseline, double baselineValue, double target)
{
    return casebound::bench::benchRow(u"start"_s, name, unit, value, baseline, baselineValue, target);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QTemporaryDir home;
    QProcess xvfb;
    xvfb.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x900x24"_s, u"-nolisten"_s, u"tcp"_s});
    if (!xvfb.waitForReadyRead(10'000)) {
        qCritical("bench_start: Xvfb did not start");
        return 1;
    }
    const QByteArray display = ":" + xvfb.readAllStandardOutput().trimmed();

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, QString::fromLatin1(display));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"HOME"_s, home.path());
    for (const auto& name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s}) {
        environment.insert(name, home.filePath(name.toLower()));
    }
    environment.remove(u"WAYLAND_DISPLAY"_s);

    // KeePassXC asks about updates at its first start; the configuration of a second start says no.
    QFile config(home.filePath(u"keepassxc.ini"_s));
    if (config.open(QIODevice::WriteOnly)) {
        config.write("[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\nShowTrayIcon=false\n");
        config.close();
    }
    const Subject ours{.name = u"Casebound"_s, .program = casebound::test::builtProgram(u"casebound"_s), .arguments = {u"--training"_s}};
    const Subject theirs{
        .name = u"KeePassXC"_s,
        .program = u"keepassxc"_s,
        .arguments = {u"--config"_s, config.fileName(), u"--localconfig"_s, home.filePath(u"local.ini"_s), u"--allow-screencapture"_s}};

    QJsonArray rows;
    {
        const Screen screen(display);
        const auto warm = compare(ours, theirs, screen, environment, false), cold = compare(ours, theirs, screen, environment, true);
        if (!warm || !cold)
            return 1;
        rows = {row(u"start to painted sign-in window, warm"_s, u"ms"_s, warm->ours, u"KeePassXC, start to painted window"_s, warm->theirs,
                    1.0),
                row(u"start to painted sign-in window, files not in memory"_s, u"ms"_s, cold->ours, u"KeePassXC, start to painted window"_s,
                    cold->theirs, 1.0),
                row(u"memory at the sign-in window (RSS)"_s, u"MiB"_s, warm->ourMemory, u"KeePassXC, memory there (RSS)"_s,
                    warm->theirMemory, 1.0)};
    }
    QProcess windowManager;
    windowManager.setProcessEnvironment(environment);
    windowManager.start(u"openbox"_s, {u"--sm-disable"_s});
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    auto waits = windowManager.waitForStarted() ? waitsInTheTour(ours.program, display, environment) : std::nullopt;
    if (!waits || waits->empty()) {
        qCritical("bench_start: the tour did not get through");
        return 1;
    }
    std::ranges::sort(*waits);
    rows.append(row(u"longest wait of an input in the tour, of %L1 questions"_s.arg(waits->size()), u"ms"_s, waits->back(), u"allowed"_s,
                    50.0, 1.0));
    rows.append(row(u"wait of an input in the tour, p99"_s, u"ms"_s, (*waits)[waits->size() * 99 / 100], u"allowed"_s, 50.0, 1.0));
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    windowManager.terminate();
    windowManager.waitForFinished();
    xvfb.terminate();
    xvfb.waitForFinished();
    return 0;
}
