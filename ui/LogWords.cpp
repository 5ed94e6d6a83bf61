// The log's state, faults and exports in words; the rest of Words.
#include "ui/Words.h"

#include <QDir>

namespace casebound {

namespace {

QString counted(quint64 number)
{
    return QLocale().toString(number);
}

} // namespace

QString Words::entries(quint64 count)
{
    //: %1: number of entries of the log, written with separators.
    return count == 1 ? tr("1 entry") : tr("%1 entries").arg(counted(count));
}

FailureWords Words::of(const LogFinding& finding)
{
    switch (finding.kind) {
    case LogFindingKind::None: return of(LogFault::Damaged);
    case LogFindingKind::OtherKey:
        return {
            tr("The key of this office is not the key of the audit log."),
            tr("The log was left as it is. It is never a reason to begin a new one: have the office administrator put back the right key, "
               "or the file %1 as it was.")
                .arg(finding.place)};
    case LogFindingKind::SidecarMissing:
        return {tr("The file of the log’s signed head is missing (%1).").arg(finding.place),
                tr("Without it nobody can tell whether entries were cut off.")};
    case LogFindingKind::SidecarDamaged:
        return {tr("The file of the log’s signed head is damaged (%1).").arg(finding.place),
                tr("Without it nobody can tell whether entries were cut off.")};
    case LogFindingKind::HeadNotOurs:
        return {tr("The signed head in %1 was not signed by this workstation.").arg(finding.place),
                tr("Somebody may have put it there in the place of the right one.")};
    case LogFindingKind::DatabaseMissing:
        if (finding.seen == 0) {
            return {tr("The database of the log is missing (%1).").arg(finding.place), tr("Somebody may have deleted it.")};
        }
        //: %1: file, %2: "1,204 entries".
        return {tr("The database of the log is missing (%1). It held %2.").arg(finding.place, entries(finding.seen)),
                tr("Somebody may have deleted it.")};
    case LogFindingKind::DatabaseUnreadable:
        return {tr("Pages of the log’s database cannot be read (%1).").arg(finding.place),
                tr("The medium may be failing, or somebody altered the file.")};
    case LogFindingKind::DatabaseNewer: return of(LogFault::Newer);
    case LogFindingKind::EntriesMissing:
        //: %1: number, %2: file.
        return {tr("Entries before number %1 are missing from the log (%2).").arg(counted(finding.has), finding.place),
                tr("Somebody may have removed them.")};
    case LogFindingKind::EntryAltered:
        //: %1: number, %2: file.
        return {tr("Entry %1 of the log is not the one that was written (%2).").arg(counted(finding.has), finding.place),
                tr("Somebody may have altered it.")};
    case LogFindingKind::CutOrOlder:
        //: %1: "12 entries", %2: file that holds a signed head, %3: "1,204 entries".
        return {tr("The log has %1, but %2 has seen %3.").arg(entries(finding.has), finding.place, entries(finding.seen)),
                tr("It was cut off, or an older copy was put in its place.")};
    case LogFindingKind::NotTheSame:
        //: %1: number of entries, %2: file that holds a signed head.
        return {tr("The first %1 entries of the log are not those %2 has seen.").arg(counted(finding.seen), finding.place),
                tr("An older copy was put in its place and written on, or entries were altered.")};
    case LogFindingKind::ProfileOlder: return of(LogFault::ProfileOlder);
    case LogFindingKind::NotBegun:
        return {tr("A holding log stands in the place of the log (%1), and no supervisor decided that.").arg(finding.place),
                tr("Somebody may have put it there.")};
    case LogFindingKind::LaterLogWitnessed:
        return {tr("A witness has seen a log of this workstation that was begun after this one (%1).").arg(finding.place),
                tr("An older log was put in its place.")};
    case LogFindingKind::CannotKeepAside:
        return {tr("A fault was found in the audit log, and its files could not be kept aside: the disk is full or cannot be written."),
                tr("Nothing was changed, nothing was sent and nobody is signed in. Free some space beside %1, then sign in again.")
                    .arg(QDir::toNativeSeparators(finding.place))};
    }
    return {};
}

FailureWords Words::of(const LogFaultReport& report)
{
    FailureWords words = of(report.finding);
    if (report.finding.kind == LogFindingKind::None) {
        words.happened = of(report.fault).happened;
        words.consequence.clear();
    }
    return words;
}

QString Words::next(const LogFaultReport& report, Role role)
{
    if (!report.mayBeginNew()) {
        switch (report.fault) {
        case LogFault::Locked:
            return tr("Tell the office administrator: the right key, or the right file, must be put back. Then sign in again.");
        case LogFault::ProfileOlder: return tr("Tell the office administrator: the newest profile must be put back. Then sign in again.");
        case LogFault::Newer: return tr("Start the newer Casebound, or have it installed. Then sign in again.");
        case LogFault::Damaged:
        case LogFault::NotEncrypted:
        case LogFault::InUse:
        case LogFault::DiskFull:
        case LogFault::WriteFailed:
        case LogFault::EntryTooLarge: break;
        }
        return tr("Tell the office administrator.");
    }
    if (role == Role::Supervisor) {
        return tr("Have the log checked, and tell whoever examines it where it is kept aside. If its right files can be put back, sign in "
                  "again afterwards. If not, you may keep the damaged log aside and begin a new one; your reason is recorded.");
    }
    return tr("Tell your supervisor. You may look at what was found; a supervisor decides how to go on.");
}

QString Words::of(const LogState& state)
{
    if (state.fault || !state.inOrder) {
        switch (state.fault.value_or(LogFault::Damaged)) {
        case LogFault::DiskFull: return tr("cannot be written, the disk is full – nothing is sent");
        case LogFault::WriteFailed: return tr("cannot be written – nothing is sent");
        case LogFault::InUse: return tr("open in another Casebound – nothing is sent");
        case LogFault::Locked: return tr("locked – nothing is sent");
        case LogFault::EntryTooLarge: return tr("an entry was too large – it was not sent");
        case LogFault::Damaged:
        case LogFault::NotEncrypted:
        case LogFault::Newer:
        case LogFault::ProfileOlder: break;
        }
        //: State of the audit log. %1: a place such as "audit.db".
        return state.where.isEmpty() ? tr("fault found – nothing is sent") : tr("fault found (%1) – nothing is sent").arg(state.where);
    }
    //: State of the audit log. %1: "1,204 entries".
    QString words = tr("in order, %1").arg(entries(state.entries));
    if (state.witnessLost) {
        //: %1: state of the log so far.
        words = tr("%1, the witness folder lost a head").arg(words);
    } else if (state.witnessMissed) {
        //: %1: state of the log so far.
        words = tr("%1, witness not reachable").arg(words);
    } else if (state.witnessedAt) {
        //: %1: state of the log, %2: time of day.
        words = tr("%1, witnessed %2")
                    .arg(words, QLocale().toString(toDateTime(*state.witnessedAt).toLocalTime().time(), QLocale::ShortFormat));
    }
    if (state.diskNearlyFull) {
        //: %1: state of the log so far.
        words = tr("%1, disk nearly full").arg(words);
    }
    return words;
}

Tone Words::tone(const LogState& state)
{
    if (state.fault || !state.inOrder) {
        return Tone::Bad;
    }
    return state.witnessLost || state.witnessMissed || state.diskNearlyFull ? Tone::Caution : Tone::Good;
}

FailureWords Words::of(LogExportProblem problem)
{
    switch (problem) {
    case LogExportProblem::NotAllowed: return {tr("Only a supervisor exports the log."), tr("Nothing was written.")};
    case LogExportProblem::Busy:
        return {tr("An export is being written already."), tr("No second one was begun. Wait for it, or cancel it.")};
    case LogExportProblem::BadTarget:
        return {tr("The folder it is to be written in does not exist."),
                tr("Nothing was written. Choose one that does, and a name in it.")};
    case LogExportProblem::TargetExists:
        return {tr("There is something of this name already."), tr("It was left as it is and nothing was written. Choose another name.")};
    case LogExportProblem::CannotWrite:
        return {tr("The export could not be written there."),
                tr("What was begun was removed. Choose a folder you may write in, on a medium that is not write-protected.")};
    case LogExportProblem::DiskFull:
        return {tr("The disk is full."), tr("What was begun was removed. Free some space there, or choose another folder.")};
    case LogExportProblem::CannotRead:
        return {tr("The log could not be read to its end."),
                tr("What was begun was removed. Sign out and in again, so that it is checked.")};
    case LogExportProblem::CannotSign:
        return {tr("The key of this workstation could not be used."), tr("Nothing was written. Tell the office administrator.")};
    case LogExportProblem::NotInOrder:
        return {tr("The log is not in order."),
                tr("What was begun was removed, and nothing was handed out. Tell whoever examines the log.")};
    case LogExportProblem::CheckFailed:
        return {tr("The export was written, and reading it again found a fault."),
                tr("Do not hand it on: delete it, and export again to another medium.")};
    case LogExportProblem::Cancelled: return {tr("The export was cancelled."), tr("What was begun was removed.")};
    case LogExportProblem::LogFault: return {tr("The export could not be recorded in the log."), tr("It does not count. Sign in again.")};
    }
    return {};
}

FailureWords Words::of(BeginNewProblem problem)
{
    switch (problem) {
    case BeginNewProblem::NotAllowed: return {tr("Only a supervisor decides this."), tr("Nothing was changed.")};
    case BeginNewProblem::NotDamaged:
        return {tr("This log is not damaged."), tr("Nothing was changed: what is wrong beside it must be put right.")};
    case BeginNewProblem::ReasonMissing:
        return {tr("A reason is needed."), tr("Nothing was changed. Say in a sentence why a new log is begun.")};
    case BeginNewProblem::NotLogged:
        return {tr("The decision could not be recorded."), tr("Nothing was changed. Free some space and try again.")};
    case BeginNewProblem::NotMoved:
        return {tr("The decision is recorded, but the folders could not be moved."),
                tr("Nothing was lost. Free some space, then try again.")};
    case BeginNewProblem::Done: return {tr("A new log was begun already."), tr("Sign in again to go on.")};
    }
    return {};
}

} // namespace casebound
