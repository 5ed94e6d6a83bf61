#include "ui/log/FaultWindow.h"

#include "ui/Icon.h"
#include "ui/IdleWatch.h"
#include "ui/Prompt.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/log/FactList.h"
#include "ui/search/NoticeBar.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace casebound {

using namespace std::chrono_literals;

namespace {
constexpr int columnWidth = 720;
constexpr int reportLines = 6;
constexpr int mostRows = 5;
constexpr auto idleWarning = 60s;

QString native(const QString& path)
{
    return QDir::toNativeSeparators(path);
}
} // namespace

FaultWindow::FaultWindow(std::shared_ptr<FaultSession> session, Prompt& prompt, QWidget* parent)
    : QWidget(parent),
      m_session(std::move(session)),
      m_prompt(prompt),
      m_idle(new IdleWatch(m_session->profile().idleLock, idleWarning, this))
{
    setObjectName(QStringLiteral("faultWindow"));
    setWindowTitle(tr("Casebound – Audit log at fault"));
    setWindowIcon(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addWidget(makeFindings());
    if (!m_session->fault().files.empty()) {
        column->addWidget(makeFiles());
    }
    column->addWidget(makeCheck());
    column->addStretch(1);

    m_area = new QScrollArea(this);
    auto* area = m_area;
    area->setObjectName(QStringLiteral("faultScroll"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(area, 1);
    whole->addWidget(makeFoot());
    resize(QSize(columnWidth + 2 * space::wide, 800).boundedTo(screen()->availableSize() * 0.94));

    auto* leave = new QAction(tr("Sign out"), this);
    leave->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), QKeySequence(Qt::CTRL | Qt::Key_L)});
    addAction(leave);
    connect(leave, &QAction::triggered, this, &FaultWindow::signedOut);
    connect(m_idle, &IdleWatch::expired, this, &FaultWindow::signedOut);
    connect(m_session.get(), &FaultSession::ended, this, [this] { Q_EMIT newLogBegun(native(m_session->fault().asideFolder)); });
    m_idle->start();
    m_check->setFocus();
}

FaultWindow::~FaultWindow()
{
    m_stop.request_stop();
    m_session->disconnect(this);
}

void FaultWindow::endForSystem()
{
    m_session->endForSystem();
}

QLabel* FaultWindow::heading(const QString& words)
{
    auto* label = new QLabel(words);
    label->setFont(Theme::heading(font()));
    return label;
}

QWidget* FaultWindow::makeFindings()
{
    const LogFaultReport& fault = m_session->fault();
    const FailureWords found = Words::of(fault);
    auto* part = new QWidget;

    auto* icon = new Icon(part);
    icon->setPixmap(Theme::icon(QStringLiteral("error"), Tone::Bad, palette()).pixmap(QSize(32, 32), devicePixelRatioF()));
    auto* title = new WrapLabel(tr("The audit log is at fault. Searching is stopped."), part);
    title->setObjectName(QStringLiteral("faultTitle"));
    title->setFont(Theme::title(font()));
    //: %1: name of the person, %2: role such as "supervisor".
    const QString whoWords =
        m_session->mayBeginNew() ? tr("%1, %2 – you may look, and decide how to go on.") : tr("%1, %2 – you may look, and nothing else.");
    auto* who = new WrapLabel(whoWords.arg(m_session->user().name, Words::of(m_session->user().role)), part);
    who->setObjectName(QStringLiteral("faultPerson"));
    Theme::setTone(who, Tone::Quiet);
    auto* names = new QVBoxLayout;
    names->setSpacing(space::half);
    names->addWidget(title);
    names->addWidget(who);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::gap);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(names, 1);

    auto* facts = new FactList(part, FactsOf::Office);
    facts->put(QStringLiteral("faultFound"), tr("What was found"),
               found.consequence.isEmpty() ? found.happened : found.happened + QLatin1Char(' ') + found.consequence);
    facts->put(QStringLiteral("faultNotDone"), tr("What was not done"),
               tr("Nothing was changed in the log. No query can be sent, and no case or read can be opened, changed or kept."));
    facts->put(QStringLiteral("faultNext"), tr("What to do"), Words::next(fault, m_session->user().role));
    facts->put(QStringLiteral("faultFolder"), tr("The log"), native(fault.logFolder));
    facts->put(QStringLiteral("faultEntries"), tr("Last signed head"),
               fault.lastHead.isEmpty() ? tr("none could be read") : Words::entries(fault.lastSize));
    facts->put(QStringLiteral("faultAside"), tr("Kept aside"), native(fault.asideFolder));

    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(head);
    column->addWidget(facts);
    return part;
}

