// The page of OCR quality, for those who may (R13): misreads by camera, contributor, jurisdiction and character pair, for a period.
#pragma once

#include "service/QualityService.h"
#include "ui/Page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace casebound {

class DateField;
class FieldMessage;
class NoticeBar;
class QualityModel;

/// Lives shorter than the service.
class QualityPage final : public Page {
    Q_OBJECT

public:
    QualityPage(QualityService& quality, const Clock& clock, QWidget* parent = nullptr);
    /// Counts anew and puts the focus where work goes on.
    void enter();

Q_SIGNALS:
    void announced(const QString& words);

private:
    [[nodiscard]] QWidget* makePeriod();
    [[nodiscard]] QTableView* makeTable();
    void count();
    void chooseTarget();
    void exportTo(const QString& target);

    QualityService& m_quality;
    const Clock& m_clock;
    std::optional<QualityReport> m_report;
    QualityModel* m_model;
    QSortFilterProxyModel* m_order;
    DateField* m_from = nullptr;
    DateField* m_to = nullptr;
    FieldMessage* m_message = nullptr;
    QComboBox* m_group = nullptr;
    QPushButton* m_export = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_claim = nullptr;
    QTableView* m_table = nullptr;
    NoticeBar* m_notice = nullptr;
};

} // namespace casebound
