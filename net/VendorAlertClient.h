// The alert list over HTTPS (ports/AlertClient.h). Belongs to a VendorHttpClient, whose connections it shares.
#pragma once

#include "net/HttpTransport.h"
#include "net/VendorCalls.h"
#include "ports/AlertClient.h"

#include <memory>

namespace casebound {

/// The stream's own times; tests shorten them.
struct AlertStreamTimes {
    std::chrono::milliseconds silence{45'000}; ///< Keep-alives come every 15 s.
    std::chrono::milliseconds poll{30'000};    ///< Where the vendor has no stream.
    std::chrono::milliseconds firstPause{500}; ///< Before the first new try; doubles, with jitter.
    std::chrono::milliseconds longestPause{30'000};
};

class VendorAlertClient final : public AlertClient {
public:
    struct Parts {
        HttpTransport& transport;
        const RetryPolicy& policy;
        const Clock& clock;
        std::function<double()> random;
        QByteArray acceptLanguage;
        HttpTimeouts call;
        AlertStreamTimes stream;
        std::function<void(std::optional<LinkState>)> link;
    };
    explicit VendorAlertClient(Parts parts);
    ~VendorAlertClient() override = default; ///< What is under way ends with Cancelled.

    [[nodiscard]] QFuture<std::expected<void, VendorFailure>> send(AuditedAlertChange change, std::stop_token stop) override;
    [[nodiscard]] QFuture<std::expected<std::vector<VendorAlert>, VendorFailure>> list(std::stop_token stop) override;
    [[nodiscard]] std::unique_ptr<AlertStream> open(const QString& afterHit, bool streamed, AlertStreamSink sink) override;

private:
    struct Listing;
    void nextPage(const std::shared_ptr<Listing>& listing, const std::string& cursor);

    Parts m_parts;
    VendorCalls m_calls;
};

} // namespace casebound
