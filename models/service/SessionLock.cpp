// Lock and unlock: which keys go, in which order, and what is checked before they come again.
#include "service/AuditEntries.h"
#include "service/SessionParts.h"
#include "service/SignInService.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxWrongPins = 5, maxRefusals = 50;

std::unexpected<ServiceFailure> refused(auto why)
{
    return std::unexpected(ServiceFailure{.why = std::move(why), .detail = {}});
}

bool isWrongPin(const ServiceFailure& failure)
{
    const auto* problem = std::get_if<SignInProblem>(&failure.why);
    if (!problem)
        return false;
    switch (*problem) {
    case SignInProblem::WrongPin:
    case SignInProblem::WrongPinFewLeft:
    case SignInProblem::WrongPinLastTry:
    case SignInProblem::FingerprintDiffers: return true;
    case SignInProblem::NoCredential:
    case SignInProblem::Locked:
    case SignInProblem::NoCard:
    case SignInProblem::NoCardDriver:
    case SignInProblem::NoCertificateOnCard:
    case SignInProblem::SeveralCertificates:
    case SignInProblem::CardRemoved:
    case SignInProblem::CredentialUnusable:
    case SignInProblem::NotOnRoster:
    case SignInProblem::Untrained:
    case SignInProblem::TrainingExpired:
    case SignInProblem::TrainingInFuture:
    case SignInProblem::CertificateExpired:
    case SignInProblem::CertificateNotYetValid:
    case SignInProblem::CertificateRevoked:
    case SignInProblem::CertificateUntrusted:
    case SignInProblem::RevocationUnknown:
    case SignInProblem::ProfileExpired:
    case SignInProblem::ProfileKeyDiffers:
    case SignInProblem::ReviewerUnusable:
    case SignInProblem::ProfileChanged:
    case SignInProblem::LogFault:
    case SignInProblem::StoreFault:
    case SignInProblem::KeysNotYours:
    case SignInProblem::VendorFault: return false;
    }
    return false;
}

/// What no second try puts right: the session cannot be gone on with.
bool isFinal(SignInProblem problem)
{
    switch (problem) {
    case SignInProblem::NotOnRoster:
    case SignInProblem::Untrained:
    case SignInProblem::TrainingExpired:
    case SignInProblem::CertificateExpired:
    case SignInProblem::CertificateRevoked:
    case SignInProblem::CertificateUntrusted:
    case SignInProblem::ProfileExpired:
    case SignInProblem::ProfileKeyDiffers:
    case SignInProblem::ReviewerUnusable:
    case SignInProblem::ProfileChanged:
    case SignInProblem::LogFault:
    case SignInProblem::KeysNotYours: return true;
    case SignInProblem::NoCredential:
    case SignInProblem::WrongPin:
    case SignInProblem::WrongPinFewLeft:
    case SignInProblem::WrongPinLastTry:
    case SignInProblem::Locked:
    case SignInProblem::NoCard:
    case SignInProblem::NoCardDriver:
    case SignInProblem::NoCertificateOnCard:
    case SignInProblem::SeveralCertificates:
    case SignInProblem::CardRemoved:
    case SignInProblem::CredentialUnusable:
    case SignInProblem::FingerprintDiffers:
    case SignInProblem::TrainingInFuture:
    case SignInProblem::CertificateNotYetValid:
    case SignInProblem::RevocationUnknown:
    case SignInProblem::StoreFault:
    case SignInProblem::VendorFault: return false;
    }
    return true;
}

QString wordOf(const ServiceFailure& failure)
{
    if (std::holds_alternative<ProfileProblem>(failure.why))
        return u"profile_refused"_s; // what was wrong with it stands in profile.refused
    const auto* problem = std::get_if<SignInProblem>(&failure.why);
    return auditWord(problem                                           ? *problem
                     : std::holds_alternative<StoreFault>(failure.why) ? SignInProblem::StoreFault
                                                                       : SignInProblem::LogFault);
}

} // namespace

void Session::lock()
{
    if (d->locked)
        return;
    // Hidden whatever the log says: an entry that cannot be written must not leave the screen open.
    d->locked = true;
    Q_EMIT lockedChanged();
    // What is under way ends with its own entry while there is a key to write it with.
    if (d->referrals)
        d->referrals->suspend();
    if (d->logExport)
        d->logExport->suspend();
    if (d->reconciliation)
        d->reconciliation->suspend();
    if (d->rosterComparison)
        d->rosterComparison->suspend();
    d->caseExport->suspend();
    d->verification->suspend();
    d->queries->suspend();
    d->alerts->suspend();
    d->drafts->suspend();
    Q_EMIT locking();
    const auto receipt = d->stores.log->append(plainRecord(AuditEvent::SessionLocked));
    letGoOfKeys();
    Q_EMIT logStateChanged();
    if (!receipt) {
        d->logFault = receipt.error();
        finish(SignInProblem::LogFault);
    }
}

void Session::letGoOfKeys()
{
    if (d->referrals)
        d->referrals->setCare(nullptr);
    if (d->logExport)
        d->logExport->setCare(nullptr);
    d->caseExport->setCheck({});
    d->stores.care.reset();
    d->vendor->leave(); // before the credential, which its connections present
    d->office.remember(d->stores.log->head());
    d->stores.log->shut();
    d->stores.cases->shut();
    d->credential.reset();
}

