#include "app/NetworkFence.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace casebound {

namespace {

/// Bound and not listening: nobody else can take it, and whoever connects is refused. Port 9 (discard) where not even that works.
quint16 deadPort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    const bool taken = socket >= 0 && ::bind(socket, raw, size) == 0 && ::getsockname(socket, raw, &size) == 0;
    return taken ? ntohs(address.sin_port) : 9;
}

} // namespace

void NetworkFence::install()
{
    QNetworkProxyFactory::setApplicationProxyFactory(new NetworkFence(deadPort())); // Qt's from here on
}

QList<QNetworkProxy> NetworkFence::queryProxy(const QNetworkProxyQuery&)
{
    QNetworkProxy nowhere(QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"), m_deadPort);
    nowhere.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability |
                            QNetworkProxy::UdpTunnelingCapability);
    return {nowhere};
}

} // namespace casebound
