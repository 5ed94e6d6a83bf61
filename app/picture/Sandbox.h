// The helper closes itself off before it sees a vendor's byte.
#pragma once

#include <cstddef>
#include <expected>

namespace casebound {

enum class SandboxFault { Limits, Privileges, Filter };

/// What one picture may take beyond what the helper has when it closes itself off, its shared memory included in the latter.
inline constexpr std::size_t helperMemory = 176UL * 1024 * 1024;
inline constexpr unsigned helperCpuSeconds = 4; ///< A picture.

/// From here on this process reads descriptor 0, writes descriptors 1 and 2, takes and gives back memory that holds no program, and ends.
/// Any other call of the system ends it at once (seccomp, SIGSYS). No files, no core, no children, no way back. Nothing is half done: on a
/// fault the caller must end.
[[nodiscard]] std::expected<void, SandboxFault> closeOff();
/// The computing time for the next picture; past it the process is ended (SIGXCPU). Works inside.
[[nodiscard]] bool allowOnePicture();

} // namespace casebound
