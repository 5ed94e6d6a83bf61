// Copies of a damaged log, made before anything else is done with it.
#pragma once

#include "domain/Clock.h"
#include "ledger/LogFinding.h"
#include "store/CaseTable.h"

#include <QString>

#include <expected>
#include <vector>

namespace casebound {

struct LogAside {
    QString folder;
    std::vector<AsideFile> files;
};

/// "20261120T190102Z"
[[nodiscard]] QString asideMark(Instant at);

/// Copies every file of `log`, byte for byte, into <beside>/<mark>: each copy read again and compared, synced, read-only, and listed in
/// SHA256SUMS (sha256sum -c); the whole folder gets its name when all of that is done. `log` is only read. Left out is audit.lock, which
/// every program that tries to open the log writes; links and devices are named and not followed. A folder of copies that holds the same
/// already is taken instead of a second one. DiskFull, WriteFailed: nothing is left behind.
[[nodiscard]] std::expected<LogAside, StoreFault> keepAside(const QString& log, const QString& beside, Instant now);

} // namespace casebound
