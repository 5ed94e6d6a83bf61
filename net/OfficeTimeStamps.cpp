#include "net/OfficeTimeStamps.h"

#include "domain/OfficeProfile.h"

namespace casebound {

namespace {

constexpr std::size_t largestAnswer = 64U << 10;

VendorFault faultOf(int status)
{
    return status == 429 || status == 503 ? VendorFault::Busy : VendorFault::VendorError;
}

} // namespace

OfficeTimeStamps::OfficeTimeStamps(QByteArray target, std::unique_ptr<OfficeServer> server, HttpTimeouts timeouts)
    : m_target(std::move(target)),
      m_server(std::move(server)),
      m_timeouts(timeouts)
{
}

std::expected<std::unique_ptr<OfficeTimeStamps>, OfficeServerFault>
OfficeTimeStamps::create(const TimeStampService& service, const VendorSettings& vendor, HttpTimeouts timeouts)
{
    auto server = OfficeServer::create(service.address, service.caBundlePem, vendor);
    if (!server)
        return std::unexpected(server.error());
    QByteArray target = service.address.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (service.address.hasQuery())
        target += '?' + service.address.query(QUrl::FullyEncoded).toLatin1();
    return std::unique_ptr<OfficeTimeStamps>(new OfficeTimeStamps(std::move(target), *std::move(server), timeouts));
}

QFuture<StampAnswer> OfficeTimeStamps::stamp(QByteArray query)
{
    return m_server->ask({.method = HttpRequest::Method::Post,
                          .target = m_target,
                          .body = std::move(query),
                          .contentType = "application/timestamp-query",
                          .bodyLimit = largestAnswer,
                          .timeouts = m_timeouts},
                         {"application/timestamp-reply"}, faultOf);
}

} // namespace casebound
