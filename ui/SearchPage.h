// The Search page: the form of one case-bound query, and the reads it brought (R3, R4, R7).
#pragma once

#include "ui/Page.h"
#include "ui/PageServices.h"
#include "ui/ReadSheet.h"

#include <QPointer>

#include <memory>

namespace casebound {

class CaseContext;
class Prompt;

/// Lives on the window's thread. Holds no results of its own: they live in the QueryRuns and go with them.
class SearchPage final : public Page {
    Q_OBJECT

public:
    /// Keeps `context` on the case of the form.
    SearchPage(PageServices services, CaseContext& context, Prompt& prompt, QWidget* parent = nullptr);
    ~SearchPage() override;

    /// The run whose reads are shown; null where none is open.
    [[nodiscard]] QueryRun* currentRun() const;
    /// The reads that are shown, for copying and printing; nothing where no query is open.
    [[nodiscard]] std::optional<ReadSheet> sheet() const;
    /// What the form holds now (for the case bar and for drafts).
    [[nodiscard]] QueryDraft draft() const;
    /// Chooses an open case in the form, as if a person had.
    void chooseCase(const CaseNumber& number);
    /// Puts the keyboard into the first field.
    void focusForm();

Q_SIGNALS:
    /// Case, matter, limit or on-behalf-of of the form changed; ask draft().
    void draftChanged();
    /// A person wants to look at this read in Verify. `read` indexes run->reads().
    void verifyRequested(casebound::QueryRun* run, qsizetype read);
    /// Another run is shown.
    void currentRunChanged(casebound::QueryRun* run);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
