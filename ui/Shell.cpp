#include "ui/Shell.h"

#include "ui/BannerWindow.h"
#include "ui/CardWatch.h"
#include "ui/MainWindow.h"
#include "ui/Prompt.h"
#include "ui/SignInWindow.h"
#include "ui/TrainingMark.h"
#include "ui/Words.h"
#include "ui/log/FaultWindow.h"

#include <QApplication>
#include <QTimer>

namespace casebound {

Shell::Shell(SignIn& signIn, Prompt& prompt, QObject* parent)
    : QObject(parent),
      m_signIn(signIn),
      m_prompt(prompt),
      m_signInWindow(std::make_unique<SignInWindow>(signIn.isTraining(), signIn.profile().office)),
      m_cardWatch(new CardWatch([this] { return isCardThere(); }, std::chrono::seconds(1), this))
{
    if (signIn.isTraining()) {
        m_marks = std::make_unique<TrainingMarks>();
    }
    connect(m_signInWindow.get(), &SignInWindow::chosen, this, &Shell::begin);
    connect(m_signInWindow.get(), &SignInWindow::cardsWanted, this, &Shell::lookForCards);
    connect(m_cardWatch, &CardWatch::removed, this, &Shell::cardRemoved);
    m_cardWatch->start();
}

Shell::~Shell()
{
    m_stop.request_stop();
    m_main.reset();
    m_fault.reset();
    if (m_pending) {
        m_pending->decline();
    }
}

void Shell::start()
{
    m_signInWindow->show();
    m_signInWindow->setBusy(false);
}

void Shell::endForSystem()
{
    if (m_pending)
        abandonPending(); // nobody declined
    if (m_main)
        m_main->endForSystem();
    if (m_fault)
        m_fault->endForSystem();
}

void Shell::abandonPending()
{
    m_stop.request_stop();
    m_accepting = false;
    m_pending->abandon();
    m_pending.reset();
}

void Shell::lock()
{
    if (m_main) {
        m_main->lock();
        m_main->repaint();
    } else if (m_fault) {
        m_fault->close();
    } else {
        // Somebody whose credential was taken, and who may have left the desk: nobody else accepts in their name.
        m_lockCame = true;
        if (!m_banner || !m_pending)
            return;
        if (m_accepting) {
            // The keys are open already, and a vendor that does not answer would keep them so while the computer sleeps.
            abandonPending();
            leaveBanner({.happened = tr("The computer was locked while the session was being opened."),
                         .consequence = tr("The session was ended, and the log says so. Sign in again.")});
        } else {
            leaveBanner(lockedBeforeConsent());
        }
    }
}

void Shell::begin(const CredentialChoice& choice, const QString& pin)
{
    m_signInWindow->clearMessage();
    m_signInWindow->setBusy(true);
    m_lockCame = false;
    m_signIn.begin(choice, pin).then(this, [this](Outcome<std::shared_ptr<PendingSession>> outcome) {
        if (!outcome) {
            m_signInWindow->tell(Words::of(outcome.error()));
            sayLog(outcome.error());
            return;
        }
        m_signInWindow->sayLog(std::nullopt);
        if (m_lockCame) {
            (*outcome)->decline();
            m_signInWindow->tell(lockedBeforeConsent(), Tone::Info);
            return;
        }
        showBanner(std::move(*outcome));
    });
}

void Shell::sayLog(const ServiceFailure& failure)
{
    LogState state;
    if (const auto* fault = std::get_if<LogFault>(&failure.why)) {
        state.fault = *fault;
    } else if (std::holds_alternative<LogFinding>(failure.why)) {
        state.inOrder = false;
    } else {
        m_signInWindow->sayLog(std::nullopt);
        return;
    }
    m_signInWindow->sayLog(state);
}

void Shell::lookForCards()
{
    m_signInWindow->clearMessage();
    m_signInWindow->setBusy(true);
    m_signIn.cards().then(this, [this](const Outcome<std::vector<CardChoice>>& found) {
        if (found)
            m_signInWindow->setCards(*found);
        else
            m_signInWindow->tell(Words::of(found.error()));
    });
}

void Shell::showBanner(std::shared_ptr<PendingSession> pending)
{
    m_pending = std::move(pending);
    m_banner = std::make_unique<BannerWindow>(m_pending->banner(), m_pending->user().name);
    connect(m_banner.get(), &BannerWindow::accepted, this, &Shell::accept);
    connect(m_banner.get(), &BannerWindow::declined, this, &Shell::decline);
    m_banner->show();
    m_signInWindow->hide();
}

void Shell::accept()
{
    if (m_pending->logFault()) {
        openFault();
        return;
    }
    m_stop = std::stop_source();
    m_accepting = true;
    m_pending->accept(m_stop.get_token()).then(this, [this](Outcome<std::shared_ptr<Session>> outcome) {
        m_accepting = false;
        m_pending.reset();
        if (!outcome) {
            m_signInWindow->show();
            m_signInWindow->tell(Words::of(outcome.error()));
            m_banner.release()->deleteLater();
            return;
        }
        openMain(std::move(*outcome));
        m_banner.release()->deleteLater();
        if (m_lockCame)
            m_main->lock();
    });
}

bool Shell::isCardThere() const
{
    if (m_main)
        return m_main->isLocked() || m_main->isCredentialPresent();
    return !m_pending || m_accepting || m_pending->isCredentialPresent();
}

void Shell::cardRemoved()
{
    if (m_main) {
        m_main->lockWith({.happened = tr("The card was taken out of the reader, so the session was locked."),
                          .consequence = tr("Insert the same card and type its PIN to go on.")});
    } else if (m_banner && m_pending) {
        leaveBanner({.happened = tr("The card was taken out of the reader before the conditions of use were accepted."),
                     .consequence = tr("Nothing was opened, and the log says so. Insert the card and sign in again.")});
    }
    m_cardWatch->start();
}

FailureWords Shell::lockedBeforeConsent()
{
    return {.happened = tr("The computer was locked before the conditions of use were accepted."),
            .consequence = tr("Nothing was opened, and the log says so. Sign in again to read them once more.")};
}

void Shell::decline()
{
    leaveBanner({.happened = tr("You declined the conditions of use."),
                 .consequence = tr("Nothing was opened, and the log says so. Sign in again to read them once more.")});
}

void Shell::leaveBanner(const FailureWords& why)
{
    if (m_pending)
        m_pending->decline();
    m_pending.reset();
    m_signInWindow->show();
    m_signInWindow->tell(why, Tone::Info);
    m_banner->hide();
    m_banner.release()->deleteLater();
}

void Shell::openMain(std::shared_ptr<Session> session)
{
    m_main = std::make_unique<MainWindow>(std::move(session), m_prompt);
    // Each of these may come from inside the window itself, so it goes only when control is back in the event loop.
    connect(
        m_main.get(), &MainWindow::signedOut, this,
        [this] {
            closeMain();
            m_signInWindow->tell({.happened = tr("You signed out."), .consequence = tr("Results that were not kept are discarded.")},
                                 Tone::Info);
        },
        Qt::QueuedConnection);
    connect(
        m_main.get(), &MainWindow::quitRequested, this,
        [this] {
            m_main.reset();
            QApplication::quit();
        },
        Qt::QueuedConnection);
    connect(
        m_main.get(), &MainWindow::sessionEnded, this,
        [this](SignInProblem why) {
            closeMain();
            m_signInWindow->tell(Words::of(why));
        },
        Qt::QueuedConnection);
    m_main->show();
    m_banner->hide();
    Q_EMIT mainWindowOpened(m_main.get());
}

void Shell::openFault()
{
    auto session = m_pending->inspect();
    m_pending.reset();
    if (!session) {
        m_signInWindow->show();
        m_signInWindow->tell(Words::of(session.error()));
        m_banner.release()->deleteLater();
        return;
    }
    m_fault = std::make_unique<FaultWindow>(*std::move(session), m_prompt);
    connect(
        m_fault.get(), &FaultWindow::signedOut, this,
        [this] {
            m_signInWindow->sayLog(LogState{.inOrder = false});
            closeFault(
                {.happened = tr("You signed out."), .consequence = tr("The audit log is still at fault, and searching is stopped.")});
        },
        Qt::QueuedConnection);
    connect(
        m_fault.get(), &FaultWindow::newLogBegun, this,
        [this](const QString& aside) {
            m_signInWindow->sayLog(std::nullopt);
            closeFault(
                {.happened = tr("A new log was begun."),
                 //: %1: folder.
                 .consequence = tr("The damaged one is kept aside, unchanged; its copies are in %1. Sign in again to go on.").arg(aside)});
        },
        Qt::QueuedConnection);
    m_fault->show();
    m_banner->hide();
    m_banner.release()->deleteLater();
}

void Shell::closeFault(const FailureWords& words)
{
    m_signInWindow->show();
    m_fault.reset();
    m_signInWindow->tell(words, Tone::Info);
}

void Shell::closeMain()
{
    m_signInWindow->show();
    m_main.reset();
}

} // namespace casebound
