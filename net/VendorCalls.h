// The calls of a part of the vendor's client that are under way, each with its tries. Internal to net.
#pragma once

#include "net/HttpTransport.h"
#include "net/RetryingCall.h"

#include <memory>
#include <vector>

namespace casebound {

class VendorCalls {
public:
    struct Parts {
        HttpTransport& transport;
        const RetryPolicy& policy;
        QByteArray acceptLanguage;
        HttpTimeouts call;
        std::function<void(std::optional<LinkState>)> link;
    };
    using Answered = std::move_only_function<void(VendorResult<HttpAnswer> answer)>;

    explicit VendorCalls(Parts parts) : m_parts(std::move(parts)) {}
    ~VendorCalls(); ///< What is under way ends with Cancelled.
    VendorCalls(const VendorCalls&) = delete;
    VendorCalls& operator=(const VendorCalls&) = delete;

    /// Asks for JSON of at most `longest` bytes; may call `done` before it returns.
    void ask(HttpRequest request, RetryingCall::Nature nature, std::size_t longest, std::stop_token stop, Answered done);

private:
    Parts m_parts;
    std::vector<std::unique_ptr<RetryingCall>> m_calls;
};

} // namespace casebound
