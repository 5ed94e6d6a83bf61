#include "SignedHeads.h"

#include "LogFolder.h"
#include "Sidecar.h"

#include <QFileInfo>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

LedgerFaultKind kindOf(CheckpointProblem problem)
{
    switch (problem) {
    case CheckpointProblem::Malformed: return LedgerFaultKind::CheckpointMalformed;
    case CheckpointProblem::UnknownKey: return LedgerFaultKind::CheckpointUnknownKey;
    case CheckpointProblem::BadSignature: return LedgerFaultKind::CheckpointBadSignature;
    case CheckpointProblem::WrongOrigin: return LedgerFaultKind::CheckpointWrongOrigin;
    }
    return LedgerFaultKind::CheckpointMalformed;
}

} // namespace

std::optional<Checkpoint> SignedHeads::readHead(QByteArray note, const QString& place)
{
    const auto read = readCheckpoint(note);
    if (!read) {
        m_report.faults.add({.kind = kindOf(read.error()), .place = place});
        return std::nullopt;
    }
    m_origin = read->origin;
    m_head = Head{.note = std::move(note), .place = place, .checkpoint = *read};
    return *read;
}

void SignedHeads::expectWitnesses(const QStringList& files, LedgerCheck& check)
{
    for (const QString& path : files) {
        const QString place = u"witness "_s + printable(QFileInfo(path).fileName().toUtf8());
        auto note = readNamedFile(path, longestCheckpoint);
        if (!note && note.error() != ReadProblem::TooLarge) {
            m_report.cannotTell = place + u" cannot be read"_s;
            continue;
        }
        const auto seen = note ? readCheckpoint(*note) : std::unexpected(CheckpointProblem::Malformed);
        if (!seen) {
            m_report.faults.add({.kind = LedgerFaultKind::WitnessMalformed, .place = place});
            continue;
        }
        expectLater({.note = std::move(*note), .place = place, .checkpoint = *seen}, check);
    }
}

void SignedHeads::expectLater(Head head, LedgerCheck& check)
{
    check.expect({.size = head.checkpoint.size,
                  .root = head.checkpoint.root,
                  .place = head.place,
                  .ifDifferent = LedgerFaultKind::WitnessDiffers,
                  .believed = false});
    m_witnesses.push_back(std::move(head));
}

void SignedHeads::expectTornSlot(QByteArray note, const QString& place, LedgerCheck& check)
{
    auto seen = readCheckpoint(note);
    if (!seen && !m_head) { // an unsigned one beside an unsigned one
        if (const auto plain = readUnsignedHead(note))
            seen = *plain;
    }
    if (!seen)
        return m_report.faults.add({.kind = LedgerFaultKind::SidecarSlotLost, .place = place});
    expectLater({.note = std::move(note), .place = place, .checkpoint = *seen, .isSlot = true}, check);
}

std::optional<LedgerFaultKind> SignedHeads::faultOf(const Head& head, const KeyChain& chain)
{
    if (chain.isEmpty()) {
        if (m_keys.isEmpty())
            return std::nullopt;
        auto signer = m_keys.signerOf(head.note);
        if (!signer)
            return kindOf(signer.error());
        if (!m_signer)
            m_signer = std::move(*signer);
        else if (*m_signer != *signer)
            return LedgerFaultKind::KeyNotInForce; // two keys, and no entry that replaces one by the other
        return std::nullopt;
    }
    const auto byOurs = verifyCheckpoint(head.note, chain.inForce(head.checkpoint.size));
    if (byOurs)
        return std::nullopt;
    if (byOurs.error() == CheckpointProblem::UnknownKey && verifyCheckpoint(head.note, chain.keys()))
        return LedgerFaultKind::KeyNotInForce;
    return kindOf(byOurs.error());
}

void SignedHeads::judge(const LedgerCheck& check)
{
    const KeyChain& chain = check.keys();
    m_report.keysReplaced = chain.replacements();
    if (m_head) {
        const bool ours =
            m_keys.isEmpty() || chain.isEmpty() || std::ranges::any_of(chain.keys(), [&](const auto& key) { return m_keys.has(key); });
        if (!ours)
            return m_report.faults.add({.kind = LedgerFaultKind::CheckpointUnknownKey, .place = m_head->place});
        if (const auto fault = faultOf(*m_head, chain))
            m_report.faults.add({.kind = *fault, .place = m_head->place});
    }
    for (const Head& witness : m_witnesses) {
        if (witness.isSlot) {
            const bool wrong = std::ranges::any_of(check.wrongRoots(), [&](const auto& fault) { return fault.place == witness.place; });
            if (wrong || witness.checkpoint.origin != m_origin || (m_head && faultOf(witness, chain)))
                m_report.faults.add({.kind = LedgerFaultKind::SidecarSlotLost, .place = witness.place});
            continue;
        }
        if (const auto fault = faultOf(witness, chain)) {
            const bool ours = *fault == LedgerFaultKind::KeyNotInForce;
            m_report.faults.add({.kind = ours ? *fault : LedgerFaultKind::WitnessSignature, .place = witness.place});
            continue;
        }
        if (witness.checkpoint.origin != m_origin) {
            m_report.faults.add({.kind = LedgerFaultKind::WitnessDiffers, .place = witness.place, .detail = u"it witnesses another log"_s});
            continue;
        }
        ++m_report.witnesses;
        for (const LedgerFault& wrong : check.wrongRoots()) {
            if (wrong.place == witness.place)
                m_report.faults.add(wrong);
        }
    }
}

} // namespace casebound
