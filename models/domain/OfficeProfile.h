// What an agent must not decide (architecture: "The office profile"). Read-only value.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/TimeLimit.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace casebound {

struct RosterUser {
    UserId id;
    QString name;
    Role role = Role::Agent;
    QByteArray certificateSha256; ///< Of the DER certificate, 32 bytes.
    std::optional<QDate> trainedOn, trainingExpiresOn;
};

struct Reviewer {
    UserId id;
    QByteArray certificateDer; ///< Sealed results are encrypted to it.
};

struct Banner {
    QString version;
    QString text;      ///< Whole text, paragraphs separated by blank lines.
    QByteArray sha256; ///< Of the UTF-8 text.
};

struct VendorSettings {
    QUrl address; ///< https://host:port
    QByteArray caBundlePem;
    std::vector<QByteArray> pins; ///< SHA-256 of SubjectPublicKeyInfo, 32 bytes each; empty: no pinning.
    QByteArray crlPem;
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

    [[nodiscard]] const RosterUser* user(const UserId& id) const;
    [[nodiscard]] const RosterUser* userByCertificate(const QByteArray& certificate) const;
};

} // namespace casebound
