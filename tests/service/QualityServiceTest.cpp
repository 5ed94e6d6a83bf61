// The rate of misreads, from the verdicts of real services to the exported table.
#include "service/QualityService.h"

#include "service/ServiceDesk.h"
#include "store/QualityTable.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

template <class T>
std::optional<QualityProblem> problemOf(const QualityOutcome<T>& outcome)
{
    const auto* problem = outcome ? nullptr : std::get_if<QualityProblem>(&outcome.error());
    return problem ? std::optional(*problem) : std::nullopt;
}

} // namespace

class QualityServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    QueryRun* m_run = nullptr;

    [[nodiscard]] std::unique_ptr<QualityService> serviceFor(const std::optional<Role>& role) const
    {
        return std::make_unique<QualityService>(QualityService::Parts{.log = *m_desk->log,
                                                                      .database = *m_desk->database,
                                                                      .capabilities = m_desk->capabilities,
                                                                      .clock = m_desk->clock,
                                                                      .actor = {.user = UserId(u"u-boss"_s), .role = role}});
    }
    [[nodiscard]] QDate today() const { return toDateTime(m_desk->clock.now()).toUTC().date(); }
    [[nodiscard]] QualityReport reportNow() const
    {
        const auto report = serviceFor(Role::Supervisor)->report(today(), today());
        return report ? *report : QualityReport();
    }
    /// Reads whose machine text is this, each with a picture that was looked at.
    void search(const QStringList& machineTexts)
    {
        std::vector<ReadSpec> specs;
        for (const QString& text : machineTexts)
            specs.push_back({.plate = text, .image = smallPicture(int(specs.size()))});
        m_run = m_desk->search();
        QVERIFY(m_run);
        m_desk->lastCall().page(m_desk->page(specs), qint64(specs.size()));
        m_desk->lastCall().answer(qint64(specs.size()));
        for (std::size_t read = 0; read < specs.size(); ++read) {
            const auto picture = m_desk->verification->picture(*m_run, read, ImageKind::Plate);
            QTRY_VERIFY(picture.isFinished());
        }
    }
    void judge(std::size_t read, const QString& typed, Verdict verdict)
    {
        if (!typed.isEmpty())
            QVERIFY(m_desk->verification->compare(*m_run, read, typed, u"TX"_s));
        QVERIFY(m_desk->verification->judge(*m_run, read, verdict, u"seen by eye"_s));
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ServiceDesk>(); }
    void cleanup() { m_desk.reset(); }

    void verdictsBecomeSamplesWithoutAPlate()
    {
        search({PlateText, u"T5T1234"_s, PlateText, PlateText});
        judge(0, PlateText, Verdict::Confirmed);
        judge(1, PlateText, Verdict::Confirmed);         // the machine misread S as 5
        judge(2, u"TST1284"_s, Verdict::DifferentPlate); // … and here 8 as 3
        judge(3, {}, Verdict::Unreadable);
        const QualityReport report = reportNow();
        QCOMPARE(report.found.whole, (QualityRate{.compared = 3, .misread = 2, .unreadable = 1}));
        QCOMPARE(report.found.byPair.size(), 2U);
        QCOMPARE(report.found.jurisdictions.compared, 3);
        QCOMPARE(report.found.jurisdictions.misread, 0);

        const auto samples = QualityTable(*m_desk->database).between(today(), today());
        QVERIFY(samples && samples->size() == 4);
        for (const QualitySample& sample : *samples) {
            QCOMPARE(sample.read.size(), 32);
            QVERIFY(sample.confusions.size() <= 1);
        }
    }

    void aVerdictThatIsGivenAgainReplacesTheFirst()
    {
        search({PlateText});
        judge(0, {}, Verdict::Unreadable);
        QCOMPARE(reportNow().found.whole, (QualityRate{.compared = 0, .misread = 0, .unreadable = 1}));
        judge(0, PlateText, Verdict::Confirmed);
        QCOMPARE(reportNow().found.whole, (QualityRate{.compared = 1, .misread = 0, .unreadable = 0}));
    }

    void aPeriodCountsWhatWasJudgedInIt()
    {
        search({PlateText, PlateText});
        const QDate first = today();
        judge(0, PlateText, Verdict::Confirmed);
        m_desk->clock.advance(std::chrono::hours(24));
        judge(1, PlateText, Verdict::Confirmed);
        const auto service = serviceFor(Role::Supervisor);
        QCOMPARE(service->report(first, first)->found.whole.compared, 1);
        QCOMPARE(service->report(first, first.addDays(1))->found.whole.compared, 2);
        QCOMPARE(service->report(first.addDays(2), first.addDays(3))->found.whole.compared, 0);
        QVERIFY(problemOf(service->report(first, first.addDays(-1))) == QualityProblem::BadPeriod);
        QVERIFY(problemOf(service->report({}, first)) == QualityProblem::BadPeriod);
    }

    void theVendorsClaimStandsBesideIt()
    {
        QVERIFY(reportNow().standing == ClaimStanding::NoClaim);
        m_desk->capabilities.claimedPlateAccuracy = 0.98;
        m_desk->capabilities.vendor = u"Made-up vendor"_s;
        const QualityReport report = reportNow();
        QVERIFY(report.standing == ClaimStanding::TooFew);
        QCOMPARE(report.claimedAccuracy, 0.98);
        QCOMPARE(report.vendor, u"Made-up vendor"_s);
    }

    void onlyWhomTheTableLetsMayLook()
    {
        QDir folder(m_desk->folder.path());
        for (const auto& role : {std::optional(Role::Agent), std::optional<Role>()}) {
            const auto service = serviceFor(role);
            const auto before = m_desk->entries(u"action.refused"_s).size();
            const auto looked = service->report(today(), today());
            QVERIFY(!looked && std::holds_alternative<NotAllowed>(std::get<ServiceFailure>(looked.error()).why));
            QVERIFY(!service->exportTo(QualityReport{}, folder.filePath(u"no.csv"_s)));
            QCOMPARE(m_desk->entries(u"action.refused"_s).size(), before + 2);
            QCOMPARE(m_desk->entries(u"action.refused"_s).back()[u"outcome"].toString(),
                     QLatin1StringView(actionWord(Action::LookAtQuality)));
        }
        QVERIFY(!folder.exists(u"no.csv"_s));
        QVERIFY(serviceFor(Role::Supervisor)->report(today(), today()).has_value());
    }

    void theTableIsWrittenWithItsEntry()
    {
        search({PlateText, u"T5T1234"_s});
        judge(0, PlateText, Verdict::Confirmed);
        judge(1, PlateText, Verdict::Confirmed);
        m_desk->capabilities.claimedPlateAccuracy = 0.98;
        const QString target = m_desk->folder.filePath(u"misreads.csv"_s);
        const auto service = serviceFor(Role::Supervisor);
        QSignalSpy logged(service.get(), &QualityService::logged);
        QVERIFY(service->exportTo(reportNow(), target));
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.startsWith("group,key,compared,misread,"));
        QVERIFY2(csv.contains("2,1,too few to say,"), csv.constData());
        QVERIFY2(csv.contains("S read as 5"), csv.constData());
        QVERIFY2(csv.contains("vendor_claim_not_verified"), csv.constData());
        QVERIFY(!csv.contains(PlateText.toUtf8()));
        QVERIFY(!file.permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
        const auto entries = m_desk->entries(u"quality.exported"_s);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0][u"outcome"].toString(), u"written"_s);
        QCOMPARE(logged.size(), 1);

        // What is there is left as it is.
        QVERIFY(problemOf(service->exportTo(reportNow(), target)) == QualityProblem::TargetExists);
        QVERIFY(problemOf(service->exportTo(reportNow(), u"misreads.csv"_s)) == QualityProblem::BadTarget);
        QVERIFY(problemOf(service->exportTo(reportNow(), m_desk->folder.filePath(u"nowhere/a.csv"_s))) == QualityProblem::BadTarget);
        QCOMPARE(m_desk->entries(u"quality.exported"_s).size(), 1U);
    }

    void aCellIsNoFormula()
    {
        QualityReport report{.first = QDate(2026, 11, 1), .last = QDate(2026, 11, 2)};
        report.found.byContributor = {{.key = u"=HYPERLINK(\"x\")"_s, .rate = {.compared = 100, .misread = 10}}};
        report.found.byCamera = {{.key = u"+1"_s, .rate = {.compared = 1}}};
        const QByteArray csv = QualityService::csv(report);
        QVERIFY2(csv.contains("\"'=HYPERLINK(\"\"x\"\")\",100,10,10.0,5.5,17.4,0"), csv.constData());
        QVERIFY2(csv.contains("camera,'+1,1,0,too few to say"), csv.constData());
    }

    void nothingIsLeftWhereTheLogTakesNoEntry()
    {
        const QString target = m_desk->folder.filePath(u"misreads.csv"_s);
        const QualityReport report = reportNow();
        const auto service = serviceFor(Role::Supervisor);
        QSignalSpy failed(service.get(), &QualityService::logFailed);
        m_desk->log->shut();
        const auto done = service->exportTo(report, target);
        QVERIFY(!done && std::holds_alternative<ServiceFailure>(done.error()));
        QVERIFY(!QFile::exists(target));
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(QualityServiceTest)
#include "QualityServiceTest.moc"
