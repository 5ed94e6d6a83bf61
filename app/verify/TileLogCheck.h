// Checks an exported log: a tlog-tiles folder (C2SP), with or without private parts and sealed results beside it.
#pragma once

#include "VerifyKeys.h"
#include "VerifyReport.h"

#include <QStringList>

#include <functional>

namespace casebound {

struct VerifyOptions {
    VerifyKeys keys;
    QStringList witnesses; ///< Files, each one signed head.
    unsigned threads = 2;
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< From any thread, one at a time.
};

/// Whatever the folder holds, a verdict. Memory: a few bundles, and what LedgerCheck says; 32 bytes a sealed result beside the log.
[[nodiscard]] VerifyReport checkExportedLog(const QString& folder, const VerifyOptions& options);

inline constexpr std::int64_t largestSealed = std::int64_t{1} << 30;

} // namespace casebound
