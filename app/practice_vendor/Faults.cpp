#include "practice_vendor/Faults.h"

#include "practice_vendor/Problem.h"
#include "practice_vendor/SpoiledJson.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;
using enum FaultKind;
using enum Route;

constexpr std::array faults{
    FaultInfo{MalformedJson, "malformed-json", Queries, "the body ends in the middle of a member"},
    FaultInfo{MissingMember, "missing-member", Queries, "a required member is absent"},
    FaultInfo{IllTypedMember, "ill-typed-member", Queries, "a required member has another type"},
    FaultInfo{NullMember, "null-member", Queries, "a required member is null"},
    FaultInfo{DoubledName, "doubled-name", Queries, "an object has one name twice"},
    FaultInfo{LoneSurrogate, "lone-surrogate", Queries, "an unknown member holds half a surrogate pair"},
    FaultInfo{DeepNesting, "deep-nesting", Queries, "an unknown member is nested 65 levels deep"},
    FaultInfo{ByteOrderMark, "byte-order-mark", Queries, "the body starts with a byte order mark"},
    FaultInfo{BadTime, "bad-time", Queries, "a captured_at with second 60"},
    FaultInfo{NotFinite, "not-finite", Queries, "a latitude of 1e999"},
    FaultInfo{Oversized, "oversized", Queries, "a JSON body over 64 MiB"},
    FaultInfo{Truncated, "truncated", Queries, "half of the promised bytes, then the end"},
    FaultInfo{TruncatedChunked, "truncated-chunked", Queries, "chunked, without the last chunk"},
    FaultInfo{WrongContentType, "wrong-content-type", Queries, "the right body as text/html"},
    FaultInfo{Encoded, "encoded", Queries, "Content-Encoding: deflate although identity was asked for"},
    FaultInfo{Redirect, "redirect", Queries, "302 to another origin"},
    FaultInfo{SlowBody, "slow-body", Queries, "a byte each 200 ms"},
    FaultInfo{Status400, "status-400", Queries, "400"},
    FaultInfo{Status401, "status-401", Queries, "401"},
    FaultInfo{Status403, "status-403", Queries, "403 without a code that refuses only this call"},
    FaultInfo{Status403NotPermitted, "status-403-not-permitted", Queries, "403, code not_permitted"},
    FaultInfo{Status404, "status-404", Queries, "404"},
    FaultInfo{Status408, "status-408", Queries, "408"},
    FaultInfo{Status409, "status-409", Queries, "409"},
    FaultInfo{Status410, "status-410", Reads, "410: the cursor expired"},
    FaultInfo{Status413, "status-413", Queries, "413"},
    FaultInfo{Status422, "status-422", Queries, "422"},
    FaultInfo{Status429, "status-429", Queries, "429, Retry-After: 1"},
    FaultInfo{Status429Long, "status-429-long", Queries, "429, Retry-After: 300"},
    FaultInfo{Status500, "status-500", Queries, "500"},
    FaultInfo{Status502, "status-502", Queries, "502, body text/html"},
    FaultInfo{Status503, "status-503", Queries, "503, no Retry-After"},
    FaultInfo{Status503Date, "status-503-date", Queries, "503, Retry-After as an HTTP date two seconds ahead"},
    FaultInfo{Status504, "status-504", Queries, "504"},
    FaultInfo{HangBeforeReceiving, "hang-before-receiving", Queries, "no answer; the request is neither recorded nor carried out"},
    FaultInfo{HangAfterReceiving, "hang-after-receiving", Queries, "recorded and carried out, but no answer"},
    FaultInfo{DropBeforeReceiving, "drop-before-receiving", Queries, "the connection ends; neither recorded nor carried out"},
    FaultInfo{DropAfterReceiving, "drop-after-receiving", Queries, "recorded and carried out, then the connection ends"},
    FaultInfo{DuplicateIdentical, "duplicate-identical", Queries, "a read comes twice, the same"},
    FaultInfo{DuplicateDiffering, "duplicate-differing", Queries, "a read comes twice, with another time"},
    FaultInfo{CountMismatch, "count-mismatch", Queries, "total is one more than there are reads"},
    FaultInfo{MissingNext, "missing-next", Queries, "next is absent"},
    FaultInfo{RepeatedCursor, "repeated-cursor", Reads, "next of a page is the page's own cursor"},
    FaultInfo{EmptyPageWithCursor, "empty-page-with-cursor", Queries, "no reads, but a next"},
    FaultInfo{TooManyReads, "too-many-reads", Queries, "more reads than limit"},
    FaultInfo{ReadOutsideWindow, "read-outside-window", Queries, "a read eleven years old"},
    FaultInfo{ReadInFuture, "read-in-future", Queries, "a read captured in an hour"},
    FaultInfo{EmptyPlate, "empty-plate", Queries, "a read whose plate is the empty text"},
    FaultInfo{OtherQueryId, "other-query-id", Queries, "the answer names another query"},
    FaultInfo{WrongOriginImage, "wrong-origin-image", Queries, "an image address at another origin"},
    FaultInfo{ImageUrlQuery, "image-url-query", Queries, "an image address with a query part"},
    FaultInfo{ImageHashWrong, "image-hash-wrong", Queries, "the first read's images have another sha256"},
    FaultInfo{ImageHashMissing, "image-hash-missing", Queries, "the first read's images have none"},
    FaultInfo{ImageTooLarge, "image-too-large", Images, "image bytes over 8 MiB"},
    FaultInfo{ImageNotAnImage, "image-not-an-image", Images, "bytes that no decoder takes"},
    FaultInfo{ImageOtherType, "image-other-type", Images, "image/tiff"},
    FaultInfo{ClockSkew, "clock-skew", Capabilities, "the vendor's clock is eleven minutes ahead"},
    FaultInfo{OtherApiMajor, "other-api-major", Capabilities, "api is 2.0"},
    FaultInfo{AuditUnknownQuery, "audit-unknown-query", Audit, "a query that nobody's log knows"},
    FaultInfo{AuditLostQuery, "audit-lost-query", Audit, "the first query of the answer is missing"},
    FaultInfo{AuditOtherFields, "audit-other-fields", Audit, "the last query has another case and another reason"},
    FaultInfo{UsersStranger, "users-stranger", Users, "an open account of somebody whom no roster knows"},
    FaultInfo{UsersLeftActive, "users-left-active", Users, "a closed account is open again"},
    FaultInfo{StreamDrop, "stream-drop", Stream, "the connection ends in the middle of a hit"},
    FaultInfo{StreamDuplicate, "stream-duplicate", Stream, "a hit comes twice"},
    FaultInfo{StreamOutOfOrder, "stream-out-of-order", Stream, "a hit waits until after the next one"},
    FaultInfo{StreamBurst, "stream-burst", Stream, "500 hits at once"},
    FaultInfo{StreamSplit, "stream-split", Stream, "a hit in packets of seven bytes"},
    FaultInfo{StreamUnknownEvent, "stream-unknown-event", Stream, "an event of an unknown type before a hit"},
    FaultInfo{StreamLongLine, "stream-long-line", Stream, "a line of 10 MB before a hit"},
    FaultInfo{StreamSilence, "stream-silence", Stream, "nothing more on this connection, not even keep-alive"},
    FaultInfo{StreamIllFormed, "stream-ill-formed", Stream, "a hit whose data is not JSON"},
    FaultInfo{StreamIdMismatch, "stream-id-mismatch", Stream, "a hit whose id is not its hit_id"},
};

