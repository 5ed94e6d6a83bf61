#include "domain/IndicatorRules.h"

#include <QSet>

#include <algorithm>
#include <deque>

namespace casebound {
namespace {

/// Further back than the entry's own limit without an approval; and approvals used often.
class OverLimit final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind != ActKind::QuerySent)
            return;
        Row& row = m_rows[numbered.user];
        row.user = act.user;
        ++row.queries;
        if (!act.approvalId.isEmpty()) {
            while (!row.used.empty() && act.at - row.used.front().first > std::chrono::days(policy().exceptionDays))
                row.used.pop_front();
            row.used.emplace_back(act.at, act.sequence);
            if (std::ssize(row.used) >= policy().exceptionCount) {
                row.most = std::max<std::int64_t>(row.most, std::ssize(row.used));
                for (const auto& [at, sequence] : row.used)
                    row.often.push_back(sequence);
            }
        } else if (act.limitYears > 0 && act.from) {
            // The limit is counted in local days, which may begin up to a day before the UTC one.
            const QDateTime earliest = toDateTime(act.at).addYears(-act.limitYears).addDays(-1);
            if (toDateTime(*act.from) < earliest)
                row.unapproved.push_back(act.sequence);
        }
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (Row& row : m_rows) {
            put(hits, {.indicator = Indicator::OverLimit,
                       .user = row.user,
                       .count = std::ssize(row.unapproved),
                       .outOf = row.queries,
                       .detail = QStringLiteral("unapproved"),
                       .entries = std::move(row.unapproved)});
            put(hits, {.indicator = Indicator::OverLimit,
                       .user = row.user,
                       .count = row.most,
                       .outOf = row.queries,
                       .threshold = policy().exceptionCount,
                       .detail = QStringLiteral("often"),
                       .entries = std::move(row.often)});
        }
    }

private:
    struct Row {
        QString user;
        std::int64_t queries = 0, most = 0;
        std::deque<std::pair<Instant, std::uint64_t>> used;
        std::vector<std::uint64_t> unapproved, often;
    };
    QHash<std::uint32_t, Row> m_rows;
};

class SelfApproval final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind == ActKind::ExceptionAsked && !act.approvalId.isEmpty())
            m_askedBy.insert(act.approvalId, act.user);
        if (act.kind != ActKind::ExceptionGranted)
            return;
        const QString& decided = act.decidedBy.isEmpty() ? act.user : act.decidedBy;
        const auto asked = m_askedBy.constFind(act.approvalId);
        if (asked == m_askedBy.cend() || *asked != decided || decided.isEmpty())
            return;
        IndicatorHit& hit = m_hits[decided];
        hit.indicator = Indicator::SelfApproval;
        hit.user = decided;
        hit.entries.push_back(act.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (IndicatorHit& hit : m_hits) {
            hit.count = std::ssize(hit.entries);
            put(hits, std::move(hit));
        }
    }

private:
    QHash<QString, QString> m_askedBy;
    QHash<QString, IndicatorHit> m_hits;
};

/// Queries of somebody who is not on the roster, or was not trained on that day.
class InactiveUser final : public IndicatorRule {
public:
    explicit InactiveUser(const IndicatorFacts& facts) : IndicatorRule(facts)
    {
        for (const RosterUser& user : facts.roster)
            m_roster.insert(user.id.text(), &user);
    }
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (act.kind != ActKind::QuerySent)
            return;
        Row& row = m_rows[numbered.user];
        ++row.queries;
        row.user = act.user;
        const RosterUser* person = m_roster.value(act.user);
        if (person == nullptr) {
            row.unknown.push_back(act.sequence);
            return;
        }
        const QDate day =
            QDate(1970, 1, 1).addDays(numbered.localMinute >= 0 ? numbered.localMinute / 1440 : (numbered.localMinute - 1439) / 1440);
        if (!person->trainedOn || *person->trainedOn > day || (person->trainingExpiresOn && *person->trainingExpiresOn < day))
            row.untrained.push_back(act.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (Row& row : m_rows) {
            const auto list = [&](std::vector<std::uint64_t> entries, const QString& detail) {
                put(hits, {.indicator = Indicator::InactiveUser,
                           .user = row.user,
                           .count = std::ssize(entries),
                           .outOf = row.queries,
                           .detail = detail,
                           .entries = std::move(entries)});
            };
            list(std::move(row.unknown), QStringLiteral("not_on_roster"));
            list(std::move(row.untrained), QStringLiteral("untrained"));
        }
    }

private:
    struct Row {
        QString user;
        std::int64_t queries = 0;
        std::vector<std::uint64_t> unknown, untrained;
    };
    QHash<QString, const RosterUser*> m_roster;
    QHash<std::uint32_t, Row> m_rows;
};

