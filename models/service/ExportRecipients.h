// Whom an export is encrypted to: people of the office, and certificates somebody brings.
#pragma once

#include "crypto/Certificate.h"
#include "domain/OfficeProfile.h"

#include <expected>
#include <vector>

namespace casebound {

struct ExportRecipient {
    Certificate certificate;
    QString name; ///< Of the roster, or the certificate's common name.
    UserId user;  ///< Of the roster; empty for outsiders.
    [[nodiscard]] QByteArray fingerprint() const { return certificate.sha256(); }
};

enum class RecipientProblem {
    CannotRead,     ///< No such file, or no right to it.
    NotCertificate, ///< Neither DER nor PEM, or larger than 1 MiB.
    CannotReceive,  ///< Its key is not P-256, or its key usage forbids agreement.
    Expired,
    NotYetValid,
    TooMany, ///< More than 100 in one file.
};

/// Of the roster and the reviewers, each person once, in the roster's order; whoever cannot receive now is left out.
[[nodiscard]] std::vector<ExportRecipient> officeRecipients(const OfficeProfile& profile, Instant now);
/// Every certificate of a file, DER or PEM. Nobody vouches for it: whoever adds it compares the fingerprint. Reads up to 1 MiB.
[[nodiscard]] std::expected<std::vector<ExportRecipient>, RecipientProblem> recipientsFromFile(const QString& path, Instant now);

} // namespace casebound
