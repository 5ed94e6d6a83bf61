#include "ledger/ReviewSample.h"

#include <algorithm>

namespace casebound {

namespace {

/// The candidates with the smallest ranks. Only as many are held as are wanted, so that a quarter of any length needs no memory of its own.
class Smallest {
public:
    explicit Smallest(std::size_t size) : m_size(size) { m_heap.reserve(size + 1); }

    void offer(const Hash& rank, std::uint64_t entry)
    {
        if (m_heap.size() == m_size && (m_size == 0 || std::pair(rank, entry) >= m_heap.front()))
            return;
        m_heap.emplace_back(rank, entry);
        std::ranges::push_heap(m_heap);
        if (m_heap.size() > m_size) {
            std::ranges::pop_heap(m_heap);
            m_heap.pop_back();
        }
    }
    [[nodiscard]] std::vector<std::uint64_t> entries() const
    {
        std::vector<std::uint64_t> drawn;
        for (const auto& [rank, entry] : m_heap)
            drawn.push_back(entry);
        std::ranges::sort(drawn);
        return drawn;
    }

private:
    std::size_t m_size;
    std::vector<std::pair<Hash, std::uint64_t>> m_heap; ///< The largest in front.
};

QByteArray line(std::uint64_t number)
{
    return QByteArray::number(qulonglong(number)) + '\n';
}

QByteArray line(Instant at)
{
    return toRfc3339(at).toLatin1() + '\n';
}

} // namespace

std::size_t sampleSize(std::size_t population, int percent, int least, int most)
{
    const std::size_t wanted = (population * static_cast<std::size_t>(std::max(percent, 0)) + 99) / 100;
    return std::min(
        {std::max(wanted, static_cast<std::size_t>(std::max(least, 0))), static_cast<std::size_t>(std::max(most, 0)), population});
}

std::vector<std::uint64_t> drawSample(const Hash& root, const ReviewPeriod& period, std::span<const std::uint64_t> candidates,
                                      std::size_t size)
{
    KeyedSha256 hmac(view(root),
                     "casebound review sample v1\n" + line(period.from) + line(period.to) + line(period.first) + line(period.end));
    Smallest smallest(std::min(size, candidates.size()));
    for (const std::uint64_t sequence : candidates)
        smallest.offer(hmac.of(line(sequence)), sequence);
    return smallest.entries();
}

Hash reviewSeed(std::span<const ReviewedLog> logs)
{
    QByteArray text = "casebound review seed v2\n";
    for (const ReviewedLog& log : logs)
        text += log.origin.toUtf8() + '\n' + line(log.size) + toBytes(log.root).toHex() + '\n' + line(log.first) + line(log.end);
    return sha256(text);
}

std::vector<std::uint64_t> drawTogether(std::span<const ReviewedLog> logs, Instant from, Instant to,
                                        std::span<const std::uint64_t> candidates, std::size_t size)
{
    const Hash seed = reviewSeed(logs);
    std::vector<KeyedSha256> hmacs;
    for (const ReviewedLog& log : logs)
        hmacs.emplace_back(view(seed), "casebound review sample v2\n" + line(from) + line(to) + log.origin.toUtf8() + '\n');
    Smallest smallest(std::min(size, candidates.size()));
    for (const std::uint64_t entry : candidates) {
        if (logOf(entry) < hmacs.size())
            smallest.offer(hmacs[logOf(entry)].of(line(sequenceOf(entry))), entry);
    }
    return smallest.entries();
}

} // namespace casebound
