#include "ui/MainWindow.h"

#include "ui/Band.h"
#include "ui/CaseBar.h"
#include "ui/CaseFilePage.h"
#include "ui/ClipboardGuard.h"
#include "ui/HelpPanel.h"
#include "ui/LockScreen.h"
#include "ui/MainMenu.h"
#include "ui/PageList.h"
#include "ui/Prompt.h"
#include "ui/ReadCopier.h"
#include "ui/ShortcutSheet.h"
#include "ui/StatusStrip.h"
#include "ui/TrainingMark.h"
#include "ui/Words.h"
#include "ui/Workspace.h"
#include "ui/alerts/AlertsPage.h"
#include "ui/alerts/HitNotice.h"
#include "ui/review/ReviewWords.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

namespace casebound {

using namespace std::chrono_literals;

static constexpr auto idleWarning = 60s;

MainWindow::MainWindow(std::shared_ptr<Session> session, Prompt& prompt, QWidget* parent)
    : QMainWindow(parent),
      m_session(std::move(session)),
      m_prompt(prompt),
      m_workspace(new Workspace(*m_session, prompt, this)),
      m_list(new PageList),
      m_stack(new QStackedWidget(this)),
      m_pages(new QStackedWidget),
      m_help(new HelpPanel),
      m_hits(new HitNotice(m_session->alerts())),
      m_lockScreen(new LockScreen(m_session->user().name, m_session->practicePassphrase())),
      m_status(new StatusStrip(*m_session, m_workspace->map(), this)),
      m_idleBand(new Band(Tone::Caution, tr("Stay signed in"))),
      m_idle(new IdleWatch(m_session->profile().idleLock, idleWarning, this)),
      m_clipboard(new ClipboardGuard(60s, this)),
      m_menu(nullptr),
      m_shelf(std::make_unique<QWidget>())
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Casebound"));
    setWindowIcon(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));
    resize(QSize(1240, 820).boundedTo(screen()->availableSize() * 0.94));

    m_pages->setObjectName(QStringLiteral("pages"));
    m_stack->setObjectName(QStringLiteral("workOrLock"));
    m_work = makeWork();
    m_stack->addWidget(m_work);
    m_stack->addWidget(m_lockScreen);
    setCentralWidget(m_stack);
    setStatusBar(m_status);

    QList<PageId> ids;
    for (const PageEntry& page : m_workspace->pages()) {
        m_pages->addWidget(page.widget);
        m_list->addPage(page.id);
        ids.append(page.id);
    }
    m_menu = new MainMenu(*this, ids);
    m_menu->offerMaps(m_workspace->map());
    m_menu->follow([this](Action action) { return m_session->allows(action); });
    connectMenu();

    connect(m_list, &PageList::chosen, this, &MainWindow::showPage);
    connect(m_workspace, &Workspace::pageRequested, this, &MainWindow::showPage);
    connect(m_workspace, &Workspace::announced, this, [this](const QString& sentence) {
        if (!m_session->isLocked()) {
            m_status->announce(sentence);
        }
    });
    connect(m_workspace->alerts(), &AlertsPage::hitsSeen, m_hits, &HitNotice::clear);
    connect(m_hits, &HitNotice::wanted, this, [this] {
        if (m_session->isLocked())
            return activateWindow();
        showPage(PageId::Alerts);
        m_workspace->alerts()->focusHits();
    });
    connect(m_help, &HelpPanel::closed, this, &MainWindow::toggleHelp);
    connect(m_session.get(), &Session::lockedChanged, this, &MainWindow::followLock);
    connect(m_session.get(), &Session::ended, this, &MainWindow::sessionEnded);
    connect(m_lockScreen, &LockScreen::unlockRequested, this, &MainWindow::unlock);
    connect(m_lockScreen, &LockScreen::signOutRequested, this, &MainWindow::requestSignOut);
    connect(m_idle, &IdleWatch::warned, this, &MainWindow::warnIdle);
    connect(m_idle, &IdleWatch::expired, this, &MainWindow::lock);
    connect(m_idle, &IdleWatch::stirred, this, [this] {
        m_countdown.stop();
        m_idleBand->hide();
    });
    connect(m_idleBand, &Band::pressed, m_idle, &IdleWatch::start);
    m_idleBand->setObjectName(QStringLiteral("idleBand"));
    m_idleBand->button()->setObjectName(QStringLiteral("staySignedIn"));
    connect(&m_countdown, &QTimer::timeout, this,
            [this] { m_idleBand->put(tr("Nobody is at the keyboard. Casebound locks in %n second(s).", nullptr, --m_secondsLeft)); });

    qApp->installEventFilter(this);
    m_idle->start();
    showPage(PageId::Search);
    sayIfReviewIsDue();
}

