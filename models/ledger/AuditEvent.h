// The audit events. To add one: a line in AuditEvents.inc, and nothing else; the documentation's table is made from it.
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>
#include <span>

namespace casebound {

enum class AuditEvent : std::uint8_t {
#define CASEBOUND_EVENT(enumerator, name, pair, meaning) enumerator,
#include "ledger/AuditEvents.inc"
#undef CASEBOUND_EVENT
};

struct AuditEventInfo {
    AuditEvent event;
    const char* name;    ///< "query.intended": thing, then what happened to it.
    const char* meaning; ///< One English sentence for the documentation.
};

/// All events, in the enumeration's order.
[[nodiscard]] std::span<const AuditEventInfo> auditEvents();
[[nodiscard]] const char* auditEventName(AuditEvent event);
[[nodiscard]] std::optional<AuditEvent> auditEventFromName(QByteArrayView name);

/// Events that come in pairs by query_id: an intention, and at most one outcome after it.
struct AuditIntent {
    enum Kind : std::uint8_t { Query, Alert, Export };
    Kind kind = Query;
    bool outcome = false;
    friend bool operator==(const AuditIntent&, const AuditIntent&) = default;
};
[[nodiscard]] std::optional<AuditIntent> intentOf(AuditEvent event);
/// What recovery writes for an intention of an earlier boot without outcome; alerts and exports carry the outcome "unknown".
[[nodiscard]] AuditEvent unknownOutcome(AuditIntent::Kind kind);

} // namespace casebound
