// The office's own map file: raster tiles in MBTiles 1.3 (SQLite). Foreign bytes: opened read-only, every answer bounded and checked.
#pragma once

#include "maps/TileKey.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace casebound {

enum class MbTilesFault {
    Missing,
    Unreadable, ///< No SQLite file, damaged, or without the tables of the format.
    NotRaster,  ///< Vector tiles, or a kind of picture that is not drawn: png and jpg alone.
    TooLarge,
};

/// Reads the whole file (half a second a gigabyte): whether it is the one the signed profile names.
[[nodiscard]] bool isUnaltered(const QString& file, const QByteArray& sha256);

/// Used from one thread at a time; closes on the thread that last used it.
class MbTiles {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<MbTiles>, MbTilesFault> open(const QString& file);
    ~MbTiles();

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const QString& attribution() const { return m_attribution; } ///< Plain text; markup of the file is taken out.
    [[nodiscard]] int deepest() const { return m_deepest; }
    /// The picture's bytes, at most 2 MB; nothing where the file has none.
    [[nodiscard]] std::optional<QByteArray> tile(const TileKey& key);

private:
    MbTiles() = default;
    struct Connection;
    std::unique_ptr<Connection> m_connection;
    QString m_name, m_attribution;
    int m_deepest = 0;
};

} // namespace casebound
