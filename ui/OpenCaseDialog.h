// Opens a case: number, title, matter, and the offence or priority its searches start with.
#pragma once

#include "service/CaseService.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace casebound {

class FieldMessage;
class OffencePicker;

class OpenCaseDialog final : public QDialog {
    Q_OBJECT

public:
    explicit OpenCaseDialog(CaseService& cases, QWidget* parent = nullptr);

Q_SIGNALS:
    void opened(const casebound::CaseRecord& record);

private:
    FieldMessage* addRow(QGridLayout* grid, QLabel* label, QWidget* field, QWidget* buddy);
    void submit();
    void refuse(const ServiceFailure& failure);
    void followMatter();

    CaseService& m_cases;
    QLineEdit* m_number;
    QLineEdit* m_title;
    QComboBox* m_matter;
    OffencePicker* m_offence;
    QLabel* m_offenceLabel;
    FieldMessage* m_numberMessage;
    FieldMessage* m_titleMessage;
    FieldMessage* m_matterMessage;
    FieldMessage* m_offenceMessage;
    FieldMessage* m_wholeMessage;
};

} // namespace casebound
