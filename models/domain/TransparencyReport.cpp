#include "domain/TransparencyReport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(Matter matter)
{
    return matter == Matter::Criminal ? u"criminal"_s : u"administrative"_s;
}

std::vector<CountCell> cellsOf(const std::map<QString, std::int64_t>& counts)
{
    std::vector<CountCell> cells;
    for (const auto& [key, count] : counts)
        cells.push_back({.key = key, .count = count});
    return cells;
}

std::optional<std::int64_t> shown(std::int64_t count, std::int64_t least)
{
    return count == 0 || count >= least ? std::optional(count) : std::nullopt;
}

/// Name and table of what a month shows, in the report's order.
void eachTable(const ShownMonth& month, const std::function<void(const QString&, const ShownTable&)>& visit)
{
    if (month.matters)
        visit(u"matter"_s, *month.matters);
    for (const auto& [matter, table] : month.reasons)
        visit(u"reason_"_s + wordOf(matter), table);
    if (month.outcomes)
        visit(u"outcome"_s, *month.outcomes);
    if (month.exceptions)
        visit(u"exception"_s, *month.exceptions);
    if (month.verdicts)
        visit(u"verdict"_s, *month.verdicts);
    if (month.reviewItems)
        visit(u"review_item"_s, *month.reviewItems);
}

QJsonValue jsonOf(const std::optional<std::int64_t>& count)
{
    return count ? QJsonValue(qint64(*count)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString ReportMonth::text() const
{
    return u"%1-%2"_s.arg(year, 4, 10, '0'_L1).arg(month, 2, 10, '0'_L1);
}

ShownMonth shownMonth(const MonthCounts& counts, std::int64_t least)
{
    ShownMonth month{.month = counts.month, .reviewsSigned = counts.reviewsSigned};
    std::map<Matter, std::vector<CountCell>> reasons;
    std::map<QString, std::int64_t> matters{{wordOf(Matter::Criminal), 0}, {wordOf(Matter::Administrative), 0}};
    for (const auto& [key, count] : counts.queries) {
        matters[wordOf(key.first)] += count;
        reasons[key.first].push_back({.key = key.second, .count = count});
    }

    // These share one total: where one of them cannot be protected, the total would give it away in another.
    month.matters = withholdSmall(cellsOf(matters), least);
    month.outcomes = withholdSmall(cellsOf(counts.outcomes), least);
    month.withheld = !month.matters || !month.outcomes;
    const bool bothShown =
        month.matters && std::ranges::all_of(month.matters->cells, [](const ShownCell& c) { return c.count.has_value(); });
    if (bothShown) {
        for (const auto& [matter, cells] : reasons) {
            if (auto table = withholdSmall(cells, least))
                month.reasons.emplace(matter, *std::move(table));
            else
                month.withheld = true;
        }
    }
    if (month.withheld) {
        month.matters.reset();
        month.outcomes.reset();
        month.reasons.clear();
    }
    month.exceptions = withholdSmall(cellsOf(counts.exceptions), least);
    month.verdicts = withholdSmall(cellsOf(counts.verdicts), least);
    month.reviewItems = withholdSmall(cellsOf(counts.reviewItems), least);
    month.refused = shown(counts.refused, least);
    month.exports = shown(counts.exports, least);
    month.complaints = shown(counts.complaints, least);
    return month;
}

QByteArray toCsv(const TransparencyReport& report)
{
    QByteArray csv = "month,table,item,count\r\n";
    for (const ShownMonth& month : report.months) {
        const auto line = [&](const QString& table, const QString& item, const std::optional<std::int64_t>& count) {
            csv += (month.month.text() + u',' + table + u',' + item + u',' + (count ? QString::number(*count) : u"-"_s)).toUtf8() + "\r\n";
        };
        if (month.withheld)
            line(u"matter"_s, u"total"_s, std::nullopt);
        eachTable(month, [&](const QString& name, const ShownTable& table) {
            line(name, u"total"_s, table.total);
            for (const ShownCell& cell : table.cells)
                line(name, cell.key, cell.count);
        });
        line(u"refused"_s, u"total"_s, month.refused);
        line(u"export"_s, u"total"_s, month.exports);
        line(u"complaint"_s, u"total"_s, month.complaints);
        line(u"review_signed"_s, u"total"_s, month.reviewsSigned);
    }
    return csv;
}

QByteArray toJson(const TransparencyReport& report)
{
    QJsonArray months;
    for (const ShownMonth& month : report.months) {
        QJsonObject tables;
        eachTable(month, [&](const QString& name, const ShownTable& table) {
            QJsonObject counts;
            for (const ShownCell& cell : table.cells)
                counts.insert(cell.key, jsonOf(cell.count));
            tables.insert(name, QJsonObject{{"total"_L1, qint64(table.total)}, {"counts"_L1, counts}});
        });
        months.append(QJsonObject{{"month"_L1, month.month.text()},
                                  {"withheld"_L1, month.withheld},
                                  {"tables"_L1, tables},
                                  {"refused"_L1, jsonOf(month.refused)},
                                  {"exports"_L1, jsonOf(month.exports)},
                                  {"complaints"_L1, jsonOf(month.complaints)},
                                  {"reviews_signed"_L1, qint64(month.reviewsSigned)}});
    }
    const QJsonObject whole{{"report"_L1, u"casebound transparency report"_s},
                            {"version"_L1, 1},
                            {"office"_L1, report.office},
                            {"counts_withheld_below"_L1, qint64(leastShownCount)},
                            {"months"_L1, months}};
    return QJsonDocument(whole).toJson();
}

} // namespace casebound
