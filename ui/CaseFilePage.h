// The Case file page: the office's cases, and the reads kept for the chosen one (R7, R12).
#pragma once

#include "ui/Page.h"
#include "ui/PageServices.h"
#include "ui/ReadSheet.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace casebound {

class CaseDisposal;
class CaseExport;
class CaseFileEnd;
class CaseListModel;
class DayFilter;
class KeptMap;
class KeptReadDetails;
class KeptReadOrder;
class KeptReadTableModel;
class Prompt;

/// Lives on the window's thread.
class CaseFilePage final : public Page {
    Q_OBJECT

public:
    CaseFilePage(PageServices services, Prompt& prompt, QWidget* parent = nullptr);

    /// Retention, export and disposal stand under the kept reads from then on. Both outlive the page.
    void serve(CaseExport& exports, CaseDisposal& disposal);
    void openCase();      ///< Asks for number, matter and offence.
    void closeCase();     ///< The chosen case; asks for a note.
    void searchForCase(); ///< The chosen case, if it is open.
    void exportCase();    ///< The chosen case, where that is served.
    void focusCases();
    /// The kept reads of the chosen case, for copying and printing; nothing where none is chosen.
    [[nodiscard]] std::optional<ReadSheet> sheet() const;

Q_SIGNALS:
    void searchRequested(const casebound::CaseNumber& number);
    void announced(const QString& sentence);

private:
    QWidget* makeCases();
    QWidget* makeKept();
    void choose(const CaseNumber& number);
    void followCase();
    void followRead();
    void refreshEmptiness();
    [[nodiscard]] std::optional<CaseRecord> chosen() const;

    PageServices m_services;
    Prompt& m_prompt;
    CaseListModel* m_caseModel;
    KeptReadTableModel* m_keptModel;
    QSortFilterProxyModel* m_caseOrder;
    KeptReadOrder* m_keptOrder;
    QTableView* m_cases;
    QTableView* m_kept;
    QStackedWidget* m_casesOrEmpty;
    QStackedWidget* m_keptOrEmpty;
    QLabel* m_keptHeading;
    QLabel* m_keptEmpty;
    KeptReadDetails* m_details;
    CaseFileEnd* m_end = nullptr;
    DayFilter* m_days;
    KeptMap* m_map = nullptr;
    QPushButton* m_close;
    QPushButton* m_search;
    CaseNumber m_chosen;
};

} // namespace casebound
