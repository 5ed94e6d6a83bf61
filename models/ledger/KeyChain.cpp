#include "ledger/KeyChain.h"

#include <algorithm>
#include <array>

namespace casebound {
namespace {

constexpr QByteArrayView oldMark("old-key "), newMark("new-key ");

std::optional<VerifierKey> keyIn(QByteArrayView line, QByteArrayView mark)
{
    return line.startsWith(mark) ? VerifierKey::parse(line.sliced(mark.size())) : std::nullopt;
}

} // namespace

std::expected<QByteArray, CryptoFault> announceKey(const CheckpointSigner& current, std::uint64_t size, const Hash& root,
                                                   const VerifierKey& next)
{
    const VerifierKey& old = current.verifierKey();
    if (next.origin() != old.origin() || next == old)
        return std::unexpected(CryptoFault::BadInput);
    return current.sign(size, root, std::array{oldMark.toByteArray() + old.text(), newMark.toByteArray() + next.text()});
}

std::expected<KeyAnnouncement, CheckpointProblem> readAnnouncement(QByteArrayView note)
{
    const auto read = readCheckpoint(note);
    if (!read)
        return std::unexpected(read.error());
    const auto lines = checkpointExtensions(note);
    auto oldKey = lines.size() == 2 ? keyIn(lines[0], oldMark) : std::nullopt;
    auto newKey = lines.size() == 2 ? keyIn(lines[1], newMark) : std::nullopt;
    if (!oldKey || !newKey || oldKey->origin() != read->origin || newKey->origin() != read->origin || *oldKey == *newKey)
        return std::unexpected(CheckpointProblem::Malformed);
    if (const auto held = verifyCheckpoint(note, std::span(&*oldKey, 1)); !held)
        return std::unexpected(held.error());
    return KeyAnnouncement{.before = *read, .oldKey = std::move(*oldKey), .newKey = std::move(*newKey)};
}

bool KeyChain::add(const KeyAnnouncement& announced)
{
    if (m_keys.empty())
        m_keys.push_back(announced.oldKey);
    const bool follows = m_keys.back() == announced.oldKey && std::ranges::find(m_keys, announced.newKey) == m_keys.end() &&
                         m_keys.size() <= longest && (m_from.empty() || m_from.back() < announced.before.size);
    if (follows) {
        m_keys.push_back(announced.newKey);
        m_from.push_back(announced.before.size);
    } else if (m_from.empty()) {
        m_keys.clear();
    }
    return follows;
}

std::span<const VerifierKey> KeyChain::inForce(std::uint64_t size) const
{
    // An announcement at entry n is in heads of size n + 1 and more.
    const auto next = static_cast<std::size_t>(std::ranges::lower_bound(m_from, size) - m_from.begin()); // announced in heads of this size
    const std::span all(m_keys);
    if (all.empty())
        return all;
    return next > 0 && m_from[next - 1] + 1 == size ? all.subspan(next - 1, 2) : all.subspan(next, 1);
}

} // namespace casebound
