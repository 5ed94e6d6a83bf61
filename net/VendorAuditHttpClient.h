// The vendor's record of queries and its users over HTTPS (ports/VendorAuditClient.h). Belongs to a VendorHttpClient, whose connections it
// shares.
#pragma once

#include "net/VendorCalls.h"
#include "ports/VendorAuditClient.h"

#include <memory>

namespace casebound {

class VendorAuditHttpClient final : public VendorAuditClient {
public:
    /// A record that does not end is not read for ever.
    static constexpr std::size_t mostEntries = 200'000, mostUsers = 100'000;

    explicit VendorAuditHttpClient(VendorCalls::Parts parts) : m_calls(std::move(parts)) {}

    [[nodiscard]] std::unique_ptr<VendorAuditWalk> queries(Instant from, Instant to, std::stop_token stop) override;
    [[nodiscard]] QFuture<VendorResult<std::vector<VendorUser>>> users(std::stop_token stop) override;

private:
    class Walk;
    struct UserList;
    void nextUsers(const std::shared_ptr<UserList>& list, const std::string& cursor);

    VendorCalls m_calls;
};

} // namespace casebound
