// Nothing of Qt's own can reach a host: whatever asks for one is sent to a local port at which nobody listens. The vendor and the office's
// tile server are spoken to through libcurl alone (net), which takes its hosts from the signed profile and no proxy from anywhere.
#pragma once

#include <QNetworkProxyFactory>

namespace casebound {

/// Process-wide once installed. A map plugin, a style, a help page or a mistake that opens a connection of Qt's gets "connection refused"
/// and causes no look-up: the name goes to the proxy, and there is none.
class NetworkFence final : public QNetworkProxyFactory {
public:
    /// Before anything could connect. Takes a loopback port for good, without listening.
    static void install();
    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    explicit NetworkFence(quint16 deadPort) : m_deadPort(deadPort) {}
    const quint16 m_deadPort;
};

} // namespace casebound
