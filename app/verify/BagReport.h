// What casebound-verify found in an export, and how it says it.
#pragma once

#include "VerifyReport.h"
#include "domain/Clock.h"

#include <optional>
#include <vector>

namespace casebound {

enum class BagFaultKind {
#define CASEBOUND_BAG_FAULT(enumerator, name, words) enumerator,
#include "BagFaults.inc"
#undef CASEBOUND_BAG_FAULT
};
[[nodiscard]] const char* bagFaultName(BagFaultKind kind);
[[nodiscard]] const char* bagFaultWords(BagFaultKind kind);

struct BagReport {
    static constexpr std::size_t mostListed = 100;
    struct Fault {
        BagFaultKind kind;
        QString place; ///< Printable.
    };
    QString caseNumber, signer, stampedBy;
    std::optional<Instant> stampedAt; ///< As the time stamp says, where it holds.
    std::int64_t files = 0, bytes = 0, reads = 0, entries = 0;
    bool encrypted = false, signatureChecked = false, logChecked = false;
    QStringList cannotTell; ///< What could not be examined, and why.
    std::vector<Fault> faults;
    std::size_t faultCount = 0;

    void add(BagFaultKind kind, QByteArrayView place);
    [[nodiscard]] VerifyVerdict verdict() const;
    /// The first line is the verdict.
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QByteArray json() const;
};

} // namespace casebound
