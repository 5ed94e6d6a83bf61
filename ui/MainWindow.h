// The main window: it navigates between pages, and hides everything while locked. Nothing else.
#pragma once

#include "service/SignIn.h"
#include "ui/IdleWatch.h"
#include "ui/Page.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QStackedWidget;

namespace casebound {

struct FailureWords;
class Band;
class ClipboardGuard;
class HelpPanel;
class HitNotice;
class LockScreen;
class MainMenu;
class PageList;
class Prompt;
class StatusStrip;
class Workspace;

/// One per session, whose owner it is: the session ends when the window goes.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(std::shared_ptr<Session> session, Prompt& prompt, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(PageId id);
    [[nodiscard]] PageId currentPage() const { return m_page; }
    void lock();
    void endForSystem(); ///< Session::endForSystem().
    /// By itself, which the lock screen then explains.
    void lockWith(const FailureWords& why);
    [[nodiscard]] bool isLocked() const { return m_session->isLocked(); }
    [[nodiscard]] bool isCredentialPresent() const { return m_session->isCredentialPresent(); }
    /// Asks first where reads nobody judged or kept would be lost.
    void requestSignOut();
    void requestQuit();

Q_SIGNALS:
    void signedOut();
    void quitRequested();
    void sessionEnded(casebound::SignInProblem why);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeWork();
    void connectMenu();
    void followLock();
    void unlock(const QString& pin);
    void putAway();
    void bringBack();
    void toggleHelp();
    void cyclePane(int step);
    void confirmLeaving(const QString& verb, std::function<void()> leave);
    void warnIdle();
    void sayIfReviewIsDue();
    void about();

    std::shared_ptr<Session> m_session;
    Prompt& m_prompt;
    Workspace* m_workspace;
    PageList* m_list;
    QStackedWidget* m_stack;
    QWidget* m_work = nullptr;
    QStackedWidget* m_pages;
    HelpPanel* m_help;
    HitNotice* m_hits;
    LockScreen* m_lockScreen;
    StatusStrip* m_status;
    Band* m_idleBand;
    IdleWatch* m_idle;
    QTimer m_countdown;
    int m_secondsLeft = 0;
    ClipboardGuard* m_clipboard;
    MainMenu* m_menu;
    PageId m_page = PageId::Search;
    QPointer<QWidget> m_focusBeforeLock;
    /// A dialog taken off the screen by the lock, and where it goes back to.
    struct Shelved {
        QPointer<QWidget> window;
        QPointer<QWidget> parent;
        Qt::WindowFlags flags;
        QRect place;
    };
    QList<Shelved> m_shelved;
    /// Never shown, never a window: what lies on it is neither on the screen nor in the accessibility tree.
    std::unique_ptr<QWidget> m_shelf;
};

} // namespace casebound
