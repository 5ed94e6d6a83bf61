#include "ui/search/WindowField.h"

#include "ui/FieldMessage.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/search/DateField.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebound {

namespace {

QPushButton* step(QWidget* parent, const QString& name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

WindowField::WindowField(QDate today, QWidget* parent)
    : QWidget(parent),
      m_today(today),
      m_from(new DateField(Words::of(QueryField::From), this)),
      m_to(new DateField(Words::of(QueryField::To), this)),
      m_limitText(new WrapLabel({}, this)),
      m_window(new WrapLabel({}, this)),
      m_narrow(step(this, QStringLiteral("window90Days"), tr("90 days"), tr("The narrowest window: the last 90 days"))),
      m_year(step(this, QStringLiteral("windowYear"), tr("1 year"), tr("Widen to the last year, as far as the limit allows"))),
      m_most(step(this, QStringLiteral("windowLimit"), tr("Up to the limit"), tr("Widen to the whole time the limit allows")))
{
    m_from->setObjectName(QStringLiteral("fromField"));
    m_from->edit()->setObjectName(QStringLiteral("from"));
    m_to->setObjectName(QStringLiteral("toField"));
    m_to->edit()->setObjectName(QStringLiteral("to"));
    m_fromMessage = new FieldMessage(m_from->edit(), this);
    m_toMessage = new FieldMessage(m_to->edit(), this);
    m_limitText->setObjectName(QStringLiteral("limitText"));
    m_window->setObjectName(QStringLiteral("windowText"));
    for (QLabel* label : {m_limitText, m_window}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    Theme::setTone(m_window, Tone::Quiet);

    auto* fromLabel = new QLabel(tr("Fr&om"), this);
    fromLabel->setBuddy(m_from->edit());
    auto* toLabel = new QLabel(tr("&To"), this);
    toLabel->setBuddy(m_to->edit());

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::unit);
    grid->setVerticalSpacing(space::half);
    grid->addWidget(fromLabel, 0, 0);
    grid->addWidget(toLabel, 0, 1);
    grid->addWidget(m_from, 1, 0);
    grid->addWidget(m_to, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(space::unit);
    for (QPushButton* button : {m_narrow, m_year, m_most})
        steps->addWidget(button);
    steps->addStretch(1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addLayout(grid);
    column->addWidget(m_fromMessage);
    column->addWidget(m_toMessage);
    column->addWidget(m_limitText);
    column->addLayout(steps);
    column->addWidget(m_window);

    for (DateField* field : {m_from, m_to})
        connect(field, &DateField::dateChanged, this, [this] {
            tell();
            Q_EMIT changed();
        });
    connect(m_narrow, &QPushButton::clicked, this, [this] { setWindow(m_today.addDays(-89)); });
    connect(m_year, &QPushButton::clicked, this, [this] { setWindow(m_today.addYears(-1).addDays(1)); });
    connect(m_most, &QPushButton::clicked, this, [this] {
        if (m_limit)
            setWindow(m_limit->earliest);
    });
    setLimit(std::nullopt);
    startNarrow();
}

QDate WindowField::from() const
{
    return m_from->date();
}

QDate WindowField::to() const
{
    return m_to->date();
}

void WindowField::startNarrow()
{
    setWindow(m_today.addDays(-89));
}

void WindowField::setToday(QDate today)
{
    if (today == m_today)
        return;
    const bool endsToday = to() == m_today;
    const int days = static_cast<int>(m_today.daysTo(today));
    m_today = today;
    if (endsToday) {
        m_to->setDate(today);
        if (from().isValid())
            m_from->setDate(from().addDays(days));
    }
}

void WindowField::setWindow(QDate from)
{
    m_from->setDate(m_limit ? std::max(from, m_limit->earliest) : from);
    m_to->setDate(m_today);
}

void WindowField::setLimit(const std::optional<TimeLimit>& limit)
{
    m_limit = limit;
    m_most->setEnabled(limit.has_value());
    if (!limit) {
        Theme::setTone(m_limitText, Tone::Quiet);
        m_limitText->setText(tr("The limit follows from matter and offence."));
    } else {
        QStringList parts{tr("Limit: %1", "limit in force").arg(Words::of(*limit)) + u'.'};
        switch (limit->basis) {
        case LimitBasis::HouseLimit: parts.append(tr("This is the office’s own limit: the law sets none in years.")); break;
        case LimitBasis::Statute:
        case LimitBasis::Administrative:
        case LimitBasis::VendorLookback: break;
        }
        if (limit->deathVariantIgnored)
            parts.append(tr("A longer limit where someone died does not count without a supervisor’s approval."));
        parts.append(limit->counselEditable ? tr("Not fully checked against its source; counsel may change it.")
                                            : tr("Checked against its source."));
        Theme::setTone(m_limitText, Tone::Neutral);
        m_limitText->setText(parts.join(u' '));
    }
    tell();
}

void WindowField::tell()
{
    if (!from().isValid() || !to().isValid() || from() > to()) {
        m_window->clear();
        m_window->hide();
        return;
    }
    const qint64 days = from().daysTo(to()) + 1;
    m_window->setText(days == 1 ? tr("Window: 1 day") : tr("Window: %1 days").arg(QLocale().toString(days)));
    m_window->show();
}

} // namespace casebound
