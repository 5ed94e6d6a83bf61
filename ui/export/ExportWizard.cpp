#include "ui/export/ExportWizard.h"

#include "ui/ClipboardGuard.h"
#include "ui/FieldMessage.h"
#include "ui/Theme.h"
#include "ui/export/ExportWords.h"
#include "ui/export/ReadChoice.h"
#include "ui/export/RecipientList.h"
#include "ui/log/FactList.h"
#include "ui/search/NoticeBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

namespace casebound {

namespace {

/// What goes wrong about the target stands next to it; the rest is a notice.
bool concernsTarget(CaseExportProblem problem)
{
    switch (problem) {
    case CaseExportProblem::BadTarget:
    case CaseExportProblem::TargetExists:
    case CaseExportProblem::CannotWrite:
    case CaseExportProblem::DiskFull: return true;
    case CaseExportProblem::NotAllowed:
    case CaseExportProblem::Busy:
    case CaseExportProblem::NoSuchCase:
    case CaseExportProblem::Disposed:
    case CaseExportProblem::NotAcknowledged:
    case CaseExportProblem::BadRecipient:
    case CaseExportProblem::TooLarge:
    case CaseExportProblem::ReportFailed:
    case CaseExportProblem::PictureDiffers:
    case CaseExportProblem::CannotRead:
    case CaseExportProblem::LogUnreadable:
    case CaseExportProblem::CannotSign:
    case CaseExportProblem::NoTimeStamp:
    case CaseExportProblem::CheckFailed:
    case CaseExportProblem::Cancelled:
    case CaseExportProblem::LogFault: return false;
    }
    return false;
}

} // namespace

BundleKind ExportWizard::kind() const
{
    if (!m_recipients->chosen().empty()) {
        return BundleKind::Encrypted;
    }
    return m_form->currentIndex() == 1 ? BundleKind::Folder : BundleKind::Zip;
}

CaseExportRequest ExportWizard::request() const
{
    return {.subject = m_contents.subject.number,
            .kind = kind(),
            .target = QDir::fromNativeSeparators(m_target->text().trimmed()),
            .vehicleImages = m_vehicles->isChecked(),
            .leftOut = m_leftOut,
            .recipients = m_recipients->chosen(),
            .plainAcknowledged = m_recipients->isPlainAcknowledged()};
}

void ExportWizard::go(Step step)
{
    m_steps->setCurrentIndex(step);
    switch (step) {
    case ContentsStep: m_heading->setText(tr("1 of 4: Contents")); break;
    case RecipientsStep: m_heading->setText(tr("2 of 4: Recipients")); break;
    case SummaryStep: m_heading->setText(tr("3 of 4: Summary")); break;
    case ProgressStep: m_heading->setText(tr("4 of 4: Export")); break;
    }
    m_back->setVisible(step == RecipientsStep || step == SummaryStep);
    m_next->setVisible(step != ProgressStep);
    m_next->setText(step == SummaryStep ? tr("&Export") : tr("&Next"));
    m_next->setAccessibleName(step == SummaryStep ? tr("Export") : tr("Next"));
    m_cancel->setText(tr("Cancel"));
    switch (step) {
    case ContentsStep: m_form->setFocus(Qt::OtherFocusReason); break;
    case RecipientsStep: m_recipients->focusList(); break;
    case SummaryStep: m_target->setFocus(Qt::OtherFocusReason); break;
    case ProgressStep: m_cancel->setFocus(Qt::OtherFocusReason); break;
    }
}

void ExportWizard::next()
{
    switch (m_steps->currentIndex()) {
    case ContentsStep: go(RecipientsStep); break;
    case RecipientsStep:
        if (m_recipients->accept()) {
            propose();
            summarise();
            go(SummaryStep);
        }
        break;
    case SummaryStep: start(); break;
    default: break;
    }
}

void ExportWizard::back()
{
    const int from = m_steps->currentIndex();
    go(from == ProgressStep ? SummaryStep : from == SummaryStep ? RecipientsStep : ContentsStep);
}

/// A name nobody has changed follows what is chosen.
void ExportWizard::propose()
{
    if (!m_target->text().isEmpty() && m_target->text() != m_proposed) {
        return;
    }
    const QString typed = m_target->text();
    const QString folder = typed.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : QFileInfo(typed).path();
    m_proposed = QDir::toNativeSeparators(
        m_service.proposedTarget(QFileInfo(folder).isDir() ? folder : QDir::homePath(), m_contents.subject.number, kind()));
    m_target->setText(m_proposed);
}

void ExportWizard::summarise()
{
    const CaseExportRequest now = request();
    QStringList names;
    for (const ExportRecipient& one : now.recipients) {
        names += one.name;
    }
    QString form;
    switch (now.kind) {
    case BundleKind::Folder: form = tr("a folder, not encrypted"); break;
    case BundleKind::Zip: form = tr("a zip file, not encrypted"); break;
    case BundleKind::Encrypted: form = tr("a zip file, encrypted to the recipients"); break;
    }
    const QLocale locale;
    m_summary->put(QStringLiteral("summaryCase"), tr("Case"), m_contents.subject.number.text());
    m_summary->put(QStringLiteral("summaryReads"), tr("Kept reads"), locale.toString(qint64(m_chosen.reads)));
    //: In the summary of an export: number of kept reads that stay behind.
    m_summary->put(QStringLiteral("summaryLeftOut"), tr("Left out"),
                   m_leftOut.empty() ? QString() : locale.toString(static_cast<qint64>(m_leftOut.size())));
    m_summary->put(QStringLiteral("summaryVerified"), tr("Verified"), locale.toString(qint64(m_chosen.verified)));
    //: Numbers of reads. %1: not verified, %2: of them kept as contrary.
    m_summary->put(QStringLiteral("summaryUnverified"), tr("Unverified"),
                   tr("%1, of these %2 contrary or exculpatory")
                       .arg(locale.toString(qint64(m_chosen.unverified)), locale.toString(qint64(m_chosen.contrary))));
    m_summary->put(QStringLiteral("summaryPictures"), tr("Pictures"),
                   now.vehicleImages
                       ? tr("%1 of plates, %2 of vehicles")
                             .arg(locale.toString(qint64(m_chosen.plateImages)), locale.toString(qint64(m_chosen.vehicleImages)))
                       : tr("%1 of plates; pictures of vehicles stay behind").arg(locale.toString(qint64(m_chosen.plateImages))));
    m_summary->put(QStringLiteral("summaryForm"), tr("Form"), form);
    m_summary->put(QStringLiteral("summaryRecipients"), tr("Recipients"),
                   names.isEmpty() ? tr("nobody") : names.join(QStringLiteral(", ")));
    m_summary->put(QStringLiteral("summaryRetention"), tr("Retention"), ExportWords::of(m_contents.retention));
    QStringList warnings;
    if (now.recipients.empty()) {
        warnings += tr("It is not encrypted: anybody who gets it can read it.");
    }
    if (m_chosen.unverified > 0) {
        warnings +=
            tr("%n read(s) in it are unverified, and are marked so in every file of it.", "", static_cast<int>(m_chosen.unverified));
    }
    if (m_chosen.reads == 0) {
        warnings += m_leftOut.empty() ? tr("No reads are kept. No reads is not proof of absence; the export says so.")
                                      : tr("All kept reads are left out; the export says so.");
    }
    if (warnings.isEmpty()) {
        m_warning->clear();
    } else {
        m_warning->show(Tone::Caution, warnings.join(QLatin1Char(' ')));
    }
}

/// What goes along, on the first step.
void ExportWizard::tellContents()
{
    const QLocale locale;
    m_facts->put(QStringLiteral("contentsCase"), tr("Case"), m_contents.subject.number.text());
    m_facts->put(QStringLiteral("contentsReads"), tr("Kept reads"), locale.toString(qint64(m_chosen.reads)));
    m_facts->put(QStringLiteral("contentsVerified"), tr("Verified"), locale.toString(qint64(m_chosen.verified)));
    m_facts->put(QStringLiteral("contentsUnverified"), tr("Unverified"), locale.toString(qint64(m_chosen.unverified)));
    m_facts->put(QStringLiteral("contentsContrary"), tr("Contrary"), locale.toString(qint64(m_chosen.contrary)));
    m_facts->put(QStringLiteral("contentsRetention"), tr("Retention"), ExportWords::of(m_contents.retention));
    m_choice->setText(ExportWords::ofChoice(m_chosen.reads, static_cast<qint64>(m_leftOut.size())));
    m_choose->setEnabled(!m_contents.items.empty());
}

void ExportWizard::chooseReads()
{
    auto* dialog = new ReadChoice(m_contents.items, m_leftOut, this);
    connect(dialog, &ReadChoice::chosen, this, [this](const std::vector<std::int64_t>& leftOut) {
        m_leftOut = leftOut;
        m_chosen = m_contents.without(leftOut);
        tellContents();
        m_choose->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void ExportWizard::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Casebound – Folder for the case file"), QFileInfo(m_target->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_target->setText(QDir::toNativeSeparators(QDir(folder).filePath(QFileInfo(m_target->text()).fileName())));
        m_targetMessage->clear();
        m_next->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void ExportWizard::start()
{
    m_targetMessage->clear();
    m_notice->clear();
    m_result->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_what->setText(ExportWords::of(CaseExportStep::Gathering));
    const auto begun = m_service.start(request());
    go(ProgressStep);
    if (!begun) {
        show(std::unexpected(begun.error()));
    }
}

void ExportWizard::show(const CaseExportResult& result)
{
    if (m_steps->currentIndex() != ProgressStep) {
        return;
    }
    m_progress->hide();
    m_what->clear();
    m_cancel->setText(tr("Close"));
    m_cancel->setEnabled(true);
    if (!result) {
        const FailureWords words = ExportWords::of(result.error());
        if (concernsTarget(result.error())) {
            go(SummaryStep);
            m_targetMessage->show(words.whole());
            return;
        }
        m_notice->show(result.error() == CaseExportProblem::Cancelled ? Tone::Info : Tone::Bad, words.whole());
        m_back->setVisible(true);
        m_back->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->show(
        Tone::Good,
        kind() == BundleKind::Encrypted
            ? tr("The case file was written, read again and found as it was written. What is inside only its recipients can check.")
            : tr("The case file was written, read again and found in order: manifests, signature, pictures, proofs and numbers."));
    m_path->setText(QDir::toNativeSeparators(result->path));
    m_hash->setText(QString::fromLatin1(result->sha512.toHex()));
    m_hash->setCursorPosition(0);
    m_path->setCursorPosition(0);
    m_result->show();
    m_hash->setFocus(Qt::OtherFocusReason);
    Q_EMIT exported(result->path);
}

void ExportWizard::reject()
{
    if (m_service.isRunning() && m_steps->currentIndex() == ProgressStep) {
        m_cancel->setEnabled(false);
        m_what->setText(tr("Being cancelled: what was begun is removed …"));
        m_service.cancel();
        return; // its end is shown
    }
    QDialog::reject();
}

} // namespace casebound
