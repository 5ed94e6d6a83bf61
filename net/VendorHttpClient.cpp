#include "net/VendorHttpClient.h"

#include "domain/OfficeProfile.h"
#include "net/MediaType.h"
#include "net/RetryingCall.h"
#include "net/VendorJson.h"
#include "net/VendorQueryCall.h"

#include <QPromise>
#include <QRandomGenerator>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestCapabilities = 1UL << 20; ///< Parsed where it arrives; a longer one is no capabilities answer.
constexpr std::size_t longestImage = 8UL << 20;

[[nodiscard]] VendorClientFault faultOf(TlsPolicyFault fault)
{
    switch (fault) {
    case TlsPolicyFault::NoAuthority: return VendorClientFault::NoAuthority;
    case TlsPolicyFault::BadRevocations: return VendorClientFault::BadRevocations;
    case TlsPolicyFault::BadPin: return VendorClientFault::BadPin;
    case TlsPolicyFault::KeyMismatch: return VendorClientFault::KeyMismatch;
    }
    return VendorClientFault::NoAuthority;
}

template <class T>
[[nodiscard]] QFuture<VendorResult<T>> failed(VendorFault fault)
{
    return QtFuture::makeReadyValueFuture(VendorResult<T>(std::unexpected(VendorFailure{.fault = fault})));
}

} // namespace

std::expected<std::unique_ptr<VendorHttpClient>, VendorClientFault>
VendorHttpClient::create(const VendorSettings& vendor, ClientIdentity identity, const Clock& clock, Options options)
{
    auto origin = VendorOrigin::create(vendor.address);
    if (!origin)
        return std::unexpected(VendorClientFault::BadAddress);
    auto policy = TlsPolicy::create(vendor, std::move(identity));
    if (!policy)
        return std::unexpected(faultOf(policy.error()));
    if (!options.random)
        options.random = [] { return QRandomGenerator::global()->generateDouble(); };
    return std::unique_ptr<VendorHttpClient>(new VendorHttpClient(std::move(*origin), std::move(*policy), clock, std::move(options)));
}

VendorHttpClient::VendorHttpClient(VendorOrigin origin, TlsPolicy policy, const Clock& clock, Options options)
    : m_clock(clock),
      m_options(std::move(options)),
      m_pageLimit(std::max(1, m_options.pageLimit)),
      m_policy(clock, m_options.random, m_options.retry),
      m_transport(std::move(origin), std::move(policy)),
      m_alerts({.transport = m_transport,
                .policy = m_policy,
                .clock = clock,
                .random = m_options.random,
                .acceptLanguage = m_options.acceptLanguage,
                .call = m_options.call,
                .stream = m_options.stream,
                .link = [this](std::optional<LinkState> met) { setLink(met); }}),
      m_audit({.transport = m_transport,
               .policy = m_policy,
               .acceptLanguage = m_options.acceptLanguage,
               .call = m_options.call,
               .link = [this](std::optional<LinkState> met) { setLink(met); }})
{
    m_parsers.setMaxThreadCount(2);
}

VendorHttpClient::~VendorHttpClient()
{
    // One at a time: what somebody does when a call ends may start or end another.
    while (!m_queries.empty())
        (void)release(*m_queries.back());
    while (!m_questions.empty())
        m_questions.back()->cancel();
}

std::unique_ptr<RetryingCall> VendorHttpClient::exchange(HttpRequest request, Use use, const QueryId& query, std::stop_token stop,
                                                         Answered done)
{
    request.headers.reserve(3);
    request.headers.push_back("Accept-Language: " + m_options.acceptLanguage);
    request.headers.push_back(use == Use::Image ? "Accept: image/*"_ba : "Accept: application/json, application/problem+json"_ba);
    if (!query.isNull())
        request.headers.push_back("Casebound-Query-Id: " + query.text().toLatin1());
    request.timeouts = use == Use::Image ? m_options.image : m_options.call;
    const auto nature = use == Use::Query  ? RetryingCall::Nature::Query
                        : use == Use::Page ? RetryingCall::Nature::Page
                                           : RetryingCall::Nature::Question;
    return std::make_unique<RetryingCall>(
        RetryingCall::Parts{.transport = m_transport, .policy = m_policy, .link = [this](std::optional<LinkState> met) { setLink(met); }},
        std::move(request), nature, std::move(stop), std::move(done));
}

