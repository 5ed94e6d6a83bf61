// What casebound-verify found, and how it says it.
#pragma once

#include "LogFolder.h"
#include "ledger/LedgerCheck.h"

#include <QString>

#include <cstdint>

namespace casebound {

enum class VerifyVerdict { InOrder = 0, FaultFound = 1, CannotTell = 2 }; // the exit status

struct VerifyReport {
    QString origin;
    std::uint64_t entries = 0;
    QByteArray root; ///< 32 bytes; empty where no tree was derived.
    std::uint64_t runs = 0, openIntents = 0, privateParts = 0, sealedResults = 0, witnesses = 0, keysReplaced = 0;
    bool signatureChecked = false;
    QString cannotTell; ///< Why, where something could not be examined; empty otherwise.
    LedgerFaults faults;

    /// A file the log must have could not be read: a fault of the log, but for what the system refused.
    void fileProblem(QByteArrayView path, ReadProblem problem);
    /// A fault outweighs what could not be examined.
    [[nodiscard]] VerifyVerdict verdict() const;
    /// The first line is the verdict.
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QByteArray json() const;
};

} // namespace casebound
