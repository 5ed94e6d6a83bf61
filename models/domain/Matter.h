#pragma once

namespace casebound {

/// What kind of matter a case is. It decides the time limit (PIA p. 6 item 3).
enum class Matter { Criminal, Administrative };

/// What a signed-in person may do; set by the office profile's roster.
enum class Role { Agent, Supervisor };

} // namespace casebound
