// A sealed result, opened within a review with the reviewer's credential, and shown for as long as the dialog is.
#pragma once

#include "service/SealedService.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace casebound {

class FieldMessage;
class NoticeBar;

class SealedDialog final : public QDialog {
    Q_OBJECT

public:
    /// The service outlives it.
    SealedDialog(SealedService& sealed, std::uint64_t entry, SealedOccasion occasion, const QString& practicePassphrase,
                 QWidget* parent = nullptr);

private:
    void openResults();
    void showResults(const QByteArray& results);
    SealedService& m_sealed;
    std::uint64_t m_entry;
    SealedOccasion m_occasion;
    QLineEdit* m_pin;
    FieldMessage* m_message;
    QPushButton* m_open;
    NoticeBar* m_notice;
    QTableWidget* m_table;
};

} // namespace casebound
