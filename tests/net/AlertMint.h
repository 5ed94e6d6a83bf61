// Audited changes of the alert list for tests of net; see QueryMint.h.
#pragma once

#include "QueryMint.h"

#include "domain/AlertChange.h"

namespace casebound {

class AlertGate {
public:
    [[nodiscard]] static AuthorizedAlertChange authorise(AlertTerms terms) { return AuthorizedAlertChange(std::move(terms)); }
};

class AlertService {
public:
    [[nodiscard]] static AuditedAlertChange audited(AlertTerms terms)
    {
        return AuditedAlertChange(AlertGate::authorise(std::move(terms)), AuditLog::receipt());
    }
};

} // namespace casebound
