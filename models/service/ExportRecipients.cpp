#include "service/ExportRecipients.h"

#include "crypto/CmsStream.h"

#include <QFile>

#include <algorithm>
#include <optional>

namespace casebound {

namespace {

constexpr qsizetype largestFile = 1 << 20;
constexpr std::size_t mostCertificates = 100;

std::optional<RecipientProblem> problemOf(const Certificate& certificate, Instant now)
{
    if (!canReceive(certificate))
        return RecipientProblem::CannotReceive;
    if (now > certificate.notAfter())
        return RecipientProblem::Expired;
    if (now < certificate.notBefore())
        return RecipientProblem::NotYetValid;
    return std::nullopt;
}

} // namespace

std::vector<ExportRecipient> officeRecipients(const OfficeProfile& profile, Instant now)
{
    std::vector<ExportRecipient> list;
    const auto add = [&](const UserId& user, const QByteArray& der) {
        const bool there = std::ranges::contains(list, user, &ExportRecipient::user);
        const auto certificate = Certificate::fromDer(der);
        if (there || der.isEmpty() || !certificate || problemOf(*certificate, now))
            return;
        const RosterUser* row = profile.user(user);
        list.push_back({.certificate = *certificate, .name = row ? row->name : certificate->commonName(), .user = user});
    };
    for (const RosterUser& user : profile.roster)
        add(user.id, user.certificateDer);
    for (const Reviewer& reviewer : profile.reviewers)
        add(reviewer.id, reviewer.certificateDer);
    return list;
}

std::expected<std::vector<ExportRecipient>, RecipientProblem> recipientsFromFile(const QString& path, Instant now)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(RecipientProblem::CannotRead);
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return std::unexpected(RecipientProblem::NotCertificate);
    std::vector<Certificate> certificates;
    if (auto one = Certificate::fromDer(bytes))
        certificates = {*one};
    else if (auto several = Certificate::listFromPem(bytes))
        certificates = *std::move(several);
    if (certificates.empty())
        return std::unexpected(RecipientProblem::NotCertificate);
    if (certificates.size() > mostCertificates)
        return std::unexpected(RecipientProblem::TooMany);
    std::vector<ExportRecipient> list;
    for (const Certificate& certificate : certificates) {
        if (const auto problem = problemOf(certificate, now))
            return std::unexpected(*problem);
        list.push_back({.certificate = certificate, .name = certificate.commonName(), .user = {}});
    }
    return list;
}

} // namespace casebound
