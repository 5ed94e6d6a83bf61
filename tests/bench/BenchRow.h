// What the benchmarks share: a row of what tests/bench/run.py collects, and the median.
#pragma once

#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <vector>

namespace casebound::bench {

/// `target`: the upper bound of value / baseline; null where it is only shown.
[[nodiscard]] inline QJsonObject benchRow(const QString& group, const QString& name, const QString& unit, double value,
                                          const QString& baselineName, double baseline, const QJsonValue& target)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("group"), group},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("value"), value},
            {QStringLiteral("baseline_name"), baselineName},
            {QStringLiteral("baseline"), baseline},
            {QStringLiteral("ratio"), value / baseline},
            {QStringLiteral("target"), target}};
}

/// Beside what it may be at most.
[[nodiscard]] inline QJsonObject budgetRow(const QString& group, const QString& name, const QString& unit, double value, double most)
{
    return benchRow(group, name, unit, value, QStringLiteral("budget"), most, 1.0);
}

/// Of at least one value; the upper one of two in the middle.
[[nodiscard]] inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace casebound::bench
