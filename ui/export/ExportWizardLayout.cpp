// The steps of the export wizard as they lie on the screen.
#include "ui/ClipboardGuard.h"
#include "ui/FieldMessage.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/export/ExportWizard.h"
#include "ui/export/ExportWords.h"
#include "ui/export/RecipientList.h"
#include "ui/log/FactList.h"
#include "ui/search/NoticeBar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace casebound {

namespace {

QVBoxLayout* columnIn(QWidget* part)
{
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    return column;
}

QLineEdit* readOnlyField(QVBoxLayout* column, const QString& label, const QString& objectName, const QString& name, QWidget* part)
{
    auto* text = new QLabel(label, part);
    auto* edit = new QLineEdit(part);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setReadOnly(true);
    text->setBuddy(edit);
    column->addWidget(text);
    column->addWidget(edit);
    return edit;
}

} // namespace

ExportWizard::ExportWizard(CaseExport& service, const Clock& clock, CaseContents contents, QWidget* parent)
    : QDialog(parent),
      m_service(service),
      m_contents(std::move(contents)),
      m_chosen(m_contents),
      m_recipients(new RecipientList(service.officeRecipients(), clock, this)),
      m_clipboard(new ClipboardGuard(std::chrono::seconds(60), this))
{
    setObjectName(QStringLiteral("exportWizard"));
    //: Title of the export wizard. %1: case number.
    setWindowTitle(tr("Casebound – Export case %1").arg(m_contents.subject.number.text()));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("exportStep"));
    m_heading->setFont(Theme::heading(font()));
    m_steps = new QStackedWidget(this);
    m_steps->setObjectName(QStringLiteral("exportSteps"));
    m_steps->addWidget(makeContents());
    m_steps->addWidget(makeRecipients());
    m_steps->addWidget(makeSummary());
    m_steps->addWidget(makeProgress());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::gap);
    column->addWidget(m_heading);
    column->addWidget(m_steps, 1);
    column->addWidget(makeButtons());
    resize(680, 620);

    connect(&m_service, &CaseExport::progressed, this, [this](CaseExportStep step, quint64 done, quint64 total) {
        m_what->setText(ExportWords::of(step));
        m_progress->setRange(0, step == CaseExportStep::Checking ? 0 : 1000);
        m_progress->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
    });
    connect(&m_service, &CaseExport::finished, this, &ExportWizard::show);
    go(ContentsStep);
}

QWidget* ExportWizard::makeContents()
{
    auto* part = new QWidget(this);
    auto* column = columnIn(part);
    auto* about = new WrapLabel(tr("One folder or zip file that anybody can check and open with tools nobody here wrote: reports, tables, "
                                   "maps, pictures, the case's entries of the audit log with their proofs, and your signature. Every read "
                                   "carries its verdict; what is unverified or contrary is marked in every file."),
                                part);
    Theme::setTone(about, Tone::Quiet);
    m_facts = new FactList(part, FactsOf::Office);
    m_choice = new WrapLabel({}, part);
    m_choice->setObjectName(QStringLiteral("exportChoice"));
    m_choose = new QPushButton(tr("Choose reads …"), part);
    m_choose->setObjectName(QStringLiteral("chooseReads"));
    m_choose->setAccessibleName(tr("Choose reads"));
    m_choose->setAutoDefault(false);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(space::unit);
    choice->addWidget(m_choice, 1);
    choice->addWidget(m_choose);
    auto* formLabel = new QLabel(tr("&Form"), part);
    m_form = new QComboBox(part);
    m_form->setObjectName(QStringLiteral("exportForm"));
    m_form->setAccessibleName(tr("Form"));
    m_form->addItem(tr("One zip file"));
    m_form->addItem(tr("Folder"));
    formLabel->setBuddy(m_form);
    auto* formHint = new WrapLabel(tr("With recipients it is always one encrypted zip file."), part);
    Theme::setTone(formHint, Tone::Quiet);
    m_vehicles = new QCheckBox(tr("Pictures of &vehicles"), part);
    m_vehicles->setObjectName(QStringLiteral("exportVehicles"));
    m_vehicles->setAccessibleName(tr("Pictures of vehicles"));
    m_vehicles->setChecked(true);
    auto* hint = new WrapLabel(tr("Bystanders may be seen on them. Pictures of plates always go with their reads."), part);
    Theme::setTone(hint, Tone::Quiet);
    column->addWidget(about);
    column->addWidget(m_facts);
    column->addLayout(choice);
    for (QWidget* one : {static_cast<QWidget*>(formLabel), static_cast<QWidget*>(m_form), static_cast<QWidget*>(formHint),
                         static_cast<QWidget*>(m_vehicles), static_cast<QWidget*>(hint)}) {
        column->addWidget(one);
    }
    column->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &ExportWizard::chooseReads);
    tellContents();
    return part;
}

