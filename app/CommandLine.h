// The options of the program, read before anything else is made.
#pragma once

#include "ui/Theme.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace casebound {

struct CommandLine {
    enum class Action { Run, Tour, Help, Version };
    Action action = Action::Run;
    QString dataFolder;    ///< Empty: the default one.
    QString profileFile;   ///< Of a real office. Empty: the installed one.
    bool training = false; ///< Asked for, whatever is installed.
    QString tourFolder;
    QString language;                     ///< Empty: the system's.
    std::optional<Appearance> appearance; ///< Nothing: what the person chose last.

    /// The error is one sentence for standard error.
    [[nodiscard]] static std::expected<CommandLine, QString> parse(const QStringList& arguments);
    [[nodiscard]] static QString help();
};

} // namespace casebound
