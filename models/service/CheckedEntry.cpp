#include "service/CheckedEntry.h"

#include "ledger/MerkleTree.h"

namespace casebound {

std::optional<CheckedEntry> checkedEntry(const AuditLog& log, const StoredEntry& stored)
{
    const auto leaf = log.leafHashes(stored.sequence, 1);
    auto shown = parsePublicPart(stored.publicBytes);
    auto hidden = parsePrivatePart(stored.privateBytes);
    if (leaf.size() != 1 || leafHash(stored.publicBytes) != leaf.front() || !shown || !hidden || shown->sequence != stored.sequence ||
        shown->commitment != toBytes(sha256(stored.privateBytes)))
        return std::nullopt;
    return CheckedEntry{.shown = *std::move(shown), .hidden = *std::move(hidden)};
}

} // namespace casebound
