#include "ui/review/IndicatorTable.h"

#include "lists/AuditText.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

IndicatorTable::IndicatorTable(QWidget* parent) : QWidget(parent), m_table(new QTableWidget(this))
{
    setObjectName(QStringLiteral("indicatorPart"));
    auto* caption = new WrapLabel(tr("Indicator, not finding: each is a reason to look, with its count and where its rule comes from. "
                                     "Enter shows its entries."),
                                  this);
    caption->setObjectName(QStringLiteral("indicatorCaution"));
    Theme::setTone(caption, Tone::Quiet);
    m_table->setObjectName(QStringLiteral("indicators"));
    m_table->setAccessibleName(tr("Indicators, not findings"));
    m_table->setAccessibleDescription(caption->text());
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels({tr("Indicator"), tr("Count"), tr("Threshold"), tr("About"), tr("Source of the rule")});
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(4 * m_table->verticalHeader()->defaultSectionSize());
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this](int row) { choose(row); });
    PageGuide::markPane(m_table);
    setFocusProxy(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(caption);
    column->addWidget(m_table, 1);
}

void IndicatorTable::put(const std::vector<IndicatorHit>& hits)
{
    m_hits = hits;
    m_table->setRowCount(static_cast<int>(hits.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const IndicatorHit& hit = m_hits[static_cast<std::size_t>(row)];
        const AuditRule& rule = AuditRules::builtIn().rule(hit.indicator);
        //: An indicator's count. %1 of %2, such as 5 of 31 queries.
        const QString count = hit.outOf > 0 ? tr("%1 of %2").arg(hit.count).arg(hit.outOf) : QString::number(hit.count);
        const QStringList cells{AuditText::of(hit.indicator), count, hit.threshold > 0 ? QString::number(hit.threshold) : tr("any"),
                                AuditText::about(hit), rule.sources.empty() ? QString() : rule.sources.front().source};
        for (int column = 0; column < cells.size(); ++column) {
            auto* cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column]);
            m_table->setItem(row, column, cell);
        }
    }
    m_table->resizeColumnsToContents();
}

void IndicatorTable::choose(int row)
{
    if (row < 0 || row >= std::ssize(m_hits))
        return;
    const IndicatorHit& hit = m_hits[static_cast<std::size_t>(row)];
    Q_EMIT chosen(AuditText::of(hit.indicator), hit.entries);
}

bool IndicatorTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_table->currentRow());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace casebound