constexpr std::array<std::pair<Route, const char*>, 9> routes{{{Capabilities, "capabilities"},
                                                               {Queries, "queries"},
                                                               {Reads, "reads"},
                                                               {Images, "images"},
                                                               {Alerts, "alerts"},
                                                               {Stream, "stream"},
                                                               {Hits, "hits"},
                                                               {Users, "users"},
                                                               {Audit, "audit"}}};

/// 0 where the fault is no status.
int statusOf(FaultKind kind)
{
    for (const FaultInfo& fault : faults)
        if (fault.kind == kind) {
            const QByteArrayView name(fault.name);
            return name.startsWith("status-") ? name.sliced(7, 3).toInt() : 0;
        }
    return 0;
}

HttpAnswer statusAnswer(FaultKind kind)
{
    const int status = statusOf(kind);
    QString code = u"practice_fault"_s;
    if (kind == Status403NotPermitted)
        code = u"not_permitted"_s;
    else if (kind == Status410)
        code = u"cursor_expired"_s;
    HttpAnswer answer = problem(status, code, u"A fault was asked for on the command line: %1."_s.arg(status));
    if (kind == Status429)
        answer.headers.emplace_back("Retry-After", "1");
    if (kind == Status429Long)
        answer.headers.emplace_back("Retry-After", "300");
    if (kind == Status503Date)
        answer.headers.emplace_back(
            "Retry-After",
            QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(2), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1());
    if (kind == Status502) {
        answer.contentType = "text/html";
        answer.body = "<html><body>Bad gateway (practice)</body></html>";
    }
    return answer;
}

