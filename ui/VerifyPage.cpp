#include "ui/VerifyPage.h"

#include "lists/PlaceText.h"
#include "lists/ReadText.h"
#include "lists/VerifyQueueModel.h"
#include "ui/EmptyState.h"
#include "ui/Prompt.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/search/NoticeBar.h"
#include "ui/verify/ImageView.h"
#include "ui/verify/JudgePanel.h"
#include "ui/verify/PicturePair.h"
#include "ui/verify/VerifyQueue.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace casebound {

struct VerifyPage::Private {
    VerifyPage& page;
    PageServices services;
    Prompt& prompt;
    QPointer<QueryRun> run;
    qsizetype read = -1;
    bool typeWhenLoaded = false; ///< The read was opened to be typed, and its picture is on its way.
    VerifyQueueModel* model = nullptr;
    QStackedWidget* stack = nullptr;
    QWidget* work = nullptr;
    VerifyQueue* queue = nullptr;
    NoticeBar* places = nullptr;
    PicturePair* pictures = nullptr;
    JudgePanel* judge = nullptr;

    void build();
    void connectParts();
    void show(qsizetype wanted);
    void tellPlaces();
    void step(int by);
    void compare();
    void decide(Verdict verdict);
    void keep();
    void readAhead();
    void fail(const ServiceFailure& failure);
    [[nodiscard]] bool usable() const
    {
        return run && run->state() != QueryRun::State::Ended && read >= 0 && static_cast<std::size_t>(read) < run->reads().size();
    }
    [[nodiscard]] JudgePanel::State state() const;
    [[nodiscard]] QString facts() const;
};

VerifyPage::VerifyPage(PageServices services, Prompt& prompt, QWidget* parent)
    : Page(parent),
      d(new Private{.page = *this, .services = services, .prompt = prompt})
{
    setObjectName(QStringLiteral("verifyPage"));
    d->build();
    d->connectParts();
    setRun(nullptr);
}

VerifyPage::~VerifyPage()
{
    // What the parts say while they go is nobody's business any more.
    for (QObject* part : {static_cast<QObject*>(d->model), static_cast<QObject*>(d->queue->table()), static_cast<QObject*>(d->pictures),
                          static_cast<QObject*>(d->judge)})
        part->disconnect(this);
}

