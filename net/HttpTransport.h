// HTTPS to one origin: libcurl's multi interface driven by Qt's event loop. Knows bytes and status codes, no JSON and no retries.
#pragma once

#include "domain/Vendor.h"
#include "net/TlsPolicy.h"
#include "net/VendorOrigin.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
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
    std::chrono::milliseconds total{120'000};  ///< Whatever arrives; 0: no limit.
};

struct HttpRequest {
    enum class Method { Get, Post, Put, Delete };
    Method method = Method::Get;
    QByteArray target;               ///< Path and query, percent-encoded, starting with "/".
    QByteArray body;                 ///< Sent with POST and PUT.
    QByteArray contentType = QByteArrayLiteral("application/json"); ///< Of the body.
    std::vector<QByteArray> headers; ///< "Name: value" without line ends.
    std::size_t bodyLimit = 64UL << 20;
    HttpTimeouts timeouts;
    /// Set: the body of a 200 goes here piece by piece, as it comes, and is not gathered; bodyLimit is for other answers alone. Must not
    /// call back into the transport. The content type is the answer's.
    std::function<void(const QByteArray& contentType, std::string_view bytes)> stream;
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
    std::optional<TlsRefusal> tls{}; ///< With TlsRefused: why.
};

using HttpResult = std::expected<HttpAnswer, HttpFailure>;

/// Lives on one thread with an event loop. Connections are kept and shared: HTTP/2 streams where the server offers them.
/// Redirects, cookies, proxies of the environment, other protocols, encoded bodies and other trust anchors are never used.
class HttpTransport final : public QObject {
    Q_OBJECT

public:
    HttpTransport(VendorOrigin origin, TlsPolicy policy, QObject* parent = nullptr);
    ~HttpTransport() override; ///< What is under way ends with Cancelled.

    using Done = std::move_only_function<void(HttpResult result)>;
    using TransferId = quint64;

    /// Any answer with a status outside 3xx is a result; its meaning is the caller's. `done` is called once, on this thread, perhaps
    /// before send() returns. It may send again, and may destroy the transport. The stop token may fire on any thread. `id` is set
    /// before anything else happens. (A plain function, because futures between the layers took a tenth of a warm query's time.)
    void send(HttpRequest request, std::stop_token stop, Done done, TransferId* id = nullptr);
    /// What is under way is dropped and its `done` never called. Not from within a `progress`.
    void abandon(TransferId id);
    [[nodiscard]] const VendorOrigin& origin() const { return m_origin; }
    [[nodiscard]] const TlsPolicy& policy() const { return m_policy; }

private:
    friend class HttpTransfer;
    struct Notifiers;
    struct Callbacks;

    using Clock = std::chrono::steady_clock;

    [[nodiscard]] void* takeHandle();
    void giveBack(void* easy);
    void watch(int socket, int what);
    void ready(int socket, int event);
    void act(int socket, int events);
    void collect();
    [[nodiscard]] std::unique_ptr<HttpTransfer> take(void* easy);
    void finish(void* easy, HttpResult result);
    void stopped(TransferId id);
    [[nodiscard]] HttpTransfer* find(TransferId id) const;
    void wakeFor(Clock::time_point due);
    void woken();
    void lookForSilence(Clock::time_point now);

    VendorOrigin m_origin;
    TlsPolicy m_policy;
    void* m_multi = nullptr;
    QTimer m_timer;                              ///< For libcurl's deadline and the transfers' idle limits, whichever is first.
    std::optional<Clock::time_point> m_timerDue; ///< When m_timer fires; nothing: it sleeps.
    std::optional<Clock::time_point> m_curlDue;  ///< When libcurl wants to be called.
    bool m_acting = false;                       ///< Inside libcurl, which may move its deadline several times before it returns.
    std::unordered_map<void*, std::unique_ptr<HttpTransfer>> m_transfers;
    std::unordered_map<int, Notifiers> m_notifiers;
    std::vector<void*> m_spare; ///< Easy handles between two requests: the fixed options, and nothing of a request.
    TransferId m_nextId = 1;
};

} // namespace casebound
