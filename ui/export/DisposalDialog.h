// Cases whose years are over, and their disposal by whoever may (R12; PIA p. 14).
#pragma once

#include "service/CaseDisposal.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace casebound {

class NoticeBar;
class Prompt;

/// Window-modal; deletes itself. Each disposal is confirmed through the prompt, with a note.
class DisposalDialog final : public QDialog {
    Q_OBJECT

public:
    DisposalDialog(CaseDisposal& service, Prompt& prompt, QWidget* parent = nullptr);

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    void refresh();
    void dispose();
    void carryOut(const CaseNumber& number, const QString& note);

    CaseDisposal& m_service;
    Prompt& m_prompt;
    std::vector<CaseDisposal::Due> m_due;
    QTableWidget* m_table;
    QLabel* m_none;
    QPushButton* m_dispose;
    NoticeBar* m_notice;
};

} // namespace casebound
