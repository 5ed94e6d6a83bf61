// What stands in place of everything while the workstation is locked. It shows no case, plate or name of a page.
#pragma once

#include "ui/Words.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace casebound {

class FieldMessage;

class LockScreen final : public QWidget {
    Q_OBJECT

public:
    /// `practicePassphrase` empty: no hint is shown.
    LockScreen(const QString& personName, const QString& practicePassphrase, QWidget* parent = nullptr);
    void start(); ///< Empties the field and takes the keyboard.
    /// Why it locked by itself, until somebody types.
    void say(const FailureWords& words);
    void refuse(const ServiceFailure& failure);

Q_SIGNALS:
    void unlockRequested(const QString& pin);
    void signOutRequested();

private:
    [[nodiscard]] static QString whatToDo(const ServiceFailure& failure);
    void submit();
    QLineEdit* m_pin;
    FieldMessage* m_message;
};

} // namespace casebound
