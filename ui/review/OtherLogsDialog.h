// Logs of other desks, opened to be reviewed together with this one's (R10).
#pragma once

#include "service/ReviewService.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace casebound {

class FieldMessage;
class NoticeBar;

class OtherLogsDialog final : public QDialog {
    Q_OBJECT

public:
    /// The service outlives it.
    OtherLogsDialog(ReviewService& reviews, QWidget* parent = nullptr);

private:
    void openLog();
    void closeLog();
    void refresh();
    void showEnd(const OtherLogEnd& end);
    ReviewService& m_reviews;
    std::vector<OtherDesk> m_desks;
    QTableWidget* m_table;
    QLineEdit* m_folder;
    FieldMessage* m_message;
    QPushButton* m_open;
    QPushButton* m_close;
    NoticeBar* m_notice;
};

} // namespace casebound
