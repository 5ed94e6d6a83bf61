// "TRAINING – made-up data" on every window while practising (R17).
#pragma once

#include <QObject>
#include <QWidget>

namespace casebound {

/// A slim band across the top of a window.
class TrainingMark final : public QWidget {
    Q_OBJECT

public:
    explicit TrainingMark(QWidget* parent = nullptr);
    [[nodiscard]] static QString words();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Watches the application: every window that appears without a mark gets one above its content. Popups and tooltips are left alone.
class TrainingMarks final : public QObject {
    Q_OBJECT

public:
    explicit TrainingMarks(QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void mark(QWidget* window);
};

} // namespace casebound
