// Words next to a field that was refused (or needs care): icon and sentence, linked to the field for assistive technology.
#pragma once

#include "ui/Theme.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace casebound {

class Icon;

/// Takes no room while empty. Put it right under its field, `space::half` below.
class FieldMessage final : public QWidget {
    Q_OBJECT

public:
    /// `field` gets the words as its accessible description, and the frame of a refused field while the tone is Bad.
    explicit FieldMessage(QWidget* field, QWidget* parent = nullptr);

    /// What the field's description says while there is no message (the hint).
    void setHint(const QString& hint);
    void show(const QString& words, Tone tone = Tone::Bad);
    void clear();
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QWidget* field() const { return m_field; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QPointer<QWidget> m_field;
    Icon* m_icon;
    QLabel* m_words;
    QString m_hint;
    Tone m_tone = Tone::Bad;
};

} // namespace casebound
