// The log against the vendor's own record of a period (R14): what stands on one side only, and what differs.
#pragma once

#include "service/ReconciliationService.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace casebound {

class DateField;
class FieldMessage;
class NoticeBar;
class ReconciliationModel;
class SaveRow;

class ReconciliationDialog final : public QDialog {
    Q_OBJECT

public:
    /// The clock outlives it. A comparison that is under way when it closes is stopped.
    ReconciliationDialog(ReconciliationService& service, const Clock& clock, bool training, QWidget* parent = nullptr);
    ~ReconciliationDialog() override;

private:
    [[nodiscard]] QWidget* makePeriod();
    [[nodiscard]] QTableView* makeTable();
    void start();
    void follow(ReconciliationService::Stage stage, quint64 done, quint64 total);
    void present(const ReconciliationResult& result);
    void setRunning(bool on);
    void showDetails();

    QPointer<ReconciliationService> m_service; ///< Goes at sign-out, perhaps before this.
    const Clock& m_clock;
    std::optional<Reconciliation> m_found;
    ReconciliationModel* m_model;
    QSortFilterProxyModel* m_order;
    DateField* m_from = nullptr;
    DateField* m_to = nullptr;
    FieldMessage* m_message = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    QWidget* m_period; ///< First for Tab, too.
    QProgressBar* m_progress;
    QLabel* m_state;
    NoticeBar* m_notice;
    QLabel* m_remarks;
    QTableView* m_table;
    QLabel* m_details;
    SaveRow* m_save;
};

} // namespace casebound
