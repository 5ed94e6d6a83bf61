// The indicators one by one. Internal to domain.
#pragma once

#include "domain/Indicators.h"

#include <QHash>

namespace casebound {

/// An act with its texts numbered, so that pairs of them are one key.
struct NumberedAct {
    const LoggedAct& act;
    std::uint32_t user = 0, plate = 0, caseNumber = 0; ///< 0: empty.
    qint64 localMinute = 0;                            ///< Minutes since 1970-01-01 00:00 in the zone.
    [[nodiscard]] quint64 userAndPlate() const { return (quint64(user) << 32) | plate; }
};

class IndicatorRule {
public:
    explicit IndicatorRule(const IndicatorFacts& facts) : m_facts(facts) {}
    virtual ~IndicatorRule() = default;
    IndicatorRule(const IndicatorRule&) = delete;
    IndicatorRule& operator=(const IndicatorRule&) = delete;
    virtual void add(const NumberedAct& act) = 0;
    virtual void finish(std::vector<IndicatorHit>& hits) = 0;

protected:
    [[nodiscard]] const IndicatorFacts& facts() const { return m_facts; }
    [[nodiscard]] const ReviewPolicy& policy() const { return m_facts.policy; }
    /// Entries before the period go; a hit without any is none.
    void put(std::vector<IndicatorHit>& hits, IndicatorHit hit) const;

private:
    const IndicatorFacts& m_facts;
};

using IndicatorRuleList = std::vector<std::unique_ptr<IndicatorRule>>;
void addPlateRules(IndicatorRuleList& list, const IndicatorFacts& facts);
void addCaseRules(IndicatorRuleList& list, const IndicatorFacts& facts);
void addTimeRules(IndicatorRuleList& list, const IndicatorFacts& facts);
void addPeopleRules(IndicatorRuleList& list, const IndicatorFacts& facts);
void addUpkeepRules(IndicatorRuleList& list, const IndicatorFacts& facts);

/// Whether a minute of local time is outside the shift of `user`.
[[nodiscard]] bool isOutsideShift(const ReviewPolicy& policy, const QString& user, qint64 localMinute);

} // namespace casebound
