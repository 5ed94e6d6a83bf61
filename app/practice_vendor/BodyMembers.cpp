#include "practice_vendor/BodyMembers.h"

#include "practice_vendor/Problem.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace casebound::practice {

using namespace Qt::StringLiterals;

std::optional<std::int64_t> parseTime(QStringView text)
{
    static const QRegularExpression parts(u"^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.([0-9]{1,9}))?Z\\z"_s);
    const QRegularExpressionMatch match = parts.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime at = QDateTime::fromString(match.captured(1), u"yyyy-MM-ddTHH:mm:ss"_s);
    at.setTimeZone(QTimeZone::UTC);
    if (!at.isValid())
        return std::nullopt;
    const QString fraction = match.captured(2).leftJustified(6, u'0').first(6);
    return at.toMSecsSinceEpoch() * 1'000 + fraction.toLongLong();
}

QString timeText(std::int64_t milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC).toString(Qt::ISODateWithMs);
}

bool isPlate(QStringView text)
{
    return !text.isEmpty() && text.size() <= 8 &&
           std::ranges::all_of(text, [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'); });
}

bool isUuid7(const QString& text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && text.size() == 36 && text[14] == u'7' && uuid.toString(QUuid::WithoutBraces) == text;
}

BodyMembers::BodyMembers(const HttpRequest& request)
{
    const QByteArray type = request.header("content-type").toLower().replace(" ", "");
    if (type != "application/json" && type != "application/json;charset=utf-8") {
        fail(400, u"malformed_body"_s, u"The content type is not application/json."_s);
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        fail(400, u"malformed_body"_s, u"The body is not a JSON object: %1"_s.arg(error.errorString()));
    m_object = document.object();
}

void BodyMembers::fail(int status, const QString& code, const QString& detail)
{
    if (!m_failure)
        m_failure = problem(status, code, detail);
}

QJsonValue BodyMembers::required(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() || value.isNull())
        fail(400, u"missing_member"_s, u"The member %1 is missing."_s.arg(name));
    return value;
}

QString BodyMembers::text(QLatin1StringView name, int most)
{
    const QJsonValue value = required(name);
    if (!value.isString())
        fail(400, u"ill_typed_member"_s, u"The member %1 is not a text."_s.arg(name));
    const qsizetype length = value.toString().toUcs4().size();
    if (length < 1 || length > most)
        fail(422, u"invalid_value"_s, u"The member %1 must have 1 to %2 characters."_s.arg(name).arg(most));
    return value.toString();
}

QString BodyMembers::textOrNull(QLatin1StringView name, int most)
{
    const QJsonValue value = m_object.value(name);
    return value.isUndefined() || value.isNull() ? QString() : text(name, most);
}

QString BodyMembers::oneOf(QLatin1StringView name, std::initializer_list<QLatin1StringView> words)
{
    const QString value = text(name);
    if (std::ranges::none_of(words, [&](QLatin1StringView word) { return value == word; }))
        fail(422, u"invalid_value"_s, u"The member %1 has a value that is not known."_s.arg(name));
    return value;
}

QString BodyMembers::plate()
{
    const QString value = text("plate"_L1);
    if (!isPlate(value))
        fail(422, u"invalid_plate"_s, u"A plate is 1 to 8 characters of A-Z and 0-9, exact: no wildcard."_s);
    return value;
}

std::int64_t BodyMembers::time(QLatin1StringView name)
{
    const std::optional<std::int64_t> at = parseTime(text(name));
    if (!at)
        fail(400, u"ill_typed_member"_s, u"The member %1 is not an RFC 3339 time in UTC."_s.arg(name));
    return at.value_or(0);
}

int BodyMembers::count(QLatin1StringView name, int most)
{
    const QJsonValue value = required(name);
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != std::floor(number))
        fail(400, u"ill_typed_member"_s, u"The member %1 is not a count."_s.arg(name));
    if (number < 1 || number > most)
        fail(422, u"limit_out_of_range"_s, u"The member %1 must be 1 to %2."_s.arg(name).arg(most));
    return m_failure ? 1 : static_cast<int>(number);
}

} // namespace casebound::practice
