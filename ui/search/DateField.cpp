#include "ui/search/DateField.h"

#include "ui/Theme.h"
#include "ui/Words.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace casebound {

DateField::DateField(const QString& name, QWidget* parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_button(new QToolButton(this))
{
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(tr("yyyy-mm-dd"));
    m_edit->setMaxLength(24);
    m_edit->installEventFilter(this);
    m_button->setArrowType(Qt::DownArrow);
    m_button->setAccessibleName(tr("%1: choose from a calendar").arg(name));
    m_button->setToolTip(tr("Choose from a calendar"));
    m_button->setMinimumSize(space::target, space::target);
    m_button->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::half / 2);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &DateField::dateChanged);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (const QDate typed = date(); typed.isValid())
            setDate(typed);
    });
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
}

QDate DateField::parse(const QString& typed)
{
    const QString text = typed.simplified();
    for (const QString& format : {QStringLiteral("yyyy-M-d"), QStringLiteral("yyyyMMdd")})
        if (const QDate date = QDate::fromString(text, format); date.isValid() && date.year() >= 1900)
            return date;
    const QDate date = QLocale().toDate(text, Words::tr("d MMM yyyy"));
    return date.isValid() && date.year() >= 1900 ? date : QDate();
}

QDate DateField::date() const
{
    return parse(m_edit->text());
}

void DateField::setDate(QDate date)
{
    m_edit->setText(Words::date(date));
}

bool DateField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const QDate today = date();
        const auto* key = dynamic_cast<QKeyEvent*>(event);
        if (key && today.isValid() && key->modifiers() == Qt::NoModifier) {
            switch (key->key()) {
            case Qt::Key_Up: setDate(today.addDays(1)); return true;
            case Qt::Key_Down: setDate(today.addDays(-1)); return true;
            case Qt::Key_PageUp: setDate(today.addMonths(1)); return true;
            case Qt::Key_PageDown: setDate(today.addMonths(-1)); return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DateField::openCalendar()
{
    auto* calendar = new QCalendarWidget(this);
    calendar->setWindowFlag(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setObjectName(QStringLiteral("calendar"));
    calendar->setAccessibleName(m_button->accessibleName());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const QDate chosen = date(); chosen.isValid())
        calendar->setSelectedDate(chosen);
    connect(calendar, &QCalendarWidget::activated, this, [this, calendar](QDate chosen) {
        setDate(chosen);
        calendar->close();
        m_edit->setFocus();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    calendar->move(mapToGlobal(QPoint(0, height())));
    calendar->show();
    calendar->setFocus();
}

} // namespace casebound
