#include "ui/VerdictDelegate.h"

#include "ui/Theme.h"
#include "ui/Words.h"

namespace casebound {

VerdictDelegate::VerdictDelegate(int verdictRole, QObject* parent) : QStyledItemDelegate(parent), m_role(verdictRole) {}

void VerdictDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    bool known = false;
    const int code = index.data(m_role).toInt(&known);
    if (!known) {
        return;
    }
    const Tone tone = Words::tone(static_cast<Verdict>(code));
    const bool chosen = option->state.testFlag(QStyle::State_Selected);
    option->features |= QStyleOptionViewItem::HasDecoration;
    // On the selection's own colour the icon takes the colour of the words.
    QPalette palette = option->palette;
    option->icon = chosen ? Theme::icon(Theme::iconName(tone), palette.color(QPalette::HighlightedText))
                          : Theme::icon(Theme::iconName(tone), tone, palette);
    option->decorationSize = QSize(16, 16);
    option->palette.setColor(QPalette::Text, Theme::text(tone == Tone::Quiet ? Tone::Neutral : tone, palette));
}

} // namespace casebound
