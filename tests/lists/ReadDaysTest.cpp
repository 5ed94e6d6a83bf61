#include "lists/ReadDays.h"
#include "lists/KeptReadOrder.h"
#include "lists/KeptReadTableModel.h"
#include "lists/ReadTableModel.h"

#include "lists/QueryRunProbe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

std::int64_t at(const QDateTime& when)
{
    return when.toMSecsSinceEpoch() * 1000;
}

const QTimeZone newYork("America/New_York");

} // namespace

class ReadDaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsByTheDaysOfTheZone()
    {
        // 23:30 and 00:30 in New York: the same day in UTC.
        const std::vector<std::int64_t> moments{at({QDate(2026, 11, 3), QTime(0, 30), newYork}),
                                                at({QDate(2026, 11, 2), QTime(23, 30), newYork}),
                                                at({QDate(2026, 11, 5), QTime(12, 0), newYork})};
        const ReadDays days(moments, newYork);
        QCOMPARE(days.dayCount(), 4);
        QCOMPARE(days.day(0), QDate(2026, 11, 2));
        QCOMPARE((std::vector{days.reads(0), days.reads(1), days.reads(2), days.reads(3)}), (std::vector{1, 1, 0, 1}));
        QCOMPARE(days.readsIn(1, 3), 2);
        QCOMPARE(days.indexOf(QDate(2026, 11, 4)), 2);
        QCOMPARE(days.indexOf(QDate(2026, 11, 6)), -1);
        QCOMPARE(days.total(), 3);
    }

    void dayOfTwentyFiveHoursIsOneDay()
    {
        const DayRange day{.first = QDate(2026, 11, 1), .last = QDate(2026, 11, 1)}; // clocks go back
        const MicrosRange micros = microsOf(day, newYork);
        QCOMPARE(micros.to - micros.from, 25LL * 3600 * 1'000'000);
        QVERIFY(micros.holds(micros.from) && !micros.holds(micros.to) && !micros.holds(micros.from - 1));
    }

    void nothingHasNoDays()
    {
        QVERIFY(ReadDays({}, newYork).isEmpty());
        QCOMPARE(ReadDays().indexOf(QDate(2026, 1, 1)), -1);
    }

    void veryOldReadsAreCountedOnTheFirstDay()
    {
        const std::vector<std::int64_t> moments{at({QDate(1900, 1, 1), QTime(1, 0), QTimeZone::UTC}),
                                                at({QDate(2026, 1, 1), QTime(1, 0), QTimeZone::UTC})};
        const ReadDays days(moments, QTimeZone::UTC);
        QVERIFY(days.dayCount() < 15'000);
        QCOMPARE(days.readsIn(0, days.dayCount() - 1), 2);
    }

    void tableShowsThePeriodAlone()
    {
        constexpr std::int64_t day = 24LL * 3600 * 1'000'000;
        const auto run = QueryRunProbe::make();
        ReadTableModel model(ReadTableModel::Group::Exact);
        const QAbstractItemModelTester tester(&model);
        model.setRun(run.get());
        const auto add = [&](int from, int to) {
            ReadSet set;
            for (int n = from; n < to; ++n)
                QueryRunProbe::add(set, {.capturedAt = (20'000 + n) * day});
            QueryRunProbe::append(*run, std::move(set));
        };
        add(0, 10);
        model.setPeriod(MicrosRange{.from = 20'003 * day, .to = 20'006 * day});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.total(), 10);
        QCOMPARE(model.rowOf(0), -1);
        add(5, 15); // only one more lies in it
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.total(), 20);
        model.setPeriod({});
        QCOMPARE(model.rowCount(), 20);
    }

    void keptReadsShowThePeriodAlone()
    {
        std::vector<KeptRead> reads(3);
        for (std::size_t n = 0; n < reads.size(); ++n)
            reads[n].read.capturedAt = Instant(std::chrono::hours(24 * (20'000 + int(n))));
        KeptReadTableModel model(nullptr);
        model.setReads(reads);
        KeptReadOrder order;
        order.setSourceModel(&model);
        constexpr std::int64_t day = 24LL * 3600 * 1'000'000;
        order.setPeriod(MicrosRange{.from = 20'001 * day, .to = 20'002 * day});
        QCOMPARE(order.rowCount(), 1);
        order.setPeriod({});
        QCOMPARE(order.rowCount(), 3);
    }
};

QTEST_GUILESS_MAIN(ReadDaysTest)
#include "ReadDaysTest.moc"
