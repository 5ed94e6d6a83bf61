// From nothing to a session: credential, roster and training gate (R1), keys and log opened, banner (R2).
#pragma once

#include "service/Failure.h"
#include "service/FaultSession.h"
#include "service/Session.h"

#include <QFuture>

#include <memory>
#include <stop_token>

namespace casebound {

/// Someone whose credential was accepted and who has not yet consented. Nothing else is reachable from here.
class PendingSession {
public:
    virtual ~PendingSession() = default;
    [[nodiscard]] virtual const RosterUser& user() const = 0;
    [[nodiscard]] virtual const Banner& banner() const = 0;
    /// Logs banner.accepted, then asks the vendor for its capabilities and makes the session.
    [[nodiscard]] virtual QFuture<Outcome<std::shared_ptr<Session>>> accept(std::stop_token stop) = 0;
    /// Set where the log is at fault: accept() then refuses, and inspect() is the only way on.
    [[nodiscard]] virtual const LogFaultReport* logFault() const { return nullptr; }
    /// Logs banner.accepted in the holding log and lets the person look. Refused where the log is in order.
    [[nodiscard]] virtual Outcome<std::shared_ptr<FaultSession>> inspect()
    {
        return std::unexpected(ServiceFailure{.why = SignInProblem::NoCredential, .detail = {}});
    }
    /// False once the card was pulled out: nobody else accepts in the name of somebody who left.
    [[nodiscard]] virtual bool isCredentialPresent() const { return true; }
    /// Logs banner.declined and session.ended. The object is of no further use.
    virtual void decline() = 0;
    /// Ends the session and closes everything at once, whatever is under way and whoever else holds this object. It is of no further use.
    virtual void abandon() { decline(); }
};

/// A credential a person can choose at sign-in.
struct CredentialChoice {
    enum class Kind { PracticeAgent, PracticeSupervisor, File, Card } kind = Kind::File;
    QString path; ///< PKCS#12 file, or CardChoice::uri (empty: the only one there is); empty for practice.
};

/// A certificate on a card in a reader. Nobody's secret: cards tell it without a PIN.
struct CardChoice {
    QString uri;
    QString name; ///< Whose it is, as its issuer wrote it.
    QString card; ///< What the card calls itself.
};

/// Implemented by the composition root's parts; lives on the window's thread.
class SignIn {
public:
    virtual ~SignIn() = default;
    [[nodiscard]] virtual bool isTraining() const = 0;
    [[nodiscard]] virtual const OfficeProfile& profile() const = 0;
    /// The practice credentials take an empty PIN here; unlocking a session asks for practicePassphrase().
    [[nodiscard]] virtual QFuture<Outcome<std::shared_ptr<PendingSession>>> begin(CredentialChoice choice, QString pin) = 0;
    /// What lies in the readers now; asks the driver, off the window's thread.
    [[nodiscard]] virtual QFuture<Outcome<std::vector<CardChoice>>> cards()
    {
        return QtFuture::makeReadyValueFuture(
            Outcome<std::vector<CardChoice>>(std::unexpected(ServiceFailure{.why = SignInProblem::NoCardDriver, .detail = {}})));
    }
    /// Training only, and no secret: shown where a locked practice session asks for it. Empty otherwise.
    [[nodiscard]] virtual QString practicePassphrase() const { return {}; }
};

} // namespace casebound
