// The office's time stamp service over HTTPS (RFC 3161, 3.4): the TLS policy of the vendor's connections, one origin, no redirect.
#pragma once

#include "net/HttpTransport.h"
#include "ports/TimeStamper.h"

#include <expected>
#include <memory>

namespace casebound {

struct TimeStampService;

/// What of the profile cannot be used; nothing is ever asked then.
enum class TimeStampsFault { BadAddress, NoAuthority };

/// Lives on one thread with an event loop. No certificate of a person is shown to this server. Destroyed, what is under way ends with
/// Cancelled.
class OfficeTimeStamps final : public TimeStamper {
public:
    static constexpr HttpTimeouts usual{.connect = std::chrono::milliseconds(10'000),
                                        .idle = std::chrono::milliseconds(20'000),
                                        .total = std::chrono::milliseconds(30'000)};

    /// `vendor`: its authorities where the service names none of its own for TLS.
    [[nodiscard]] static std::expected<std::unique_ptr<OfficeTimeStamps>, TimeStampsFault>
    create(const TimeStampService& service, const VendorSettings& vendor, HttpTimeouts timeouts = usual);

    [[nodiscard]] QFuture<StampAnswer> stamp(QByteArray query) override;
    [[nodiscard]] QString host() const override { return m_host; }

private:
    OfficeTimeStamps(QByteArray target, QString host, VendorOrigin origin, TlsPolicy policy, HttpTimeouts timeouts);

    const QByteArray m_target;
    const QString m_host;
    const HttpTimeouts m_timeouts;
    HttpTransport m_transport;
};

} // namespace casebound
