#include "domain/IndicatorRules.h"

#include "domain/Case.h"
#include "domain/ReasonWording.h"

#include <algorithm>

namespace casebound {
namespace {

/// No case, a case not on the list, a closed one, one of another matter; and one case for unusually many plates.
class CaseRecords final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind != ActKind::QuerySent)
            return;
        Row& row = m_rows[numbered.caseNumber];
        if (!row.asked) {
            row.asked = true;
            row.number = act.caseNumber;
            if (facts().findCase && parseCaseNumber(act.caseNumber))
                row.fact = facts().findCase(act.caseNumber);
        }
        ++row.queries;
        if (numbered.plate != 0)
            row.plates.push_back(numbered.plate);
        row.entries.push_back(act.sequence);
        if (!row.fact) {
            row.unknown.push_back(act.sequence);
            return;
        }
        if (row.fact->closedAt && *row.fact->closedAt < act.at)
            row.closed.push_back(act.sequence);
        // Only the one way lengthens the range.
        if (act.matter == Matter::Criminal && row.fact->matter == Matter::Administrative)
            row.mismatch.push_back(act.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (Row& row : m_rows) {
            const auto list = [&](Indicator indicator, std::vector<std::uint64_t> entries) {
                put(hits, {.indicator = indicator,
                           .caseNumber = row.number,
                           .count = std::ssize(entries),
                           .outOf = row.queries,
                           .entries = std::move(entries)});
            };
            list(Indicator::NoCase, std::move(row.unknown));
            list(Indicator::ClosedCase, std::move(row.closed));
            list(Indicator::MatterMismatch, std::move(row.mismatch));
            std::ranges::sort(row.plates);
            const auto plates = std::ranges::unique(row.plates).begin() - row.plates.begin();
            if (plates >= policy().casePlates && !row.number.isEmpty())
                put(hits, {.indicator = Indicator::SameCaseManyPlates,
                           .caseNumber = row.number,
                           .count = plates,
                           .outOf = row.queries,
                           .threshold = policy().casePlates,
                           .entries = std::move(row.entries)});
        }
    }

private:
    struct Row {
        bool asked = false;
        QString number;
        std::optional<CaseFact> fact;
        std::int64_t queries = 0;
        std::vector<std::uint32_t> plates;
        std::vector<std::uint64_t> entries, unknown, closed, mismatch;
    };
    QHash<std::uint32_t, Row> m_rows;
};

/// What the words of a reason name. The gate refuses most of it; a log from before the lists grew, or of another desk, may hold it.
class ReasonWordings final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind != ActKind::QuerySent)
            return;
        ++m_queries[act.user];
        auto known = m_known.constFind(act.reasonText);
        if (known == m_known.cend())
            known = m_known.insert(act.reasonText, readWording(act.reasonText));
        if (known->tooGeneral)
            note(Indicator::GenericReason, act, act.reasonText.left(40));
        if (!known->protectedWord.isEmpty())
            note(Indicator::ProtectedActivity, act, known->protectedWord);
        if (!known->profilingWord.isEmpty())
            note(Indicator::ProfilingReason, act, known->profilingWord);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (auto& byUser : m_hits) {
            for (IndicatorHit& hit : byUser) {
                hit.count = std::ssize(hit.entries);
                hit.outOf = m_queries.value(hit.user);
                put(hits, std::move(hit));
            }
        }
    }

private:
    void note(Indicator indicator, const LoggedAct& act, const QString& word)
    {
        std::vector<IndicatorHit>& hits = m_hits[act.user];
        auto hit = std::ranges::find_if(hits, [&](const IndicatorHit& h) { return h.indicator == indicator && h.detail == word; });
        if (hit == hits.end())
            hit = hits.insert(hits.end(), IndicatorHit{.indicator = indicator, .user = act.user, .detail = word});
        hit->entries.push_back(act.sequence);
    }
    QHash<QString, ReasonWording> m_known;
    QHash<QString, std::vector<IndicatorHit>> m_hits;
    QHash<QString, std::int64_t> m_queries;
};

} // namespace

void addCaseRules(IndicatorRuleList& list, const IndicatorFacts& facts)
{
    list.push_back(std::make_unique<CaseRecords>(facts));
    list.push_back(std::make_unique<ReasonWordings>(facts));
}

} // namespace casebound
