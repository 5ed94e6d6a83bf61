#include "ui/log/FactList.h"

#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QGridLayout>
#include <QLabel>

namespace casebound {

FactList::FactList(QWidget* parent, FactsOf of) : QWidget(parent), m_grid(new QGridLayout(this)), m_of(of)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::gap);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

void FactList::put(const QString& objectName, const QString& what, const QString& value)
{
    auto* label = findChild<QLabel*>(objectName + QStringLiteral("What"), Qt::FindDirectChildrenOnly);
    auto* words = findChild<QLabel*>(objectName, Qt::FindDirectChildrenOnly);
    if (!words) {
        const int row = m_grid->rowCount();
        label = new QLabel(this);
        label->setObjectName(objectName + QStringLiteral("What"));
        label->setTextFormat(Qt::PlainText);
        Theme::setTone(label, Tone::Quiet);
        words = new WrapLabel({}, this);
        words->setObjectName(objectName);
        if (m_of == FactsOf::Office)
            words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->setFocusPolicy(Qt::NoFocus);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(words, row, 1, Qt::AlignTop);
    }
    label->setText(what);
    words->setText(value);
    //: For screen readers. %1: what it is, such as "Entries"; %2: its value.
    words->setAccessibleName(tr("%1: %2").arg(what, value));
    label->setVisible(!value.isEmpty());
    words->setVisible(!value.isEmpty());
}

} // namespace casebound
