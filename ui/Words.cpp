#include "ui/Words.h"

#include <QDateTime>

namespace casebound {

FailureWords Words::of(LogFault fault)
{
    switch (fault) {
    case LogFault::Locked:
        return {
            tr("The audit log could not be unlocked."),
            tr("Nothing was sent, and the log was left as it is. Sign in with the credential this workstation was set up for, or ask the "
               "office administrator.")};
    case LogFault::InUse:
        return {tr("The audit log is open in another Casebound."), tr("Nothing was sent. Close the other one, then sign in again.")};
    case LogFault::NotEncrypted:
        return {tr("The audit log is not encrypted as it must be."),
                tr("It was not opened and nothing was sent. Keep the file as it is and tell the office administrator.")};
    case LogFault::Damaged:
        return {tr("The audit log is out of order."),
                tr("Nothing was sent, and nothing was changed in it. Keep the file as it is and tell your supervisor.")};
    case LogFault::ProfileOlder:
        return {tr("The office profile is older than the one the audit log was last written under."),
                tr("Nothing was sent, and nothing was changed in the log. Tell the office administrator: the newest profile must be put "
                   "back.")};
    case LogFault::Newer:
        return {tr("The audit log was written by a newer Casebound."),
                tr("Nothing was sent, and nothing was changed in the log. Start the newer program, or have it installed.")};
    case LogFault::DiskFull:
        return {tr("The disk is full, so the audit log could not be written."),
                tr("Nothing was sent. Free some space on this workstation, then sign in again.")};
    case LogFault::WriteFailed:
        return {tr("The audit log could not be written."), tr("Nothing was sent, and the log takes no more entries until it is opened "
                                                              "again. Sign out and in again; if this returns, tell the "
                                                              "office administrator.")};
    case LogFault::EntryTooLarge:
        return {tr("The audit log does not take an entry of this size."), tr("Nothing was sent. Shorten what you typed and try again.")};
    }
    return {};
}

FailureWords Words::of(StoreFault fault)
{
    switch (fault) {
    case StoreFault::Locked:
        return {tr("The case files could not be unlocked."), tr("Nothing was changed. Sign in again with your own credential.")};
    case StoreFault::NotEncrypted:
        return {tr("The case files are not encrypted as they must be."),
                tr("They were not opened. Keep the file as it is and tell the office administrator.")};
    case StoreFault::Damaged:
        return {tr("The case files are damaged."), tr("Nothing was changed. Keep the file as it is and tell the office administrator.")};
    case StoreFault::DiskFull:
        return {tr("The disk is full."), tr("Nothing was stored. Free some space on this workstation and try again.")};
    case StoreFault::WriteFailed:
        return {tr("The case files could not be written."),
                tr("Nothing was stored. Try again; if this returns, tell the office administrator.")};
    case StoreFault::Duplicate:
        return {tr("This is stored already."), tr("Nothing was stored a second time. There is nothing more to do.")};
    case StoreFault::Newer:
        return {tr("The case files were written by a newer Casebound."),
                tr("Nothing was changed. Start the newer program, or have it installed.")};
    case StoreFault::NotFound: return {tr("This is not in the case files."), tr("Nothing was changed. Choose the case again.")};
    }
    return {};
}

FailureWords Words::of(SignInProblem problem)
{
    switch (problem) {
    case SignInProblem::NoCredential:
        return {tr("No usable credential was found."),
                tr("You are not signed in. Insert your card, or choose the file that holds your certificate and key.")};
    case SignInProblem::WrongPin:
        return {tr("The PIN or passphrase is not right."),
                tr("You are not signed in. Type it again; cards lock themselves after a few wrong tries.")};
    case SignInProblem::WrongPinFewLeft:
        return {tr("The PIN is not right, and few tries are left."),
                tr("You are not signed in. If you are not sure of the PIN, ask the office that issued the card before you try again.")};
    case SignInProblem::WrongPinLastTry:
        return {tr("The PIN is not right. One more wrong PIN locks the card."),
                tr("You are not signed in. Try again only if you are sure; otherwise ask the office that issued the card.")};
    case SignInProblem::NoCard:
        return {tr("There is no card in the reader."), tr("You are not signed in. Insert your card and try again.")};
    case SignInProblem::NoCardDriver:
        return {tr("The card driver of this office cannot be loaded."),
                tr("You are not signed in. Ask the office administrator to install it, or sign in with a file.")};
    case SignInProblem::NoCertificateOnCard:
        return {tr("The card in the reader does not hold this certificate."),
                tr("You are not signed in. Insert your own card; if it is yours, ask the office that issued it.")};
    case SignInProblem::SeveralCertificates:
        return {tr("There are several certificates on the cards in the reader."),
                tr("You are not signed in. Choose the one that is yours and try again.")};
    case SignInProblem::CardRemoved:
        return {tr("The card was taken out of the reader."), tr("Nothing was signed or opened. Insert the same card and give its PIN.")};
    case SignInProblem::CredentialUnusable:
        return {tr("This credential cannot be used."), tr("You are not signed in. Its key must be of the kind P-256, allowed to sign and "
                                                          "to agree on keys; ask the office that issued it.")};
    case SignInProblem::Locked:
        return {tr("The card is locked after too many wrong PINs."),
                tr("You are not signed in. Have the card unlocked by the office that issued it.")};
    case SignInProblem::NotOnRoster:
        return {tr("This credential is not on the office’s roster."),
                tr("You are not signed in. Ask the office administrator to put you on the roster.")};
    case SignInProblem::FingerprintDiffers:
        return {tr("This certificate is not the one the roster has for you."),
                tr("You are not signed in. If your card was renewed, ask the office administrator to enter the new certificate.")};
    case SignInProblem::Untrained:
        return {tr("The roster holds no training record for you."),
                tr("You are not signed in. Complete the training, then ask your supervisor to have it recorded.")};
    case SignInProblem::TrainingExpired:
        return {tr("Your training is no longer in force."),
                tr("You are not signed in. Repeat the training, then ask your supervisor to have it recorded.")};
    case SignInProblem::TrainingInFuture:
        return {tr("Your training record begins on a later day."),
                tr("You are not signed in. Check this workstation’s date; if it is right, ask your supervisor to correct the record.")};
    case SignInProblem::CertificateExpired:
        return {tr("Your certificate has expired."), tr("You are not signed in. Have it renewed by the office that issued it.")};
    case SignInProblem::CertificateNotYetValid:
        return {tr("Your certificate is not valid yet."), tr("You are not signed in. Check this workstation’s date and time.")};
    case SignInProblem::CertificateRevoked:
        return {tr("Your certificate was revoked."),
                tr("You are not signed in. If that is a mistake, ask the office that issued it; a new one must be put on the roster.")};
    case SignInProblem::CertificateUntrusted:
        return {tr("Your certificate was not issued for this by an authority of the office."),
                tr("You are not signed in. Ask the office administrator which certificate you are to use.")};
    case SignInProblem::RevocationUnknown:
        return {tr("The office’s list of revoked certificates is missing or out of date."),
                tr("Nobody can sign in with it. Ask the office administrator for a profile with the current list.")};
    case SignInProblem::ProfileExpired:
        return {tr("The office profile expired while you were signed in."),
                tr("Nothing was sent, and you are signed out. Sign in again once the office administrator has signed a new one.")};
    case SignInProblem::ProfileKeyDiffers:
        return {tr("The office profile gives this workstation another key than the one its log begins with."),
                tr("Nobody can sign in with it, and nothing was opened. Tell the office administrator.")};
    case SignInProblem::ReviewerUnusable:
        return {tr("The certificate of a reviewer in the office profile cannot be used."),
                tr("Nothing was opened, for results could not be sealed. Tell the office administrator.")};
    case SignInProblem::ProfileChanged:
        return {tr("The office profile was replaced while the session was locked."),
                tr("The session was ended and its results were discarded. Sign in again and read the conditions of use.")};
    case SignInProblem::LogFault:
        return {tr("The audit log cannot be used."), tr("You are not signed in and nothing was sent. Tell the office administrator.")};
    case SignInProblem::StoreFault:
        return {tr("The case files cannot be used."), tr("You are not signed in and nothing was sent. Tell the office administrator.")};
    case SignInProblem::KeysNotYours:
        return {tr("This workstation’s keys were not given to your certificate yet."),
                tr("You are not signed in. Somebody who has signed in here before must sign in once with the current profile; then try "
                   "again.")};
    case SignInProblem::VendorFault:
        return {tr("The vendor did not open a session."),
                tr("No query was sent. Check the network and sign in again; if this returns, tell the office administrator.")};
    }
    return {};
}

FailureWords Words::of(CaseProblem problem)
{
    switch (problem) {
    case CaseProblem::NumberText:
        return {tr("This is not a case number."), tr("The case was not opened. Type the number as the office writes it.")};
    case CaseProblem::AlreadyExists:
        return {tr("There is a case with this number already."),
                tr("No second one was opened. Choose it in the list, or check the number.")};
    case CaseProblem::NotFound: return {tr("There is no case with this number."), tr("Nothing was changed. Open the case first.")};
    case CaseProblem::NotOpen: return {tr("This case is closed."), tr("Nothing was changed. Choose an open case.")};
    case CaseProblem::ReasonMissing: return {tr("A note is needed."), tr("Nothing was changed. Say in a sentence why.")};
    }
    return {};
}

FailureWords Words::of(CaseNumberProblem problem)
{
    switch (problem) {
    case CaseNumberProblem::Empty:
        return {tr("The case number is missing."), tr("The case was not opened. Type the number as the office writes it.")};
    case CaseNumberProblem::Placeholder:
        return {tr("This is a placeholder, not a case number."), tr("The case was not opened. Type the number as the office writes it.")};
    case CaseNumberProblem::TooShort:
        return {tr("A case number has at least 3 characters."), tr("The case was not opened. Type the whole number.")};
    case CaseNumberProblem::TooLong:
        return {tr("A case number has at most 64 characters."), tr("The case was not opened. Type the number alone.")};
    case CaseNumberProblem::ControlCharacter:
        return {tr("The number holds characters that cannot be seen."),
                tr("The case was not opened. Type it by hand instead of pasting it.")};
    }
    return {};
}

FailureWords Words::of(KeepProblem problem)
{
    switch (problem) {
    case KeepProblem::NoVerdict: return {tr("This read has not been judged yet."), tr("It was not kept. Compare and judge it first.")};
    case KeepProblem::NoRelevance:
        return {tr("Why the read matters to the case is missing."), tr("It was not kept. Write a sentence about its relevance.")};
    case KeepProblem::AlreadyKept:
        return {tr("The case holds this read already."), tr("It was not kept twice. There is nothing more to do.")};
    case KeepProblem::UnconfirmedNotContrary:
        return {tr("This read was not confirmed."),
                tr("It was not kept. It can be kept only as contrary to the lead, and is marked so everywhere.")};
    case KeepProblem::NotFound: return {tr("The read or its case is no longer there."), tr("Nothing was kept. Search again.")};
    case KeepProblem::Ended:
        return {tr("The results of this query have been discarded."), tr("Nothing was kept. Search again if the case needs it.")};
    }
    return {};
}

FailureWords Words::of(VerifyProblem problem)
{
    switch (problem) {
    case VerifyProblem::NotTranscribed:
        return {tr("Nothing was typed from the picture yet."), tr("No verdict was recorded. Type what the picture shows, then compare.")};
    case VerifyProblem::PlateText:
        return {tr("This is not the text of a plate."),
                tr("Nothing was compared. Type the letters A to Z and digits the picture shows, at most 8.")};
    case VerifyProblem::JurisdictionText:
        return {tr("No jurisdiction has this name, or several have it."),
                tr("Nothing was compared. Choose one from the list, or leave it empty.")};
    case VerifyProblem::NoteMissing:
        return {tr("This verdict needs a note."), tr("It was not recorded. Say in a sentence what the picture shows.")};
    case VerifyProblem::PictureNotGood:
        return {tr("The picture is missing, or is not the one the vendor announced."),
                tr("The verdict was not recorded. A read without a good picture can only be called unreadable.")};
    case VerifyProblem::DoesNotMatch:
        return {tr("What you typed is not the plate that was asked for."),
                tr("The read was not confirmed. Judge it as a different plate.")};
    case VerifyProblem::Ended:
        return {tr("The results of this query have been discarded."), tr("No verdict was recorded. Search again if the case needs it.")};
    case VerifyProblem::AlreadyKept:
        return {tr("The case holds this read already."), tr("Its verdict was not changed: it stands as it was when the read was kept.")};
    }
    return {};
}

FailureWords Words::of(const QueryRefusal& refusal)
{
    const auto count = static_cast<int>(refusal.fields.size());
    return {tr("%n field(s) need your attention.", nullptr, count), tr("Nothing was sent. What is wrong stands next to each field.")};
}

FailureWords Words::of(const ServiceFailure& failure)
{
    return std::visit([](const auto& why) { return of(why); }, failure.why);
}

QString Words::of(PictureState state)
{
    switch (state) {
    case PictureState::Good: return tr("Picture as announced by the vendor");
    case PictureState::Missing: return tr("The vendor sent no picture with this read. It can only be called unreadable.");
    case PictureState::Gone: return tr("The vendor no longer has the picture. The read can only be called unreadable.");
    case PictureState::HashMissing:
        return tr(
            "The vendor did not say which picture belongs to this read. You may look at it, but the read can only be called unreadable.");
    case PictureState::HashDiffers:
        return tr("This is not the picture the vendor announced, so it is not shown. The read can only be called unreadable.");
    case PictureState::Undecodable: return tr("The picture is damaged and cannot be shown. The read can only be called unreadable.");
    }
    return {};
}

QString Words::of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unverified: return tr("Unverified");
    case Verdict::Confirmed: return tr("Confirmed");
    case Verdict::DifferentPlate: return tr("Different plate");
    case Verdict::Unreadable: return tr("Unreadable");
    }
    return {};
}

