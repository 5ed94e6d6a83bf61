// Two people of one office, each with a credential of their own, and the services of whoever sits at the desk.
#pragma once

#include "crypto/CertificateIssuer.h"
#include "crypto/KeyCredential.h"
#include "service/ApprovalService.h"
#include "service/ServiceDesk.h"

namespace casebound {

struct DeskPerson {
    UserId id;
    Role role = Role::Agent;
    PrivateKey key = PrivateKey::generateP256().value();
    Certificate certificate;

    DeskPerson(const QString& name, Role given)
        : id(name),
          role(given),
          certificate(
              CertificateIssuer::createAuthority(QStringLiteral("Made-up authority"), years())->issueClient(key, name, years()).value())
    {
    }
    [[nodiscard]] static Validity years()
    {
        return {.notBefore = SystemClock().now() - std::chrono::days(1), .notAfter = SystemClock().now() + std::chrono::days(9)};
    }
    [[nodiscard]] RosterUser row() const
    {
        RosterUser user;
        user.id = id;
        user.name = id.text();
        user.role = role;
        user.certificateSha256 = certificate.sha256();
        user.certificateDer = certificate.der();
        return user;
    }
    /// The PIN is 1234.
    [[nodiscard]] std::expected<std::unique_ptr<Credential>, SignInProblem> open(const QString& pin) const
    {
        if (pin != QStringLiteral("1234"))
            return std::unexpected(SignInProblem::WrongPin);
        return KeyCredential::fromParts(key, certificate).value();
    }
};

/// Puts a person in the desk's chair: entries are theirs from now on.
inline void sit(AuditLog& log, const DeskPerson& person)
{
    AuditActor actor;
    actor.user = person.id;
    actor.certificateSha256 = person.certificate.sha256();
    actor.role = person.role;
    actor.session = QueryId::create().text();
    log.setActor(actor);
}

inline ApprovalService::Parts approvalParts(AuditLog& log, const OfficeProfile& profile, const Clock& clock, const DeskPerson& person)
{
    return {.log = log,
            .profile = profile,
            .clock = clock,
            .actor = {.user = person.id, .role = person.role},
            .credential = [&person](const QString& pin) { return person.open(pin); }};
}

} // namespace casebound
