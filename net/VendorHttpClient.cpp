#include "net/VendorHttpClient.h"

#include "domain/OfficeProfile.h"
#include "net/MediaType.h"
#include "net/RetryingCall.h"
#include "net/VendorJson.h"
#include "net/VendorQueryCall.h"

#include <QRandomGenerator>

namespace casebound {

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
      m_calls(std::make_unique<QObject>())
{
    m_parsers.setMaxThreadCount(2);
}

VendorHttpClient::~VendorHttpClient() = default;

QFuture<VendorResult<HttpAnswer>> VendorHttpClient::exchange(HttpRequest request, Use use, const QueryId& query, std::stop_token stop)
{
    request.headers.push_back("Accept-Language: " + m_options.acceptLanguage);
    request.headers.push_back(use == Use::Image ? "Accept: image/*" : "Accept: application/json, application/problem+json");
    if (!query.isNull())
        request.headers.push_back("Casebound-Query-Id: " + query.text().toLatin1());
    request.timeouts = use == Use::Image ? m_options.image : m_options.call;
    const auto nature = use == Use::Query  ? RetryingCall::Nature::Query
                        : use == Use::Page ? RetryingCall::Nature::Page
                                           : RetryingCall::Nature::Question;
    auto* call = new RetryingCall({.transport = m_transport, .policy = m_policy, .link = [this](LinkState state) { setLink(state); }},
                                  std::move(request), nature, std::move(stop), m_calls.get());
    return call->start();
}

QFuture<VendorResult<VendorCapabilities>> VendorHttpClient::capabilities(std::stop_token stop)
{
    HttpRequest request;
    request.target = "/v1/capabilities";
    request.bodyLimit = longestCapabilities;
    return exchange(std::move(request), Use::Question, {}, std::move(stop))
        .then(QtFuture::Launch::Sync, [this](QFuture<VendorResult<HttpAnswer>> done) -> VendorResult<VendorCapabilities> {
            VendorResult<HttpAnswer> answer = done.takeResult();
            if (!answer)
                return std::unexpected(std::move(answer.error()));
            if (!isJson(answer->contentType))
                return std::unexpected(
                    VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = QStringLiteral("content-type")});
            auto parsed = parseCapabilities(std::move(answer->body));
            if (parsed)
                m_pageLimit = std::clamp(m_options.pageLimit, 1, parsed->pageLimitMax);
            else
                parsed.error().httpStatus = answer->status;
            return parsed;
        });
}

QFuture<VendorResult<QueryReceipt>> VendorHttpClient::query(AuditedQuery query, QuerySink sink, std::stop_token stop)
{
    auto* call = new VendorQueryCall(*this, std::move(query), std::move(sink), std::move(stop), m_calls.get());
    return call->start();
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
    return exchange(std::move(request), Use::Image, query, std::move(stop))
        .then(QtFuture::Launch::Sync, [](QFuture<VendorResult<HttpAnswer>> done) -> VendorResult<QByteArray> {
            VendorResult<HttpAnswer> answer = done.takeResult();
            if (!answer)
                return std::unexpected(std::move(answer.error()));
            if (!isImage(answer->contentType))
                return std::unexpected(
                    VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = QStringLiteral("content-type")});
            return QByteArray(answer->body.data(), static_cast<qsizetype>(answer->body.size()));
        });
}

void VendorHttpClient::setLink(LinkState state)
{
    // A warm connection does not go back to "connecting" for every call.
    if (state == m_link || (state == LinkState::Connecting && m_link == LinkState::Connected))
        return;
    m_link = state;
    Q_EMIT linkChanged(state);
}

} // namespace casebound
