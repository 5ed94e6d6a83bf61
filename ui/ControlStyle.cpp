#include "ui/ControlStyle.h"

#include "ui/Theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace casebound {

namespace {

constexpr int controlHeight = 28;
constexpr qreal radius = 4;

/// The frame every field and button shares: fill, hairline, and a two-pixel ring where the keyboard is.
void drawFrame(QPainter* painter, const QStyleOption* option, const QWidget* widget, const QBrush& fill, bool focused)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool refused = widget && widget->property(Theme::refusedProperty).toBool();
    QColor line = Theme::frame(option->palette);
    qreal width = 1;
    if (!enabled) {
        line = Theme::line(option->palette);
    } else if (refused) {
        line = Theme::text(Tone::Bad, option->palette);
        width = 2;
    }
    if (focused && enabled) {
        line = refused ? line : Theme::focus(option->palette);
        width = 2;
    }
    painter->setPen(QPen(line, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawChevron(QPainter* painter, const QStyleOption* option, const QRect& where)
{
    const int side = std::min(12, std::min(where.width(), where.height()));
    QRect box(0, 0, side, side);
    box.moveCenter(where.center());
    const Tone tone = option->state.testFlag(QStyle::State_Enabled) ? Tone::Neutral : Tone::Quiet;
    Theme::icon(QStringLiteral("chevron"), tone, option->palette).paint(painter, box);
}

bool hasFocusRing(const QStyleOption* option, const QWidget* widget)
{
    return option->state.testFlag(QStyle::State_HasFocus) || (widget && widget->hasFocus());
}

} // namespace

ControlStyle::ControlStyle() : QProxyStyle(QStringLiteral("fusion")) {}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return space::unit;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return space::gap;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::unit;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_MessageBoxIconSize: return 32;
    case PM_ScrollBarExtent: return 14;
    case PM_SplitterWidth: return space::unit;
    case PM_FocusFrameHMargin:
        return widget && widget->inherits("QTableView") ? space::unit : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin: return space::unit;
    case PM_MenuBarPanelWidth: return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_MessageBox_TextInteractionFlags: return int(Qt::NoTextInteraction); // what it says may be of a read
    case SH_FormLayoutLabelAlignment: return int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool words = button && !button->text.isEmpty();
        wanted = QSize(size.width() + (words ? 2 * space::gap : space::unit), std::max(size.height() + 2 * 6, controlHeight));
        return wanted.expandedTo(QSize(words ? 72 : controlHeight, controlHeight));
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: return QSize(wanted.width() + space::unit, std::max(wanted.height() + 2, controlHeight));
    case CT_CheckBox:
    case CT_RadioButton: return wanted.expandedTo(QSize(space::target, space::target));
    case CT_ToolButton: return wanted.expandedTo(QSize(space::target, space::target));
    case CT_HeaderSection: return QSize(wanted.width() + space::gap, std::max(wanted.height(), controlHeight));
    case CT_MenuItem: return QSize(wanted.width() + space::unit, std::max(wanted.height(), space::target + 2));
    case CT_MenuBarItem: return QSize(wanted.width() + space::half, std::max(wanted.height() + 4, controlHeight));
    case CT_ItemViewItem: return QSize(wanted.width(), std::max(wanted.height(), space::target));
    default: return wanted;
    }
}

QRect ControlStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        return rect.adjusted(space::half, 0, -space::half, 0);
    }
    if (element == SE_CheckBoxClickRect || element == SE_RadioButtonClickRect) {
        // The whole height of the widget answers, not only the words': a target of at least 24 px.
        return {rect.x(), option->rect.y(), rect.width(), option->rect.height()};
    }
    return rect;
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const QPalette& palette = option->palette;
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool primary =
            button && button->features.testFlag(QStyleOptionButton::DefaultButton) && option->state.testFlag(State_Enabled);
        QColor fill = primary ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
        if (option->state.testFlag(State_Sunken) || option->state.testFlag(State_On)) {
            fill = primary ? fill.darker(115) : Theme::wash(Tone::Info, palette);
        } else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled)) {
            fill = primary ? fill.darker(107) : Theme::hover(palette);
        }
        drawFrame(painter, option, widget, fill, hasFocusRing(option, widget));
        if (primary && hasFocusRing(option, widget)) { // The ring alone would vanish on the accent's own colour.
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(palette.color(QPalette::HighlightedText), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 1, radius - 1);
            painter->restore();
        }
        return;
    }
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            const QBrush fill =
                option->state.testFlag(State_Enabled) && !option->state.testFlag(State_ReadOnly) ? palette.base() : palette.window();
            drawFrame(painter, option, widget, fill, hasFocusRing(option, widget));
        }
        return;
    }
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_Selected) && qobject_cast<const QAbstractItemView*>(widget)) {
            return; // The selected row says it already, and one ring in it would look like a chosen cell.
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(Theme::focus(palette), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
        return;
    case PE_Frame:
    case PE_FrameGroupBox: {
        if (element == PE_Frame) {
            const bool focused = widget && widget->hasFocus() && widget->focusPolicy() != Qt::NoFocus;
            drawFrame(painter, option, widget, Qt::NoBrush, focused);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (!option->state.testFlag(State_Enabled))
            return;
        // Fusion's own edge is darker than the window, and cannot be told from a dark one (WCAG 1.4.11).
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(Theme::frame(palette), 1));
        painter->setBrush(Qt::NoBrush);
        if (element == PE_IndicatorCheckBox)
            painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        else
            painter->drawEllipse(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
        return;
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        painter->save();
        painter->translate(option->rect.center());
        if (header && header->sortIndicator == QStyleOptionHeader::SortUp) {
            painter->rotate(180);
        }
        Theme::icon(QStringLiteral("chevron"), Tone::Quiet, palette).paint(painter, QRect(-5, -5, 10, 10));
        painter->restore();
        return;
    }
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        painter->setPen(Theme::line(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
            header && header->orientation == Qt::Horizontal && header->position != QStyleOptionHeader::End &&
            header->position != QStyleOptionHeader::OnlyOneSection) {
            const int edge = option->direction == Qt::RightToLeft ? option->rect.left() : option->rect.right();
            painter->drawLine(edge, option->rect.top() + 7, edge, option->rect.bottom() - 7);
        }
        return;
    }
    if (element == CE_PushButtonLabel) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && button->features.testFlag(QStyleOptionButton::DefaultButton) && option->state.testFlag(State_Enabled)) {
            QStyleOptionButton primary(*button);
            primary.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &primary, painter, widget);
            return;
        }
    }
    if (element == CE_PushButtonBevel) {
        QStyleOptionButton bevel(*qstyleoption_cast<const QStyleOptionButton*>(option));
        proxy()->drawPrimitive(PE_PanelButtonCommand, &bevel, painter, widget);
        return;
    }
    if (element == CE_PushButton) {
        proxy()->drawControl(CE_PushButtonBevel, option, painter, widget);
        QStyleOptionButton label(*qstyleoption_cast<const QStyleOptionButton*>(option));
        proxy()->drawControl(CE_PushButtonLabel, &label, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo && combo->frame) {
            const auto* box = qobject_cast<const QComboBox*>(widget);
            const bool within =
                widget && (widget->hasFocus() || (box && box->isEditable() && widget->focusWidget() == widget->focusProxy() &&
                                                  widget->isAncestorOf(widget->focusWidget())));
            const bool enabled = option->state.testFlag(State_Enabled);
            drawFrame(painter, option, widget, enabled ? option->palette.base() : option->palette.window(), within);
            drawChevron(painter, option, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace casebound
