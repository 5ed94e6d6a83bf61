// The answer to a complaint (R18): was this plate queried, by whom, when, why, and what came of it.
#pragma once

#include "service/ComplaintService.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace casebound {

class FieldMessage;
class NoticeBar;
class SaveRow;

class ComplaintDialog final : public QDialog {
    Q_OBJECT

public:
    /// The service outlives it.
    ComplaintDialog(ComplaintService& complaints, bool training, QWidget* parent = nullptr);

private:
    void look();
    void show(const PlateAnswer& answer);
    ComplaintService& m_complaints;
    std::optional<PlateAnswer> m_answer;
    QLineEdit* m_plate;
    FieldMessage* m_plateMessage;
    QLineEdit* m_reference;
    FieldMessage* m_referenceMessage;
    NoticeBar* m_notice;
    QLabel* m_count;
    QTableWidget* m_table;
    SaveRow* m_save;
};

} // namespace casebound
