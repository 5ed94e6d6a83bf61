#include "net/AlertStreamClient.h"

#include "domain/Text.h"
#include "net/AlertJson.h"
#include "net/MediaType.h"
#include "net/RetryingCall.h"

#include <QElapsedTimer>

#include <limits>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds slice{8};
constexpr int pollLimit = 200;
constexpr std::size_t longestPage = 64UL << 20;

/// text/event-stream, whatever parameter follows; the format is always UTF-8.
[[nodiscard]] bool isEventStream(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.first(end)).trimmed().compare("text/event-stream", Qt::CaseInsensitive) == 0;
}

[[nodiscard]] bool endsAll(VendorFault fault)
{
    return fault == VendorFault::SessionEnded || fault == VendorFault::ClientCertificate || fault == VendorFault::TlsRefused;
}

} // namespace

AlertStreamClient::AlertStreamClient(Parts parts, const QString& afterHit, bool streamed, AlertStreamSink sink)
    : m_parts(std::move(parts)),
      m_sink(std::move(sink)),
      m_policy(m_parts.clock, m_parts.random,
               RetryRules{.tries = std::numeric_limits<int>::max(),
                          .firstPause = m_parts.times.firstPause,
                          .longestPause = m_parts.times.longestPause}),
      m_streamed(streamed),
      m_before(afterHit)
{
    m_again.setSingleShot(true);
    m_slices.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &AlertStreamClient::connectNow);
    connect(&m_slices, &QTimer::timeout, this, &AlertStreamClient::deliver);
}

AlertStreamClient::~AlertStreamClient()
{
    if (m_transfer)
        m_parts.transport.abandon(m_transfer);
}

void AlertStreamClient::start()
{
    m_again.start(0);
}

QString AlertStreamClient::resumeAfter() const
{
    return m_last.size() > AlertClient::overlap ? m_last.front() : m_before;
}

HttpRequest AlertStreamClient::request(const QByteArray& target) const
{
    HttpRequest request;
    request.target = target;
    request.headers = {"Accept-Language: " + m_parts.acceptLanguage};
    request.timeouts = m_parts.call;
    return request;
}

void AlertStreamClient::connectNow()
{
    if (m_streamed)
        stream();
    else
        poll();
}

void AlertStreamClient::stream()
{
    if (m_tries == 0)
        setLink(StreamLink::Connecting);
    m_parser = {};
    m_wrongType = false;
    HttpRequest get = request("/v1/alerts/stream");
    get.headers.push_back("Accept: text/event-stream");
    if (const QString after = resumeAfter(); !after.isEmpty())
        get.headers.push_back("Last-Event-ID: " + after.toUtf8());
    get.timeouts.idle = m_parts.times.silence;
    get.timeouts.total = std::chrono::milliseconds(0);
    get.bodyLimit = 1UL << 20;
    get.stream = [this](const QByteArray& contentType, std::string_view bytes) { arrived(contentType, bytes); };
    m_parts.transport.send(std::move(get), {}, [this](HttpResult result) { streamEnded(std::move(result)); }, &m_transfer);
}

/// Called from within libcurl: notes what came, and no more.
void AlertStreamClient::arrived(const QByteArray& contentType, std::string_view bytes)
{
    if (!isEventStream(contentType)) {
        m_wrongType = true;
    } else {
        const std::uint64_t before = m_parser.tooLong();
        m_parser.feed(bytes, m_parsed);
        m_untoldTooLong += m_parser.tooLong() - before;
        for (SseEvent& event : m_parsed)
            m_events.push_back(std::move(event));
        m_parsed.clear();
    }
    if (!m_slices.isActive())
        m_slices.start(0);
}

void AlertStreamClient::streamEnded(HttpResult result)
{
    m_transfer = 0;
    // What came before the end is good; the next connection repeats it otherwise, but there is no reason to wait for that.
    if (!m_slices.isActive())
        m_slices.start(0);
    if (!result) {
        lost({.fault = result.error().fault, .httpStatus = 0, .detail = result.error().detail, .retryAt = {}, .tls = result.error().tls},
             {});
    } else if (result->status == 200) {
        lost({.fault = m_wrongType ? VendorFault::Malformed : VendorFault::Truncated,
              .httpStatus = 200,
              .detail = m_wrongType ? u"content-type"_s : QString(),
              .retryAt = {}},
             {});
    } else if (result->status == 404) {
        m_streamed = false; // it has none, whatever it said
        poll();
    } else {
        lost(failureOf(*result), result->retryAfter);
    }
}

