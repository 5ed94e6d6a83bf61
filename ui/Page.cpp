#include "ui/Page.h"

namespace casebound {

namespace {
constexpr const char* paneProperty = "casebound.pane";
}

QString PageGuide::nameOf(PageId id)
{
    switch (id) {
    case PageId::Search:
        //: Name of a page of the main window.
        return tr("Search");
    case PageId::Verify:
        //: Name of a page of the main window: reads are checked by eye there.
        return tr("Verify");
    case PageId::Alerts:
        //: Name of a page of the main window: plates the vendor looks out for, and their hits.
        return tr("Alerts");
    case PageId::CaseFile:
        //: Name of a page of the main window: cases and the reads kept for them.
        return tr("Case file");
    case PageId::Review:
        //: Name of a page of the main window: supervisors review the audit log there.
        return tr("Review");
    case PageId::Office:
        //: Name of a page of the main window: what concerns the office as a whole, for supervisors.
        return tr("Office");
    case PageId::Course:
        //: Name of a page of the main window: the practice course, in training mode.
        return tr("Course");
    }
    return {};
}

Action PageGuide::actionOf(PageId id)
{
    switch (id) {
    case PageId::Search: return Action::Search;
    case PageId::Verify: return Action::VerifyRead;
    case PageId::Alerts: return Action::AddAlert;
    case PageId::CaseFile: return Action::ReadCaseFile;
    case PageId::Review: return Action::OpenReview;
    case PageId::Office: return Action::ExportLog;
    case PageId::Course: return Action::TakeCourse;
    }
    return Action::ExportLog;
}

HelpTopic PageGuide::helpOf(PageId id)
{
    switch (id) {
    case PageId::Search:
        return {
            .paragraphs = {tr("Every query belongs to an open case, names a purpose and a specific reason, and asks for one whole plate. "
                              "Wildcards, parts of a plate, areas and lists are not searched."),
                           tr("How far back you may look follows from the offence or the administrative priority. The limit and its "
                              "source stand next to the dates. The form starts with 90 days; widen it only as far as the case needs."),
                           tr("The query is written to the audit log before it is sent. If the log cannot be written, nothing is sent."),
                           tr("A read is a lead. No reads is not proof of absence. Results are gone when you close them, sign out, or "
                              "after eight hours, unless you keep them for the case.")},
            //: Page numbers are those of the Privacy Impact Assessment DHS/ICE/PIA-039.
            .source = tr("DHS/ICE/PIA-039, pages 2, 6, 12 and 13")};
    case PageId::Verify:
        return {.paragraphs =
                    {tr("Type what the picture shows, and the jurisdiction, before anything else. Only then is the machine’s text "
                        "shown, and the two are compared character by character."),
                     tr("Then judge: Confirmed (Y), Different plate (N) or Unreadable (U). The last two need a note. Where the picture "
                        "is missing, or is not the one the vendor announced, a read can only be called unreadable."),
                     tr("Look at the vehicle and at the age of the read as well: a plate may have moved to another vehicle."),
                     tr("Keep a read for the case with a sentence about its relevance. Reads that were not confirmed are kept only as "
                        "contrary to the lead, and are marked so everywhere.")},
                .source = tr("DHS/ICE/PIA-039, pages 3, 9 and 16")};
    case PageId::Alerts:
        return {.paragraphs =
                    {tr("An alert entry asks the vendor to tell you, and only you, when it reads a plate. It belongs to an open case and "
                        "follows the rules of a query: one whole plate, a purpose, and a specific reason."),
                     tr("An entry lasts at most a year. Before it is over you justify it anew, one by one and in fresh words; what is "
                        "overdue is suspended. It ends with its case."),
                     tr("A hit is a lead, and unverified until you have looked at its picture. Verify it like any read. A hit that waits "
                        "14 days for a verdict suspends its entry."),
                     tr("What the vendor has not confirmed yet is told again until it does, and is marked so in the list.")},
                .source = tr("DHS/ICE/PIA-039, pages 3, 6 and 13")};
    case PageId::CaseFile:
        return {
            .paragraphs = {tr("Open a case before you search. Its number ties every query, every kept read and every log entry together."),
                           tr("Choose a case to see the reads kept for it, with verdict, relevance, and who kept them."),
                           tr("Closing a case ends searches for it. It needs a note, which goes into the audit log. Kept reads stay until "
                              "their retention ends.")},
            .source = tr("DHS/ICE/PIA-039, pages 10, 11, 13 and 14")};
    case PageId::Review:
        return {.paragraphs =
                    {tr("A review covers at most 92 days and begins where the last signed one ended. Every entry of the period is read and "
                        "checked against the log’s head before anything is shown."),
                     tr("The sample hangs on the log’s own head, so nobody chooses it. Exceptions, queries outside the shift, queries sent "
                        "soon after a refusal, repeated plates and approvals of one’s own are judged in any case."),
                     tr("Judge each item: In order, Question or Refer; the last two say why. In the table the letters I, Q and R do the "
                        "same. What is your own act waits for another reviewer."),
                     tr("An indicator is a reason to look, not a finding. You decide, and you sign with your credential. You can pause and "
                        "go on another day: every decision is in the log already.")},
                .source = tr("DHS/ICE/PIA-039, pages 7 and 16")};
    case PageId::Office:
        return {.paragraphs =
                    {tr("The audit log is this office’s oversight: every sign-in, query, verdict and export is an entry in it, and no "
                        "entry can be changed, left out or added without the next start, or an outsider’s check, saying so."),
                     tr("Its head stands for all entries. Witnesses keep heads elsewhere, so that an older copy that is put back is "
                        "noticed."),
                     tr("An export lets outsiders check the whole log. It holds no plate, name, case number or reason. Tell them the "
                        "checkpoint hash by another way than you send the folder."),
                     tr("Whoever exports the log does so on the record: the intention is an entry before anything is written, and "
                        "what came of it is one after.")},
                .source = tr("DHS/ICE/PIA-039, pages 6, 7, 16 and 17")};
    case PageId::Course:
        return {.paragraphs =
                    {tr("Nobody searches on duty without training in force. The course asks for ten verifications, with misreads among "
                        "them, and for two requests that you have to recognise as ones to refuse."),
                     tr("The record of a passed course is signed with your own credential. The office administrator takes it in; "
                        "from the next signed profile on you may sign in.")},
                .source = tr("DHS/ICE/PIA-039, pages 5 and 17")};
    }
    return {};
}

void PageGuide::markPane(QWidget* widget, bool is)
{
    widget->setProperty(paneProperty, is);
}

QList<QWidget*> PageGuide::panesOf(QWidget* page)
{
    QList<QWidget*> panes;
    for (QWidget* child : page->findChildren<QWidget*>()) {
        if (child->property(paneProperty).toBool() && child->isVisible() && child->isEnabled()) {
            panes.append(child);
        }
    }
    if (panes.isEmpty()) {
        panes.append(page);
    }
    return panes;
}

} // namespace casebound
