// The pages of one session and the signals between them. MainWindow only shows them.
#pragma once

#include "ui/CaseContext.h"
#include "ui/Page.h"
#include "ui/PageServices.h"

#include <vector>

namespace casebound {

class CaseFilePage;
class Prompt;
class ReviewPage;
class SearchPage;
class VerifyPage;

/// Lives shorter than its session. The page widgets belong to whoever takes them into a layout.
class Workspace final : public QObject {
    Q_OBJECT

public:
    Workspace(Session& session, Prompt& prompt, QObject* parent = nullptr);
    [[nodiscard]] const std::vector<PageEntry>& pages() const { return m_pages; }
    [[nodiscard]] const CaseContext& context() const { return m_context; }
    [[nodiscard]] CaseFilePage& caseFile() { return *m_caseFile; }
    /// Reads on the desk that nobody judged or kept: they are gone when the session ends.
    [[nodiscard]] int undecidedReads() const;

Q_SIGNALS:
    void pageRequested(casebound::PageId page);
    void announced(const QString& sentence);

private:
    void offerOversight(ReviewPage& page);
    Session& m_session;
    CaseContext m_context;
    SearchPage* m_search;
    VerifyPage* m_verify;
    CaseFilePage* m_caseFile;
    std::vector<PageEntry> m_pages;
};

} // namespace casebound