void AlertStreamClient::lost(const VendorFailure& failure, const QByteArray& retryAfter)
{
    if (endsAll(failure.fault)) {
        setLink(StreamLink::Refused);
        if (m_sink.problem)
            m_sink.problem(failure);
        return;
    }
    ++m_tries;
    setLink(StreamLink::Waiting);
    const RetryPolicy::Decision decision = m_policy.decide(m_tries, retryAfter);
    std::chrono::milliseconds pause = m_parts.times.longestPause;
    if (const auto* again = std::get_if<RetryPolicy::Again>(&decision))
        pause = again->pause;
    else if (const auto& at = std::get<RetryPolicy::GiveUp>(decision).retryAt) // more than a minute away; asked again then
        pause = std::min<std::chrono::milliseconds>(std::chrono::ceil<std::chrono::milliseconds>(*at - m_parts.clock.now()),
                                                    std::chrono::hours(1));
    m_again.start(pause);
}

void AlertStreamClient::poll()
{
    if (m_link != StreamLink::Polling && m_tries == 0)
        setLink(StreamLink::Connecting);
    const QString after = m_pollAgainAfter.isEmpty() ? resumeAfter() : m_pollAgainAfter;
    HttpRequest get = request("/v1/alerts/hits?after=" + after.toUtf8().toPercentEncoding() + "&limit=" + QByteArray::number(pollLimit));
    get.headers.push_back("Accept: application/json, application/problem+json");
    get.bodyLimit = longestPage;
    m_parts.transport.send(std::move(get), {}, [this](HttpResult result) { polled(std::move(result)); }, &m_transfer);
}

void AlertStreamClient::polled(HttpResult result)
{
    m_transfer = 0;
    m_pollAgainAfter.clear();
    if (!result)
        return lost(
            {.fault = result.error().fault, .httpStatus = 0, .detail = result.error().detail, .retryAt = {}, .tls = result.error().tls},
            {});
    if (result->status != 200)
        return lost(failureOf(*result), result->retryAfter);
    std::expected<HitPage, VendorFailure> page =
        std::unexpected(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = u"content-type"_s, .retryAt = {}});
    if (isJson(result->contentType))
        page = parseHitPage(std::move(result->body), m_parts.transport.origin(), m_parts.clock.now(), pollLimit);
    if (!page) {
        if (m_sink.problem)
            m_sink.problem(page.error());
        return lost(page.error(), {});
    }
    m_tries = 0;
    setLink(StreamLink::Polling);
    for (AlertHit& hit : page->hits)
        m_hits.push_back(std::move(hit));
    if (page->next)
        m_pollAgainAfter = QString::fromStdString(*page->next);
    else
        m_again.start(m_parts.times.poll);
    m_slices.start(0);
}

void AlertStreamClient::deliver()
{
    if (m_streamed && m_transfer && !m_wrongType && m_link != StreamLink::Live) {
        setLink(StreamLink::Live);
    }
    for (; m_untoldTooLong > 0; --m_untoldTooLong)
        problem(VendorFault::TooLarge, u"a line of the stream"_s);
    QElapsedTimer since;
    since.start();
    while (!m_events.empty() || !m_hits.empty()) {
        if (since.durationElapsed() >= slice) {
            m_slices.start(0);
            return;
        }
        if (!m_events.empty()) {
            SseEvent event = std::move(m_events.front());
            m_events.pop_front();
            handOver(std::move(event));
        } else {
            AlertHit hit = std::move(m_hits.front());
            m_hits.pop_front();
            take(std::move(hit));
        }
    }
    if (!m_pollAgainAfter.isEmpty() && !m_transfer && !m_again.isActive())
        poll();
}

void AlertStreamClient::handOver(SseEvent event)
{
    if (event.type != "hit")
        return; // of a later version of the contract
    auto hit = parseHit(std::move(event.data), m_parts.transport.origin(), m_parts.clock.now());
    if (!hit) {
        if (m_sink.problem)
            m_sink.problem(hit.error());
    } else if (hit->hitId != textFromUtf8(event.id)) {
        problem(VendorFault::Inconsistent, u"id"_s);
    } else {
        take(*std::move(hit));
    }
}

void AlertStreamClient::take(AlertHit hit)
{
    m_tries = 0; // a connection that brings something is a good one
    m_last.push_back(hit.hitId);
    if (m_last.size() > AlertClient::overlap + 1)
        m_last.pop_front();
    if (m_sink.hit)
        m_sink.hit(std::move(hit));
}

void AlertStreamClient::problem(VendorFault fault, const QString& detail)
{
    if (m_sink.problem)
        m_sink.problem({.fault = fault, .httpStatus = 200, .detail = detail, .retryAt = {}});
}

void AlertStreamClient::setLink(StreamLink link)
{
    if (link == m_link)
        return;
    m_link = link;
    if (m_sink.link)
        m_sink.link(link);
}

} // namespace casebound
