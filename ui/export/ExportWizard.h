// A case file on its way out (R12): contents, recipients, summary, progress with cancel, self-check, hash.
#pragma once

#include "service/CaseExport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace casebound {

class ClipboardGuard;
class Clock;
class FactList;
class FieldMessage;
class NoticeBar;
class RecipientList;

/// Window-modal; deletes itself. While an export runs, closing cancels it and waits for its end.
class ExportWizard final : public QDialog {
    Q_OBJECT

public:
    /// The service outlives it. `contents` is of the case to be exported.
    ExportWizard(CaseExport& service, const Clock& clock, CaseContents contents, QWidget* parent = nullptr);
    /// For tests and the tour: what Choose file … would add.
    [[nodiscard]] RecipientList& recipients() const { return *m_recipients; }

    void reject() override;

Q_SIGNALS:
    void exported(const QString& path);

private:
    enum Step { ContentsStep, RecipientsStep, SummaryStep, ProgressStep };
    [[nodiscard]] QWidget* makeContents();
    [[nodiscard]] QWidget* makeRecipients();
    [[nodiscard]] QWidget* makeSummary();
    [[nodiscard]] QWidget* makeProgress();
    [[nodiscard]] QWidget* makeButtons();
    void go(Step step);
    void next();
    void back();
    void summarise();
    void propose();
    void tellContents();
    void chooseReads();
    void chooseFolder();
    void start();
    void show(const CaseExportResult& result);
    [[nodiscard]] BundleKind kind() const;
    [[nodiscard]] CaseExportRequest request() const;

    CaseExport& m_service;
    const CaseContents m_contents; ///< Of the whole case file.
    CaseContents m_chosen;         ///< Of what goes along.
    std::vector<std::int64_t> m_leftOut;
    RecipientList* m_recipients;
    ClipboardGuard* m_clipboard;
    QLabel* m_heading = nullptr;
    QStackedWidget* m_steps = nullptr;
    FactList* m_facts = nullptr;
    QLabel* m_choice = nullptr;
    QPushButton* m_choose = nullptr;
    QComboBox* m_form = nullptr;
    QCheckBox* m_vehicles = nullptr;
    FactList* m_summary = nullptr;
    NoticeBar* m_warning = nullptr;
    QLineEdit* m_target = nullptr;
    FieldMessage* m_targetMessage = nullptr;
    QLabel* m_what = nullptr;
    QProgressBar* m_progress = nullptr;
    NoticeBar* m_notice = nullptr;
    QWidget* m_result = nullptr;
    QLineEdit* m_hash = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_cancel = nullptr;
    QString m_proposed;
};

} // namespace casebound
