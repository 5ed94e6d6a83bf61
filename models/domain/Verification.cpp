#include "domain/Verification.h"

#include "domain/Reference.h"

#include <algorithm>

namespace casebound {

namespace {

// A substitution costs less than two gaps, so a misread character stays one column; a gap costs less than a substitution, so a dropped
// character does not turn all that follow into wrong pairs; and a likely misreading (0 for O) is cheaper than either.
// Of alignments that cost the same the one with fewer differences wins, then the one with fewer columns: swapping the texts must not
// change the count. The three are packed into one number, highest first; MaxCompared keeps them apart.
constexpr int Column = 1;
constexpr int Difference = 256 + Column;
constexpr int Weight = 256 * 256;
constexpr int GapCost = 4 * Weight + Difference;
constexpr int ConfusableCost = 3 * Weight + Difference;
constexpr int DifferentCost = 6 * Weight + Difference;
static_assert(2 * MaxCompared < 256);

class Alignment {
public:
    Alignment(QStringView typed, QStringView machine)
        : m_typed(typed),
          m_machine(machine),
          m_width(static_cast<std::size_t>(machine.size()) + 1),
          m_cost(m_width * (static_cast<std::size_t>(typed.size()) + 1))
    {
        for (qsizetype i = 0; i <= typed.size(); ++i) {
            for (qsizetype j = 0; j <= machine.size(); ++j) {
                at(i, j) = cheapest(i, j);
            }
        }
    }

    [[nodiscard]] Comparison columns()
    {
        Comparison result;
        qsizetype i = m_typed.size();
        qsizetype j = m_machine.size();
        while (i > 0 || j > 0) {
            AlignedPair pair;
            if (i > 0 && j > 0 && at(i, j) == at(i - 1, j - 1) + pairCost(i - 1, j - 1)) {
                pair.typed = m_typed[--i];
                pair.machine = m_machine[--j];
                pair.same = pair.typed == pair.machine;
                pair.confusable = Reference::builtIn().confusable(pair.typed, pair.machine);
            } else if (i > 0 && at(i, j) == at(i - 1, j) + GapCost) {
                pair.typed = m_typed[--i];
            } else {
                pair.machine = m_machine[--j];
            }
            result.differences += pair.same ? 0 : 1;
            result.columns.push_back(pair);
        }
        std::ranges::reverse(result.columns);
        return result;
    }

private:
    [[nodiscard]] int& at(qsizetype i, qsizetype j) { return m_cost[static_cast<std::size_t>(i) * m_width + static_cast<std::size_t>(j)]; }

    [[nodiscard]] int pairCost(qsizetype i, qsizetype j) const
    {
        if (m_typed[i] == m_machine[j]) {
            return Column;
        }
        return Reference::builtIn().confusable(m_typed[i], m_machine[j]) ? ConfusableCost : DifferentCost;
    }

    [[nodiscard]] int cheapest(qsizetype i, qsizetype j)
    {
        if (i == 0 || j == 0) {
            return static_cast<int>(i + j) * GapCost;
        }
        return std::min({at(i - 1, j - 1) + pairCost(i - 1, j - 1), at(i - 1, j) + GapCost, at(i, j - 1) + GapCost});
    }

    QStringView m_typed, m_machine;
    std::size_t m_width;
    std::vector<int> m_cost;
};

} // namespace

Comparison compareTexts(QStringView typed, QStringView machine)
{
    // A vendor's plate text can be any length; what cannot be a plate is compared by its beginning only.
    return Alignment(typed.first(std::min(typed.size(), MaxCompared)), machine.first(std::min(machine.size(), MaxCompared))).columns();
}

} // namespace casebound
