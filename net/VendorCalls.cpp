#include "net/VendorCalls.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

VendorCalls::~VendorCalls()
{
    while (!m_calls.empty())
        m_calls.back()->cancel();
}

void VendorCalls::ask(HttpRequest request, RetryingCall::Nature nature, std::size_t longest, std::stop_token stop, Answered done)
{
    request.headers = {"Accept-Language: " + m_parts.acceptLanguage, "Accept: application/json, application/problem+json"_ba};
    request.timeouts = m_parts.call;
    request.bodyLimit = longest;
    auto slot = std::make_shared<const RetryingCall*>(nullptr);
    auto call = std::make_unique<RetryingCall>(
        RetryingCall::Parts{.transport = m_parts.transport, .policy = m_parts.policy, .link = m_parts.link}, std::move(request), nature,
        std::move(stop), [this, slot, done = std::move(done)](VendorResult<HttpAnswer> answer) mutable {
            const auto at = std::ranges::find(m_calls, *slot, &std::unique_ptr<RetryingCall>::get);
            const std::unique_ptr<RetryingCall> over = std::move(*at);
            m_calls.erase(at);
            done(std::move(answer));
        });
    *slot = call.get();
    m_calls.push_back(std::move(call));
    m_calls.back()->start();
}

} // namespace casebound
