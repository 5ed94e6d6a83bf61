// The first window: choose a credential, and learn in words why it was not accepted (R1, R15).
#pragma once

#include "service/SignIn.h"
#include "ui/Words.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace casebound {

class Icon;

class FieldMessage;

/// Lives on the window's thread. Holds no secret after chosen() was emitted: the field is emptied.
class SignInWindow final : public QWidget {
    Q_OBJECT

public:
    SignInWindow(bool training, const QString& office, QWidget* parent = nullptr);

    void setBusy(bool busy);
    /// Shows a failure, or a plain notice such as "You signed out."; the fields can be used again.
    void tell(const FailureWords& words, Tone tone = Tone::Bad);
    void clearMessage();
    /// What lies in the card readers; the person chooses among them, or types a file's name after all. Not empty.
    void setCards(const std::vector<CardChoice>& cards);
    /// The log's state as the last sign-in found it; nothing: it is looked at with the next one.
    void sayLog(const std::optional<LogState>& state);

Q_SIGNALS:
    void chosen(const casebound::CredentialChoice& choice, const QString& pin);
    void cardsWanted(); ///< Someone has to look into the readers; setCards() or tell() answers.

private:
    void addPractice(QVBoxLayout* column);
    void addCredential(QVBoxLayout* column);
    void chooseFile();
    void submit();
    void changeEvent(QEvent* event) override;
    void restyleNotice();
    void useFile();

    bool m_training;
    QWidget* m_fields;
    QLineEdit* m_credential = nullptr;
    QWidget* m_cardGroup = nullptr;
    QComboBox* m_card = nullptr; ///< Its data are URIs. In use while its group is shown.
    QLineEdit* m_pin = nullptr;
    FieldMessage* m_credentialMessage = nullptr;
    FieldMessage* m_pinMessage = nullptr;
    QPushButton* m_first = nullptr;
    QWidget* m_notice;
    Icon* m_noticeIcon;
    QLabel* m_happened;
    QLabel* m_consequence;
    Tone m_tone = Tone::Bad;
    QWidget* m_busy;
    QWidget* m_logRow;
    Icon* m_logIcon;
    QLabel* m_logWords;
    Tone m_logTone = Tone::Quiet;
};

} // namespace casebound
