#include "ledger/AuditEvent.h"

#include <array>

namespace casebound {
namespace {

constexpr std::array table{
#define CASEBOUND_EVENT(enumerator, name, pair, meaning) AuditEventInfo{AuditEvent::enumerator, name, meaning},
#include "ledger/AuditEvents.inc"
#undef CASEBOUND_EVENT
};

constexpr std::optional<AuditIntent> Alone;
constexpr std::optional QueryIntent = AuditIntent{AuditIntent::Query, false}, QueryOutcome = AuditIntent{AuditIntent::Query, true};
constexpr std::optional AlertIntent = AuditIntent{AuditIntent::Alert, false}, AlertOutcome = AuditIntent{AuditIntent::Alert, true};
constexpr std::optional ExportIntent = AuditIntent{AuditIntent::Export, false}, ExportOutcome = AuditIntent{AuditIntent::Export, true};

constexpr std::array pairs{
#define CASEBOUND_EVENT(enumerator, name, pair, meaning) pair,
#include "ledger/AuditEvents.inc"
#undef CASEBOUND_EVENT
};

} // namespace

std::span<const AuditEventInfo> auditEvents()
{
    return table;
}

const char* auditEventName(AuditEvent event)
{
    return table[static_cast<std::size_t>(event)].name;
}

std::optional<AuditEvent> auditEventFromName(QByteArrayView name)
{
    for (const AuditEventInfo& info : table) {
        if (name == QByteArrayView(info.name))
            return info.event;
    }
    return std::nullopt;
}

std::optional<AuditIntent> intentOf(AuditEvent event)
{
    return pairs[static_cast<std::size_t>(event)];
}

AuditEvent unknownOutcome(AuditIntent::Kind kind)
{
    switch (kind) {
    case AuditIntent::Query: return AuditEvent::QueryUnknown;
    case AuditIntent::Alert: return AuditEvent::AlertFailed;
    case AuditIntent::Export: return AuditEvent::ExportFailed;
    }
    return AuditEvent::QueryUnknown;
}

} // namespace casebound
