#include "ui/alerts/AlertDialog.h"

#include "ui/FieldMessage.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/alerts/AlertFields.h"
#include "ui/search/DateField.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int dialogWidth = 580;
constexpr int fieldWidth = 360;
constexpr int reasonLines = 4;

} // namespace

QPushButton* layAlertDialog(QDialog& dialog, const QString& heading, const QString& intro, QWidget* content, FieldMessage* whole,
                            const QString& accept)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setWindowModality(Qt::WindowModal);
    auto* title = new QLabel(heading, &dialog);
    title->setFont(Theme::heading(dialog.font()));
    auto* words = new WrapLabel(intro, &dialog);
    words->setTextFormat(Qt::PlainText);
    Theme::setTone(words, Tone::Quiet);
    auto* box = new QDialogButtonBox(&dialog);
    QPushButton* button = box->addButton(accept, QDialogButtonBox::AcceptRole);
    button->setObjectName(dialog.objectName() + QStringLiteral("Accept"));
    button->setDefault(true);
    box->addButton(AddAlertDialog::tr("Cancel"), QDialogButtonBox::RejectRole)
        ->setObjectName(dialog.objectName() + QStringLiteral("Cancel"));
    QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::unit);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(space::unit);
    column->addWidget(content, 1);
    column->addWidget(whole);
    column->addSpacing(space::gap);
    column->addWidget(box);
    dialog.resize(dialogWidth, dialog.sizeHint().height());
    return button;
}

AddAlertDialog::AddAlertDialog(AlertService& alerts, PageServices services, QWidget* parent)
    : QDialog(parent),
      m_alerts(alerts),
      m_fields(new AlertFields(services, AlertFields::Of::Entry, alerts.latestDay(), this)),
      m_whole(new FieldMessage(this, this))
{
    setObjectName(QStringLiteral("addAlert"));
    setWindowTitle(tr("Casebound – Add alert"));
    QPushButton* add = layAlertDialog(*this, tr("Add alert"),
                                      tr("The vendor tells you, and only you, when it reads this plate. The entry is written to the audit "
                                         "log before it is sent, ends with its case, and has to be justified anew within a year."),
                                      m_fields, m_whole, tr("Add alert"));
    connect(add, &QPushButton::clicked, this, &AddAlertDialog::submit);
}

void AddAlertDialog::submit()
{
    m_whole->clear();
    if (m_fields->mark(m_alerts.judge(m_fields->draft())))
        return;
    const auto entry = m_alerts.add(m_fields->draft());
    if (!entry) {
        const auto* refusal = std::get_if<QueryRefusal>(&entry.error().why);
        if (!refusal || !m_fields->mark(refusal->fields))
            m_whole->show(Words::of(entry.error()).whole());
        return;
    }
    Q_EMIT added(*entry);
    accept();
}

RevalidateAlertDialog::RevalidateAlertDialog(AlertService& alerts, const AlertEntry& entry, QWidget* parent)
    : QDialog(parent),
      m_alerts(alerts),
      m_entry(entry),
      m_reason(new QPlainTextEdit),
      m_expires(new DateField(tr("Expires"))),
      m_whole(new FieldMessage(this, this))
{
    setObjectName(QStringLiteral("revalidateAlert"));
    setWindowTitle(tr("Casebound – Revalidate"));
    auto* content = new QWidget(this);
    auto* before = new WrapLabel(entry.reasonText, content);
    before->setObjectName(QStringLiteral("reasonBefore"));
    before->setAccessibleName(tr("Last reason: %1").arg(entry.reasonText));
    before->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(QStringLiteral("freshReason"));
    m_reason->setAccessibleName(tr("Fresh reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * reasonLines + 2 * space::unit);
    m_expires->setDate(alerts.latestDay());
    m_reasonMessage = new FieldMessage(m_reason, content);
    m_expiresMessage = new FieldMessage(m_expires->edit(), content);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::gap);
    grid->setVerticalSpacing(space::unit);
    grid->setColumnMinimumWidth(1, fieldWidth);
    grid->setColumnStretch(1, 1);
    auto* reasonLabel = new QLabel(tr("Fresh &reason"), content);
    reasonLabel->setBuddy(m_reason);
    auto* expiresLabel = new QLabel(tr("E&xpires"), content);
    expiresLabel->setBuddy(m_expires->edit());
    grid->addWidget(new QLabel(tr("Last reason"), content), 0, 0, Qt::AlignTop);
    grid->addWidget(before, 0, 1);
    grid->addWidget(reasonLabel, 1, 0, Qt::AlignTop);
    grid->addWidget(m_reason, 1, 1);
    grid->addWidget(m_reasonMessage, 2, 1);
    grid->addWidget(expiresLabel, 3, 0, Qt::AlignTop);
    grid->addWidget(m_expires, 3, 1);
    grid->addWidget(m_expiresMessage, 4, 1);
    QPushButton* button =
        layAlertDialog(*this, tr("Revalidate"),
                       //: %1: plate, %2: case number.
                       tr("Plate %1, case %2. Say in fresh words why the vendor is still to look for it; the same words are refused.")
                           .arg(entry.plate.text(), entry.caseNumber.text()),
                       content, m_whole, tr("Revalidate"));
    connect(button, &QPushButton::clicked, this, &RevalidateAlertDialog::submit);
    connect(m_reason, &QPlainTextEdit::textChanged, m_reasonMessage, &FieldMessage::clear);
    m_reason->setFocus();
}

void RevalidateAlertDialog::submit()
{
    for (FieldMessage* message : {m_reasonMessage, m_expiresMessage, m_whole})
        message->clear();
    const auto justified = m_alerts.revalidate(m_entry.id, m_reason->toPlainText(), m_expires->date());
    if (justified) {
        Q_EMIT done(m_entry);
        accept();
        return;
    }
    const auto* refusal = std::get_if<QueryRefusal>(&justified.error().why);
    FieldMessage* first = nullptr;
    for (const FieldRefusal& field : refusal ? refusal->fields : std::vector<FieldRefusal>()) {
        FieldMessage* message = field.field == QueryField::Reason    ? m_reasonMessage
                                : field.field == QueryField::Expires ? m_expiresMessage
                                                                     : m_whole;
        message->show(Words::of(field));
        first = first ? first : message;
    }
    if (!refusal) {
        m_whole->show(Words::of(justified.error()).whole());
        first = m_reasonMessage;
    }
    first->field()->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
