#include "bundle/AuditExtract.h"

#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr std::uint64_t chunkSize = MerkleTree::chunk;
constexpr unsigned chunkLevel = 8;

/// The leaves, and each level above them as far as its subtrees are complete.
std::vector<std::vector<Hash>> levelsOf(std::vector<Hash> leaves)
{
    std::vector<std::vector<Hash>> levels;
    levels.push_back(std::move(leaves));
    while (levels.back().size() > 1) {
        const std::vector<Hash>& below = levels.back();
        std::vector<Hash> level;
        level.reserve(below.size() / 2);
        for (std::size_t i = 0; i + 1 < below.size(); i += 2)
            level.push_back(nodeHash(below[i], below[i + 1]));
        levels.push_back(std::move(level));
    }
    return levels;
}

/// One entry a line: the entry and its private part as text, byte for byte, its leaf hash and its proof.
class Extract final : public BundleFormat {
public:
    QByteArray path() const override { return "data/audit/entries.jsonl"; }
    bool wantsEntries() const override { return true; }
    QByteArray entry(const BundleEntry& one) override
    {
        QByteArray line = "{\"seq\":" + QByteArray::number(static_cast<qulonglong>(one.open.sequence)) +
                          ",\"entry\":" + quoted(one.publicBytes) + ",\"private\":" + quoted(one.privateBytes) + ",\"leaf\":\"" +
                          view(leafHash(one.publicBytes)).toByteArray().toHex() + "\",\"proof\":[";
        for (std::size_t i = 0; i < one.proof.size(); ++i)
            line += (i == 0 ? "\"" : ",\"") + view(one.proof[i]).toByteArray().toHex() + '"';
        return line + "]}\n";
    }

private:
    /// Canonical JSON is valid UTF-8 without control characters, so two escapes are enough, and the bytes come back as they were.
    static QByteArray quoted(const QByteArray& bytes)
    {
        QByteArray out = "\"";
        out.reserve(bytes.size() + bytes.size() / 4);
        for (const char c : bytes) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
        }
        return out + '"';
    }
};

} // namespace

bool ProofMaker::prepare(std::uint64_t leaves)
{
    for (std::uint64_t done = 0; done < leaves && !m_damaged && m_next + chunkSize <= m_size; done += chunkSize) {
        std::vector<Hash> chunk = m_read(m_next, chunkSize);
        if (chunk.size() != chunkSize) {
            m_damaged = true;
            return true;
        }
        if (m_levels.empty())
            m_levels.emplace_back();
        m_levels[0].push_back(levelsOf(std::move(chunk)).back().front());
        for (std::size_t level = 0; m_levels[level].size() % 2 == 0; ++level) {
            if (m_levels.size() == level + 1)
                m_levels.emplace_back();
            const auto& below = m_levels[level];
            m_levels[level + 1].push_back(nodeHash(below[below.size() - 2], below.back()));
        }
        m_next += chunkSize;
    }
    return m_damaged || m_next + chunkSize > m_size;
}

Hash ProofMaker::subtree(unsigned level, std::uint64_t index)
{
    if (level >= chunkLevel) {
        const std::size_t row = level - chunkLevel;
        if (row < m_levels.size() && index < m_levels[row].size())
            return m_levels[row][index];
        m_damaged = true; // asked only for subtrees that are complete
        return {};
    }
    const std::uint64_t chunkIndex = (index << level) / chunkSize;
    Chunk& chunk = chunkIndex == m_size / chunkSize ? m_tail : m_chunk;
    if (chunk.index != chunkIndex) { // neighbours are proved one after the other: what lies between leaves and root is hashed once
        const std::uint64_t first = chunkIndex * chunkSize;
        chunk = {.index = chunkIndex, .levels = levelsOf(m_read(first, static_cast<std::size_t>(std::min(chunkSize, m_size - first))))};
    }
    const std::uint64_t at = index - ((chunkIndex * chunkSize) >> level);
    if (level >= chunk.levels.size() || at >= chunk.levels[level].size()) {
        m_damaged = true;
        return {};
    }
    return chunk.levels[level][at];
}

Hash ProofMaker::root()
{
    return rootOf(m_size, [this](unsigned level, std::uint64_t index) { return subtree(level, index); });
}

Proof ProofMaker::prove(std::uint64_t index)
{
    return inclusionProof(index, m_size, [this](unsigned level, std::uint64_t at) { return subtree(level, at); });
}

std::unique_ptr<BundleFormat> makeAuditExtract()
{
    return std::make_unique<Extract>();
}

} // namespace casebound
