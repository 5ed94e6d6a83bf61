// The pages of one session and the signals between them. MainWindow only shows them.
#pragma once

#include "ui/CaseContext.h"
#include "ui/Page.h"
#include "ui/PageServices.h"
#include "ui/ReadSheet.h"

#include <optional>
#include <vector>

namespace casebound {

class AlertsPage;
class BaseMapChoice;
class CaseFilePage;
class Prompt;
class ReviewPage;
class ReadCopier;
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
    [[nodiscard]] BaseMapChoice& map() { return *m_map; }
    [[nodiscard]] ReadCopier& copier() { return *m_copier; }
    /// What of a page can be copied and printed; nothing on the other pages.
    [[nodiscard]] std::optional<ReadSheet> sheetOf(PageId page) const;
    /// Null for whom the role table gives none to.
    [[nodiscard]] AlertsPage* alerts() { return m_alerts; }
    /// Reads on the desk that nobody judged or kept: they are gone when the session ends.
    [[nodiscard]] int undecidedReads() const;

Q_SIGNALS:
    void pageRequested(casebound::PageId page);
    void announced(const QString& sentence);

private:
    void offerOversight(ReviewPage& page);
    void noteLongWork();
    Session& m_session;
    CaseContext m_context;
    BaseMapChoice* m_map;
    SearchPage* m_search;
    VerifyPage* m_verify;
    AlertsPage* m_alerts = nullptr;
    CaseFilePage* m_caseFile;
    ReadCopier* m_copier;
    std::vector<PageEntry> m_pages;
};

} // namespace casebound
