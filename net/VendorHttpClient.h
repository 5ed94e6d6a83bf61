// The vendor over HTTPS (ports/VendorClient.h; design: the vendor contract, version 1).
#pragma once

#include "net/HttpTransport.h"
#include "net/RetryPolicy.h"
#include "net/VendorAlertClient.h"
#include "net/VendorAuditHttpClient.h"
#include "ports/VendorClient.h"

#include <QThreadPool>

#include <memory>
#include <vector>

namespace casebound {

class RetryingCall;
class VendorQueryCall;
struct VendorSettings;

enum class VendorClientFault { BadAddress, NoAuthority, BadRevocations, BadPin, KeyMismatch };

/// Lives on one thread with an event loop; answers are parsed on threads of its own. Destroyed, what is under way ends with Cancelled.
class VendorHttpClient final : public VendorClient {
public:
    struct Options {
        QByteArray acceptLanguage = "en"; ///< A language tag.
        int pageLimit = 1000;             ///< Reads asked for per page; never more than the vendor's page_limit_max once known.
        HttpTimeouts call;
        HttpTimeouts image{.total = std::chrono::milliseconds(60'000)};
        RetryRules retry;
        AlertStreamTimes stream;
        std::function<double()> random; ///< Numbers in [0, 1) for the back-off; empty: the system's.
    };

    /// The clock must outlive the client.
    [[nodiscard]] static std::expected<std::unique_ptr<VendorHttpClient>, VendorClientFault>
    create(const VendorSettings& vendor, ClientIdentity identity, const Clock& clock, Options options);
    ~VendorHttpClient() override;

    [[nodiscard]] QFuture<VendorResult<VendorCapabilities>> capabilities(std::stop_token stop) override;
    void recall(const VendorCapabilities& known) override;
    [[nodiscard]] QFuture<VendorResult<QueryReceipt>> query(AuditedQuery query, QuerySink sink, std::stop_token stop) override;
    [[nodiscard]] QFuture<VendorResult<QByteArray>> image(QString path, QueryId query, std::stop_token stop) override;
    /// The alert list, with the same credential and over the same connections; ends with this client.
    [[nodiscard]] AlertClient& alerts() { return m_alerts; }
    [[nodiscard]] AlertClient* alertClient() override { return &m_alerts; }
    /// The vendor's record of queries and its users; the same.
    [[nodiscard]] VendorAuditClient* auditClient() override { return &m_audit; }
    [[nodiscard]] LinkState link() const override { return m_link; }
    void listenToLink(std::function<void()> changed) override { m_linkChanged = std::move(changed); }

private:
    friend class VendorQueryCall;
    enum class Use { Query, Page, Question, Image };

    VendorHttpClient(VendorOrigin origin, TlsPolicy policy, const Clock& clock, Options options);
    using Answered = std::move_only_function<void(VendorResult<HttpAnswer> answer)>;
    /// Not started yet.
    [[nodiscard]] std::unique_ptr<RetryingCall> exchange(HttpRequest request, Use use, const QueryId& query, std::stop_token stop,
                                                         Answered done);
    /// An exchange of the client's own, whose answer `convert` turns into the future's result.
    template <class T, class Convert>
    [[nodiscard]] QFuture<VendorResult<T>> ask(HttpRequest request, Use use, const QueryId& query, std::stop_token stop, Convert convert);
    [[nodiscard]] std::unique_ptr<VendorQueryCall> release(const VendorQueryCall& call);
    void setLink(std::optional<LinkState> met);

    const Clock& m_clock;
    Options m_options;
    int m_pageLimit;
    RetryPolicy m_policy;
    HttpTransport m_transport;
    QThreadPool m_parsers;
    LinkState m_link = LinkState::NotConnected;
    std::function<void()> m_linkChanged;
    std::vector<std::unique_ptr<VendorQueryCall>> m_queries;
    std::vector<std::unique_ptr<RetryingCall>> m_questions; ///< Of capabilities and images.
    VendorAlertClient m_alerts;
    VendorAuditHttpClient m_audit;
};

} // namespace casebound
