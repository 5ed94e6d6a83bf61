#include "ui/alerts/HandOverDialog.h"

#include "ui/FieldMessage.h"
#include "ui/Words.h"
#include "ui/alerts/AlertDialog.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace casebound {

namespace {

constexpr int fieldWidth = 360;
constexpr int reasonLines = 3;

} // namespace

HandOverDialog::HandOverDialog(AlertService& alerts, const AlertEntry& entry, const OfficeProfile& profile, const UserId& self,
                               QWidget* parent)
    : QDialog(parent),
      m_alerts(alerts),
      m_entry(entry),
      m_receiver(new QComboBox),
      m_why(new QPlainTextEdit),
      m_whole(new FieldMessage(this, this))
{
    setObjectName(QStringLiteral("handOver"));
    setWindowTitle(tr("Casebound – Hand over"));
    auto* content = new QWidget(this);
    m_receiver->setObjectName(QStringLiteral("handOverTo"));
    m_receiver->setAccessibleName(tr("Receiver"));
    m_receiver->setPlaceholderText(tr("Choose"));
    for (const RosterUser& user : profile.roster) {
        if (user.id != entry.owner && user.id != self)
            m_receiver->addItem(user.name, user.id.text());
    }
    m_receiver->setCurrentIndex(-1);
    m_why->setObjectName(QStringLiteral("handOverWhy"));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setTabChangesFocus(true);
    m_why->setFixedHeight(m_why->fontMetrics().lineSpacing() * reasonLines + 2 * space::unit);
    m_receiverMessage = new FieldMessage(m_receiver, content);
    m_whyMessage = new FieldMessage(m_why, content);
    auto* receiver = new QLabel(tr("Re&ceiver"), content);
    receiver->setBuddy(m_receiver);
    auto* why = new QLabel(tr("&Reason"), content);
    why->setBuddy(m_why);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::gap);
    grid->setVerticalSpacing(space::unit);
    grid->setColumnMinimumWidth(1, fieldWidth);
    grid->setColumnStretch(1, 1);
    grid->addWidget(receiver, 0, 0, Qt::AlignTop);
    grid->addWidget(m_receiver, 0, 1);
    grid->addWidget(m_receiverMessage, 1, 1);
    grid->addWidget(why, 2, 0, Qt::AlignTop);
    grid->addWidget(m_why, 2, 1);
    grid->addWidget(m_whyMessage, 3, 1);
    QPushButton* button =
        layAlertDialog(*this, tr("Hand over"),
                       //: %1: plate, %2: case number.
                       tr("Plate %1, case %2. The owner’s entry is removed. The receiver gets one that looks for nothing until they have "
                          "justified it in their own words. You approve this, and it is on record.")
                           .arg(entry.plate.text(), entry.caseNumber.text()),
                       content, m_whole, tr("Hand over"));
    connect(button, &QPushButton::clicked, this, &HandOverDialog::submit);
    connect(m_why, &QPlainTextEdit::textChanged, m_whyMessage, &FieldMessage::clear);
    connect(m_receiver, &QComboBox::currentIndexChanged, m_receiverMessage, &FieldMessage::clear);
}

void HandOverDialog::submit()
{
    if (m_receiver->currentIndex() < 0) {
        m_receiverMessage->show(tr("Choose who is to have the entry."));
        m_receiver->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto made = m_alerts.handOver(m_entry.id, UserId(m_receiver->currentData().toString()), m_why->toPlainText());
    if (made) {
        Q_EMIT done(*made);
        accept();
        return;
    }
    const auto* problem = std::get_if<AlertProblem>(&made.error().why);
    const bool ofWhy = problem && *problem == AlertProblem::NoteMissing;
    (ofWhy ? m_whyMessage : m_whole)->show(Words::of(made.error()).whole());
    if (ofWhy)
        m_why->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
