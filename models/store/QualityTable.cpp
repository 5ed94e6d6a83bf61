#include "store/QualityTable.h"

#include "store/Statement.h"

namespace casebound {
namespace {

/// Two characters a pair; a space stands for none. Never change: stored.
QString textOf(const std::vector<CharacterPair>& pairs)
{
    QString text;
    for (const CharacterPair& pair : pairs) {
        for (const QChar c : {pair.shown, pair.read})
            text += c.isNull() ? QChar(u' ') : c;
    }
    return text;
}

std::vector<CharacterPair> pairsOf(const QString& text)
{
    const auto character = [&](qsizetype at) { return text[at] == u' ' ? QChar() : text[at]; };
    std::vector<CharacterPair> pairs;
    for (qsizetype n = 0; n + 1 < text.size(); n += 2)
        pairs.push_back({.shown = character(n), .read = character(n + 1)});
    return pairs;
}

} // namespace

std::expected<void, StoreFault> QualityTable::put(const QualitySample& sample)
{
    Statement statement(m_database, "INSERT OR REPLACE INTO quality_sample VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(QByteArrayView(sample.read)).bind(std::int64_t{sample.day.toJulianDay()}).bind(sample.camera).bind(sample.contributor);
    statement.bind(sample.jurisdiction).bind(static_cast<std::int64_t>(sample.outcome)).bind(textOf(sample.confusions));
    if (sample.jurisdictionRight)
        statement.bind(std::int64_t{*sample.jurisdictionRight});
    else
        statement.bindNull();
    return statement.run();
}

std::expected<std::vector<QualitySample>, StoreFault> QualityTable::between(QDate first, QDate last) const
{
    Statement rows(m_database, "SELECT read, day, camera, contributor, jurisdiction, outcome, confusions, jurisdiction_right"
                               " FROM quality_sample WHERE day BETWEEN ? AND ? ORDER BY day, read");
    rows.bind(std::int64_t{first.toJulianDay()}).bind(std::int64_t{last.toJulianDay()});
    std::vector<QualitySample> samples;
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return samples;
        samples.push_back({.read = rows.blob(0),
                           .day = QDate::fromJulianDay(rows.integer(1)),
                           .camera = rows.text(2),
                           .contributor = rows.text(3),
                           .jurisdiction = rows.text(4),
                           .outcome = static_cast<ReadOutcome>(rows.integer(5)),
                           .confusions = pairsOf(rows.text(6)),
                           .jurisdictionRight = rows.isNull(7) ? std::nullopt : std::optional(rows.integer(7) != 0)});
    }
}

} // namespace casebound
