// What every entry of the alert list needs, typed or chosen: case, matter, offence or priority, purpose, and its last day; plate and reason
// where it is one entry.
#pragma once

#include "domain/AlertChange.h"
#include "ui/PageServices.h"

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QGridLayout;

namespace casebound {

class CaseListModel;
class DateField;
class FieldMessage;
class JurisdictionField;
class OffencePicker;

/// Judges nothing itself: it says next to a field what AlertService::judge() found.
class AlertFields final : public QWidget {
    Q_OBJECT

public:
    enum class Of { Entry, List };
    AlertFields(PageServices services, Of of, QDate lastDay, QWidget* parent = nullptr);

    [[nodiscard]] AlertDraft draft() const;
    /// Marks what is refused, and puts the focus into the first of it. What a list leaves to its rows is passed over.
    bool mark(const std::vector<FieldRefusal>& refusals);
    void chooseCase(const QString& number);

private:
    void add(QGridLayout* grid, QLabel* label, QWidget* field, QWidget* buddy, QueryField id);
    void followCase();

    CaseListModel* m_cases;
    QComboBox* m_case;
    QComboBox* m_matter;
    QLabel* m_offenceLabel;
    OffencePicker* m_offence;
    QComboBox* m_purpose;
    QPlainTextEdit* m_reason = nullptr;
    QLineEdit* m_plate = nullptr;
    JurisdictionField* m_jurisdiction = nullptr;
    DateField* m_expires;
    std::map<QueryField, FieldMessage*> m_messages;
    QString m_appliedCase;
};

} // namespace casebound
