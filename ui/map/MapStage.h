// The map's view and what lies on it: buttons, attribution, the list of a spot.
#pragma once

#include <QFrame>

class QLabel;
class QQuickWidget;
class QToolButton;

namespace casebound {

class SpotList;

/// Places them; MapPane says what they do.
class MapStage final : public QFrame {
    Q_OBJECT

public:
    MapStage(QQuickWidget* view, SpotList* list, QWidget* parent = nullptr);
    void setAttribution(const QString& words);
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 180}; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 320}; }
    [[nodiscard]] SpotList& list() const { return *m_list; }

    QToolButton* closer;
    QToolButton* further;
    QToolButton* whole;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QToolButton* button(const QString& objectName, const QString& icon, const QString& name, const QString& tip);
    void place();

    QQuickWidget* m_view;
    SpotList* m_list;
    QWidget* m_column;
    QLabel* m_attribution;
};

} // namespace casebound
