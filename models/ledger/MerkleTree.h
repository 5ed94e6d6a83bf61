// The tree of RFC 6962 section 2.1 over leaf hashes.
#pragma once

#include "crypto/Digest.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// SHA-256(00 || entry).
[[nodiscard]] Hash leafHash(QByteArrayView entry);
/// SHA-256(01 || left || right).
[[nodiscard]] Hash nodeHash(const Hash& left, const Hash& right);
/// SHA-256 of nothing.
[[nodiscard]] Hash emptyRoot();

/// The frontier of a growing tree: the roots of its perfect subtrees, largest first (one a bit of size). O(log n) memory; value type.
class MerkleTree {
public:
    /// Leaves under one stored root; a power of two, and the width of a C2SP tile.
    static constexpr std::uint64_t chunk = 256;

    MerkleTree() = default;
    /// From the roots of complete chunks and the leaf hashes after them (fewer than 256).
    [[nodiscard]] static MerkleTree restore(std::span<const Hash> chunkRoots, std::span<const Hash> tail);

    /// The chunk's root where this leaf completes one.
    std::optional<Hash> add(const Hash& leaf);
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Hash root() const;
    [[nodiscard]] const std::vector<Hash>& frontier() const { return m_frontier; }

private:
    /// A perfect subtree of 2^level leaves; the size must be a multiple of that.
    void addSubtree(Hash hash, unsigned level, std::optional<Hash>* chunkRoot);
    std::uint64_t m_size = 0;
    std::vector<Hash> m_frontier;
};

} // namespace casebound
