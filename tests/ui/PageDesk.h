// A page under test: real services over a fake vendor, and a prompt that answers as it is told.
#pragma once

#include "service/ServiceDesk.h"
#include "ui/PageServices.h"
#include "ui/Prompt.h"

#include <QImage>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace casebound {

class AnsweringPrompt final : public Prompt {
public:
    bool accept = true;
    std::optional<QString> note; ///< What askNote() is answered; nothing: refused.
    QStringList asked;

    void ask(QWidget*, const PromptText& question, std::function<void(bool)> answer) override
    {
        asked.append(question.text);
        answer(accept);
    }
    void askNote(QWidget*, const NotePrompt& question, std::function<void(std::optional<QString>)> answer) override
    {
        asked.append(question.text.text);
        answer(note);
    }
    void tell(QWidget*, const PromptText& notice, std::function<void()> read) override
    {
        asked.append(notice.text);
        if (read)
            read();
    }
};

inline PageServices servicesOf(ServiceDesk& desk)
{
    return {.queries = *desk.queries,
            .cases = *desk.caseService,
            .verification = *desk.verification,
            .profile = desk.profile,
            .clock = desk.clock,
            .user = desk.profile.roster.front().id};
}

/// The part of that name; a test that looks for one that is not there ends.
template <class T>
T* partOf(const QObject& whole, const char* name)
{
    T* found = whole.findChild<T*>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

/// A picture of the widget in the folder CASEBOUND_PICTURES names, for a person to look at.
inline void picture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("CASEBOUND_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(50); // wrapped words and splitters settle
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
}

} // namespace casebound
