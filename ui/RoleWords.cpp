// Roles and what they may do, in words.
#include "ui/Words.h"

namespace casebound {

FailureWords Words::of(const NotAllowed& refusal)
{
    //: %1: something a role may do, as "Export the audit log".
    return {tr("This is not yours to do: %1.").arg(of(refusal.action)),
            tr("Nothing was done, and the log says that it was asked for. If it has to be done, tell your supervisor.")};
}

QString Words::of(Action action)
{
    switch (action) {
    case Action::OpenCase: return tr("Open a case");
    case Action::CloseCase: return tr("Close a case");
    case Action::ReadCaseFile: return tr("Look at the case file");
    case Action::DisposeCase: return tr("Dispose of kept reads");
    case Action::Search: return tr("Search for a plate");
    case Action::LookAtPicture: return tr("Look at pictures");
    case Action::VerifyRead: return tr("Verify a read");
    case Action::KeepRead: return tr("Keep a read");
    case Action::CopyReads: return tr("Copy or print reads");
    case Action::ExportCase: return tr("Export a case file");
    case Action::AddAlert: return tr("Add an alert");
    case Action::RevalidateAlert: return tr("Revalidate an alert");
    case Action::RemoveAlert: return tr("Remove an alert");
    case Action::SuspendAlert: return tr("Suspend or resume an alert");
    case Action::LookAtAlerts: return tr("Look at everybody’s alerts");
    case Action::HandOverAlert: return tr("Hand over an alert");
    case Action::AskException: return tr("Ask for an exception");
    case Action::UseException: return tr("Use an exception");
    case Action::GrantException: return tr("Grant an exception");
    case Action::RefuseException: return tr("Refuse an exception");
    case Action::CheckLog: return tr("Check the audit log");
    case Action::LookAtLog: return tr("Look at the audit log");
    case Action::ExportLog: return tr("Export the audit log");
    case Action::BeginNewLog: return tr("Begin a new audit log");
    case Action::OpenReview: return tr("Open a review");
    case Action::ReviewItem: return tr("Judge an item of a review");
    case Action::SignReview: return tr("Sign a review");
    case Action::ReferMatter: return tr("Refer a matter");
    case Action::OpenSealed: return tr("Open a sealed result");
    case Action::Reconcile: return tr("Compare the log with the vendor’s");
    case Action::CompareRoster: return tr("Compare the roster with the vendor’s users");
    case Action::AnswerComplaint: return tr("Answer a complaint");
    case Action::MakeReport: return tr("Make a transparency report");
    case Action::LookAtQuality: return tr("Look at the rate of misreads");
    case Action::TakeCourse: return tr("Take the practice course");
    }
    return {};
}

} // namespace casebound
