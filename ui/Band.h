// A band across the window: icon, sentence, and up to one button. For things that must be seen but do not stop the work.
#pragma once

#include "ui/Theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace casebound {

class Icon;

class Band final : public QWidget {
    Q_OBJECT

public:
    /// An empty `verb` means no button.
    Band(Tone tone, const QString& verb, QWidget* parent = nullptr);
    void say(const QString& words); ///< Shows and, at the first showing, announces.
    void put(const QString& words); ///< Changes the words only (a countdown).
    [[nodiscard]] QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void recolour();
    Tone m_tone;
    Icon* m_icon;
    QLabel* m_words;
    QPushButton* m_button = nullptr;
};

} // namespace casebound
