#include "ui/export/ExportWords.h"

namespace casebound {

FailureWords ExportWords::of(CaseExportProblem problem)
{
    switch (problem) {
    case CaseExportProblem::NotAllowed: return Words::of(NotAllowed{.action = Action::ExportCase});
    case CaseExportProblem::Busy:
        return {tr("A case file is being exported already."), tr("Nothing was begun. Wait until it has ended, or cancel it.")};
    case CaseExportProblem::NoSuchCase: return {tr("There is no such case."), tr("Nothing was written. Choose a case from the list.")};
    case CaseExportProblem::Disposed:
        return {tr("The reads of this case were disposed of."), tr("Nothing was written: there is nothing left to export.")};
    case CaseExportProblem::NotAcknowledged:
        return {tr("No recipient is chosen, and nobody said that this is meant."),
                tr("Nothing was written. Choose recipients, or confirm that the export is to be readable by anybody.")};
    case CaseExportProblem::BadTarget:
        return {tr("This is no place to export to."), tr("Nothing was written. Choose a name in a folder that exists.")};
    case CaseExportProblem::TargetExists:
        return {tr("Something of this name is there already."), tr("It was not touched, and nothing was written. Choose another name.")};
    case CaseExportProblem::CannotWrite:
        return {tr("The export could not be written there."),
                tr("What was begun is removed. Check the rights of the folder and the medium, or choose another place.")};
    case CaseExportProblem::DiskFull:
        return {tr("The disk is full."), tr("What was begun is removed. Free some space or choose another disk, then export again.")};
    case CaseExportProblem::BadRecipient:
        return {tr("A recipient's certificate cannot be encrypted to."),
                tr("Nothing was written. Take it off the list, and ask the recipient for a certificate with a P-256 key.")};
    case CaseExportProblem::TooLarge:
        return {tr("The case file is larger than one encrypted file can be."),
                tr("What was begun is removed. Leave the pictures of vehicles out, or export a folder to an encrypted disk.")};
    case CaseExportProblem::ReportFailed:
        return {tr("The printed report could not be made."), tr("What was begun is removed. Tell your administrator.")};
    case CaseExportProblem::PictureDiffers:
        return {tr("A kept picture is not the one that was verified."),
                tr("Nothing was exported. Do not use the case file; tell your supervisor.")};
    case CaseExportProblem::CannotRead:
        return {tr("The case's reads cannot be opened: its key is gone or does not fit."),
                tr("Nothing was written. Tell your administrator; the folder beside the case database must be put back.")};
    case CaseExportProblem::LogUnreadable:
        return {tr("The case's entries in the audit log cannot be proven."),
                tr("Nothing was exported. Stop searching and tell your supervisor; the log has to be checked.")};
    case CaseExportProblem::CannotSign:
        return {tr("The export could not be signed."),
                tr("What was begun is removed. Put your card back or sign in again, then export again.")};
    case CaseExportProblem::NoTimeStamp:
        return {tr("The office's time stamp service gave no time stamp that holds."),
                tr("Nothing is left of the export. Try again later; if it happens again, tell your administrator.")};
    case CaseExportProblem::CheckFailed:
        return {tr("Read again, the export was not in order."),
                tr("It was removed and must not be handed on. Try another disk; if it happens again, tell your administrator.")};
    case CaseExportProblem::Cancelled: return {tr("The export was cancelled."), tr("Nothing is left of it.")};
    case CaseExportProblem::LogFault:
        return {tr("The export could not be logged."),
                tr("It does not count: if a file is there, do not hand it on. Sign out and tell your administrator.")};
    }
    return {};
}

FailureWords ExportWords::of(RecipientProblem problem)
{
    const QString then = tr("Nobody was added. Ask the recipient for another certificate.");
    switch (problem) {
    case RecipientProblem::CannotRead: return {tr("The file cannot be read."), tr("Nobody was added. Choose another file.")};
    case RecipientProblem::NotCertificate:
        return {tr("The file holds no certificate."), tr("Nobody was added. Choose a certificate (PEM or DER).")};
    case RecipientProblem::CannotReceive: return {tr("A certificate in it cannot be encrypted to: its key is not P-256."), then};
    case RecipientProblem::Expired: return {tr("A certificate in it has expired."), then};
    case RecipientProblem::NotYetValid: return {tr("A certificate in it is not valid yet."), then};
    case RecipientProblem::TooMany:
        return {tr("The file holds more than 100 certificates."), tr("Nobody was added. Choose the recipients' own certificates.")};
    }
    return {};
}

FailureWords ExportWords::of(DisposalProblem problem)
{
    switch (problem) {
    case DisposalProblem::NotFound: return {tr("There is no such case."), tr("Nothing was deleted. Choose a case from the list.")};
    case DisposalProblem::NotClosed:
        return {tr("The case is open."), tr("Nothing was deleted. Close it first; its years count from then.")};
    case DisposalProblem::NotDue: return {tr("The years of this case are not over."), tr("Nothing was deleted. Wait until its date.")};
    case DisposalProblem::AlreadyDisposed: return {tr("The case was disposed of before."), tr("There was nothing left to delete.")};
    case DisposalProblem::NoteMissing:
        return {tr("The note is missing."), tr("Nothing was deleted. Say who decided, and that nobody holds the file.")};
    case DisposalProblem::SecretStands:
        return {tr("The reads are deleted, but the case's key could not be destroyed yet."),
                tr("The next start tries again. Tell your administrator if it says so again.")};
    }
    return {};
}

FailureWords ExportWords::of(const DisposalRefusal& refusal)
{
    if (const auto* problem = std::get_if<DisposalProblem>(&refusal)) {
        return of(*problem);
    }
    return Words::of(std::get<ServiceFailure>(refusal));
}

QString ExportWords::of(CaseExportStep step)
{
    switch (step) {
    case CaseExportStep::Gathering: return tr("Gathering the case's entries and their proofs …");
    case CaseExportStep::Writing: return tr("Writing the case file …");
    case CaseExportStep::Checking: return tr("Syncing, and reading all of it again …");
    }
    return {};
}

QString ExportWords::ofChoice(qint64 chosen, qint64 left)
{
    const QLocale locale;
    if (left == 0) {
        //: %1: number of kept reads.
        return tr("All %1 kept reads go into the export.").arg(locale.toString(chosen));
    }
    //: Numbers of kept reads. %1: that go along, %2: of all, %3: that stay behind.
    return tr("%1 of %2 kept reads go into the export; %3 left out, which the export says.")
        .arg(locale.toString(chosen), locale.toString(chosen + left), locale.toString(left));
}

QString ExportWords::of(const RetentionLabel& label)
{
    if (label.destroyNotBefore) {
        //: %1: a retention schedule's label, %2: years, %3: date.
        return tr("%1: kept for %2 years after closing, not disposed of before %3")
            .arg(label.label, QString::number(label.years), Words::date(*label.destroyNotBefore));
    }
    //: %1: a retention schedule's label, %2: years.
    return tr("%1: kept for %2 years after the case is closed").arg(label.label, QString::number(label.years));
}

QString ExportWords::grouped(const QByteArray& digest)
{
    const QString hex = QString::fromLatin1(digest.toHex()).toUpper();
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 4) {
        groups += hex.mid(at, 4);
    }
    return groups.join(QLatin1Char(' '));
}

} // namespace casebound
