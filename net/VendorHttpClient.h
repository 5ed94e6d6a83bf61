// The vendor over HTTPS (ports/VendorClient.h; design: the vendor contract, version 1).
#pragma once

#include "net/HttpTransport.h"
#include "net/RetryPolicy.h"
#include "ports/Link.h"
#include "ports/VendorClient.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace casebound {

class RetryingCall;
struct VendorSettings;

enum class VendorClientFault { BadAddress, NoAuthority, BadRevocations, BadPin, KeyMismatch };

/// Lives on one thread with an event loop; answers are parsed on threads of its own. Destroyed, what is under way ends with Cancelled.
class VendorHttpClient final : public QObject, public VendorClient {
    Q_OBJECT

public:
    struct Options {
        QByteArray acceptLanguage = "en"; ///< A language tag.
        int pageLimit = 1000;             ///< Reads asked for per page; never more than the vendor's page_limit_max once known.
        HttpTimeouts call;
        HttpTimeouts image{.total = std::chrono::milliseconds(60'000)};
        RetryRules retry;
        std::function<double()> random; ///< Numbers in [0, 1) for the back-off; empty: the system's.
    };

    /// The clock must outlive the client.
    [[nodiscard]] static std::expected<std::unique_ptr<VendorHttpClient>, VendorClientFault>
    create(const VendorSettings& vendor, ClientIdentity identity, const Clock& clock, Options options);
    ~VendorHttpClient() override;

    [[nodiscard]] QFuture<VendorResult<VendorCapabilities>> capabilities(std::stop_token stop) override;
    [[nodiscard]] QFuture<VendorResult<QueryReceipt>> query(AuditedQuery query, QuerySink sink, std::stop_token stop) override;
    [[nodiscard]] QFuture<VendorResult<QByteArray>> image(QString path, QueryId query, std::stop_token stop) override;
    [[nodiscard]] LinkState link() const { return m_link; }

Q_SIGNALS:
    void linkChanged(casebound::LinkState state);

private:
    friend class VendorQueryCall;
    enum class Use { Query, Page, Question, Image };

    VendorHttpClient(VendorOrigin origin, TlsPolicy policy, const Clock& clock, Options options);
    [[nodiscard]] QFuture<VendorResult<HttpAnswer>> exchange(HttpRequest request, Use use, const QueryId& query, std::stop_token stop);
    void setLink(LinkState state);

    const Clock& m_clock;
    Options m_options;
    int m_pageLimit;
    RetryPolicy m_policy;
    HttpTransport m_transport;
    QThreadPool m_parsers;
    LinkState m_link = LinkState::NotConnected;
    std::unique_ptr<QObject> m_calls; ///< Parent of every call; goes first.
};

} // namespace casebound
