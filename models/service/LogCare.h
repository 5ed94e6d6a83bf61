// What is done with the log as a whole: checked, and written out for outsiders. app implements it on the library of casebound-verify, so
// that what the program says of its log is what an auditor's check says.
#pragma once

#include "domain/Clock.h"
#include "service/OtherLog.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace casebound {

enum class LogVerdict { InOrder, FaultFound, CannotTell };

struct LogCheckResult {
    LogVerdict verdict = LogVerdict::CannotTell;
    std::uint64_t entries = 0; ///< That could be read.
    std::uint64_t faults = 0;
    QString report; ///< As casebound-verify prints it: English, to be quoted to whoever examines the log.
};

/// A log as it was written out: the head is what to compare with, by telephone if need be.
struct LogCopy {
    QString folder;
    QString origin;
    std::uint64_t entries = 0;
    QByteArray root; ///< 32 bytes.
    friend bool operator==(const LogCopy&, const LogCopy&) = default;
};

enum class LogExportProblem {
    NotAllowed,   ///< Not the person's to do.
    Busy,         ///< One is being written already.
    BadTarget,    ///< Not an absolute path, or its folder does not exist.
    TargetExists, ///< Nothing was touched.
    CannotWrite,  ///< Rights, or the medium.
    DiskFull,     ///< What was begun is removed.
    CannotRead,   ///< The log could not be read while it was written out.
    CannotSign,   ///< The workstation's key is not to be had.
    NotInOrder,   ///< The log itself did not hold; nothing was written.
    CheckFailed,  ///< It was written, and reading it again found a fault: it must not be handed on.
    Cancelled,    ///< What was begun is removed.
    LogFault,     ///< The export could not be logged, so it was not done.
};

using LogExportResult = std::expected<LogCopy, LogExportProblem>;
/// On the window's thread.
using LogProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// The checks of casebound-verify on an exported case file that has no name yet. Any thread. Empty: in order; otherwise what was found.
using BundleCheck = std::function<QString(const QString& path)>;

/// Lives on the window's thread, no longer than the log it was made for; futures finish there. Gone, it stops what is under way.
class LogCare {
public:
    virtual ~LogCare() = default;
    /// The whole log, re-derived. Of the log at fault, as it lies, where there is one. Changes nothing.
    [[nodiscard]] virtual QFuture<LogCheckResult> check(LogProgress progress, std::stop_token stop) = 0;
    /// The public parts of every entry there is now, as a tlog-tiles folder (C2SP): checked while written, written beside `target`, synced,
    /// renamed, and checked again from outside. The target is whole or does not exist.
    [[nodiscard]] virtual QFuture<LogExportResult> exportTo(const QString& target, LogProgress progress, std::stop_token stop) = 0;
    /// The same with the private part of every entry beside it: for a reviewer at another desk, not for outsiders.
    [[nodiscard]] virtual QFuture<LogExportResult> exportWithPrivate(const QString& /*target*/, LogProgress /*progress*/,
                                                                     std::stop_token /*stop*/)
    {
        return QtFuture::makeReadyValueFuture(LogExportResult(std::unexpected(LogExportProblem::NotInOrder)));
    }
    /// Stops the export under way, or waits for it where it can no longer be stopped; its future then never finishes. What came of it;
    /// nothing where there was none.
    [[nodiscard]] virtual std::optional<LogExportResult> abandonExport() = 0;
    /// An exported log of another workstation, checked as casebound-verify does with the key the office has for it.
    [[nodiscard]] virtual QFuture<OtherLogResult> openOther(const QString& /*folder*/, const KeyOfLog& /*keyOf*/)
    {
        return QtFuture::makeReadyValueFuture(OtherLogResult(std::unexpected(OtherLogRefusal{})));
    }
    /// By the keys of this log and the authorities of the office's people. None where there is nothing to check with.
    [[nodiscard]] virtual BundleCheck bundleCheck() const { return {}; }
};

} // namespace casebound