QWidget* FaultWindow::makeFiles()
{
    const LogFaultReport& fault = m_session->fault();
    auto* part = new QWidget;
    m_files = new QTableWidget(static_cast<int>(fault.files.size()), 3, part);
    m_files->setObjectName(QStringLiteral("asideFiles"));
    m_files->setAccessibleName(tr("Files kept aside"));
    m_files->setHorizontalHeaderLabels({tr("File"), tr("Size in bytes"), tr("SHA-256")});
    m_files->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_files->horizontalHeader()->setHighlightSections(false);
    m_files->horizontalHeader()->setStretchLastSection(true);
    m_files->verticalHeader()->hide();
    m_files->verticalHeader()->setDefaultSectionSize(m_files->fontMetrics().height() + 12);
    m_files->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_files->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_files->setSelectionMode(QAbstractItemView::SingleSelection);
    m_files->setTabKeyNavigation(false);
    m_files->setShowGrid(false);
    m_files->setAlternatingRowColors(true);
    m_files->setWordWrap(false);
    int row = 0;
    for (const AsideFile& file : fault.files) {
        const QString digest = file.sha256.isEmpty() ? tr("not a plain file, not followed") : QString::fromLatin1(file.sha256.toHex());
        const QStringList cells{file.name, QLocale().toString(static_cast<qulonglong>(file.bytes)), digest};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            m_files->setItem(row, column, item);
        }
        ++row;
    }
    m_files->resizeColumnsToContents();
    const int shown = std::min(m_files->rowCount(), mostRows);
    m_files->setFixedHeight(m_files->horizontalHeader()->sizeHint().height() + shown * m_files->verticalHeader()->defaultSectionSize() +
                            2 * m_files->frameWidth() + space::half);

    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(heading(tr("Files kept aside")));
    auto* words = new WrapLabel(tr("Copied byte for byte before anything else was written, read again and compared. SHA256SUMS beside them "
                                   "lists the same digests."));
    Theme::setTone(words, Tone::Quiet);
    column->addWidget(words);
    column->addWidget(m_files);
    return part;
}

QWidget* FaultWindow::makeCheck()
{
    auto* part = new QWidget;
    m_check = new QPushButton(tr("Check the log"), part);
    m_check->setObjectName(QStringLiteral("checkLog"));
    m_cancel = new QPushButton(tr("Stop checking"), part);
    m_cancel->setObjectName(QStringLiteral("stopChecking"));
    m_progress = new QProgressBar(part);
    m_progress->setObjectName(QStringLiteral("checkProgress"));
    m_progress->setAccessibleName(tr("Checking the log"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_verdict = new NoticeBar(part);
    m_verdict->setObjectName(QStringLiteral("checkVerdict"));
    m_report = new QPlainTextEdit(part);
    m_report->setObjectName(QStringLiteral("checkReport"));
    m_report->setAccessibleName(tr("Report of the check"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_report->setFixedHeight(m_report->fontMetrics().lineSpacing() * reportLines + 2 * space::unit);
    m_report->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_check);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(heading(tr("Check")));
    auto* words =
        new WrapLabel(tr("Every entry, hash, signature and page is worked out anew, apart from the code that wrote them. The log is only "
                         "read. The report is what casebound-verify says of it, in English."));
    Theme::setTone(words, Tone::Quiet);
    column->addWidget(words);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_verdict);
    column->addWidget(m_report);
    connect(m_check, &QPushButton::clicked, this, &FaultWindow::check);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_stop.request_stop();
        setChecking(false);
        m_verdict->show(Tone::Info, tr("The check was stopped. It says nothing about the log."));
        m_check->setFocus();
    });
    setChecking(false);
    return part;
}

