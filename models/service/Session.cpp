#include "service/Session.h"

#include "service/AuditEntries.h"
#include "service/SessionParts.h"
#include "service/SignInService.h"

#include <type_traits>

namespace casebound {

using namespace Qt::StringLiterals;

Session::Session(std::unique_ptr<Parts> parts) : d(std::move(parts))
{
    AuditLog& log = *d->stores.log;
    const Actor actor{.user = d->user.id, .role = d->user.role};
    d->cases = std::make_unique<CaseTable>(*d->stores.cases);
    d->kept = std::make_unique<KeptReadTable>(*d->stores.cases);
    d->samples = std::make_unique<QualityTable>(*d->stores.cases);
    d->verification = std::make_unique<VerificationService>(VerificationService::Parts{
        .log = log, .vendor = *d->vendor, .clock = d->clock, .actor = actor, .decoder = d->decoder, .samples = d->samples.get()});
    d->caseService = std::make_unique<CaseService>(CaseService::Parts{
        .log = log, .cases = *d->cases, .kept = *d->kept, .verification = *d->verification, .clock = d->clock, .actor = actor});
    d->caseExport = std::make_unique<CaseExport>(
        CaseExport::Parts{.log = log,
                          .cases = *d->cases,
                          .kept = *d->kept,
                          .profile = d->profile,
                          .clock = d->clock,
                          .actor = actor,
                          .sign = [this](const QByteArray& bytes) -> std::expected<QByteArray, CredentialFault> {
                              if (!d->credential)
                                  return std::unexpected(CredentialFault::Removed);
                              return d->credential->sign(bytes);
                          },
                          .stamper = d->office.timeStamper()});
    d->disposal = std::make_unique<CaseDisposal>(
        CaseDisposal::Parts{.log = log, .cases = *d->cases, .kept = *d->kept, .profile = d->profile, .clock = d->clock, .actor = actor});
    const auto openCredential = [this](const QString& pin) -> std::expected<std::unique_ptr<Credential>, SignInProblem> {
        // Null would be taken for a practice credential's own; an empty one is a wrong one.
        if (pin.isEmpty())
            return std::unexpected(SignInProblem::WrongPin);
        return d->office.credential(d->choice, SecureBytes::fromText(pin));
    };
    d->approvals = std::make_unique<ApprovalService>(ApprovalService::Parts{.log = log,
                                                                            .profile = d->profile,
                                                                            .clock = d->clock,
                                                                            .actor = actor,
                                                                            .credential = openCredential,
                                                                            .policy = d->profile.reviewPolicy});
    d->queries = std::make_unique<QueryService>(
        QueryService::Parts{.log = log,
                            .cases = *d->cases,
                            .vendor = *d->vendor,
                            .profile = d->profile,
                            .capabilities = d->capabilities,
                            .clock = d->clock,
                            .actor = actor,
                            .approvals = d->approvals.get(),
                            .standing = [this] { return standingProblem(d->user, d->profile, d->clock.now()); }});

    d->quality = std::make_unique<QualityService>(QualityService::Parts{
        .log = log, .database = *d->stores.cases, .capabilities = d->capabilities, .clock = d->clock, .actor = actor});

    if (d->profile.training && may(actor, Action::TakeCourse))
        d->course = std::make_unique<CourseService>(CourseService::Parts{
            .log = log,
            .cases = *d->caseService,
            .queries = *d->queries,
            .profile = d->profile,
            .clock = d->clock,
            .actor = actor,
            .credential = [this](const CredentialChoice& choice, const SecureBytes& pin) { return d->office.credential(choice, pin); }});

    if (may(actor, Action::OpenReview)) {
        // The log's care goes with the log's keys while the session is locked.
        const auto openOther = [this](const QString& folder, const KeyOfLog& keyOf) {
            return d->stores.care ? d->stores.care->openOther(folder, keyOf)
                                  : QtFuture::makeReadyValueFuture(OtherLogResult(std::unexpected(OtherLogRefusal{})));
        };
        d->reviewedAlerts = std::make_unique<AlertTable>(*d->stores.cases);
        d->reviewStore = std::make_unique<ReviewTable>(*d->stores.cases);
        d->review = std::make_unique<ReviewService>(ReviewService::Parts{.log = log,
                                                                         .cases = *d->cases,
                                                                         .alerts = *d->reviewedAlerts,
                                                                         .store = *d->reviewStore,
                                                                         .profile = d->profile,
                                                                         .clock = d->clock,
                                                                         .actor = actor,
                                                                         .credential = openCredential,
                                                                         .policy = d->profile.reviewPolicy,
                                                                         .openOther = openOther});
        d->complaints = std::make_unique<ComplaintService>(ComplaintService::Parts{.log = log, .clock = d->clock, .actor = actor});
        d->reports = std::make_unique<ReportService>(
            ReportService::Parts{.log = log, .clock = d->clock, .actor = actor, .office = d->profile.office});
        d->sealedResults = std::make_unique<SealedService>(
            SealedService::Parts{.log = log, .profile = d->profile, .actor = actor, .credential = openCredential});
        d->referrals = std::make_unique<ReferralService>(
            ReferralService::Parts{.log = log, .profile = d->profile, .clock = d->clock, .actor = actor, .credential = openCredential},
            d->stores.care.get());
    }

    d->draftTable = std::make_unique<DraftTable>(*d->stores.cases);
    d->drafts = std::make_unique<DraftService>(*d->draftTable, d->user.id, d->clock);

    const auto logFailed = [this](LogFault fault) { logHasFailed(fault); };
    makeAlerts();
    makeComparisons();
    connect(d->caseExport.get(), &CaseExport::logFailed, this, logFailed);
    connect(d->caseExport.get(), &CaseExport::logged, this, &Session::logStateChanged);
    connect(d->disposal.get(), &CaseDisposal::logFailed, this, logFailed);
    connect(d->disposal.get(), &CaseDisposal::disposed, d->caseService.get(), &CaseService::casesChanged);
    connect(d->disposal.get(), &CaseDisposal::disposed, d->caseService.get(), &CaseService::keptReadsChanged);
    if (d->stores.care) {
        d->caseExport->setCheck(d->stores.care->bundleCheck());
        d->logExport = std::make_unique<LogExport>(log, *d->stores.care, d->user);
        connect(d->logExport.get(), &LogExport::logFailed, this, logFailed);
        connect(d->logExport.get(), &LogExport::logged, this, &Session::logStateChanged);
    }
    if (d->course) {
        connect(d->course.get(), &CourseService::logFailed, this, logFailed);
        connect(d->course.get(), &CourseService::changed, this, &Session::logStateChanged);
    }
    if (d->review) {
        connect(d->review.get(), &ReviewService::logFailed, this, logFailed);
        connect(d->review.get(), &ReviewService::changed, this, &Session::logStateChanged);
        connect(d->complaints.get(), &ComplaintService::logFailed, this, logFailed);
        connect(d->complaints.get(), &ComplaintService::answered, this, &Session::logStateChanged);
        connect(d->reports.get(), &ReportService::logFailed, this, logFailed);
        connect(d->sealedResults.get(), &SealedService::logFailed, this, logFailed);
        connect(d->sealedResults.get(), &SealedService::opened, this, &Session::logStateChanged);
        connect(d->referrals.get(), &ReferralService::logFailed, this, logFailed);
        connect(d->referrals.get(), &ReferralService::logged, this, &Session::logStateChanged);
        connect(d->reports.get(), &ReportService::made, this, &Session::logStateChanged);
    }
    d->copies = std::make_unique<CopyService>(log, actor);
    connect(d->copies.get(), &CopyService::logFailed, this, logFailed);
    connect(d->copies.get(), &CopyService::logged, this, &Session::logStateChanged);
    d->maps = d->office.mapSupply();
    d->maps.decoder = d->decoder;
    connect(d->approvals.get(), &ApprovalService::logFailed, this, logFailed);
    connect(this, &Session::unlocked, d->approvals.get(), &ApprovalService::logExpired);
    connect(d->approvals.get(), &ApprovalService::changed, this, &Session::logStateChanged);
    d->approvals->logExpired();
    connect(d->quality.get(), &QualityService::logFailed, this, logFailed);
    connect(d->quality.get(), &QualityService::logged, this, &Session::logStateChanged);
    connect(d->queries.get(), &QueryService::logFailed, this, logFailed);
    connect(d->verification.get(), &VerificationService::logFailed, this, logFailed);
    connect(d->caseService.get(), &CaseService::logFailed, this, logFailed);
    connect(d->queries.get(), &QueryService::standingLost, this, &Session::finish);
    connect(d->queries.get(), &QueryService::vendorSessionEnded, this, [this] { Q_EMIT ended(SignInProblem::VendorFault); });

    d->vendor->listenToLink([this] { Q_EMIT linkChanged(); });
    connect(d->caseService.get(), &CaseService::casesChanged, this, &Session::logStateChanged);
    connect(d->caseService.get(), &CaseService::keptReadsChanged, this, &Session::logStateChanged);
    connect(d->queries.get(), &QueryService::runEnding, this, &Session::logStateChanged);
    connect(d->queries.get(), &QueryService::refused, this, &Session::logStateChanged);
    connect(d->queries.get(), &QueryService::runStarted, this, [this](QueryRun* run) {
        connect(run, &QueryRun::readChanged, this, &Session::logStateChanged);
        connect(run, &QueryRun::stateChanged, this, &Session::logStateChanged);
        Q_EMIT logStateChanged();
    });
}

void Session::logHasFailed(LogFault fault)
{
    if (fault == LogFault::Locked && d->locked)
        return; // nothing was lost: a service asked too early or too late
    d->logFault = fault;
    Q_EMIT logStateChanged();
    Q_EMIT ended(SignInProblem::LogFault);
}

void Session::makeAlerts()
{
    d->alertTable = std::make_unique<AlertTable>(*d->stores.cases);
    d->hitTable = std::make_unique<HitTable>(*d->stores.cases);
    d->alerts =
        std::make_unique<AlertService>(AlertService::Parts{.log = *d->stores.log,
                                                           .alerts = *d->alertTable,
                                                           .hits = *d->hitTable,
                                                           .findCase = [this](const CaseNumber& number) { return d->cases->find(number); },
                                                           .client = [this] { return d->vendor->alertClient(); },
                                                           .profile = d->profile,
                                                           .capabilities = d->capabilities,
                                                           .clock = d->clock,
                                                           .actor = {.user = d->user.id, .role = d->user.role}});
    AlertService* alerts = d->alerts.get();
    connect(alerts, &AlertService::logFailed, this, &Session::logHasFailed);
    connect(alerts, &AlertService::logged, this, &Session::logStateChanged);
    connect(alerts, &AlertService::vendorSessionEnded, this, [this] { Q_EMIT ended(SignInProblem::VendorFault); });
    connect(d->caseService.get(), &CaseService::caseClosed, alerts, &AlertService::removeOfCase);
    // A seat that was taken says so from within a call's end; nothing is called from there.
    connect(this, &Session::linkChanged, alerts, &AlertService::wake, Qt::QueuedConnection);
    QMetaObject::invokeMethod(alerts, &AlertService::start, Qt::QueuedConnection);
}

/// What is compared with the vendor's own lists.
void Session::makeComparisons()
{
    const Actor actor{.user = d->user.id, .role = d->user.role};
    const auto serve = [this](auto& service) {
        using Service = std::remove_cvref_t<decltype(service)>;
        connect(&service, &Service::logFailed, this, &Session::logHasFailed);
        connect(&service, &Service::logged, this, &Session::logStateChanged);
        connect(&service, &Service::vendorSessionEnded, this, [this] { Q_EMIT ended(SignInProblem::VendorFault); });
    };
    const ComparisonParts parts{.log = *d->stores.log,
                                .client = [this] { return d->vendor->auditClient(); },
                                .profile = d->profile,
                                .capabilities = d->capabilities,
                                .clock = d->clock,
                                .actor = actor};
    if (may(actor, Action::Reconcile)) {
        d->reconciliation = std::make_unique<ReconciliationService>(parts);
        serve(*d->reconciliation);
    }
    if (may(actor, Action::CompareRoster)) {
        d->rosterComparison = std::make_unique<RosterComparisonService>(parts);
        serve(*d->rosterComparison);
    }
}

Session::~Session()
{
    disconnect();
    d->vendor->listenToLink({});
    // Runs end first, each with its own entry; then the session's end is the last thing this person's log says.
    if (!d->locked && !d->over && !d->forSystem) // whoever is thrown out has not given up what they typed
        d->drafts->forget();
    d->drafts.reset();
    d->referrals.reset();
    d->reconciliation.reset();
    d->rosterComparison.reset();
    d->caseExport.reset();
    d->disposal.reset();
    d->alerts.reset();
    d->logExport.reset();
    if (d->locked && d->course && d->course->isUnderWay())
        (void)d->stores.log->appendOrOwe(plainRecord(AuditEvent::CourseFailed, u"left"_s));
    d->course.reset();
    d->sealedResults.reset();
    d->reports.reset();
    d->complaints.reset();
    d->review.reset();
    d->queries.reset();
    d->quality.reset();
    d->copies.reset();
    d->approvals.reset();
    d->caseService.reset();
    d->verification.reset();
    d->vendor.reset();
    AuditLog& log = *d->stores.log;
    if (!d->endLogged)
        (void)log.appendOrOwe(plainRecord(AuditEvent::SessionEnded, d->over        ? auditWord(*d->over)
                                                                    : d->forSystem ? u"system"_s
                                                                                   : u"signed_out"_s));
    d->owed->add(d->actor, log.takeOwed());
    d->office.remember(log.head());
}

void Session::endForSystem()
{
    if (!d->locked)
        d->drafts->suspend();
    d->forSystem = true;
}

LogState Session::logState() const
{
    LogState state;
    state.inOrder = (d->stores.log->isWritable() || d->stores.log->isShut()) && !d->logFault;
    state.entries = d->stores.log->head().size;
    state.witnessedAt = d->stores.log->witnessedAt();
    state.hasWitness = !d->profile.witnessFolder.isEmpty();
    state.witnessMissed = d->stores.log->isWitnessMissed();
    state.witnessLost = d->stores.log->isWitnessLost();
    state.diskNearlyFull = d->stores.log->isDiskNearlyFull();
    state.origin = QString::fromUtf8(d->stores.log->origin());
    const auto root = d->stores.log->head().root;
    state.root = QByteArray(reinterpret_cast<const char*>(root.data()), qsizetype(root.size()));
    state.fault = d->logFault;
    return state;
}

bool Session::isCredentialPresent() const
{
    return !d->credential || d->credential->isPresent();
}

bool Session::isLocked() const
{
    return d->locked;
}

} // namespace casebound
