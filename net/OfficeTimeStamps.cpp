#include "net/OfficeTimeStamps.h"

#include "domain/OfficeProfile.h"

#include <QPromise>

namespace casebound {

namespace {

constexpr std::size_t largestAnswer = 64U << 10;

StampAnswer answerOf(HttpResult result)
{
    const auto failure = [](VendorFault fault, int status) {
        return std::unexpected(VendorFailure{.fault = fault, .httpStatus = status, .detail = {}, .retryAt = {}, .tls = {}});
    };
    if (!result)
        return std::unexpected(
            VendorFailure{.fault = result.error().fault, .httpStatus = 0, .detail = {}, .retryAt = {}, .tls = result.error().tls});
    if (result->status != 200)
        return failure(result->status == 429 || result->status == 503 ? VendorFault::Busy : VendorFault::VendorError, result->status);
    const QByteArray type = result->contentType.split(';').front().trimmed().toLower();
    if (type != "application/timestamp-reply" || result->body.empty())
        return failure(VendorFault::Malformed, 200);
    return QByteArray(result->body.data(), static_cast<qsizetype>(result->body.size()));
}

} // namespace

OfficeTimeStamps::OfficeTimeStamps(QByteArray target, QString host, VendorOrigin origin, TlsPolicy policy, HttpTimeouts timeouts)
    : m_target(std::move(target)),
      m_host(std::move(host)),
      m_timeouts(timeouts),
      m_transport(std::move(origin), std::move(policy))
{
}

std::expected<std::unique_ptr<OfficeTimeStamps>, TimeStampsFault>
OfficeTimeStamps::create(const TimeStampService& service, const VendorSettings& vendor, HttpTimeouts timeouts)
{
    const QUrl place = service.address.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    auto origin = VendorOrigin::create(place);
    if (!origin)
        return std::unexpected(TimeStampsFault::BadAddress);
    const bool ownAuthorities = !service.caBundlePem.isEmpty();
    auto policy = TlsPolicy::create({.address = place,
                                     .caBundlePem = ownAuthorities ? service.caBundlePem : vendor.caBundlePem,
                                     .pins = {},
                                     .crlPem = ownAuthorities ? QByteArray() : vendor.crlPem},
                                    {});
    if (!policy)
        return std::unexpected(TimeStampsFault::NoAuthority);
    QByteArray target = service.address.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (service.address.hasQuery())
        target += '?' + service.address.query(QUrl::FullyEncoded).toLatin1();
    return std::unique_ptr<OfficeTimeStamps>(
        new OfficeTimeStamps(target, service.address.host(), *std::move(origin), *std::move(policy), timeouts));
}

QFuture<StampAnswer> OfficeTimeStamps::stamp(QByteArray query)
{
    QPromise<StampAnswer> promise;
    promise.start();
    QFuture<StampAnswer> future = promise.future();
    m_transport.send({.method = HttpRequest::Method::Post,
                      .target = m_target,
                      .body = std::move(query),
                      .contentType = "application/timestamp-query",
                      .headers = {"Accept: application/timestamp-reply"},
                      .bodyLimit = largestAnswer,
                      .timeouts = m_timeouts,
                      .stream = {},
                      .progress = {}},
                     {}, [promise = std::move(promise)](HttpResult result) mutable {
                         promise.addResult(answerOf(std::move(result)));
                         promise.finish();
                     });
    return future;
}

} // namespace casebound
