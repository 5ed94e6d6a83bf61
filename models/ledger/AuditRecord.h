// What a service tells the log; the log itself adds sequence, time, boot, session, actor, profile, salt and commitment.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "ledger/AuditEvent.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace casebound {

struct AuditCounts {
    std::int64_t returned = 0, kept = 0, discarded = 0, near = 0;
};
struct AuditLimit {
    int years = 0;
    QString source;
};

/// Members that do not apply stay empty and are left out of the canonical bytes.
struct AuditRecord {
    AuditEvent event;

    // --- public part: never a plate, name, case number or words of a reason
    QString queryId{};
    std::optional<Matter> matter{};
    QString offence{};
    std::optional<AuditLimit> limit{};
    QString reasonCode{}, purpose{}, approvalId{};
    QString outcome{}; ///< A fixed word or code, such as "malformed"; never the vendor's words.
    std::optional<AuditCounts> counts{};
    QString verdict{};
    QString announcement{}; ///< Of the key that follows (KeyChain.h): in key.replaced, and only there.

    // --- private part: committed to by the public one
    QString onBehalfOf{}, plate{}, jurisdiction{};
    std::optional<Instant> from{}, to{};
    QString caseNumber{}, reasonText{};
    QStringList readIds{};
    QByteArray imageSha256{};
    QString note{};
    QByteArray resultsSha256{}; ///< Of the canonical results, where the vendor keeps the audit and nothing is sealed.

    // --- sealed: stored for reviewers only; the entry holds the digest
    std::optional<QByteArray> results{};
};

/// Who is at the desk; set at sign-in, cleared when the session ends.
struct AuditActor {
    UserId user{};
    QByteArray certificateSha256{};
    Role role = Role::Agent;
    QString session{}; ///< UUID v7.
};

/// Why the log refused. Whatever it is, the caller must not go on: nothing is sent that is not logged.
enum class LogFault {
    Locked,       ///< Key missing or wrong. Never a reason to make a new log.
    InUse,        ///< Another process has it open.
    NotEncrypted, ///< The file starts like a plain SQLite database, or the library is not SQLCipher.
    Damaged,      ///< A check at opening failed; see LogState::where.
    Newer,        ///< Written by a newer Casebound than this one.
    ProfileOlder, ///< The office profile is older than the one the log was last written under.
    DiskFull,
    WriteFailed,   ///< Any other write or fsync error; the log is closed and must be reopened.
    EntryTooLarge, ///< Canonical bytes over 65,535.
};

} // namespace casebound
