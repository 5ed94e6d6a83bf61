#include "domain/RoleTable.h"

#include <array>

namespace casebound {
namespace {

using enum Right;

constexpr std::array table{
#define CASEBOUND_ACTION(enumerator, name, agents, supervisors, what)                                                                      \
    ActionInfo{.action = Action::enumerator, .word = name, .meaning = what, .agent = agents, .supervisor = supervisors},
#include "domain/RoleActions.inc"
#undef CASEBOUND_ACTION
};
static_assert(table.front().action == Action{});

const ActionInfo* row(Action action)
{
    const auto index = static_cast<std::size_t>(action);
    return index < table.size() ? &table[index] : nullptr;
}

} // namespace

std::span<const ActionInfo> roleTable()
{
    return table;
}

const char* actionWord(Action action)
{
    const ActionInfo* info = row(action);
    return info ? info->word : "unknown";
}

Right rightOf(Role role, Action action)
{
    const ActionInfo* info = row(action);
    if (!info)
        return Denied;
    switch (role) {
    case Role::Agent: return info->agent;
    case Role::Supervisor: return info->supervisor;
    }
    return Denied;
}

bool mayDecide(const UserId& actor, const UserId& owner)
{
    return !actor.isEmpty() && !owner.isEmpty() && actor != owner;
}

bool may(const Actor& actor, Action action)
{
    return actor.role && !actor.user.isEmpty() && rightOf(*actor.role, action) != Denied;
}

bool may(const Actor& actor, Action action, const UserId& owner)
{
    if (!may(actor, action))
        return false;
    switch (rightOf(*actor.role, action)) {
    case Denied: return false;
    case Allowed: return true;
    case NotOwn: return mayDecide(actor.user, owner);
    }
    return false;
}

} // namespace casebound
