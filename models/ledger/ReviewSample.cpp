#include "ledger/ReviewSample.h"

#include <algorithm>

namespace casebound {

std::size_t sampleSize(std::size_t population, int percent, int least, int most)
{
    const std::size_t wanted = (population * static_cast<std::size_t>(std::max(percent, 0)) + 99) / 100;
    return std::min(
        {std::max(wanted, static_cast<std::size_t>(std::max(least, 0))), static_cast<std::size_t>(std::max(most, 0)), population});
}

std::vector<std::uint64_t> drawSample(const Hash& root, const ReviewPeriod& period, std::span<const std::uint64_t> candidates,
                                      std::size_t size)
{
    QByteArray message = "casebound review sample v1\n" + toRfc3339(period.from).toLatin1() + '\n' + toRfc3339(period.to).toLatin1() +
                         '\n' + QByteArray::number(qulonglong(period.first)) + '\n' + QByteArray::number(qulonglong(period.end)) + '\n';
    const qsizetype head = message.size();
    std::vector<std::pair<Hash, std::uint64_t>> ranked;
    ranked.reserve(candidates.size());
    for (const std::uint64_t sequence : candidates) {
        message.truncate(head);
        message += QByteArray::number(qulonglong(sequence)) + '\n';
        ranked.emplace_back(hmacSha256(view(root), message), sequence);
    }
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(size, ranked.size()));
    std::ranges::partial_sort(ranked, end);
    std::vector<std::uint64_t> drawn;
    for (auto one = ranked.begin(); one != end; ++one)
        drawn.push_back(one->second);
    std::ranges::sort(drawn);
    return drawn;
}

} // namespace casebound
