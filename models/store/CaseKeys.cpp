#include "store/CaseKeys.h"

#include "crypto/Aead.h"
#include "store/DatabasePrivate.h"
#include "store/Files.h"
#include "store/Statement.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t keySize = 32;

bool isSecretName(const QString& name)
{
    return name.size() == 32 && std::ranges::all_of(name, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QByteArray wrapPlace(const CaseNumber& number)
{
    return "case key\n" + number.text().toUtf8();
}

SecureBytes readSecret(const QString& path)
{
    const FileHandle file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    SecureBytes secret(keySize);
    if (!file.isOpen() || ::pread(file.get(), secret.data(), keySize, 0) != ssize_t{keySize})
        return {};
    return secret;
}

/// In place: what lies on the medium is overwritten where the medium lets a file do that.
std::expected<void, StoreFault> destroyFile(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat about{};
    if (::lstat(name.constData(), &about) != 0)
        return errno == ENOENT ? std::expected<void, StoreFault>() : std::unexpected(faultOfErrno());
    const FileHandle file(::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    const QByteArray noise = randomBytes(keySize);
    if (!file.isOpen() || noise.isEmpty() || !writeAllAt(file.get(), noise, 0) || ::fsync(file.get()) != 0)
        return std::unexpected(faultOfErrno());
    if (!removeFile(path))
        return std::unexpected(faultOfErrno());
    return syncFolder(QFileInfo(path).path());
}

} // namespace

QString CaseKeys::folder() const
{
    const char* path = m_database.d->handle ? sqlite3_db_filename(m_database.d->handle, "main") : nullptr;
    return path ? QFile::decodeName(path) + u".keys"_s : QString();
}

std::expected<SecureBytes, StoreFault> CaseKeys::key(const CaseNumber& number) const
{
    Statement row(m_database, "SELECT secret, wrapped FROM case_key WHERE case_number = ?");
    const auto found = row.bind(number.text()).step();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::unexpected(StoreFault::NotFound);
    const QString name = row.text(0);
    if (!isSecretName(name))
        return std::unexpected(StoreFault::Damaged);
    const SecureBytes secret = readSecret(folder() + u'/' + name);
    if (secret.isEmpty())
        return std::unexpected(StoreFault::Locked);
    auto plain = openForCase(secret, wrapPlace(number), row.blob(1));
    if (!plain || plain->size() != qsizetype{keySize})
        return std::unexpected(StoreFault::Locked);
    return SecureBytes::takeFrom(*plain);
}

std::expected<SecureBytes, StoreFault> CaseKeys::keyOrNew(const CaseNumber& number)
{
    auto known = key(number);
    if (known || known.error() != StoreFault::NotFound)
        return known;
    SecureBytes fresh = SecureBytes::random(keySize);
    const SecureBytes secret = SecureBytes::random(keySize);
    const QString name = QString::fromLatin1(randomBytes(16).toHex());
    if (fresh.isEmpty() || secret.isEmpty() || !isSecretName(name))
        return std::unexpected(StoreFault::WriteFailed);
    const auto wrapped = sealForCase(secret, wrapPlace(number), fresh.view());
    if (!wrapped)
        return std::unexpected(wrapped.error());
    const QString place = folder();
    if (place.isEmpty())
        return std::unexpected(StoreFault::Locked);
    if (const auto made = preparePrivateFolder(place); !made)
        return std::unexpected(made.error());
    if (const auto written = writeDurably(place + u'/' + name, secret.view()); !written)
        return std::unexpected(written.error());
    Statement insert(m_database, "INSERT INTO case_key (case_number, secret, wrapped) VALUES (?, ?, ?)");
    if (const auto done = insert.bind(number.text()).bind(name).bind(QByteArrayView(*wrapped)).run(); !done) {
        (void)destroyFile(place + u'/' + name);
        return std::unexpected(done.error());
    }
    return fresh;
}

std::expected<void, StoreFault> CaseKeys::end(const CaseNumber& number)
{
    Statement note(m_database, "INSERT OR IGNORE INTO case_key_ended (secret) SELECT secret FROM case_key WHERE case_number = ?");
    if (const auto done = note.bind(number.text()).run(); !done)
        return done;
    Statement remove(m_database, "DELETE FROM case_key WHERE case_number = ?");
    return remove.bind(number.text()).run();
}

std::expected<void, StoreFault> CaseKeys::destroyEnded()
{
    std::vector<QString> names;
    {
        Statement rows(m_database, "SELECT secret FROM case_key_ended");
        auto row = rows.step();
        for (; row && *row; row = rows.step())
            names.push_back(rows.text(0));
        if (!row)
            return std::unexpected(row.error());
    }
    Statement forget(m_database, "DELETE FROM case_key_ended WHERE secret = ?");
    for (const QString& name : names) {
        if (!isSecretName(name))
            return std::unexpected(StoreFault::Damaged);
        if (const auto done = destroyFile(folder() + u'/' + name); !done)
            return done;
        if (const auto done = forget.bind(name).run(); !done)
            return done;
    }
    return {};
}

std::expected<QByteArray, StoreFault> sealForCase(const SecureBytes& key, const QByteArray& place, QByteArrayView plain)
{
    QByteArray nonce = randomBytes(gcmNonceSize);
    if (nonce.size() != gcmNonceSize)
        return std::unexpected(StoreFault::WriteFailed);
    const auto sealed = gcmSeal(key, nonce, place, plain);
    if (!sealed)
        return std::unexpected(StoreFault::WriteFailed);
    return nonce + *sealed;
}

std::expected<QByteArray, StoreFault> openForCase(const SecureBytes& key, const QByteArray& place, QByteArrayView sealed)
{
    if (sealed.size() < gcmNonceSize + gcmTagSize)
        return std::unexpected(StoreFault::Damaged);
    auto plain = gcmOpen(key, sealed.first(gcmNonceSize), place, sealed.sliced(gcmNonceSize));
    if (!plain)
        return std::unexpected(StoreFault::Damaged);
    return *std::move(plain);
}

} // namespace casebound
