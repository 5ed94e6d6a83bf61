#include "ui/ContextMenu.h"

#include "ui/MainMenu.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace casebound {

ContextMenu::ContextMenu(QWidget& over, Fill fill, std::function<QPoint()> at)
    : QObject(&over),
      m_over(over),
      m_fill(std::move(fill)),
      m_at(std::move(at))
{
    over.installEventFilter(this);
    // The mouse is over what scrolls, the keyboard in the frame round it.
    if (auto* area = qobject_cast<QAbstractScrollArea*>(&over))
        area->viewport()->installEventFilter(this);
}

void ContextMenu::offerCopying(QMenu& menu, const QWidget& of, std::initializer_list<ReadCopier::Deed> deeds)
{
    const auto* actions = of.window()->findChild<MainMenu*>();
    if (!actions)
        return;
    for (const ReadCopier::Deed deed : deeds)
        menu.addAction(actions->actionOf(deed));
}

bool ContextMenu::eventFilter(QObject* watched, QEvent* event)
{
    const auto keyboard = [this] { return m_over.mapToGlobal(m_at ? m_at() : m_over.rect().center()); };
    if (event->type() == QEvent::ContextMenu) {
        const auto* wish = static_cast<QContextMenuEvent*>(event);
        open(wish->reason() == QContextMenuEvent::Keyboard ? keyboard() : wish->globalPos());
        return true;
    }
    // Of the two keys, Qt makes a wish for a menu of one alone on X11.
    if (event->type() == QEvent::KeyPress && watched == &m_over) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_F10 && key->modifiers() == Qt::ShiftModifier) {
            open(keyboard());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ContextMenu::open(QPoint global)
{
    if (QApplication::activePopupWidget())
        return;
    auto* menu = new QMenu(&m_over);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_over.actions()); // such as the choice of columns
    if (m_fill)
        m_fill(*menu);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(global);
}

} // namespace casebound
