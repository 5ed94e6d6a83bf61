#include "admin/ProfileDiff.h"

#include "crypto/Digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 80;

QString textOf(const QJsonValue& value)
{
    return value.isString() ? value.toString()
                            : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1));
}

QString shown(const QString& value)
{
    const QByteArray text = value.toUtf8();
    if (text.size() <= longestShown && !text.contains('\n'))
        return value;
    return u"SHA-256 %1… (%2 bytes)"_s.arg(QString::fromLatin1(toBytes(sha256(text)).toHex().first(16))).arg(text.size());
}

void flatten(const QJsonValue& value, const QString& path, QMap<QString, QString>& into)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            flatten(member.value(), path.isEmpty() ? member.key() : path + u'.' + member.key(), into);
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (qsizetype n = 0; n < list.size(); ++n) {
            QString name = QString::number(n);
            for (const auto id : {"id"_L1, "name"_L1, "schedule"_L1}) {
                if (list[n][id].isString()) {
                    name = list[n][id].toString();
                    break;
                }
            }
            flatten(list[n], path + u'[' + name + u']', into);
        }
    } else {
        into.insert(path, textOf(value)); // whole, for what is shown may be cut
    }
}

QMap<QString, QString> membersOf(QByteArrayView json)
{
    QMap<QString, QString> members;
    flatten(QJsonDocument::fromJson(json.toByteArray()).object(), {}, members);
    return members;
}

} // namespace

QStringList profileDiff(QByteArrayView from, QByteArrayView to)
{
    const auto before = membersOf(from), after = membersOf(to);
    QMap<QString, QString> every = before;
    every.insert(after);
    QStringList lines;
    for (const QString& path : every.keys()) {
        const auto old = before.find(path), fresh = after.find(path);
        if (old != before.end() && fresh != after.end() && *old == *fresh)
            continue;
        if (old != before.end())
            lines += u"- "_s + path + u": "_s + shown(*old);
        if (fresh != after.end())
            lines += u"+ "_s + path + u": "_s + shown(*fresh);
    }
    return lines;
}

} // namespace casebound
