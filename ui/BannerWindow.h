// The conditions of use, before anything else is reachable (R2; PIA p. 5, 15; NIST AC-8).
#pragma once

#include "domain/OfficeProfile.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextEdit;

namespace casebound {

/// Answers exactly once. Closing the window and Esc decline.
class BannerWindow final : public QWidget {
    Q_OBJECT

public:
    BannerWindow(const Banner& banner, const QString& personName, QWidget* parent = nullptr);
    /// While the session is being opened after the acceptance.
    void setBusy(bool busy);

Q_SIGNALS:
    void accepted();
    void declined();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteProgress();
    void answer(bool yes);

    QTextEdit* m_text;
    QLabel* m_progress;
    QPushButton* m_accept;
    QPushButton* m_decline;
    bool m_readToEnd = false;
    bool m_answered = false;
};

} // namespace casebound
