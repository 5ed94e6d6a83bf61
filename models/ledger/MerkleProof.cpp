#include "ledger/MerkleProof.h"

#include <bit>

namespace casebound {
namespace {

/// MTH of leaves first … first+count-1, where `first` is a multiple of the largest power of two that is ≤ count.
Hash rangeRoot(std::uint64_t first, std::uint64_t count, const SubtreeReader& read)
{
    if (std::has_single_bit(count)) {
        const auto level = static_cast<unsigned>(std::countr_zero(count));
        return read(level, first >> level);
    }
    const std::uint64_t left = std::bit_floor(count);
    return nodeHash(rangeRoot(first, left, read), rangeRoot(first + left, count - left, read));
}

/// The largest power of two smaller than count (> 1): where RFC 6962 splits.
std::uint64_t split(std::uint64_t count)
{
    return std::bit_floor(count - 1);
}

void inclusion(Proof& proof, std::uint64_t index, std::uint64_t first, std::uint64_t count, const SubtreeReader& read)
{
    if (count == 1)
        return;
    const std::uint64_t left = split(count);
    if (index < left) {
        inclusion(proof, index, first, left, read);
        proof.push_back(rangeRoot(first + left, count - left, read));
    } else {
        inclusion(proof, index - left, first + left, count - left, read);
        proof.push_back(rangeRoot(first, left, read));
    }
}

void consistency(Proof& proof, std::uint64_t older, std::uint64_t first, std::uint64_t count, bool whole, const SubtreeReader& read)
{
    if (older == count) {
        if (!whole)
            proof.push_back(rangeRoot(first, count, read));
        return;
    }
    const std::uint64_t left = split(count);
    if (older <= left) {
        consistency(proof, older, first, left, whole, read);
        proof.push_back(rangeRoot(first + left, count - left, read));
    } else {
        consistency(proof, older - left, first + left, count - left, false, read);
        proof.push_back(rangeRoot(first, left, read));
    }
}

} // namespace

Hash rootOf(std::uint64_t size, const SubtreeReader& read)
{
    return size == 0 ? emptyRoot() : rangeRoot(0, size, read);
}

Proof inclusionProof(std::uint64_t index, std::uint64_t size, const SubtreeReader& read)
{
    Proof proof;
    if (index < size)
        inclusion(proof, index, 0, size, read);
    return proof;
}

Proof consistencyProof(std::uint64_t older, std::uint64_t newer, const SubtreeReader& read)
{
    Proof proof;
    if (older > 0 && older < newer)
        consistency(proof, older, 0, newer, true, read);
    return proof;
}

bool verifyInclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof, const Hash& root)
{
    if (index >= size)
        return false;
    std::uint64_t node = index, last = size - 1;
    Hash hash = leaf;
    for (const Hash& other : proof) {
        if (last == 0)
            return false;
        if ((node & 1) == 1 || node == last) {
            hash = nodeHash(other, hash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, other);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verifyConsistency(std::uint64_t older, const Hash& olderRoot, std::uint64_t newer, const Hash& newerRoot, std::span<const Hash> proof)
{
    if (older > newer)
        return false;
    if (older == newer)
        return proof.empty() && olderRoot == newerRoot;
    if (older == 0)
        return proof.empty() && olderRoot == emptyRoot();
    std::vector<Hash> path(proof.begin(), proof.end());
    if (std::has_single_bit(older))
        path.insert(path.begin(), olderRoot);
    if (path.empty())
        return false;
    std::uint64_t node = older - 1, last = newer - 1;
    while ((node & 1) == 1) {
        node >>= 1;
        last >>= 1;
    }
    Hash oldHash = path.front(), newHash = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (last == 0)
            return false;
        if ((node & 1) == 1 || node == last) {
            oldHash = nodeHash(path[i], oldHash);
            newHash = nodeHash(path[i], newHash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newHash = nodeHash(newHash, path[i]);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && oldHash == olderRoot && newHash == newerRoot;
}

} // namespace casebound
