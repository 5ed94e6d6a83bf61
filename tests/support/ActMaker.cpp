#include "support/ActMaker.h"

#include "support/MisuseMaker.h"

#include <algorithm>
#include <set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

const QStringList reasonTexts{u"Van of the invented carrier seen unloading at pier %1"_s,
                              u"Courier of bulk cash left the depot at Sample Road %1"_s,
                              u"Vehicle registered to the charged consignee of crate %1"_s,
                              u"Warrant in docket %1, last seen near the quay"_s, u"Trailer with false papers followed from gate %1"_s};

/// Ordinary work: shifts, a few sessions a day, cases that grow to some plates and are followed by others.
class Worker {
public:
    Worker(ActOffice& office, int number) : m_office(office), m_user(u"u-madeup-%1"_s.arg(number)) {}
    void day(QDate day, int entries)
    {
        QRandomGenerator& random = m_office.random;
        int minute = 7 * 60 + random.bounded(120);
        while (entries > 0) {
            const QString session = m_office.uuid();
            int left = std::min(entries, 12 + random.bounded(20));
            entries -= left;
            m_office.put({.at = m_office.at(day, minute), .user = m_user, .session = session});
            while (--left > 0 && minute < 18 * 60 + 30) {
                minute += 1 + random.bounded(4);
                left -= query(day, minute, session);
            }
            minute = std::min(minute + 30 + random.bounded(60), 18 * 60 + 40);
        }
    }

private:
    int query(QDate day, int minute, const QString& session)
    {
        QRandomGenerator& random = m_office.random;
        if (m_plates.size() >= 8 + random.bounded(12)) {
            m_plates.clear();
            m_case.clear();
        }
        if (m_case.isEmpty()) {
            m_matter = random.bounded(3) == 0 ? Matter::Administrative : Matter::Criminal;
            m_case = m_office.openCase(m_matter, m_office.at(day, minute) - std::chrono::hours(1));
        }
        const bool again = !m_plates.isEmpty() && random.bounded(6) == 0 && m_lastTimes < 2;
        if (!again)
            m_plates.append(m_office.freshPlate());
        m_lastTimes = again ? m_lastTimes + 1 : 0;
        LoggedAct act{.at = m_office.at(day, minute),
                      .kind = random.bounded(30) == 0 ? ActKind::QueryRefused : ActKind::QuerySent,
                      .user = m_user,
                      .session = session,
                      .queryId = m_office.uuid(),
                      .plate = m_plates.last(),
                      .caseNumber = m_case,
                      .reasonText = reasonTexts[random.bounded(int(reasonTexts.size()))].arg(random.bounded(400)),
                      .onBehalfOf = random.bounded(6) == 0 ? u"Somebody Invented %1"_s.arg(random.bounded(9)) : QString(),
                      .matter = m_matter,
                      .limitYears = 5};
        act.from = act.at - std::chrono::days(random.bounded(10) == 0 ? 5 * 365 : 90);
        m_office.put(act);
        if (act.kind == ActKind::QueryRefused)
            return 0;
        m_office.put({.at = act.at, .user = m_user, .session = session, .queryId = act.queryId, .plate = act.plate, .caseNumber = m_case});
        if (random.bounded(4) != 0)
            return 1;
        LoggedAct read = act;
        read.reasonText.clear();
        read.kind = ActKind::ReadVerified;
        read.readIds = {m_office.uuid()};
        read.verdict = u"confirmed"_s;
        m_office.put(read);
        read.kind = ActKind::ReadKept;
        m_office.put(read);
        return 3;
    }

    ActOffice& m_office;
    QString m_user, m_case;
    Matter m_matter = Matter::Criminal;
    QStringList m_plates;
    int m_lastTimes = 0;
};

} // namespace

MadeQuarter makeQuarter(std::size_t entries, quint32 seed)
{
    constexpr int people = 60;
    ActOffice office(seed);
    std::vector<Worker> workers;
    std::vector<int> usual;
    for (int n = 0; n < people; ++n) {
        workers.emplace_back(office, n);
        usual.push_back(50 + office.random.bounded(100)); // per cent of the office's mean
        office.hire(u"u-madeup-%1"_s.arg(n));
    }
    int days = 0;
    for (QDate day = office.firstDay; day < office.lastDay; day = day.addDays(1))
        days += day.dayOfWeek() <= 5 ? 1 : 0;
    const double mean = static_cast<double>(entries) / people / std::max(days, 1);
    for (QDate day = office.firstDay; day < office.lastDay; day = day.addDays(1)) {
        if (day.dayOfWeek() > 5)
            continue;
        for (std::size_t n = 0; n < workers.size(); ++n) {
            const double expected = mean * usual[n] / 100;
            // Ordinary scatter of a day, and a day off now and then.
            if (office.random.bounded(12) != 0)
                workers[n].day(day, std::max(1, static_cast<int>(expected * (0.6 + 0.8 * office.random.generateDouble()))));
        }
    }
    plantMisuse(office);
    return office.finish();
}

std::map<Indicator, IndicatorScore> scoreOf(const MadeQuarter& quarter, const std::vector<IndicatorHit>& hits)
{
    std::map<Indicator, std::set<std::uint64_t>> flagged;
    for (const IndicatorHit& hit : hits)
        flagged[hit.indicator].insert(hit.entries.begin(), hit.entries.end());
    std::map<Indicator, IndicatorScore> scores;
    std::set<std::uint64_t> planted;
    for (const Plant& plant : quarter.plants) {
        IndicatorScore& score = scores[plant.indicator];
        const auto& found = flagged[plant.indicator];
        const bool any = plant.entries.empty() ? std::ranges::contains(hits, plant.indicator, &IndicatorHit::indicator)
                                               : std::ranges::any_of(plant.entries, [&](auto entry) { return found.contains(entry); });
        (plant.misuse ? score.planted : score.innocent) += 1;
        (plant.misuse ? score.found : score.innocentFlagged) += any ? 1 : 0;
        planted.insert(plant.entries.begin(), plant.entries.end());
    }
    for (const auto& [indicator, entries] : flagged)
        scores[indicator].falseFlags =
            static_cast<std::size_t>(std::ranges::count_if(entries, [&](std::uint64_t entry) { return !planted.contains(entry); }));
    return scores;
}

std::size_t flaggedOrdinary(const MadeQuarter& quarter, const std::vector<IndicatorHit>& hits)
{
    std::set<std::uint64_t> flagged;
    for (const IndicatorHit& hit : hits)
        flagged.insert(hit.entries.begin(), hit.entries.end());
    for (const Plant& plant : quarter.plants)
        for (const std::uint64_t entry : plant.entries)
            flagged.erase(entry);
    return flagged.size();
}

} // namespace casebound
