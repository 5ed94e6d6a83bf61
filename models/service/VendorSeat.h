// The vendor's client as services hold it: one object for as long as the session lives, with nobody in it while the session is locked.
#pragma once

#include "ports/VendorClient.h"

#include <memory>
#include <optional>
#include <vector>

namespace casebound {

/// Lives on the window's thread. A client presents the person's key, so it goes at lock and another one comes at unlock.
class VendorSeat final : public VendorClient {
public:
    ~VendorSeat() override;
    /// Calls are answered by this client from now on, those that waited for it included.
    void take(std::shared_ptr<VendorClient> client);
    /// Nobody yet, somebody soon: what is asked meanwhile waits.
    void await();
    /// Nobody: what waits, and what is asked, ends with this. The client's own calls end with Cancelled.
    void leave(VendorFault why = VendorFault::Cancelled);

    [[nodiscard]] QFuture<VendorResult<VendorCapabilities>> capabilities(std::stop_token stop) override;
    [[nodiscard]] QFuture<VendorResult<QueryReceipt>> query(AuditedQuery query, QuerySink sink, std::stop_token stop) override;
    [[nodiscard]] QFuture<VendorResult<QByteArray>> image(QString path, QueryId query, std::stop_token stop) override;
    /// Null while nobody sits here: whoever asks comes again (listenToLink).
    [[nodiscard]] AlertClient* alertClient() override { return m_client ? m_client->alertClient() : nullptr; }
    [[nodiscard]] VendorAuditClient* auditClient() override { return m_client ? m_client->auditClient() : nullptr; }
    [[nodiscard]] LinkState link() const override;
    void listenToLink(std::function<void()> changed) override;

private:
    template <class T>
    [[nodiscard]] QFuture<VendorResult<T>> ask(std::move_only_function<QFuture<VendorResult<T>>(VendorClient&)> call);

    std::shared_ptr<VendorClient> m_client;
    std::vector<std::move_only_function<void(VendorClient*)>> m_waiting; ///< Called once, with nobody where nobody came.
    std::function<void()> m_linkChanged;
    VendorFault m_why = VendorFault::Cancelled;
    bool m_awaited = false;
};

} // namespace casebound
