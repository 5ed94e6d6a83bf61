// Every page of a SQLCipher 4 file carries a MAC; a scan of the rows sees only the pages the rows stand on.
#pragma once

#include "crypto/SecureBytes.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace casebound {

enum class PageVerdict { Good, Bad, Unreadable };

struct PageCheck {
    PageVerdict verdict = PageVerdict::Good;
    std::uint32_t page = 0; ///< The first bad one, from 1.
};

/// The file's pages (4,096 bytes, HMAC-SHA-512, raw key, fast_kdf_iter 1000), read apart from SQLCipher, so on another core while it
/// scans; where its journal has committed a page anew, that one instead.
[[nodiscard]] PageCheck checkPages(const QString& path, const SecureBytes& key);

} // namespace casebound
