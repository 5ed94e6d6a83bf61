#include "domain/RoleTable.h"

#include <QSet>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class RoleTableTest : public QObject {
    Q_OBJECT

    static constexpr Right no = Right::Denied, yes = Right::Allowed, others = Right::NotOwn;

private Q_SLOTS:
    // The table once more, by hand: a line changed by mistake is found here.
    void saysWhoMayDoWhat_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<Right>("agent");
        QTest::addColumn<Right>("supervisor");
        using enum Action;
        for (const Action action : {OpenCase, CloseCase, ReadCaseFile, Search, LookAtPicture, VerifyRead, KeepRead, CopyReads, ExportCase,
                                    AddAlert, RevalidateAlert, RemoveAlert, SuspendAlert, AskException, UseException, CheckLog, TakeCourse})
            QTest::newRow(actionWord(action)) << action << yes << yes;
        for (const Action action : {DisposeCase, LookAtAlerts, LookAtLog, ExportLog, BeginNewLog, OpenReview, SignReview, Reconcile,
                                    CompareRoster, AnswerComplaint, MakeReport, LookAtQuality})
            QTest::newRow(actionWord(action)) << action << no << yes;
        for (const Action action : {GrantException, RefuseException, HandOverAlert, ReviewItem, ReferMatter, OpenSealed})
            QTest::newRow(actionWord(action)) << action << no << others;
    }
    void saysWhoMayDoWhat()
    {
        QFETCH(Action, action);
        QFETCH(Right, agent);
        QFETCH(Right, supervisor);
        QCOMPARE(rightOf(Role::Agent, action), agent);
        QCOMPARE(rightOf(Role::Supervisor, action), supervisor);

        const UserId me(u"u-me"_s), other(u"u-other"_s);
        for (const auto& [role, right] : {std::pair(Role::Agent, agent), std::pair(Role::Supervisor, supervisor)}) {
            const Actor actor{.user = me, .role = role};
            QCOMPARE(may(actor, action), right != no);
            QCOMPARE(may(actor, action, other), right != no);
            QCOMPARE(may(actor, action, me), right == yes);
            QCOMPARE(may(actor, action, UserId()), right == yes); // an owner nobody knows is nobody's to decide on
            QVERIFY(!may(Actor{.user = UserId(), .role = role}, action, other));
        }
        QVERIFY(!may(Actor{.user = me, .role = {}}, action));
        QVERIFY(!may(Actor{.user = me, .role = {}}, action, other));
    }

    void leavesNoActionOut()
    {
        QSet<QByteArray> words;
        for (const ActionInfo& info : roleTable()) {
            QCOMPARE(std::size_t(info.action), std::size_t(words.size()));
            words.insert(info.word);
        }
        QCOMPARE(words.size(), 35); // as many as the rows above
        QCOMPARE(std::size_t(words.size()), roleTable().size());
    }

    void deniesWhatIsNotInTheTable()
    {
        const auto beyond = static_cast<Action>(roleTable().size());
        QCOMPARE(rightOf(Role::Supervisor, beyond), Right::Denied);
        QVERIFY(!may({.user = UserId(u"u-me"_s), .role = Role::Supervisor}, beyond, UserId(u"u-other"_s)));
    }

    void nobodyDecidesOnTheirOwn()
    {
        const UserId me(u"u-me"_s), other(u"u-other"_s);
        QVERIFY(mayDecide(me, other));
        QVERIFY(!mayDecide(me, me));
        QVERIFY(!mayDecide(me, UserId()));
        QVERIFY(!mayDecide(UserId(), other));
        QVERIFY(!mayDecide(UserId(), UserId()));
    }
};

QTEST_GUILESS_MAIN(RoleTableTest)
#include "RoleTableTest.moc"
