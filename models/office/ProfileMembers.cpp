#include "office/ProfileMembers.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebound {

namespace {

constexpr double exactIntegers = 9007199254740991.0; // 2^53 − 1

bool isPlainText(const QString& text)
{
    return text.isValidUtf16() &&
           std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
}

} // namespace

ProfileMembers::ProfileMembers(QJsonObject object, QString path, std::optional<ProfileProblem>& problem)
    : m_object(std::move(object)),
      m_path(std::move(path)),
      m_problem(problem)
{
}

QString ProfileMembers::place(QLatin1StringView name) const
{
    return m_path.isEmpty() || name.isEmpty() ? m_path + name : m_path + u'.' + name;
}

void ProfileMembers::refuse(ProfileFault fault, QLatin1StringView name)
{
    if (!m_problem)
        m_problem = ProfileProblem{.fault = fault, .member = place(name)};
}

QJsonValue ProfileMembers::take(QLatin1StringView name, QJsonValue::Type type)
{
    QJsonValue value = m_object.take(name);
    if (value.type() != type)
        refuse(ProfileFault::Malformed, name);
    return value;
}

QString ProfileMembers::text(QLatin1StringView name, qsizetype least, qsizetype most)
{
    const QString text = take(name, QJsonValue::String).toString();
    if (text.size() < least || text.size() > most || !isPlainText(text))
        refuse(ProfileFault::Malformed, name);
    return text;
}

QString ProfileMembers::name(QLatin1StringView member)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"));
    const QString text = take(member, QJsonValue::String).toString();
    if (!form.match(text).hasMatch())
        refuse(ProfileFault::Malformed, member);
    return text;
}

int ProfileMembers::number(QLatin1StringView name, int least, int most)
{
    const double value = take(name, QJsonValue::Double).toDouble();
    if (value < least || value > most || value != static_cast<double>(static_cast<int>(value))) {
        refuse(ProfileFault::Malformed, name);
        return least;
    }
    return static_cast<int>(value);
}

std::uint64_t ProfileMembers::serial(QLatin1StringView name)
{
    const double value = take(name, QJsonValue::Double).toDouble();
    const auto whole = value >= 1 && value <= exactIntegers ? static_cast<std::uint64_t>(value) : 0;
    if (whole == 0 || static_cast<double>(whole) != value)
        refuse(ProfileFault::Malformed, name);
    return whole;
}

bool ProfileMembers::truth(QLatin1StringView name)
{
    return take(name, QJsonValue::Bool).toBool();
}

QDate ProfileMembers::date(QLatin1StringView name)
{
    const QString text = take(name, QJsonValue::String).toString();
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid() || text.size() != 10)
        refuse(ProfileFault::Malformed, name);
    return date;
}

Instant ProfileMembers::instant(QLatin1StringView name)
{
    const QString text = take(name, QJsonValue::String).toString();
    QDateTime at = QDateTime::fromString(text, QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
    at.setTimeZone(QTimeZone::UTC);
    if (!at.isValid() || text.size() != 20) {
        refuse(ProfileFault::Malformed, name);
        return {};
    }
    return toInstant(at);
}

QByteArray ProfileMembers::base64(QLatin1StringView name, qsizetype most)
{
    const QByteArray text = take(name, QJsonValue::String).toString().toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).isEmpty() || (*decoded).size() > most || (*decoded).toBase64() != text) {
        refuse(ProfileFault::Malformed, name);
        return {};
    }
    return *decoded;
}

QByteArray ProfileMembers::sha256(QLatin1StringView name)
{
    const QByteArray text = take(name, QJsonValue::String).toString().toLatin1();
    const QByteArray digest = QByteArray::fromHex(text);
    if (digest.size() != 32 || digest.toHex() != text)
        refuse(ProfileFault::Malformed, name);
    return digest;
}

QStringList ProfileMembers::texts(QLatin1StringView name, qsizetype mostEntries, qsizetype mostLength)
{
    const QJsonArray list = take(name, QJsonValue::Array).toArray();
    QStringList texts;
    for (const auto& value : list) {
        const QString text = value.toString();
        if (!value.isString() || text.isEmpty() || text.size() > mostLength || !isPlainText(text))
            refuse(ProfileFault::Malformed, name);
        texts += text;
    }
    if (list.size() > mostEntries)
        refuse(ProfileFault::Malformed, name);
    return texts;
}

void ProfileMembers::object(QLatin1StringView name, const std::function<void(ProfileMembers&)>& read)
{
    ProfileMembers members(take(name, QJsonValue::Object).toObject(), place(name), m_problem);
    read(members);
    members.end();
}

void ProfileMembers::objects(QLatin1StringView name, qsizetype most, const std::function<void(ProfileMembers&)>& read)
{
    const QJsonArray list = take(name, QJsonValue::Array).toArray();
    if (list.size() > most)
        return refuse(ProfileFault::Malformed, name);
    for (qsizetype n = 0; n < list.size() && !m_problem; ++n) {
        ProfileMembers members(list[n].toObject(), place(name) + u'[' + QString::number(n) + u']', m_problem);
        if (!list[n].isObject())
            members.refuse(ProfileFault::Malformed);
        read(members);
        members.end();
    }
}

void ProfileMembers::end()
{
    if (!m_object.isEmpty() && !m_problem)
        m_problem = ProfileProblem{.fault = ProfileFault::UnknownMember,
                                   .member = m_path.isEmpty() ? m_object.keys().front() : m_path + u'.' + m_object.keys().front()};
}

} // namespace casebound
