// Roster against the vendor's users: one side only, untrained, left, and what both say differently.
#include "domain/RosterComparison.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);

RosterUser person(const QString& id)
{
    RosterUser user;
    user.id = UserId(id);
    user.name = u"Name of "_s + id;
    user.trainedOn = QDate(2026, 1, 1);
    user.trainingExpiresOn = QDate(2027, 1, 1);
    return user;
}

VendorUser account(const QString& id, bool active = true)
{
    return {.userId = id, .name = u"Name of "_s + id, .active = active};
}

} // namespace

class RosterComparisonTest : public QObject {
    Q_OBJECT

    using Change = std::function<void(RosterUser&, VendorUser&)>;

private Q_SLOTS:
    void findsWhatDiffersOfOnePerson_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QList<RosterIssue>>("issues");
        const auto row = [](const char* name, const Change& change, const QList<RosterIssue>& issues = {}) {
            QTest::newRow(name) << change << issues;
        };
        row("nothing", [](auto&, auto&) {});
        row("closed there", [](auto&, auto& theirs) { theirs.active = false; }, {RosterIssue::ClosedAtVendor});
        row("another name", [](auto&, auto& theirs) { theirs.name = u"Somebody else"_s; }, {RosterIssue::NameDiffers});
        row("never trained", [](auto& ours, auto&) { ours.trainedOn.reset(); }, {RosterIssue::Untrained});
        row("a record without an end", [](auto& ours, auto&) { ours.trainingExpiresOn.reset(); }, {RosterIssue::Untrained});
        row("trained until today", [](auto& ours, auto&) { ours.trainingExpiresOn = today; });
        row("trained until yesterday", [](auto& ours, auto&) { ours.trainingExpiresOn = today.addDays(-1); }, {RosterIssue::Untrained});
        row("trained from tomorrow on", [](auto& ours, auto&) { ours.trainedOn = today.addDays(1); }, {RosterIssue::Untrained});
        row("untrained, but closed there",
            [](auto& ours, auto& theirs) {
                ours.trainedOn.reset();
                theirs.active = false;
            },
            {RosterIssue::ClosedAtVendor});
        row("the vendor has the same dates", [](auto& ours, auto& theirs) {
            theirs.trainedOn = ours.trainedOn;
            theirs.trainingExpiresOn = ours.trainingExpiresOn;
        });
        row("the vendor has another day", [](auto&, auto& theirs) { theirs.trainedOn = QDate(2026, 1, 2); },
            {RosterIssue::TrainingDiffers});
        row("the vendor knows of a training we do not",
            [](auto& ours, auto& theirs) {
                ours.trainedOn.reset();
                theirs.trainedOn = today;
            },
            {RosterIssue::Untrained, RosterIssue::TrainingDiffers});
    }
    void findsWhatDiffersOfOnePerson()
    {
        QFETCH(const Change, change);
        QFETCH(const QList<RosterIssue>, issues);
        RosterUser ours = person(u"u-1"_s);
        VendorUser theirs = account(u"u-1"_s);
        change(ours, theirs);
        const RosterComparison found = compareRoster({ours}, {theirs}, today, {});
        QList<RosterIssue> list;
        for (const RosterFinding& finding : found.findings) {
            QCOMPARE(finding.userId, u"u-1"_s);
            list += finding.issue;
        }
        QCOMPARE(list, issues);
        QCOMPARE(found.counts.agree, issues.isEmpty() ? 1 : 0);
    }

    void findsWhoStandsOnOneSideOnly()
    {
        const RosterComparison found =
            compareRoster({person(u"u-1"_s), person(u"u-2"_s)},
                          {account(u"u-2"_s), account(u"u-9"_s), account(u"u-8"_s), account(u"u-7"_s, false)}, today, {});
        QCOMPARE(found.findings, (std::vector<RosterFinding>{
                                     {.issue = RosterIssue::NotOnRoster, .userId = u"u-8"_s, .ours = {}, .theirs = u"Name of u-8"_s},
                                     {.issue = RosterIssue::NotOnRoster, .userId = u"u-9"_s, .ours = {}, .theirs = u"Name of u-9"_s},
                                     {.issue = RosterIssue::NotAtVendor, .userId = u"u-1"_s, .ours = u"Name of u-1"_s, .theirs = {}}}));
        QCOMPARE(found.counts, (RosterCounts{.onRoster = 2, .atVendor = 4, .agree = 1, .left = 1}));
    }

    void anOpenAccountOfSomebodyRevokedIsNamed()
    {
        const auto of = [](bool active) {
            return compareRoster({person(u"u-1"_s)}, {account(u"u-1"_s, active)}, today, {UserId(u"u-1"_s)}).findings;
        };
        QCOMPARE(of(true).size(), 1U);
        QCOMPARE(of(true).front().issue, RosterIssue::Revoked);
        QCOMPARE(of(false).front().issue, RosterIssue::ClosedAtVendor); // and no more: nobody gets in with it
        QCOMPARE(of(false).size(), 1U);
    }

    void idsAreComparedWhole()
    {
        const RosterComparison found = compareRoster({person(u"u-1"_s)}, {account(u"U-1"_s)}, today, {});
        QCOMPARE(found.findings.size(), 2U);
    }
};

QTEST_GUILESS_MAIN(RosterComparisonTest)
#include "RosterComparisonTest.moc"
