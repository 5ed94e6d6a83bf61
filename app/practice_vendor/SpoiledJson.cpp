#include "practice_vendor/SpoiledJson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;
using enum FaultKind;

/// The required member a fault of one member strikes: the first of these that the answer has.
constexpr std::array victims{"total"_L1, "reads"_L1, "vendor"_L1, "alerts"_L1, "hits"_L1, "users"_L1, "entries"_L1};

QString fromNow(qint64 seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

bool withVictim(QJsonObject& body, const auto& change)
{
    for (const QLatin1StringView name : victims)
        if (body.contains(name)) {
            change(name);
            return true;
        }
    return false;
}

/// Inserts raw text after the opening brace: what QJsonObject cannot hold.
bool prefix(QByteArray& body, const QByteArray& members)
{
    if (!body.startsWith('{') || body.startsWith("{}"))
        return false;
    body.insert(1, members + ',');
    return true;
}

bool withFirstRead(QJsonObject& body, const auto& change)
{
    QJsonArray reads = body["reads"_L1].toArray();
    if (reads.isEmpty())
        return false;
    QJsonObject read = reads[0].toObject();
    if (!change(read))
        return false;
    reads[0] = read;
    body["reads"_L1] = reads;
    return true;
}

bool withImages(QJsonObject& body, const auto& change)
{
    QJsonArray reads = body["reads"_L1].toArray();
    for (auto&& value : reads) {
        QJsonObject read = value.toObject();
        QJsonArray images = read["images"_L1].toArray();
        if (images.isEmpty())
            continue;
        for (auto&& image : images) {
            QJsonObject object = image.toObject();
            change(object);
            image = object;
        }
        read["images"_L1] = images;
        value = read;
        body["reads"_L1] = reads;
        return true;
    }
    return false;
}

bool setTime(QJsonObject& body, const QString& text)
{
    return withFirstRead(body, [&](QJsonObject& read) {
        read["captured_at"_L1] = text;
        return true;
    });
}

/// Adds a copy of the first read; a full page has no room, and the fault waits for one that has.
bool repeatRead(QJsonObject& body, const FaultContext& context, bool differing)
{
    QJsonArray reads = body["reads"_L1].toArray();
    if (reads.isEmpty() || reads.size() >= context.limit)
        return false;
    QJsonObject copy = reads[0].toObject();
    if (differing) {
        const QDateTime at = QDateTime::fromString(copy["captured_at"_L1].toString(), Qt::ISODateWithMs);
        copy["captured_at"_L1] = at.addSecs(-1).toString(Qt::ISODateWithMs);
    }
    reads.append(copy);
    body["reads"_L1] = reads;
    return true;
}

bool overfill(QJsonObject& body, const FaultContext& context)
{
    QJsonArray reads = body["reads"_L1].toArray();
    if (reads.isEmpty())
        return false;
    for (int n = 0; reads.size() <= context.limit; ++n) {
        QJsonObject more = reads[0].toObject();
        more["read_id"_L1] = u"surplus-%1"_s.arg(n);
        reads.append(more);
    }
    body["reads"_L1] = reads;
    return true;
}

bool replaceMember(QJsonObject& body, QLatin1StringView name, const QJsonValue& value)
{
    if (!body.contains(name))
        return false;
    body[name] = value;
    return true;
}

bool emptyPage(QJsonObject& body)
{
    if (!body["reads"_L1].isArray())
        return false;
    body["reads"_L1] = QJsonArray();
    body["next"_L1] = u"practice-empty"_s;
    return true;
}

/// Discrepancies for those who compare the vendor's lists with their own.
bool withList(QJsonObject& body, QLatin1StringView name, const auto& change)
{
    QJsonArray list = body[name].toArray();
    if (list.isEmpty() || !change(list))
        return false;
    body[name] = list;
    return true;
}

bool unknownQuery(QJsonArray& entries)
{
    QJsonObject more = entries[0].toObject();
    more["query_id"_L1] = u"01900000-0000-7000-8000-00000000f0f0"_s;
    more["plate"_L1] = u"PMZ9999"_s;
    more["reason_text"_L1] = u"asked past every workstation"_s;
    entries.append(more);
    return true;
}

bool lostQuery(QJsonArray& entries)
{
    entries.removeFirst();
    return true;
}

bool otherFields(QJsonArray& entries)
{
    QJsonObject last = entries.last().toObject();
    last["case_number"_L1] = u"PM-0000-OTHER"_s;
    last["reason_text"_L1] = u"=1+1 written anew at the vendor"_s; // a formula, for whoever opens a table of it
    entries.replace(entries.size() - 1, last);
    return true;
}

bool stranger(QJsonArray& users)
{
    users.append(QJsonObject{{u"user_id"_s, u"visitor-77"_s}, {u"name"_s, u"Practice Visitor"_s}, {u"active"_s, true}});
    return true;
}

bool leftActive(QJsonArray& users)
{
    for (auto&& value : users) {
        QJsonObject user = value.toObject();
        if (user["active"_L1].toBool())
            continue;
        user["active"_L1] = true;
        value = user;
        return true;
    }
    return false;
}

struct Spoiler {
    FaultKind kind;
    bool (*spoil)(QJsonObject&, const FaultContext&);
};

// The kinds that a changed object can show; the other kinds strike elsewhere.
const std::array spoilers{
    Spoiler{MissingMember,
            [](QJsonObject& body, const FaultContext&) { return withVictim(body, [&](QLatin1StringView name) { body.remove(name); }); }},
    Spoiler{IllTypedMember,
            [](QJsonObject& body, const FaultContext&) {
                return withVictim(body, [&](QLatin1StringView name) { body[name] = QJsonObject{{u"surprise"_s, true}}; });
            }},
    Spoiler{NullMember,
            [](QJsonObject& body, const FaultContext&) {
                return withVictim(body, [&](QLatin1StringView name) { body[name] = QJsonValue::Null; });
            }},
    Spoiler{BadTime, [](QJsonObject& body, const FaultContext&) { return setTime(body, u"2026-06-30T23:59:60Z"_s); }},
    Spoiler{ReadOutsideWindow, [](QJsonObject& body, const FaultContext&) { return setTime(body, fromNow(-11LL * 366 * 86'400)); }},
    Spoiler{ReadInFuture, [](QJsonObject& body, const FaultContext&) { return setTime(body, fromNow(3'600)); }},
    Spoiler{EmptyPlate,
            [](QJsonObject& body, const FaultContext&) {
                return withFirstRead(body, [](QJsonObject& read) { return replaceMember(read, "plate"_L1, QString()); });
            }},
    Spoiler{DuplicateIdentical, [](QJsonObject& body, const FaultContext& context) { return repeatRead(body, context, false); }},
    Spoiler{DuplicateDiffering, [](QJsonObject& body, const FaultContext& context) { return repeatRead(body, context, true); }},
    Spoiler{TooManyReads, overfill},
    Spoiler{CountMismatch,
            [](QJsonObject& body, const FaultContext&) { return replaceMember(body, "total"_L1, body["total"_L1].toInteger() + 1); }},
    Spoiler{MissingNext,
            [](QJsonObject& body, const FaultContext&) {
                const bool had = body.contains("next"_L1);
                body.remove("next"_L1);
                return had;
            }},
    Spoiler{RepeatedCursor,
            [](QJsonObject& body, const FaultContext& context) {
                return !context.cursor.isEmpty() && replaceMember(body, "next"_L1, context.cursor);
            }},
    Spoiler{EmptyPageWithCursor, [](QJsonObject& body, const FaultContext&) { return emptyPage(body); }},
    Spoiler{OtherQueryId,
            [](QJsonObject& body, const FaultContext&) {
                return replaceMember(body, "query_id"_L1, u"01900000-0000-7000-8000-000000000000"_s);
            }},
    Spoiler{WrongOriginImage,
            [](QJsonObject& body, const FaultContext&) {
                return withImages(
                    body, [](QJsonObject& image) { image["url"_L1] = u"https://elsewhere.example"_s + image["url"_L1].toString(); });
            }},
    Spoiler{ImageUrlQuery,
            [](QJsonObject& body, const FaultContext&) {
                return withImages(body, [](QJsonObject& image) { image["url"_L1] = image["url"_L1].toString() + u"?plate=PMX4810"_s; });
            }},
    Spoiler{ImageHashWrong,
            [](QJsonObject& body, const FaultContext&) {
                return withImages(body, [](QJsonObject& image) { image["sha256"_L1] = QString(64, u'0'); });
            }},
    Spoiler{ImageHashMissing,
            [](QJsonObject& body, const FaultContext&) {
                return withImages(body, [](QJsonObject& image) { image["sha256"_L1] = QJsonValue::Null; });
            }},
    Spoiler{ClockSkew, [](QJsonObject& body, const FaultContext&) { return replaceMember(body, "time"_L1, fromNow(11 * 60)); }},
    Spoiler{AuditUnknownQuery, [](QJsonObject& body, const FaultContext&) { return withList(body, "entries"_L1, unknownQuery); }},
    Spoiler{AuditLostQuery, [](QJsonObject& body, const FaultContext&) { return withList(body, "entries"_L1, lostQuery); }},
    Spoiler{AuditOtherFields, [](QJsonObject& body, const FaultContext&) { return withList(body, "entries"_L1, otherFields); }},
    Spoiler{UsersStranger, [](QJsonObject& body, const FaultContext&) { return withList(body, "users"_L1, stranger); }},
    Spoiler{UsersLeftActive, [](QJsonObject& body, const FaultContext&) { return withList(body, "users"_L1, leftActive); }},
    Spoiler{OtherApiMajor, [](QJsonObject& body, const FaultContext&) { return replaceMember(body, "api"_L1, u"2.0"_s); }},
};

bool spoilObject(FaultKind kind, QJsonObject& body, const FaultContext& context)
{
    for (const Spoiler& spoiler : spoilers)
        if (spoiler.kind == kind)
            return spoiler.spoil(body, context);
    return false;
}

} // namespace

bool spoilJson(FaultKind kind, QByteArray& body, const FaultContext& context)
{
    if (kind == DoubledName)
        return prefix(body, R"("practice":1,"practice":2)");
    if (kind == LoneSurrogate)
        return prefix(body, R"("practice":"\ud800")");
    if (kind == DeepNesting)
        return prefix(body, "\"practice\":" + QByteArray(65, '[') + QByteArray(65, ']'));
    if (kind == NotFinite) {
        const qsizetype at = body.indexOf("\"lat\":");
        if (at < 0)
            return false;
        body.replace(at, body.indexOf(',', at) - at, "\"lat\":1e999");
        return true;
    }
    QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object.isEmpty() || !spoilObject(kind, object, context))
        return false;
    body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return true;
}

} // namespace casebound::practice
