#include "ui/OffenceModel.h"

#include "lists/ReferenceWords.h"
#include "ui/Theme.h"

#include <QPainter>

#include <algorithm>

namespace casebound {

OffenceModel::OffenceModel(const Reference& reference, QObject* parent) : QAbstractListModel(parent), m_reference(reference) {}

void OffenceModel::setMatter(std::optional<Matter> matter)
{
    beginResetModel();
    m_entries.clear();
    for (const Reason& reason : m_reference.reasons()) {
        if (!matter || reason.matter != *matter) {
            continue;
        }
        if (*matter == Matter::Administrative) {
            m_entries.push_back({.reason = &reason, .offence = nullptr});
            continue;
        }
        for (const OffenceId& id : reason.offences) {
            if (const Offence* offence = m_reference.offence(id)) {
                m_entries.push_back({.reason = &reason, .offence = offence});
            }
        }
    }
    endResetModel();
}

int OffenceModel::rowOf(const OffenceId& offence, const ReasonCode& reason) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return entry.reason->code == reason && (entry.offence ? entry.offence->id : OffenceId()) == offence;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int OffenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant OffenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const auto [reason, offence] = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
        if (!offence) {
            //: %1: group of priorities, %2: the priority.
            return tr("%1 — %2").arg(ReferenceWords::of(reason->groupLabel), ReferenceWords::of(reason->label));
        }
        //: %1: reason, %2: offence, %3: its statute.
        return tr("%1 — %2 (%3)").arg(ReferenceWords::of(reason->label), ReferenceWords::of(offence->label), offence->offenceStatute);
    case Qt::ToolTipRole: return data(index, Qt::DisplayRole);
    case ReasonTextRole: return ReferenceWords::of(offence ? reason->label : reason->groupLabel);
    case OwnTextRole: return ReferenceWords::of(offence ? offence->label : reason->label);
    case CodeRole: return reason->code.text();
    case StatuteRole: return offence ? offence->offenceStatute : reason->pia;
    case FirstOfGroupRole: {
        if (index.row() == 0) {
            return true;
        }
        const Entry& before = entry(index.row() - 1);
        return offence ? before.reason != reason : before.reason->groupLabel != reason->groupLabel;
    }
    default: return {};
    }
}

void WordFilter::setTyped(const QString& typed)
{
    m_words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_words.removeIf([](const QString& word) { return word == QStringLiteral("—"); });
    invalidateFilter();
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString text = sourceModel()->index(row, 0, parent).data().toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

namespace {
constexpr int padX = 10, padY = 5;
}

void OffenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QPalette& palette = option.palette;
    if (chosen) {
        painter->fillRect(option.rect, palette.highlight());
    }
    if (index.row() > 0 && index.data(OffenceModel::FirstOfGroupRole).toBool()) {
        painter->setPen(Theme::line(palette));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    const QRect text = option.rect.adjusted(padX, padY, -padX, -padY);
    const int line = option.fontMetrics.height();
    const auto put = [&](const QRect& where, const QString& words, const QColor& colour) {
        painter->setPen(colour);
        painter->drawText(where, int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          option.fontMetrics.elidedText(words, Qt::ElideRight, where.width()));
    };
    const QColor main = chosen ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Text);
    const QColor quiet = chosen ? palette.color(QPalette::HighlightedText) : Theme::text(Tone::Quiet, palette);
    put(QRect(text.left(), text.top(), text.width(), line), index.data(OffenceModel::OwnTextRole).toString(), main);
    //: Second line of a list entry. %1: reason or group, %2: statute or page.
    const QString below =
        tr("%1  ·  %2").arg(index.data(OffenceModel::ReasonTextRole).toString(), index.data(OffenceModel::StatuteRole).toString());
    put(QRect(text.left(), text.top() + line + 2, text.width(), line), below, quiet);
    painter->restore();
}

QSize OffenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.fontMetrics.averageCharWidth() * 60, 2 * option.fontMetrics.height() + 2 + 2 * padY};
}

} // namespace casebound