void VerifyPage::Private::build()
{
    model = new VerifyQueueModel(services.verification, &page);
    stack = new QStackedWidget(&page);
    auto* empty = new QWidget(stack);
    auto* nothing = new EmptyState(
        QStringLiteral("verify"), VerifyPage::tr("Nothing to verify"),
        VerifyPage::tr("Reads come from Search: a query’s reads stand here until they are judged, or the query is closed."), empty);
    auto* search = new QPushButton(VerifyPage::tr("Go to Search"), empty);
    search->setObjectName(QStringLiteral("goToSearch"));
    search->setAutoDefault(false);
    auto* emptyColumn = new QVBoxLayout(empty);
    emptyColumn->addStretch(2);
    emptyColumn->addWidget(nothing);
    emptyColumn->addWidget(search, 0, Qt::AlignHCenter);
    emptyColumn->addStretch(3);
    connect(search, &QPushButton::clicked, &page, &VerifyPage::searchRequested);

    auto* across = new QSplitter(Qt::Horizontal, stack);
    across->setObjectName(QStringLiteral("verifyAcross"));
    across->setChildrenCollapsible(false);
    work = across;
    queue = new VerifyQueue(*model, across);
    auto* scroll = new QScrollArea(across);
    scroll->setObjectName(QStringLiteral("verifyScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* right = new QWidget(scroll);
    places = new NoticeBar(right);
    places->setObjectName(QStringLiteral("placesNotice"));
    pictures = new PicturePair(services.verification, right);
    judge = new JudgePanel(right);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(space::unit, space::gap, space::gap, space::gap);
    column->setSpacing(space::unit);
    column->addWidget(places);
    column->addWidget(pictures, 1);
    column->addWidget(judge);
    scroll->setWidget(right);
    across->addWidget(queue);
    across->addWidget(scroll);
    across->setStretchFactor(0, 0);
    across->setStretchFactor(1, 1);
    across->setSizes({430, 850});
    stack->addWidget(empty);
    stack->addWidget(across);
    auto* whole = new QVBoxLayout(&page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(stack);
}

void VerifyPage::Private::connectParts()
{
    VerifyQueueTable* table = queue->table();
    connect(table, &VerifyQueueTable::currentRowChanged, &page, [this](int row) {
        if (row >= 0)
            show(static_cast<qsizetype>(model->readAt(row)));
    });
    connect(table, &VerifyQueueTable::typingWanted, &page, [this] {
        // Asked for before the picture is there: typing begins when it is.
        typeWhenLoaded = usable() && !pictures->plateState();
        if (!typeWhenLoaded)
            judge->focusTyping();
    });
    connect(table, &VerifyQueueTable::nextWanted, &page, [this] { step(1); });
    connect(table, &VerifyQueueTable::backWanted, &page, [this] { step(-1); });
    connect(table, &VerifyQueueTable::verdictWanted, &page, [this](Verdict verdict) { decide(verdict); });
    connect(table, &VerifyQueueTable::pictureKey, &page,
            [this](int key, Qt::KeyboardModifiers modifiers) { pictures->plate()->handleKey(key, modifiers); });
    connect(pictures, &PicturePair::plateStateChanged, &page, [this] {
        judge->update(state());
        if (std::exchange(typeWhenLoaded, false) && queue->table()->hasFocus())
            judge->focusTyping();
        readAhead();
    });
    connect(judge, &JudgePanel::compareWanted, &page, [this] { compare(); });
    connect(judge, &JudgePanel::verdictWanted, &page, [this](Verdict verdict) { decide(verdict); });
    connect(judge, &JudgePanel::keepWanted, &page, [this] { keep(); });
    connect(model, &QAbstractItemModel::modelReset, &page, [this] {
        // The run went, or its pages were withdrawn.
        if (model->rowCount() == 0 && read >= 0)
            show(-1);
    });
    connect(model, &QAbstractItemModel::rowsInserted, &page, [this] {
        stack->setCurrentWidget(work);
        if (read < 0)
            queue->table()->setCurrentIndex(model->index(0, 0));
    });
}

QString VerifyPage::Private::facts() const
{
    const ReadSet& reads = run->reads();
    const ReadRow& row = reads.row(static_cast<std::size_t>(read));
    const Instant captured{std::chrono::microseconds(row.capturedAt)};
    QStringList parts{VerifyPage::tr("Captured %1").arg(ReadText::timeInFull(captured, QTimeZone::systemTimeZone())),
                      VerifyPage::tr("Age: %1").arg(ReadText::age(captured, services.clock.now()))};
    if (const QString camera = ReadText::camera(reads.string(row.cameraId), row.camera); !camera.isEmpty())
        parts.append(VerifyPage::tr("Camera %1").arg(camera));
    parts.append(VerifyPage::tr("Place: %1").arg(ReadText::place(reads.string(row.address), row.hasLocation, row.latitude, row.longitude)));
    const QString vehicle =
        ReadText::vehicle(reads.string(row.make), reads.string(row.model), reads.string(row.color), reads.string(row.body));
    if (!vehicle.isEmpty())
        parts.append(VerifyPage::tr("Vehicle as reported: %1").arg(vehicle));
    return parts.join(QStringLiteral("  ·  "));
}

JudgePanel::State VerifyPage::Private::state() const
{
    if (!usable())
        return {};
    const auto index = static_cast<std::size_t>(read);
    const ReadSet& reads = run->reads();
    const ReadRow& row = reads.row(index);
    const QString make = reads.string(row.make), type = reads.string(row.model), color = reads.string(row.color),
                  body = reads.string(row.body);
    return {.some = true,
            .read = read,
            .picture = pictures->plateState(),
            .pictureWords = pictures->plateWords(),
            .revealed = services.verification.revealed(*run, index),
            .verification = run->verification(index),
            .kept = run->isKept(index),
            .facts = facts(),
            .vehicle = ReadText::vehicle(make, type, color, body),
            .vehicleFeatures = {make, type, color, body}};
}

void VerifyPage::Private::show(qsizetype wanted)
{
    typeWhenLoaded = false;
    read = run && wanted >= 0 && static_cast<std::size_t>(wanted) < run->reads().size() ? wanted : -1;
    stack->setCurrentWidget(read >= 0 || model->rowCount() > 0 ? work : stack->widget(0));
    tellPlaces();
    pictures->show(run, read);
    judge->showRead(state());
}

/// R11: said before anything is typed, and for as long as the read is looked at.
void VerifyPage::Private::tellPlaces()
{
    const ReadRow* row = usable() ? &run->reads().row(static_cast<std::size_t>(read)) : nullptr;
    const SensitivePlacesLayer& layer = services.profile.sensitivePlaces;
    const QString words = row && row->hasLocation
                              ? PlaceText::notice(nearPlaces(layer, {.latitude = row->latitude, .longitude = row->longitude}), layer)
                              : QString();
    if (words.isEmpty())
        places->clear();
    else
        places->show(Tone::Caution, words);
}

/// The next picture is decoded before it is asked for.
void VerifyPage::Private::readAhead()
{
    if (!usable())
        return;
    const int row = model->rowOf(static_cast<std::size_t>(read));
    if (row >= 0 && row + 1 < model->rowCount())
        services.verification.readAhead(*run, model->readAt(row + 1));
}

void VerifyPage::Private::step(int by)
{
    const int row = queue->table()->currentIndex().row() + by;
    if (row >= 0 && row < model->rowCount())
        queue->table()->setCurrentIndex(model->index(row, 0));
    queue->table()->setFocus(Qt::OtherFocusReason);
}

void VerifyPage::Private::fail(const ServiceFailure& failure)
{
    const FailureWords words = Words::of(failure);
    judge->tell(words.whole());
    if (!std::holds_alternative<VerifyProblem>(failure.why) && !std::holds_alternative<KeepProblem>(failure.why))
        prompt.tell(&page, {.kind = PromptKind::Error,
                            .title = VerifyPage::tr("Not done"),
                            .text = words.happened,
                            .detail = words.consequence,
                            .accept = {},
                            .refuse = {},
                            .dangerous = false});
}

void VerifyPage::Private::compare()
{
    if (!usable())
        return;
    if (services.verification.revealed(*run, static_cast<std::size_t>(read))) {
        queue->table()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto revealed =
        services.verification.compare(*run, static_cast<std::size_t>(read), judge->typedPlate(), judge->typedJurisdiction());
    if (!revealed) {
        const auto* problem = std::get_if<VerifyProblem>(&revealed.error().why);
        if (problem && *problem == VerifyProblem::PlateText)
            judge->markPlate(Words::of(*problem).whole());
        else if (problem && *problem == VerifyProblem::JurisdictionText)
            judge->markJurisdiction(Words::of(*problem).whole());
        else
            fail(revealed.error());
        return;
    }
    judge->showRead(state());
    // The verdict keys work in the queue.
    queue->table()->setFocus(Qt::OtherFocusReason);
}

void VerifyPage::Private::decide(Verdict verdict)
{
    if (!usable())
        return;
    if (const QString why = judge->whyNot(verdict); !why.isEmpty()) {
        judge->tell(why);
        return;
    }
    if (verdict != Verdict::Confirmed && !judge->hasReason()) {
        judge->askNote(verdict);
        return;
    }
    const auto verification = services.verification.judge(*run, static_cast<std::size_t>(read), verdict, judge->note());
    if (!verification) {
        fail(verification.error());
        return;
    }
    judge->showRead(state());
    // Not where the verdict led on to something else: the practice course shows its first request after the last read.
    if (queue->table()->isVisible())
        queue->table()->setFocus(Qt::OtherFocusReason);
    Q_EMIT page.readFinished(run, read);
}

void VerifyPage::Private::keep()
{
    if (!usable())
        return;
    const Verdict verdict = run->verification(static_cast<std::size_t>(read)).verdict;
    if (verdict != Verdict::Unverified && judge->relevance().isEmpty()) {
        judge->markRelevance(Words::of(KeepProblem::NoRelevance).whole());
        return;
    }
    const auto kept = services.cases.keep(*run, static_cast<std::size_t>(read), judge->relevance(), verdict != Verdict::Confirmed);
    if (!kept) {
        fail(kept.error());
        return;
    }
    judge->showRead(state());
    queue->table()->setFocus(Qt::OtherFocusReason);
    Q_EMIT page.readFinished(run, read);
}

void VerifyPage::open(QueryRun& run, qsizetype read)
{
    if (d->run != &run)
        setRun(&run);
    const int row = d->model->rowOf(static_cast<std::size_t>(read));
    if (row < 0)
        return;
    VerifyQueueTable* table = d->queue->table();
    table->setCurrentIndex(d->model->index(row, 0));
    table->scrollTo(d->model->index(row, 0));
    if (d->read != read)
        d->show(read);
    const bool typed = d->services.verification.revealed(run, static_cast<std::size_t>(read)).has_value();
    // While the picture loads nothing can be typed; then the queue has the focus, and Enter goes on to typing.
    table->setFocus(Qt::OtherFocusReason);
    if (!typed && d->pictures->plateState())
        d->judge->focusTyping();
    d->typeWhenLoaded = !typed && !d->pictures->plateState();
}

void VerifyPage::setRun(QueryRun* run)
{
    d->run = run;
    d->read = -1;
    d->model->setRun(run);
    if (run && d->model->rowCount() > 0)
        d->queue->table()->setCurrentIndex(d->model->index(0, 0));
    else
        d->show(-1);
    setFocusProxy(run ? static_cast<QWidget*>(d->queue->table()) : nullptr);
}

QueryRun* VerifyPage::run() const
{
    return d->run;
}

} // namespace casebound
