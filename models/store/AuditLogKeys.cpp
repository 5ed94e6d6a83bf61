// The keys that signed the log, and the next one.
#include "store/AuditLogPrivate.h"

using namespace Qt::StringLiterals;

namespace casebound {

std::expected<void, LogFault> AuditLog::Private::readKeys()
{
    const auto entries = rows->keyAnnouncements();
    if (!entries)
        return failed(entries.error(), u"database: entries cannot be read"_s);
    for (const StoredEntry& entry : *entries) {
        const auto part = parsePublicPart(entry.publicBytes);
        const auto announced = part ? readAnnouncement(part->announcement.toUtf8()) : std::unexpected(CheckpointProblem::Malformed);
        const auto leaf = rows->leaves(entry.sequence, 1);
        const auto root = rootAt(entry.sequence);
        if (!root)
            return std::unexpected(root.error());
        if (!announced || !leaf || leaf->size() != 1 || leaf->front() != leafHash(entry.publicBytes) ||
            announced->before != Checkpoint{.origin = origin, .size = entry.sequence, .root = *root} || !keys.add(*announced))
            return damaged({.kind = LogFindingKind::EntryAltered, .place = u"audit.db"_s, .has = entry.sequence},
                           u"database: entry %1 announces a new key, and not by the key before it"_s.arg(entry.sequence));
    }
    if (signer && !keys.isEmpty() && keys.keys().back() != signer->verifierKey())
        return failed(StoreFault::Locked, u"workstation key: entry %1 announced another"_s.arg(entries->back().sequence));
    return {};
}

std::expected<AuditReceipt, LogFault> AuditLog::replaceSigningKey(const PrivateKey& next)
{
    auto following = CheckpointSigner::create(d->origin, next);
    if (!d->writable || !d->signer || !following || following->verifierKey() == d->signer->verifierKey())
        return std::unexpected(LogFault::WriteFailed);
    d->nextSigner = *following;
    const auto sequence = d->write({{.record = {.event = AuditEvent::KeyReplaced}, .sealedSha256 = {}}}, nullptr);
    d->nextSigner.reset();
    if (!sequence)
        return std::unexpected(d->stop(sequence.error()));
    // A witness of the head that the old key signed last.
    if (d->witness)
        (void)d->witness->write(d->tree.size(), d->headFile->content().note);
    d->signer = std::move(*following);
    d->config.signingKey = next;
    return AuditReceipt(*sequence);
}

} // namespace casebound
