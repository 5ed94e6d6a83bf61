// Where the vendor's alert list is not the same as ours: each difference in words, settled one by one and on purpose (R8).
#pragma once

#include "service/AlertService.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace casebound {

/// Hidden while there is none. Lives shorter than the service.
class DifferencesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DifferencesPanel(AlertService& alerts, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    void settle(AlertSettlement how);
    void showState();
    [[nodiscard]] static QString wordsOf(const AlertDifference& difference);

    AlertService& m_alerts;
    std::vector<AlertDifference> m_shown;
    QListWidget* m_list;
    QPushButton* m_tell;
    QPushButton* m_remove;
};

} // namespace casebound
