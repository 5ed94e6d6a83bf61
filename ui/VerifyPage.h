// The Verify page: each read looked at, transcribed blind, compared and judged, and kept for its case (R6, R7).
#pragma once

#include "ui/Page.h"
#include "ui/PageServices.h"

#include <memory>

namespace casebound {

class Prompt;

/// Lives on the window's thread. Nothing of the machine's text is in any widget before VerificationService revealed it.
class VerifyPage final : public Page {
    Q_OBJECT

public:
    VerifyPage(PageServices services, Prompt& prompt, QWidget* parent = nullptr);
    ~VerifyPage() override;

    /// Shows this read; the queue becomes its run's. `read` indexes run.reads().
    void open(QueryRun& run, qsizetype read);
    /// Shows a run's queue from its first unverified read; nullptr empties the page.
    void setRun(QueryRun* run);
    [[nodiscard]] QueryRun* run() const;

Q_SIGNALS:
    /// Something was judged or kept; another page may want to follow.
    void readFinished(casebound::QueryRun* run, qsizetype read);
    /// The empty page's button: go to Search.
    void searchRequested();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
