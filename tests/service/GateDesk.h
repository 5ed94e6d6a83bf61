// A gate whose clock, zone, cases and limits a test sets, and a draft that is in order.
#pragma once

#include "service/QueryGate.h"

#include <QTest>

#include <map>

namespace casebound::test {

using namespace Qt::StringLiterals;

class SetClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return at; }
    void set(const char* utc) { at = toInstant(QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate)); }
    Instant at{};
};

/// What a row changes in a draft that is otherwise in order.
using Change = void (*)(QueryDraft&);

inline QString fields(const std::vector<FieldRefusal>& refused)
{
    QStringList list;
    for (const FieldRefusal& refusal : refused) {
        list.append(u"%1/%2"_s.arg(int(refusal.field)).arg(int(refusal.problem)));
    }
    return list.join(u' ');
}

/// Base of a test object; begin() belongs before each test function.
class GateDesk : public QObject {
protected:
    void begin()
    {
        clock.set("2026-11-20T17:00:00Z");
        zone = QTimeZone("America/New_York");
        QVERIFY(zone.isValid());
        limits = {};
        lookback = 0;
        cases.clear();
        cases[u"PM-2026-0042"_s] = {.number = CaseNumber(u"PM-2026-0042"_s), .title = {}, .state = CaseState::Open};
        cases[u"PM-2025-0001"_s] = {.number = CaseNumber(u"PM-2025-0001"_s), .title = {}, .state = CaseState::Closed};
        cases[u"PM-2024-0009"_s] = {.number = CaseNumber(u"PM-2024-0009"_s), .title = {}, .state = CaseState::Disposed};
        draft = {
            .caseNumber = u"PM-2026-0042"_s,
            .matter = Matter::Criminal,
            .offence = OffenceId(u"bulk_cash"_s),
            .reasonCode = ReasonCode(u"financial"_s),
            .purpose = PurposeId(u"track_goods"_s),
            .reasonText = u"Courier of bulk cash seen leaving the harbor warehouse"_s,
            .onBehalfOf = {},
            .plate = u"zz9 tst"_s,
            .jurisdiction = u"US-OH"_s,
            .from = QDate(2026, 8, 23),
            .to = QDate(2026, 11, 20),
        };
    }

    [[nodiscard]] QueryGate gate() const
    {
        return QueryGate({.findCase = [this](const CaseNumber& number) -> std::optional<CaseRecord> {
                              const auto found = cases.find(number.text());
                              return found == cases.end() ? std::nullopt : std::optional(found->second);
                          },
                          .limits = limits,
                          .withdrawn = {ReasonCode(u"commercial_fraud"_s), ReasonCode(u"natsec_alien"_s)},
                          .vendorLookbackDays = lookback,
                          .user = UserId(u"practice.agent"_s),
                          .userName = u"Alex Example"_s,
                          .clock = clock,
                          .zone = zone});
    }

    std::map<QString, CaseRecord> cases;
    QueryDraft draft;
    SetClock clock;
    QTimeZone zone;
    LimitPolicy limits;
    int lookback = 0;
};

} // namespace casebound::test

Q_DECLARE_METATYPE(casebound::test::Change)
Q_DECLARE_METATYPE(casebound::QueryField)
Q_DECLARE_METATYPE(casebound::FieldProblem)
