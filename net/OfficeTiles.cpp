#include "net/OfficeTiles.h"

#include "domain/OfficeProfile.h"

namespace casebound {

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

VendorFault faultOf(int status)
{
    switch (status) {
    case 204:
    case 404:
    case 410: return VendorFault::Gone;
    case 401:
    case 403: return VendorFault::NotPermitted;
    case 429:
    case 503: return VendorFault::Busy;
    }
    return VendorFault::VendorError;
}

} // namespace

OfficeTiles::OfficeTiles(QByteArray target, std::unique_ptr<OfficeServer> server, HttpTimeouts timeouts)
    : m_target(std::move(target)),
      m_server(std::move(server)),
      m_timeouts(timeouts)
{
}

std::expected<std::unique_ptr<OfficeTiles>, OfficeServerFault> OfficeTiles::create(const BaseMap& map, const VendorSettings& vendor,
                                                                                   HttpTimeouts timeouts)
{
    auto server = OfficeServer::create(map.tiles, map.caBundlePem, vendor);
    if (!server)
        return std::unexpected(server.error());
    return std::unique_ptr<OfficeTiles>(new OfficeTiles(targetOf(map.tiles), *std::move(server), timeouts));
}

QFuture<TileAnswer> OfficeTiles::tile(int zoom, int x, int y)
{
    QByteArray target = m_target;
    target.replace("{z}", QByteArray::number(zoom)).replace("{x}", QByteArray::number(x)).replace("{y}", QByteArray::number(y));
    return m_server->ask({.method = HttpRequest::Method::Get, .target = target, .bodyLimit = largestTile, .timeouts = m_timeouts},
                         {"image/png", "image/jpeg"}, faultOf);
}

} // namespace casebound
