// The one seam through which the program interrupts a person. Tests put a scripted one in its place.
#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace casebound {

enum class PromptKind { Question, Warning, Error };

/// `text` says what happened or is asked; `detail` what was not done and what to do.
struct PromptText {
    PromptKind kind = PromptKind::Question;
    QString title;
    QString text;
    QString detail;
    QString accept;         ///< Verb of the action ("Close case"), never "OK"; may be empty in tell().
    QString refuse;         ///< Empty: "Cancel".
    bool dangerous = false; ///< The refusing answer is the default.
};

/// A question answered in words. The answer is trimmed; an empty one cannot be given where `required`.
struct NotePrompt {
    PromptText text;
    QString label; ///< Visible label, and accessible name, of the field.
    bool required = true;
};

/// Every call returns at once; the answer comes later on the window's thread, never more than once, and not at all
/// when `parent` goes away first.
class Prompt {
public:
    virtual ~Prompt() = default;
    virtual void ask(QWidget* parent, const PromptText& question, std::function<void(bool accepted)> answer) = 0;
    virtual void askNote(QWidget* parent, const NotePrompt& question, std::function<void(std::optional<QString> note)> answer) = 0;
    virtual void tell(QWidget* parent, const PromptText& notice, std::function<void()> read = {}) = 0;
};

} // namespace casebound
