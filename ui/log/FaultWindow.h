// What stands in the place of the main window while the audit log is at fault: it says what was found and lets people look (R9).
#pragma once

#include "service/FaultSession.h"
#include "ui/Theme.h"

#include <QWidget>

#include <memory>
#include <stop_token>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTableWidget;
class QVBoxLayout;

namespace casebound {

class IdleWatch;
class NoticeBar;
class Prompt;

/// Owns its session: it ends when the window goes. Nobody at the keyboard for as long as the profile allows: it signs out.
class FaultWindow final : public QWidget {
    Q_OBJECT

public:
    FaultWindow(std::shared_ptr<FaultSession> session, Prompt& prompt, QWidget* parent = nullptr);
    ~FaultWindow() override;
    void endForSystem(); ///< FaultSession::endForSystem().

Q_SIGNALS:
    void signedOut();
    void newLogBegun(const QString& asideFolder);

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeFindings();
    QWidget* makeFiles();
    QWidget* makeCheck();
    QWidget* makeFoot();
    QLabel* heading(const QString& words);
    void check();
    void showChecked(const LogCheckResult& result);
    void setChecking(bool on);
    void askForNewLog();
    void beginNew(const QString& reason);

    std::shared_ptr<FaultSession> m_session;
    Prompt& m_prompt;
    IdleWatch* m_idle;
    QTableWidget* m_files = nullptr;
    NoticeBar* m_verdict = nullptr;
    QPlainTextEdit* m_report = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_begin = nullptr;
    QWidget* m_foot = nullptr;
    QScrollArea* m_area = nullptr;
    std::stop_source m_stop;
};

} // namespace casebound
