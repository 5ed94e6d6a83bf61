#include "net/OfficeServer.h"

#include "domain/OfficeProfile.h"

#include <QPromise>

namespace casebound {

namespace {

OfficeServer::Answer answerOf(const HttpResult& result, const QByteArrayList& types, OfficeServer::FaultOf faultOf)
{
    const auto failure = [](VendorFault fault, int status, std::optional<TlsRefusal> tls = {}) {
        return std::unexpected(VendorFailure{.fault = fault, .httpStatus = status, .detail = {}, .retryAt = {}, .tls = std::move(tls)});
    };
    if (!result)
        return failure(result.error().fault, 0, result.error().tls);
    if (result->status != 200)
        return failure(faultOf(result->status), result->status);
    const QByteArray type = result->contentType.split(';').front().trimmed().toLower();
    if (!types.contains(type) || result->body.empty())
        return failure(VendorFault::Malformed, 200);
    return QByteArray(result->body.data(), static_cast<qsizetype>(result->body.size()));
}

} // namespace

OfficeServer::OfficeServer(QString host, VendorOrigin origin, TlsPolicy policy)
    : m_host(std::move(host)),
      m_transport(std::move(origin), std::move(policy))
{
}

std::expected<std::unique_ptr<OfficeServer>, OfficeServerFault> OfficeServer::create(const QUrl& address, const QByteArray& caBundlePem,
                                                                                     const VendorSettings& vendor)
{
    const QUrl place = address.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    auto origin = VendorOrigin::create(place);
    if (!origin)
        return std::unexpected(OfficeServerFault::BadAddress);
    const bool ownAuthorities = !caBundlePem.isEmpty();
    // The vendor's pins are of the vendor's key, and its revocation list of the vendor's authorities.
    auto policy = TlsPolicy::create({.address = place,
                                     .caBundlePem = ownAuthorities ? caBundlePem : vendor.caBundlePem,
                                     .pins = {},
                                     .crlPem = ownAuthorities ? QByteArray() : vendor.crlPem},
                                    {});
    if (!policy)
        return std::unexpected(policy.error() == TlsPolicyFault::BadRevocations ? OfficeServerFault::BadRevocations
                                                                                : OfficeServerFault::NoAuthority);
    return std::unique_ptr<OfficeServer>(new OfficeServer(address.host(), *std::move(origin), *std::move(policy)));
}

QFuture<OfficeServer::Answer> OfficeServer::ask(HttpRequest request, const QByteArrayList& types, FaultOf faultOf)
{
    QPromise<Answer> promise;
    promise.start();
    QFuture<Answer> future = promise.future();
    request.headers.push_back("Accept: " + types.join(", "));
    m_transport.send(std::move(request), {}, [promise = std::move(promise), types, faultOf](const HttpResult& result) mutable {
        promise.addResult(answerOf(result, types, faultOf));
        promise.finish();
    });
    return future;
}

} // namespace casebound
