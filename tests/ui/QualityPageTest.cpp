#include "ui/quality/QualityPage.h"

#include "lists/QualityModel.h"
#include "store/QualityTable.h"
#include "ui/PageDesk.h"
#include "ui/Theme.h"
#include "ui/quality/QualityWords.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class QualityPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<QualityService> m_service;
    std::unique_ptr<QualityPage> m_page;

    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_page, name);
    }
    QString words(const char* name) const { return part<QLabel>(name)->text(); }
    QString cell(int row, int column) const { return part<QTableView>("qualityTable")->model()->index(row, column).data().toString(); }

    /// Two cameras: 40 reads with four misread, ten with none; one unreadable.
    void giveSamples()
    {
        const QDate today = toDateTime(m_desk->clock.now()).toUTC().date();
        for (int n = 0; n < 51; ++n) {
            const bool few = n >= 40;
            QualitySample sample{.read = QByteArray::number(n),
                                 .day = today,
                                 .camera = few ? u"PM-F-002"_s : u"PM-F-001"_s,
                                 .contributor = u"Harbour Watch"_s,
                                 .jurisdiction = u"US-TX"_s,
                                 .outcome = n < 4     ? ReadOutcome::Misread
                                            : n == 50 ? ReadOutcome::Unreadable
                                                      : ReadOutcome::Right};
            if (n < 4)
                sample.confusions = {{u'8', u'B'}};
            QVERIFY(m_desk->samples->put(sample));
        }
    }
    void open(Role role)
    {
        m_service = std::make_unique<QualityService>(QualityService::Parts{.log = *m_desk->log,
                                                                           .database = *m_desk->database,
                                                                           .capabilities = m_desk->capabilities,
                                                                           .clock = m_desk->clock,
                                                                           .actor = {.user = UserId(u"u-boss"_s), .role = role}});
        m_page = std::make_unique<QualityPage>(*m_service, m_desk->clock);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->enter();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }
    void init() { m_desk = std::make_unique<ServiceDesk>(); }
    void cleanup()
    {
        m_page.reset();
        m_service.reset();
        m_desk.reset();
    }

    void aRateStandsWithItsSampleOrIsNotSaid()
    {
        giveSamples();
        m_desk->capabilities.claimedPlateAccuracy = 0.98;
        open(Role::Supervisor);
        QVERIFY2(words("qualitySummary").contains(u"Reads compared: 50, misread: 4. That is 8.0 %"_s), qPrintable(words("qualitySummary")));
        QVERIFY2(words("qualitySummary").contains(u"counted apart: 1"_s), qPrintable(words("qualitySummary")));
        QVERIFY2(words("qualityClaim").contains(u"98.0 %"_s) && words("qualityClaim").contains(u"vendor’s own word"_s),
                 qPrintable(words("qualityClaim")));
        QVERIFY2(words("qualityClaim").contains(u"beyond chance"_s), qPrintable(words("qualityClaim")));
        QCOMPARE(part<QTableView>("qualityTable")->model()->rowCount(), 2);
        QCOMPARE(cell(0, QualityModel::KeyColumn), u"PM-F-001"_s); // most compared first
        QCOMPARE(cell(0, QualityModel::RateColumn), u"10.0 %"_s);
        QCOMPARE(cell(0, QualityModel::IntervalColumn), u"4.0–23.1 %"_s);
        QCOMPARE(cell(1, QualityModel::RateColumn), u"too few to say"_s);
        QCOMPARE(cell(1, QualityModel::IntervalColumn), QString());
        QCOMPARE(cell(1, QualityModel::UnreadableColumn), u"1"_s);
        picture(*m_page, u"quality"_s);
    }

    void countsByWhatIsChosen()
    {
        giveSamples();
        open(Role::Supervisor);
        auto* group = part<QComboBox>("qualityGroup");
        auto* table = part<QTableView>("qualityTable");
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        group->setCurrentIndex(2);
        QCOMPARE(cell(0, QualityModel::KeyColumn), u"Texas (US-TX)"_s);
        group->setCurrentIndex(3);
        QCOMPARE(cell(0, QualityModel::KeyColumn), u"8 read as B"_s);
        QCOMPARE(cell(0, QualityModel::ComparedColumn), u"50"_s);
        QCOMPARE(cell(0, QualityModel::MisreadColumn), u"4"_s);
        picture(*m_page, u"quality-pairs"_s);
        group->setCurrentIndex(0);
        table->sortByColumn(QualityModel::RateColumn, Qt::AscendingOrder);
        QCOMPARE(cell(0, QualityModel::KeyColumn), u"PM-F-002"_s); // too few stand below every rate
    }

    void anotherPeriodIsCountedAtOnce()
    {
        giveSamples();
        open(Role::Supervisor);
        part<QLineEdit>("qualityTo")->setText(u"2020-01-01"_s);
        QVERIFY(!part<QPushButton>("exportQuality")->isEnabled());
        QCOMPARE(part<QTableView>("qualityTable")->model()->rowCount(), 0);
        part<QLineEdit>("qualityFrom")->setText(u"2020-01-01"_s);
        QVERIFY(part<QPushButton>("exportQuality")->isEnabled());
        QCOMPARE(words("qualitySummary"), u"No read was checked by eye in this period."_s);
    }

    void theTableIsExported()
    {
        giveSamples();
        open(Role::Supervisor);
        part<QPushButton>("exportQuality")->click();
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = m_page->findChild<QFileDialog*>()) != nullptr);
        const QString target = m_desk->folder.filePath(u"misreads.csv"_s);
        Q_EMIT dialog->fileSelected(target);
        QVERIFY(QFile::exists(target));
        auto* notice = part<QWidget>("qualityNotice");
        QVERIFY(notice->isVisible() && notice->findChild<QLabel*>(u"noticeWords"_s)->text().contains(u"misreads.csv"_s));
        Q_EMIT dialog->fileSelected(target);
        QVERIFY2(notice->findChild<QLabel*>(u"noticeWords"_s)->text().contains(u"already"_s),
                 qPrintable(notice->findChild<QLabel*>(u"noticeWords"_s)->text()));
        dialog->reject();
    }

    void whoMayNotLookIsTold()
    {
        giveSamples();
        open(Role::Agent);
        QVERIFY(part<QWidget>("qualityNotice")->isVisible());
        QCOMPARE(part<QTableView>("qualityTable")->model()->rowCount(), 0);
        QVERIFY(!part<QPushButton>("exportQuality")->isEnabled());
    }

    void everyProblemHasWords()
    {
        for (int code = 0; code <= int(QualityProblem::DiskFull); ++code) {
            const FailureWords said = QualityWords::of(static_cast<QualityProblem>(code));
            QVERIFY(!said.happened.isEmpty() && !said.consequence.isEmpty());
        }
    }
};

QTEST_MAIN(QualityPageTest)
#include "QualityPageTest.moc"
