// An approval covers exactly what was asked for, for a while, once, and never by one's own word.
#include "domain/Approval.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

using ChangeUse = void (*)(ApprovalUse&);
using ChangeApproval = void (*)(Approval&);
Q_DECLARE_METATYPE(ChangeUse)
Q_DECLARE_METATYPE(ChangeApproval)
Q_DECLARE_METATYPE(std::optional<casebound::ApprovalProblem>)

class ApprovalTest : public QObject {
    Q_OBJECT

    static constexpr Instant now{std::chrono::days(20'700)};
    static Approval granted()
    {
        return {.request = {.id = u"0197a000-0000-7000-8000-000000000001"_s,
                            .caseNumber = CaseNumber(u"HB-2026-0417"_s),
                            .plate = *Plate::fromTyped(u"TST1234"_s),
                            .jurisdiction = JurisdictionKey(u"US-OH"_s),
                            .matter = Matter::Administrative,
                            .offence = {},
                            .from = QDate(2019, 1, 1),
                            .to = QDate(2026, 9, 1),
                            .reason = u"Left the country in 2020, the depot was sold before"_s,
                            .askedBy = UserId(u"u-agent"_s),
                            .askedAt = now - std::chrono::hours(3)},
                .decision = ApprovalDecision{.granted = true,
                                             .decidedBy = UserId(u"u-supervisor"_s),
                                             .decidedAt = now - std::chrono::hours(1),
                                             .expiresAt = now + std::chrono::days(7),
                                             .note = {}}};
    }
    static ApprovalUse use()
    {
        return {.user = UserId(u"u-agent"_s),
                .caseNumber = CaseNumber(u"HB-2026-0417"_s),
                .plate = *Plate::fromTyped(u"TST1234"_s),
                .jurisdiction = JurisdictionKey(u"US-OH"_s),
                .matter = Matter::Administrative,
                .offence = {},
                .from = QDate(2019, 1, 1),
                .to = QDate(2026, 9, 1)};
    }

private Q_SLOTS:
    void coversExactlyWhatWasAskedFor_data()
    {
        using enum ApprovalProblem;
        QTest::addColumn<ChangeUse>("change");
        QTest::addColumn<std::optional<ApprovalProblem>>("problem");
        const auto row = [](const char* name, ChangeUse change, std::optional<ApprovalProblem> problem) {
            QTest::newRow(name) << change << problem;
        };
        row("that", [](ApprovalUse&) {}, {});
        row("a part of the window", [](ApprovalUse& u) { u.from = QDate(2020, 1, 1); }, {});
        row("another person", [](ApprovalUse& u) { u.user = UserId(u"u-other"_s); }, OtherPerson);
        row("who granted it", [](ApprovalUse& u) { u.user = UserId(u"u-supervisor"_s); }, OtherPerson);
        row("another case", [](ApprovalUse& u) { u.caseNumber = CaseNumber(u"HB-2026-0418"_s); }, OtherCase);
        row("another plate", [](ApprovalUse& u) { u.plate = *Plate::fromTyped(u"TST1235"_s); }, OtherPlate);
        row("another jurisdiction", [](ApprovalUse& u) { u.jurisdiction = JurisdictionKey(u"US-TX"_s); }, OtherPlate);
        row("another matter", [](ApprovalUse& u) { u.matter = Matter::Criminal; }, OtherMatter);
        row("another offence", [](ApprovalUse& u) { u.offence = OffenceId(u"bulk_cash"_s); }, OtherMatter);
        row("a day earlier", [](ApprovalUse& u) { u.from = QDate(2018, 12, 31); }, OutsideWindow);
        row("a day later", [](ApprovalUse& u) { u.to = QDate(2026, 9, 2); }, OutsideWindow);
        row("no day", [](ApprovalUse& u) { u.to = {}; }, OutsideWindow);
        row("days the wrong way round", [](ApprovalUse& u) { std::swap(u.from, u.to); }, OutsideWindow);
    }
    void coversExactlyWhatWasAskedFor()
    {
        QFETCH(ChangeUse, change);
        QFETCH(std::optional<ApprovalProblem>, problem);
        ApprovalUse asked = use();
        change(asked);
        QCOMPARE(misfit(granted(), asked, now), problem);
    }

    void isGoodOnceAndForAWhile_data()
    {
        using enum ApprovalProblem;
        QTest::addColumn<ChangeApproval>("change");
        QTest::addColumn<std::optional<ApprovalProblem>>("problem");
        QTest::addColumn<int>("state");
        const auto row = [](const char* name, ChangeApproval change, ApprovalProblem problem, ApprovalState state) {
            QTest::newRow(name) << change << std::optional(problem) << int(state);
        };
        row("waiting", [](Approval& a) { a.decision.reset(); }, NotGranted, ApprovalState::Asked);
        row("refused", [](Approval& a) { a.decision->granted = false; }, NotGranted, ApprovalState::Refused);
        row("used", [](Approval& a) { a.used = true; }, Used, ApprovalState::Used);
        row("expired this moment", [](Approval& a) { a.decision->expiresAt = now; }, Expired, ApprovalState::Expired);
        row("by who asked", [](Approval& a) { a.decision->decidedBy = a.request.askedBy; }, Own, ApprovalState::Granted);
        row("by nobody", [](Approval& a) { a.decision->decidedBy = {}; }, Own, ApprovalState::Granted);
    }
    void isGoodOnceAndForAWhile()
    {
        QFETCH(ChangeApproval, change);
        QFETCH(std::optional<ApprovalProblem>, problem);
        QFETCH(int, state);
        Approval approval = granted();
        change(approval);
        QCOMPARE(int(stateOf(approval, now)), state);
        QCOMPARE(misfit(approval, use(), now), problem);
    }
};

QTEST_GUILESS_MAIN(ApprovalTest)
#include "ApprovalTest.moc"
