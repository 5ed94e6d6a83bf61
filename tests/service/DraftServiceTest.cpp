// What was typed and not sent: there after a crash, gone once it was sent or the person signed out.
#include "service/DraftService.h"

#include "service/FakeOffice.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

QueryDraft typed()
{
    QueryDraft draft = madeUpDraft(QDate(2026, 1, 1));
    draft.reasonText = u"Grey van – “as seen”\nsecond line \u202eleft"_s;
    draft.onBehalfOf = u"Other Officer"_s;
    return draft;
}

} // namespace

class DraftServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<DraftTable> m_table;

    [[nodiscard]] std::unique_ptr<DraftService> open(const QString& person = u"u-agent"_s) const
    {
        return std::make_unique<DraftService>(*m_table, UserId(person), m_desk->clock);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_table = std::make_unique<DraftTable>(*m_desk->database);
    }

    void theFormComesBackButForItsDates()
    {
        const auto back = draftFrom(toBytes(typed()));
        QVERIFY(back);
        QCOMPARE(toBytes(*back), toBytes(typed()));
        QCOMPARE(back->matter, Matter::Administrative);
        QCOMPARE(back->reasonText, typed().reasonText);
        QCOMPARE(back->plate, PlateText);
        QVERIFY(!back->from.isValid() && !back->to.isValid());
    }
    void whatIsNoFormIsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("cut") << toBytes(typed()).chopped(1);
        QTest::newRow("too long") << QByteArray("{\"reason\":\"" + QByteArray(70'000, 'x') + "\"}");
    }
    void whatIsNoFormIsNothing()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!draftFrom(bytes));
        QVERIFY(m_table->put(UserId(u"u-agent"_s), bytes, m_desk->clock.now()));
        QVERIFY(!open()->found());
    }

    void aProgramThatWasKilledLeavesTheForm()
    {
        open()->keep(typed()); // gone before its two seconds are over
        QVERIFY(!open()->found());
        {
            const auto service = open();
            service->keep(typed());
            QTRY_VERIFY_WITH_TIMEOUT(service->found(), 10'000);
        }
        const auto next = open();
        QVERIFY(next->found());
        QCOMPARE(next->found()->plate, PlateText);
    }
    void nobodyElseSeesIt()
    {
        const auto service = open();
        service->keep(typed());
        service->suspend();
        QVERIFY(open()->found());
        QVERIFY(!open(u"u-second"_s)->found());
    }
    void aFormThatWasSentOrEmptiedIsGone()
    {
        const auto service = open();
        service->keep(typed());
        service->suspend();
        service->keep(typed());
        service->forget();
        QVERIFY(!open()->found());
        service->keep(typed());
        service->suspend();
        QueryDraft bare; // its case alone
        bare.caseNumber = CaseText;
        service->keep(bare);
        service->suspend();
        QVERIFY(!open()->found());
    }
    void afterAWeekItIsNobodysWork()
    {
        const auto service = open();
        service->keep(typed());
        service->suspend();
        m_desk->clock.advance(std::chrono::days(7));
        QVERIFY(open()->found());
        m_desk->clock.advance(std::chrono::seconds(1));
        QVERIFY(!open(u"u-second"_s)->found()); // whoever signs in
        QVERIFY(!m_table->find(UserId(u"u-agent"_s)));
    }

    // --- in a session

    void aLockKeepsItAndSigningOutDoesNot()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        const auto sit = [&] { return *wait((*wait(signIn.begin({}, u"1234"_s)))->accept({})); };
        auto session = sit();
        session->drafts().keep(typed());
        session->lock(); // before the two seconds are over
        QVERIFY(session->unlock(u"1234"_s));
        QVERIFY(session->drafts().found());
        session->drafts().keep(typed());
        session.reset();
        session = sit();
        QVERIFY(!session->drafts().found());
    }
    void whoeverIsThrownOutHasNotGivenItUp()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        const auto sit = [&] { return *wait((*wait(signIn.begin({}, u"1234"_s)))->accept({})); };
        auto session = sit();
        session->drafts().keep(typed());
        session->lock();
        for (int n = 0; n < 5; ++n)
            QVERIFY(!session->unlock(u"4321"_s));
        session.reset();
        session = sit();
        QVERIFY(session->drafts().found());
    }
    void whoseComputerEndsTheProgramHasNotEither()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        const auto sit = [&] { return *wait((*wait(signIn.begin({}, u"1234"_s)))->accept({})); };
        auto session = sit();
        session->drafts().keep(typed()); // not two seconds before
        session->endForSystem();
        session.reset();
        QCOMPARE(office.entries().back()["event"_L1].toString(), u"session.ended"_s);
        QCOMPARE(office.entries().back()["outcome"_L1].toString(), u"system"_s);
        session = sit();
        QVERIFY(session->drafts().found());
    }
};

QTEST_GUILESS_MAIN(DraftServiceTest)
#include "DraftServiceTest.moc"