QWidget* ExportWizard::makeRecipients()
{
    return m_recipients;
}

QWidget* ExportWizard::makeSummary()
{
    auto* part = new QWidget(this);
    auto* column = columnIn(part);
    m_summary = new FactList(part, FactsOf::Office);
    m_warning = new NoticeBar(part);
    m_warning->setObjectName(QStringLiteral("exportWarning"));
    auto* label = new QLabel(tr("Export &to"), part);
    m_target = new QLineEdit(part);
    m_target->setObjectName(QStringLiteral("caseExportTarget"));
    m_target->setAccessibleName(tr("Export to"));
    label->setBuddy(m_target);
    m_targetMessage = new FieldMessage(m_target, part);
    auto* choose = new QPushButton(tr("Choose f&older …"), part);
    choose->setObjectName(QStringLiteral("chooseCaseExportFolder"));
    choose->setAccessibleName(tr("Choose folder"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    row->addWidget(m_target, 1);
    row->addWidget(choose);
    auto* hint = new WrapLabel(tr("Nothing is replaced, and nothing is written anywhere else. That it was exported, to whom and where, "
                                  "becomes an entry of the audit log before the first byte is written."),
                               part);
    Theme::setTone(hint, Tone::Quiet);
    column->addWidget(m_summary);
    column->addWidget(m_warning);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_targetMessage);
    column->addWidget(hint);
    column->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &ExportWizard::chooseFolder);
    connect(m_target, &QLineEdit::textEdited, m_targetMessage, &FieldMessage::clear);
    return part;
}

QWidget* ExportWizard::makeProgress()
{
    auto* part = new QWidget(this);
    auto* column = columnIn(part);
    m_what = new QLabel(part);
    m_what->setObjectName(QStringLiteral("exportWhat"));
    m_what->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(part);
    m_progress->setObjectName(QStringLiteral("caseExportProgress"));
    m_progress->setAccessibleName(tr("Exporting the case file"));
    m_progress->setTextVisible(false);
    m_notice = new NoticeBar(part);
    m_notice->setObjectName(QStringLiteral("caseExportNotice"));
    m_result = new QWidget(part);
    auto* result = columnIn(m_result);
    m_path = readOnlyField(result, tr("&Written to"), QStringLiteral("caseExportPath"), tr("Written to"), m_result);
    m_hash = readOnlyField(result, tr("&SHA-512 hash"), QStringLiteral("caseExportHash"), tr("SHA-512 hash"), m_result);
    m_hash->setFont(Theme::plate(font()));
    auto* copy = new QPushButton(tr("Cop&y hash"), m_result);
    copy->setObjectName(QStringLiteral("copyHash"));
    copy->setAccessibleName(tr("Copy hash"));
    auto* row = new QHBoxLayout;
    row->addWidget(copy);
    row->addStretch(1);
    result->addLayout(row);
    auto* hint = new WrapLabel(tr("Of the file; of a folder, of its file tagmanifest-sha512.txt. Tell it to whoever gets the case file by "
                                  "another way, and they can be sure that it is this one."),
                               m_result);
    Theme::setTone(hint, Tone::Quiet);
    result->addWidget(hint);
    m_result->hide();
    column->addWidget(m_what);
    column->addWidget(m_progress);
    column->addWidget(m_notice);
    column->addWidget(m_result);
    column->addStretch(1);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_hash->text()); });
    return part;
}

QWidget* ExportWizard::makeButtons()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::unit);
    m_back = new QPushButton(tr("&Back"), part);
    m_back->setObjectName(QStringLiteral("exportBack"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setAutoDefault(false);
    m_next = new QPushButton(part);
    m_next->setObjectName(QStringLiteral("exportNext"));
    m_next->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"), part);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_cancel->setAutoDefault(false);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addWidget(m_cancel);
    connect(m_back, &QPushButton::clicked, this, &ExportWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ExportWizard::next);
    connect(m_cancel, &QPushButton::clicked, this, &ExportWizard::reject);
    return part;
}

} // namespace casebound
