// The roster against the vendor's users, on the page Office (R1).
#pragma once

#include "service/RosterComparisonService.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace casebound {

class NoticeBar;
class RosterFindingModel;
class SaveRow;

/// Lives shorter than the service.
class RosterPanel final : public QWidget {
    Q_OBJECT

public:
    RosterPanel(RosterComparisonService& service, bool training, QWidget* parent = nullptr);
    ~RosterPanel() override;

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    [[nodiscard]] QTableView* makeTable();
    void start();
    void present(const RosterResult& result);
    void setRunning(bool on);

    RosterComparisonService& m_service;
    std::optional<RosterComparison> m_found;
    RosterFindingModel* m_model;
    QPushButton* m_start;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    NoticeBar* m_notice;
    QTableView* m_table;
    SaveRow* m_save;
};

} // namespace casebound
