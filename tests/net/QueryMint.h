// Audited queries for tests of net. The types' friends are declared here under their own names, as the services that stand behind
// them are not part of this layer; a program that links the real ones must not include this.
#pragma once

#include "domain/Query.h"

namespace casebound {

class QueryGate {
public:
    [[nodiscard]] static AuthorizedQuery authorise(QueryTerms terms) { return AuthorizedQuery(std::move(terms)); }
};

class AuditLog {
public:
    [[nodiscard]] static AuditReceipt receipt() { return AuditReceipt(1); }
};

class QueryService {
public:
    [[nodiscard]] static AuditedQuery audited(QueryTerms terms)
    {
        return AuditedQuery(QueryGate::authorise(std::move(terms)), AuditLog::receipt());
    }
};

} // namespace casebound
