#include "ui/Shell.h"

#include "ui/BannerWindow.h"
#include "ui/SignInWindow.h"
#include "ui/WindowPrompt.h"

#include <QApplication>
#include <QPromise>
#include <QPushButton>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// What became of somebody who was let in as far as the conditions.
struct Trace {
    int declined = 0, accepted = 0, abandoned = 0;
};

class ScriptedPending final : public PendingSession {
public:
    explicit ScriptedPending(Trace& trace) : m_trace(trace) {}
    const RosterUser& user() const override { return m_user; }
    const Banner& banner() const override { return m_banner; }
    QFuture<Outcome<std::shared_ptr<Session>>> accept(std::stop_token) override
    {
        ++m_trace.accepted;
        m_vendor.start();
        return m_vendor.future();
    }
    void decline() override { ++m_trace.declined; }
    void abandon() override { ++m_trace.abandoned; }

private:
    Trace& m_trace;
    QPromise<Outcome<std::shared_ptr<Session>>> m_vendor; // that does not answer
    const RosterUser m_user{.id = UserId(u"u-agent"_s), .name = u"Agent Made Up"_s};
    const Banner m_banner{.version = u"1"_s, .text = u"Made-up conditions."_s, .sha256 = QByteArray(32, 'b')};
};

class ScriptedSignIn final : public SignIn {
public:
    using Answer = Outcome<std::shared_ptr<PendingSession>>;
    bool isTraining() const override { return false; }
    const OfficeProfile& profile() const override { return m_profile; }
    QFuture<Answer> begin(CredentialChoice, QString) override
    {
        promise = QPromise<Answer>();
        promise.start();
        return promise.future();
    }
    void letIn()
    {
        promise.addResult(Answer(std::make_shared<ScriptedPending>(trace)));
        promise.finish();
    }

    QPromise<Answer> promise;
    Trace trace;

private:
    OfficeProfile m_profile;
};

template <class T>
T* shown()
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* wanted = qobject_cast<T*>(window); wanted && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

struct Desk {
    ScriptedSignIn signIn;
    WindowPrompt prompt;
    Shell shell{signIn, prompt};

    Desk() { shell.start(); }
    void giveCredential()
    {
        Q_EMIT shown<SignInWindow>()->chosen({.kind = CredentialChoice::Kind::File, .path = u"made-up.p12"_s}, u"1"_s);
    }
};

} // namespace

// Between credential and consent there is somebody at the desk whose name would be taken for whoever comes by.
class ShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLockAtTheBannerEndsTheSignIn()
    {
        Desk desk;
        desk.giveCredential();
        desk.signIn.letIn();
        QTRY_VERIFY(shown<BannerWindow>());
        desk.shell.lock();
        QVERIFY(!shown<BannerWindow>());
        QVERIFY(shown<SignInWindow>());
        QCOMPARE(desk.signIn.trace.declined, 1);
        QCOMPARE(desk.signIn.trace.accepted, 0);
        desk.giveCredential(); // and the next one is asked as ever
        desk.signIn.letIn();
        QTRY_VERIFY(shown<BannerWindow>());
        QCOMPARE(desk.signIn.trace.declined, 1);
    }

    void aLockWhileTheCredentialIsLookedAtEndsTheSignIn()
    {
        Desk desk;
        desk.giveCredential();
        desk.shell.lock();
        desk.signIn.letIn();
        QTRY_COMPARE(desk.signIn.trace.declined, 1);
        QVERIFY(!shown<BannerWindow>());
    }

    void aLockWhileTheVendorIsAskedEndsTheSession()
    {
        Desk desk;
        desk.giveCredential();
        desk.signIn.letIn();
        QTRY_VERIFY(shown<BannerWindow>());
        Q_EMIT shown<BannerWindow>()->accepted();
        QCOMPARE(desk.signIn.trace.accepted, 1);
        desk.shell.lock();
        QCOMPARE(desk.signIn.trace.abandoned, 1); // its keys with it, before the computer sleeps
        QCOMPARE(desk.signIn.trace.declined, 0);
        QVERIFY(!shown<BannerWindow>());
        QVERIFY(shown<SignInWindow>());
    }

    void whoeverHadNotAnsweredWhenTheComputerEndsItDeclinedNothing_data()
    {
        QTest::addColumn<bool>("accepting");
        QTest::newRow("at the conditions") << false;
        QTest::newRow("while the vendor is asked") << true;
    }
    void whoeverHadNotAnsweredWhenTheComputerEndsItDeclinedNothing()
    {
        QFETCH(bool, accepting);
        Trace trace;
        {
            Desk desk;
            desk.giveCredential();
            desk.signIn.letIn();
            QTRY_VERIFY(shown<BannerWindow>());
            if (accepting)
                Q_EMIT shown<BannerWindow>()->accepted();
            desk.shell.endForSystem();
            trace = desk.signIn.trace;
            QCOMPARE(trace.abandoned, 1);
            QCOMPARE(trace.declined, 0);
        }
    }

    void aLockBeforeAnybodySignsInChangesNothing()
    {
        Desk desk;
        desk.shell.lock();
        desk.giveCredential();
        desk.signIn.letIn();
        QTRY_VERIFY(shown<BannerWindow>());
        QCOMPARE(desk.signIn.trace.declined, 0);
    }
};

QTEST_MAIN(ShellTest)
#include "ShellTest.moc"
