// A small office for tests: an authority, people with keys, and a profile in which everything is in order.
#pragma once

#include "crypto/CertificateIssuer.h"
#include "crypto/Cms.h"
#include "crypto/Digest.h"
#include "crypto/KeyCredential.h"
#include "domain/PlacesFile.h"
#include "domain/Reference.h"
#include "office/ProfileFile.h"

#include <QMap>
#include <QString>

namespace casebound {

struct OfficePerson {
    PrivateKey key;
    Certificate certificate;
    [[nodiscard]] std::unique_ptr<KeyCredential> credential() const { return *KeyCredential::fromParts(key, certificate); }
};

class OfficeMaker {
public:
    explicit OfficeMaker(Instant now)
        : m_validity{.notBefore = now - std::chrono::days(10), .notAfter = now + std::chrono::days(400)},
          m_now(now),
          m_issuer(*CertificateIssuer::createAuthority(QStringLiteral("Test authority"), m_validity))
    {
    }
    [[nodiscard]] const CertificateIssuer& issuer() const { return m_issuer; }

    /// The same person each time the name is the same.
    const OfficePerson& person(const QString& id)
    {
        auto found = m_people.find(id);
        if (found == m_people.end()) {
            const auto key = *PrivateKey::generateP256();
            found = m_people.insert(id, std::make_shared<OfficePerson>(OfficePerson{key, *m_issuer.issueClient(key, id, m_validity)}));
        }
        return **found;
    }

    void admit(OfficeProfile& profile, const QString& id, Role role = Role::Agent)
    {
        const QDate today = toDateTime(m_now).date();
        const Certificate& certificate = person(id).certificate;
        profile.roster.push_back({.id = UserId(id),
                                  .name = QStringLiteral("Person ") + id,
                                  .role = role,
                                  .certificateSha256 = certificate.sha256(),
                                  .trainedOn = today.addDays(-30),
                                  .trainingExpiresOn = today.addDays(300),
                                  .certificateDer = certificate.der()});
    }

    /// The layer of places that profile() names; where the profile is put, it belongs beside it as places.geojson.
    [[nodiscard]] static QByteArray placesFile()
    {
        return writePlaces(SensitivePlaces({{.name = QStringLiteral("Harbour School"),
                                             .category = QStringLiteral("school"),
                                             .points = {{.latitude = 30.5, .longitude = -41.5}}}},
                                           {.date = QDate(2026, 11, 1), .name = QStringLiteral("Made up for tests")}));
    }
    [[nodiscard]] OfficeProfile profile()
    {
        OfficeProfile made;
        made.serial = 7;
        made.office = QStringLiteral("harbour");
        made.notBefore = m_now - std::chrono::days(1);
        made.notAfter = m_now + std::chrono::days(365);
        made.vendor.address = QUrl(QStringLiteral("https://127.0.0.1:8443"));
        made.vendor.caBundlePem = m_issuer.authority().pem();
        made.people.caBundlePem = m_issuer.authority().pem();
        made.vendor.pins = {QByteArray(32, 'p')};
        admit(made, QStringLiteral("agent.one"));
        admit(made, QStringLiteral("supervisor.two"), Role::Supervisor);
        made.reviewers = {
            {.id = UserId(QStringLiteral("supervisor.two")), .certificateDer = person(QStringLiteral("supervisor.two")).certificate.der()}};
        made.recoveryCertificateDer = person(QStringLiteral("recovery")).certificate.der();
        made.workstations = {{.name = QStringLiteral("desk-1"), .publicKeyDer = person(QStringLiteral("desk-1")).key.publicKeyDer()}};
        made.banner.version = QStringLiteral("test-1");
        made.banner.text = QStringLiteral("First.\n\nSecond – with a dash.");
        for (const BannerPoint& point : Reference::builtIn().bannerPoints())
            made.banner.covers += point.id;
        made.withdrawnReasons = {ReasonCode(QStringLiteral("commercial_fraud"))};
        made.retention = {{.schedule = QStringLiteral("criminal_case"), .years = 20}};
        made.sensitivePlaces = {.file = QStringLiteral("places.geojson"), .sha256 = toBytes(sha256(placesFile())), .metres = 250};
        made.baseMap = {.tiles = QUrl(QStringLiteral("https://tiles.office.example/%7Bz%7D/%7Bx%7D/%7By%7D.png")),
                        .caBundlePem = m_issuer.authority().pem(),
                        .attribution = QStringLiteral("County survey, made up"),
                        .deepest = 16,
                        .file = QStringLiteral("county.mbtiles"),
                        .sha256 = QByteArray(32, 'm')};
        made.timeStamps = {.address = QUrl(QStringLiteral("https://stamps.office.example/tsa")),
                           .caBundlePem = m_issuer.authority().pem(),
                           .authoritiesPem = m_issuer.authority().pem()};
        made.witnessFolder = QStringLiteral("/srv/witness");
        return made;
    }

    [[nodiscard]] const OfficePerson& administrator() { return person(QStringLiteral("administrator")); }
    [[nodiscard]] QByteArray sign(QByteArrayView json, const QString& by = QStringLiteral("administrator"))
    {
        return *signDetached(json, person(by).key, person(by).certificate);
    }
    [[nodiscard]] ProfileTrust trust() { return {.administrators = {administrator().certificate}, .now = m_now}; }
    [[nodiscard]] Instant now() const { return m_now; }

private:
    Validity m_validity;
    Instant m_now;
    CertificateIssuer m_issuer;
    QMap<QString, std::shared_ptr<OfficePerson>> m_people;
};

} // namespace casebound
