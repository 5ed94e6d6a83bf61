#include "ui/CaseBar.h"

#include "ui/FlowLayout.h"
#include "ui/Icon.h"
#include "ui/Theme.h"
#include "ui/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace casebound {

CaseBar::CaseBar(const CaseContext& context, const RosterUser& user, QWidget* parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("caseBar"));
    setAccessibleName(tr("Case bar"));
    auto* flow = new FlowLayout(space::wide + space::unit, space::unit, this);
    flow->setContentsMargins(space::gap, space::unit, space::gap, space::unit);

    m_case = addPart(QStringLiteral("barCase"), tr("Case"), QStringLiteral("case"));
    m_matter = addPart(QStringLiteral("barMatter"), tr("Matter"), QStringLiteral("log"));
    m_limit = addPart(QStringLiteral("barLimit"), tr("Limit in force"), QStringLiteral("clock"));
    m_user = addPart(QStringLiteral("barUser"), tr("Signed in"), QStringLiteral("person"));
    m_behalf = addPart(QStringLiteral("barOnBehalfOf"), tr("On behalf of"), QStringLiteral("person"));
    //: %1: name of a person, %2: role ("agent").
    put(m_user, tr("%1, %2").arg(user.name, Words::of(user.role)), true);

    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&context, &CaseContext::changed, this, &CaseBar::refresh);
    refresh();
    recolour();
}

CaseBar::Part CaseBar::addPart(const QString& objectName, const QString& caption, const QString& iconName)
{
    Part part{.box = new QWidget(this), .icon = nullptr, .value = nullptr, .iconName = iconName};
    part.icon = new Icon(part.box);
    auto* captionLabel = new QLabel(caption, part.box);
    captionLabel->setObjectName(objectName + QStringLiteral("Caption"));
    Theme::setTone(captionLabel, Tone::Quiet);
    part.value = new QLabel(part.box);
    part.value->setObjectName(objectName);
    part.value->setTextFormat(Qt::PlainText);
    part.value->setFont(Theme::strong(font()));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(captionLabel);
    words->addWidget(part.value);
    auto* row = new QHBoxLayout(part.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::unit);
    row->addWidget(part.icon, 0, Qt::AlignVCenter);
    row->addLayout(words);
    layout()->addWidget(part.box);
    m_parts.append(part);
    return part;
}

void CaseBar::put(const Part& part, const QString& words, bool given)
{
    constexpr int longest = 64;
    const auto* captionLabel = part.box->findChild<QLabel*>(part.value->objectName() + QStringLiteral("Caption"));
    part.value->setText(words.size() > longest ? words.left(longest - 1) + QChar(0x2026) : words);
    part.value->setToolTip(words.size() > longest ? words : QString());
    //: Accessible name of a part of the case bar. %1: caption, %2: value.
    part.value->setAccessibleName(tr("%1: %2").arg(captionLabel->text(), words));
    Theme::setTone(part.value, given ? Tone::Neutral : Tone::Quiet);
}

void CaseBar::refresh()
{
    const CaseContext::State& now = m_context.current();
    if (now.number.isEmpty()) {
        put(m_case, tr("none chosen"), false);
    } else if (now.title.isEmpty()) {
        put(m_case, now.number.text(), true);
    } else {
        //: %1: case number, %2: title of the case.
        put(m_case, tr("%1 · %2").arg(now.number.text(), now.title), true);
    }
    put(m_matter, now.matter ? Words::of(*now.matter) : tr("not chosen"), now.matter.has_value());
    put(m_limit, now.limit ? Words::of(*now.limit) : tr("follows from the offence"), now.limit.has_value());
    m_behalf.box->setVisible(!now.onBehalfOf.isEmpty());
    put(m_behalf, now.onBehalfOf, true);
    updateGeometry();
}

void CaseBar::recolour()
{
    for (const Part& part : m_parts) {
        part.icon->setPixmap(Theme::icon(part.iconName, Tone::Quiet, palette()).pixmap(QSize(20, 20), devicePixelRatioF()));
    }
}

void CaseBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
}

void CaseBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(Theme::line(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace casebound
