#include "ui/verify/ComparisonView.h"

#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int differsRole = Qt::UserRole + 1;

/// The characters alone are large and of fixed pitch; the names of the rows stay in the window's font.
QFont characterFont(const QFont& base)
{
    QFont plate = Theme::plate(base);
    plate.setPointSizeF(plate.pointSizeF() * 1.3);
    return plate;
}

/// Characters in fixed pitch; a difference gets a frame and weight.
class CharacterDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool differs = index.data(differsRole).toBool();
        painter->save();
        painter->fillRect(option.rect, option.palette.color(QPalette::Base));
        QFont font = characterFont(option.font);
        font.setBold(differs);
        painter->setFont(font);
        const QRect cell = option.rect.adjusted(1, 1, -2, -2);
        if (differs) {
            painter->fillRect(cell, Theme::wash(Tone::Bad, option.palette));
            painter->setPen(QPen(Theme::text(Tone::Bad, option.palette), 2));
            painter->drawRect(cell);
        }
        painter->setPen(differs ? Theme::text(Tone::Bad, option.palette) : option.palette.color(QPalette::Text));
        painter->drawText(cell, Qt::AlignCenter, index.data(Qt::UserRole).toString());
        painter->restore();
    }
};

QString shownCharacter(QChar character)
{
    return character.isNull() ? QStringLiteral("–") : QString(character);
}

} // namespace

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent),
      m_summary(new WrapLabel({}, this)),
      m_table(new QTableWidget(3, 0, this)),
      m_words(new WrapLabel({}, this))
{
    setObjectName(QStringLiteral("comparison"));
    m_summary->setObjectName(QStringLiteral("comparisonSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("comparisonWords"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);

    m_table->setObjectName(QStringLiteral("comparisonTable"));
    m_table->setAccessibleName(tr("Comparison"));
    m_table->setVerticalHeaderLabels({tr("You typed"), tr("The machine read"), tr("The plate asked for")});
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    copyNothingByKey(*m_table);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setItemDelegate(new CharacterDelegate(m_table));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(m_summary);
    column->addWidget(m_table);
    column->addWidget(m_words);
    show(std::nullopt);
}

void ComparisonView::show(const std::optional<Revealed>& revealed, const QString& hint)
{
    m_table->clearContents();
    m_table->setColumnCount(0);
    m_words->clear();
    m_table->setVisible(revealed.has_value());
    m_words->setVisible(false);
    if (!revealed) {
        Theme::setTone(m_summary, Tone::Quiet);
        m_summary->setFont(font());
        m_summary->setText(hint);
        m_summary->setVisible(!hint.isEmpty());
        return;
    }
    const std::vector<AlignmentColumn> columns = Alignment::columns(*revealed);
    m_table->setColumnCount(static_cast<int>(columns.size()));
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const AlignmentColumn& column = columns[static_cast<std::size_t>(i)];
        const auto put = [&](int row, QChar character, bool differs) {
            auto* item = new QTableWidgetItem;
            item->setData(Qt::UserRole, shownCharacter(character));
            item->setData(differsRole, differs);
            // What a screen reader says, and what an outside driver reads, tells the difference too.
            const QString words = character.isNull() ? tr("nothing") : QString(character);
            item->setText(differs ? tr("%1, differs").arg(words) : words);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            m_table->setItem(row, i, item);
        };
        put(0, column.typed, column.machineDiffers || column.queriedDiffers);
        put(1, column.machine, column.machineDiffers);
        put(2, column.queried, column.queriedDiffers);
    }
    const bool same =
        revealed->againstMachine.differences == 0 && revealed->againstQueried.differences == 0 && !revealed->jurisdictionDiffers;
    Theme::setTone(m_summary, same ? Tone::Good : Tone::Caution);
    m_summary->setFont(Theme::strong(font()));
    m_summary->setText(Alignment::summary(*revealed));
    m_summary->setVisible(true);
    const QStringList words =
        Alignment::machineDifferences(*revealed) + Alignment::queriedDifferences(*revealed) + Alignment::jurisdictionDifferences(*revealed);
    m_words->setText(words.join(u'\n'));
    m_words->setVisible(!words.isEmpty());
    m_table->setAccessibleDescription(text());
    fit();
}

QString ComparisonView::text() const
{
    return m_words->text().isEmpty() ? m_summary->text() : m_summary->text() + u'\n' + m_words->text();
}

void ComparisonView::fit()
{
    const QFontMetrics metrics(characterFont(font()));
    const int side = metrics.height() + space::half * 2;
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHeight(row, side);
    for (int i = 0; i < m_table->columnCount(); ++i)
        m_table->setColumnWidth(i, std::max(side, metrics.horizontalAdvance(u'W') + 2 * space::unit));
    m_table->setFixedHeight(m_table->verticalHeader()->length() + 2); // the style may ask for higher rows
}

void ComparisonView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace casebound
