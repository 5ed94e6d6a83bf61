// HTTPS to one origin: libcurl's multi interface driven by Qt's event loop. Knows bytes and status codes, no JSON and no retries.
#pragma once

#include "domain/Vendor.h"
#include "net/TlsPolicy.h"
#include "net/VendorOrigin.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace casebound {

class HttpTransfer;

/// The contract's limits; tests shorten them.
struct HttpTimeouts {
    std::chrono::milliseconds connect{10'000}; ///< Name, TCP and TLS together.
    std::chrono::milliseconds idle{30'000};    ///< Nothing arrives once connected.
    std::chrono::milliseconds total{120'000};  ///< Whatever arrives.
};

struct HttpRequest {
    enum class Method { Get, Post, Put, Delete };
    Method method = Method::Get;
    QByteArray target;               ///< Path and query, percent-encoded, starting with "/".
    QByteArray body;                 ///< JSON; sent with POST and PUT.
    std::vector<QByteArray> headers; ///< "Name: value" without line ends.
    std::size_t bodyLimit = 64UL << 20;
    HttpTimeouts timeouts;
    std::function<void(std::size_t received)> progress; ///< Body bytes so far. Must not call back into the transport.
};

struct HttpAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray retryAfter;
    std::string body; ///< Spare capacity for the JSON parser's padding is left behind it.
    bool http2 = false;
    bool reusedConnection = false;
};

struct HttpFailure {
    /// Unreachable: the request never left whole. Unknown: it may have arrived, and no answer began.
    /// Truncated and TimedOut: an answer began. The others as in VendorFault.
    VendorFault fault = VendorFault::Unreachable;
    bool timedOut = false;
    QString detail;
};

using HttpResult = std::expected<HttpAnswer, HttpFailure>;

/// Lives on one thread with an event loop. Connections are kept and shared: HTTP/2 streams where the server offers them.
/// Redirects, cookies, proxies of the environment, other protocols, encoded bodies and other trust anchors are never used.
class HttpTransport final : public QObject {
    Q_OBJECT

public:
    HttpTransport(VendorOrigin origin, TlsPolicy policy, QObject* parent = nullptr);
    ~HttpTransport() override; ///< What is under way ends with Cancelled.

    /// Any answer with a status outside 3xx is a result; its meaning is the caller's. The stop token may fire on any thread.
    [[nodiscard]] QFuture<HttpResult> send(HttpRequest request, std::stop_token stop);
    [[nodiscard]] const VendorOrigin& origin() const { return m_origin; }
    [[nodiscard]] const TlsPolicy& policy() const { return m_policy; }

private:
    friend class HttpTransfer;
    struct Notifiers;
    struct Callbacks;

    [[nodiscard]] void* takeHandle();
    void giveBack(void* easy);
    void watch(int socket, int what);
    void act(int socket, int events);
    void collect();
    void finish(void* easy, HttpResult result);
    void stopped(quint64 id);
    void idleExpired(quint64 id);
    [[nodiscard]] HttpTransfer* find(quint64 id) const;

    VendorOrigin m_origin;
    TlsPolicy m_policy;
    void* m_multi = nullptr;
    QTimer m_timer;
    std::unordered_map<void*, std::unique_ptr<HttpTransfer>> m_transfers;
    std::unordered_map<int, Notifiers> m_notifiers;
    std::vector<void*> m_spare; ///< Easy handles between two requests, reset.
    quint64 m_nextId = 1;
};

} // namespace casebound
