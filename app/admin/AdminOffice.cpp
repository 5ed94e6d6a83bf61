#include "admin/AdminOffice.h"

#include "office/PrivateFolder.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFile = 4 << 20;

} // namespace

bool isName(const QString& text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    return form.match(text).hasMatch();
}

AdminResult<QByteArray> readAnyFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1 cannot be read. Nothing was changed."_s.arg(path));
    QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return std::unexpected(u"%1 is larger than 4 MiB. Nothing was changed."_s.arg(path));
    return bytes;
}

AdminResult<Certificate> readCertificate(const QString& path)
{
    const auto bytes = readAnyFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto list = Certificate::listFromPem(*bytes);
    if (!list || list->size() != 1)
        return std::unexpected(u"%1 does not hold exactly one certificate in PEM. Nothing was changed."_s.arg(path));
    return list->front();
}

AdminResult<std::unique_ptr<KeyCredential>> openCredential(const QString& path, const SecureBytes& passphrase)
{
    const auto bytes = readAnyFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto opened = KeyCredential::fromPkcs12(*bytes, passphrase);
    if (opened)
        return *std::move(opened);
    if (opened.error() == CredentialFault::WrongPin)
        return std::unexpected(u"That is not the passphrase of %1. Nothing was changed."_s.arg(path));
    return std::unexpected(u"%1 is not a PKCS#12 file with a P-256 key and its certificate. Nothing was changed."_s.arg(path));
}

AdminResult<AdminOffice> AdminOffice::open(const QString& folder)
{
    AdminOffice office{QDir(folder)};
    if (!office.has(u"draft.json"_s))
        return std::unexpected(u"%1 holds no office. Go to its folder, name it with --folder, or make one with casebound-admin init."_s.arg(
            QDir::cleanPath(QDir(folder).absolutePath())));
    if (!ensurePrivateFolder(office.m_folder.absolutePath()))
        return std::unexpected(u"%1 can be changed by others, or is not yours. Nothing was read; make it yours alone (chmod 700)."_s.arg(
            office.m_folder.absolutePath()));
    const auto bytes = office.read(u"draft.json"_s);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto draft = parseProfile(*bytes, ProfileStage::Draft);
    if (!draft)
        return std::unexpected(u"draft.json: "_s + profileSentence(draft.error()));
    office.draft = *std::move(draft);
    return office;
}

AdminResult<AdminOffice> AdminOffice::make(const QString& folder, OfficeProfile draft)
{
    AdminOffice office{QDir(folder)};
    if (office.has(u"draft.json"_s) || office.has(u"administrator.pem"_s))
        return std::unexpected(
            u"%1 holds an office already. Nothing was made; choose another folder."_s.arg(office.m_folder.absolutePath()));
    if (!ensurePrivateFolder(office.m_folder.absolutePath()))
        return std::unexpected(u"%1 cannot be made, or others can change it. Nothing was made."_s.arg(office.m_folder.absolutePath()));
    office.draft = std::move(draft);
    return office;
}

AdminResult<> AdminOffice::write(const QString& name, QByteArrayView bytes) const
{
    const QString path = file(name);
    if (!ensurePrivateFolder(QFileInfo(path).absolutePath()) || !replacePrivateFile(path, bytes))
        return std::unexpected(u"%1 cannot be written."_s.arg(path));
    return {};
}

AdminResult<QByteArray> AdminOffice::read(const QString& name) const
{
    return readAnyFile(file(name));
}

AdminResult<Certificate> AdminOffice::certificate(const QString& name) const
{
    return readCertificate(file(name));
}

AdminResult<> AdminOffice::saveDraft() const
{
    const QByteArray bytes = writeProfile(draft);
    // What a command wrote the next one can read: a value out of bounds is said now, not later.
    if (const auto good = parseProfile(bytes, ProfileStage::Draft); !good)
        return std::unexpected(profileSentence(good.error()) + u" The draft was not changed."_s);
    return write(u"draft.json"_s, bytes);
}

} // namespace casebound
