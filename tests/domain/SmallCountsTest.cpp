// What a table may show: every table of small size is tried, and whoever reads one and knows the rule is given all of them.
#include "domain/SmallCounts.h"

#include <QTest>

#include <map>
#include <set>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

std::vector<CountCell> table(const std::vector<std::int64_t>& counts)
{
    std::vector<CountCell> cells;
    for (std::size_t n = 0; n < counts.size(); ++n)
        cells.push_back({.key = QString::number(n), .count = counts[n]});
    return cells;
}

QString viewOf(const std::optional<ShownTable>& shown)
{
    if (!shown)
        return u"withheld"_s;
    QString view = QString::number(shown->total);
    for (const ShownCell& cell : shown->cells)
        view += cell.count ? u' ' + QString::number(*cell.count) : u" -"_s;
    return view;
}

} // namespace

class SmallCountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsLargeCountsAndZeros()
    {
        QCOMPARE(viewOf(withholdSmall(table({0, 11, 300}))), u"311 0 11 300"_s);
        QCOMPARE(viewOf(withholdSmall(table({0, 0}))), u"0 0 0"_s);
    }

    void withholdsASecondCountSoThatTheFirstCannotBeSubtracted()
    {
        QCOMPARE(viewOf(withholdSmall(table({4, 50, 300}))), u"354 - - 300"_s);
        QCOMPARE(viewOf(withholdSmall(table({4, 50, 300, 60}))), u"414 - - 300 60"_s);
    }

    void withholdsMoreWhereTheSumWouldStillGiveItAway()
    {
        // 1 + 11: whoever knows that one of them is at least 11 knows both.
        QCOMPARE(viewOf(withholdSmall(table({1, 11, 300}))), u"312 - - -"_s);
        // Two small ones of 2: each must be 1.
        QVERIFY(viewOf(withholdSmall(table({1, 1, 300}))).contains(u"- - -"_s));
    }

    void withholdsTheWholeWhereTheTotalIsSmall()
    {
        QCOMPARE(viewOf(withholdSmall(table({3, 2, 5}))), u"withheld"_s);
        QCOMPARE(viewOf(withholdSmall(table({10, 10, 10}))), u"withheld"_s); // 30 of at most 30: each is 10
    }

    void noTableGivesAWithheldSmallCountAway_data()
    {
        QTest::addColumn<int>("cells");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("choices");
        QTest::newRow("two cells") << 2 << 60 << 11 << 10;
        QTest::newRow("three cells") << 3 << 48 << 11 << 9;
        QTest::newRow("four cells, a smaller bound") << 4 << 14 << 4 << 2;
    }
    void noTableGivesAWithheldSmallCountAway()
    {
        QFETCH(int, cells);
        QFETCH(int, most);
        QFETCH(int, least);
        QFETCH(int, choices);
        std::map<QString, std::vector<std::vector<std::int64_t>>> tables; ///< By what is shown of them.
        std::vector<std::int64_t> counts(std::size_t(cells), 0);
        for (;;) {
            tables[viewOf(withholdSmall(table(counts), least))].push_back(counts);
            auto place = counts.begin();
            while (place != counts.end() && *place == most)
                *place++ = 0;
            if (place == counts.end())
                break;
            ++*place;
        }
        for (const auto& [view, possible] : tables) {
            const std::int64_t total = view.section(u' ', 0, 0).toLongLong();
            if (total > most) // beyond, not every table was made
                continue;
            for (int cell = 0; cell < cells; ++cell) {
                std::set<std::int64_t> values;
                for (const auto& one : possible)
                    values.insert(one[std::size_t(cell)]);
                const bool shown = view != u"withheld"_s && view.section(u' ', cell + 1, cell + 1) != u"-"_s;
                const bool small = std::ranges::any_of(values, [&](std::int64_t v) { return v > 0 && v < least; });
                if (shown)
                    QVERIFY2(!small && values.size() == 1, qPrintable(view));
                else if (small)
                    QVERIFY2(std::ssize(values) >= choices, qPrintable(view + u": "_s + QString::number(values.size())));
            }
        }
    }
};

QTEST_GUILESS_MAIN(SmallCountsTest)
#include "SmallCountsTest.moc"
