#include "ui/log/OfficePage.h"

#include "ui/FieldMessage.h"
#include "ui/Page.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/log/FactList.h"
#include "ui/log/RosterPanel.h"
#include "ui/review/ExceptionsPanel.h"
#include "ui/search/NoticeBar.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int widest = 760;

QLabel* heading(const QString& words, const QWidget* of)
{
    auto* label = new QLabel(words);
    label->setFont(Theme::heading(of->font()));
    return label;
}

/// What goes wrong about the target stands next to it; the rest is a notice.
bool concernsTarget(LogExportProblem problem)
{
    switch (problem) {
    case LogExportProblem::BadTarget:
    case LogExportProblem::TargetExists: return true;
    case LogExportProblem::NotAllowed:
    case LogExportProblem::Busy:
    case LogExportProblem::CannotWrite:
    case LogExportProblem::DiskFull:
    case LogExportProblem::CannotRead:
    case LogExportProblem::CannotSign:
    case LogExportProblem::NotInOrder:
    case LogExportProblem::CheckFailed:
    case LogExportProblem::Cancelled:
    case LogExportProblem::LogFault: return false;
    }
    return false;
}

} // namespace

OfficePage::OfficePage(Session& session, LogExport& logExport, QWidget* parent) : Page(parent), m_session(session), m_export(logExport)
{
    setObjectName(QStringLiteral("officePage"));
    auto* body = new QWidget;
    body->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, space::unit, 0);
    column->setSpacing(space::wide);
    auto* exceptions = new ExceptionsPanel(m_session.approvals(), m_session.practicePassphrase(), body);
    connect(exceptions, &ExceptionsPanel::announced, this, &OfficePage::announced);
    column->addWidget(exceptions);
    if (RosterComparisonService* comparison = m_session.rosterComparison()) {
        auto* roster = new RosterPanel(*comparison, m_session.profile().training, body);
        connect(roster, &RosterPanel::announced, this, &OfficePage::announced);
        column->addWidget(roster);
    }
    column->addWidget(makeState());
    column->addWidget(makeExport());
    column->addStretch(1);

    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("officeScroll"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    area->setWidget(body);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    whole->addWidget(area);

    connect(&m_session, &Session::logStateChanged, this, &OfficePage::refresh);
    connect(&m_export, &LogExport::finished, this, &OfficePage::show);
    connect(&m_export, &LogExport::progressed, this, [this](quint64 done, quint64 total) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
        //: Progress of an export. %1: number, %2: "1,204 entries".
        m_count->setText(done < total ? tr("%1 of %2").arg(QLocale().toString(done), Words::entries(total))
                                      : tr("%1, now being signed, synced and read again …").arg(Words::entries(total)));
    });
    propose();
    refresh();
    setRunning(false);
}

QWidget* OfficePage::makeState()
{
    auto* part = new QWidget;
    m_facts = new FactList(part, FactsOf::Office);
    PageGuide::markPane(part);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(heading(tr("Audit log"), this));
    column->addWidget(m_facts);
    return part;
}

QWidget* OfficePage::makeExport()
{
    auto* part = new QWidget;
    auto* about =
        new WrapLabel(tr("The whole log as a folder that anybody can check with tools nobody here wrote. It holds no plate, name, case "
                         "number or reason: only the public part of each entry, and what proves that none was changed, left out or "
                         "added. That it was written is an entry of the log itself."));
    Theme::setTone(about, Tone::Quiet);

    auto* label = new QLabel(tr("Export &to"), part);
    m_target = new QLineEdit(part);
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_target->setAccessibleName(tr("Export to"));
    label->setBuddy(m_target);
    m_targetMessage = new FieldMessage(m_target, part);
    m_choose = new QPushButton(tr("Choose f&older …"), part);
    m_choose->setObjectName(QStringLiteral("chooseExportFolder"));
    m_choose->setAccessibleName(tr("Choose folder"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    row->addWidget(m_target, 1);
    row->addWidget(m_choose);
    auto* field = new QVBoxLayout;
    field->setSpacing(space::half);
    field->addWidget(label);
    field->addLayout(row);
    field->addWidget(m_targetMessage);

    m_private = new QCheckBox(tr("With private parts, for a review at another desk"), part);
    m_private->setObjectName(QStringLiteral("exportPrivate"));
    auto* privateHint = new WrapLabel(
        tr("Plates, names, cases and reasons then lie in the folder in plain: hand it to the reviewer alone, and delete it afterwards."),
        part);
    Theme::setTone(privateHint, Tone::Quiet);
    m_private->setAccessibleDescription(privateHint->text());
    field->addWidget(m_private);
    field->addWidget(privateHint);

    m_start = new QPushButton(tr("Export log"), part);
    m_start->setObjectName(QStringLiteral("exportLog"));
    m_cancel = new QPushButton(tr("Cancel export"), part);
    m_cancel->setObjectName(QStringLiteral("cancelExport"));
    m_count = new QLabel(part);
    m_count->setObjectName(QStringLiteral("exportCount"));
    m_count->setTextFormat(Qt::PlainText);
    Theme::setTone(m_count, Tone::Quiet);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_count);
    buttons->addStretch(1);
    m_progress = new QProgressBar(part);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Exporting the log"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_notice = new NoticeBar(part);
    m_notice->setObjectName(QStringLiteral("exportNotice"));

    m_result = new QWidget(part);
    auto* hashLabel = new QLabel(tr("Checkpoint ha&sh"), m_result);
    m_hash = new QLineEdit(m_result);
    m_hash->setObjectName(QStringLiteral("exportHash"));
    m_hash->setAccessibleName(tr("Checkpoint hash"));
    m_hash->setReadOnly(true);
    m_hash->setFont(Theme::plate(font()));
    hashLabel->setBuddy(m_hash);
    auto* hashHint = new WrapLabel(
        tr("The third line of the file “checkpoint”. Whoever gets the folder compares it with what you tell them."), m_result);
    Theme::setTone(hashHint, Tone::Quiet);
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, space::half, 0, 0);
    result->setSpacing(space::half);
    result->addWidget(hashLabel);
    result->addWidget(m_hash);
    result->addWidget(hashHint);
    m_result->hide();

    PageGuide::markPane(part);
    part->setFocusProxy(m_target);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit + space::half);
    column->addWidget(heading(tr("Export for outsiders"), this));
    column->addWidget(about);
    column->addLayout(field);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_notice);
    column->addWidget(m_result);
    connect(m_choose, &QPushButton::clicked, this, &OfficePage::chooseFolder);
    connect(m_start, &QPushButton::clicked, this, &OfficePage::start);
    connect(m_target, &QLineEdit::returnPressed, this, &OfficePage::start);
    connect(m_target, &QLineEdit::textEdited, m_targetMessage, &FieldMessage::clear);
    connect(m_cancel, &QPushButton::clicked, &m_export, &LogExport::cancel);
    return part;
}