template <class T, class Convert>
QFuture<VendorResult<T>> VendorHttpClient::ask(HttpRequest request, Use use, const QueryId& query, std::stop_token stop, Convert convert)
{
    auto promise = std::make_shared<QPromise<VendorResult<T>>>();
    promise->start();
    auto future = promise->future();
    auto slot = std::make_shared<const RetryingCall*>(nullptr);
    auto call = exchange(std::move(request), use, query, std::move(stop), [this, promise, slot, convert](VendorResult<HttpAnswer> answer) {
        const auto at = std::ranges::find(m_questions, *slot, &std::unique_ptr<RetryingCall>::get);
        const std::unique_ptr<RetryingCall> over = std::move(*at);
        m_questions.erase(at);
        promise->addResult(answer ? convert(std::move(*answer)) : VendorResult<T>(std::unexpected(std::move(answer.error()))));
        promise->finish();
    });
    *slot = call.get();
    m_questions.push_back(std::move(call));
    m_questions.back()->start();
    return future;
}

void VendorHttpClient::recall(const VendorCapabilities& known)
{
    m_pageLimit = std::clamp(m_options.pageLimit, 1, std::max(1, known.pageLimitMax));
}

QFuture<VendorResult<VendorCapabilities>> VendorHttpClient::capabilities(std::stop_token stop)
{
    HttpRequest request;
    request.target = "/v1/capabilities";
    request.bodyLimit = longestCapabilities;
    return ask<VendorCapabilities>(
        std::move(request), Use::Question, {}, std::move(stop), [this](HttpAnswer answer) -> VendorResult<VendorCapabilities> {
            if (!isJson(answer.contentType))
                return std::unexpected(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = u"content-type"_s});
            auto parsed = parseCapabilities(std::move(answer.body));
            if (parsed)
                recall(*parsed);
            else
                parsed.error().httpStatus = answer.status;
            return parsed;
        });
}

QFuture<VendorResult<QueryReceipt>> VendorHttpClient::query(AuditedQuery query, QuerySink sink, std::stop_token stop)
{
    auto& call = *m_queries.emplace_back(std::make_unique<VendorQueryCall>(*this, std::move(query), std::move(sink), std::move(stop)));
    auto future = call.future();
    call.start();
    return future;
}

std::unique_ptr<VendorQueryCall> VendorHttpClient::release(const VendorQueryCall& call)
{
    const auto at = std::ranges::find(m_queries, &call, &std::unique_ptr<VendorQueryCall>::get);
    std::unique_ptr<VendorQueryCall> released = std::move(*at);
    m_queries.erase(at);
    return released;
}

QFuture<VendorResult<QByteArray>> VendorHttpClient::image(QString path, QueryId query, std::stop_token stop)
{
    const QByteArray target = path.toUtf8();
    if (m_transport.origin().imagePath(target.toStdString()) !=
        std::string_view(target.constData(), static_cast<std::size_t>(target.size())))
        return failed<QByteArray>(VendorFault::WrongOrigin);
    HttpRequest request;
    request.target = target;
    request.bodyLimit = longestImage;
    return ask<QByteArray>(std::move(request), Use::Image, query, std::move(stop), [](HttpAnswer answer) -> VendorResult<QByteArray> {
        if (!isImage(answer.contentType))
            return std::unexpected(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = u"content-type"_s});
        return QByteArray(answer.body.data(), static_cast<qsizetype>(answer.body.size()));
    });
}

void VendorHttpClient::setLink(std::optional<LinkState> met)
{
    const bool trying = m_link == LinkState::Connecting || m_link == LinkState::Retrying;
    const LinkState state = met.value_or(trying ? LinkState::NotConnected : m_link); // nobody tries any more
    // A warm connection does not go back to "connecting" for every call.
    if (state == m_link || (state == LinkState::Connecting && m_link == LinkState::Connected))
        return;
    m_link = state;
    if (m_linkChanged)
        m_linkChanged();
}

} // namespace casebound
