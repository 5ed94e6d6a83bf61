// What keeps a case out of the system's hands: file modes, core dumps, other processes' eyes.
#pragma once

namespace casebound {

/// First thing in main(): new files are ours alone, no core is written, and no other process of this user may read our memory.
void protectProcess();

} // namespace casebound
