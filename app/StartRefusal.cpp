#include "app/StartRefusal.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>

namespace casebound {

QString StartRefusal::words(const ProfileProblem& problem)
{
    switch (problem.fault) {
    case ProfileFault::Missing:
        return tr("The office profile is not there or cannot be read. Ask the office administrator where it is kept.");
    case ProfileFault::TooLarge: return tr("The office profile is larger than it can be. Ask the office administrator for the right one.");
    case ProfileFault::Unsigned: return tr("The office profile is not signed. Ask the office administrator to sign it.");
    case ProfileFault::NoAdministrator:
        return tr("This workstation was not told whose signature counts. Ask the office administrator to set it up.");
    case ProfileFault::BadSignature:
        return tr("The signature of the office profile cannot be relied on. Ask the office administrator to sign it again.");
    case ProfileFault::WrongSigner:
        return tr(
            "The office profile is signed by somebody else than this office’s administrator. Do not use it, and tell the administrator.");
    case ProfileFault::SignerExpired: return tr("The certificate of the office administrator is not valid today. Tell the administrator.");
    case ProfileFault::Altered:
        return tr("The office profile was altered after it was signed. Do not use it, and tell the office administrator.");
    case ProfileFault::Newer:
        return tr("The office profile was made for a newer Casebound. Ask the office administrator to install that version.");
    case ProfileFault::Malformed: return tr("The office profile is not in order (%1). Tell the office administrator.").arg(problem.member);
    case ProfileFault::UnknownMember:
        return tr("The office profile holds something that this Casebound does not know (%1). Tell the office administrator.")
            .arg(problem.member);
    case ProfileFault::NoReviewer: return tr("The office profile names no reviewer. Tell the office administrator.");
    case ProfileFault::NoRecovery: return tr("The office profile has no recovery certificate. Tell the office administrator.");
    case ProfileFault::WeakKey:
        return tr("A key in the office profile is too weak (%1). Tell the office administrator.").arg(problem.member);
    case ProfileFault::NotYetValid:
        return tr("The office profile is not valid yet. Check this computer’s date and time, or ask the office administrator.");
    case ProfileFault::Expired: return tr("The office profile has expired. Ask the office administrator for the current one.");
    case ProfileFault::Older:
        return tr("The office profile is older than one that was used here. Ask the office administrator for the current one.");
    case ProfileFault::SerialReused:
        return tr("The office profile has the serial number of another one that was used here. Tell the office administrator.");
    case ProfileFault::OtherOffice:
        return tr("The office profile does not name this workstation. Ask the office administrator to set it up.");
    }
    return {};
}

void StartRefusal::show(const ProfileProblem& problem)
{
    QMessageBox box(QMessageBox::Critical, tr("Casebound – Office profile refused"), words(problem), QMessageBox::Close);
    box.setInformativeText(
        tr("Nobody can sign in with it, and nothing was opened. The refusal is written to the log at the next sign-in."));
    box.setWindowIcon(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));
    QObject::connect(&box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(); });
    box.open();
    QApplication::exec(); // the program's only loop: there is no other window
}

} // namespace casebound
