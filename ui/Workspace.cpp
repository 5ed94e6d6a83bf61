#include "ui/Workspace.h"

#include "service/CaseExport.h"
#include "service/Session.h"
#include "ui/CaseFilePage.h"
#include "ui/ReadCopier.h"
#include "ui/SearchPage.h"
#include "ui/VerifyPage.h"
#include "ui/alerts/AlertsPage.h"
#include "ui/course/CoursePage.h"
#include "ui/log/OfficePage.h"
#include "ui/map/BaseMapChoice.h"
#include "ui/quality/QualityPage.h"
#include "ui/review/ComplaintDialog.h"
#include "ui/review/OtherLogsDialog.h"
#include "ui/review/ReconciliationDialog.h"
#include "ui/review/ReferralDialog.h"
#include "ui/review/ReportDialog.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SealedDialog.h"

#include <QApplication>

namespace casebound {

Workspace::Workspace(Session& session, Prompt& prompt, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_map(new BaseMapChoice(session.profile(), session.mapSupply(), this)),
      m_search(new SearchPage(PageServices::of(session, m_map), m_context, prompt)),
      m_verify(new VerifyPage(PageServices::of(session), prompt)),
      m_alerts(new AlertsPage(session, prompt)),
      m_caseFile(new CaseFilePage(PageServices::of(session, m_map), prompt)),
      m_copier(new ReadCopier(PageServices::of(session), session.user().name, prompt, this))
{
    m_caseFile->serve(session.caseExport(), session.disposal());
    connect(m_copier, &ReadCopier::announced, this, &Workspace::announced);
    m_pages = {{.id = PageId::Search, .widget = m_search, .enter = [this] { m_search->focusForm(); }},
               {.id = PageId::Verify, .widget = m_verify, .enter = {}},
               {.id = PageId::Alerts, .widget = m_alerts, .enter = [this] { m_alerts->focusList(); }},
               {.id = PageId::CaseFile, .widget = m_caseFile, .enter = [this] { m_caseFile->focusCases(); }}};

    // What the table does not give a person is not in their window at all; services refuse it by the same table.
    std::erase_if(m_pages, [&](const PageEntry& page) { return !session.allows(PageGuide::actionOf(page.id)); });
    if (ReviewService* reviews = session.reviews(); reviews && session.allows(PageGuide::actionOf(PageId::Review))) {
        auto* review = new ReviewPage(*reviews, session.practicePassphrase());
        m_pages.push_back({.id = PageId::Review, .widget = review, .enter = [review] { review->enter(); }});
        connect(review, &ReviewPage::announced, this, &Workspace::announced);
        offerOversight(*review);
    }
    if (LogExport* logExport = session.logExport(); logExport && session.allows(PageGuide::actionOf(PageId::Office))) {
        auto* office = new OfficePage(session, *logExport);
        m_pages.push_back({.id = PageId::Office, .widget = office, .enter = [office] { office->focusExport(); }});
        connect(office, &OfficePage::announced, this, &Workspace::announced);
    }

    if (session.allows(PageGuide::actionOf(PageId::Quality))) {
        auto* quality = new QualityPage(session.quality(), session.clock());
        m_pages.push_back({.id = PageId::Quality, .widget = quality, .enter = [quality] { quality->enter(); }});
        connect(quality, &QualityPage::announced, this, &Workspace::announced);
    }

    if (session.course() && session.allows(PageGuide::actionOf(PageId::Course))) {
        auto* course = new CoursePage(session, prompt);
        m_pages.push_back({.id = PageId::Course, .widget = course, .enter = [course] { course->focusWork(); }});
        connect(course, &CoursePage::announced, this, &Workspace::announced);
    }

    noteLongWork();
    connect(m_search, &SearchPage::verifyRequested, this, [this](QueryRun* run, qsizetype read) {
        Q_EMIT pageRequested(PageId::Verify);
        m_verify->open(*run, read);
    });
    connect(m_search, &SearchPage::currentRunChanged, m_verify, &VerifyPage::setRun);
    connect(m_verify, &VerifyPage::searchRequested, this, [this] { Q_EMIT pageRequested(PageId::Search); });
    connect(m_alerts, &AlertsPage::verifyRequested, this, [this](QueryRun* run, qsizetype read) {
        Q_EMIT pageRequested(PageId::Verify);
        m_verify->open(*run, read);
    });
    connect(m_alerts, &AlertsPage::announced, this, &Workspace::announced);
    connect(m_alerts, &AlertsPage::copyRequested, this,
            [this] { m_copier->perform(ReadCopier::Deed::CopyTable, [this] { return m_alerts->sheet(); }, m_alerts); });
    connect(m_caseFile, &CaseFilePage::searchRequested, this, [this](const CaseNumber& number) {
        m_search->chooseCase(number);
        Q_EMIT pageRequested(PageId::Search);
    });
    connect(m_caseFile, &CaseFilePage::announced, this, &Workspace::announced);
}

/// Whoever went to another window meanwhile is told, in the task list of their desktop, that what they waited for is over.
void Workspace::noteLongWork()
{
    const auto over = [this] { QApplication::alert(m_search->window()); }; // does nothing where the window is in use
    connect(&m_session.queries(), &QueryService::runStarted, this, [this, over](QueryRun* run) {
        connect(run, &QueryRun::stateChanged, this, [run, over] {
            if (run->state() == QueryRun::State::Complete || run->state() == QueryRun::State::Failed ||
                run->state() == QueryRun::State::Unknown)
                over();
        });
    });
    connect(&m_session.caseExport(), &CaseExport::finished, this, over);
    if (LogExport* logExport = m_session.logExport())
        connect(logExport, &LogExport::finished, this, over);
}

void Workspace::offerOversight(ReviewPage& page)
{
    const bool training = m_session.profile().training;
    const QString passphrase = m_session.practicePassphrase();
    if (SealedService* sealed = m_session.sealedResults())
        connect(&page, &ReviewPage::sealedAsked, this, [&page, sealed, passphrase](const QString& review, std::uint64_t entry) {
            const SealedOccasion occasion{.kind = SealedOccasion::Kind::Review, .review = review};
            (new SealedDialog(*sealed, entry, occasion, passphrase, &page))->open();
        });
    ReferralService* referrals = m_session.referrals();
    ReviewService* reviews = m_session.reviews();
    if (referrals && reviews)
        page.offer(QStringLiteral("referMatter"), tr("Refer a matter"), [&page, referrals, reviews, passphrase] {
            const auto current = reviews->current();
            (new ReferralDialog(*referrals, current ? current->opening.id : QString(), passphrase, &page))->open();
        });
    if (reviews)
        page.offer(QStringLiteral("otherLogs"), tr("Logs of other desks"),
                   [&page, reviews] { (new OtherLogsDialog(*reviews, &page))->open(); });
    if (ComplaintService* complaints = m_session.complaints())
        page.offer(QStringLiteral("askAboutPlate"), tr("Was this plate queried?"),
                   [&page, complaints, training] { (new ComplaintDialog(*complaints, training, &page))->open(); });
    if (ReconciliationService* reconciliation = m_session.reconciliation())
        page.offer(QStringLiteral("reconcile"), tr("Reconcile with vendor"), [this, &page, reconciliation, training] {
            (new ReconciliationDialog(*reconciliation, m_session.clock(), training, &page))->open();
        });
    if (ReportService* reports = m_session.reports())
        page.offer(QStringLiteral("transparencyReport"), tr("Transparency report"),
                   [this, &page, reports, training] { (new ReportDialog(*reports, m_session.clock(), training, &page))->open(); });
}

std::optional<ReadSheet> Workspace::sheetOf(PageId page) const
{
    if (page == PageId::Search)
        return m_search->sheet();
    if (page == PageId::Alerts)
        return m_alerts->sheet();
    return page == PageId::CaseFile ? m_caseFile->sheet() : std::nullopt;
}

int Workspace::undecidedReads() const
{
    int count = 0;
    for (const QueryRun* run : m_session.queries().runs()) {
        if (run->state() == QueryRun::State::Ended) {
            continue;
        }
        for (std::size_t read = 0; read < run->reads().size(); ++read) {
            count += run->verification(read).verdict == Verdict::Unverified && !run->isKept(read) ? 1 : 0;
        }
    }
    return count;
}

} // namespace casebound
