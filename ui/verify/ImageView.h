// A picture to be read by eye: zoom, pan, rotate, invert, contrast, all by keyboard too.
#pragma once

#include <QImage>
#include <QPointF>
#include <QTransform>
#include <QWidget>

namespace casebound {

/// Shows one picture or a sentence why there is none. Keys: Z + zoom in, - Shift+Z zoom out, 0 fit, R rotate, I invert, C contrast,
/// X as it came, arrows pan. Never changes the picture itself: what is judged and kept are the vendor's bytes.
class ImageView final : public QWidget {
    Q_OBJECT

public:
    explicit ImageView(QWidget* parent = nullptr);

    void setImage(const QImage& image);
    /// Replaces the picture by words (loading, missing, hash differs …).
    void setWords(const QString& words);
    [[nodiscard]] bool hasImage() const { return !m_image.isNull(); }
    [[nodiscard]] double zoom() const { return m_zoom; }      ///< 1: the whole picture fits.
    [[nodiscard]] int rotation() const { return m_rotation; } ///< Degrees clockwise: 0, 90, 180, 270.
    [[nodiscard]] bool isInverted() const { return m_inverted; }
    [[nodiscard]] bool isContrastRaised() const { return m_contrast; }
    /// "zoomed 200 %, turned by 90°, inverted": for labels and assistive technology.
    [[nodiscard]] QString viewText() const;
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();
    void reset(); ///< As the picture came: whole, upright, neither inverted nor raised.
    void rotate();
    void setInverted(bool on);
    void setContrastRaised(bool on);
    /// Does what a key of this view does. False: not one of its keys.
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

Q_SIGNALS:
    void viewChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void changed();
    void zoomTo(double zoom, QPointF around);
    void pan(double x, double y);
    void keepInside();
    void adjust();
    [[nodiscard]] double scale() const;
    [[nodiscard]] QSizeF turnedSize() const;
    [[nodiscard]] QTransform placement() const;

    QImage m_image;
    QImage m_adjusted; ///< m_image inverted or with raised contrast; shares its data where it is neither.
    QString m_words;
    double m_zoom = 1;
    int m_rotation = 0;
    bool m_inverted = false;
    bool m_contrast = false;
    QPointF m_offset; ///< Centre of the picture from the centre of the view, in view pixels.
    QPointF m_grabbed;
    bool m_dragging = false;
};

} // namespace casebound
