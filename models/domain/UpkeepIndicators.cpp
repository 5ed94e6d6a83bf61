#include "domain/IndicatorRules.h"

#include <QSet>

namespace casebound {
namespace {

/// A read kept that nobody had judged by its picture.
class NoVisualCheck final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind != ActKind::ReadVerified && act.kind != ActKind::ReadKept)
            return;
        bool seen = true;
        for (const QString& read : act.readIds) {
            const std::pair key(act.queryId, read);
            if (act.kind == ActKind::ReadVerified)
                m_verified.insert(key);
            else
                seen = seen && m_verified.contains(key);
        }
        if (act.kind == ActKind::ReadVerified)
            return;
        ++m_kept[act.user];
        if (seen && !act.readIds.isEmpty() && !act.verdict.isEmpty() && act.verdict != QStringLiteral("unverified"))
            return;
        IndicatorHit& hit = m_hits[act.user];
        hit.indicator = Indicator::NoVisualCheck;
        hit.user = act.user;
        hit.entries.push_back(act.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (IndicatorHit& hit : m_hits) {
            hit.count = std::ssize(hit.entries);
            hit.outOf = m_kept.value(hit.user);
            put(hits, std::move(hit));
        }
    }

private:
    QSet<std::pair<QString, QString>> m_verified;
    QHash<QString, std::int64_t> m_kept;
    QHash<QString, IndicatorHit> m_hits;
};

/// What stands beside the log: alert entries, the last review, the log's own order. These hits have no entries of their own.
class Upkeep final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct&) override {}
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (const AlertFact& alert : facts().alerts) {
            const auto age = std::chrono::floor<std::chrono::days>(facts().now - alert.lastValidated).count();
            const auto fact = facts().findCase ? facts().findCase(alert.caseNumber) : std::nullopt;
            const bool closed = !fact || fact->closedAt.has_value();
            if (age > policy().staleAlertDays || closed)
                hits.push_back({.indicator = Indicator::StaleAlert,
                                .plate = alert.plate,
                                .caseNumber = alert.caseNumber,
                                .count = age,
                                .threshold = policy().staleAlertDays,
                                .detail = closed ? QStringLiteral("case_closed") : QStringLiteral("overdue"),
                                .entries = {alert.sequence}});
        }
        if (facts().lastReviewSigned) {
            const auto age = std::chrono::floor<std::chrono::days>(facts().now - *facts().lastReviewSigned).count();
            if (age > policy().periodDays)
                hits.push_back({.indicator = Indicator::AuditNotDone, .count = age, .threshold = policy().periodDays});
        }
        if (facts().logFault)
            hits.push_back({.indicator = Indicator::LogGap, .count = 1, .detail = *facts().logFault});
    }
};

} // namespace

void addUpkeepRules(IndicatorRuleList& list, const IndicatorFacts& facts)
{
    list.push_back(std::make_unique<NoVisualCheck>(facts));
    list.push_back(std::make_unique<Upkeep>(facts));
}

} // namespace casebound
