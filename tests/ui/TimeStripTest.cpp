#include "ui/TimeStrip.h"
#include "ui/DayFilter.h"

#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t dayUs = 24LL * 3600 * 1'000'000;

/// `counts[n]` reads on day n from 1 November 2026.
ReadDays daysOf(const std::vector<int>& counts)
{
    std::vector<std::int64_t> moments;
    const std::int64_t first = QDate(2026, 11, 1).startOfDay(QTimeZone::UTC).toMSecsSinceEpoch() * 1000;
    for (std::size_t n = 0; n < counts.size(); ++n)
        for (int k = 0; k < counts[n]; ++k)
            moments.push_back(first + std::int64_t(n) * dayUs + k);
    return {moments, QTimeZone::UTC};
}

} // namespace

class TimeStripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        strip = std::make_unique<TimeStrip>();
        strip->resize(600, 80);
        strip->setToday(QDate(2026, 11, 20));
        strip->setDays(daysOf({3, 0, 1, 5, 2}));
        strip->show();
        QVERIFY(QTest::qWaitForWindowExposed(strip.get()));
        strip->setFocus();
    }

    void saysHowOldItsReadsAre()
    {
        QCOMPARE(strip->text(), u"All reads (11): 11/1/26 to 11/5/26, 15 days old to 19 days old."_s);
        QCOMPARE(strip->barText(3), u"11/4/26, reads: 5, 16 days old"_s);
    }

    void keysBrush()
    {
        const QSignalSpy changed(strip.get(), &TimeStrip::brushChanged);
        QTest::keyClick(strip.get(), Qt::Key_Left); // the cursor begins at the newest day
        QCOMPARE(strip->brush(), (DayRange{.first = QDate(2026, 11, 5), .last = QDate(2026, 11, 5)}));
        QTest::keyClick(strip.get(), Qt::Key_Left);
        QTest::keyClick(strip.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(strip->brush(), (DayRange{.first = QDate(2026, 11, 3), .last = QDate(2026, 11, 4)}));
        QCOMPARE(strip->text(), u"6 of 11 reads: 11/3/26 to 11/4/26, 16 days old to 17 days old."_s);
        QTest::keyClick(strip.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(strip->brush()->first, QDate(2026, 11, 1));
        QTest::keyClick(strip.get(), Qt::Key_Escape);
        QVERIFY(!strip->brush());
        QCOMPARE(changed.size(), 5);
    }

    void mouseBrushes()
    {
        const auto centre = [&](int bar) { return strip->barRect(bar).center().toPoint(); };
        QTest::mousePress(strip.get(), Qt::LeftButton, {}, centre(1));
        QTest::mouseMove(strip.get(), centre(3));
        QTest::mouseRelease(strip.get(), Qt::LeftButton, {}, centre(3));
        QCOMPARE(strip->brush(), (DayRange{.first = QDate(2026, 11, 2), .last = QDate(2026, 11, 4)}));
        QTest::mouseDClick(strip.get(), Qt::LeftButton, {}, centre(2));
        QVERIFY(!strip->brush());
    }

    void valueIsAccessible()
    {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(strip.get());
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Name), u"Reads by day"_s);
        QTest::keyClick(strip.get(), Qt::Key_Home);
        QCOMPARE(accessible->text(QAccessible::Value), u"3 of 11 reads: 11/1/26, 19 days old."_s);
    }

    void manyDaysShareABar()
    {
        strip->setDays(daysOf(std::vector<int>(3650, 1)));
        QVERIFY(strip->barCount() <= 200);
        QVERIFY(strip->barRect(strip->barCount() - 1).right() <= strip->width());
        QTest::keyClick(strip.get(), Qt::Key_Home);
        const int days = int(strip->brush()->first.daysTo(strip->brush()->last)) + 1;
        QVERIFY(days > 1);
        QVERIFY(strip->text().startsWith(QString::number(days)));
    }

    void brushStaysWhereItsDaysStay()
    {
        QTest::keyClick(strip.get(), Qt::Key_Home);
        strip->setDays(daysOf({3, 0, 1, 5, 2, 9}));
        QCOMPARE(strip->brush()->first, QDate(2026, 11, 1));
        strip->resize(300, 80);
        QCOMPARE(strip->brush()->first, QDate(2026, 11, 1));
        strip->setDays({});
        QVERIFY(!strip->brush());
    }

    void filterSaysItselfAndIsCleared()
    {
        std::vector<std::int64_t> moments{20'000 * dayUs + dayUs / 2, 20'003 * dayUs + dayUs / 2};
        DayFilter filter([&] { return moments; });
        QVERIFY(filter.isHidden());
        filter.refresh();
        QVERIFY(!filter.isHidden());
        auto* all = filter.findChild<QPushButton*>(u"showAllDays"_s);
        QVERIFY(!all->isEnabled());
        QVERIFY(!filter.period());
        filter.show();
        QTest::keyClick(filter.strip(), Qt::Key_Home);
        QVERIFY(filter.period()->holds(moments[0]) && !filter.period()->holds(moments[1]));
        QVERIFY(all->isEnabled());
        all->click();
        QVERIFY(!filter.period());
        const QSignalSpy changed(&filter, &DayFilter::changed);
        QTest::keyClick(filter.strip(), Qt::Key_Home);
        moments.clear();
        filter.refresh();
        QVERIFY(filter.isHidden() && !filter.period());
        QCOMPARE(changed.size(), 2);
    }

private:
    std::unique_ptr<TimeStrip> strip;
};

QTEST_MAIN(TimeStripTest)
#include "TimeStripTest.moc"
