// What keeps a case out of the system's hands: file modes, core dumps, other processes' eyes, the environment.
#pragma once

namespace casebound {

/// First thing in main(), before any thread: protectMemory(), and new files are ours alone.
void protectProcess();

/// No core is written and no other process of this user may read our memory; what OpenSSL frees is wiped; variables that choose code for
/// the cryptographic library, or a file that receives its secrets, are gone. For programs whose files are made to be handed on.
void protectMemory();

/// Whether the kernel holds to it: not dumpable, no core, umask 077. For tests and for a start that would rather not begin.
[[nodiscard]] bool isProcessProtected();

} // namespace casebound
