#include "ui/review/ReviewPage.h"

#include "ui/FieldMessage.h"
#include "ui/Theme.h"
#include "ui/review/EntryFilters.h"
#include "ui/review/IndicatorTable.h"
#include "ui/review/ItemPanel.h"
#include "ui/review/ReviewWords.h"
#include "ui/search/DateField.h"
#include "ui/search/NoticeBar.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

namespace {
constexpr std::size_t entriesATurn = 500, mostCounted = 1'000'000;
}

ReviewPage::ReviewPage(ReviewService& reviews, const QString& practicePassphrase, QWidget* parent)
    : Page(parent),
      m_reviews(reviews),
      m_model(new AuditEntryModel(reviews, this)),
      m_order(new NoticeBar(this)),
      m_due(new NoticeBar(this)),
      m_notice(new NoticeBar(this)),
      m_only(new NoticeBar)
{
    setObjectName(QStringLiteral("reviewPage"));
    m_order->setObjectName(QStringLiteral("logOutOfOrder"));
    m_due->setObjectName(QStringLiteral("reviewOverdue"));
    m_notice->setObjectName(QStringLiteral("reviewNotice"));
    m_only->setObjectName(QStringLiteral("onlyIndicator"));
    QWidget* top = makeTop();
    QWidget* side = makeSide(practicePassphrase);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeEntries());
    split->addWidget(side);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->setSpacing(space::unit);
    for (QWidget* part : {static_cast<QWidget*>(m_order), static_cast<QWidget*>(m_due), top, static_cast<QWidget*>(m_notice)})
        column->addWidget(part);
    column->addWidget(split, 1);

    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &ReviewPage::readOn);
    connect(&m_reviews, &ReviewService::changed, this, &ReviewPage::refresh);
    connect(&m_reviews, &ReviewService::otherOpened, this, [this] {
        if (!m_reviews.isRead())
            startReading();
    });
    refresh();
    refreshEntries();
}

ReviewPage::~ReviewPage()
{
    // Fields that lose the focus while the page goes have nothing left to tell.
    m_reviews.disconnect(this);
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

void ReviewPage::enter()
{
    if (!m_reviews.current()) {
        // What is open is gone on with; a review that was put aside is chosen again.
        for (const Review& review : m_list) {
            if (review.state() == ReviewState::Open && m_reviews.goOn(review.opening.id)) {
                startReading();
                break;
            }
        }
    }
    refresh();
    if (m_reviews.isRead())
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_new->isEnabled())
        m_until->edit()->setFocus(Qt::OtherFocusReason);
    else
        m_choice->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::refreshList()
{
    m_list = m_reviews.reviews();
    const auto current = m_reviews.current();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(m_list.empty() ? tr("None yet") : tr("None chosen"));
    for (const Review& review : m_list) {
        m_choice->addItem(ReviewWords::of(review));
        if (current && review.opening.id == current->opening.id)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
}

void ReviewPage::refresh()
{
    refreshList();
    const auto current = m_reviews.current();
    const bool inOrder = m_reviews.isInOrder(), read = m_reviews.isRead(), drawn = m_reviews.isDrawn();
    if (inOrder)
        m_order->clear();
    else
        m_order->show(Tone::Bad, ReviewWords::of(ReviewProblem::NotInOrder).whole());
    if (const auto days = m_reviews.overdueDays())
        m_due->show(Tone::Caution, ReviewWords::overdue(*days));
    else
        m_due->clear();

    const auto offer = m_reviews.offer();
    const bool open = std::ranges::contains(m_list, ReviewState::Open, &Review::state);
    const bool canOpen = offer && !open && inOrder;
    m_since->setText(offer ? tr("Since %1").arg(Words::date(toDateTime(offer->from).toLocalTime().date()))
                           : tr("Nothing is left to review."));
    if (canOpen && !m_until->edit()->hasFocus())
        m_until->setDate(toDateTime(offer->latest).toLocalTime().date());
    m_until->setEnabled(canOpen);
    m_new->setEnabled(canOpen);
    m_draw->setEnabled(read && !drawn);
    m_pause->setEnabled(current.has_value());
    m_progress->setVisible(m_reading.isActive());
    if (!read)
        m_model->clear();
    m_indicators->put(m_reviews.indicators());

    QString state = tr("No review is chosen.");
    const QStringList missing = m_reviews.missing();
    if (!missing.isEmpty())
        //: %1: names of workstations.
        state = tr("This review covers the logs of %1, too. Open them first: Logs of other desks.").arg(missing.join(QStringLiteral(", ")));
    const QStringList covered = m_reviews.workstations();
    const QString several = covered.size() < 2 ? QString()
                                               //: %1: names of workstations.
                                               : tr("Logs of %1.").arg(covered.join(QStringLiteral(", "))) + QLatin1Char(' ');
    if (current && m_reading.isActive()) {
        state = tr("Every entry is being read and checked against the log’s head.");
    } else if (current && read && !drawn) {
        state = several + tr("The entries are in order. Draw the sample: it hangs on the log’s own head, and nobody can choose it.");
    } else if (current && read) {
        const ReviewProgress progress = m_reviews.progress();
        const auto judged = progress.items - progress.open - progress.own;
        //: %1 of %2 items of a review.
        state = several + tr("%1 of %2 items are judged.").arg(judged).arg(progress.items);
        if (progress.own > 0)
            state +=
                QLatin1Char(' ') + tr("%n item(s) are your own and wait for another reviewer.", nullptr, static_cast<int>(progress.own));
    }
    m_state->setText(state);
    const bool canSign = read && drawn && inOrder && current->state() != ReviewState::Signed;
    m_sign->setEnabled(canSign);
    m_pin->setEnabled(canSign);
    m_item->show(m_item->entry());
}

void ReviewPage::refreshEntries()
{
    const auto before = m_item->entry();
    m_model->show(m_filters->filter(), m_filters->which(), m_alone);
    const std::size_t count = m_model->count(mostCounted);
    m_count->setText(m_reviews.isRead() ? Words::entries(count) : QString());
    const int row = before ? m_model->rowOf(*before) : -1;
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::max(row, 0), 0));
    else
        m_item->show(std::nullopt);
}

