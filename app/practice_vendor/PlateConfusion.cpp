#include "practice_vendor/PlateConfusion.h"

#include <array>
#include <vector>

namespace casebound::practice {
namespace {

// Disjoint on purpose: a misread never leaves its family, so a query finds every read that could have become its plate.
constexpr std::array<const char16_t*, 10> groups{u"0ODQ", u"1IL", u"2Z", u"5S", u"8B", u"6GC", u"UV", u"MN", u"EF", u"PR"};

QStringView groupOf(QChar c)
{
    for (const char16_t* group : groups) {
        const QStringView view(group);
        if (view.contains(c))
            return view;
    }
    return {};
}

struct Swap {
    qsizetype at;
    QChar with;
};

QString swapOne(const QString& plate, Rng& rng, bool keepClass)
{
    std::vector<Swap> swaps;
    for (qsizetype i = 0; i < plate.size(); ++i)
        for (const QChar other : groupOf(plate[i]))
            if (other != plate[i] && (!keepClass || other.isDigit() == plate[i].isDigit()))
                swaps.push_back({.at = i, .with = other});
    if (swaps.empty())
        return plate;
    const Swap& chosen = swaps[static_cast<std::size_t>(rng.below(static_cast<int>(swaps.size())))];
    QString out = plate;
    out[chosen.at] = chosen.with;
    return out;
}

} // namespace

QString familyKey(QStringView plate)
{
    QString key;
    key.reserve(plate.size());
    for (const QChar c : plate) {
        const QStringView group = groupOf(c);
        key += group.isEmpty() ? c : group.front();
    }
    return key;
}

QString vendorFold(QStringView plate)
{
    QString folded = plate.toString();
    folded.replace(QLatin1Char('O'), QLatin1Char('0')).replace(QLatin1Char('I'), QLatin1Char('1'));
    return folded;
}

QString misread(const QString& plate, Rng& rng)
{
    return swapOne(plate, rng, false);
}

QString lookalike(const QString& plate, Rng& rng)
{
    const QString kept = swapOne(plate, rng, true);
    return kept != plate ? kept : swapOne(plate, rng, false);
}

QString withoutGaps(QString layout)
{
    return layout.remove(u'|').remove(u'^');
}

QString withGapsOf(const QString& plate, const QString& like)
{
    if (withoutGaps(like).size() != plate.size())
        return plate;
    QString out;
    qsizetype at = 0;
    for (const QChar c : like)
        out += c == u'|' || c == u'^' ? c : plate[at++];
    return out;
}

} // namespace casebound::practice
