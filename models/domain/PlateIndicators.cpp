#include "domain/IndicatorRules.h"

#include <algorithm>
#include <deque>

namespace casebound {
namespace {

struct Seen {
    Instant at{};
    std::uint64_t sequence = 0;
    std::uint32_t user = 0, caseNumber = 0;
};

void forget(std::deque<Seen>& seen, Instant now, int days)
{
    while (!seen.empty() && now - seen.front().at > std::chrono::days(days))
        seen.pop_front();
}

/// A user asks for one plate again and again, and nothing comes of it: a read kept for a case begins the count anew, but three times the
/// threshold counts whatever is kept.
class RepeatPlate final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (numbered.user == 0 || numbered.plate == 0)
            return;
        if (act.kind == ActKind::QuerySent)
            ++m_queries[numbered.user];
        else if (act.kind != ActKind::ReadKept)
            return;
        Row& row = m_rows[numbered.userAndPlate()];
        if (act.kind == ActKind::ReadKept) {
            row.sinceKept.clear();
            return;
        }
        row.number = numbered.user;
        const Seen seen{.at = act.at, .sequence = act.sequence};
        for (std::deque<Seen>* window : {&row.sinceKept, &row.all}) {
            forget(*window, act.at, policy().repeatDays);
            window->push_back(seen);
        }
        note(row, row.sinceKept, policy().repeatCount, act);
        note(row, row.all, 3 * policy().repeatCount, act);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (Row& row : m_rows) {
            if (row.hit.entries.empty())
                continue;
            row.hit.outOf = m_queries.value(row.number);
            row.hit.threshold = policy().repeatCount;
            put(hits, std::move(row.hit));
        }
    }

private:
    struct Row {
        std::deque<Seen> sinceKept, all;
        std::uint32_t number = 0;
        IndicatorHit hit{.indicator = Indicator::RepeatPlate};
    };
    static void note(Row& row, const std::deque<Seen>& window, int threshold, const LoggedAct& act)
    {
        if (std::ssize(window) < threshold)
            return;
        row.hit.user = act.user;
        row.hit.plate = act.plate;
        row.hit.caseNumber = act.caseNumber;
        row.hit.count = std::max<std::int64_t>(row.hit.count, std::ssize(window));
        for (const Seen& seen : window)
            row.hit.entries.push_back(seen.sequence);
    }
    QHash<quint64, Row> m_rows;
    QHash<std::uint32_t, std::int64_t> m_queries;
};

/// One plate, asked for by many people for cases of their own.
class ManyUsers final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        if (numbered.act.kind != ActKind::QuerySent || numbered.plate == 0)
            return;
        Row& row = m_rows[numbered.plate];
        forget(row.window, numbered.act.at, policy().manyDays);
        row.window.push_back(
            {.at = numbered.act.at, .sequence = numbered.act.sequence, .user = numbered.user, .caseNumber = numbered.caseNumber});
        if (std::ssize(row.window) < policy().manyUsers)
            return;
        const auto users = distinct(row.window, &Seen::user);
        const auto cases = distinct(row.window, &Seen::caseNumber);
        if (users < policy().manyUsers || cases < policy().manyCases)
            return;
        row.hit.plate = numbered.act.plate;
        row.hit.count = std::max(row.hit.count, users);
        row.hit.outOf = std::max(row.hit.outOf, cases);
        for (const Seen& seen : row.window)
            row.hit.entries.push_back(seen.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (Row& row : m_rows) {
            row.hit.threshold = policy().manyUsers;
            put(hits, std::move(row.hit));
        }
    }

private:
    struct Row {
        std::deque<Seen> window;
        IndicatorHit hit{.indicator = Indicator::ManyUsersOnePlate};
    };
    static std::int64_t distinct(const std::deque<Seen>& window, std::uint32_t Seen::* member)
    {
        std::vector<std::uint32_t> values;
        for (const Seen& seen : window)
            values.push_back(seen.*member);
        std::ranges::sort(values);
        return std::ranges::unique(values).begin() - values.begin();
    }
    QHash<std::uint32_t, Row> m_rows;
};

/// Plates that people declared, and the supervisor's list: compared as salted hashes, one for each plate of the period.
class DeclaredPlates final : public IndicatorRule {
public:
    explicit DeclaredPlates(const IndicatorFacts& facts) : IndicatorRule(facts)
    {
        for (const DeclaredPlate& row : policy().declared)
            m_declared[row.mark].push_back(&row);
        for (const QByteArray& mark : policy().watched)
            m_declared[mark].push_back(nullptr);
    }
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind != ActKind::QuerySent || numbered.plate == 0 || m_declared.isEmpty() || !facts().markOf)
            return;
        if (numbered.plate >= m_rows.size())
            m_rows.resize(numbered.plate + 1, unknown);
        if (m_rows[numbered.plate] == unknown) {
            const auto found = m_declared.constFind(facts().markOf(act.plate));
            m_rows[numbered.plate] = found == m_declared.cend() ? nullptr : &*found;
        }
        if (m_rows[numbered.plate] == nullptr)
            return;
        for (const DeclaredPlate* row : *m_rows[numbered.plate])
            note(numbered, row);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (auto& byKey : m_hits) {
            for (IndicatorHit& hit : byKey) {
                hit.count = std::ssize(hit.entries);
                put(hits, std::move(hit));
            }
        }
    }

private:
    using Rows = std::vector<const DeclaredPlate*>;
    void note(const NumberedAct& numbered, const DeclaredPlate* row)
    {
        Indicator indicator = Indicator::PublicFigure;
        if (row != nullptr) {
            const bool own = row->user.text() == numbered.act.user;
            // Somebody else's relation is nobody's business here; somebody else's own plate is a colleague's.
            if (!own && row->kind == DeclaredPlate::Kind::Relation)
                return;
            indicator = own && row->kind != DeclaredPlate::Kind::Relation ? Indicator::OwnPlate : Indicator::FamilyCoworker;
        }
        std::vector<IndicatorHit>& hits = m_hits[numbered.userAndPlate()];
        auto hit = std::ranges::find(hits, indicator, &IndicatorHit::indicator);
        if (hit == hits.end())
            hit = hits.insert(hits.end(), IndicatorHit{.indicator = indicator, .user = numbered.act.user, .plate = numbered.act.plate});
        if (hit->entries.empty() || hit->entries.back() != numbered.act.sequence)
            hit->entries.push_back(numbered.act.sequence);
    }
    static inline const Rows unknownRows;
    static constexpr const Rows* unknown = &unknownRows;
    QHash<QByteArray, Rows> m_declared;
    std::vector<const Rows*> m_rows; ///< By plate number; null: nobody declared it.
    QHash<quint64, std::vector<IndicatorHit>> m_hits;
};

} // namespace

void addPlateRules(IndicatorRuleList& list, const IndicatorFacts& facts)
{
    list.push_back(std::make_unique<RepeatPlate>(facts));
    list.push_back(std::make_unique<ManyUsers>(facts));
    list.push_back(std::make_unique<DeclaredPlates>(facts));
}

} // namespace casebound
