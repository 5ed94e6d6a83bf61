// The office of training mode (R17): made on this computer at first start, with its own authority, people, keys and profile.
#pragma once

#include "crypto/KeyCredential.h"
#include "domain/OfficeProfile.h"
#include "office/OfficeKeys.h"
#include "office/PrivateFolder.h"
#include "service/SignIn.h"

#include <QString>

#include <expected>
#include <memory>

namespace casebound {

enum class OfficeFault {
    FolderNotPrivate, ///< Somebody else could write to the folder, or owns it.
    FolderNotWritable,
    Damaged, ///< Something is missing or does not fit together; nothing is made anew over it.
    Crypto,
};

/// Everything below the folder: certificates (PEM), credentials (PKCS#12), the office's keys as a CMS envelope to both credentials and
/// the recovery certificate. No key ever stands in plain in a file, but for the practice vendor's own server key.
class TrainingOffice {
public:
    /// Makes the office where the folder holds none: completely, or not at all. The folder is 0700.
    [[nodiscard]] static std::expected<TrainingOffice, OfficeFault> openOrMake(const QString& folder, const Clock& clock);

    [[nodiscard]] const OfficeProfile& profile() const { return m_profile; }
    [[nodiscard]] const QString& workstation() const { return m_workstation; }
    /// The same for both practice credentials, and no secret.
    [[nodiscard]] static QString passphrase();
    /// Practice choices take an empty PIN for the passphrase.
    [[nodiscard]] std::expected<std::unique_ptr<KeyCredential>, SignInProblem> credential(const CredentialChoice& choice,
                                                                                          const SecureBytes& pin, Instant now) const;
    [[nodiscard]] std::expected<OfficeKeys, KeysFault> keys(Credential& credential) const;

    [[nodiscard]] QString caFile() const;
    [[nodiscard]] QString serverCertificateFile() const;
    [[nodiscard]] QString serverKeyFile() const;
    [[nodiscard]] QString logFolder() const;
    [[nodiscard]] QString caseFile() const;
    void setVendorAddress(const QUrl& address) { m_profile.vendor.address = address; }

private:
    explicit TrainingOffice(QString folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] static std::expected<void, OfficeFault> make(const QString& folder, const Clock& clock);
    [[nodiscard]] std::expected<void, OfficeFault> load(const Clock& clock);

    QString m_folder;
    QString m_workstation;
    OfficeProfile m_profile;
};

} // namespace casebound
