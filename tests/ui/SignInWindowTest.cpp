#include "ui/SignInWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace casebound;

class SignInWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void practiceOffersBothPartsAndNoCredential()
    {
        SignInWindow window(true, QStringLiteral("Port-Meridian"));
        QCOMPARE(window.windowTitle(), QStringLiteral("Casebound – Sign in"));
        QVERIFY(!window.findChild<QLineEdit*>());
        QSignalSpy chosen(&window, &SignInWindow::chosen);
        window.findChild<QPushButton*>(QStringLiteral("practiseSupervisor"))->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<CredentialChoice>().kind, CredentialChoice::Kind::PracticeSupervisor);
    }

    void refusesAMissingFileNextToItsField()
    {
        SignInWindow window(false, QStringLiteral("Port-Meridian"));
        QSignalSpy chosen(&window, &SignInWindow::chosen);
        auto* credential = window.findChild<QLineEdit*>(QStringLiteral("credential"));
        credential->setText(QStringLiteral("/no/such/file.p12"));
        window.findChild<QPushButton*>(QStringLiteral("signIn"))->click();
        QCOMPARE(chosen.size(), 0);
        QVERIFY(credential->accessibleDescription().contains(QStringLiteral("no such file")));
    }

    void handsTheSecretOnAndForgetsIt()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        SignInWindow window(false, QStringLiteral("Port-Meridian"));
        QSignalSpy chosen(&window, &SignInWindow::chosen);
        window.findChild<QLineEdit*>(QStringLiteral("credential"))->setText(file.fileName());
        auto* pin = window.findChild<QLineEdit*>(QStringLiteral("pin"));
        QCOMPARE(pin->echoMode(), QLineEdit::Password);
        pin->setText(QStringLiteral("made-up"));
        window.findChild<QPushButton*>(QStringLiteral("signIn"))->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][1].toString(), QStringLiteral("made-up"));
        QVERIFY(pin->text().isEmpty());
    }

    void tellsWhyInWordsAndCanBeUsedAgain()
    {
        SignInWindow window(true, QStringLiteral("Port-Meridian"));
        window.setBusy(true);
        auto* agent = window.findChild<QPushButton*>(QStringLiteral("practiseAgent"));
        QVERIFY(!agent->isEnabled());
        window.tell(Words::of(SignInProblem::TrainingExpired));
        QVERIFY(agent->isEnabled());
        QVERIFY(!window.findChild<QWidget*>(QStringLiteral("notice"))->isHidden());
        QCOMPARE(window.findChild<QLabel*>(QStringLiteral("noticeHappened"))->text(), Words::of(SignInProblem::TrainingExpired).happened);
    }
};

QTEST_MAIN(SignInWindowTest)
#include "SignInWindowTest.moc"
