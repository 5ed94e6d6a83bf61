// What an agent must not decide (architecture: "The office profile"). Read-only value.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/ReviewPolicy.h"
#include "domain/TimeLimit.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace casebound {

class SensitivePlaces;

struct RosterUser {
    UserId id;
    QString name;
    Role role = Role::Agent;
    QByteArray certificateSha256; ///< Of the DER certificate, 32 bytes.
    std::optional<QDate> trainedOn, trainingExpiresOn;
    QByteArray certificateDer{}; ///< The office's keys are wrapped to it; empty in training's built-in profile.
};

struct Reviewer {
    UserId id;
    QByteArray certificateDer; ///< Sealed results are encrypted to it.
};

struct Banner {
    QString version;
    QString text;         ///< Whole text, paragraphs separated by blank lines.
    QByteArray sha256;    ///< Of the UTF-8 text.
    QStringList covers{}; ///< Ids of banner_points.json that the text makes.
};

struct VendorSettings {
    QUrl address; ///< https://host:port
    QByteArray caBundlePem;
    std::vector<QByteArray> pins; ///< SHA-256 of SubjectPublicKeyInfo, 32 bytes each; empty: no pinning.
    QByteArray crlPem;
};

/// A workstation by the name its log is signed under. A key replaced later is announced in the log by the one before it (audit-log: "Tree
/// and checkpoints"), so what stands here is where the chain of keys begins.
struct WorkstationKey {
    QString name;            ///< [A-Za-z0-9._-]+
    QByteArray publicKeyDer; ///< SubjectPublicKeyInfo, P-256.
};

/// Who issues the people's certificates, and which of them are no longer good (crypto/CertificateCheck.h).
struct PeopleTrust {
    QByteArray caBundlePem;
    QByteArray crlPem;  ///< Empty: revocation is not checked.
    QString cardDriver; ///< PKCS#11 module, an absolute path; empty: no cards.
};

/// R11: drawn from the bundled map, from the office's own file, or from the agency's own tile server; never from a public host.
struct BaseMap {
    QUrl tiles;               ///< https; {z}, {x} and {y} stand in it percent-encoded, or /{z}/{x}/{y}.png follows. Empty: no server.
    QByteArray caBundlePem{}; ///< The only authorities believed for the server; empty: the vendor's.
    QString attribution{};    ///< Whose map the server's is, as it is drawn on it.
    int deepest = 18;         ///< The server's last zoom.
    QString file{};           ///< MBTiles beside the profile: a name without a path; empty: none.
    QByteArray sha256{};      ///< Of the file; 32 bytes.
};

/// R12: who stamps the time on the signatures of exports (RFC 3161).
struct TimeStampService {
    QUrl address;                ///< https. Empty: there is none, and exports carry no stamp.
    QByteArray caBundlePem{};    ///< The only authorities believed for the server; empty: the vendor's.
    QByteArray authoritiesPem{}; ///< Those who vouch for its stamps.
};

/// R11: the office's layer of sensitive places (domain/PlacesFile.h), beside the profile.
struct SensitivePlacesLayer {
    QString file;      ///< A name without a path; empty: none.
    QByteArray sha256; ///< 32 bytes.
    int metres = 300;  ///< A read at most this far away carries the policy notice. No policy gives a number: counsel decides.
    std::shared_ptr<const SensitivePlaces> places{}; ///< As read from the file, where a workstation loaded the profile.
};

/// R12: how long a kind of case material is kept, by a schedule of the reference data.
struct RetentionRule {
    QString schedule; ///< Id of retention.json.
    int years = 0;
};

struct OfficeProfile {
    std::uint64_t serial = 0;
    QByteArray sha256; ///< Of the signed bytes.
    QString office;    ///< [A-Za-z0-9._-]+; part of the log's origin.
    Instant notBefore{}, notAfter{};
    VendorSettings vendor;
    std::vector<RosterUser> roster;
    std::vector<Reviewer> reviewers;
    Banner banner;
    LimitPolicy limits;
    QString witnessFolder; ///< Empty: none.
    std::chrono::minutes idleLock{15};
    std::chrono::hours resultsLife{8};
    bool training = false;
    QByteArray recoveryCertificateDer; ///< The office's keys are wrapped to it as well; its key lies in a safe.
    std::vector<WorkstationKey> workstations;
    PeopleTrust people;
    std::vector<ReasonCode> withdrawnReasons; ///< Reasons of the reference data that counsel does not allow in this office.
    std::vector<RetentionRule> retention;
    BaseMap baseMap;
    TimeStampService timeStamps;
    SensitivePlacesLayer sensitivePlaces;
    int passMarkPercent = 80;    ///< R17: of the practice course.
    bool fips = false;           ///< Only FIPS-approved implementations may run.
    ReviewPolicy reviewPolicy{}; ///< R10: counsel decides.

    [[nodiscard]] const RosterUser* user(const UserId& id) const;
    [[nodiscard]] const RosterUser* userByCertificate(const QByteArray& certificate) const;
};

} // namespace casebound
