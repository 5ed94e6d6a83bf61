// The case currently worked on. Search sets it; the case bar and the other pages show it.
#pragma once

#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/TimeLimit.h"

#include <QObject>

#include <optional>

namespace casebound {

/// One per session; lives on the window's thread.
class CaseContext final : public QObject {
    Q_OBJECT

public:
    struct State {
        CaseNumber number; ///< Empty: no case chosen.
        QString title;
        std::optional<Matter> matter;
        std::optional<TimeLimit> limit; ///< Nothing while matter or offence is open.
        QString onBehalfOf;             ///< Empty: the signed-in person.
        friend bool operator==(const State&, const State&) = default;
    };
    using QObject::QObject;

    [[nodiscard]] const State& current() const { return m_state; }
    void set(State state);
    void clear() { set({}); }

Q_SIGNALS:
    void changed();

private:
    State m_state;
};

} // namespace casebound
