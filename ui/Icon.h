// A picture that says nothing the words beside it do not say: drawn, and left out of what a screen reader is told.
#pragma once

#include <QPixmap>
#include <QWidget>

namespace casebound {

/// A QLabel with a pixmap would be read out as a nameless image.
class Icon final : public QWidget {
    Q_OBJECT

public:
    explicit Icon(QWidget* parent = nullptr);
    void setPixmap(const QPixmap& pixmap);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap m_pixmap;
};

} // namespace casebound
