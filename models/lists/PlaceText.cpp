#include "lists/PlaceText.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace casebound {

using namespace Qt::StringLiterals;

QString PlaceText::category(const QString& id)
{
    const std::array<std::pair<QLatin1StringView, QString>, 9> words{{
        {"school"_L1, tr("school or college")},
        {"hospital"_L1, tr("hospital or health care")},
        {"worship"_L1, tr("place of worship")},
        {"ceremony"_L1, tr("place of funerals, weddings or ceremonies")},
        {"demonstration"_L1, tr("place of public demonstrations")},
        {"children"_L1, tr("place where children gather")},
        {"social"_L1, tr("social services")},
        {"disaster"_L1, tr("disaster or emergency relief")},
        {"court"_L1, tr("courthouse")},
    }};
    const auto found = std::ranges::find(words, id, &std::pair<QLatin1StringView, QString>::first);
    return found == words.end() ? id : found->second;
}

QString PlaceText::place(const NearPlace& near)
{
    const QString name = near.place->name.isEmpty() ? tr("a place without a name") : near.place->name;
    if (near.metres <= 0)
        //: %1: name of a place, %2: its category.
        return tr("%1 (%2), inside").arg(name, category(near.place->category));
    //: %1: name of a place, %2: its category, %3: distance in metres.
    return tr("%1 (%2), %3 m").arg(name, category(near.place->category), QLocale().toString(std::max(1L, std::lround(near.metres))));
}

QString PlaceText::withNote(const std::vector<NearPlace>& near, const QString& note)
{
    if (near.empty())
        return note;
    //: Note of a read. %1: "Compass Rose School (school or college), 40 m".
    QString words = tr("Sensitive place: %1").arg(place(near.front()));
    if (near.size() > 1)
        //: Follows a place. %1: number of further places.
        words += tr("; and %1 more").arg(QLocale().toString(qulonglong(near.size() - 1)));
    return note.isEmpty() ? words : words + u" · "_s + note;
}

QString PlaceText::notice(const std::vector<NearPlace>& near, const SensitivePlacesLayer& layer)
{
    if (near.empty() || !layer.places)
        return {};
    constexpr std::size_t most = 3; // a notice that fills the page is not read
    QStringList places;
    for (std::size_t n = 0; n < std::min(near.size(), most); ++n)
        places += place(near[n]);
    //: %1: one to three places, separated by semicolons.
    QString words = tr("This read is near a sensitive place: %1").arg(places.join(u"; "_s));
    if (near.size() > most)
        words += tr("; and %1 more").arg(QLocale().toString(qulonglong(near.size() - most)));
    words +=
        u". "_s + tr("The agency’s policy on sensitive places may limit or forbid enforcement action there. Ask your supervisor before "
                     "you act on it; the read can help to choose another place.");
    //: %1: date, %2: where the data is from.
    words += u' ' + tr("Places data of %1, incomplete by nature (%2).")
                        .arg(layer.places->source().date.toString(Qt::ISODate), layer.places->source().name);
    if (layer.places->source().simplifiedMetres > 0)
        //: %1: metres.
        words += u' ' + tr("Outlines may be off by %1 m.").arg(QLocale().toString(layer.places->source().simplifiedMetres));
    return words;
}

} // namespace casebound
