#include "ledger/MerkleTree.h"

#include <cstring>

namespace casebound {
namespace {

constexpr unsigned chunkLevel = 8;
static_assert(MerkleTree::chunk == std::uint64_t{1} << chunkLevel);

} // namespace

Hash leafHash(QByteArrayView entry)
{
    thread_local Sha256 digest;
    digest.add(QByteArrayView("\x00", 1));
    digest.add(entry);
    return digest.finish();
}

Hash nodeHash(const Hash& left, const Hash& right)
{
    char bytes[65];
    bytes[0] = 1;
    std::memcpy(bytes + 1, left.data(), 32);
    std::memcpy(bytes + 33, right.data(), 32);
    return sha256(QByteArrayView(bytes, 65));
}

Hash emptyRoot()
{
    return sha256({});
}

void MerkleTree::addSubtree(Hash hash, unsigned level, std::optional<Hash>* chunkRoot)
{
    m_size += std::uint64_t{1} << level;
    // Each zero bit that carried over merges the last frontier root with the new one.
    for (std::uint64_t carried = m_size >> level; (carried & 1) == 0; carried >>= 1) {
        hash = nodeHash(m_frontier.back(), hash);
        m_frontier.pop_back();
        if (++level == chunkLevel && chunkRoot)
            *chunkRoot = hash;
    }
    m_frontier.push_back(hash);
}

std::optional<Hash> MerkleTree::add(const Hash& leaf)
{
    std::optional<Hash> chunkRoot;
    addSubtree(leaf, 0, &chunkRoot);
    return chunkRoot;
}

MerkleTree MerkleTree::restore(std::span<const Hash> chunkRoots, std::span<const Hash> tail)
{
    MerkleTree tree;
    for (const Hash& root : chunkRoots)
        tree.addSubtree(root, chunkLevel, nullptr);
    for (const Hash& leaf : tail)
        tree.addSubtree(leaf, 0, nullptr);
    return tree;
}

Hash MerkleTree::root() const
{
    if (m_frontier.empty())
        return emptyRoot();
    Hash hash = m_frontier.back();
    for (std::size_t i = m_frontier.size() - 1; i-- > 0;)
        hash = nodeHash(m_frontier[i], hash);
    return hash;
}

} // namespace casebound
