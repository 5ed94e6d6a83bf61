// Inclusion proofs of chosen entries of a large log: subtree hashes are read as they are needed, chunk roots once.
#pragma once

#include "ledger/MerkleProof.h"

#include <functional>
#include <vector>

namespace casebound {

/// RFC 6962 leaf hashes first … first+count-1, fewer at a fault.
using LeafReader = std::function<std::vector<Hash>(std::uint64_t first, std::size_t count)>;

/// Grown once over all leaves of the tree (32 bytes a 256 leaves), then proves any of them. Not thread-safe.
class ProofMaker {
public:
    ProofMaker(std::uint64_t size, LeafReader read) : m_size(size), m_read(std::move(read)) {}
    /// Reads the next chunks, at most `leaves` of them; true when all are read. Nothing before that.
    [[nodiscard]] bool prepare(std::uint64_t leaves);
    [[nodiscard]] bool isDamaged() const { return m_damaged; }
    [[nodiscard]] Hash root();
    [[nodiscard]] Proof prove(std::uint64_t index);

private:
    [[nodiscard]] Hash subtree(unsigned level, std::uint64_t index);
    std::uint64_t m_size, m_next = 0;
    LeafReader m_read;
    bool m_damaged = false;
    std::vector<std::vector<Hash>> m_levels; ///< From level 8 (256 leaves) up: complete subtrees alone.
    /// A chunk's leaves, and each level above them as far as it is complete.
    struct Chunk {
        std::uint64_t index = UINT64_MAX;
        std::vector<std::vector<Hash>> levels;
    };
    Chunk m_chunk; ///< Of the entry proved last.
    Chunk m_tail;  ///< The last one, incomplete, which is in every proof.
};

} // namespace casebound
