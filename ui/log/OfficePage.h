// The office's page for those who may: exceptions waiting, the roster against the vendor's users, the state of the audit log, and its
// export for outsiders (R1, R5, R9, R10).
#pragma once

#include "service/Session.h"
#include "ui/Page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace casebound {

class FactList;
class FieldMessage;
class NoticeBar;

/// Lives shorter than the session. Made only where the session has a LogExport.
class OfficePage final : public Page {
    Q_OBJECT

public:
    OfficePage(Session& session, LogExport& logExport, QWidget* parent = nullptr);
    void focusExport();

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    QWidget* makeState();
    QWidget* makeExport();
    void refresh();
    void chooseFolder();
    void start();
    void show(const LogExportResult& result);
    void setRunning(bool on);
    void propose();

    Session& m_session;
    LogExport& m_export;
    FactList* m_facts = nullptr;
    QLineEdit* m_target = nullptr;
    FieldMessage* m_targetMessage = nullptr;
    QPushButton* m_choose = nullptr;
    QCheckBox* m_private = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
    QLabel* m_count = nullptr;
    QProgressBar* m_progress = nullptr;
    NoticeBar* m_notice = nullptr;
    QWidget* m_result = nullptr;
    QLineEdit* m_hash = nullptr;
};

} // namespace casebound
