// The folder on the administrator's desk: the profile being written, the one in force, certificates, and the office's own authority
// where it has one.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/KeyCredential.h"
#include "office/ProfileFile.h"

#include <QDir>
#include <QFile>

#include <expected>
#include <vector>

namespace casebound {

/// One sentence in English for standard error: what happened, and what was not done.
template <class T = void>
using AdminResult = std::expected<T, QString>;

/// Files: draft.json (changed by every command), profile.json and profile.json.p7s (signed), administrator.pem and .p12, recovery.pem and
/// .p12, actor-key.cms, people/<id>.p12; with an authority of its own also authority.pem and .p12, revoked/*.pem and crl.pem.
class AdminOffice {
public:
    /// An existing one; its draft is read.
    [[nodiscard]] static AdminResult<AdminOffice> open(const QString& folder);
    /// A new, empty one; the folder is made where missing, and may hold no office yet.
    [[nodiscard]] static AdminResult<AdminOffice> make(const QString& folder, OfficeProfile draft);

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool has(const QString& name) const { return QFileInfo::exists(file(name)); }
    [[nodiscard]] AdminResult<> write(const QString& name, QByteArrayView bytes) const;
    struct NewFile {
        QString name;
        QByteArray bytes;
    };
    /// All of them or none: written beside their places first, so that a full disk changes nothing; a power cut in between leaves some in
    /// their places, of which the draft, always the last, tells nothing yet.
    [[nodiscard]] AdminResult<> writeTogether(const std::vector<NewFile>& files) const;
    void remove(const QString& name) const { QFile::remove(file(name)); }
    [[nodiscard]] AdminResult<QByteArray> read(const QString& name) const;
    [[nodiscard]] AdminResult<Certificate> certificate(const QString& name) const;
    [[nodiscard]] bool hasAuthority() const { return has(QStringLiteral("authority.p12")); }

    OfficeProfile draft;
    [[nodiscard]] AdminResult<> saveDraft() const;
    /// What saveDraft() would write, where that is in order.
    [[nodiscard]] AdminResult<QByteArray> draftBytes() const;

private:
    explicit AdminOffice(const QDir& folder) : m_folder(folder) {}
    QDir m_folder;
};

/// What may stand for a person, a workstation or an office in file names and in the profile.
[[nodiscard]] bool isName(const QString& text);
/// A file of any place, at most `largest` bytes.
[[nodiscard]] AdminResult<QByteArray> readAnyFile(const QString& path, qsizetype largest = 4 << 20);
/// Exactly one certificate in PEM.
[[nodiscard]] AdminResult<Certificate> readCertificate(const QString& path);
/// A PKCS#12 file with its passphrase.
[[nodiscard]] AdminResult<std::unique_ptr<KeyCredential>> openCredential(const QString& path, const SecureBytes& passphrase);

} // namespace casebound
