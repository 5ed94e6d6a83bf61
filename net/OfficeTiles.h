// The agency's own tile server over HTTPS: the TLS policy of the vendor's connections, one origin, no redirect, nothing on disk.
#pragma once

#include "net/HttpTransport.h"
#include "ports/TileServer.h"

#include <expected>
#include <memory>

namespace casebound {

struct BaseMap;

/// What of the profile cannot be used; nothing is ever asked then.
enum class OfficeTilesFault { BadAddress, NoAuthority, BadRevocations };

/// Lives on one thread with an event loop. Who sits at the workstation is not told: no certificate of a person is shown to this server.
/// Answers are kept by nobody here. Destroyed, what is under way ends with Cancelled.
class OfficeTiles final : public TileServer {
public:
    static constexpr std::size_t largestTile = 2U << 20;
    static constexpr HttpTimeouts usual{
        .connect = std::chrono::milliseconds(5'000), .idle = std::chrono::milliseconds(10'000), .total = std::chrono::milliseconds(20'000)};

    /// `vendor`: its authorities where the map names none of its own.
    [[nodiscard]] static std::expected<std::unique_ptr<OfficeTiles>, OfficeTilesFault>
    create(const BaseMap& map, const VendorSettings& vendor, HttpTimeouts timeouts = usual);

    [[nodiscard]] QFuture<TileAnswer> tile(int zoom, int x, int y) override;
    [[nodiscard]] QString host() const override { return m_host; }

private:
    OfficeTiles(QByteArray target, QString host, VendorOrigin origin, TlsPolicy policy, HttpTimeouts timeouts);

    const QByteArray m_target; ///< Path and query with {z}, {x} and {y} in it.
    const QString m_host;
    const HttpTimeouts m_timeouts;
    HttpTransport m_transport;
};

} // namespace casebound
