// The kept bad pictures, and large ones, through the whole way into the window's own picture panes: how long the window stands still, and
// how much memory it and the helper take.
#include "app/PictureProcess.h"
#include "ui/verify/ImageView.h"
#include "ui/verify/PicturePair.h"

#include "service/ServiceDesk.h"
#include "support/Paths.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>

#include <sys/resource.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t stallLimitMs = 200, memoryLimitKb = 256 * 1024;

using Clock = std::chrono::steady_clock;

std::int64_t msSince(Clock::time_point from)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - from).count();
}

/// The longest time between two turns of the event loop, less the longest that a thread with nothing to do was kept waiting on this
/// computer.
class Watchdog {
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, msSince(m_last));
            m_last = Clock::now();
        });
        m_timer.start();
        m_idle = std::thread([this] {
            while (!m_stop) {
                const auto from = Clock::now();
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                m_idleLongest = std::max(m_idleLongest, msSince(from));
            }
        });
    }
    ~Watchdog()
    {
        if (m_idle.joinable())
            stop();
    }
    std::int64_t stop()
    {
        m_timer.stop();
        m_stop = true;
        m_idle.join();
        return m_longest - m_idleLongest;
    }

private:
    QTimer m_timer;
    std::thread m_idle;
    std::atomic<bool> m_stop = false;
    Clock::time_point m_last = Clock::now();
    std::int64_t m_longest = 0, m_idleLongest = 0;
};

/// Begins to measure anew: what the test's own pictures took before does not count (proc(5), clear_refs).
void forgetMostMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// Most memory this process had since, in kB.
std::int64_t mostMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stoll(line.substr(6));
    return 0;
}

std::int64_t mostMemoryOfHelpers()
{
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

QByteArray written(const QImage& image, const char* format, bool progressive = false)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setProgressiveScanWrite(progressive);
    writer.setQuality(progressive ? 60 : -1);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

class PictureWindowTest : public QObject {
    Q_OBJECT

    struct Sample {
        QString name;
        QByteArray bytes;
        bool good = false;
    };

    static std::vector<Sample> samples()
    {
        std::vector<Sample> list;
        const QDir folder(test::sourceFile(u"tests/app/picture/corpus"_s));
        for (const QString& name : folder.entryList({u"*.bin"_s})) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                list.push_back({.name = name, .bytes = file.readAll(), .good = name.startsWith(u"good-"_s)});
        }
        // The largest that are allowed, in the ways that cost most.
        QImage large(4096, 3072, QImage::Format_RGB32);
        for (int y = 0; y < large.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(large.scanLine(y));
            for (int x = 0; x < large.width(); ++x)
                line[x] = qRgb(x >> 4, y >> 4, (x ^ y) >> 3);
        }
        list.push_back({.name = u"progressive, 12 megapixels"_s, .bytes = written(large, "jpeg", true), .good = true});
        QImage deep(4096, 3072, QImage::Format_RGBA64);
        deep.fill(QColor(20, 40, 60, 80));
        list.push_back({.name = u"16 bits, 12 megapixels"_s, .bytes = written(deep, "png"), .good = true});
        QByteArray padded = written(large.scaled(64, 64), "jpeg");
        padded.resize(maxImageBytes + 1, '\0');
        list.push_back({.name = u"a byte too many"_s, .bytes = padded, .good = false});
        return list;
    }

private Q_SLOTS:
    void badPicturesEndInUnreadable()
    {
        const std::vector<Sample> all = samples();
        QVERIFY(std::ranges::count(all, false, &Sample::good) >= 60);
        ServiceDesk desk;
        std::vector<ReadSpec> reads;
        for (const Sample& sample : all)
            reads.push_back({.plate = PlateText, .image = sample.bytes.isEmpty() ? QByteArray(" ") : sample.bytes});
        auto process = std::make_unique<PictureProcess>(PictureProcess::Config{.program = test::builtProgram(u"casebound-picture"_s)});
        VerificationService service({.log = *desk.log,
                                     .vendor = desk.vendor,
                                     .clock = desk.clock,
                                     .actor = {.user = UserId(u"u-agent"_s), .role = Role::Agent},
                                     .decoder = process.get()});
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page(reads), qint64(reads.size()));
        desk.lastCall().answer(qint64(reads.size()));
        PicturePair pair(service);
        pair.resize(900, 400);
        pair.show(nullptr, -1);
        static_cast<QWidget&>(pair).show();
        QVERIFY(QTest::qWaitForWindowExposed(&pair));

        forgetMostMemory();
        const std::int64_t before = mostMemory();
        Watchdog watchdog;
        for (std::size_t n = 0; n < all.size(); ++n) {
            pair.show(run, qsizetype(n));
            QVERIFY2(QTest::qWaitFor([&] { return pair.plateState().has_value(); }, 30'000), qPrintable(all[n].name));
            QVERIFY2((*pair.plateState() == PictureState::Good) == all[n].good, qPrintable(all[n].name));
            QVERIFY2(pair.plate()->hasImage() == all[n].good && pair.plateWords().isEmpty() == all[n].good, qPrintable(all[n].name));
            if (!all[n].good) {
                QCOMPARE(*pair.plateState(), PictureState::Undecodable);
                QVERIFY(!service.compare(*run, n, PlateText, {}).has_value());
            }
        }
        const std::int64_t stall = watchdog.stop();
        const std::int64_t window = mostMemory() - before;
        process.reset(); // its helpers are counted when they are gone
        const std::int64_t helpers = mostMemoryOfHelpers();
        qInfo("longest stall %lld ms; window grew by %lld kB, a helper had %lld kB at most", static_cast<long long>(stall),
              static_cast<long long>(window), static_cast<long long>(helpers));
        QVERIFY(stall <= stallLimitMs);
        QVERIFY(window <= memoryLimitKb);
        QVERIFY(helpers <= memoryLimitKb + 64 * 1024); // and what it has before its first picture
        QVERIFY(service.judge(*run, 0, Verdict::Unreadable, u"not a picture"_s).has_value());
    }
};

QTEST_MAIN(PictureWindowTest)
#include "PictureWindowTest.moc"