void OfficePage::focusExport()
{
    (m_export.isRunning() ? static_cast<QWidget*>(m_cancel) : m_target)->setFocus(Qt::OtherFocusReason);
}

void OfficePage::refresh()
{
    const LogState state = m_session.logState();
    m_facts->put(QStringLiteral("officeLogState"), tr("State"), Words::of(state));
    m_facts->put(QStringLiteral("officeLogName"), tr("Name"), state.origin);
    m_facts->put(QStringLiteral("officeLogHead"), tr("Head"), QString::fromLatin1(state.root.toBase64()));
    QString witness = tr("the office has no witness folder");
    if (state.hasWitness) {
        witness = state.witnessMissed ? tr("not reachable; tried again as the log grows")
                  : state.witnessedAt ? tr("head written %1").arg(Words::time(*state.witnessedAt))
                                      : tr("not written to since the log was opened");
    }
    m_facts->put(QStringLiteral("officeWitness"), tr("Witness"), witness);
}

void OfficePage::propose()
{
    const QString typed = m_target->text();
    const QString folder = typed.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : QFileInfo(typed).path();
    const QDate today = toDateTime(m_session.clock().now()).toLocalTime().date();
    m_target->setText(QDir::toNativeSeparators(m_export.proposedTarget(QFileInfo(folder).isDir() ? folder : QDir::homePath(), today)));
}

void OfficePage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Casebound – Folder for the export"), QFileInfo(m_target->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_target->setText(QDir::toNativeSeparators(QDir(folder).filePath(QFileInfo(m_target->text()).fileName())));
        m_targetMessage->clear();
        m_start->setFocus();
    });
    dialog->open();
}

void OfficePage::start()
{
    m_targetMessage->clear();
    m_notice->clear();
    m_result->hide();
    m_count->clear();
    m_progress->setRange(0, 0);
    const auto begun = m_export.start(QDir::fromNativeSeparators(m_target->text().trimmed()), m_private->isChecked());
    if (!begun) {
        return show(std::unexpected(begun.error()));
    }
    setRunning(true);
    m_cancel->setFocus();
}

void OfficePage::setRunning(bool on)
{
    m_start->setVisible(!on);
    m_target->setReadOnly(on);
    m_choose->setEnabled(!on);
    m_private->setEnabled(!on);
    m_cancel->setVisible(on);
    m_progress->setVisible(on);
    m_count->setVisible(on);
}

void OfficePage::show(const LogExportResult& result)
{
    const bool hadFocus = m_cancel->hasFocus() || m_start->hasFocus();
    setRunning(false);
    if (!result) {
        const FailureWords words = Words::of(result.error());
        if (concernsTarget(result.error())) {
            m_targetMessage->show(words.whole());
            m_target->setFocus();
        } else {
            m_notice->show(result.error() == LogExportProblem::Cancelled ? Tone::Info : Tone::Bad, words.whole());
            if (hadFocus) {
                m_start->setFocus();
            }
        }
        return;
    }
    //: %1: "1,204 entries", %2: folder.
    const QString words =
        tr("%1 were written and checked: %2").arg(Words::entries(result->entries), QDir::toNativeSeparators(result->folder));
    m_notice->show(Tone::Good, words);
    m_hash->setText(QString::fromLatin1(result->root.toBase64()));
    m_hash->setCursorPosition(0);
    m_result->show();
    m_private->setChecked(false); // chosen each time anew
    propose();
    m_hash->setFocus();
    Q_EMIT announced(tr("The log was exported."));
}

} // namespace casebound
