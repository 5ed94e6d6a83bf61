// Other keys for a workstation's stores, because somebody who held the old ones left. Whatever happens in between – kill, power cut, full
// disk – either the old files stand with the old keys, or the new ones with the new keys, or the next start finishes the way.
#pragma once

#include "app/OfficeStoresOpener.h"
#include "office/WorkstationFolder.h"

namespace casebound {

/// Before anything of the folder is opened: new files that were complete are put in their places, incomplete ones are removed.
/// False where a file cannot be moved; then nothing may be opened.
[[nodiscard]] bool finishRekeying(const WorkstationFolder& folder);

/// Log and case file must have opened in order with `keys`, and be closed. Copies of both are made under the keys' successor beside them;
/// in the copy of the log the old workstation key announces the new one, and keys.changed says so; the successor is wrapped to `people`;
/// then all of it takes the old files' places at once. Needs the space of both files again. The error: nothing was changed, unless
/// rekeyFolder() stands there afterwards: then the next start goes on, and nothing may be opened before.
[[nodiscard]] std::expected<OfficeKeys, StoreFault> rekey(const WorkstationFolder& folder, const AuditLog::Config& log,
                                                          const OfficeKeys& keys, std::span<const Certificate> people, const Clock& clock);

} // namespace casebound