Tone Words::tone(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unverified: return Tone::Quiet;
    case Verdict::Confirmed: return Tone::Good;
    case Verdict::DifferentPlate: return Tone::Bad;
    case Verdict::Unreadable: return Tone::Caution;
    }
    return Tone::Neutral;
}

QString Words::of(Matter matter)
{
    switch (matter) {
    case Matter::Criminal: return tr("Criminal");
    case Matter::Administrative: return tr("Administrative");
    }
    return {};
}

QString Words::of(Role role)
{
    switch (role) {
    case Role::Agent: return tr("agent");
    case Role::Supervisor: return tr("supervisor");
    }
    return {};
}

QString Words::of(CaseState state)
{
    switch (state) {
    case CaseState::Open: return tr("Open");
    case CaseState::Closed: return tr("Closed");
    case CaseState::Disposed: return tr("Disposed of");
    }
    return {};
}

QString Words::of(LinkState state)
{
    switch (state) {
    case LinkState::NotConnected: return tr("not connected");
    case LinkState::Connecting: return tr("connecting");
    case LinkState::Connected: return tr("connected");
    case LinkState::Retrying: return tr("not answering, trying again");
    case LinkState::Refused: return tr("refused this workstation");
    }
    return {};
}

Tone Words::tone(LinkState state)
{
    switch (state) {
    case LinkState::Connected: return Tone::Good;
    case LinkState::NotConnected:
    case LinkState::Connecting: return Tone::Quiet;
    case LinkState::Retrying: return Tone::Caution;
    case LinkState::Refused: return Tone::Bad;
    }
    return Tone::Neutral;
}

