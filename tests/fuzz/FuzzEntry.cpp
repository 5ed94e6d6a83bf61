// The public part of an entry: the writer's parser and the check's scan accept the same bytes and read the same from them, and what is
// accepted is what would be written.
#include "Fuzz.h"

#include "ledger/AuditEntry.h"
#include "ledger/EntryScan.h"

using namespace casebound;
using fuzz::must;

namespace {

/// But for the commitment, which is of another private part.
QByteArray withoutCommitment(QByteArray bytes)
{
    const QByteArrayView name("\"commitment\":\"");
    const qsizetype at = bytes.indexOf(name);
    must(at > 0);
    return bytes.remove(at + name.size(), 64);
}

void compare(const PublicPart& part, const ScannedEntry& scanned)
{
    must(part.sequence == scanned.sequence && part.boot == scanned.boot && part.at == scanned.at && part.event == scanned.event);
    must(saysTheSame(scanned.eventName, auditEventName(part.event)));
    must(saysTheSame(scanned.queryId, part.queryId.toUtf8()));
    must(saysTheSame(scanned.session, part.session.toUtf8()));
    must(saysTheSame(scanned.workstation, part.workstation.toUtf8()));
    must(saysTheSame(scanned.outcome, part.outcome.toUtf8()));
    must(saysTheSame(scanned.reasonCode, part.reasonCode.toUtf8()));
    must(toBytes(scanned.commitment) == part.commitment);
    must((scanned.sealed ? toBytes(*scanned.sealed) : QByteArray()) == part.sealedSha256);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    const auto part = parsePublicPart(bytes);
    const auto scanned = scanPublicPart(bytes);
    must(part.has_value() == scanned.has_value());
    if (!part)
        return 0;
    compare(*part, *scanned);
    AuditRecord record{.event = part->event};
    record.queryId = part->queryId;
    record.matter = part->matter;
    record.offence = part->offence;
    record.limit = part->limit;
    record.reasonCode = part->reasonCode;
    record.purpose = part->purpose;
    record.approvalId = part->approvalId;
    record.outcome = part->outcome;
    record.counts = part->counts;
    record.verdict = part->verdict;
    record.announcement = part->announcement;
    const EntryContext context{.sequence = part->sequence,
                               .at = part->at,
                               .boot = part->boot,
                               .actor = part->actor,
                               .role = part->role,
                               .session = part->session,
                               .workstation = part->workstation,
                               .profileSerial = part->profileSerial,
                               .profileSha256 = part->profileSha256,
                               .appVersion = part->appVersion,
                               .sealedSha256 = part->sealedSha256};
    const auto again = encodeEntry(context, record);
    must(again.has_value());
    must(withoutCommitment(again->publicBytes) == withoutCommitment(bytes.toByteArray()));
    return 0;
}
