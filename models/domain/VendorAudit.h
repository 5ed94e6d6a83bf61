// What a vendor says for those who oversee: its own record of queries, and who its users are (vendor contract, "Audit").
#pragma once

#include "domain/Clock.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <optional>

namespace casebound {

/// One query as the vendor recorded it. Texts are the vendor's; it names no workstation.
struct VendorAuditEntry {
    QString queryId, userId, onBehalfOf, plate, jurisdiction;
    Instant from{}, to{};
    QString caseNumber, reasonCode, reasonText;
    Instant receivedAt{};                ///< By the vendor's clock.
    std::optional<std::int64_t> total{}; ///< Nothing: the query failed there.
    friend bool operator==(const VendorAuditEntry&, const VendorAuditEntry&) = default;
};

/// Somebody who has an account with the vendor.
struct VendorUser {
    QString userId, name;
    bool active = false;
    std::optional<QDate> trainedOn{}, trainingExpiresOn{};
    friend bool operator==(const VendorUser&, const VendorUser&) = default;
};

} // namespace casebound
