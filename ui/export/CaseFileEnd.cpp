#include "ui/export/CaseFileEnd.h"

#include "ui/Prompt.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/export/DisposalDialog.h"
#include "ui/export/ExportWizard.h"
#include "ui/export/ExportWords.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace casebound {

CaseFileEnd::CaseFileEnd(CaseExport& exports, CaseDisposal& disposal, const Clock& clock, Prompt& prompt, QWidget* parent)
    : QWidget(parent),
      m_exports(exports),
      m_disposal(disposal),
      m_clock(clock),
      m_prompt(prompt),
      m_retention(new WrapLabel({}, this)),
      m_export(new QPushButton(tr("Export…"), this)),
      m_due(new QPushButton(tr("Due for disposal…"), this))
{
    setObjectName(QStringLiteral("caseFileEnd"));
    m_retention->setObjectName(QStringLiteral("caseRetention"));
    Theme::setTone(m_retention, Tone::Quiet);
    m_export->setObjectName(QStringLiteral("exportCase"));
    m_due->setObjectName(QStringLiteral("dueForDisposal"));
    m_export->setVisible(m_exports.mayExport());
    m_due->setVisible(m_disposal.mayDispose());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::unit);
    row->addWidget(m_retention, 1);
    row->addWidget(m_export);
    row->addWidget(m_due);
    connect(m_export, &QPushButton::clicked, this, &CaseFileEnd::openExport);
    connect(m_due, &QPushButton::clicked, this, &CaseFileEnd::openDisposal);
    connect(&m_disposal, &CaseDisposal::disposed, this, &CaseFileEnd::refresh);
    refresh();
}

void CaseFileEnd::setCase(const std::optional<CaseRecord>& subject)
{
    m_subject = subject;
    refresh();
}

void CaseFileEnd::refresh()
{
    if (!m_subject) {
        m_retention->clear();
    } else if (m_subject->state == CaseState::Disposed) {
        m_retention->setText(tr("The kept reads of this case were disposed of."));
    } else {
        m_retention->setText(ExportWords::of(m_disposal.label(*m_subject)));
    }
    m_export->setEnabled(m_subject && m_subject->state != CaseState::Disposed);
}

QString CaseFileEnd::whyEmpty() const
{
    if (!m_subject) {
        return {};
    }
    if (m_subject->state == CaseState::Disposed) {
        return tr("The kept reads of this case were disposed of. What the audit log says of them stays.");
    }
    return m_disposal.whyNotReadable(m_subject->number) ? ExportWords::of(CaseExportProblem::CannotRead).whole() : QString();
}

void CaseFileEnd::openExport()
{
    // A screen reader's press reaches this button through the dialog's modality: one dialog is enough.
    if (auto* shown = findChild<ExportWizard*>(); shown && shown->isVisible()) {
        shown->activateWindow();
        return;
    }
    if (!m_subject) {
        Q_EMIT announced(tr("No case is chosen. Choose one to export it."));
        return;
    }
    auto contents = m_exports.contents(m_subject->number);
    if (!contents) {
        const FailureWords words = ExportWords::of(contents.error());
        m_prompt.tell(this,
                      {.kind = PromptKind::Error,
                       .title = tr("Export"),
                       .text = words.happened,
                       .detail = words.consequence,
                       .accept = tr("Close"),
                       .refuse = {}},
                      {});
        return;
    }
    auto* wizard = new ExportWizard(m_exports, m_clock, *std::move(contents), this);
    connect(wizard, &ExportWizard::exported, this, [this, number = m_subject->number] {
        //: %1: case number.
        Q_EMIT announced(tr("Case %1 was exported.").arg(number.text()));
    });
    wizard->open();
}

void CaseFileEnd::openDisposal()
{
    if (auto* shown = findChild<DisposalDialog*>(); shown && shown->isVisible()) {
        shown->activateWindow();
        return;
    }
    auto* dialog = new DisposalDialog(m_disposal, m_prompt, this);
    connect(dialog, &DisposalDialog::announced, this, &CaseFileEnd::announced);
    dialog->open();
}

} // namespace casebound
