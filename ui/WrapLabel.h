// A label whose words wrap and are never cut off: its least height is what the words need at its width.
#pragma once

#include <QLabel>

namespace casebound {

/// Plain text. QLabel alone lets a layout squeeze wrapped text to one line.
class WrapLabel final : public QLabel {
    Q_OBJECT

public:
    explicit WrapLabel(const QString& text = {}, QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int m_across = 0; ///< The width a layout gave; 0 before the first.
};

} // namespace casebound
