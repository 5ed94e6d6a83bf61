#include "ui/MainMenu.h"

#include "service/Settings.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/map/BaseMapChoice.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace casebound {

MainMenu::MainMenu(QMainWindow& window, const QList<PageId>& pages) : QObject(&window), m_window(window)
{
    QMenuBar* bar = window.menuBar();
    bar->setObjectName(QStringLiteral("menuBar"));

    QMenu* file = bar->addMenu(tr("&File"));
    m_lock = add(file, tr("&Lock"), QStringLiteral("actionLock"), QKeySequence(Qt::CTRL | Qt::Key_L));
    addCopying(file);
    file->addSeparator();
    QAction* signOut = add(file, tr("&Sign out"), QStringLiteral("actionSignOut"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    file->addSeparator();
    QAction* quit = add(file, tr("&Quit"), QStringLiteral("actionQuit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(m_lock, &QAction::triggered, this, &MainMenu::lockRequested);
    connect(signOut, &QAction::triggered, this, &MainMenu::signOutRequested);
    connect(quit, &QAction::triggered, this, &MainMenu::quitRequested);

    QMenu* cases = bar->addMenu(tr("&Case"));
    QAction* open = add(cases, tr("&Open case …"), QStringLiteral("actionOpenCase"), QKeySequence(Qt::CTRL | Qt::Key_O));
    QAction* close = add(cases, tr("&Close case …"), QStringLiteral("actionCloseCase"), {});
    QAction* search = add(cases, tr("&Search for this case"), QStringLiteral("actionSearchForCase"), {});
    QAction* out = add(cases, tr("&Export case …"), QStringLiteral("actionExportCase"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(out, &QAction::triggered, this, &MainMenu::exportCaseRequested);
    connect(open, &QAction::triggered, this, &MainMenu::openCaseRequested);
    connect(close, &QAction::triggered, this, &MainMenu::closeCaseRequested);
    connect(search, &QAction::triggered, this, &MainMenu::searchForCaseRequested);

    QMenu* view = bar->addMenu(tr("&View"));
    m_view = view;
    int digit = 0;
    for (const PageId page : pages) {
        ++digit;
        QAction* go = add(view, PageGuide::nameOf(page), QStringLiteral("actionPage%1").arg(digit),
                          QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + digit)));
        connect(go, &QAction::triggered, this, [this, page] { Q_EMIT pageRequested(page); });
    }
    view->addSeparator();
    QAction* next = add(view, tr("&Next pane"), QStringLiteral("actionNextPane"), QKeySequence(Qt::Key_F6));
    QAction* previous = add(view, tr("&Previous pane"), QStringLiteral("actionPreviousPane"), QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(next, &QAction::triggered, this, [this] { Q_EMIT paneRequested(1); });
    connect(previous, &QAction::triggered, this, [this] { Q_EMIT paneRequested(-1); });
    view->addSeparator();
    addAppearance(view);

    QMenu* help = bar->addMenu(tr("&Help"));
    QAction* page = add(help, tr("&Help on this page"), QStringLiteral("actionHelp"), QKeySequence(Qt::Key_F1));
    QAction* keys = add(help, tr("&Keyboard shortcuts"), QStringLiteral("actionShortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    help->addSeparator();
    QAction* about = add(help, tr("&About Casebound"), QStringLiteral("actionAbout"), {});
    connect(page, &QAction::triggered, this, &MainMenu::helpRequested);
    connect(keys, &QAction::triggered, this, &MainMenu::shortcutsRequested);
    connect(about, &QAction::triggered, this, &MainMenu::aboutRequested);
    m_work.removeAll(signOut);
    m_work.removeAll(quit);
    m_work.removeAll(about);
}

QAction* MainMenu::add(QMenu* menu, const QString& text, const QString& objectName, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    menu->addAction(action);
    m_work.append(action);
    return action;
}

void MainMenu::addCopying(QMenu* file)
{
    const auto offer = [&](const QString& text, const QString& objectName, const QKeySequence& keys, ReadCopier::Deed deed) {
        QAction* action = m_copying[deed] = add(file, text, objectName, keys);
        connect(action, &QAction::triggered, this, [this, deed] { Q_EMIT copyRequested(deed); });
    };
    file->addSeparator();
    offer(tr("&Copy reads as CSV"), QStringLiteral("actionCopyTable"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
          ReadCopier::Deed::CopyTable);
    offer(tr("Copy &map"), QStringLiteral("actionCopyMap"), {}, ReadCopier::Deed::CopyMap);
    offer(tr("&Print reads …"), QStringLiteral("actionPrintTable"), QKeySequence(Qt::CTRL | Qt::Key_P), ReadCopier::Deed::PrintTable);
    offer(tr("Print m&ap …"), QStringLiteral("actionPrintMap"), {}, ReadCopier::Deed::PrintMap);
}

QAction* MainMenu::actionOf(ReadCopier::Deed deed) const
{
    return m_copying.at(deed);
}

void MainMenu::offerMaps(BaseMapChoice& maps)
{
    QMenu* menu = m_view->addMenu(tr("&Map"));
    menu->setObjectName(QStringLiteral("mapMenu"));
    auto* group = new QActionGroup(this);
    for (const BaseMapChoice::Kind kind : maps.kinds()) {
        auto* action = new QAction(BaseMapChoice::name(kind), group);
        action->setObjectName(QStringLiteral("actionMap%1").arg(static_cast<int>(kind)));
        action->setCheckable(true);
        action->setChecked(maps.current() == kind);
        menu->addAction(action);
        m_work.append(action);
        connect(action, &QAction::triggered, &maps, [&maps, kind] { maps.choose(kind); });
    }
    menu->addSeparator();
    QAction* again = add(menu, tr("&Load the map again"), QStringLiteral("actionMapAgain"), {});
    connect(again, &QAction::triggered, &maps, &BaseMapChoice::loadAgain);
}

void MainMenu::addAppearance(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(this);
    const auto choice = [&](const QString& text, const QString& objectName, Appearance appearance) {
        auto* action = new QAction(text, group);
        action->setObjectName(objectName);
        action->setCheckable(true);
        action->setChecked(Theme::appearance() == appearance);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [appearance] {
            Theme::apply(*qApp, appearance);
            Settings::set(Settings::appearance, static_cast<int>(appearance));
        });
    };
    choice(tr("As the &system"), QStringLiteral("appearanceSystem"), Appearance::FollowSystem);
    choice(tr("&Light"), QStringLiteral("appearanceLight"), Appearance::Light);
    choice(tr("&Dark"), QStringLiteral("appearanceDark"), Appearance::Dark);
    choice(tr("High &contrast"), QStringLiteral("appearanceContrast"), Appearance::HighContrast);
}

void MainMenu::lockAlsoIn(QWidget* dialog)
{
    dialog->addAction(m_lock);
}

void MainMenu::setLocked(bool locked)
{
    for (QAction* action : m_work) {
        action->setEnabled(!locked && !m_denied.contains(action));
    }
}

void MainMenu::follow(const std::function<bool(Action)>& allows)
{
    const std::array asked{std::pair(QStringLiteral("actionCopyTable"), Action::CopyReads),
                           std::pair(QStringLiteral("actionCopyMap"), Action::CopyReads),
                           std::pair(QStringLiteral("actionPrintTable"), Action::CopyReads),
                           std::pair(QStringLiteral("actionPrintMap"), Action::CopyReads),
                           std::pair(QStringLiteral("actionOpenCase"), Action::OpenCase),
                           std::pair(QStringLiteral("actionCloseCase"), Action::CloseCase),
                           std::pair(QStringLiteral("actionSearchForCase"), Action::Search),
                           std::pair(QStringLiteral("actionExportCase"), Action::ExportCase)};
    for (const auto& [name, wanted] : asked) {
        auto* action = findChild<QAction*>(name);
        if (allows(wanted)) {
            continue;
        }
        m_denied.append(action);
        action->setEnabled(false);
        //: %1: something a role may do, as "Open a case".
        const QString why = tr("Not yours to do: %1. If it has to be done, tell your supervisor.").arg(Words::of(wanted));
        action->setToolTip(why);
        action->setStatusTip(why);
    }
}

} // namespace casebound
