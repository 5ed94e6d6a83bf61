#include "ui/ColumnChoice.h"

#include "service/Settings.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 16, widest = 10'000;

} // namespace

QString toText(const QList<ColumnLook>& looks)
{
    QStringList words;
    for (const ColumnLook& look : looks)
        words += u"%1:%2%3"_s.arg(look.column).arg(look.width).arg(look.hidden ? u":hidden"_s : QString());
    return words.join(u' ');
}

std::optional<QList<ColumnLook>> columnLooks(const QString& text, int count)
{
    const QStringList words = text.split(u' ');
    if (words.size() != count)
        return std::nullopt;
    QList<ColumnLook> looks;
    QList<bool> seen(count, false);
    bool anyShown = false;
    for (const QString& word : words) {
        const QStringList parts = word.split(u':');
        if (parts.size() != 2 && !(parts.size() == 3 && parts[2] == "hidden"_L1))
            return std::nullopt;
        bool isColumn = false, isWidth = false;
        const ColumnLook look{.column = parts[0].toInt(&isColumn), .width = parts[1].toInt(&isWidth), .hidden = parts.size() == 3};
        if (!isColumn || !isWidth || look.column < 0 || look.column >= count || std::exchange(seen[look.column], true) ||
            look.width < narrowest || look.width > widest)
            return std::nullopt;
        anyShown = anyShown || !look.hidden;
        looks += look;
    }
    return anyShown ? std::optional(looks) : std::nullopt;
}

ColumnChoice* ColumnChoice::of(QTableView& table, QList<int> always, const QString& name)
{
    return new ColumnChoice(table, std::move(always), name.isEmpty() ? table.objectName() : name);
}

ColumnChoice::ColumnChoice(QTableView& table, QList<int> always, QString name)
    : QObject(&table),
      m_table(table),
      m_menu(new QMenu(tr("Columns"), &table)),
      m_always(std::move(always)),
      m_name(std::move(name))
{
    QHeaderView* header = table.horizontalHeader();
    header->setSectionsMovable(true);
    m_first = now();
    restore();
    const auto byHand = [this] {
        if (!m_restoring && QGuiApplication::mouseButtons() != Qt::NoButton)
            remember();
    };
    connect(header, &QHeaderView::sectionResized, this, byHand);
    connect(header, &QHeaderView::sectionMoved, this, byHand);
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, &ColumnChoice::remember);
    connect(m_menu, &QMenu::aboutToShow, this, &ColumnChoice::fillMenu);
    table.addAction(m_menu->menuAction());
    header->installEventFilter(this);
    header->viewport()->installEventFilter(this);
    table.installEventFilter(this);
}

QList<ColumnLook> ColumnChoice::now() const
{
    const QHeaderView& header = *m_table.horizontalHeader();
    QList<ColumnLook> looks;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        const bool hidden = header.isSectionHidden(column);
        // A hidden column's width is 0 to everybody but the header itself.
        int width = header.sectionSize(column);
        if (hidden) {
            const auto last = std::ranges::find(m_first, column, &ColumnLook::column);
            width = last == m_first.end() ? header.defaultSectionSize() : last->width;
        }
        looks += {.column = column, .width = std::clamp(width, narrowest, widest), .hidden = hidden};
    }
    return looks;
}

void ColumnChoice::apply(const QList<ColumnLook>& looks)
{
    const QScopedValueRollback restoring(m_restoring, true);
    QHeaderView& header = *m_table.horizontalHeader();
    for (int place = 0; place < looks.size(); ++place) {
        const ColumnLook& look = looks[place];
        header.moveSection(header.visualIndex(look.column), place);
        header.setSectionHidden(look.column, look.hidden && !m_always.contains(look.column));
        if (!header.isSectionHidden(look.column))
            header.resizeSection(look.column, look.width);
    }
}

void ColumnChoice::restore()
{
    if (const auto looks = columnLooks(Settings::columns(m_name), m_table.horizontalHeader()->count()))
        apply(*looks);
}

void ColumnChoice::remember()
{
    const QList<ColumnLook> looks = now();
    Settings::setColumns(m_name, looks == m_first ? QString() : toText(looks));
}

void ColumnChoice::fillMenu()
{
    m_menu->clear();
    const QHeaderView& header = *m_table.horizontalHeader();
    const bool isLastOne = header.count() - header.hiddenSectionCount() == 1;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        QAction* show = m_menu->addAction(m_table.model()->headerData(column, Qt::Horizontal).toString());
        show->setCheckable(true);
        show->setChecked(!header.isSectionHidden(column));
        show->setEnabled(!m_always.contains(column) && !(isLastOne && show->isChecked()));
        connect(show, &QAction::toggled, this, [this, column](bool on) {
            m_table.setColumnHidden(column, !on);
            remember();
        });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("As they were at first")), &QAction::triggered, this, [this] {
        apply(m_first);
        remember();
    });
}

bool ColumnChoice::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_table) {
        // A table sizes its columns anew for another font; after that they are the person's again.
        if (event->type() == QEvent::FontChange)
            QMetaObject::invokeMethod(this, &ColumnChoice::restore, Qt::QueuedConnection);
    } else if (event->type() == QEvent::ContextMenu) {
        m_menu->popup(static_cast<QContextMenuEvent&>(*event).globalPos());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace casebound
