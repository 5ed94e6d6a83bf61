#include "store/CaseDatabase.h"

#include "crypto/SecureBytes.h"
#include "store/CaseKeys.h"
#include "store/PlainReads.h"

namespace casebound {

std::expected<std::unique_ptr<Database>, StoreFault> openCaseDatabase(const QString& path, const SecureBytes& key)
{
    auto database = Database::open(path, key, Database::caseSchema());
    if (!database)
        return database;
    if (const auto done = CaseKeys(**database).destroyEnded(); !done)
        return std::unexpected(done.error());
    if (const auto done = sealPlainReads(**database); !done)
        return std::unexpected(done.error());
    return database;
}

} // namespace casebound