void Session::finish(SignInProblem why)
{
    d->over = why;
    Q_EMIT ended(why);
}

Outcome<void> Session::unlock(const QString& pin)
{
    if (!d->locked)
        return {};
    if (d->over)
        return refused(*d->over);
    QString typed = pin;
    const SecureBytes secret = SecureBytes::fromText(typed);
    wipe(typed);

    if (auto failure = open(secret)) {
        // Without keys it cannot be logged now. It stands before session.unlocked, or is told by whoever signs in next.
        (void)d->stores.log->appendOrOwe(plainRecord(AuditEvent::SigninRefused, wordOf(*failure)));
        d->wrongPins += isWrongPin(*failure) ? 1 : 0;
        ++d->refusals;
        const auto* problem = std::get_if<SignInProblem>(&failure->why);
        if (!d->over && problem && isFinal(*problem))
            finish(*problem);
        else if (!d->over && (d->wrongPins >= maxWrongPins || d->refusals >= maxRefusals))
            finish(SignInProblem::Locked);
        return std::unexpected(*std::move(failure));
    }
    d->wrongPins = 0;
    d->refusals = 0;
    d->locked = false;
    connectVendor();
    d->queries->resume();
    d->verification->resume();
    d->alerts->resume();
    Q_EMIT unlocked();
    Q_EMIT lockedChanged();
    Q_EMIT logStateChanged();
    return {};
}

/// Nothing: log and stores are open, and session.unlocked stands in the log.
std::optional<ServiceFailure> Session::open(const SecureBytes& pin)
{
    const auto failed = [](auto why) { return ServiceFailure{.why = std::move(why), .detail = {}}; };
    if (pin.isEmpty())
        return failed(SignInProblem::WrongPin);
    if (const auto current = d->office.refresh(); !current)
        return failed(current.error());
    auto credential = d->office.credential(d->choice, pin);
    if (!credential)
        return failed(credential.error());
    if ((*credential)->certificateSha256() != d->user.certificateSha256)
        return failed(SignInProblem::FingerprintDiffers);

    const OfficeProfile& profile = d->office.profile();
    if (d->clock.now() < profile.notBefore)
        return failed(ProfileProblem{.fault = ProfileFault::NotYetValid});
    const RosterUser* user = profile.userByCertificate(d->user.certificateSha256);
    std::optional<SignInProblem> problem;
    if (!user)
        problem = SignInProblem::NotOnRoster;
    else
        problem = standingProblem(*user, profile, d->clock.now());
    // Consent was to the conditions of the other one, and every limit came from it.
    if (!problem && (profile.serial != d->profile.serial || profile.sha256 != d->profile.sha256))
        problem = SignInProblem::ProfileChanged;

    auto stores = d->office.open(**credential, d->clock);
    if (!stores)
        return problem ? failed(*problem) : stores.error();
    if (const auto fault = settle(*stores, problem)) {
        d->logFault = *fault;
        return failed(SignInProblem::LogFault);
    }
    if (problem)
        return failed(*problem);
    d->credential = *std::move(credential);
    return std::nullopt;
}

/// The log that was opened is told everything that it was owed, and whether the session goes on; where it does, its stores are the
/// session's.
std::optional<LogFault> Session::settle(OfficeStores& stores, std::optional<SignInProblem> problem)
{
    AuditLog& opened = *stores.log;
    const auto say = [&](const std::vector<AuditRecord>& records) -> std::optional<LogFault> {
        for (const AuditRecord& record : records) {
            if (const auto receipt = opened.append(record); !receipt)
                return receipt.error();
        }
        return std::nullopt;
    };
    opened.setActor(d->actor);
    std::optional<LogFault> fault = say(stores.news);
    if (!fault && stores.told)
        stores.told();
    if (!fault)
        fault = say(d->stores.log->takeOwed());
    if (stores.fault) { // what opened is the holding log: it says that the session ended, and no more
        if (!fault && !say({plainRecord(AuditEvent::SessionEnded, auditWord(SignInProblem::LogFault))}))
            d->endLogged = true;
        return stores.fault->fault;
    }
    if (!fault && !problem)
        fault = say({plainRecord(AuditEvent::SessionUnlocked)});
    if (fault)
        return fault;
    if (d->referrals)
        d->referrals->setCare(stores.care.get());
    if (d->logExport)
        d->logExport->setCare(stores.care.get());
    if (stores.care)
        d->caseExport->setCheck(stores.care->bundleCheck());
    d->stores.care = std::move(stores.care);
    d->stores.log->takeOver(std::move(stores.log));
    d->stores.cases->takeOver(std::move(stores.cases));
    return std::nullopt;
}

void Session::connectVendor()
{
    d->vendor->await();
    using Answer = VendorResult<std::shared_ptr<VendorClient>>;
    const auto seat = [this](const Answer& client) {
        if (client) {
            (*client)->recall(d->capabilities);
            d->vendor->take(*client);
        } else {
            d->vendor->leave(client.error().fault);
        }
    };
    QFuture<Answer> coming = d->office.connect(*d->credential);
    if (coming.isFinished()) {
        seat(coming.result());
        return;
    }
    coming.then(this, [this, seat, credential = d->credential.get()](const Answer& client) {
        if (d->credential.get() == credential) // not locked again meanwhile
            seat(client);
    });
}

} // namespace casebound
