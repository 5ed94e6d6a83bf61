// The form of one query: every field the PIA asks for, marked in words where it was refused (R3, R4).
#pragma once

#include "ui/PageServices.h"

#include <QSet>
#include <QWidget>

#include <map>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace casebound {

class CaseListModel;
class FieldMessage;
class JurisdictionField;
class NoticeBar;
class OffencePicker;
class WindowField;

/// Judges nothing itself: QueryService::judge() says what is wrong, this says it next to the field.
class SearchForm final : public QWidget {
    Q_OBJECT

public:
    explicit SearchForm(PageServices services, QWidget* parent = nullptr);
    ~SearchForm() override;

    [[nodiscard]] QueryDraft draft() const;
    /// Marks every refused field and puts the focus into the first of them.
    void mark(const std::vector<FieldRefusal>& refusals);
    /// After a query was sent: marks go, the case and its matter stay, the plate is ready for the next.
    void sent();
    void chooseCase(const CaseNumber& number);
    /// Fills in what was typed before the program ended, and says so, with a way to empty the form. The dates stay at the narrowest window.
    void restore(const QueryDraft& draft);
    void focusFirst();
    void setBusy(bool busy);

Q_SIGNALS:
    void draftChanged();
    void submitted();
    void draftDiscarded();     ///< A person emptied a form that had been restored.
    void exceptionRequested(); ///< The limit alone stands against the draft, and the person wants to ask a supervisor.

private:
    void build();
    void addField(QVBoxLayout* column, QLabel* label, QWidget* field, QWidget* buddy, QueryField id);
    void connectFields();
    void caseChosen();
    void fill(const QueryDraft& draft);
    void changed();
    void left(QueryField field);
    void refreshMarks();
    void warn();
    [[nodiscard]] QWidget* widgetOf(QueryField field) const;
    [[nodiscard]] FieldMessage* messageOf(QueryField field) const;

    PageServices m_services;
    CaseListModel* m_cases;
    NoticeBar* m_restored;
    QScrollArea* m_scroll;
    QComboBox* m_case;
    QLabel* m_caseTitle;
    QComboBox* m_matter;
    QLabel* m_offenceLabel;
    OffencePicker* m_offence;
    QComboBox* m_purpose;
    QPlainTextEdit* m_reason;
    QLineEdit* m_behalf;
    QLineEdit* m_plate;
    JurisdictionField* m_jurisdiction;
    WindowField* m_window;
    QPushButton* m_askException;
    QPushButton* m_search;
    std::map<QueryField, FieldMessage*> m_messages;
    QSet<int> m_touched; ///< Fields a person has left: only these are marked before the first try.
    bool m_tried = false;
    QString m_appliedCase; ///< The case whose matter and offence were filled in last.
};

} // namespace casebound
