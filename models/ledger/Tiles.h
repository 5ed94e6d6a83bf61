// The files of a C2SP tlog-tiles log: names, hash tiles of 256, entry bundles. Pure: bytes in, bytes out.
#pragma once

#include "ledger/MerkleTree.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

inline constexpr std::uint64_t tileWidth = 256;
inline constexpr unsigned mostTileLevels = 8; ///< 2^64 leaves need no more.
inline constexpr qsizetype largestBundle = 256 * (2 + 65'535);

/// One file under "tile/": a hash tile of a level, or an entry bundle.
struct TileName {
    bool entries = false;
    unsigned level = 0; ///< 0 for bundles.
    std::uint64_t index = 0;
    unsigned width = 256; ///< Under 256: partial, "….p/<width>".
    friend bool operator==(const TileName&, const TileName&) = default;
};

/// "tile/0/x001/234", "tile/entries/000.p/5".
[[nodiscard]] QByteArray tilePath(const TileName& name);
/// Only the one spelling tilePath() writes.
[[nodiscard]] std::optional<TileName> parseTilePath(QByteArrayView path);

/// Tiles of a level in a tree of `size` leaves, the partial one included.
[[nodiscard]] std::uint64_t tileCount(unsigned level, std::uint64_t size);
/// Hashes (or entries, level 0) in a tile of that tree; 0 where the tree has no such tile.
[[nodiscard]] unsigned tileWidthIn(unsigned level, std::uint64_t index, std::uint64_t size);
/// Exactly the file a log of `size` entries holds: not a partial tile of an earlier size, not a full one beyond the end.
[[nodiscard]] bool belongsTo(const TileName& name, std::uint64_t size);

/// Adds 2 big-endian length bytes and the entry; false where the entry is over 65,535 bytes.
[[nodiscard]] bool appendToBundle(QByteArray& bundle, QByteArrayView entry);
/// Exactly `count` entries and nothing after them; views into the bundle.
[[nodiscard]] std::optional<std::vector<QByteArrayView>> readBundle(QByteArrayView bundle, unsigned count);

/// The root over a full tile's 256 hashes.
[[nodiscard]] Hash tileRoot(std::span<const Hash> hashes);

/// Grows a tree and hands out its hash tiles, each once and in order: full ones as they fill, partial ones at finish().
/// Memory: 256 hashes a level.
class TileBuilder {
public:
    using Sink = std::function<void(const TileName& name, std::span<const Hash> hashes)>;
    explicit TileBuilder(Sink sink = {}) : m_sink(std::move(sink)) {}

    void add(const Hash& leaf);
    /// 256 leaves at once, with their root computed elsewhere (on another core); the size must be a multiple of 256.
    void addFullTile(std::span<const Hash> leaves, const Hash& root);
    /// The partial tiles. Nothing may be added afterwards.
    void finish();

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Hash root() const;

private:
    struct Level {
        std::vector<Hash> hashes; ///< Of the tile being filled.
        std::uint64_t index = 0;  ///< Its number.
    };
    void push(unsigned level, const Hash& hash);
    Level& at(unsigned level);
    Sink m_sink;
    std::vector<Level> m_levels;
    std::uint64_t m_size = 0;
};

} // namespace casebound
