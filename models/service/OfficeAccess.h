// What sign-in needs from the office: its profile, credentials, opened stores and a way to the vendor. app implements it;
// keys and file names stay behind it.
#pragma once

#include "crypto/SecureBytes.h"
#include "domain/OfficeProfile.h"
#include "ledger/LogFinding.h"
#include "ports/Credential.h"
#include "ports/TimeStamper.h"
#include "ports/VendorClient.h"
#include "service/Failure.h"
#include "service/LogCare.h"
#include "service/MapSupply.h"
#include "service/SignIn.h"
#include "store/AuditLog.h"
#include "store/Database.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace casebound {

/// The log and the case database, open. Destroying it closes both.
struct OfficeStores {
    std::unique_ptr<AuditLog> log;
    std::unique_ptr<Database> cases;          ///< None beside a log at fault: nothing of it may be looked at or changed.
    std::optional<LogFaultReport> fault = {}; ///< `log` is then the holding log (LogKeeper).
    std::unique_ptr<LogCare> care = {};       ///< Of that log, or of the one at fault. Goes before them.
    std::vector<AuditRecord> news = {};       ///< Of profile and keys; to be logged once the person is named.
    std::function<void()> told = {};          ///< Called when all of it stands in the log.
};

class OfficeAccess {
public:
    virtual ~OfficeAccess() = default;
    [[nodiscard]] virtual bool isTraining() const = 0;
    [[nodiscard]] virtual const OfficeProfile& profile() const = 0;
    [[nodiscard]] virtual QString practicePassphrase() const { return {}; }
    /// Asked first at each sign-in, on the window's thread: the profile may have been replaced since.
    [[nodiscard]] virtual std::expected<void, ProfileProblem> refresh() { return {}; }
    /// A sign-in that was refused before anybody could open the log, by its fixed word: the next one that opens it writes it there.
    virtual void noteRefusedSignIn(Instant, const QString& /*word*/) {}
    /// Of the profile as it is now.
    [[nodiscard]] virtual MapSupply mapSupply() { return {}; }
    /// Of the profile as it is now; null where it names no time stamp service, or one that cannot be used.
    [[nodiscard]] virtual std::shared_ptr<TimeStamper> timeStamper() { return nullptr; }
    /// What lies in the readers; may take a second, so off the window's thread.
    [[nodiscard]] virtual std::expected<std::vector<CardChoice>, SignInProblem> cards() const
    {
        return std::unexpected(SignInProblem::NoCardDriver);
    }
    /// Opens the key with the PIN and checks the certificate's dates; may take a second, so it is called off the window's thread, one
    /// call at a time.
    [[nodiscard]] virtual std::expected<std::unique_ptr<Credential>, SignInProblem> credential(const CredentialChoice& choice,
                                                                                               const SecureBytes& pin) const = 0;
    /// Unwraps the office's keys with the credential and opens both stores; keys are erased before it returns, but for what the log's care
    /// keeps. With a log at fault it opens the holding log alone.
    [[nodiscard]] virtual Outcome<OfficeStores> open(Credential& credential, const Clock& clock) = 0;
    /// The log's head as it was last seen by this process. open() holds the log to it, so that another one cannot take its place while
    /// the program runs. Nothing: there is a new log.
    virtual void remember(const std::optional<LogHead>&) {}
    /// The holding log, closed and with its log.begun, becomes the log; the damaged one is moved aside. False where it cannot be moved.
    [[nodiscard]] virtual bool takeNewLogIntoUse(const Clock&) { return false; }
    /// A client that presents the credential. The credential outlives the client. Finishes on the window's thread.
    [[nodiscard]] virtual QFuture<VendorResult<std::shared_ptr<VendorClient>>> connect(Credential& credential) = 0;
};

} // namespace casebound