void MainWindow::sayIfReviewIsDue()
{
    const ReviewService* reviews = m_session->reviews();
    const auto days = reviews ? reviews->overdueDays() : std::nullopt;
    if (!days)
        return;
    const auto say = [this, days = *days] {
        m_prompt.tell(this, {.kind = PromptKind::Warning,
                             .title = tr("Review overdue"),
                             .text = ReviewWords::overdue(days),
                             .detail = tr("Open a review on the page Review. A period of at most 92 days is reviewed at a time."),
                             .accept = tr("Close")});
    };
    QMetaObject::invokeMethod(this, say, Qt::QueuedConnection);
}

MainWindow::~MainWindow()
{
    m_session->disconnect(this);
    // The pages point into the session, which goes after them.
    m_shelf.reset();
    delete m_stack;
}

QWidget* MainWindow::makeWork()
{
    auto* work = new QWidget;
    auto* body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_list);
    body->addWidget(m_pages, 1);
    body->addWidget(m_help);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new CaseBar(m_workspace->context(), m_session->user(), work));
    column->addWidget(m_idleBand);
    column->addWidget(m_hits);
    column->addLayout(body, 1);
    return work;
}

void MainWindow::connectMenu()
{
    const auto onCases = [this](void (CaseFilePage::*deed)()) {
        return [this, deed] {
            showPage(PageId::CaseFile);
            (m_workspace->caseFile().*deed)();
        };
    };
    connect(m_menu, &MainMenu::lockRequested, this, &MainWindow::lock);
    connect(m_menu, &MainMenu::signOutRequested, this, &MainWindow::requestSignOut);
    connect(m_menu, &MainMenu::quitRequested, this, &MainWindow::requestQuit);
    connect(m_menu, &MainMenu::openCaseRequested, this, onCases(&CaseFilePage::openCase));
    connect(m_menu, &MainMenu::closeCaseRequested, this, onCases(&CaseFilePage::closeCase));
    connect(m_menu, &MainMenu::searchForCaseRequested, this, onCases(&CaseFilePage::searchForCase));
    connect(m_menu, &MainMenu::exportCaseRequested, this, onCases(&CaseFilePage::exportCase));
    connect(m_menu, &MainMenu::copyRequested, this,
            [this](ReadCopier::Deed deed) { m_workspace->copier().perform(deed, [this] { return m_workspace->sheetOf(m_page); }, this); });
    connect(m_menu, &MainMenu::pageRequested, this, &MainWindow::showPage);
    connect(m_menu, &MainMenu::paneRequested, this, &MainWindow::cyclePane);
    connect(m_menu, &MainMenu::helpRequested, this, &MainWindow::toggleHelp);
    connect(m_menu, &MainMenu::shortcutsRequested, this, [this] { (new ShortcutSheet(this))->open(); });
    connect(m_menu, &MainMenu::aboutRequested, this, &MainWindow::about);
}

void MainWindow::showPage(PageId id)
{
    for (const PageEntry& page : m_workspace->pages()) {
        if (page.id != id) {
            continue;
        }
        const bool fromList = m_list->hasFocus();
        m_page = id;
        m_list->setCurrent(id);
        m_pages->setCurrentWidget(page.widget);
        if (m_help->isVisible()) {
            m_help->show(id);
        }
        if (fromList) {
            return; // The arrow keys go on through the list.
        }
        if (page.enter) {
            page.enter();
        } else {
            PageGuide::panesOf(page.widget).first()->setFocus(Qt::OtherFocusReason);
        }
    }
}

