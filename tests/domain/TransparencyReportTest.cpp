// The transparency report: counts by month, nothing small, nothing to be had by subtracting one report from another.
#include "domain/TransparencyReport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class TransparencyReportTest : public QObject {
    Q_OBJECT

    static MonthCounts month(int number, QRandomGenerator& random)
    {
        MonthCounts counts{.month = {.year = 2026, .month = number}};
        for (const Matter matter : {Matter::Criminal, Matter::Administrative})
            for (const QString& reason : {u"smuggling"_s, u"financial"_s, u"fugitive_alien"_s})
                counts.queries[{matter, reason}] = random.bounded(60) < 30 ? random.bounded(14) : random.bounded(300);
        std::int64_t total = 0;
        for (const auto& [key, count] : counts.queries)
            total += count;
        const std::int64_t failed = std::min<std::int64_t>(total, random.bounded(20));
        counts.outcomes = {{u"answered"_s, total - failed}, {u"failed"_s, failed}, {u"withdrawn"_s, 0}};
        counts.exceptions = {{u"granted"_s, random.bounded(30)}, {u"refused"_s, random.bounded(4)}, {u"waiting"_s, 0}};
        counts.verdicts = {{u"confirmed"_s, random.bounded(300)}, {u"different"_s, random.bounded(40)}};
        counts.refused = random.bounded(40);
        counts.reviewsSigned = random.bounded(2);
        return counts;
    }

private Q_SLOTS:
    void aMonthIsTheSameInEveryReport()
    {
        QRandomGenerator random(5);
        std::vector<MonthCounts> year;
        for (int n = 1; n <= 12; ++n)
            year.push_back(month(n, random));
        const auto report = [&](int from, int to) {
            TransparencyReport made{.office = u"Made-up Office"_s, .months = {}};
            for (int n = from; n <= to; ++n)
                made.months.push_back(shownMonth(year[std::size_t(n - 1)]));
            return made;
        };
        // Whatever two reports one has, the months they share say the same, and there is nothing else in them to subtract.
        const TransparencyReport whole = report(1, 12);
        for (int from = 1; from <= 12; ++from)
            for (int to = from; to <= 12; ++to) {
                const TransparencyReport part = report(from, to);
                for (const ShownMonth& shown : part.months)
                    QVERIFY(shown == whole.months[std::size_t(shown.month.month - 1)]);
                // Every line of the shorter one stands in the longer one.
                const QList<QByteArray> lines = toCsv(whole).split('\n');
                for (const QByteArray& line : toCsv(part).split('\n'))
                    QVERIFY(lines.contains(line));
            }
    }

    void showsNoSmallCount()
    {
        QRandomGenerator random(11);
        for (int n = 0; n < 400; ++n) {
            const ShownMonth shown = shownMonth(month(1 + n % 12, random));
            const QByteArray csv = toCsv({.office = {}, .months = {shown}});
            for (const QByteArray& line : csv.split('\n')) {
                const QByteArray count = line.trimmed().split(',').last();
                bool number = false;
                const int value = count.toInt(&number);
                if (number && !line.contains("review_signed"))
                    QVERIFY2(value == 0 || value >= leastShownCount, line.constData());
            }
        }
    }

    void tablesOfOneTotalDoNotGiveEachOtherAway()
    {
        // Five administrative queries: were the criminal reasons shown, their sum would say so.
        MonthCounts counts{.month = {.year = 2026, .month = 3}};
        counts.queries = {{{Matter::Criminal, u"smuggling"_s}, 60},
                          {{Matter::Criminal, u"financial"_s}, 40},
                          {{Matter::Administrative, u"fugitive_alien"_s}, 5}};
        counts.outcomes = {{u"answered"_s, 105}};
        const ShownMonth shown = shownMonth(counts);
        QVERIFY(shown.matters && shown.outcomes);
        QCOMPARE(shown.matters->total, 105);
        QVERIFY(std::ranges::none_of(shown.matters->cells, [](const ShownCell& cell) { return cell.count.has_value(); }));
        QVERIFY(shown.reasons.empty());
    }

    void aMonthThatCannotBeProtectedSaysNothingOfItsQueries()
    {
        MonthCounts counts{.month = {.year = 2026, .month = 3}};
        counts.queries = {{{Matter::Criminal, u"smuggling"_s}, 4}, {{Matter::Administrative, u"fugitive_alien"_s}, 3}};
        counts.outcomes = {{u"answered"_s, 7}};
        counts.reviewsSigned = 1;
        const ShownMonth shown = shownMonth(counts);
        QVERIFY(shown.withheld);
        QVERIFY(!shown.matters && !shown.outcomes && shown.reasons.empty());
        QVERIFY(toCsv({.office = {}, .months = {shown}}).contains("2026-03,matter,total,-"));
        QVERIFY(toCsv({.office = {}, .months = {shown}}).contains("2026-03,review_signed,total,1"));
    }

    void writesTheSameAsJson()
    {
        QRandomGenerator random(3);
        const ShownMonth shown = shownMonth(month(4, random));
        const QJsonObject json = QJsonDocument::fromJson(toJson({.office = u"Made-up Office"_s, .months = {shown}})).object();
        QCOMPARE(json["counts_withheld_below"_L1].toInt(), 11);
        const QJsonObject first = json["months"_L1][0].toObject();
        QCOMPARE(first["month"_L1].toString(), u"2026-04"_s);
        QCOMPARE(first["refused"_L1].isNull(), !shown.refused.has_value());
        if (shown.matters)
            QCOMPARE(first["tables"_L1]["matter"_L1]["total"_L1].toInteger(), shown.matters->total);
    }
};

QTEST_GUILESS_MAIN(TransparencyReportTest)
#include "TransparencyReportTest.moc"
