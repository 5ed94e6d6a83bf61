#include "practice_vendor/VendorApi.h"

#include "practice_vendor/BodyMembers.h"
#include "practice_vendor/Problem.h"
#include "practice_vendor/ReadJson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

constexpr int usersPage = 200;

HttpAnswer json(const QJsonObject& body)
{
    return {.headers = {}, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue::Null : QJsonValue(text);
}

HttpAnswer notFound()
{
    return problem(404, u"not_found"_s, u"The contract has no such call."_s);
}

HttpAnswer wrongMethod()
{
    return problem(405, u"method_not_allowed"_s, u"The contract has no such method here."_s);
}

/// "/v1/queries/ID/reads" → ID; nothing for another path.
std::optional<QString> pagedQuery(const QString& path)
{
    static const QString before = u"/v1/queries/"_s;
    static const QString after = u"/reads"_s;
    if (!path.startsWith(before) || !path.endsWith(after) || path.size() <= before.size() + after.size())
        return std::nullopt;
    return path.sliced(before.size()).chopped(after.size());
}

} // namespace

VendorApi::VendorApi(const VendorOptions& options, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_town(options.seed, options.clock.now()),
      m_pictures(m_town),
      m_queries(m_town, m_pictures, m_options.clock, options.limits),
      m_alerts(m_town, m_pictures, m_options.clock, m_faults, options.alertListMax)
{
}

std::optional<Route> VendorApi::routeOf(const HttpRequest& request)
{
    const QString& path = request.path;
    if (path == u"/v1/capabilities")
        return Route::Capabilities;
    if (path == u"/v1/queries")
        return Route::Queries;
    if (pagedQuery(path))
        return Route::Reads;
    if (path.startsWith(u"/v1/images/"))
        return Route::Images;
    if (path == u"/v1/alerts/stream")
        return Route::Stream;
    if (path == u"/v1/alerts/hits")
        return Route::Hits;
    if (path == u"/v1/alerts" || path.startsWith(u"/v1/alerts/"))
        return Route::Alerts;
    if (path == u"/v1/users")
        return Route::Users;
    if (path == u"/v1/audit/queries")
        return Route::Audit;
    return std::nullopt;
}

void VendorApi::handle(const HttpRequest& request, const Respond& respond)
{
    const std::optional<Route> route = routeOf(request);
    if (!route) {
        respond(notFound());
        return;
    }
    if (request.user.isEmpty()) {
        respond(problem(401, u"no_client_certificate"_s, u"The client certificate names nobody."_s));
        return;
    }
    if (std::optional<HttpAnswer> answer = m_faults.instead(*route)) {
        respond(std::move(*answer));
        return;
    }
    FaultContext context{.route = *route,
                         .limit = request.parameter(u"limit"_s).value_or(QString()).toInt(),
                         .cursor = request.parameter(u"cursor"_s).value_or(QString())};
    if (*route == Route::Queries)
        context.limit = QJsonDocument::fromJson(request.body)["limit"_L1].toInt();
    dispatch(request, *route, [this, context, respond](HttpAnswer answer) {
        m_faults.spoil(answer, context);
        respond(std::move(answer));
    });
}

void VendorApi::dispatch(const HttpRequest& request, Route route, const Respond& respond)
{
    const bool get = request.method == "GET";
    if (route != Route::Queries && route != Route::Alerts && !get) {
        respond(wrongMethod());
        return;
    }
    switch (route) {
    case Route::Capabilities: respond(capabilities()); return;
    case Route::Queries:
        if (request.method == "POST")
            m_queries.post(request, respond);
        else
            respond(wrongMethod());
        return;
    case Route::Reads: m_queries.page(request, *pagedQuery(request.path), respond); return;
    case Route::Images: image(request, respond); return;
    case Route::Alerts: respond(alertCall(request)); return;
    case Route::Stream:
        respond(notFound()); // only where alert_stream is false; the server opens it otherwise
        return;
    case Route::Hits: respond(m_alerts.poll(request)); return;
    case Route::Users: respond(m_options.userList ? users(request) : notFound()); return;
    case Route::Audit: respond(m_options.queryAudit ? m_queries.audit(request) : notFound()); return;
    }
}

HttpAnswer VendorApi::capabilities() const
{
    QJsonArray fields;
    if (m_options.queryAudit)
        for (const char16_t* field : {u"query_id", u"user_id", u"on_behalf_of", u"plate", u"jurisdiction", u"from", u"to", u"case_number",
                                      u"reason_code", u"reason_text", u"received_at", u"total"})
            fields.append(QString::fromUtf16(field));
    return json({{u"vendor"_s, u"Port Meridian Practice Vendor"_s},
                 {u"api"_s, u"1.0"_s},
                 {u"time"_s, timeText(m_options.clock.nowMs())},
                 {u"query_audit"_s, m_options.queryAudit},
                 {u"audit_fields"_s, fields},
                 {u"alert_stream"_s, m_options.alertStream},
                 {u"user_list"_s, m_options.userList},
                 {u"max_lookback_days"_s, m_queries.limits().lookbackDays},
                 {u"page_limit_max"_s, m_queries.limits().pageMax},
                 {u"alert_list_max"_s, m_alerts.listMax()},
                 {u"image_formats"_s, QJsonArray{u"image/jpeg"_s, u"image/png"_s}},
                 {u"claimed_plate_accuracy"_s, 0.98}}); // claimed: the planted misreads are some 8 %
}

HttpAnswer VendorApi::users(const HttpRequest& request) const
{
    const auto& all = m_town.data().users;
    std::size_t at = 0;
    if (const QString cursor = request.parameter(u"cursor"_s).value_or(QString()); !cursor.isEmpty()) {
        while (at < all.size() && all[at].id != cursor)
            ++at;
        if (at++ >= all.size())
            return problem(410, u"cursor_expired"_s, u"The cursor is not known."_s);
    }
    QJsonArray list;
    for (; at < all.size() && list.size() < usersPage; ++at)
        list.append(QJsonObject{{u"user_id"_s, all[at].id},
                                {u"name"_s, all[at].name},
                                {u"active"_s, all[at].active},
                                {u"trained_on"_s, orNull(all[at].trainedOn)},
                                {u"training_expires_on"_s, orNull(all[at].trainingExpiresOn)}});
    return json({{u"users"_s, list}, {u"next"_s, at < all.size() ? QJsonValue(all[at - 1].id) : QJsonValue::Null}});
}

HttpAnswer VendorApi::alertCall(const HttpRequest& request)
{
    if (request.path == u"/v1/alerts")
        return request.method == "GET" ? m_alerts.list(request) : wrongMethod();
    const QString id = request.path.sliced(QLatin1StringView("/v1/alerts/").size());
    if (request.method == "PUT")
        return m_alerts.put(request, id);
    if (request.method == "DELETE")
        return m_alerts.remove(request, id);
    return wrongMethod();
}

void VendorApi::image(const HttpRequest& request, const Respond& respond)
{
    const std::optional<NamedImage> name = findImage(request.path.sliced(QLatin1StringView("/v1/images/").size()));
    const std::optional<Read> read = name ? m_town.read(name->readId) : std::nullopt;
    if (!read || read->is(Oddity::NoImage) || (name->kind == PictureKind::Vehicle && read->is(Oddity::NoVehicleImage))) {
        respond(problem(404, u"image_not_found"_s, u"There is no such image."_s));
        return;
    }
    if (read->is(Oddity::ImageGone)) {
        respond(problem(410, u"image_gone"_s, u"The image is no longer kept."_s));
        return;
    }
    const PictureKey key = PictureBook::keyOf(*read, name->kind);
    m_pictures.prepare({key}, [key, respond](const Pictures& pictures) {
        const Picture picture = pictures.value(key);
        respond({.contentType = picture.mediaType, .headers = {}, .body = picture.bytes});
    });
}

} // namespace casebound::practice
