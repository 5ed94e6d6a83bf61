#include "admin/AdminOffice.h"

#include "office/PrivateFolder.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace casebound {

using namespace Qt::StringLiterals;

bool isName(const QString& text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    return form.match(text).hasMatch();
}

AdminResult<QByteArray> readAnyFile(const QString& path, qsizetype largest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1 cannot be read. Nothing was changed."_s.arg(path));
    QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return std::unexpected(u"%1 is larger than %2 MiB. Nothing was changed."_s.arg(path).arg(largest >> 20));
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
    if (office.has(u"draft.json"_s))
        return std::unexpected(
            u"%1 holds an office already. Nothing was made; choose another folder."_s.arg(office.m_folder.absolutePath()));
    // Keys without a draft: an init that was cut off, or an office whose draft was lost. Only a person can tell them apart.
    if (office.has(u"administrator.pem"_s) || office.has(u"authority.p12"_s))
        return std::unexpected(
            u"%1 holds keys of an office, but no draft.json. Nothing was made. If init was cut off here, empty the folder and begin "
            "again; if an office was kept here, put its draft.json back from the backup."_s.arg(office.m_folder.absolutePath()));
    if (!ensurePrivateFolder(office.m_folder.absolutePath()))
        return std::unexpected(u"%1 cannot be made, or others can change it. Nothing was made."_s.arg(office.m_folder.absolutePath()));
    office.draft = std::move(draft);
    return office;
}

AdminResult<> AdminOffice::write(const QString& name, QByteArrayView bytes) const
{
    const QString path = file(name);
    if (!ensurePrivateFolder(QFileInfo(path).absolutePath()) || !replacePrivateFile(path, bytes)) {
        QFile::remove(path + u".new"_s);
        return std::unexpected(u"%1 cannot be written. Nothing was changed; free some space, or make the folder writable."_s.arg(path));
    }
    return {};
}

AdminResult<> AdminOffice::writeTogether(const std::vector<NewFile>& files) const
{
    const auto draftOf = [this](const NewFile& one) { return file(one.name) + u".next"_s; };
    const auto forget = [&] {
        for (const NewFile& one : files)
            QFile::remove(draftOf(one));
    };
    forget(); // left behind by a program that was cut off
    for (const NewFile& one : files) {
        if (ensurePrivateFolder(QFileInfo(file(one.name)).absolutePath()) && writePrivateFile(draftOf(one), one.bytes))
            continue;
        forget();
        return std::unexpected(
            u"%1 cannot be written. Nothing was changed; free some space, or make the folder writable."_s.arg(file(one.name)));
    }
    for (const NewFile& one : files) {
        if (moveIntoPlace(draftOf(one), file(one.name)))
            continue;
        forget();
        return std::unexpected(u"%1 cannot be put in its place. Do the same again."_s.arg(file(one.name)));
    }
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

AdminResult<QByteArray> AdminOffice::draftBytes() const
{
    QByteArray bytes = writeProfile(draft);
    // What a command wrote the next one can read: a value out of bounds is said now, not later.
    if (const auto good = parseProfile(bytes, ProfileStage::Draft); !good)
        return std::unexpected(profileSentence(good.error()) + u" Nothing was changed."_s);
    return bytes;
}

AdminResult<> AdminOffice::saveDraft() const
{
    const auto bytes = draftBytes();
    if (!bytes)
        return std::unexpected(bytes.error());
    return write(u"draft.json"_s, *bytes);
}

} // namespace casebound
