#include "net/OfficeTiles.h"

#include "domain/OfficeProfile.h"
#include "net/MediaType.h"

#include <QPromise>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// Path and query of the address, with the three places to be filled in.
QByteArray targetOf(const QUrl& address)
{
    QByteArray path = address.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = address.hasQuery() ? '?' + address.query(QUrl::FullyEncoded).toLatin1() : QByteArray();
    QByteArray whole = path + query;
    for (const char letter : {'z', 'x', 'y'})
        for (const char* spelling : {"%7B%c%7D", "%7b%c%7d"})
            whole.replace(QByteArray(spelling).replace("%c", QByteArray(1, letter)), QByteArray("{") + letter + '}');
    if (whole.contains("{z}") || whole.contains("{x}") || whole.contains("{y}"))
        return whole;
    while (path.endsWith('/'))
        path.chop(1);
    return path + "/{z}/{x}/{y}.png" + query;
}

VendorFailure failure(VendorFault fault, int status = 0)
{
    return {.fault = fault, .httpStatus = status, .detail = {}, .retryAt = {}, .tls = {}};
}

TileAnswer answerOf(HttpResult result)
{
    if (!result)
        return std::unexpected(
            VendorFailure{.fault = result.error().fault, .httpStatus = 0, .detail = {}, .retryAt = {}, .tls = result.error().tls});
    switch (result->status) {
    case 200: break;
    case 204:
    case 404:
    case 410: return std::unexpected(failure(VendorFault::Gone, result->status));
    case 401:
    case 403: return std::unexpected(failure(VendorFault::NotPermitted, result->status));
    case 429:
    case 503: return std::unexpected(failure(VendorFault::Busy, result->status));
    default: return std::unexpected(failure(VendorFault::VendorError, result->status));
    }
    const QByteArray type = result->contentType.split(';').front().trimmed().toLower();
    if ((type != "image/png" && type != "image/jpeg") || result->body.empty())
        return std::unexpected(failure(VendorFault::Malformed, 200));
    return QByteArray(result->body.data(), static_cast<qsizetype>(result->body.size()));
}

} // namespace

OfficeTiles::OfficeTiles(QByteArray target, QString host, VendorOrigin origin, TlsPolicy policy, HttpTimeouts timeouts)
    : m_target(std::move(target)),
      m_host(std::move(host)),
      m_timeouts(timeouts),
      m_transport(std::move(origin), std::move(policy))
{
}

std::expected<std::unique_ptr<OfficeTiles>, OfficeTilesFault> OfficeTiles::create(const BaseMap& map, const VendorSettings& vendor,
                                                                                  HttpTimeouts timeouts)
{
    QUrl place = map.tiles.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    auto origin = VendorOrigin::create(place);
    if (!origin)
        return std::unexpected(OfficeTilesFault::BadAddress);
    const bool ownAuthorities = !map.caBundlePem.isEmpty();
    // The vendor's pins are of the vendor's key, and its revocation list of the vendor's authorities.
    auto policy = TlsPolicy::create({.address = place,
                                     .caBundlePem = ownAuthorities ? map.caBundlePem : vendor.caBundlePem,
                                     .pins = {},
                                     .crlPem = ownAuthorities ? QByteArray() : vendor.crlPem},
                                    {});
    if (!policy)
        return std::unexpected(policy.error() == TlsPolicyFault::BadRevocations ? OfficeTilesFault::BadRevocations
                                                                                : OfficeTilesFault::NoAuthority);
    return std::unique_ptr<OfficeTiles>(
        new OfficeTiles(targetOf(map.tiles), map.tiles.host(), *std::move(origin), *std::move(policy), timeouts));
}

QFuture<TileAnswer> OfficeTiles::tile(int zoom, int x, int y)
{
    QByteArray target = m_target;
    target.replace("{z}", QByteArray::number(zoom)).replace("{x}", QByteArray::number(x)).replace("{y}", QByteArray::number(y));
    QPromise<TileAnswer> promise;
    promise.start();
    QFuture<TileAnswer> future = promise.future();
    m_transport.send({.method = HttpRequest::Method::Get,
                      .target = target,
                      .body = {},
                      .headers = {"Accept: image/png, image/jpeg"},
                      .bodyLimit = largestTile,
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
