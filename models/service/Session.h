// A signed-in person who has accepted the banner, and everything that exists only for them.
#pragma once

#include "domain/OfficeProfile.h"
#include "ledger/LogFinding.h"
#include "ports/Link.h"
#include "service/CaseService.h"
#include "service/CopyService.h"
#include "service/LogExport.h"
#include "service/MapSupply.h"
#include "service/QueryService.h"
#include "service/VerificationService.h"

#include <memory>

namespace casebound {

class AlertService;
class ApprovalService;
class ComplaintService;
class CaseDisposal;
class CaseExport;
class CourseService;
class DraftService;
class ReconciliationService;
class ReferralService;
class ReportService;
class RosterComparisonService;
class QualityService;
class ReviewService;
class SealedService;
class SecureBytes;
struct OfficeStores;

/// The log's state, for the status bar and the Office page.
struct LogState {
    bool inOrder = true;
    std::uint64_t entries = 0;
    std::optional<Instant> witnessedAt;
    bool hasWitness = false;    ///< The office has a witness folder.
    bool witnessMissed = false; ///< It could not be written the last time.
    bool witnessLost = false;   ///< At opening it had lost a head that was put there; the log says so.
    bool diskNearlyFull = false;
    std::optional<LogFault> fault; ///< Nothing is sent any more.
    QString where;                 ///< "entry 1204", "sidecar", …
    QString origin;
    QByteArray root; ///< 32 bytes, of the head.
};

/// Made by SignIn only after the banner was accepted. Lives on the window's thread; destroying it ends the session.
class Session final : public QObject {
    Q_OBJECT

public:
    struct Parts;
    explicit Session(std::unique_ptr<Parts> parts);
    ~Session() override; ///< Ends runs, logs session.ended, closes stores, erases keys.

    /// The computer ends the program: what was typed stays for the next sign-in, as after a crash, and session.ended says "system" (of a
    /// locked session, which can write nothing, the next sign-in says "unknown").
    void endForSystem();
    [[nodiscard]] const RosterUser& user() const;
    [[nodiscard]] const OfficeProfile& profile() const;
    /// The role table's word on the signed-in person; services refuse by the same table.
    [[nodiscard]] bool allows(Action action) const;
    [[nodiscard]] const VendorCapabilities& capabilities() const;
    [[nodiscard]] LinkState link() const;
    [[nodiscard]] LogState logState() const;
    [[nodiscard]] const Clock& clock() const;

    [[nodiscard]] CaseService& cases();
    [[nodiscard]] QueryService& queries();
    [[nodiscard]] VerificationService& verification();
    [[nodiscard]] ApprovalService& approvals();
    /// Refuses by itself those who may not look.
    [[nodiscard]] QualityService& quality();
    [[nodiscard]] CopyService& copies();
    [[nodiscard]] DraftService& drafts();
    /// For the map; as the profile said when the session began.
    [[nodiscard]] const MapSupply& mapSupply() const;
    /// Begins by itself once control is back in the event loop.
    [[nodiscard]] AlertService& alerts();
    /// Nothing where the office gives no way to it, or the person may not.
    [[nodiscard]] LogExport* logExport();
    [[nodiscard]] CaseExport& caseExport();
    [[nodiscard]] CaseDisposal& disposal();

    /// Nothing for whom the role table gives no review.
    [[nodiscard]] ReviewService* reviews();
    [[nodiscard]] ComplaintService* complaints();
    [[nodiscard]] ReportService* reports();
    [[nodiscard]] SealedService* sealedResults();
    [[nodiscard]] ReferralService* referrals();
    [[nodiscard]] ReconciliationService* reconciliation();
    [[nodiscard]] RosterComparisonService* rosterComparison();

    /// Training alone, for whom the role table gives it to; nothing otherwise.
    [[nodiscard]] CourseService* course();

    /// Hides everything until the credential is given again, and lets go of every key: what is under way is stopped, each with its own
    /// entry, session.locked is logged, and then stores, log and the way to the vendor are closed and the credential is erased. Everything
    /// that holds a reference of this session's keeps it (CONTRIBUTING: what a service does at lock).
    void lock();
    [[nodiscard]] bool isLocked() const;
    /// False once the card was pulled out; the window then locks. True where there is nothing to pull out, and while locked.
    [[nodiscard]] bool isCredentialPresent() const;
    /// Opens all of it again with the credential: every check of a sign-in, and the log must go on from where it was. `pin` is wiped.
    /// A refusal is owed to the log, and stands there before session.unlocked. The session is over (ended()) after five wrong PINs, after
    /// fifty refusals of any kind, and where the person, the profile or the log is no longer what it was at sign-in.
    [[nodiscard]] Outcome<void> unlock(const QString& pin);
    /// Training only: what unlock() takes for a practice credential. Empty otherwise.
    [[nodiscard]] QString practicePassphrase() const;
    /// The vendor's clock minus ours when the session began; over five minutes is shown.
    [[nodiscard]] std::chrono::seconds vendorClockDifference() const;

Q_SIGNALS:
    void lockedChanged(); ///< At lock the first thing that happens, at unlock the last.
    void locking();       ///< The last moment at which the log takes an entry and the vendor can be called.
    void unlocked();      ///< Log, stores and vendor are there again.
    void linkChanged();
    void logStateChanged();
    void ended(casebound::SignInProblem why); ///< The vendor ended the session, or the log failed.

private:
    void makeAlerts();
    void makeComparisons();
    void letGoOfKeys();
    [[nodiscard]] std::optional<ServiceFailure> open(const SecureBytes& pin);
    [[nodiscard]] std::optional<LogFault> settle(OfficeStores& stores, std::optional<SignInProblem> problem);
    void connectVendor();
    void finish(SignInProblem why);
    void logHasFailed(LogFault fault);
    std::unique_ptr<Parts> d;
};

} // namespace casebound
