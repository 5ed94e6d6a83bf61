// Who may do what (R5, R10, R15): one table, asked by every service and followed by menus and pages. Denies by default.
#pragma once

#include "domain/Ids.h"
#include "domain/Matter.h"

#include <cstdint>
#include <optional>
#include <span>

namespace casebound {

enum class Action : std::uint8_t {
#define CASEBOUND_ACTION(enumerator, word, agent, supervisor, meaning) enumerator,
#include "domain/RoleActions.inc"
#undef CASEBOUND_ACTION
};

enum class Right : std::uint8_t {
    Denied,
    Allowed,
    NotOwn, ///< Allowed where the matter is somebody else's: decisions are asked with their owner.
};

struct ActionInfo {
    Action action;
    const char* word;    ///< In the log; fixed.
    const char* meaning; ///< One English sentence for the documentation.
    Right agent, supervisor;
};

/// All actions, in the enumeration's order.
[[nodiscard]] std::span<const ActionInfo> roleTable();
[[nodiscard]] const char* actionWord(Action action);
[[nodiscard]] Right rightOf(Role role, Action action);

/// Nobody decides on what is their own, and nobody unnamed decides at all.
[[nodiscard]] bool mayDecide(const UserId& actor, const UserId& owner);

/// Who asks. Made from the roster at sign-in; one made of nothing may do nothing.
struct Actor {
    UserId user;
    std::optional<Role> role;
};
/// Whether it may be done at all; where the table says NotOwn, in somebody else's matter.
[[nodiscard]] bool may(const Actor& actor, Action action);
/// Whether it may be done in a matter of `owner`.
[[nodiscard]] bool may(const Actor& actor, Action action, const UserId& owner);

} // namespace casebound
