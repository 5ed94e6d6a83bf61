// How long a case file of 1,000 reads with pictures takes to export, checked as an outsider would, beside `zip -0` and `sha512sum` of the
// same bytes; and the peak memory of an export of 20,000 reads beside one of 1,000. Prints the list tests/bench/run.py collects.
//   bench_export               both
//   bench_export --memory N    one export of N reads; prints its peak resident set in MB
#include "bench/BenchRow.h"
#include "service/ExportDesk.h"
#include "service/ExportVerdict.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 3;

/// Bytes that no packing makes smaller, as a JPEG's.
QByteArray noise(QRandomGenerator& random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    random.generate(reinterpret_cast<quint32*>(bytes.data()), reinterpret_cast<quint32*>(bytes.data()) + size / 4);
    return bytes;
}

/// As many reads as asked for, each logged as its service logs it, with a picture of its plate and one of its vehicle.
void fill(ExportDesk& desk, int reads, qsizetype plateBytes, qsizetype vehicleBytes)
{
    QRandomGenerator random(11);
    desk.query = QueryId::create().text(); // the desk's own search is over, and an id is intended once
    const auto append = [&](AuditRecord record) {
        record.queryId = desk.query;
        record.caseNumber = CaseText;
        if (!desk.desk.log->append(record))
            qFatal("The log refused.");
    };
    append({.event = AuditEvent::QueryIntended, .plate = PlateText});
    append({.event = AuditEvent::QueryAnswered, .counts = AuditCounts{.returned = reads}});
    for (int n = 0; n < reads; ++n) {
        KeptRead kept;
        kept.read.readId = u"read-%1"_s.arg(n);
        kept.read.plate = PlateText;
        kept.read.jurisdiction = u"US-TX"_s;
        kept.read.capturedAt = desk.desk.clock.now() - std::chrono::minutes(n + 1);
        kept.read.location =
            Read::Location{.latitude = 29.7 + n * 0.0001, .longitude = -95.3, .accuracyM = 5.0, .address = u"Made-up Quay"_s};
        kept.query = QueryId(QUuid::fromString(desk.query));
        kept.verification.verdict = Verdict::Confirmed;
        kept.verification.typedPlate = PlateText;
        kept.verification.by = UserId(u"u-agent"_s);
        kept.relevance = u"Shows the van at the depot"_s;
        for (const auto& [kind, size] : {std::pair(ImageKind::Plate, plateBytes), std::pair(ImageKind::Vehicle, vehicleBytes)}) {
            const QByteArray bytes = noise(random, size);
            kept.read.images.push_back(
                {.kind = kind, .path = u"/v1/images/x"_s, .type = ImageType::Jpeg, .sha256 = toBytes(sha256(bytes))});
            kept.images.emplace_back(kind, bytes);
        }
        append({.event = AuditEvent::ReadVerified, .verdict = u"confirmed"_s, .readIds = {kept.read.readId}});
        append({.event = AuditEvent::ReadKept, .outcome = u"relevant"_s, .verdict = u"confirmed"_s, .readIds = {kept.read.readId}});
        if (!desk.desk.kept->insert(CaseNumber(CaseText), kept))
            qFatal("The case file refused.");
    }
    append({.event = AuditEvent::ResultsDiscarded, .outcome = u"closed"_s, .counts = AuditCounts{.returned = reads, .kept = reads}});
    desk.service->setCheck([&desk](const QString& path) {
        const BagReport report = verified(desk, path);
        return report.verdict() == VerifyVerdict::InOrder ? QString() : QString::fromUtf8(report.text());
    });
}

double seconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// Of /proc/self/status, in MB.
double memory(const QByteArray& name)
{
    for (const QByteArray& line : test::contents(u"/proc/self/status"_s).split('\n')) {
        if (line.startsWith(name + ':'))
            return line.sliced(name.size() + 1).simplified().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

int peak(int reads)
{
    ExportDesk desk(0);
    fill(desk, reads, 4'096, 8'192);
    if (QFile refs(u"/proc/self/clear_refs"_s); refs.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        refs.write("5"); // the peak begins anew
    if (!desk.run(desk.request(BundleKind::Zip)))
        return EXIT_FAILURE;
    QTextStream(stdout) << memory("VmHWM") << '\n';
    return EXIT_SUCCESS;
}

std::optional<double> peakOfChild(int reads)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (QStorageInfo(u"/dev/shm"_s).bytesAvailable() > (std::int64_t{2} << 30))
        environment.insert(u"TMPDIR"_s, u"/dev/shm"_s); // 60,000 entries and reads are synced one by one
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--memory"_s, QString::number(reads)});
    if (!process.waitForFinished(900'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::nullopt;
    bool good = false;
    const double value = process.readAllStandardOutput().trimmed().toDouble(&good);
    return good ? std::optional(value) : std::nullopt;
}

QJsonObject row(const QString& name, const QString& unit, double value, const QString& baseline, double baselineValue, double target)
{
    return bench::benchRow(u"export"_s, name, unit, value, baseline, baselineValue, target);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--memory"_s)
        return peak(arguments.value(2).toInt());

    std::vector<double> ours, theirs;
    ExportDesk desk(0);
    fill(desk, 1'000, 24 << 10, 96 << 10);
    for (int n = 0; n < rounds; ++n) {
        const QString name = u"x%1.zip"_s.arg(n);
        QElapsedTimer timer;
        timer.start();
        if (!desk.run(desk.request(BundleKind::Zip, name))) {
            qCritical("bench_export: no export");
            return EXIT_FAILURE;
        }
        ours.push_back(seconds(timer));
        if (test::shell(u"rm -rf bag && unzip -q %1 -d bag && rm %1 && sync ."_s.arg(name), desk.out.path()).status != 0)
            return EXIT_FAILURE;
        timer.restart();
        if (test::shell(u"zip -0qr y.zip bag && find bag -type f -exec sha512sum {} + > sums && sync y.zip sums && rm y.zip"_s,
                        desk.out.path())
                .status != 0)
            return EXIT_FAILURE;
        theirs.push_back(seconds(timer));
    }
    const auto small = peakOfChild(1'000), large = peakOfChild(20'000);
    if (!small || !large) {
        qCritical("bench_export: no figure of memory");
        return EXIT_FAILURE;
    }
    const QJsonArray rows{row(u"1,000 reads with pictures, signed, synced and checked"_s, u"s"_s, bench::median(ours),
                              u"zip -0 and sha512sum of the same bytes"_s, bench::median(theirs), 3.0),
                          row(u"peak memory of an export of 20,000 reads"_s, u"MB"_s, *large, u"of 1,000 reads"_s, *small, 1.5)};
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return EXIT_SUCCESS;
}
