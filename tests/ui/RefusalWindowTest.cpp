// Every reason for which nobody gets in, as the person in front of the window reads it: the real windows over a sign-in that says no.
#include "ui/BannerWindow.h"
#include "ui/PageDesk.h"
#include "ui/Shell.h"
#include "ui/SignInWindow.h"
#include "ui/Words.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryFile>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

template <class T>
QFuture<T> ready(T value)
{
    return QtFuture::makeReadyValueFuture(std::move(value));
}

class RefusingPending final : public PendingSession {
public:
    explicit RefusingPending(ServiceFailure why) : m_why(std::move(why)) {}
    const RosterUser& user() const override { return m_user; }
    const Banner& banner() const override { return m_banner; }
    QFuture<Outcome<std::shared_ptr<Session>>> accept(std::stop_token) override
    {
        return ready(Outcome<std::shared_ptr<Session>>(std::unexpected(m_why)));
    }
    void decline() override {}

private:
    ServiceFailure m_why;
    RosterUser m_user;
    Banner m_banner{.version = u"b-1"_s, .text = u"Made-up conditions."_s, .sha256 = QByteArray(32, 'b'), .covers = {}};
};

class RefusingSignIn final : public SignIn {
public:
    bool isTraining() const override { return false; }
    const OfficeProfile& profile() const override { return m_profile; }
    QFuture<Outcome<std::shared_ptr<PendingSession>>> begin(CredentialChoice, QString pin) override
    {
        lastPin = pin;
        using Answer = Outcome<std::shared_ptr<PendingSession>>;
        return ready(afterTheBanner ? Answer(std::make_shared<RefusingPending>(why)) : Answer(std::unexpected(why)));
    }
    QFuture<Outcome<std::vector<CardChoice>>> cards() override { return ready(Outcome<std::vector<CardChoice>>(std::unexpected(why))); }

    ServiceFailure why;
    bool afterTheBanner = false;
    QString lastPin;

private:
    OfficeProfile m_profile;
};

template <class Window>
Window* windowOf()
{
    for (QWidget* one : QApplication::topLevelWidgets()) {
        if (auto* window = qobject_cast<Window*>(one); window && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace

class RefusalWindowTest final : public QObject {
    Q_OBJECT

    static void row(const QString& name, const ServiceFailure& why, bool afterTheBanner = false)
    {
        QTest::addRow("%s", qPrintable(name)) << why << Words::of(why) << afterTheBanner;
    }

private Q_SLOTS:
    void saysWhyAndLetsOneTryAgain_data()
    {
        QTest::addColumn<ServiceFailure>("why");
        QTest::addColumn<FailureWords>("words");
        QTest::addColumn<bool>("afterTheBanner");
        for (int code = 0; code <= static_cast<int>(SignInProblem::VendorFault); ++code)
            row(u"sign-in problem %1"_s.arg(code), {.why = static_cast<SignInProblem>(code), .detail = {}});
        for (int code = 0; code <= static_cast<int>(ProfileFault::OtherProviders); ++code)
            row(u"profile fault %1"_s.arg(code),
                {.why = ProfileProblem{.fault = static_cast<ProfileFault>(code), .member = u"roster[1].certificate"_s}, .detail = {}});
        for (int code = 0; code <= static_cast<int>(LogFault::EntryTooLarge); ++code)
            row(u"log fault %1"_s.arg(code), {.why = static_cast<LogFault>(code), .detail = {}});
        for (int code = 0; code <= static_cast<int>(TlsRefusal::Other); ++code)
            row(u"server refused %1"_s.arg(code),
                {.why = VendorFailure{.fault = VendorFault::TlsRefused, .detail = u"from OpenSSL"_s, .tls = static_cast<TlsRefusal>(code)},
                 .detail = {}},
                true);
        for (int code = 0; code <= static_cast<int>(VendorFault::Cancelled); ++code)
            row(u"vendor fault %1"_s.arg(code), {.why = VendorFailure{.fault = static_cast<VendorFault>(code)}, .detail = {}}, true);
    }
    void saysWhyAndLetsOneTryAgain()
    {
        QFETCH(ServiceFailure, why);
        QFETCH(FailureWords, words);
        QFETCH(bool, afterTheBanner);
        QVERIFY(!words.happened.isEmpty() && !words.consequence.isEmpty() && !words.whole().contains(u'%'));
        RefusingSignIn signIn;
        signIn.why = why;
        signIn.afterTheBanner = afterTheBanner;
        AnsweringPrompt prompt;
        Shell shell(signIn, prompt);
        shell.start();
        auto* window = windowOf<SignInWindow>();
        QVERIFY(window);
        QTemporaryFile file;
        QVERIFY(file.open());
        window->findChild<QLineEdit*>(u"credential"_s)->setText(file.fileName());
        auto* pin = window->findChild<QLineEdit*>(u"pin"_s);
        pin->setText(u"made-up words"_s);
        window->findChild<QPushButton*>(u"signIn"_s)->click();
        if (afterTheBanner) {
            QTRY_VERIFY(windowOf<BannerWindow>());
            Q_EMIT windowOf<BannerWindow>()->accepted();
        }
        auto* notice = window->findChild<QWidget*>(u"notice"_s);
        QTRY_VERIFY(window->isVisible() && notice->isVisible());
        QCOMPARE(window->findChild<QLabel*>(u"noticeHappened"_s)->text(), words.happened);
        QCOMPARE(window->findChild<QLabel*>(u"noticeConsequence"_s)->text(), words.consequence);
        QTRY_VERIFY(!windowOf<BannerWindow>());
        QVERIFY(!shell.mainWindow());
        // The secret is gone from the field, and somebody can try again.
        QVERIFY(pin->text().isEmpty() && pin->isEnabled());
        QCOMPARE(signIn.lastPin, u"made-up words"_s);
        picture(*window, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'_'));
    }

    void saysWhatIsWrongWithTheReader_data()
    {
        QTest::addColumn<SignInProblem>("problem");
        using enum SignInProblem;
        for (const SignInProblem problem : {NoCard, NoCardDriver, NoCertificateOnCard, CardRemoved})
            QTest::addRow("%d", static_cast<int>(problem)) << problem;
    }
    void saysWhatIsWrongWithTheReader()
    {
        QFETCH(SignInProblem, problem);
        RefusingSignIn signIn;
        signIn.why = {.why = problem, .detail = {}};
        AnsweringPrompt prompt;
        Shell shell(signIn, prompt);
        shell.start();
        auto* window = windowOf<SignInWindow>();
        window->findChild<QPushButton*>(u"useCard"_s)->click();
        QTRY_COMPARE(window->findChild<QLabel*>(u"noticeHappened"_s)->text(), Words::of(problem).happened);
    }
};

QTEST_MAIN(RefusalWindowTest)
#include "RefusalWindowTest.moc"
