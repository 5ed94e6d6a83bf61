// The transparency report (R19): months chosen, counts shown as they may be published, saved.
#pragma once

#include "service/ReportService.h"

#include <QDialog>

class QComboBox;
class QTableWidget;

namespace casebound {

class NoticeBar;
class SaveRow;

class ReportDialog final : public QDialog {
    Q_OBJECT

public:
    /// Service and clock outlive it.
    ReportDialog(ReportService& reports, const Clock& clock, bool training, QWidget* parent = nullptr);

private:
    void make();
    ReportService& m_reports;
    std::vector<ReportMonth> m_months;
    std::optional<TransparencyReport> m_report;
    QComboBox* m_first;
    QComboBox* m_last;
    NoticeBar* m_notice;
    QTableWidget* m_table;
    SaveRow* m_save;
};

} // namespace casebound
