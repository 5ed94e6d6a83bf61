// The menu bar and every action of the window, in one place. What an action does is MainWindow's business.
#pragma once

#include "ui/Page.h"
#include "ui/ReadCopier.h"

#include <QObject>

#include <functional>
#include <map>

class QAction;
class QMainWindow;
class QMenu;

namespace casebound {

class BaseMapChoice;

class MainMenu final : public QObject {
    Q_OBJECT

public:
    MainMenu(QMainWindow& window, const QList<PageId>& pages);
    /// The choice of the base map, where there is one.
    void offerMaps(BaseMapChoice& maps);
    /// While locked only signing out and quitting are left.
    void setLocked(bool locked);
    /// What the role table does not give the person is shut, one by one, and says so.
    void follow(const std::function<bool(Action)>& allows);
    /// For other menus that offer the same.
    [[nodiscard]] QAction* actionOf(ReadCopier::Deed deed) const;
    /// A modal dialog swallows its window's shortcuts; locking works in it too.
    void lockAlsoIn(QWidget* dialog);

Q_SIGNALS:
    void lockRequested();
    void signOutRequested();
    void quitRequested();
    void openCaseRequested();
    void closeCaseRequested();
    void searchForCaseRequested();
    void exportCaseRequested();
    void copyRequested(casebound::ReadCopier::Deed deed);
    void pageRequested(casebound::PageId page);
    void paneRequested(int step);
    void helpRequested();
    void shortcutsRequested();
    void aboutRequested();

private:
    QAction* add(QMenu* menu, const QString& text, const QString& objectName, const QKeySequence& keys);
    void addAppearance(QMenu* view);
    void addCopying(QMenu* file);

    QMainWindow& m_window;
    QMenu* m_view = nullptr;
    QAction* m_lock = nullptr;
    std::map<ReadCopier::Deed, QAction*> m_copying;
    QList<QAction*> m_work;   ///< Off while locked.
    QList<QAction*> m_denied; ///< Off for this person.
};

} // namespace casebound
