// Exceptions that wait for a supervisor (R5): what is asked, by whom and why; approved or refused with the credential.
#pragma once

#include "service/ApprovalService.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace casebound {

class FieldMessage;
class NoticeBar;

class ExceptionsPanel final : public QWidget {
    Q_OBJECT

public:
    /// `practicePassphrase` is shown where training has one. The service outlives the panel.
    ExceptionsPanel(ApprovalService& approvals, const QString& practicePassphrase, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void announced(const QString& words);

private:
    [[nodiscard]] QWidget* makeForm(const QString& practicePassphrase);
    void decide(bool grant);
    void showState();

    ApprovalService& m_approvals;
    std::vector<Approval> m_waiting;
    QTableWidget* m_table;
    QLabel* m_none;
    QLabel* m_reason;
    QLineEdit* m_note = nullptr;
    FieldMessage* m_noteMessage = nullptr;
    QLineEdit* m_pin = nullptr;
    FieldMessage* m_pinMessage = nullptr;
    QPushButton* m_approve = nullptr;
    QPushButton* m_refuse = nullptr;
    QWidget* m_form; ///< Made of those above.
    NoticeBar* m_notice;
};

} // namespace casebound
