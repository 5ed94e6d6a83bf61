// A window that says why the program does not start: the office profile was refused, before there is any other window.
#pragma once

#include "domain/ProfileFault.h"

#include <QCoreApplication>

namespace casebound {

class StartRefusal {
    Q_DECLARE_TR_FUNCTIONS(casebound::StartRefusal)

public:
    /// Shows it and waits until it is closed. The event loop of the program has not begun yet.
    static void show(const ProfileProblem& problem);
};

} // namespace casebound
