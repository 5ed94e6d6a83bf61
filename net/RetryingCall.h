// One call to the vendor with its tries: what is repeated, how long is waited, and what the end of it means. Internal to net.
#pragma once

#include "net/HttpTransport.h"
#include "net/RetryPolicy.h"
#include "ports/Link.h"
#include "ports/VendorClient.h"

#include <QPromise>

#include <functional>
#include <optional>

namespace casebound {

/// What an answer other than 200 means (vendor contract, last paragraph of the table of calls). Reads a problem document of
/// up to 64 KiB for the vendor's words.
[[nodiscard]] VendorFailure failureOf(const HttpAnswer& answer);

/// Deletes itself after its future finished; destroyed earlier, the future finishes with Cancelled.
class RetryingCall final : public QObject {
    Q_OBJECT

public:
    enum class Nature {
        Query,    ///< What the vendor did with it matters: no answer means Unknown.
        Page,     ///< Belongs to a query the vendor has: may be asked again even if the connection fails.
        Question, ///< Changes nothing and can wait: a failed connection is told at once.
    };
    struct Parts {
        HttpTransport& transport;
        const RetryPolicy& policy;
        std::function<void(LinkState)> link;
    };

    RetryingCall(Parts parts, HttpRequest request, Nature nature, std::stop_token stop, QObject* parent);
    ~RetryingCall() override;

    /// A 200, or the failure after the last try. Finishes on this thread.
    [[nodiscard]] QFuture<VendorResult<HttpAnswer>> start();

private:
    void attempt();
    void answered(HttpResult result);
    void again(VendorFailure failure, const QByteArray& retryAfter);
    void end(VendorResult<HttpAnswer> result);
    [[nodiscard]] VendorFailure meaningOf(const HttpFailure& failure) const;

    Parts m_parts;
    HttpRequest m_request;
    Nature m_nature;
    std::stop_token m_stop;
    QPromise<VendorResult<HttpAnswer>> m_promise;
    QTimer m_pause;
    int m_tries = 0;
    bool m_mayHaveArrived = false; ///< A try of a query ended without an answer.
    bool m_ended = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace casebound
