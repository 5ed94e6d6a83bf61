#include "practice_vendor/QueryDesk.h"

#include "practice_vendor/BodyMembers.h"
#include "practice_vendor/Problem.h"
#include "practice_vendor/ReadJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype snapshotsKept = 256;
constexpr std::int64_t dayMs = 86'400'000;
constexpr qsizetype auditPage = 500;

struct Terms {
    QString plate;
    std::int64_t fromMs = 0, toMs = 0;
    int limit = 1;
    bool auditable = false; ///< Whole and well-typed, even where the vendor refuses it.
};

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue::Null : QJsonValue(text);
}

HttpAnswer json(const QJsonObject& body, int status = 200)
{
    return {.status = status, .headers = {}, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

/// The whole body is judged, used or not: a client that sends nonsense must hear of it in practice already.
Terms readTerms(BodyMembers& body, const QueryLimits& limits, std::int64_t nowMs)
{
    Terms terms;
    terms.plate = body.plate();
    (void)body.textOrNull("jurisdiction"_L1);
    const std::int64_t from = body.time("from"_L1);
    const std::int64_t to = body.time("to"_L1);
    (void)body.text("case_number"_L1);
    (void)body.oneOf("matter"_L1, {"criminal"_L1, "administrative"_L1});
    (void)body.text("reason_code"_L1);
    (void)body.text("reason_text"_L1, 4'096);
    (void)body.textOrNull("on_behalf_of"_L1);
    terms.auditable = !body.failure();
    terms.limit = body.count("limit"_L1, limits.pageMax);
    if (from > to)
        body.fail(422, u"invalid_window"_s, u"from is later than to."_s);
    // Whole UTC days are counted: the first day that may be asked for is today less the limit.
    const std::int64_t firstDay = nowMs / dayMs - limits.lookbackDays;
    if (from < firstDay * dayMs * 1'000)
        body.fail(422, u"lookback_exceeded"_s, u"from is more than %1 days back."_s.arg(limits.lookbackDays));
    terms.fromMs = (from + 999) / 1'000; // reads are kept in milliseconds; both bounds are inclusive
    terms.toMs = to / 1'000;
    return terms;
}

} // namespace

QueryDesk::QueryDesk(const Town& town, PictureBook& pictures, const PracticeClock& clock, QueryLimits limits)
    : m_town(town),
      m_pictures(pictures),
      m_clock(clock),
      m_limits(limits)
{
}

void QueryDesk::post(const HttpRequest& request, const Respond& respond)
{
    BodyMembers body(request);
    const QString id = body.text("query_id"_L1);
    if (!isUuid7(id))
        body.fail(422, u"invalid_query_id"_s, u"query_id is not a version 7 UUID."_s);
    if (request.header("casebound-query-id") != id.toUtf8())
        body.fail(400, u"query_id_header"_s, u"The header Casebound-Query-Id does not name this query."_s);
    if (body.failure()) {
        respond(*body.failure());
        return;
    }
    if (const auto known = m_known.constFind(id);
        known != m_known.cend() && (known->user != request.user || known->body != body.object())) {
        respond(problem(409, u"query_conflict"_s, u"This query_id was used for another query."_s));
        return;
    }
    const Terms terms = readTerms(body, m_limits, m_clock.nowMs());
    if (terms.auditable && !m_known.contains(id)) {
        m_order.append(id);
        m_known.insert(id, {.body = body.object(), .user = request.user, .receivedMs = m_clock.nowMs()});
    }
    if (body.failure()) {
        respond(*body.failure());
        return;
    }
    Known& known = m_known[id];
    if (!m_snapshots.contains(id))
        remember(id, {.reads = m_town.find(terms.plate, terms.fromMs, terms.toMs), .receivedMs = known.receivedMs, .cursors = {}});
    known.total = static_cast<qint64>(m_snapshots[id].reads.size());
    sendPage(id, 0, terms.limit, true, respond);
}

void QueryDesk::remember(const QString& queryId, Snapshot snapshot)
{
    if (m_oldest.size() >= snapshotsKept)
        m_snapshots.remove(m_oldest.dequeue());
    m_oldest.enqueue(queryId);
    m_snapshots.insert(queryId, std::move(snapshot));
}

void QueryDesk::page(const HttpRequest& request, const QString& queryId, const Respond& respond)
{
    if (request.header("casebound-query-id") != queryId.toUtf8()) {
        respond(problem(400, u"query_id_header"_s, u"The header Casebound-Query-Id does not name this query."_s));
        return;
    }
    const auto known = m_known.constFind(queryId);
    if (known == m_known.cend() || known->user != request.user) {
        respond(problem(404, u"query_not_found"_s, u"No such query of yours."_s));
        return;
    }
    bool number = false;
    const int limit = request.parameter(u"limit"_s).value_or(QString()).toInt(&number);
    if (!number) {
        respond(problem(400, u"missing_member"_s, u"limit is required and a count."_s));
        return;
    }
    if (limit < 1 || limit > m_limits.pageMax) {
        respond(problem(422, u"limit_out_of_range"_s, u"limit must be 1 to %1."_s.arg(m_limits.pageMax)));
        return;
    }
    const std::optional<QString> cursor = request.parameter(u"cursor"_s);
    if (!cursor || cursor->isEmpty()) {
        respond(problem(400, u"missing_member"_s, u"cursor is required."_s));
        return;
    }
    const auto snapshot = m_snapshots.constFind(queryId);
    const auto found = snapshot == m_snapshots.cend() ? QHash<QString, Cursor>::const_iterator() : snapshot->cursors.constFind(*cursor);
    if (snapshot == m_snapshots.cend() || found == snapshot->cursors.cend() || found->endsMs < m_clock.nowMs()) {
        respond(problem(410, u"cursor_expired"_s, u"The cursor is no longer known: send the query again."_s));
        return;
    }
    sendPage(queryId, found->offset, limit, false, respond);
}

void QueryDesk::sendPage(const QString& queryId, std::size_t offset, int limit, bool first, const Respond& respond)
{
    Snapshot& snapshot = m_snapshots[queryId];
    const std::size_t end = std::min(snapshot.reads.size(), offset + static_cast<std::size_t>(limit));
    const std::vector<Read> reads(snapshot.reads.begin() + static_cast<std::ptrdiff_t>(offset),
                                  snapshot.reads.begin() + static_cast<std::ptrdiff_t>(end));
    QJsonValue next = QJsonValue::Null;
    if (end < snapshot.reads.size()) {
        const QString cursor = u"c-"_s + m_town.veil().hide(++m_cursorCount);
        snapshot.cursors.insert(cursor, {.offset = end, .endsMs = m_clock.nowMs() + m_limits.cursorLife.count()});
        next = cursor;
    }
    QJsonObject body{{u"query_id"_s, queryId}, {u"next"_s, next}};
    if (first) {
        body["received_at"_L1] = timeText(snapshot.receivedMs);
        body["receipt"_L1] = u"practice-"_s + queryId;
        body["total"_L1] = static_cast<qint64>(snapshot.reads.size());
    }
    m_pictures.prepare(picturesOf(reads), [this, reads, body, respond](const Pictures& pictures) mutable {
        QJsonArray list;
        for (const Read& read : reads)
            list.append(readJson(m_town, read, pictures));
        body["reads"_L1] = list;
        respond(json(body));
    });
}

HttpAnswer QueryDesk::audit(const HttpRequest& request) const
{
    const std::optional<std::int64_t> from = parseTime(request.parameter(u"from"_s).value_or(QString()));
    const std::optional<std::int64_t> to = parseTime(request.parameter(u"to"_s).value_or(QString()));
    if (!from || !to)
        return problem(400, u"missing_member"_s, u"from and to are required RFC 3339 times in UTC."_s);
    if (*from > *to)
        return problem(422, u"invalid_window"_s, u"from is later than to."_s);
    qsizetype at = 0;
    if (const QString cursor = request.parameter(u"cursor"_s).value_or(QString()); !cursor.isEmpty()) {
        bool number = false;
        at = cursor.startsWith(u"a-") ? cursor.sliced(2).toLongLong(&number) : -1;
        if (!number || at < 0 || at > m_order.size())
            return problem(410, u"cursor_expired"_s, u"The cursor is not known."_s);
    }
    QJsonArray entries;
    for (; at < m_order.size() && entries.size() < auditPage; ++at) {
        const Known& known = m_known[m_order[at]];
        if (known.receivedMs * 1'000 < *from || known.receivedMs * 1'000 > *to)
            continue;
        const QJsonObject& body = known.body;
        entries.append(QJsonObject{{u"query_id"_s, body["query_id"_L1]},
                                   {u"user_id"_s, known.user},
                                   {u"on_behalf_of"_s, orNull(body["on_behalf_of"_L1].toString())},
                                   {u"plate"_s, body["plate"_L1].toString()},
                                   {u"jurisdiction"_s, orNull(body["jurisdiction"_L1].toString())},
                                   {u"from"_s, body["from"_L1].toString()},
                                   {u"to"_s, body["to"_L1].toString()},
                                   {u"case_number"_s, body["case_number"_L1].toString()},
                                   {u"reason_code"_s, body["reason_code"_L1].toString()},
                                   {u"reason_text"_s, body["reason_text"_L1].toString()},
                                   {u"received_at"_s, timeText(known.receivedMs)},
                                   {u"total"_s, known.total < 0 ? QJsonValue::Null : QJsonValue(known.total)}});
    }
    return json({{u"entries"_s, entries}, {u"next"_s, at < m_order.size() ? QJsonValue(u"a-%1"_s.arg(at)) : QJsonValue::Null}});
}

} // namespace casebound::practice
