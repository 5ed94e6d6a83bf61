#include "ui/SearchPage.h"

#include "service/DraftService.h"
#include "ui/CaseContext.h"
#include "ui/Prompt.h"
#include "ui/Words.h"
#include "ui/review/ApprovalWords.h"
#include "ui/search/ResultsView.h"
#include "ui/search/SearchForm.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace casebound {

struct SearchPage::Private {
    PageServices services;
    CaseContext& context;
    Prompt& prompt;
    SearchForm* form;
    ResultsView* results;

    void search(SearchPage& page);
    void tellContext(const QueryDraft& draft);
    void askException(SearchPage& page);
};

SearchPage::SearchPage(PageServices services, CaseContext& context, Prompt& prompt, QWidget* parent)
    : Page(parent),
      d(std::make_unique<Private>(Private{.services = services, .context = context, .prompt = prompt, .form = nullptr, .results = nullptr}))
{
    setObjectName(QStringLiteral("searchPage"));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("searchSplitter"));
    splitter->setChildrenCollapsible(false);
    d->form = new SearchForm(services, splitter);
    d->results = new ResultsView(services, prompt, splitter);
    d->form->setMinimumWidth(d->form->fontMetrics().averageCharWidth() * 44);
    splitter->addWidget(d->form);
    splitter->addWidget(d->results);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 960});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    setFocusProxy(d->form);

    connect(d->form, &SearchForm::exceptionRequested, this, [this] { d->askException(*this); });
    connect(d->form, &SearchForm::submitted, this, [this] { d->search(*this); });
    if (services.drafts) {
        if (const auto typed = services.drafts->found())
            d->form->restore(*typed);
        connect(d->form, &SearchForm::draftDiscarded, this, [this] { d->services.drafts->forget(); });
    }
    connect(d->form, &SearchForm::draftChanged, this, [this] {
        const QueryDraft draft = d->form->draft();
        d->tellContext(draft);
        if (d->services.drafts)
            d->services.drafts->keep(draft);
        Q_EMIT draftChanged();
    });
    connect(d->results, &ResultsView::verifyRequested, this, &SearchPage::verifyRequested);
    connect(d->results, &ResultsView::runShown, this, &SearchPage::currentRunChanged);
    d->tellContext(d->form->draft());
}

SearchPage::~SearchPage()
{
    // Hiding moves the focus, and a field that loses it speaks: nobody listens any more.
    d->form->disconnect(this);
    d->results->disconnect(this);
}

void SearchPage::Private::search(SearchPage& page)
{
    const Outcome<QueryRun*> run = services.queries.search(form->draft());
    if (run) {
        form->sent();
        if (services.drafts)
            services.drafts->forget();
        return;
    }
    if (const auto* refusal = std::get_if<QueryRefusal>(&run.error().why)) {
        form->mark(refusal->fields);
        return;
    }
    const FailureWords words = Words::of(run.error());
    results->tellFailure(words.whole());
    prompt.tell(&page, {.kind = PromptKind::Error,
                        .title = SearchPage::tr("Not sent"),
                        .text = words.happened,
                        .detail = words.consequence,
                        .accept = {},
                        .refuse = {},
                        .dangerous = false});
}

void SearchPage::Private::askException(SearchPage& page)
{
    const NotePrompt question{.text = {.kind = PromptKind::Question,
                                       .title = SearchPage::tr("Ask for an exception"),
                                       .text = SearchPage::tr("Why should the limit not hold for this query?"),
                                       .detail = SearchPage::tr("A supervisor decides, never you. Granted, it is good for this case, this "
                                                                "plate and these dates, for a week and for one query."),
                                       .accept = SearchPage::tr("Ask"),
                                       .refuse = {},
                                       .dangerous = false},
                              .label = SearchPage::tr("Reason for the exception")};
    prompt.askNote(&page, question, [this, &page](const std::optional<QString>& note) {
        if (!note)
            return;
        const auto asked = services.queries.askException(form->draft(), *note);
        FailureWords words{SearchPage::tr("The exception was asked for."),
                           SearchPage::tr("It waits under Office for a supervisor. Search again when it is granted.")};
        if (!asked)
            words = ApprovalWords::of(asked.error());
        prompt.tell(&page, {.kind = asked ? PromptKind::Question : PromptKind::Error,
                            .title = asked ? SearchPage::tr("Asked") : SearchPage::tr("Not asked"),
                            .text = words.happened,
                            .detail = words.consequence,
                            .accept = {},
                            .refuse = {},
                            .dangerous = false});
    });
}

void SearchPage::Private::tellContext(const QueryDraft& draft)
{
    CaseContext::State state;
    if (const auto record = services.cases.find(CaseNumber(draft.caseNumber.trimmed())); record && record->state == CaseState::Open) {
        state.number = record->number;
        state.title = record->title;
        state.matter = draft.matter;
        state.limit = services.queries.limitFor(draft);
        state.onBehalfOf = draft.onBehalfOf.trimmed();
    }
    context.set(state);
}

QueryRun* SearchPage::currentRun() const
{
    return d->results->run();
}

std::optional<ReadSheet> SearchPage::sheet() const
{
    return d->results->sheet();
}

QueryDraft SearchPage::draft() const
{
    return d->form->draft();
}

void SearchPage::chooseCase(const CaseNumber& number)
{
    d->form->chooseCase(number);
}

void SearchPage::focusForm()
{
    d->form->focusFirst();
}

} // namespace casebound
