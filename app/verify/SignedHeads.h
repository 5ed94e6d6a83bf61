// The signed heads of one check: the log's own and its witnesses'.
#pragma once

#include "VerifyKeys.h"
#include "VerifyReport.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace casebound {

/// What the heads say is expected of the log before its first entry; who signed them is judged after its last, when the keys that the
/// log announced are known. The chain of those keys begins or goes through a key the auditor brought, or nothing is believed.
class SignedHeads {
public:
    SignedHeads(const VerifyKeys& keys, VerifyReport& report) : m_keys(keys), m_report(report) {}

    /// The log's own head. Nothing where it is no checkpoint; the fault is then added.
    [[nodiscard]] std::optional<Checkpoint> readHead(QByteArray note, const QString& place);
    /// A head without a signature, which needs none where no key was brought.
    void takeUnsigned(const Checkpoint& head) { m_origin = head.origin; }
    /// After the head: files, each one signed head.
    void expectWitnesses(const QStringList& files, LedgerCheck& check);
    /// The head in the other slot of the sidecar, which is not whole: what it says must hold as well.
    void expectTornSlot(QByteArray note, const QString& place, LedgerCheck& check);
    /// After the last entry.
    void judge(const LedgerCheck& check);

private:
    struct Head {
        QByteArray note;
        QString place;
        Checkpoint checkpoint;
        bool isSlot = false;
    };
    void expectLater(Head head, LedgerCheck& check);
    [[nodiscard]] std::optional<LedgerFaultKind> faultOf(const Head& head, const KeyChain& chain);

    const VerifyKeys& m_keys;
    VerifyReport& m_report;
    std::optional<Head> m_head;
    QByteArray m_origin;
    std::vector<Head> m_witnesses;
    std::optional<VerifierKey> m_signer; ///< Of the log's head, where no key was ever replaced.
};

} // namespace casebound