/// No fault of an answer's form: several can lie in one.
bool isPlanted(FaultKind kind)
{
    return kind == AuditUnknownQuery || kind == AuditLostQuery || kind == AuditOtherFields || kind == UsersStranger ||
           kind == UsersLeftActive;
}

bool isJson(const HttpAnswer& answer)
{
    return answer.contentType.startsWith("application/json");
}

/// False where this answer cannot show the fault; the fault then waits for one that can.
bool strike(FaultKind kind, HttpAnswer& answer, const FaultContext& context)
{
    switch (kind) {
    case Oversized:
        answer.delivery = Delivery::Padded;
        answer.padding = qint64(64) * 1024 * 1024 + 1;
        return true;
    case ImageTooLarge:
        answer.delivery = Delivery::Padded;
        answer.padding = qint64(8) * 1024 * 1024 + 1;
        return answer.status == 200;
    case Truncated: answer.delivery = Delivery::Truncated; return answer.body.size() > 1;
    case TruncatedChunked: answer.delivery = Delivery::TruncatedChunked; return answer.body.size() > 1;
    case SlowBody: answer.delivery = Delivery::Slow; return !answer.body.isEmpty();
    case HangAfterReceiving: answer.delivery = Delivery::Never; return true;
    case DropAfterReceiving: answer.delivery = Delivery::Dropped; return true;
    case WrongContentType: answer.contentType = "text/html; charset=utf-8"; return true;
    case Encoded:
        answer.body = qCompress(answer.body).sliced(4); // without Qt's length prefix this is a zlib stream: HTTP's "deflate"
        answer.headers.emplace_back("Content-Encoding", "deflate");
        return true;
    case ImageNotAnImage: answer.body = "this is not an image"; return answer.status == 200;
    case ImageOtherType: answer.contentType = "image/tiff"; return answer.status == 200;
    case MalformedJson:
        answer.body.chop(std::min<qsizetype>(answer.body.size(), 2));
        answer.body += ",\"cut";
        return isJson(answer);
    case ByteOrderMark: answer.body.prepend("\xef\xbb\xbf"); return isJson(answer);
    case MissingMember:
    case IllTypedMember:
    case NullMember:
    case DoubledName:
    case LoneSurrogate:
    case DeepNesting:
    case BadTime:
    case NotFinite:
    case DuplicateIdentical:
    case DuplicateDiffering:
    case CountMismatch:
    case MissingNext:
    case RepeatedCursor:
    case EmptyPageWithCursor:
    case TooManyReads:
    case ReadOutsideWindow:
    case ReadInFuture:
    case EmptyPlate:
    case OtherQueryId:
    case WrongOriginImage:
    case ImageUrlQuery:
    case ImageHashWrong:
    case ImageHashMissing:
    case ClockSkew:
    case AuditUnknownQuery:
    case AuditLostQuery:
    case AuditOtherFields:
    case UsersStranger:
    case UsersLeftActive:
    case OtherApiMajor: return answer.status == 200 && isJson(answer) && spoilJson(kind, answer.body, context);
    case Redirect:
    case Status400:
    case Status401:
    case Status403:
    case Status403NotPermitted:
    case Status404:
    case Status408:
    case Status409:
    case Status410:
    case Status413:
    case Status422:
    case Status429:
    case Status429Long:
    case Status500:
    case Status502:
    case Status503:
    case Status503Date:
    case Status504: return false; // instead()
    case HangBeforeReceiving:
    case DropBeforeReceiving:
    case StreamDrop:
    case StreamDuplicate:
    case StreamOutOfOrder:
    case StreamBurst:
    case StreamSplit:
    case StreamUnknownEvent:
    case StreamLongLine:
    case StreamSilence:
    case StreamIllFormed:
    case StreamIdMismatch: return false; // take()
    }
    return false;
}

} // namespace

