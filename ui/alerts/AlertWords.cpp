// The alert list in words.
#include "ui/Words.h"

namespace casebound {

FailureWords Words::of(AlertProblem problem)
{
    switch (problem) {
    case AlertProblem::NotFound: return {tr("This alert entry is not there any more."), tr("Nothing was changed.")};
    case AlertProblem::NotYours:
        return {tr("This alert entry is somebody else’s."),
                tr("Nothing was changed. Its owner changes it, or a supervisor hands it over.")};
    case AlertProblem::ListFull:
        return {tr("The alert list is full."), tr("Nothing was added. Remove an entry that is no longer needed first.")};
    case AlertProblem::AlreadyListed:
        return {tr("This plate is on your list for this case already."), tr("Nothing was added. Revalidate that entry if it is due.")};
    case AlertProblem::NoteMissing: return {tr("A reason is missing."), tr("Nothing was changed. Say why, in a sentence.")};
    case AlertProblem::NotActive: return {tr("This entry is not active."), tr("Nothing was changed.")};
    case AlertProblem::NotSuspended: return {tr("This entry is not suspended."), tr("Nothing was changed.")};
    case AlertProblem::NeedsRevalidation:
        return {tr("This entry is overdue."), tr("It was not resumed. Revalidate it: say why the plate is still to be looked for.")};
    case AlertProblem::VerdictMissing:
        return {tr("A hit of this entry has waited 14 days for a verdict."),
                tr("The entry stays suspended. Verify its hits first, then go on.")};
    case AlertProblem::ReceiverUnknown:
        return {tr("This person is not on the office’s roster."), tr("Nothing was handed over. Choose somebody else.")};
    case AlertProblem::ReceiverIsOwner:
        return {tr("This person has the entry already."), tr("Nothing was handed over. Choose somebody else.")};
    case AlertProblem::ReceiverIsYou:
        return {tr("You cannot hand an entry over to yourself."), tr("Nothing was handed over. Another supervisor has to do it.")};
    }
    return {};
}

QString Words::of(StreamLink link)
{
    switch (link) {
    case StreamLink::Off: return tr("not connected");
    case StreamLink::Connecting: return tr("connecting");
    case StreamLink::Live: return tr("live");
    case StreamLink::Polling: return tr("asked every 30 seconds");
    case StreamLink::Waiting: return tr("connection lost, tried again by itself");
    case StreamLink::Refused: return tr("refused by the vendor");
    }
    return {};
}

Tone Words::tone(StreamLink link)
{
    switch (link) {
    case StreamLink::Off:
    case StreamLink::Connecting: return Tone::Quiet;
    case StreamLink::Live:
    case StreamLink::Polling: return Tone::Good;
    case StreamLink::Waiting: return Tone::Caution;
    case StreamLink::Refused: return Tone::Bad;
    }
    return Tone::Neutral;
}

} // namespace casebound
