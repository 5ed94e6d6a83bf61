// Names of tiles, bundles of entries, and the whole check over entries nobody vouches for. The first byte is the number of entries wanted.
#include "Fuzz.h"

#include "ledger/LedgerCheck.h"
#include "ledger/MerkleTree.h"

using namespace casebound;
using fuzz::must;

namespace {

void tileName(QByteArrayView bytes)
{
    const auto name = parseTilePath(bytes);
    if (!name)
        return;
    must(tilePath(*name) == bytes);
    must(name->level < mostTileLevels && name->width >= 1 && name->width <= tileWidth);
    must(!belongsTo(*name, 0));
}

/// The faults of the check, and the root it derives, whichever way it is fed.
void check(const std::vector<QByteArrayView>& entries)
{
    const EntryExaminer examiner;
    std::vector<EntryFacts> facts;
    std::vector<Hash> leaves;
    MerkleTree tree;
    for (const QByteArrayView entry : entries) {
        facts.push_back(examiner.examine(entry, entry)); // also read as the private part, which it does not commit to
        leaves.push_back(leafHash(entry));
        must(facts.back().leaf == leaves.back());
        must(facts.back().problem || facts.back().privateProblem);
        tree.add(leaves.back());
    }
    LedgerFaults single, tiled;
    std::uint64_t hashes = 0;
    const auto size = static_cast<std::uint64_t>(entries.size());
    LedgerCheck one(single, [&](const TileName& name, std::span<const Hash> tile) {
        must(belongsTo(name, size) && parseTilePath(tilePath(name)) == name && tile.size() == name.width);
        hashes += tile.size();
    });
    one.expect({.size = size, .root = tree.root(), .place = {}});
    for (const EntryFacts& entry : facts)
        one.add(entry);
    one.finish();
    must(one.root() == tree.root() && one.size() == size && hashes >= size);
    for (const LedgerFault& fault : single.list())
        must(fault.kind != LedgerFaultKind::WitnessDiffers);
    if (entries.size() != tileWidth)
        return;
    LedgerCheck other(tiled);
    other.addTile(facts, tileRoot(leaves));
    other.finish();
    must(other.root() == tree.root() && tiled.count() == single.count());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    tileName(bytes);
    if (size == 0)
        return 0;
    const unsigned count = data[0] + 1U;
    const auto entries = readBundle(bytes.sliced(1), count);
    if (!entries)
        return 0;
    must(entries->size() == count);
    QByteArray again;
    for (const QByteArrayView entry : *entries)
        must(appendToBundle(again, entry));
    must(again == bytes.sliced(1));
    check(*entries);
    return 0;
}
