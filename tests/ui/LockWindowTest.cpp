// The window locks by itself: nobody at the keyboard, or the card pulled out. Time is driven, not waited for.
#include "ui/WindowDesk.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace casebound;
using namespace std::chrono_literals;

class LockWindowTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowDesk> m_desk;
    MainWindow* m_window = nullptr;

    QTimer* timer(const char* name) const { return m_window->findChild<QTimer*>(QLatin1StringView(name)); }
    QTimer* cardTimer() const { return m_desk->shell->findChild<QTimer*>(u"cardWatch"_s); }
    template <class T>
    T* part(const QString& name) const
    {
        return m_window->findChild<T*>(name);
    }
    void type(const QString& pin) const
    {
        part<QLineEdit>(u"unlockPin"_s)->setText(pin);
        part<QPushButton>(u"unlock"_s)->click();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<WindowDesk>();
        m_desk->office.office.idleLock = 15min;
        m_window = m_desk->open();
    }
    void cleanup()
    {
        m_window = nullptr;
        m_desk.reset();
    }

    void warnsAMinuteBeforeAndCanBeExtended()
    {
        auto* band = part<QWidget>(u"idleBand"_s);
        QVERIFY(band->isHidden());
        QCOMPARE(timer("idleToWarning")->intervalAsDuration(), 14min);
        letPass(timer("idleToWarning"));
        QVERIFY(band->isVisible());
        QCOMPARE(timer("idleToEnd")->intervalAsDuration(), 60s);
        QVERIFY(timer("idleToEnd")->isActive());
        QVERIFY(!m_window->isLocked());
        part<QPushButton>(u"staySignedIn"_s)->click();
        QVERIFY(band->isHidden());
        QVERIFY(!timer("idleToEnd")->isActive());
        QVERIFY(timer("idleToWarning")->isActive());
        QVERIFY(!m_window->isLocked());
    }

    void hidesEverythingAtOnceAndOpensWithTheCredential()
    {
        QPointer<QWidget> pages = part<QWidget>(u"pages"_s);
        auto* reason = part<QPlainTextEdit>(u"reason"_s);
        QVERIFY(pages && reason);
        reason->setPlainText(u"Grey van seen leaving the depot"_s);
        auto* dialog = new QDialog(m_window); // whatever was being asked
        dialog->show();
        letPass(timer("idleToWarning"));
        letPass(timer("idleToEnd"));
        // No event loop has run in between.
        QVERIFY(m_window->isLocked());
        QVERIFY(part<QWidget>(u"lockScreen"_s)->isVisible());
        QVERIFY(!m_window->isAncestorOf(pages) && !pages->isVisible());
        QVERIFY(!dialog->isVisible());
        for (const QWidget* one : QApplication::topLevelWidgets()) {
            if (one->isVisible())
                QCOMPARE(one, static_cast<const QWidget*>(m_window));
        }
        QVERIFY(!timer("idleToWarning")->isActive() && !timer("idleToEnd")->isActive());

        type(u"9999"_s);
        QVERIFY(m_window->isLocked());
        QVERIFY(part<QLineEdit>(u"unlockPin"_s)->accessibleDescription().contains(u"stays locked"));
        type(u"1234"_s);
        QTRY_VERIFY(!m_window->isLocked());
        QVERIFY(pages->isVisible() && dialog->isVisible());
        QCOMPARE(reason->toPlainText(), u"Grey van seen leaving the depot"_s);
        QVERIFY(timer("idleToWarning")->isActive());
        m_window = nullptr;
        const QStringList events = m_desk->events();
        QVERIFY(events.indexOf(u"session.locked"_s) < events.indexOf(u"session.unlocked"_s));
    }

    void aCardPulledOutLocksTheSession()
    {
        QVERIFY(!m_window->isLocked());
        letPass(cardTimer());
        QVERIFY(!m_window->isLocked()); // it is there
        *m_desk->office.cardThere = false;
        letPass(cardTimer());
        QVERIFY(m_window->isLocked());
        const QString why = part<QLineEdit>(u"unlockPin"_s)->accessibleDescription();
        QVERIFY2(why.contains(u"card was taken out of the reader"), qPrintable(why));
        picture(*m_window, u"locked_by_card"_s);

        // Without the card no PIN opens it.
        type(u"1234"_s);
        QVERIFY(m_window->isLocked());
        QVERIFY(part<QLineEdit>(u"unlockPin"_s)->accessibleDescription().contains(u"Insert the card"));
        *m_desk->office.cardThere = true;
        type(u"1234"_s);
        QTRY_VERIFY(!m_window->isLocked());
        letPass(cardTimer());
        QVERIFY(!m_window->isLocked());
        *m_desk->office.cardThere = false; // and the next time as well
        letPass(cardTimer());
        QVERIFY(m_window->isLocked());
    }

    void aCardPulledOutBeforeConsentEndsTheSignIn()
    {
        m_window = nullptr;
        m_desk = std::make_unique<WindowDesk>();
        QVERIFY(m_desk->readBanner());
        *m_desk->office.cardThere = false;
        letPass(cardTimer());
        QTRY_VERIFY(!windowOf<BannerWindow>());
        auto* window = windowOf<SignInWindow>();
        QVERIFY(window);
        QVERIFY(window->findChild<QLabel*>(u"noticeHappened"_s)->text().contains(u"before the conditions of use"));
        QVERIFY(!m_desk->shell->mainWindow());
        QVERIFY(m_desk->events().contains(u"session.ended"_s));
    }
};

QTEST_MAIN(LockWindowTest)
#include "LockWindowTest.moc"
