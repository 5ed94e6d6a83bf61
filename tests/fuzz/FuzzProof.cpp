// Inclusion and consistency proofs of trees up to 600 leaves, altered as the input says: accepted if, and only if, nothing was altered.
// The hashes they are held against come from the definition of RFC 6962 section 2.1, not from our tree.
#include "Fuzz.h"

#include "ledger/MerkleProof.h"

#include <algorithm>
#include <map>

using namespace casebound;
using fuzz::must;

namespace {

constexpr std::uint64_t mostLeaves = 600;

const Hash& leaf(std::uint64_t index)
{
    static const std::vector<Hash> leaves = [] {
        std::vector<Hash> made;
        for (std::uint64_t i = 0; i < mostLeaves; ++i)
            made.push_back(leafHash(QByteArray::number(static_cast<qulonglong>(i))));
        return made;
    }();
    return leaves[index];
}

/// MTH(D[first:first+count]).
Hash treeHash(std::uint64_t first, std::uint64_t count)
{
    static std::map<std::pair<std::uint64_t, std::uint64_t>, Hash> known;
    if (count == 0)
        return emptyRoot();
    if (count == 1)
        return leaf(first);
    const auto found = known.find({first, count});
    if (found != known.end())
        return found->second;
    std::uint64_t left = 1;
    while (left * 2 < count)
        left *= 2;
    const Hash hash = nodeHash(treeHash(first, left), treeHash(first + left, count - left));
    known.emplace(std::pair(first, count), hash);
    return hash;
}

Hash subtree(unsigned level, std::uint64_t index)
{
    return treeHash(index << level, std::uint64_t{1} << level);
}

Proof altered(Proof proof, fuzz::Numbers& numbers)
{
    while (!numbers.atEnd()) {
        const std::uint8_t how = numbers.byte();
        if (proof.empty() || how % 5 == 0) {
            Hash added = leaf(numbers.pair() % mostLeaves);
            proof.insert(proof.begin() + static_cast<std::ptrdiff_t>(how % (proof.size() + 1)), added);
            continue;
        }
        const auto at = numbers.byte() % proof.size();
        switch (how % 5) {
        case 1: proof.erase(proof.begin() + static_cast<std::ptrdiff_t>(at)); break;
        case 2: proof[at][how % 32] ^= numbers.byte(); break;
        case 3: std::swap(proof[at], proof[how % proof.size()]); break;
        default: proof[at] = treeHash(0, numbers.pair() % mostLeaves); break;
        }
    }
    return proof;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Numbers numbers(data, size);
    const std::uint64_t newer = 1 + numbers.pair() % (mostLeaves - 1), older = numbers.pair() % (newer + 1);
    const std::uint64_t index = numbers.pair() % newer;
    const Hash root = treeHash(0, newer), olderRoot = treeHash(0, older);
    must(rootOf(newer, subtree) == root);

    const bool consistency = numbers.byte() % 2 == 1;
    const Proof right = consistency ? consistencyProof(older, newer, subtree) : inclusionProof(index, newer, subtree);
    const Proof tried = altered(right, numbers);
    if (consistency) {
        must(verifyConsistency(older, olderRoot, newer, root, tried) == (tried == right));
        must(older == 0 || older == newer || !verifyConsistency(older, root, newer, root, tried));
        must(!verifyConsistency(older, olderRoot, newer, leafHash("another"), tried) || older == 0);
        static_cast<void>(verifyConsistency(older * 0x9e3779b97f4a7c15U, olderRoot, ~index, root, tried)); // any size: an answer
    } else {
        must(verifyInclusion(leaf(index), index, newer, tried, root) == (tried == right));
        must(!verifyInclusion(leafHash("another"), index, newer, tried, root));
        must(!verifyInclusion(leaf(index), newer, newer, tried, root));
        static_cast<void>(verifyInclusion(leaf(index), index, ~older, tried, root));
    }
    return 0;
}
