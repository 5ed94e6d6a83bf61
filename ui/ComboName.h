// A name for a list whose label stands elsewhere or nowhere.
#pragma once

class QComboBox;
class QLabel;
class QString;

namespace casebound {

/// On Linux a combo box says its value as its name, and Qt looks for its label only among the children of the same parent: this
/// makes one there, never shown. The label belongs to the box's parent; its text may be changed later.
QLabel* nameCombo(QComboBox* box, const QString& name);

} // namespace casebound
