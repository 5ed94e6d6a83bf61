#include "domain/ReferenceFile.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace casebound {

namespace {

[[noreturn]] void malformed(QLatin1StringView what, const QString& where)
{
    qFatal("Reference data is malformed: %s %s", what.constData(), qPrintable(where));
}

} // namespace

QJsonObject referenceFile(QLatin1StringView name)
{
    QFile file(u":/casebound/reference/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        malformed("missing file"_L1, name);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        malformed("not a JSON object"_L1, name);
    }
    return document.object();
}

QString requiredText(const QJsonObject& object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    if (!value.isString() || value.toString().isEmpty()) {
        malformed("text member"_L1, member);
    }
    return value.toString();
}

QJsonArray requiredArray(const QJsonObject& object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    if (!value.isArray()) {
        malformed("array member"_L1, member);
    }
    return value.toArray();
}

QJsonObject requiredObject(const QJsonObject& object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    if (!value.isObject()) {
        malformed("object member"_L1, member);
    }
    return value.toObject();
}

QStringList texts(const QJsonObject& object, QLatin1StringView member)
{
    QStringList list;
    for (const QJsonValue& value : object.value(member).toArray()) {
        if (!value.isString()) {
            malformed("list of texts"_L1, member);
        }
        list.append(value.toString());
    }
    return list;
}

SourceMark sourceMark(const QJsonObject& object)
{
    const QJsonObject verification = object.value("verification"_L1).toObject();
    const QString status = verification.value("status"_L1).toString();
    SourceMark mark{.source = verification.value("source"_L1).toString(), .note = verification.value("note"_L1).toString()};
    if (status == "verified"_L1) {
        mark.mark = VerifiedMark::Verified;
    } else if (status == "partly_verified"_L1) {
        mark.mark = VerifiedMark::PartlyVerified;
    }
    return mark;
}

} // namespace casebound
