// Inclusion and consistency proofs (RFC 6962 section 2.1.1–2.1.2; verification as RFC 9162 section 2.1.3.2 and 2.1.4.2). Pure functions.
#pragma once

#include "ledger/MerkleTree.h"

#include <functional>
#include <span>
#include <vector>

namespace casebound {

/// The root of the perfect subtree of 2^level leaves that begins at leaf index · 2^level. Asked only for subtrees inside the tree.
using SubtreeReader = std::function<Hash(unsigned level, std::uint64_t index)>;
using Proof = std::vector<Hash>;

/// MTH of the first `size` leaves.
[[nodiscard]] Hash rootOf(std::uint64_t size, const SubtreeReader& read);
/// That leaf `index` stands in the tree of `size` leaves; index < size.
[[nodiscard]] Proof inclusionProof(std::uint64_t index, std::uint64_t size, const SubtreeReader& read);
/// That the tree of `newer` leaves begins with the one of `older`; older ≤ newer. Empty where they are equal or older is 0.
[[nodiscard]] Proof consistencyProof(std::uint64_t older, std::uint64_t newer, const SubtreeReader& read);

[[nodiscard]] bool verifyInclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                                   const Hash& root);
[[nodiscard]] bool verifyConsistency(std::uint64_t older, const Hash& olderRoot, std::uint64_t newer, const Hash& newerRoot,
                                     std::span<const Hash> proof);

} // namespace casebound
