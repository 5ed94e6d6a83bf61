// What a workstation does not take from whoever can write in its folder: keys, a date, another log.
#include "app/ProfileDesk.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class OfficeTrustTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Whoever can write here knows everybody's certificates, and can wrap keys of their own to them.
    void keysThatSomebodyElseMadeBeginNoLog_data()
    {
        QTest::addColumn<int>("generations");
        QTest::addColumn<bool>("logThere");
        for (const int generations : {0, 1, 3}) {
            QTest::addRow("generation %d, no log", generations + 1) << generations << false;
            QTest::addRow("generation %d, beside the log", generations + 1) << generations << true;
        }
    }
    void keysThatSomebodyElseMadeBeginNoLog()
    {
        QFETCH(int, generations);
        QFETCH(bool, logThere);
        Desk desk;
        if (logThere)
            QVERIFY(!desk.visit(u"agent.one"_s).refused);
        auto forged = OfficeKeys::generate(SecureBytes::random(32));
        for (int n = 0; n < generations; ++n)
            forged = forged->successor();
        QVERIFY(forged->save(desk.folder.keysFile(), *keyHolders(desk.profile)));
        QVERIFY(isProblem(desk.visit(u"agent.one"_s).refused, SignInProblem::ProfileKeyDiffers));
        QVERIFY(!QFileInfo::exists(desk.folder.logFolder() + u".holding"_s));
        QCOMPARE(QFileInfo::exists(desk.folder.logFolder()), logThere);
    }

    void aNewLogIsNotDatedBeforeTheLastSignIn()
    {
        Desk desk;
        QVERIFY(!desk.visit(u"agent.one"_s).events.contains(u"clock.back"_s));
        QVERIFY(QDir(desk.folder.logFolder()).removeRecursively());
        desk.clock.advance(-std::chrono::hours(3));
        const auto again = desk.visit(u"agent.one"_s);
        QVERIFY(!again.refused);
        QCOMPARE(again.events.first(2), (QStringList{u"clock.back"_s, u"log.opened"_s}));
        QVERIFY(QDir(desk.folder.logFolder()).removeRecursively());
        QCOMPARE(desk.visit(u"agent.one"_s).events.front(), u"clock.back"_s); // not forgotten by having been said once
    }

    void anotherLogDoesNotTakeThePlaceOfTheOneThisProgramSaw()
    {
        Desk desk;
        desk.profile.witnessFolder.clear();
        desk.publish();
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        const QString older = desk.outer.filePath(u"older"_s);
        copyFolder(desk.folder.logFolder(), older);
        const auto office = desk.start();
        {
            const auto stores = (*office)->open(*desk.maker.person(u"agent.one"_s).credential(), desk.clock);
            QVERIFY(stores && !stores->fault);
            (*office)->remember(stores->log->head());
        }
        // The older copy, grown again past the place: it holds in itself, and no witness folder speaks against it.
        QVERIFY(QDir(desk.folder.logFolder()).removeRecursively());
        copyFolder(older, desk.folder.logFolder());
        for (int n = 0; n < 3; ++n)
            QVERIFY(!desk.visit(u"agent.one"_s).fault);
        const auto stores = (*office)->open(*desk.maker.person(u"agent.one"_s).credential(), desk.clock);
        QVERIFY(stores && stores->fault);
        QCOMPARE(stores->fault->finding.kind, LogFindingKind::NotTheSame);
    }
};

QTEST_GUILESS_MAIN(OfficeTrustTest)
#include "OfficeTrustTest.moc"
