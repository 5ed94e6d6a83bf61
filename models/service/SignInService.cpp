#include "service/SignInService.h"

#include "domain/Clock.h"
#include "service/AuditEntries.h"
#include "service/FaultSessionParts.h"
#include "service/SessionParts.h"

#include <QtConcurrentRun>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

template <class Why>
std::unexpected<ServiceFailure> refuse(Why why)
{
    return std::unexpected(ServiceFailure{.why = std::move(why), .detail = {}});
}

/// Text, version and hash come from the profile; the entry names which were shown.
QString bannerWord(const Banner& banner)
{
    return banner.version + u' ' + QString::fromLatin1(banner.sha256.toHex());
}

/// The certificate names somebody of the roster, where another one stands: renewed and not yet entered, or somebody else's.
bool isNamedOnRoster(const Credential& credential, const OfficeProfile& profile)
{
    const auto certificate = Certificate::fromDer(credential.certificateDer());
    return certificate && profile.user(UserId(certificate->commonName())) != nullptr;
}

class BannerSession final : public QObject, public PendingSession {
public:
    explicit BannerSession(std::unique_ptr<Session::Parts> parts) : m_parts(std::move(parts)) {}
    ~BannerSession() override { end(u"abandoned"_s); }

    const RosterUser& user() const override { return m_user; }
    const Banner& banner() const override { return m_banner; }

    QFuture<Outcome<std::shared_ptr<Session>>> accept(std::stop_token stop) override
    {
        if (!m_parts)
            return ready(refuse(SignInProblem::NoCredential));
        if (m_parts->stores.fault)
            return ready(refuse(m_parts->stores.fault->fault));
        if (const auto receipt = m_parts->stores.log->append(plainRecord(AuditEvent::BannerAccepted, bannerWord(m_banner))); !receipt)
            return ready(refuse(receipt.error()));
        return m_parts->office.connect(*m_parts->credential)
            .then(this,
                  [this, stop](const VendorResult<std::shared_ptr<VendorClient>>& vendor) {
                      if (!vendor || !m_parts)
                          return ready(vendorRefused(
                              vendor ? VendorFailure{.fault = VendorFault::Cancelled, .httpStatus = 0, .detail = {}, .retryAt = {}}
                                     : vendor.error()));
                      m_parts->vendor->take(*vendor);
                      return m_parts->vendor->capabilities(stop).then(
                          this, [this](const VendorResult<VendorCapabilities>& capabilities) { return makeSession(capabilities); });
                  })
            .unwrap();
    }

    const LogFaultReport* logFault() const override { return m_parts && m_parts->stores.fault ? &*m_parts->stores.fault : nullptr; }

    Outcome<std::shared_ptr<FaultSession>> inspect() override
    {
        if (!logFault())
            return refuse(SignInProblem::NoCredential);
        if (const auto receipt = m_parts->stores.log->append(plainRecord(AuditEvent::BannerAccepted, bannerWord(m_banner))); !receipt)
            return refuse(receipt.error());
        auto parts = std::make_unique<FaultSession::Parts>(FaultSession::Parts{.office = m_parts->office,
                                                                               .clock = m_parts->clock,
                                                                               .user = m_parts->user,
                                                                               .fault = *std::move(m_parts->stores.fault),
                                                                               .log = std::move(m_parts->stores.log),
                                                                               .care = std::move(m_parts->stores.care)});
        m_parts.reset();
        return std::make_shared<FaultSession>(std::move(parts));
    }

    bool isCredentialPresent() const override { return !m_parts || m_parts->credential->isPresent(); }

    void decline() override
    {
        if (m_parts)
            (void)m_parts->stores.log->append(plainRecord(AuditEvent::BannerDeclined, bannerWord(m_banner)));
        end(u"declined"_s);
    }

    void abandon() override { end(u"abandoned"_s); }

private:
    static QFuture<Outcome<std::shared_ptr<Session>>> ready(Outcome<std::shared_ptr<Session>> outcome)
    {
        return QtFuture::makeReadyValueFuture(std::move(outcome));
    }

    Outcome<std::shared_ptr<Session>> makeSession(const VendorResult<VendorCapabilities>& capabilities)
    {
        if (!m_parts)
            return refuse(SignInProblem::NoCredential);
        if (!capabilities)
            return vendorRefused(capabilities.error());
        if (!capabilities->api.startsWith("1."_L1))
            return vendorRefused(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 0, .detail = u"api"_s, .retryAt = {}});
        m_parts->capabilities = *capabilities;
        if (capabilities->time != Instant{})
            m_parts->clockDifference = std::chrono::duration_cast<std::chrono::seconds>(capabilities->time - m_parts->clock.now());
        return std::make_shared<Session>(std::move(m_parts));
    }

    /// The person was let in and the vendor's server was not, or did not let us in: the log says which.
    Outcome<std::shared_ptr<Session>> vendorRefused(const VendorFailure& failure)
    {
        if (m_parts && failure.fault != VendorFault::Cancelled) {
            const auto receipt = m_parts->stores.log->append(plainRecord(AuditEvent::SigninRefused, u"vendor:"_s + auditWord(failure)));
            if (!receipt)
                return refuse(receipt.error());
        }
        return refuse(failure);
    }

    void end(const QString& why)
    {
        if (!m_parts)
            return;
        (void)m_parts->stores.log->append(plainRecord(AuditEvent::SessionEnded, why));
        m_parts.reset();
    }

    std::unique_ptr<Session::Parts> m_parts; ///< Gone once the session, or its end, has been made.
    const RosterUser m_user = m_parts->user;
    const Banner m_banner = m_parts->profile.banner;
};

} // namespace

