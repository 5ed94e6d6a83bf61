// What the marks mean, in words beside each of them.
#pragma once

#include <QWidget>

namespace casebound {

class MapLegend final : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);
    /// Once the map draws sensitive places; `words` say how old the data is.
    void addPlaces(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(const QString& words);
    void draw();
    bool m_places = false;
};

} // namespace casebound
