// One key a case, so that its kept reads can be made unreadable for good (R12: crypto-erase); only for sources of this folder.
#pragma once

#include "crypto/SecureBytes.h"
#include "domain/Ids.h"
#include "store/CaseTable.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace casebound {

class Database;

/// A case's key stands in the case database, wrapped by a secret that stands beside it: one file a case in "<database>.keys". Both are
/// needed, so neither a copy of the database, however old and whoever holds its key, nor a copy of the folder opens anything alone; and
/// once the secret is destroyed no copy of the database does. The secret has no other wrapping: what keeps strangers out is the database's
/// own key. Read at each use; nothing is held in between. Not thread-safe.
class CaseKeys {
public:
    explicit CaseKeys(Database& database) : m_database(database) {}

    /// NotFound: the case never had one. Locked: its secret is gone, or is not the one that wrapped it.
    [[nodiscard]] std::expected<SecureBytes, StoreFault> key(const CaseNumber& number) const;
    /// Makes one where the case has none: the secret is durable before the database names it. Not inside a transaction.
    [[nodiscard]] std::expected<SecureBytes, StoreFault> keyOrNew(const CaseNumber& number);

    /// Inside the caller's transaction: the wrapped key is deleted, and its secret's name kept until destroyEnded() has done its work.
    [[nodiscard]] std::expected<void, StoreFault> end(const CaseNumber& number);
    /// Overwrites, removes and syncs every secret that was ended; also what a kill left of it. WriteFailed: some stand yet.
    [[nodiscard]] std::expected<void, StoreFault> destroyEnded();

private:
    [[nodiscard]] QString folder() const;
    Database& m_database;
};

/// Nonce, ciphertext and tag under a case's key. `place` says what the bytes are, so that none can stand for another.
[[nodiscard]] std::expected<QByteArray, StoreFault> sealForCase(const SecureBytes& key, const QByteArray& place, QByteArrayView plain);
/// Damaged where they are not the ones that were sealed there.
[[nodiscard]] std::expected<QByteArray, StoreFault> openForCase(const SecureBytes& key, const QByteArray& place, QByteArrayView sealed);

} // namespace casebound
