// What of a review's entries is shown: who, for which case and plate, with which words, outcome and time.
#pragma once

#include "lists/AuditEntryModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace casebound {

class DateField;

class EntryFilters final : public QWidget {
    Q_OBJECT

public:
    explicit EntryFilters(QWidget* parent = nullptr);

    /// The persons and outcomes there are to choose from, and the workstations where there are several; null: none.
    void offer(const ReviewEntries* entries, const QStringList& workstations);
    [[nodiscard]] EntryFilter filter() const;
    [[nodiscard]] AuditEntryModel::Show which() const;
    void setWhich(AuditEntryModel::Show which);
    void clear();
    [[nodiscard]] QWidget* lastField() const; ///< In the order of Tab.

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_which;
    QComboBox* m_person;
    QLineEdit* m_case;
    QLineEdit* m_plate;
    QLineEdit* m_words;
    QComboBox* m_outcome;
    DateField* m_from;
    DateField* m_to;
    QComboBox* m_workstation;
    QLabel* m_workstationLabel;
};

} // namespace casebound
