// One line about the state of things: icon, sentence, and at most one thing to do about it.
#pragma once

#include "ui/Theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace casebound {

class Icon;

/// Takes no room while it says nothing. Announced to assistive technology when its words change.
class NoticeBar final : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void show(Tone tone, const QString& words, const QString& action = {});
    void clear();
    [[nodiscard]] QString words() const;
    [[nodiscard]] QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void acted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    Tone m_tone = Tone::Neutral;
    Icon* m_icon;
    QLabel* m_words;
    QPushButton* m_button;
};

} // namespace casebound
