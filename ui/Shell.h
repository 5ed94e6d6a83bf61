// From sign-in to banner to main window, and back: one of them exists at a time (R1, R2).
#pragma once

#include "service/SignIn.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace casebound {

class BannerWindow;
class CardWatch;
class FaultWindow;
class MainWindow;
class Prompt;
class SignInWindow;
class TrainingMarks;
struct FailureWords;

/// Lives on the window's thread, as long as the program's event loop. `signIn` and `prompt` outlive it.
class Shell final : public QObject {
    Q_OBJECT

public:
    Shell(SignIn& signIn, Prompt& prompt, QObject* parent = nullptr);
    ~Shell() override; ///< Ends the session, if there is one.

    /// Shows the sign-in window.
    void start();
    /// At once, and drawn before it returns: what is shown is not there any more when the computer sleeps. A session in front of a log at
    /// fault ends instead, for it has nothing to unlock.
    void lock();
    /// The computer ends the program, which is about to leave its event loop: Session::endForSystem().
    void endForSystem();
    [[nodiscard]] MainWindow* mainWindow() const { return m_main.get(); }

Q_SIGNALS:
    void mainWindowOpened(casebound::MainWindow* window);

private:
    void begin(const CredentialChoice& choice, const QString& pin);
    void lookForCards();
    void sayLog(const ServiceFailure& failure);
    void showBanner(std::shared_ptr<PendingSession> pending);
    void accept();
    [[nodiscard]] bool isCardThere() const;
    void cardRemoved();
    void decline();
    void abandonPending(); ///< There is one. What is being asked is stopped, its keys go.
    /// Back to the sign-in window without consent, which the log notes.
    void leaveBanner(const FailureWords& why);
    [[nodiscard]] static FailureWords lockedBeforeConsent();
    void openMain(std::shared_ptr<Session> session);
    void openFault();
    void closeFault(const FailureWords& words);
    void closeMain();

    SignIn& m_signIn;
    Prompt& m_prompt;
    std::unique_ptr<TrainingMarks> m_marks;
    std::unique_ptr<SignInWindow> m_signInWindow;
    std::unique_ptr<BannerWindow> m_banner;
    std::unique_ptr<MainWindow> m_main;
    std::unique_ptr<FaultWindow> m_fault; ///< In the place of the main window while the log is at fault.
    std::shared_ptr<PendingSession> m_pending;
    CardWatch* m_cardWatch;
    std::stop_source m_stop;
    bool m_accepting = false;
    bool m_lockCame = false; ///< Since this sign-in began.
};

} // namespace casebound
