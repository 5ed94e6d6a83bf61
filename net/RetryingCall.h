// One call to the vendor with its tries: what is repeated, how long is waited, and what the end of it means. Internal to net.
#pragma once

#include "net/HttpTransport.h"
#include "net/RetryPolicy.h"
#include "ports/Link.h"
#include "ports/VendorClient.h"

#include <functional>
#include <optional>

namespace casebound {

/// What an answer other than 200 means (vendor contract, last paragraph of the table of calls). Reads a problem document of
/// up to 64 KiB for the vendor's words.
[[nodiscard]] VendorFailure failureOf(const HttpAnswer& answer);

/// Belongs to whoever started it and may be destroyed at any time, also by its `done`; destroyed earlier, that is never called.
class RetryingCall final : public QObject {
    Q_OBJECT

public:
    enum class Nature {
        Query,    ///< What the vendor did with it matters: no answer means Unknown.
        Change,   ///< Of the alert list: as a query, and 201 and 204 are well, too.
        Page,     ///< Belongs to a query the vendor has: may be asked again even if the connection fails.
        Question, ///< Changes nothing and can wait: a failed connection is told at once.
    };
    struct Parts {
        HttpTransport& transport;
        const RetryPolicy& policy;
        std::function<void(std::optional<LinkState>)> link; ///< Nothing: it was cancelled before anything was known.
    };

    using Done = std::move_only_function<void(VendorResult<HttpAnswer> result)>;

    /// `done` gets a 200 (of a change: or 201, 204), or the failure after the last try, once and on this thread.
    RetryingCall(Parts parts, HttpRequest request, Nature nature, std::stop_token stop, Done done);
    ~RetryingCall() override;

    /// May call `done` before it returns.
    void start() { attempt(); }
    /// Ends it with Cancelled.
    void cancel() { end(std::unexpected(VendorFailure{.fault = VendorFault::Cancelled})); }

private:
    void attempt();
    void answered(HttpResult result);
    void again(VendorFailure failure, const QByteArray& retryAfter);
    /// The last thing a method does: afterwards this object may be gone.
    void end(VendorResult<HttpAnswer> result);
    [[nodiscard]] VendorFailure meaningOf(const HttpFailure& failure) const;
    /// Only of these can the outcome be in doubt.
    [[nodiscard]] bool doesSomething() const { return m_nature == Nature::Query || m_nature == Nature::Change; }

    Parts m_parts;
    HttpRequest m_request;
    Nature m_nature;
    std::stop_token m_stop;
    Done m_done;
    HttpTransport::TransferId m_transfer = 0; ///< Under way; 0: none.
    bool m_pausing = false;
    int m_tries = 0;
    bool m_mayHaveArrived = false; ///< A try of a query ended without an answer.
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace casebound
