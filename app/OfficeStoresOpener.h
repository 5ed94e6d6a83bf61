// The two stores of an office and the client of its vendor, as both kinds of office open them.
#pragma once

#include "crypto/OpenSslCredential.h"
#include "office/OfficeKeys.h"
#include "service/OfficeAccess.h"

namespace casebound {

struct StorePlaces {
    QString logFolder, caseFile;
    QString workstation;                     ///< Its name in the log's origin.
    std::optional<LogHead> seen = {};        ///< AuditLog::Config::seen
    std::optional<Instant> knownBefore = {}; ///< AuditLog::Config::knownBefore
};

/// ReviewerUnusable: a reviewer's certificate is none. Locked: the keys are not those of the stores.
[[nodiscard]] Outcome<AuditLog::Config> logConfiguration(const StorePlaces& places, const OfficeProfile& profile, const OfficeKeys& keys);
/// With a log at fault: the holding log alone (LogKeeper).
[[nodiscard]] Outcome<OfficeStores> openOfficeStores(const StorePlaces& places, const OfficeProfile& profile, const OfficeKeys& keys,
                                                     const Clock& clock);

/// Presents the credential, which outlives the client.
[[nodiscard]] VendorResult<std::shared_ptr<VendorClient>> openVendor(const VendorSettings& vendor, const OpenSslCredential& credential,
                                                                     const Clock& clock);

} // namespace casebound
