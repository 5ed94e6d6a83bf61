// The sentences next to the fields of the search form, and those for a vendor that failed.
#include "ui/Words.h"

#include "domain/Reference.h"

namespace casebound {

QString Words::of(QueryField field)
{
    switch (field) {
    case QueryField::Case: return tr("Case");
    case QueryField::Matter: return tr("Matter");
    case QueryField::Offence: return tr("Offence");
    case QueryField::Priority: return tr("Priority");
    case QueryField::Purpose: return tr("Purpose");
    case QueryField::Reason: return tr("Reason");
    case QueryField::OnBehalfOf: return tr("On behalf of");
    case QueryField::Plate: return tr("Plate");
    case QueryField::Jurisdiction: return tr("Jurisdiction");
    case QueryField::From:
        //: First day of a search.
        return tr("From");
    case QueryField::To:
        //: Last day of a search.
        return tr("To");
    case QueryField::Expires:
        //: Last day of an alert entry.
        return tr("Expires");
    }
    return {};
}

namespace {

QString missing(QueryField field)
{
    switch (field) {
    case QueryField::Case: return Words::tr("Choose an open case. Nothing is searched without one.");
    case QueryField::Matter: return Words::tr("Choose criminal or administrative: it decides how far back you may look.");
    case QueryField::Offence: return Words::tr("Choose the offence: its limitation decides how far back you may look.");
    case QueryField::Priority: return Words::tr("Choose the priority this matter falls under.");
    case QueryField::Purpose: return Words::tr("Choose what the query is for.");
    case QueryField::Reason: return Words::tr("Say in a sentence why this plate, and why now.");
    case QueryField::OnBehalfOf: return Words::tr("Name the person you ask for, or leave the field empty.");
    case QueryField::Plate: return Words::tr("Type the whole plate.");
    case QueryField::Jurisdiction: return Words::tr("Choose the state or country that issued the plate.");
    case QueryField::From: return Words::tr("Give the first day to search.");
    case QueryField::To: return Words::tr("Give the last day to search.");
    case QueryField::Expires: return Words::tr("Give the last day on which the vendor is to look for the plate.");
    }
    return {};
}

QString jurisdictionNames(const QString& keys)
{
    QStringList names;
    for (const QString& key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const Jurisdiction* known = Reference::builtIn().jurisdiction(JurisdictionKey(key));
        names.append(known ? QStringLiteral("%1 (%2)").arg(known->name, key) : key);
    }
    return QLocale().createSeparatedList(names);
}

} // namespace

QString Words::of(const FieldRefusal& refusal)
{
    switch (refusal.problem) {
    case FieldProblem::Missing: return missing(refusal.field);
    case FieldProblem::PlaceholderCase: return tr("This is a placeholder, not a case number. Choose an open case.");
    case FieldProblem::UnknownCase: return tr("There is no case with this number. Open it in the case file first.");
    case FieldProblem::ClosedCase: return tr("This case is closed. Choose an open one.");
    case FieldProblem::CaseText: return tr("A case number has 3 to 64 visible characters. Type it as the office writes it.");
    case FieldProblem::UnknownOffence: return tr("This offence is not in the list. Choose one of its entries.");
    case FieldProblem::OffenceOfOtherMatter: return tr("This entry belongs to the other kind of matter. Choose again.");
    case FieldProblem::UnknownReason: return tr("This entry is not in the list. Choose one of its entries.");
    case FieldProblem::ReasonWithdrawn: return tr("This office may not use this entry: counsel withdrew it. Choose another.");
    case FieldProblem::UnknownPurpose: return tr("This purpose is not in the list. Choose one of its entries.");
    case FieldProblem::ReasonTooGeneral:
        return refusal.detail.isEmpty() ? tr("Too general. Say what this plate has to do with the case, in a sentence of your own.")
                                        : tr("“%1” alone is too general. Say what this plate has to do with the case.").arg(refusal.detail);
    case FieldProblem::ReasonProtectedActivity:
        return refusal.detail.isEmpty()
                   ? tr("Protest, worship, the press and similar protected activity are no reason to search. Name the offence’s facts.")
                   : tr("“%1” names protected activity, which is no reason to search. Name the offence’s facts.").arg(refusal.detail);
    case FieldProblem::ReasonProfiling:
        return tr("Race, ethnicity or nationality alone is no reason to search. Name the facts that lead to this plate.");
    case FieldProblem::ReasonTooLong: return tr("A reason has at most 2,000 characters. Shorten it.");
    case FieldProblem::ReasonControlCharacter:
        return tr("The reason holds characters that cannot be seen. Type it by hand instead of pasting it.");
    case FieldProblem::OnBehalfOfSelf: return tr("That is you. Leave the field empty when you ask for yourself.");
    case FieldProblem::OnBehalfText: return tr("This is not a person’s name. Use letters, at most 200 characters.");
    case FieldProblem::PlateWildcard: return tr("Wildcards and parts of a plate are not searched. Type the whole plate.");
    case FieldProblem::PlateTooLong: return tr("A plate has at most 8 letters and digits. Type only the plate.");
    case FieldProblem::PlateControlCharacter:
        return tr("The plate holds characters that cannot be seen. Type it by hand instead of pasting it.");
    case FieldProblem::PlateBidiMark:
        return tr("The plate holds marks that turn the writing direction. Type it by hand instead of pasting it.");
    case FieldProblem::PlateFullWidth: return tr("These are full-width characters. Switch the keyboard to Latin and type the plate again.");
    case FieldProblem::PlateForeignLetter:
        return tr("Only the letters A to Z and digits are searched. A letter here looks alike but is another one, or carries an accent.");
    case FieldProblem::PlateSymbol:
        return tr("Leave out symbols. Only the letters A to Z, digits, space, hyphen and dot can stand in a plate.");
    case FieldProblem::UnknownJurisdiction: return tr("No jurisdiction has this name or code. Choose one from the list.");
    case FieldProblem::AmbiguousJurisdiction:
        return refusal.detail.isEmpty()
                   ? tr("Several jurisdictions have this code. Choose one from the list.")
                   //: %1: list of jurisdictions.
                   : tr("Several places use this code: %1. Choose one from the list.").arg(jurisdictionNames(refusal.detail));
    case FieldProblem::InvalidDate: return tr("There is no such day. Correct the date.");
    case FieldProblem::FromAfterTo: return tr("The first day is after the last. Exchange or correct them.");
    case FieldProblem::InFuture: return tr("This day has not come yet. Choose today or an earlier one.");
    case FieldProblem::ExpiryPast: return tr("This day has passed. Choose today or a later one.");
    case FieldProblem::ExpiryTooLate: return tr("An entry lasts at most a year. Choose an earlier day; it can be justified anew before.");
    case FieldProblem::ReasonSameAsBefore:
        return tr("These are the words of the last justification. Say why the plate is still to be looked for.");
    case FieldProblem::BeyondLimit:
        return refusal.limit ? tr("Beyond the limit: not before %1 (%2, %3). A longer look back needs a supervisor’s approval.")
                                   .arg(date(refusal.limit->earliest), ofBasis(refusal.limit->basis), refusal.limit->source)
                             : tr("Beyond the limit for this matter. A longer look back needs a supervisor’s approval.");
    }
    return {};
}

namespace {

FailureWords vendorWords(const VendorFailure& failure)
{
    switch (failure.fault) {
    case VendorFault::Unreachable:
        return {Words::tr("The vendor cannot be reached."), Words::tr("Nothing was sent. Check the network and try again.")};
    case VendorFault::TlsRefused: return Words::of(failure.tls.value_or(TlsRefusal::Other));
    case VendorFault::ClientCertificate:
        return {Words::tr("The vendor refused your certificate."),
                Words::tr("Nothing was sent. Ask the office administrator to check your access.")};
    case VendorFault::Unknown:
        return {Words::tr("The query was sent, but no answer came."),
                Words::tr("Whether the vendor carried it out is not known, and the log says so. Search again when the vendor answers.")};
    case VendorFault::Rejected:
        return {Words::tr("The vendor did not accept the query."),
                Words::tr("It was not carried out and is not repeated. Check what was asked.")};
    case VendorFault::NotPermitted:
        return {Words::tr("The vendor does not allow you this query."),
                Words::tr("It was not carried out. Ask your supervisor about your access.")};
    case VendorFault::SessionEnded:
        return {Words::tr("The vendor has ended your session."), Words::tr("The query was not carried out. Sign in again.")};
    case VendorFault::Gone:
        return {Words::tr("The vendor no longer has what was asked for."),
                Words::tr("Nothing was received. Search again if the case needs it.")};
    case VendorFault::Conflict:
        return {Words::tr("The vendor knows another query by this number."), Words::tr("This one was not carried out. Search again.")};
    case VendorFault::Busy:
        if (failure.retryAt) {
            return {Words::tr("The vendor is too busy."),
                    //: %1: date and time.
                    Words::tr("The query was not carried out. Try again after %1.").arg(Words::time(*failure.retryAt))};
        }
        return {Words::tr("The vendor is too busy."), Words::tr("The query was not carried out, after four tries. Try again later.")};
    case VendorFault::VendorError:
        return {Words::tr("The vendor’s server failed."), Words::tr("No complete answer came, after four tries. Try again later.")};
    case VendorFault::Malformed:
        return {Words::tr("The vendor’s answer is not in the agreed form."),
                Words::tr("It was not used. Try again; if this returns, tell the office administrator.")};
    case VendorFault::Inconsistent:
        return {Words::tr("The vendor’s answer contradicts itself."),
                Words::tr("Do not rely on it. Search again; if this returns, tell the office administrator.")};
    case VendorFault::TooLarge:
        return {Words::tr("The vendor’s answer is too large."), Words::tr("It was not used. Search a shorter period.")};
    case VendorFault::Truncated:
        return {Words::tr("The vendor’s answer ended too early."), Words::tr("What is missing is not known. Search again.")};
    case VendorFault::WrongOrigin:
        return {Words::tr("The vendor pointed to another address."),
                Words::tr("It was not followed and nothing was sent there. Tell the office administrator.")};
    case VendorFault::TimedOut:
        return {Words::tr("The vendor’s answer took too long."),
                Words::tr("It was broken off, and what is missing is not known. Search again.")};
    case VendorFault::Cancelled:
        return {Words::tr("You cancelled this."), Words::tr("Nothing more is loaded. What arrived before is marked incomplete.")};
    }
    return {};
}

} // namespace

FailureWords Words::of(const VendorFailure& failure)
{
    FailureWords words = vendorWords(failure);
    constexpr int firstRefusingStatus = 400;
    const bool said = failure.tls.value_or(TlsRefusal::Other) != TlsRefusal::Other; // the sentence tells all there is
    if (failure.detail.isEmpty() || said)
        return words;
    //: %1: the vendor's own explanation, in the vendor's language.
    words.consequence += QLatin1Char(' ') + (failure.httpStatus >= firstRefusingStatus ? tr("The vendor says: “%1”")
                                                                                       //: %1: what this program found, in English.
                                                                                       : tr("Detail for the administrator: %1"))
                                                .arg(failure.detail.left(300));
    return words;
}

} // namespace casebound