std::optional<SignInProblem> trainingProblem(const RosterUser& user, QDate today)
{
    if (!user.trainedOn || !user.trainingExpiresOn || !user.trainedOn->isValid() || !user.trainingExpiresOn->isValid())
        return SignInProblem::Untrained;
    if (*user.trainedOn > today)
        return SignInProblem::TrainingInFuture;
    if (*user.trainingExpiresOn < today)
        return SignInProblem::TrainingExpired;
    return std::nullopt;
}

std::optional<SignInProblem> standingProblem(const RosterUser& user, const OfficeProfile& profile, Instant now)
{
    if (now > profile.notAfter)
        return SignInProblem::ProfileExpired;
    return trainingProblem(user, toDateTime(now).toLocalTime().date());
}

SignInService::SignInService(OfficeAccess& office, const Clock& clock, PictureDecoder* decoder)
    : m_office(office),
      m_clock(clock),
      m_owed(std::make_shared<OwedEntries>()),
      m_decoder(decoder)
{
}

bool SignInService::isTraining() const
{
    return m_office.isTraining();
}
const OfficeProfile& SignInService::profile() const
{
    return m_office.profile();
}
QString SignInService::practicePassphrase() const
{
    return m_office.practicePassphrase();
}

QFuture<Outcome<std::vector<CardChoice>>> SignInService::cards()
{
    return QtConcurrent::run([office = &m_office]() -> Outcome<std::vector<CardChoice>> {
        auto found = office->cards();
        if (!found)
            return refuse(found.error());
        return *std::move(found);
    });
}

QFuture<Outcome<std::shared_ptr<PendingSession>>> SignInService::begin(CredentialChoice choice, QString pin)
{
    if (const auto current = m_office.refresh(); !current)
        return QtFuture::makeReadyValueFuture(Outcome<std::shared_ptr<PendingSession>>(refuse(current.error())));
    const auto secret = std::make_shared<const SecureBytes>(SecureBytes::fromText(pin));
    wipe(pin);
    // Opening a PKCS#12 file derives a key from the passphrase: long enough to be felt, so not on the window's thread.
    return QtConcurrent::run(
               [office = &m_office, choice, secret]() -> std::shared_ptr<std::expected<std::unique_ptr<Credential>, SignInProblem>> {
                   return std::make_shared<std::expected<std::unique_ptr<Credential>, SignInProblem>>(office->credential(choice, *secret));
               })
        .then(this,
              [this, choice](const std::shared_ptr<std::expected<std::unique_ptr<Credential>, SignInProblem>>& opened)
                  -> Outcome<std::shared_ptr<PendingSession>> {
                  if (!*opened) {
                      m_office.noteRefusedSignIn(m_clock.now(), auditWord(opened->error()));
                      return refuse(opened->error());
                  }
                  return admit(choice, *std::move(*opened));
              });
}

Outcome<std::shared_ptr<PendingSession>> SignInService::admit(const CredentialChoice& choice, std::unique_ptr<Credential> credential)
{
    const Instant now = m_clock.now();
    const OfficeProfile& profile = m_office.profile();
    if (now < profile.notBefore || now > profile.notAfter) {
        // It was good when the sign-in began: no check of its file noted it, and no key may open the log under it.
        m_office.noteRefusedSignIn(now, auditWord(SignInProblem::ProfileExpired));
        return refuse(ProfileProblem{.fault = now > profile.notAfter ? ProfileFault::Expired : ProfileFault::NotYetValid});
    }

    const RosterUser* user = profile.userByCertificate(credential->certificateSha256());
    std::optional<SignInProblem> problem;
    if (!user)
        problem = isNamedOnRoster(*credential, profile) ? SignInProblem::FingerprintDiffers : SignInProblem::NotOnRoster;
    else
        problem = trainingProblem(*user, toDateTime(now).toLocalTime().date());

    auto stores = m_office.open(*credential, m_clock);
    if (!stores) {
        const auto* own = std::get_if<SignInProblem>(&stores.error().why);
        if (problem || own)
            m_office.noteRefusedSignIn(now, auditWord(problem ? *problem : *own));
        return problem ? refuse(*problem) : refuse(stores.error().why);
    }

    AuditActor actor;
    actor.certificateSha256 = credential->certificateSha256();
    actor.session = QueryId::create().text();
    if (user) {
        actor.user = user->id;
        actor.role = user->role;
    }
    AuditLog& log = *stores->log;
    // First what the log could not be told of the session before.
    if (const auto paid = m_owed->payInto(log); !paid)
        return refuse(paid.error());
    if (!stores->fault) {
        if (const auto closed = endLeftOpen(log); !closed)
            return refuse(closed.error());
    }
    log.setActor(actor);
    for (const AuditRecord& record : stores->news) {
        if (const auto receipt = log.append(record); !receipt)
            return refuse(receipt.error());
    }
    if (stores->told)
        stores->told();
    if (problem) {
        if (const auto receipt = log.append(plainRecord(AuditEvent::SigninRefused, auditWord(*problem))); !receipt)
            return refuse(receipt.error());
        return refuse(*problem);
    }
    for (const AuditEvent event : {AuditEvent::ProfileLoaded, AuditEvent::SigninAccepted}) {
        if (const auto receipt = log.append(plainRecord(event)); !receipt)
            return refuse(receipt.error());
    }

    auto parts = std::make_unique<Session::Parts>(m_office, m_clock);
    parts->user = *user;
    parts->actor = actor;
    parts->owed = m_owed;
    parts->choice = choice;
    parts->credential = std::move(credential);
    parts->stores = *std::move(stores);
    parts->decoder = m_decoder;
    return std::make_shared<BannerSession>(std::move(parts));
}

} // namespace casebound
