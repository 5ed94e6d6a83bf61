// A window that says why the program does not start: the office profile was refused, before there is any other window.
#pragma once

#include "office/ProfileFault.h"

#include <QCoreApplication>
#include <QString>

namespace casebound {

class StartRefusal {
    Q_DECLARE_TR_FUNCTIONS(casebound::StartRefusal)

public:
    /// What happened and what to do, in the language of the windows.
    [[nodiscard]] static QString words(const ProfileProblem& problem);
    /// Shows it and waits until it is closed. The event loop of the program has not begun yet.
    static void show(const ProfileProblem& problem);
};

} // namespace casebound
