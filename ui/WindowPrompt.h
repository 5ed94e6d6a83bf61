// Prompt with real dialogs: window-modal, never a nested event loop.
#pragma once

#include "ui/Prompt.h"

#include <QObject>

namespace casebound {

/// Lives on the window's thread. Dialogs belong to their parent and go with it.
class WindowPrompt final : public QObject, public Prompt {
    Q_OBJECT

public:
    using QObject::QObject;
    void ask(QWidget* parent, const PromptText& question, std::function<void(bool accepted)> answer) override;
    void askNote(QWidget* parent, const NotePrompt& question, std::function<void(std::optional<QString> note)> answer) override;
    void tell(QWidget* parent, const PromptText& notice, std::function<void()> read) override;
};

} // namespace casebound
