// Checks, and exports, the log a workstation keeps: with its key, apart from the code that writes it.
#pragma once

#include "TileExport.h"
#include "TileLogCheck.h"
#include "crypto/SecureBytes.h"

namespace casebound {

/// Re-derives everything from the rows; changes no file. Memory as checkExportedLog().
[[nodiscard]] VerifyReport checkLiveLog(const QString& folder, const SecureBytes& key, const VerifyOptions& options);

struct ExportChoice {
    bool privateParts = false, sealed = false; ///< For those who may see them.
};
/// Checks the log, which must be in order and signed by this key, then writes it. The report says what was found; the fault, why nothing
/// was written in spite of that.
[[nodiscard]] std::expected<Checkpoint, ExportFault> exportLiveLog(const QString& folder, const SecureBytes& key,
                                                                   const PrivateKey& signingKey, const QString& target, ExportChoice choice,
                                                                   VerifyOptions options, VerifyReport& report);

} // namespace casebound
