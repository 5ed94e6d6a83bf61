#include "practice_vendor/AlertDesk.h"

#include "practice_vendor/BodyMembers.h"
#include "practice_vendor/PlateConfusion.h"
#include "practice_vendor/Problem.h"
#include "practice_vendor/ReadJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <ranges>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t hitsKeptMs = 14 * dayMs;
constexpr std::int64_t longestMs = 366 * dayMs;
constexpr int listPage = 500;
constexpr int burst = 500;

HttpAnswer json(const QJsonObject& body, int status = 200)
{
    return {.status = status, .headers = {}, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

QByteArray sseEvent(const QString& id, const QByteArray& data, const QByteArray& type = "hit")
{
    return "event: " + type + "\nid: " + id.toUtf8() + "\ndata: " + data + "\n\n";
}

} // namespace

AlertDesk::AlertDesk(Town& town, PictureBook& pictures, const PracticeClock& clock, FaultPlan& faults, int listMax, QObject* parent)
    : QObject(parent),
      m_town(town),
      m_pictures(pictures),
      m_clock(clock),
      m_faults(faults),
      m_listMax(listMax)
{
    connect(&m_keepAlive, &QTimer::timeout, this, &AlertDesk::keepAlive);
    m_keepAlive.start(15s);
}

HttpAnswer AlertDesk::list(const HttpRequest& request) const
{
    const QString after = request.parameter(u"cursor"_s).value_or(QString());
    QJsonArray alerts;
    QString last;
    bool more = false;
    for (auto it = after.isEmpty() ? m_alerts.cbegin() : m_alerts.upperBound(after); it != m_alerts.cend(); ++it) {
        if (it->owner != request.user)
            continue;
        if (alerts.size() == listPage) {
            more = true;
            break;
        }
        alerts.append(it->body);
        last = it.key();
    }
    return json({{u"alerts"_s, alerts}, {u"next"_s, more ? QJsonValue(last) : QJsonValue::Null}});
}

HttpAnswer AlertDesk::put(const HttpRequest& request, const QString& alertId)
{
    BodyMembers body(request);
    if (!isUuid7(alertId))
        body.fail(422, u"invalid_alert_id"_s, u"alert_id is not a version 7 UUID."_s);
    Alert alert{.owner = request.user, .plate = body.plate(), .body = {}};
    const QString jurisdiction = body.textOrNull("jurisdiction"_L1);
    const QString caseNumber = body.text("case_number"_L1);
    const QString reasonCode = body.text("reason_code"_L1);
    const QString reasonText = body.text("reason_text"_L1, 4'096);
    alert.expiresMs = body.time("expires_at"_L1) / 1'000;
    const QString state = body.oneOf("state"_L1, {"active"_L1, "suspended"_L1});
    const std::int64_t now = m_clock.nowMs();
    if (alert.expiresMs > now + longestMs)
        body.fail(422, u"expiry_too_late"_s, u"expires_at is more than 366 days ahead."_s);
    if (alert.expiresMs <= now)
        body.fail(422, u"expiry_past"_s, u"expires_at has passed."_s);
    if (body.failure())
        return *body.failure();
    const auto old = m_alerts.constFind(alertId);
    const bool known = old != m_alerts.cend();
    if (known && old->owner != request.user)
        return problem(409, u"other_owner"_s, u"This entry belongs to somebody else."_s);
    if (!known && std::ranges::count(m_alerts, request.user, &Alert::owner) >= m_listMax)
        return problem(413, u"list_full"_s, u"The alert list holds at most %1 entries."_s.arg(m_listMax));
    alert.active = state == u"active";
    alert.body = {{u"alert_id"_s, alertId},
                  {u"owner"_s, request.user},
                  {u"plate"_s, alert.plate},
                  {u"jurisdiction"_s, jurisdiction.isEmpty() ? QJsonValue::Null : QJsonValue(jurisdiction)},
                  {u"case_number"_s, caseNumber},
                  {u"reason_code"_s, reasonCode},
                  {u"reason_text"_s, reasonText},
                  {u"expires_at"_s, timeText(alert.expiresMs)},
                  {u"state"_s, state},
                  {u"created_at"_s, known ? old->body["created_at"_L1] : QJsonValue(timeText(now))},
                  {u"updated_at"_s, timeText(now)}};
    m_alerts.insert(alertId, alert);
    return json(alert.body, known ? 200 : 201);
}

HttpAnswer AlertDesk::remove(const HttpRequest& request, const QString& alertId)
{
    const auto found = m_alerts.constFind(alertId);
    if (found == m_alerts.cend())
        return problem(404, u"alert_not_found"_s, u"No such entry."_s);
    if (found->owner != request.user)
        return problem(409, u"other_owner"_s, u"This entry belongs to somebody else."_s);
    m_alerts.erase(found);
    return {.status = 204, .contentType = {}, .headers = {}, .body = {}};
}

int AlertDesk::emitHits(const QString& plate, const QString& alertId, int count)
{
    int coming = 0;
    const QMap<QString, Alert> alerts = m_alerts;
    for (auto it = alerts.cbegin(); it != alerts.cend(); ++it) {
        if (!it->active || it->expiresMs <= m_clock.nowMs() || (!alertId.isEmpty() && it.key() != alertId) ||
            (!plate.isEmpty() && vendorFold(it->plate) != vendorFold(plate)))
            continue;
        const int number = m_faults.take(FaultKind::StreamBurst, Route::Stream) ? burst : count;
        std::vector<Read> reads;
        for (int i = 0; i < number; ++i)
            reads.push_back(m_town.addLiveRead(plate.isEmpty() ? it->plate : plate, m_clock.nowMs()));
        coming += number;
        add(it.key(), reads);
    }
    return coming;
}

void AlertDesk::emitSomeHit()
{
    std::vector<QString> ids;
    for (auto it = m_alerts.cbegin(); it != m_alerts.cend(); ++it)
        if (it->active)
            ids.push_back(it.key());
    if (!ids.empty())
        emitHits({}, ids[m_turn++ % ids.size()], 1);
}

void AlertDesk::add(const QString& alertId, const std::vector<Read>& reads)
{
    m_pictures.prepare(picturesOf(reads), [this, alertId, reads](const Pictures& pictures) {
        const auto alert = m_alerts.constFind(alertId);
        if (alert == m_alerts.cend())
            return; // deleted while the pictures were drawn
        forgetOld();
        for (const Read& read : reads) {
            const QString id = u"hit-%1"_s.arg(++m_hitCount, 9, 10, QLatin1Char('0'));
            m_hits.push_back({.id = id,
                              .owner = alert->owner,
                              .body = {{u"hit_id"_s, id}, {u"alert_id"_s, alertId}, {u"read"_s, readJson(m_town, read, pictures)}},
                              .atMs = m_clock.nowMs()});
            // The newest connection first: that is the one a fault is meant for when an older one has not been noticed as gone.
            for (Listener& listener : std::views::reverse(m_listeners))
                if (listener.user == alert->owner)
                    send(listener, m_hits.back());
        }
    });
}

void AlertDesk::send(Listener& listener, const Hit& hit)
{
    HttpConnection* connection = listener.connection;
    if (!connection || !connection->isOpen())
        return;
    const auto fault = [&](FaultKind kind) { return m_faults.take(kind, Route::Stream); };
    if (listener.silent || fault(FaultKind::StreamSilence)) {
        listener.silent = true;
        return;
    }
    const QByteArray data = QJsonDocument(hit.body).toJson(QJsonDocument::Compact);
    const QByteArray whole = sseEvent(hit.id, data);
    if (fault(FaultKind::StreamUnknownEvent))
        connection->writeStream(sseEvent(u"weather-1"_s, R"({"sky":"fog"})", "weather"));
    if (fault(FaultKind::StreamLongLine))
        connection->writeStream("data: " + QByteArray(10 * 1024 * 1024, 'x') + "\n\n");
    if (fault(FaultKind::StreamIllFormed))
        connection->writeStream(sseEvent(hit.id, "{\"hit_id\":"));
    else if (fault(FaultKind::StreamIdMismatch))
        connection->writeStream(sseEvent(u"hit-elsewhere"_s, data));
    else if (fault(FaultKind::StreamDrop)) {
        connection->writeStream(whole.first(whole.size() / 2));
        connection->drop();
    } else if (fault(FaultKind::StreamDuplicate))
        connection->writeStream(whole + whole);
    else if (listener.held.isEmpty() && fault(FaultKind::StreamOutOfOrder))
        listener.held = whole;
    else if (fault(FaultKind::StreamSplit))
        connection->writeStreamSplit(whole);
    else {
        connection->writeStream(whole + listener.held);
        listener.held.clear();
    }
}

std::size_t AlertDesk::firstAfter(const QString& hitId) const
{
    const auto found = std::ranges::find(m_hits, hitId, &Hit::id);
    return found == m_hits.end() ? 0 : static_cast<std::size_t>(found - m_hits.begin()) + 1;
}

void AlertDesk::forgetOld()
{
    const std::int64_t before = m_clock.nowMs() - hitsKeptMs;
    std::erase_if(m_hits, [before](const Hit& hit) { return hit.atMs < before; });
    std::erase_if(m_listeners, [](const Listener& listener) { return !listener.connection || !listener.connection->isOpen(); });
}

void AlertDesk::openStream(const HttpRequest& request, HttpConnection* connection)
{
    forgetOld();
    connection->startStream();
    Listener listener{.connection = connection, .user = request.user, .held = {}};
    connection->writeStream(": keep-alive\n\n");
    for (std::size_t i = firstAfter(QString::fromUtf8(request.header("last-event-id"))); i < m_hits.size(); ++i)
        if (m_hits[i].owner == request.user)
            send(listener, m_hits[i]);
    m_listeners.push_back(std::move(listener));
}

void AlertDesk::keepAlive()
{
    for (Listener& listener : m_listeners) {
        if (listener.connection && !listener.silent && m_faults.take(FaultKind::StreamSilence, Route::Stream))
            listener.silent = true;
        if (listener.connection && !listener.silent)
            listener.connection->writeStream(": keep-alive\n\n");
    }
    forgetOld();
}

HttpAnswer AlertDesk::poll(const HttpRequest& request) const
{
    bool number = false;
    const int limit = request.parameter(u"limit"_s).value_or(QString()).toInt(&number);
    if (!number)
        return problem(400, u"missing_member"_s, u"limit is required and a count."_s);
    if (limit < 1 || limit > listPage)
        return problem(422, u"limit_out_of_range"_s, u"limit must be 1 to %1."_s.arg(listPage));
    QJsonArray hits;
    QJsonValue next = QJsonValue::Null;
    for (std::size_t i = firstAfter(request.parameter(u"after"_s).value_or(QString())); i < m_hits.size(); ++i) {
        if (m_hits[i].owner != request.user || m_hits[i].atMs < m_clock.nowMs() - hitsKeptMs)
            continue;
        if (hits.size() == limit) {
            next = hits.last()["hit_id"_L1];
            break;
        }
        hits.append(m_hits[i].body);
    }
    return json({{u"hits"_s, hits}, {u"next"_s, next}});
}

} // namespace casebound::practice
