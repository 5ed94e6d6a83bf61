// The one dialog shape of Casebound: icon, sentence, what follows from it, an optional field, and verbs on the buttons.
#pragma once

#include "ui/Prompt.h"
#include "ui/Theme.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace casebound {

class FieldMessage;

class PromptDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Buttons { AcceptAndRefuse, AcceptAlone };
    PromptDialog(const PromptText& text, Buttons buttons, QWidget* parent);

    /// Adds a labelled field whose text note() returns; accepting it empty is refused next to it where `required`.
    void addNote(const QString& label, bool required);
    [[nodiscard]] QString note() const;

    void accept() override;

private:
    QVBoxLayout* m_words;
    QPlainTextEdit* m_note = nullptr;
    FieldMessage* m_message = nullptr;
    QPushButton* m_accept;
    bool m_required = false;
};

} // namespace casebound
