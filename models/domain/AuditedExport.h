// Leave to write a case file for outsiders: there is none without a durable export.intended (architecture: "The invariant, in types").
#pragma once

#include "domain/Query.h"

namespace casebound {

class CaseExport;

/// The only thing a BundleWriter is made of. Only CaseExport makes one, from the receipt of its intention.
class AuditedExport {
public:
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] std::uint64_t intentSequence() const { return m_sequence; }

private:
    friend class CaseExport;
    friend struct ExportProbe; ///< Defined by tests and the bench alone: writes bundles without a log.
    AuditedExport(QString id, const AuditReceipt& receipt) : m_id(std::move(id)), m_sequence(receipt.sequence()) {}
    AuditedExport(QString id, std::uint64_t sequence) : m_id(std::move(id)), m_sequence(sequence) {}
    QString m_id;
    std::uint64_t m_sequence = 0;
};

} // namespace casebound
