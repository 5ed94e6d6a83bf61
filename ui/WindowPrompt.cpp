#include "ui/WindowPrompt.h"

#include "ui/PromptDialog.h"

namespace casebound {

void WindowPrompt::ask(QWidget* parent, const PromptText& question, std::function<void(bool)> answer)
{
    auto* dialog = new PromptDialog(question, PromptDialog::Buttons::AcceptAndRefuse, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    dialog->open();
}

void WindowPrompt::askNote(QWidget* parent, const NotePrompt& question, std::function<void(std::optional<QString>)> answer)
{
    auto* dialog = new PromptDialog(question.text, PromptDialog::Buttons::AcceptAndRefuse, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addNote(question.label, question.required);
    connect(dialog, &QDialog::finished, this, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? std::optional(dialog->note()) : std::nullopt);
    });
    dialog->open();
}

void WindowPrompt::tell(QWidget* parent, const PromptText& notice, std::function<void()> read)
{
    auto* dialog = new PromptDialog(notice, PromptDialog::Buttons::AcceptAlone, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [read = std::move(read)] {
        if (read) {
            read();
        }
    });
    dialog->open();
}

} // namespace casebound
