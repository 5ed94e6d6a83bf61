// What the marks mean, in words beside each of them.
#pragma once

#include <QWidget>

namespace casebound {

class MapLegend final : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
};

} // namespace casebound
