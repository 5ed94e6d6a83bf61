// What a check at opening the log found, where, and what was kept aside of it. Codes and numbers only; ui has the words.
#pragma once

#include "ledger/AuditRecord.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace casebound {

enum class LogFindingKind : std::uint8_t {
    None,               ///< The fault itself says it all.
    OtherKey,           ///< The key that was given is not this log's.
    SidecarMissing,     ///< A database without the file of its signed head.
    SidecarDamaged,     ///< Neither slot is whole.
    HeadNotOurs,        ///< The head at `place` is not signed by this workstation, or is another log's.
    DatabaseMissing,    ///< `seen` entries were there.
    DatabaseUnreadable, ///< Pages cannot be read from entry `has` on.
    DatabaseNewer,      ///< Its schema is newer than this program knows.
    EntriesMissing,     ///< Rows or roots before entry `has` are gone.
    EntryAltered,       ///< Entry `has` is not the one its hash was made of, or cannot be read.
    CutOrOlder,         ///< `has` entries, and `place` has seen `seen`.
    NotTheSame,         ///< The first `seen` entries are not those `place` has seen.
    ProfileOlder,       ///< The profile's serial is `has`; the log was written under `seen`.
    NotBegun,           ///< A holding log stands in the place of the log, and nobody decided that: it has no log.begun.
    LaterLogWitnessed,  ///< A head in the witness folder (`place`) belongs to a log that was begun after this one.
    CannotKeepAside,    ///< A fault, and its files could not be copied: nothing was altered.
};

struct LogFinding {
    LogFindingKind kind = LogFindingKind::None;
    QString place{}; ///< A file's name.
    std::uint64_t has = 0, seen = 0;
    std::optional<Instant> lastAt{}; ///< Of its newest entry, where that much could be read.
};

/// One file of a damaged log, as it was copied.
struct AsideFile {
    QString name; ///< Relative, "sealed/…" below it.
    std::uint64_t bytes = 0;
    QByteArray sha256; ///< Empty: a link or other thing that was not followed.
};

/// A log that did not hold at opening. Searching is stopped; what may still be written goes into the holding log.
struct LogFaultReport {
    LogFault fault = LogFault::Damaged;
    LogFinding finding;
    QString where;       ///< The same in English, as the holding log's entry has it.
    QString logFolder;   ///< The log itself, untouched.
    QString asideFolder; ///< Its copies and their SHA256SUMS; empty where nothing of it is damaged.
    std::vector<AsideFile> files;
    QString lastHead;                 ///< "<size> <root in base64>" of the newest signed head that could be read; empty: none.
    std::uint64_t lastSize = 0;       ///< The size in lastHead.
    std::uint64_t holdingEntries = 0; ///< In the holding log, the one of the fault included.
    Instant foundAt{};

    /// A new log may take the place of one that is damaged, never of one whose key, profile or program is the wrong one.
    [[nodiscard]] bool mayBeginNew() const
    {
        return (fault == LogFault::Damaged || fault == LogFault::NotEncrypted) && finding.kind != LogFindingKind::DatabaseNewer;
    }
};

} // namespace casebound
