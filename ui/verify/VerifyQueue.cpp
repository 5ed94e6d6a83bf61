#include "ui/verify/VerifyQueue.h"

#include "lists/VerifyQueueModel.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/VerdictDelegate.h"
#include "ui/WrapLabel.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace casebound {

VerifyQueueTable::VerifyQueueTable(VerifyQueueModel& model, QWidget* parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("queue"));
    setAccessibleName(tr("Queue"));
    setModel(&model);
    dressTable(*this);
    setItemDelegateForColumn(VerifyQueueModel::VerdictColumn, new VerdictDelegate(VerifyQueueModel::VerdictRole, this));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    sizeColumns();
    letChooseColumns(*this, {VerifyQueueModel::TimeColumn, VerifyQueueModel::VerdictColumn});
}

void VerifyQueueTable::sizeColumns()
{
    const QFontMetrics metrics(font());
    verticalHeader()->setDefaultSectionSize(std::max(space::target, metrics.height() + space::unit));
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text) + 4 * space::unit; };
    setColumnWidth(VerifyQueueModel::TimeColumn, width(QStringLiteral("2026-00-00 00:00:00")));
    setColumnWidth(VerifyQueueModel::KindColumn,
                   std::max(width(VerifyQueueModel::tr("Near match")), width(VerifyQueueModel::tr("As queried"))));
}

void VerifyQueueTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeColumns();
}

bool VerifyQueueTable::event(QEvent* event)
{
    // A letter typed here is the queue's before any shortcut of the window gets it.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = dynamic_cast<QKeyEvent*>(event);
        if (key && !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && key->key() < Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void VerifyQueueTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!plain) {
        QTableView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT typingWanted(); return;
    case Qt::Key_Space: Q_EMIT nextWanted(); return;
    case Qt::Key_Backspace: Q_EMIT backWanted(); return;
    }
    if (m_letters) {
        switch (event->key()) {
        case Qt::Key_Y: Q_EMIT verdictWanted(Verdict::Confirmed); return;
        case Qt::Key_N: Q_EMIT verdictWanted(Verdict::DifferentPlate); return;
        case Qt::Key_U: Q_EMIT verdictWanted(Verdict::Unreadable); return;
        case Qt::Key_Z:
        case Qt::Key_I:
        case Qt::Key_R:
        case Qt::Key_C:
        case Qt::Key_X:
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Minus:
        case Qt::Key_0: Q_EMIT pictureKey(event->key(), event->modifiers()); return;
        }
    }
    if (!event->text().isEmpty() && event->text().front().isPrint())
        return; // no search by first letters: it would move the queue under a typist's hands
    QTableView::keyPressEvent(event);
}

void VerifyQueueTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged(current.row());
}

VerifyQueue::VerifyQueue(VerifyQueueModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_table(new VerifyQueueTable(model, this)),
      m_count(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_keys(new WrapLabel({}, this)),
      m_letters(new QCheckBox(tr("Single-letter keys in the queue"), this))
{
    setObjectName(QStringLiteral("verifyQueue"));
    auto* title = new QLabel(tr("&Queue"), this);
    title->setFont(Theme::heading(font()));
    title->setBuddy(m_table);
    m_count->setObjectName(QStringLiteral("queueCount"));
    Theme::setTone(m_count, Tone::Quiet);
    m_progress->setObjectName(QStringLiteral("queueProgress"));
    m_progress->setAccessibleName(tr("Progress of the queue"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(space::unit);
    m_keys->setObjectName(QStringLiteral("queueKeys"));
    m_keys->setWordWrap(true);
    Theme::setTone(m_keys, Tone::Quiet);
    m_letters->setObjectName(QStringLiteral("letterKeys"));
    m_letters->setChecked(true);
    m_letters->setMinimumHeight(space::target + space::half); // the layout takes the style's own margin off again
    PageGuide::markPane(m_table);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::unit, space::gap);
    column->setSpacing(space::half);
    column->addWidget(title);
    column->addWidget(m_count);
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    column->addSpacing(space::half);
    column->addWidget(m_letters);
    column->addWidget(m_keys);
    connect(m_letters, &QCheckBox::toggled, this, [this](bool on) {
        m_table->setLetterKeys(on);
        tellKeys();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &VerifyQueue::tellCount);
    connect(&model, &QAbstractItemModel::dataChanged, this, &VerifyQueue::tellCount);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &VerifyQueue::tellCount);
    tellKeys();
    tellCount();
}

void VerifyQueue::tellKeys()
{
    const QString always = tr("Enter: type what you see. Space: next. Backspace: back.");
    m_keys->setText(m_letters->isChecked()
                        ? always + u' ' +
                              tr("Y confirmed, N different plate, U unreadable. Z zoom, R rotate, I invert, C contrast, X as it came.")
                        : always);
}

void VerifyQueue::tellCount()
{
    const int open = m_model.unverified(), all = m_model.rowCount();
    m_progress->setMaximum(std::max(1, all));
    m_progress->setValue(all - open);
    m_progress->setAccessibleDescription(tr("%1 of %2 have a verdict").arg(QLocale().toString(all - open), QLocale().toString(all)));
    m_count->setText(tr("%1 of %2 unverified").arg(QLocale().toString(open), QLocale().toString(all)));
}

} // namespace casebound
