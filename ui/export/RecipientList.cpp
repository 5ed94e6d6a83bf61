#include "ui/export/RecipientList.h"

#include "domain/Clock.h"
#include "ui/FieldMessage.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/export/ExportWords.h"
#include "ui/search/NoticeBar.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebound {

RecipientList::RecipientList(std::vector<ExportRecipient> office, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_list(new QListWidget(this)),
      m_fingerprint(new WrapLabel({}, this)),
      m_add(new QPushButton(tr("&Add certificate from file …"), this)),
      m_addMessage(new FieldMessage(m_add, this)),
      m_warning(new NoticeBar(this)),
      m_plain(new QCheckBox(tr("E&xport without encryption"), this)),
      m_plainMessage(new FieldMessage(m_plain, this))
{
    setObjectName(QStringLiteral("recipientList"));
    auto* label = new QLabel(tr("&Recipients"), this);
    m_list->setObjectName(QStringLiteral("recipients"));
    m_list->setAccessibleName(tr("Recipients"));
    m_list->setMinimumHeight(m_list->fontMetrics().height() * 7);
    label->setBuddy(m_list);
    auto* hint = new WrapLabel(tr("Only the people ticked here can open the export, each with their own key; not even you can, unless you "
                                  "are ticked as well. Space ticks."),
                               this);
    Theme::setTone(hint, Tone::Quiet);
    m_fingerprint->setObjectName(QStringLiteral("recipientFingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fingerprint->setMinimumHeight(m_fingerprint->fontMetrics().height() * 3);
    m_add->setObjectName(QStringLiteral("addCertificate"));
    m_add->setAccessibleName(tr("Add certificate from file"));
    m_warning->setObjectName(QStringLiteral("recipientWarning"));
    m_plain->setObjectName(QStringLiteral("plainAcknowledged"));
    m_plain->setAccessibleName(tr("Export without encryption"));

    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    column->addWidget(m_fingerprint);
    column->addLayout(row);
    column->addWidget(m_addMessage);
    column->addWidget(m_warning);
    column->addWidget(m_plain);
    column->addWidget(m_plainMessage);
    connect(m_list, &QListWidget::currentRowChanged, this, &RecipientList::follow);
    connect(m_list, &QListWidget::itemChanged, this, &RecipientList::follow);
    connect(m_add, &QPushButton::clicked, this, &RecipientList::chooseFile);
    connect(m_plain, &QCheckBox::toggled, m_plainMessage, &FieldMessage::clear);
    for (const ExportRecipient& one : office) {
        add(one, false);
    }
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
    }
    follow();
}

void RecipientList::add(const ExportRecipient& recipient, bool ticked)
{
    const auto same = std::ranges::find(m_recipients, recipient.fingerprint(), &ExportRecipient::fingerprint);
    const int row = static_cast<int>(same - m_recipients.begin());
    if (same == m_recipients.end()) {
        m_recipients.push_back(recipient);
        //: A recipient of an export whose certificate came from a file. %1: the name in the certificate.
        const QString name = recipient.user.isEmpty() ? tr("%1 (from a file)").arg(recipient.name) : recipient.name;
        auto* item = new QListWidgetItem(name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        m_list->addItem(item);
    }
    if (ticked) {
        m_list->item(row)->setCheckState(Qt::Checked);
        m_list->setCurrentRow(row);
    }
}

std::vector<ExportRecipient> RecipientList::chosen() const
{
    std::vector<ExportRecipient> list;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            list.push_back(m_recipients[static_cast<std::size_t>(row)]);
        }
    }
    return list;
}

bool RecipientList::isPlainAcknowledged() const
{
    return chosen().empty() && m_plain->isChecked();
}

bool RecipientList::accept()
{
    if (!chosen().empty() || m_plain->isChecked()) {
        return true;
    }
    m_plainMessage->show(ExportWords::of(CaseExportProblem::NotAcknowledged).whole());
    m_plain->setFocus(Qt::OtherFocusReason);
    return false;
}

void RecipientList::addFile(const QString& path)
{
    m_addMessage->clear();
    const auto found = recipientsFromFile(path, m_clock.now());
    if (!found) {
        m_addMessage->show(ExportWords::of(found.error()).whole());
        m_add->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const ExportRecipient& one : *found) {
        add(one, true);
    }
    m_addMessage->show(tr("Nobody vouches for a certificate from a file: compare its fingerprint with what the recipient tells you."),
                       Tone::Info);
    m_list->setFocus(Qt::OtherFocusReason);
    follow();
}

void RecipientList::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Casebound – Certificate of a recipient"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecipientList::addFile);
    dialog->open();
}

void RecipientList::focusList()
{
    (m_list->count() > 0 ? static_cast<QWidget*>(m_list) : m_add)->setFocus(Qt::OtherFocusReason);
}

void RecipientList::follow()
{
    const int row = m_list->currentRow();
    //: Under the list of recipients. %1: SHA-256 of the chosen one's certificate.
    m_fingerprint->setText(
        row < 0
            ? QString()
            : tr("SHA-256 of this certificate: %1").arg(ExportWords::grouped(m_recipients[static_cast<std::size_t>(row)].fingerprint())));
    const bool nobody = chosen().empty();
    m_plain->setVisible(nobody);
    if (nobody) {
        m_warning->show(Tone::Caution,
                        tr("Nobody is ticked: whoever gets hold of the export can read every plate, place and picture in it. "
                           "That it was made without encryption stands in the audit log."));
    } else {
        m_warning->clear();
        m_plainMessage->clear();
    }
}

} // namespace casebound
