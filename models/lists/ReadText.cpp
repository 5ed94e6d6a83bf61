#include "lists/ReadText.h"

#include "domain/Reference.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

std::int64_t secondsSince(Instant at, Instant now)
{
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(now - at).count());
}

} // namespace

QString ReadText::time(Instant at, const QTimeZone& zone)
{
    return toDateTime(at).toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss");
}

QString ReadText::timeInFull(Instant at, const QTimeZone& zone)
{
    const QDateTime utc = toDateTime(at);
    const QDateTime local = utc.toTimeZone(zone);
    if (local.offsetFromUtc() == 0)
        return QStringLiteral("%1 UTC").arg(utc.toString(u"yyyy-MM-dd HH:mm:ss"));
    return tr("%1 %2 (%3 UTC)")
        .arg(local.toString(u"yyyy-MM-dd HH:mm:ss"), local.timeZoneAbbreviation(), utc.toString(u"yyyy-MM-dd HH:mm:ss"));
}

int ReadText::ageDays(Instant at, Instant now)
{
    return static_cast<int>(secondsSince(at, now) / day);
}

QString ReadText::age(Instant at, Instant now)
{
    const std::int64_t seconds = secondsSince(at, now);
    const auto words = [](std::int64_t count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(QLocale().toString(count));
    };
    if (seconds < minute)
        return tr("under 1 minute");
    if (seconds < hour)
        return words(seconds / minute, tr("1 minute"), tr("%1 minutes"));
    if (seconds < day)
        return words(seconds / hour, tr("1 hour"), tr("%1 hours"));
    const std::int64_t days = seconds / day;
    if (days < 90)
        return words(days, tr("1 day"), tr("%1 days"));
    if (days < 730)
        return words(days * 12 / 365, tr("1 month"), tr("%1 months"));
    return words(days * 4 / 1461, tr("1 year"), tr("%1 years"));
}

QString ReadText::shortAge(Instant at, Instant now)
{
    const std::int64_t seconds = secondsSince(at, now), days = seconds / day;
    const auto number = [](std::int64_t count) { return QLocale().toString(count); };
    if (seconds < hour)
        //: Age of a read on the map, as short as can be: under an hour.
        return tr("< 1 h");
    if (seconds < day)
        //: Hours, as short as can be.
        return tr("%1 h").arg(number(seconds / hour));
    if (days < 90)
        //: Days, as short as can be.
        return tr("%1 d").arg(number(days));
    if (days < 730)
        //: Months, as short as can be.
        return tr("%1 mo").arg(number(days * 12 / 365));
    //: Years, as short as can be.
    return tr("%1 y").arg(number(days * 4 / 1461));
}

QString ReadText::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unverified: return tr("Unverified");
    case Verdict::Confirmed: return tr("Confirmed");
    case Verdict::DifferentPlate: return tr("Different plate");
    case Verdict::Unreadable: return tr("Unreadable");
    }
    return {};
}

QString ReadText::camera(const QString& id, CameraKind kind)
{
    if (id.isEmpty())
        return {};
    switch (kind) {
    case CameraKind::Unknown: return id;
    case CameraKind::Fixed: return tr("%1, fixed").arg(id);
    case CameraKind::Mobile: return tr("%1, mobile").arg(id);
    }
    return id;
}

QString ReadText::place(const QString& address, bool hasLocation, double latitude, double longitude)
{
    if (!address.isEmpty())
        return address;
    if (!hasLocation)
        return notGiven();
    return QStringLiteral("%1, %2").arg(QString::number(latitude, 'f', 5), QString::number(longitude, 'f', 5));
}

QString ReadText::confidence(double value)
{
    // Rounded down: 99.9 % is not "100 %".
    return std::isnan(value) ? notGiven() : tr("%1 %").arg(static_cast<int>(std::floor(std::clamp(value, 0.0, 1.0) * 100 + 1e-6)));
}

QString ReadText::jurisdiction(const QString& key)
{
    if (key.isEmpty())
        return notGiven();
    const Jurisdiction* known = Reference::builtIn().jurisdiction(JurisdictionKey(key));
    return known ? QStringLiteral("%1 (%2)").arg(known->name, known->key.text()) : tr("%1 (unknown to Casebound)").arg(key);
}

QString ReadText::vehicle(const QString& make, const QString& model, const QString& color, const QString& body)
{
    QStringList words;
    for (const QString& word : {color, make, model})
        if (!word.isEmpty())
            words.append(word);
    const QString name = words.join(u' ');
    if (body.isEmpty())
        return name;
    return name.isEmpty() ? body : QStringLiteral("%1, %2").arg(name, body);
}

QString ReadText::notGiven()
{
    return tr("not given");
}

} // namespace casebound
