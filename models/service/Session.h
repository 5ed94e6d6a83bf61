// A signed-in person who has accepted the banner, and everything that exists only for them.
#pragma once

#include "domain/OfficeProfile.h"
#include "ledger/LogFinding.h"
#include "ports/Link.h"
#include "service/CaseService.h"
#include "service/LogExport.h"
#include "service/QueryService.h"
#include "service/VerificationService.h"

#include <memory>

namespace casebound {

class ApprovalService;
class CourseService;

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
    /// Nothing where the office gives no way to it, or the person may not.
    [[nodiscard]] LogExport* logExport();

    /// Training alone, for whom the role table gives it to; nothing otherwise.
    [[nodiscard]] CourseService* course();

    /// Hides everything until the credential is given again. session.locked / session.unlocked are logged.
    void lock();
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] Outcome<void> unlock(const QString& pin);
    /// Training only: what unlock() takes for a practice credential. Empty otherwise.
    [[nodiscard]] QString practicePassphrase() const;
    /// The vendor's clock minus ours when the session began; over five minutes is shown.
    [[nodiscard]] std::chrono::seconds vendorClockDifference() const;

Q_SIGNALS:
    void lockedChanged();
    void linkChanged();
    void logStateChanged();
    void ended(casebound::SignInProblem why); ///< The vendor ended the session, or the log failed.

private:
    std::unique_ptr<Parts> d;
};

} // namespace casebound
