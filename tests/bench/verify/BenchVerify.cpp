// How long Verify takes from Space to the next read's plate picture, painted, beside one frame of a 60 Hz screen; and how long one picture
// takes in casebound-picture, beside the same decoder in this process. Prints the list tests/bench/run.py collects; the figures are
// medians.
#include "app/PictureProcess.h"
#include "bench/BenchRow.h"
#include "ui/PageServices.h"
#include "ui/VerifyPage.h"
#include "ui/WindowPrompt.h"
#include "ui/verify/ImageView.h"

#include "service/ServiceDesk.h"
#include "support/Paths.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QImageWriter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QTableView>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int reads = 24;
constexpr double frameMs = 1000.0 / 60;

QByteArray shot(int n)
{
    QImage image(1280, 720, QImage::Format_RGB32);
    image.fill(QColor(60, 70 + n, 90));
    QPainter painter(&image);
    for (int line = 0; line < 200; ++line)
        painter.fillRect((line * 137 + n * 31) % 1280, (line * 71) % 720, 60, 30, QColor((line * 5) % 256, (line * 3 + n) % 256, 120));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, "jpeg").write(image);
    return bytes;
}

QJsonObject row(const QString& name, double value, const QString& baseline, double baselineValue, const QJsonValue& target)
{
    return bench::benchRow(u"verify"_s, name, u"ms"_s, value, baseline, baselineValue, target);
}

double ms(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    PictureProcess process({.program = test::builtProgram(u"casebound-picture"_s)});
    ServiceDesk desk;
    std::vector<ReadSpec> specs;
    for (int n = 0; n < reads; ++n)
        specs.push_back({.plate = PlateText, .image = shot(n)});
    VerificationService verification({.log = *desk.log,
                                      .vendor = desk.vendor,
                                      .clock = desk.clock,
                                      .actor = {.user = UserId(u"u-agent"_s), .role = Role::Agent},
                                      .decoder = &process});
    WindowPrompt prompt;
    VerifyPage page({.queries = *desk.queries,
                     .cases = *desk.caseService,
                     .verification = verification,
                     .profile = desk.profile,
                     .clock = desk.clock,
                     .user = desk.profile.roster.front().id},
                    prompt);
    page.resize(1400, 900);
    page.show();
    QueryRun* run = desk.search();
    desk.lastCall().page(desk.page(specs), reads);
    desk.lastCall().answer(reads);
    page.setRun(run);
    auto* plate = page.findChild<ImageView*>(u"plateImage"_s);
    auto* queue = page.findChild<QTableView*>(u"queue"_s);
    if (!QTest::qWaitFor([&] { return plate->hasImage(); }, 30'000)) {
        qCritical("bench_verify: no picture");
        return EXIT_FAILURE;
    }
    queue->setFocus();
    std::vector<double> next;
    for (int n = 1; n < reads; ++n) {
        QTest::qWait(150); // a person looks; meanwhile the next one is read ahead
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(queue, Qt::Key_Space);
        const bool shown = plate->hasImage();
        plate->repaint();
        next.push_back(shown ? ms(timer) : 1000);
    }
    std::vector<double> closedOff, direct;
    for (int n = 0; n < reads; ++n) {
        const QByteArray bytes = shot(n);
        QElapsedTimer timer;
        timer.start();
        auto decoded = process.decode(bytes);
        decoded.waitForFinished();
        closedOff.push_back(ms(timer));
        timer.restart();
        auto same = DirectDecoder().decode(bytes);
        same.waitForFinished();
        direct.push_back(ms(timer));
    }
    const QJsonArray rows{row(u"next read's picture on screen, read ahead"_s, bench::median(next), u"one frame at 60 Hz"_s, frameMs, 1.0),
                          row(u"one picture of 1280 × 720 decoded, closed off"_s, bench::median(closedOff),
                              u"the same decoder in this process"_s, bench::median(direct), QJsonValue::Null)};
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return EXIT_SUCCESS;
}