QWidget* FaultWindow::makeFoot()
{
    m_foot = new QWidget(this);
    auto* foot = m_foot;
    foot->setObjectName(QStringLiteral("faultFoot"));
    auto* state = new WrapLabel({}, foot);
    state->setObjectName(QStringLiteral("logState"));
    //: At the foot of the window of a log at fault. %1: "fault found – nothing is sent", %2: "5 entries".
    state->setText(tr("Log: %1. This sign-in is recorded in a log beside it (%2).")
                       .arg(Words::of(LogState{.inOrder = false}), Words::entries(m_session->holdingEntries())));
    Theme::setTone(state, Tone::Bad);
    m_begin = new QPushButton(tr("Keep the damaged log aside and begin a new one …"), foot);
    m_begin->setObjectName(QStringLiteral("beginNewLog"));
    m_begin->setVisible(m_session->mayBeginNew());
    auto* leave = new QPushButton(tr("Sign out"), foot);
    leave->setObjectName(QStringLiteral("faultSignOut"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_begin);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(space::wide, space::unit + space::half, space::wide, space::gap);
    column->setSpacing(space::unit + space::half);
    column->addWidget(state);
    column->addLayout(buttons);
    connect(m_begin, &QPushButton::clicked, this, &FaultWindow::askForNewLog);
    connect(leave, &QPushButton::clicked, this, &FaultWindow::signedOut);
    return foot;
}

void FaultWindow::setChecking(bool on)
{
    m_check->setVisible(!on);
    m_cancel->setVisible(on);
    m_progress->setVisible(on);
}

void FaultWindow::check()
{
    m_stop = std::stop_source();
    m_report->hide();
    m_progress->setRange(0, 0);
    setChecking(true);
    m_verdict->show(Tone::Info, tr("The log is being checked …"));
    m_cancel->setFocus();
    m_session->care()
        .check(
            [this](std::uint64_t done, std::uint64_t total) {
                m_progress->setRange(0, 1000);
                m_progress->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
            },
            m_stop.get_token())
        .then(this, [this, stop = m_stop.get_token()](const LogCheckResult& result) {
            if (!stop.stop_requested()) {
                showChecked(result);
            }
        });
}

void FaultWindow::showChecked(const LogCheckResult& result)
{
    setChecking(false);
    switch (result.verdict) {
    case LogVerdict::InOrder:
        //: %1: "1,204 entries".
        m_verdict->show(Tone::Caution, tr("The check found %1 in order by themselves. The fault is in what stands beside them: see above.")
                                           .arg(Words::entries(result.entries)));
        break;
    case LogVerdict::FaultFound:
        //: %1: "1,204 entries".
        m_verdict->show(Tone::Bad, tr("The check found %n fault(s); %1 could be read.", nullptr,
                                      static_cast<int>(std::min<std::uint64_t>(result.faults, 1'000'000)))
                                       .arg(Words::entries(result.entries)));
        break;
    case LogVerdict::CannotTell: m_verdict->show(Tone::Caution, tr("The check cannot tell whether the log is in order.")); break;
    }
    m_report->setPlainText(result.report.trimmed());
    m_report->setVisible(!result.report.isEmpty());
    (result.report.isEmpty() ? static_cast<QWidget*>(m_check) : m_report)->setFocus();
    // Once the layout has made room for it.
    QTimer::singleShot(0, m_report, [this] { m_area->ensureWidgetVisible(m_report); });
}

void FaultWindow::askForNewLog()
{
    m_prompt.askNote(
        this,
        {.text = {.kind = PromptKind::Warning,
                  .title = tr("Begin a new log"),
                  .text = tr("Keep the damaged log aside and begin a new one?"),
                  .detail =
                      tr("The damaged log and its copies stay in the folder beside it, unchanged. The new log names them, the fault, the "
                         "last known head, you and your reason in its first entries; people can then sign in and search again. This "
                         "cannot be taken back."),
                  .accept = tr("Begin a new log"),
                  .refuse = {},
                  .dangerous = true},
         .label = tr("Reason"),
         .required = true},
        [this](const std::optional<QString>& reason) {
            if (reason) {
                beginNew(*reason);
            }
        });
}

void FaultWindow::beginNew(const QString& reason)
{
    const auto done = m_session->beginNew(reason);
    if (done) {
        return; // ended() says the rest
    }
    const FailureWords words = Words::of(done.error());
    m_prompt.tell(this,
                  {.kind = PromptKind::Error,
                   .title = tr("Begin a new log"),
                   .text = words.happened,
                   .detail = words.consequence,
                   .accept = tr("Close"),
                   .refuse = {}},
                  {});
}

/// A hairline between what scrolls and the foot.
void FaultWindow::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setPen(Theme::line(palette()));
    painter.drawLine(m_foot->geometry().topLeft(), m_foot->geometry().topRight());
}

void FaultWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    Q_EMIT signedOut();
}

} // namespace casebound
