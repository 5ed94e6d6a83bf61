#include "ui/PageList.h"

#include "ui/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace casebound {

namespace {

constexpr int rowHeight = 40;
constexpr int iconSide = 18;

/// Icon, name, and a bar at the edge of the current page; the shortcut stands quietly at the end.
class PageDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QRectF box = QRectF(option.rect).adjusted(space::half, 2, -space::half, -2);
        const QPalette& palette = option.palette;
        if (current) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::wash(Tone::Info, palette));
            painter->drawRoundedRect(box, 4, 4);
            const QRect bar = QStyle::visualRect(option.direction, option.rect,
                                                 QRect(option.rect.left() + space::half, option.rect.top() + 8, 3, rowHeight - 16));
            painter->setBrush(Theme::focus(palette));
            painter->drawRoundedRect(bar, 1.5, 1.5);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::hover(palette));
            painter->drawRoundedRect(box, 4, 4);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(Theme::focus(palette), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
        }
        const QRect whole = option.rect.adjusted(space::gap + 2, 0, -space::gap, 0);
        const auto place = [&](int left, int width) {
            return QStyle::visualRect(option.direction, whole, QRect(left, whole.top(), width, whole.height()));
        };
        const QRect iconBox = place(whole.left(), iconSide);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(iconBox.left(), iconBox.center().y() - iconSide / 2, iconSide, iconSide));
        painter->setFont(current ? Theme::strong(option.font) : option.font);
        painter->setPen(palette.color(QPalette::Text));
        const int textLeft = whole.left() + iconSide + 10;
        painter->drawText(place(textLeft, whole.right() - textLeft),
                          int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)), index.data().toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(Theme::strong(option.font));
        return {2 * (space::gap + 2) + iconSide + 10 + metrics.horizontalAdvance(index.data().toString()) + space::gap,
                std::max(rowHeight, metrics.height() + space::gap)};
    }
};

QString iconOf(PageId id)
{
    switch (id) {
    case PageId::Search: return QStringLiteral("search");
    case PageId::Verify: return QStringLiteral("verify");
    case PageId::Alerts: return QStringLiteral("bell");
    case PageId::CaseFile: return QStringLiteral("casefile");
    case PageId::Review: return QStringLiteral("clock");
    case PageId::Office: return QStringLiteral("log");
    case PageId::Course: return QStringLiteral("check");
    }
    return {};
}

} // namespace

PageList::PageList(QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("pageList"));
    setAccessibleName(tr("Pages"));
    setItemDelegate(new PageDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    viewport()->setAutoFillBackground(false);
    setViewportMargins(0, space::unit, 0, space::unit);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item) {
            Q_EMIT chosen(static_cast<PageId>(item->data(Qt::UserRole).toInt()));
        }
    });
}

void PageList::addPage(PageId id)
{
    auto* item = new QListWidgetItem(PageGuide::nameOf(id));
    item->setData(Qt::UserRole, static_cast<int>(id));
    //: Tooltip of a page of the list. %1: number of the page.
    item->setToolTip(tr("Ctrl+%1").arg(count() + 1));
    addItem(item);
    recolour();
    updateGeometry();
}

void PageList::setCurrent(PageId id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toInt() == static_cast<int>(id)) {
            setCurrentRow(row);
        }
    }
}

QSize PageList::sizeHint() const
{
    return {std::max(sizeHintForColumn(0), 152), rowHeight * std::max(count(), 1)};
}

void PageList::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
}

void PageList::recolour()
{
    for (int row = 0; row < count(); ++row) {
        const auto id = static_cast<PageId>(item(row)->data(Qt::UserRole).toInt());
        item(row)->setIcon(Theme::icon(iconOf(id), Tone::Neutral, palette()));
    }
}

} // namespace casebound
