#include "domain/Review.h"

#include <array>

namespace casebound {

namespace {
constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("in_order"), QLatin1StringView("question"), QLatin1StringView("refer")};
}

QString itemVerdictWord(ItemVerdict verdict)
{
    return words[static_cast<std::size_t>(verdict)];
}

std::optional<ItemVerdict> itemVerdictFromWord(QStringView word)
{
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (word == words[n])
            return static_cast<ItemVerdict>(n);
    }
    return std::nullopt;
}

} // namespace casebound
