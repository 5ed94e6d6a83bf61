// The agency's own tile server over HTTPS.
#pragma once

#include "net/OfficeServer.h"
#include "ports/TileServer.h"

namespace casebound {

struct BaseMap;

/// An OfficeServer that is asked for tiles. Answers are kept by nobody here.
class OfficeTiles final : public TileServer {
public:
    static constexpr std::size_t largestTile = 2U << 20;
    static constexpr HttpTimeouts usual{
        .connect = std::chrono::milliseconds(5'000), .idle = std::chrono::milliseconds(10'000), .total = std::chrono::milliseconds(20'000)};

    /// `vendor`: its authorities where the map names none of its own.
    [[nodiscard]] static std::expected<std::unique_ptr<OfficeTiles>, OfficeServerFault>
    create(const BaseMap& map, const VendorSettings& vendor, HttpTimeouts timeouts = usual);

    [[nodiscard]] QFuture<TileAnswer> tile(int zoom, int x, int y) override;
    [[nodiscard]] QString host() const override { return m_server->host(); }

private:
    OfficeTiles(QByteArray target, std::unique_ptr<OfficeServer> server, HttpTimeouts timeouts);

    const QByteArray m_target; ///< Path and query with {z}, {x} and {y} in it.
    const std::unique_ptr<OfficeServer> m_server;
    const HttpTimeouts m_timeouts;
};

} // namespace casebound