std::span<const FaultInfo> allFaults()
{
    return faults;
}

std::span<const std::pair<Route, const char*>> allRoutes()
{
    return routes;
}

std::expected<void, QString> FaultPlan::arm(QStringView text)
{
    QStringView name = text;
    std::optional<Route> route;
    if (const qsizetype at = name.indexOf(u'@'); at >= 0) {
        const QStringView wanted = name.sliced(at + 1);
        for (const auto& [known, word] : routes)
            if (wanted == QLatin1StringView(word))
                route = known;
        if (!route)
            return std::unexpected(u"no such route: %1"_s.arg(wanted));
        name = name.first(at);
    }
    int count = 1;
    if (const qsizetype at = name.indexOf(u':'); at >= 0) {
        bool number = false;
        count = name.sliced(at + 1).toInt(&number);
        if (!number || count < 1)
            return std::unexpected(u"not a count: %1"_s.arg(name.sliced(at + 1)));
        name = name.first(at);
    }
    const auto fault = std::ranges::find_if(faults, [&](const FaultInfo& f) { return name == QLatin1StringView(f.name); });
    if (fault == faults.end())
        return std::unexpected(u"no such fault: %1"_s.arg(name));
    m_armed.push_back({.fault = fault, .route = route.value_or(fault->route), .left = count});
    return {};
}

QStringList FaultPlan::waiting() const
{
    QStringList out;
    for (const Armed& armed : m_armed)
        out += u"%1:%2"_s.arg(QLatin1StringView(armed.fault->name)).arg(armed.left);
    return out;
}

void FaultPlan::used(std::size_t index)
{
    if (--m_armed[index].left == 0)
        m_armed.erase(m_armed.begin() + static_cast<std::ptrdiff_t>(index));
}

bool FaultPlan::take(FaultKind kind, Route route)
{
    for (std::size_t i = 0; i < m_armed.size(); ++i)
        if (m_armed[i].fault->kind == kind && m_armed[i].route == route) {
            used(i);
            return true;
        }
    return false;
}

void FaultPlan::spoil(HttpAnswer& answer, const FaultContext& context)
{
    for (std::size_t i = 0; i < m_armed.size();) {
        const FaultKind kind = m_armed[i].fault->kind;
        HttpAnswer spoiled = answer;
        if (m_armed[i].route != context.route || !strike(kind, spoiled, context)) {
            ++i;
            continue;
        }
        answer = std::move(spoiled);
        const std::size_t before = m_armed.size();
        used(i);
        if (!isPlanted(kind))
            return;
        i += m_armed.size() == before ? 1 : 0;
    }
}

std::optional<HttpAnswer> FaultPlan::instead(Route route)
{
    for (std::size_t i = 0; i < m_armed.size(); ++i) {
        const FaultKind kind = m_armed[i].fault->kind;
        if (m_armed[i].route != route || (kind != Redirect && statusOf(kind) == 0))
            continue;
        used(i);
        if (kind == Redirect)
            return HttpAnswer{
                .status = 302, .contentType = {}, .headers = {{"Location", "https://elsewhere.example/v1/queries"}}, .body = {}};
        return statusAnswer(kind);
    }
    return std::nullopt;
}

} // namespace casebound::practice
