#pragma once

#include "crypto/SecureBytes.h"
#include "store/Database.h"
#include "store/SqlCipher.h"

namespace casebound {

struct Database::Private {
    sqlite3* handle = nullptr;
    ~Private() { sqlite3_close_v2(handle); }
    [[nodiscard]] StoreFault faultOf(int result) const;
    [[nodiscard]] std::expected<void, StoreFault> execute(const char* sql) const;
};

/// "x'<64 hex digits>'": SQLCipher then takes the bytes as they are instead of stretching a passphrase.
[[nodiscard]] SecureBytes rawKeyText(const SecureBytes& key);

} // namespace casebound
