// The menu of a table or a map where it stands: right button, Menu key, Shift+F10.
#pragma once

#include "ui/ReadCopier.h"

#include <QObject>
#include <QPoint>

#include <functional>
#include <initializer_list>

class QMenu;
class QWidget;

namespace casebound {

/// Listens to the widget, which owns it. Nothing opens where nothing was put into the menu.
class ContextMenu final : public QObject {
    Q_OBJECT

public:
    using Fill = std::function<void(QMenu&)>;
    /// The widget's own actions, and what `fill` adds. `at`: where it opens for the keyboard, in the widget's coordinates; unset: in its middle.
    ContextMenu(QWidget& over, Fill fill, std::function<QPoint()> at = {});

    /// The window's own actions for these deeds, so that what a role may not do is shut here, too. None outside a window that has them.
    static void offerCopying(QMenu& menu, const QWidget& of, std::initializer_list<ReadCopier::Deed> deeds);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(QPoint global);

    QWidget& m_over;
    Fill m_fill;
    std::function<QPoint()> m_at;
};

} // namespace casebound
