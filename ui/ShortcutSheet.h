// Ctrl+/: every shortcut there is, read from the actions themselves, so that the sheet cannot be out of date.
#pragma once

#include <QDialog>

class QAction;

namespace casebound {

class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    /// Actions of `window` and its descendants that have a shortcut and a text, in the order of the widget tree.
    explicit ShortcutSheet(QWidget* window);
};

} // namespace casebound