void ReviewPage::fail(const ReviewRefusal& refusal)
{
    m_notice->show(Tone::Bad, ReviewWords::of(refusal).whole());
}

void ReviewPage::openNew()
{
    m_notice->clear();
    const auto offer = m_reviews.offer();
    const QDate day = m_until->date();
    if (!day.isValid() || !offer) {
        m_untilMessage->show(ReviewWords::of(ReviewProblem::BadPeriod).whole());
        m_until->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    // The whole day; of today, and of the last day that still fits, what there is of it.
    const Instant end = toInstant(day.addDays(1).startOfDay());
    const bool lastDay = day == toDateTime(offer->latest).toLocalTime().date();
    const auto opened = m_reviews.open(lastDay ? std::min(offer->latest, end) : end);
    if (!opened) {
        const auto* problem = std::get_if<ReviewProblem>(&opened.error());
        if (problem && *problem == ReviewProblem::BadPeriod) {
            m_untilMessage->show(ReviewWords::of(*problem).whole());
            m_until->edit()->setFocus(Qt::OtherFocusReason);
        } else {
            fail(opened.error());
        }
        return;
    }
    startReading();
    refresh();
    Q_EMIT announced(tr("The review was opened."));
}

void ReviewPage::choose(int row)
{
    m_notice->clear();
    m_alone.reset();
    m_only->clear();
    if (row <= 0 || row > std::ssize(m_list)) {
        pause();
        return;
    }
    const QString id = m_list[static_cast<std::size_t>(row - 1)].opening.id;
    if (const auto done = m_reviews.goOn(id); !done) {
        fail(done.error());
        return;
    }
    startReading();
    refresh();
}

/// A review that covers other workstations' logs waits for them.
void ReviewPage::startReading()
{
    if (m_reviews.current() && m_reviews.missing().isEmpty())
        m_reading.start();
}

void ReviewPage::readOn()
{
    const auto done = m_reviews.read(entriesATurn);
    if (done && !*done) {
        const auto [now, total] = m_reviews.readSoFar();
        m_progress->setRange(0, 1000);
        m_progress->setValue(total == 0 ? 0 : static_cast<int>(now * 1000 / total));
        return;
    }
    m_reading.stop();
    m_filters->offer(m_reviews.entries(), m_reviews.workstations());
    m_table->setColumnHidden(AuditEntryModel::WorkstationColumn, m_reviews.workstations().size() < 2);
    if (m_reviews.isDrawn())
        m_filters->setWhich(AuditEntryModel::Show::OpenItems);
    refresh();
    refreshEntries();
    if (!done) {
        m_notice->clear();
        Q_EMIT announced(ReviewWords::of(done.error()).happened);
        return;
    }
    if (const auto place = m_reviews.placeBefore(); place && m_model->rowOf(*place) >= 0)
        m_table->setCurrentIndex(m_model->index(m_model->rowOf(*place), 0));
    if (isVisible())
        (m_draw->isEnabled() ? static_cast<QWidget*>(m_draw) : m_table)->setFocus(Qt::OtherFocusReason);
    Q_EMIT announced(tr("Every entry of the period was read and is in order."));
}

void ReviewPage::draw()
{
    m_notice->clear();
    if (const auto done = m_reviews.draw(); !done) {
        fail(done.error());
        return;
    }
    m_alone.reset();
    m_only->clear();
    m_filters->setWhich(AuditEntryModel::Show::OpenItems);
    refreshEntries();
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT announced(tr("%n item(s) are to be judged.", nullptr, static_cast<int>(m_reviews.progress().items)));
}

void ReviewPage::pause()
{
    m_reading.stop();
    m_notice->clear();
    m_reviews.pause(m_item->entry());
    m_filters->offer(nullptr, {});
    m_table->setColumnHidden(AuditEntryModel::WorkstationColumn, true);
    m_filters->setWhich(AuditEntryModel::Show::Everything);
    refresh();
    refreshEntries();
    m_choice->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::judge(std::uint64_t entry, ItemVerdict verdict, const QString& note)
{
    m_notice->clear();
    const int row = m_table->currentIndex().row();
    if (const auto done = m_reviews.judge(entry, verdict, note); !done) {
        const auto* problem = std::get_if<ReviewProblem>(&done.error());
        if (problem && *problem == ReviewProblem::NoteMissing)
            m_item->noteMissing(ReviewWords::of(*problem).whole());
        else
            fail(done.error());
        return;
    }
    m_model->refresh(entry);
    goToOpen(row);
}

/// The next row below that is open; where the table shows open items alone, the row that moved up.
void ReviewPage::goToOpen(int from)
{
    if (m_filters->which() == AuditEntryModel::Show::OpenItems) {
        m_model->show(m_filters->filter(), AuditEntryModel::Show::OpenItems, m_alone);
        while (m_model->rowCount() <= from && m_model->canFetchMore({}))
            m_model->fetchMore({});
        m_count->setText(Words::entries(m_model->count(mostCounted)));
        const int row = std::min(from, m_model->rowCount() - 1);
        if (row >= 0)
            m_table->setCurrentIndex(m_model->index(row, 0));
        else
            m_item->show(std::nullopt);
    } else if (from + 1 < m_model->rowCount()) {
        m_table->setCurrentIndex(m_model->index(from + 1, 0));
    }
    if (m_reviews.progress().open == 0) {
        m_pin->setFocus(Qt::OtherFocusReason);
        Q_EMIT announced(tr("Everything that is yours to judge is judged. Sign the review."));
    } else {
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void ReviewPage::sign()
{
    m_notice->clear();
    m_pinMessage->clear();
    const QString pin = m_pin->text();
    m_pin->clear();
    const auto done = m_reviews.sign(pin);
    if (!done) {
        const auto* failure = std::get_if<ServiceFailure>(&done.error());
        if (const auto* signIn = failure ? std::get_if<SignInProblem>(&failure->why) : nullptr) {
            m_pinMessage->show(Words::of(*signIn).happened + QLatin1Char(' ') + tr("The review was not signed."));
            m_pin->setFocus(Qt::OtherFocusReason);
        } else {
            fail(done.error());
        }
        refresh();
        return;
    }
    QString words = done->whole ? tr("The review was signed; the next one begins where it ends.")
                                : tr("The review was signed; what is your own waits for another reviewer.");
    if (done->witnessed)
        words += QLatin1Char(' ') + tr("Its head lies in the witness folder.");
    m_notice->show(Tone::Good, words);
    refresh();
    m_choice->setFocus(Qt::OtherFocusReason);
    Q_EMIT announced(words);
}

/// Letters judge while the table has the keyboard, and nowhere else.
bool ReviewPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier) {
            switch (key->key()) {
            case Qt::Key_I: m_item->press(ItemVerdict::InOrder); return true;
            case Qt::Key_Q: m_item->press(ItemVerdict::Question); return true;
            case Qt::Key_R: m_item->press(ItemVerdict::Refer); return true;
            case Qt::Key_Return:
            case Qt::Key_Enter: m_item->setFocus(Qt::OtherFocusReason); return true;
            default: break;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace casebound
