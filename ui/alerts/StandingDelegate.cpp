#include "ui/alerts/StandingDelegate.h"

namespace casebound {

Tone StandingDelegate::tone(AlertTableModel::Standing standing)
{
    switch (standing) {
    case AlertTableModel::Standing::Overdue: return Tone::Bad;
    case AlertTableModel::Standing::ToBeJustified:
    case AlertTableModel::Standing::NotConfirmed:
    case AlertTableModel::Standing::DueSoon: return Tone::Caution;
    case AlertTableModel::Standing::Active: return Tone::Good;
    case AlertTableModel::Standing::Suspended:
    case AlertTableModel::Standing::Removed: return Tone::Quiet;
    }
    return Tone::Neutral;
}

void StandingDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tone of = tone(static_cast<AlertTableModel::Standing>(index.data(AlertTableModel::StandingRole).toInt()));
    const bool chosen = option->state.testFlag(QStyle::State_Selected);
    const QPalette palette = option->palette;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon =
        chosen ? Theme::icon(Theme::iconName(of), palette.color(QPalette::HighlightedText)) : Theme::icon(Theme::iconName(of), of, palette);
    option->decorationSize = QSize(16, 16);
    option->palette.setColor(QPalette::Text, Theme::text(of == Tone::Quiet ? Tone::Neutral : of, palette));
}

} // namespace casebound
