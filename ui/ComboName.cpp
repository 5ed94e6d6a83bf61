#include "ui/ComboName.h"

#include <QComboBox>
#include <QLabel>

namespace casebound {

QLabel* nameCombo(QComboBox* box, const QString& name)
{
    auto* label = new QLabel(name, box->parentWidget());
    label->setBuddy(box);
    label->hide();
    box->setAccessibleName(name);
    return label;
}

} // namespace casebound
