#include "ui/SignInWindow.h"

#include <QComboBox>
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

    void letsChooseAmongCertificatesOnCards()
    {
        SignInWindow window(false, QStringLiteral("Port-Meridian"));
        QSignalSpy wanted(&window, &SignInWindow::cardsWanted), chosen(&window, &SignInWindow::chosen);
        auto* cards = window.findChild<QComboBox*>(QStringLiteral("card"));
        QVERIFY(cards->parentWidget()->isHidden());
        window.findChild<QPushButton*>(QStringLiteral("useCard"))->click();
        QCOMPARE(wanted.size(), 1);
        window.setCards(
            {{.uri = QStringLiteral("pkcs11:serial=1;id=%01"), .name = QStringLiteral("agent.one"), .card = QStringLiteral("A")},
             {.uri = QStringLiteral("pkcs11:serial=2;id=%01"), .name = QStringLiteral("agent.two"), .card = QStringLiteral("B")}});
        QVERIFY(!cards->parentWidget()->isHidden());
        cards->setCurrentIndex(1);
        auto* pin = window.findChild<QLineEdit*>(QStringLiteral("pin"));
        auto* signIn = window.findChild<QPushButton*>(QStringLiteral("signIn"));
        signIn->click(); // no PIN: nothing is asked of the card
        QCOMPARE(chosen.size(), 0);
        pin->setText(QStringLiteral("482910"));
        signIn->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<CredentialChoice>().kind, CredentialChoice::Kind::Card);
        QCOMPARE(chosen[0][0].value<CredentialChoice>().path, QStringLiteral("pkcs11:serial=2;id=%01"));
        QVERIFY(pin->text().isEmpty());
        // A file's name typed afterwards counts again.
        QTest::keyClicks(window.findChild<QLineEdit*>(QStringLiteral("credential")), QStringLiteral("x"));
        QVERIFY(cards->parentWidget()->isHidden());
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
