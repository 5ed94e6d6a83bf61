#include "ui/alerts/DifferencesPanel.h"

#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int shownRows = 3;

} // namespace

DifferencesPanel::DifferencesPanel(AlertService& alerts, QWidget* parent)
    : QWidget(parent),
      m_alerts(alerts),
      m_list(new QListWidget(this)),
      m_tell(new QPushButton(tr("Tell the vendor again"), this)),
      m_remove(new QPushButton(tr("Remove from both"), this))
{
    setObjectName(QStringLiteral("alertDifferences"));
    auto* heading = new QLabel(tr("Differences from the vendor’s list"), this);
    heading->setFont(Theme::strong(font()));
    m_list->setObjectName(QStringLiteral("differenceList"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setFixedHeight(m_list->fontMetrics().height() * 2 * shownRows);
    copyNothingByKey(*m_list);
    m_tell->setObjectName(QStringLiteral("tellVendor"));
    m_remove->setObjectName(QStringLiteral("removeFromBoth"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_tell);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(heading);
    column->addWidget(m_list);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &DifferencesPanel::showState);
    connect(m_tell, &QPushButton::clicked, this, [this] { settle(AlertSettlement::TellVendor); });
    connect(m_remove, &QPushButton::clicked, this, [this] { settle(AlertSettlement::Remove); });
    refresh();
}

QString DifferencesPanel::wordsOf(const AlertDifference& difference)
{
    const QString plate = difference.ours ? difference.ours->plate.text() : difference.theirs->plate;
    const QString number = difference.ours ? difference.ours->caseNumber.text() : difference.theirs->caseNumber;
    switch (difference.kind) {
    case AlertDifference::Kind::MissingAtVendor:
        //: %1: plate, %2: case number.
        return tr("%1, case %2: the vendor does not have this entry any more.").arg(plate, number);
    case AlertDifference::Kind::OtherAtVendor:
        return difference.theirs->active && difference.ours->state != AlertState::Active
                   //: %1: plate, %2: case number.
                   ? tr("%1, case %2: suspended here, active at the vendor.").arg(plate, number)
                   //: %1: plate, %2: case number.
                   : tr("%1, case %2: the vendor has this entry otherwise than it stands here.").arg(plate, number);
    case AlertDifference::Kind::UnknownHere:
        //: %1: plate, %2: case number.
        return tr("%1, case %2: the vendor has an entry of yours that nobody added here.").arg(plate, number);
    case AlertDifference::Kind::UnknownForeign:
        //: %1: plate, %2: case number.
        return tr("%1, case %2: the vendor has an entry of yours that only the vendor can remove. Tell the office administrator.")
            .arg(plate, number);
    }
    return {};
}

void DifferencesPanel::refresh()
{
    const int row = m_list->currentRow();
    m_shown = m_alerts.differences();
    const bool held = isAncestorOf(focusWidget()) && m_list->hasFocus();
    m_list->clear();
    for (const AlertDifference& difference : m_shown)
        m_list->addItem(wordsOf(difference));
    m_list->setCurrentRow(std::clamp(row, m_shown.empty() ? -1 : 0, static_cast<int>(m_shown.size()) - 1));
    if (held)
        m_list->setFocus();
    setVisible(!m_shown.empty());
    // A hidden one would swallow the keyboard.
    PageGuide::markPane(m_list, !m_shown.empty());
    showState();
}

void DifferencesPanel::showState()
{
    const int row = m_list->currentRow();
    const bool chosen = row >= 0 && row < std::ssize(m_shown);
    const auto kind = chosen ? m_shown[static_cast<std::size_t>(row)].kind : AlertDifference::Kind::UnknownForeign;
    m_tell->setEnabled(kind == AlertDifference::Kind::MissingAtVendor || kind == AlertDifference::Kind::OtherAtVendor);
    m_remove->setEnabled(kind != AlertDifference::Kind::UnknownForeign);
}

void DifferencesPanel::settle(AlertSettlement how)
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= std::ssize(m_shown))
        return;
    const auto done = m_alerts.settle(m_shown[static_cast<std::size_t>(row)].alertId, how);
    Q_EMIT announced(done ? tr("Settled. The vendor is told; until it confirms, the list says so.") : Words::of(done.error()).whole());
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
