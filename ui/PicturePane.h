// A kept picture, scaled to fit, with words where there is none.
#pragma once

#include <QImage>
#include <QWidget>

namespace casebound {

class PicturePane final : public QWidget {
    Q_OBJECT

public:
    explicit PicturePane(QWidget* parent = nullptr);
    /// `description` is the accessible text of the picture.
    void show(const QImage& image, const QString& description);
    void showWords(const QString& words);
    [[nodiscard]] QSize sizeHint() const override { return {280, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 100}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
    QString m_words;
};

} // namespace casebound