/// Two sessions of one account alive at the same time: the acts of one lie between acts of the other.
class SharedLogin final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (numbered.user == 0 || act.session.isEmpty())
            return;
        std::vector<Life>& lives = m_rows[numbered.user];
        // Sessions end soon after the next begins; only the newest few can overlap.
        for (auto life = lives.rbegin(); life != lives.rend() && life - lives.rbegin() < mostOpen; ++life) {
            if (life->session != act.session)
                continue;
            life->last = act.at;
            life->lastSequence = act.sequence;
            return;
        }
        lives.push_back({.user = act.user,
                         .session = act.session,
                         .first = act.at,
                         .last = act.at,
                         .firstSequence = act.sequence,
                         .lastSequence = act.sequence});
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (std::vector<Life>& lives : m_rows) {
            IndicatorHit hit{.indicator = Indicator::SharedLogin};
            for (auto life = lives.begin(); life != lives.end(); ++life) {
                for (auto other = life + 1; other != lives.end() && other - life <= mostOpen; ++other) {
                    if (other->first >= life->last)
                        continue;
                    hit.user = life->user;
                    ++hit.count;
                    // By time: at two workstations, numbers of entries say nothing of what came first.
                    hit.entries.insert(
                        hit.entries.end(),
                        {other->firstSequence, life->last < other->last ? life->lastSequence : other->lastSequence, life->lastSequence});
                }
            }
            hit.outOf = std::ssize(lives);
            put(hits, std::move(hit));
        }
    }

private:
    static constexpr std::ptrdiff_t mostOpen = 8;
    struct Life {
        QString user, session;
        Instant first{}, last{};
        std::uint64_t firstSequence = 0, lastSequence = 0;
    };
    QHash<std::uint32_t, std::vector<Life>> m_rows;
};

/// About a person and not an entry: somebody who never, or always for the same person, asks on behalf of others, in an office where others
/// do. The newest query stands for them.
class BehalfMissing final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        if (numbered.act.kind != ActKind::QuerySent)
            return;
        Row& row = m_rows[numbered.user];
        row.user = numbered.act.user;
        row.last = numbered.act.sequence;
        ++row.queries;
        ++m_queries;
        if (numbered.act.onBehalfOf.isEmpty())
            return;
        ++row.named;
        ++m_named;
        row.names.insert(numbered.act.onBehalfOf);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        const bool usual = m_named * 10 >= m_queries; // at least every tenth query of the office is for somebody else
        for (const Row& row : m_rows) {
            if (row.queries < policy().behalfLeast)
                continue;
            const bool never = usual && row.named == 0, always = row.named == row.queries && row.names.size() == 1;
            if (never || always)
                put(hits, {.indicator = Indicator::BehalfMissing,
                           .user = row.user,
                           .count = row.named,
                           .outOf = row.queries,
                           .threshold = policy().behalfLeast,
                           .detail = never ? QStringLiteral("never") : QStringLiteral("always_same"),
                           .entries = {row.last}});
        }
    }

private:
    struct Row {
        QString user;
        std::uint64_t last = 0;
        std::int64_t queries = 0, named = 0;
        QSet<QString> names;
    };
    QHash<std::uint32_t, Row> m_rows;
    std::int64_t m_queries = 0, m_named = 0;
};

} // namespace

void addPeopleRules(IndicatorRuleList& list, const IndicatorFacts& facts)
{
    list.push_back(std::make_unique<OverLimit>(facts));
    list.push_back(std::make_unique<SelfApproval>(facts));
    list.push_back(std::make_unique<InactiveUser>(facts));
    list.push_back(std::make_unique<SharedLogin>(facts));
    list.push_back(std::make_unique<BehalfMissing>(facts));
}

} // namespace casebound