void MainWindow::cyclePane(int step)
{
    QList<QWidget*> panes{m_list};
    panes += PageGuide::panesOf(m_pages->currentWidget());
    if (m_help->isVisible()) {
        panes.append(m_help);
    }
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus))) {
            at = i;
        }
    }
    QWidget* next = panes[(at + step + panes.size()) % panes.size()];
    next->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    if (next->focusPolicy() == Qt::NoFocus && !next->focusProxy() && next->nextInFocusChain()) {
        next->nextInFocusChain()->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::toggleHelp()
{
    if (m_help->isVisible()) {
        m_help->hide();
        PageGuide::panesOf(m_pages->currentWidget()).first()->setFocus(Qt::OtherFocusReason);
    } else {
        m_help->show(m_page);
        m_help->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::endForSystem()
{
    m_session->endForSystem();
}

void MainWindow::lock()
{
    if (!m_session->isLocked()) {
        m_session->lock();
    }
}

void MainWindow::lockWith(const FailureWords& why)
{
    if (m_session->isLocked())
        return;
    lock();
    m_lockScreen->say(why);
}

void MainWindow::followLock()
{
    const bool locked = m_session->isLocked();
    m_menu->setLocked(locked);
    m_status->setVisible(!locked);
    m_hits->setLocked(locked);
    m_countdown.stop();
    m_idleBand->hide();
    if (locked) {
        m_idle->stop();
        m_clipboard->clearNow();
        m_focusBeforeLock = focusWidget();
        m_status->clearMessage();
        putAway();
        m_lockScreen->start();
    } else {
        bringBack();
        if (m_focusBeforeLock) {
            m_focusBeforeLock->setFocus(Qt::OtherFocusReason);
        }
        m_idle->start();
    }
}

void MainWindow::unlock(const QString& pin)
{
    if (const auto done = m_session->unlock(pin); !done) {
        m_lockScreen->refuse(done.error());
    }
}

/// A hidden page still tells a screen reader, or whoever listens on its bus, all its texts: so while locked the pages and dialogs
/// hang on no window at all.
void MainWindow::putAway()
{
    while (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
    }
    QToolTip::hideText();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window != this && window != m_shelf.get() && window->isVisible()) {
            m_shelved.append(
                {.window = window, .parent = window->parentWidget(), .flags = window->windowFlags(), .place = window->geometry()});
        }
    }
    for (const Shelved& shelved : std::as_const(m_shelved)) {
        shelved.window->hide();
        shelved.window->setParent(m_shelf.get(), Qt::Widget);
    }
    m_stack->setCurrentWidget(m_lockScreen);
    m_stack->removeWidget(m_work);
    m_work->setParent(m_shelf.get());
}

void MainWindow::bringBack()
{
    m_stack->insertWidget(0, m_work);
    m_stack->setCurrentWidget(m_work);
    for (const Shelved& shelved : std::exchange(m_shelved, {})) {
        if (shelved.window) {
            shelved.window->setParent(shelved.parent, shelved.flags);
            shelved.window->setGeometry(shelved.place);
            shelved.window->show();
        }
    }
}

void MainWindow::warnIdle()
{
    m_secondsLeft = static_cast<int>(std::chrono::seconds(idleWarning).count());
    m_countdown.start(1s);
    m_idleBand->say(tr("Nobody is at the keyboard. Casebound locks in %n second(s).", nullptr, m_secondsLeft));
}

void MainWindow::confirmLeaving(const QString& verb, std::function<void()> leave)
{
    const int undecided = m_workspace->undecidedReads();
    if (undecided == 0 || m_session->isLocked()) {
        leave();
        return;
    }
    m_prompt.ask(this,
                 {.kind = PromptKind::Warning,
                  .title = verb,
                  .text = tr("%n read(s) have been neither judged nor kept.", nullptr, undecided),
                  .detail = tr("They are discarded when the session ends, and the log says how many. Nothing has been discarded yet."),
                  .accept = verb,
                  .refuse = tr("Go on working"),
                  .dangerous = true},
                 [leave = std::move(leave)](bool accepted) {
                     if (accepted) {
                         leave();
                     }
                 });
}

void MainWindow::requestSignOut()
{
    confirmLeaving(tr("Sign out"), [this] { Q_EMIT signedOut(); });
}

void MainWindow::requestQuit()
{
    confirmLeaving(tr("Quit"), [this] { Q_EMIT quitRequested(); });
}

/// Whoever has to leave the desk while a dialog asks something locks there and then.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched != this) {
        if (auto* dialog = qobject_cast<QDialog*>(watched)) {
            m_menu->lockAlsoIn(dialog);
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    requestSignOut();
}

void MainWindow::about()
{
    m_prompt.tell(this,
                  {.title = tr("About"),
                   .text = tr("Casebound %1").arg(QStringLiteral(CASEBOUND_VERSION)),
                   .detail = tr("Case-bound licence-plate-reader queries, as DHS/ICE/PIA-039 asks for them. Licence: Apache 2.0."),
                   .accept = tr("Close")},
                  {});
}

} // namespace casebound
