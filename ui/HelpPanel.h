// F1: what the current page is for, and where its rules come from. Stands beside the page, so that both can be read.
#pragma once

#include "ui/Page.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace casebound {

class HelpPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HelpPanel(QWidget* parent = nullptr);
    void show(PageId page);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_heading;
    QScrollArea* m_area;
};

} // namespace casebound
