// The office's time stamp service over HTTPS (RFC 3161, 3.4).
#pragma once

#include "net/OfficeServer.h"
#include "ports/TimeStamper.h"

namespace casebound {

struct TimeStampService;

/// An OfficeServer that is asked for time stamps.
class OfficeTimeStamps final : public TimeStamper {
public:
    static constexpr HttpTimeouts usual{.connect = std::chrono::milliseconds(10'000),
                                        .idle = std::chrono::milliseconds(20'000),
                                        .total = std::chrono::milliseconds(30'000)};

    /// `vendor`: its authorities where the service names none of its own for TLS.
    [[nodiscard]] static std::expected<std::unique_ptr<OfficeTimeStamps>, OfficeServerFault>
    create(const TimeStampService& service, const VendorSettings& vendor, HttpTimeouts timeouts = usual);

    [[nodiscard]] QFuture<StampAnswer> stamp(QByteArray query) override;
    [[nodiscard]] QString host() const override { return m_server->host(); }

private:
    OfficeTimeStamps(QByteArray target, std::unique_ptr<OfficeServer> server, HttpTimeouts timeouts);

    const QByteArray m_target;
    const std::unique_ptr<OfficeServer> m_server;
    const HttpTimeouts m_timeouts;
};

} // namespace casebound