QString Words::of(const TimeLimit& limit)
{
    //: Limit in force. %1: first day that may be asked for, %2: legal source.
    const QString words = tr("%n year(s), back to %1 (%2)", nullptr, limit.years).arg(date(limit.earliest), limit.source);
    if (limit.vendorLookbackDays > 0) {
        //: The vendor keeps less than the law would allow. %1: day, %n: days.
        return tr("%n day(s), back to %1 (all the vendor keeps)", nullptr, limit.vendorLookbackDays).arg(date(limit.earliest));
    }
    return words;
}

QString Words::ofBasis(LimitBasis basis)
{
    switch (basis) {
    case LimitBasis::Statute: return tr("limitation of the offence");
    case LimitBasis::Administrative: return tr("limit for administrative matters");
    case LimitBasis::HouseLimit: return tr("the office’s own limit");
    case LimitBasis::VendorLookback: return tr("all the vendor keeps");
    }
    return {};
}

QString Words::date(QDate date)
{
    //: How a date is written; Qt's letters.
    return QLocale().toString(date, tr("d MMM yyyy"));
}

QString Words::time(Instant at)
{
    //: How a date with time is written; Qt's letters.
    return QLocale().toString(toDateTime(at).toLocalTime(), tr("d MMM yyyy, HH:mm"));
}

} // namespace casebound
