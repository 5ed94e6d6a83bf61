// One query on the wire: POST, then page after page, starting again where a cursor expired. Internal to net.
#pragma once

#include "net/QueryAssembly.h"
#include "net/RetryingCall.h"
#include "net/VendorHttpClient.h"

#include <QPromise>

namespace casebound {

/// Pages are fetched one after the other (each names the next), parsed on the client's threads (small ones at
/// once, here) and handed over on this one.
/// Belongs to the client, which lets go of it when it ends; destroyed earlier, the future finishes with Cancelled.
class VendorQueryCall final : public QObject {
    Q_OBJECT

public:
    VendorQueryCall(VendorHttpClient& client, AuditedQuery query, QuerySink sink, std::stop_token stop);
    ~VendorQueryCall() override;

    [[nodiscard]] QFuture<VendorResult<QueryReceipt>> future() { return m_promise.future(); }
    void start() { post(); } ///< May end, and be gone, before it returns.

private:
    void post();
    void fetch(const std::string& cursor);
    void ask(HttpRequest request, VendorHttpClient::Use use);
    void answered(VendorResult<HttpAnswer> answer, bool isFirst);
    void parsed(std::expected<QueryPage, VendorFailure> page);
    void restart();
    /// The last thing a method does: afterwards this object is gone.
    void end(VendorResult<QueryReceipt> result);
    void resolve(VendorResult<QueryReceipt> result);

    VendorHttpClient& m_client;
    AuditedQuery m_query;
    QuerySink m_sink;
    std::stop_token m_stop;
    QByteArray m_body; ///< The same bytes at every repeat: another body under the same id would be a conflict.
    int m_limit;
    int m_restarts = 0;
    std::shared_ptr<QueryAssembly> m_assembly; ///< Shared with the parsing thread, used by one at a time.
    QPromise<VendorResult<QueryReceipt>> m_promise;
    bool m_ended = false;
    std::unique_ptr<RetryingCall> m_exchange; ///< The one under way.
};

} // namespace casebound
