// The private part of an entry: as FuzzEntry.cpp.
#include "Fuzz.h"

#include "ledger/AuditEntry.h"
#include "ledger/EntryScan.h"

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    const auto part = parsePrivatePart(bytes);
    const auto scanned = scanPrivatePart(bytes);
    must(part.has_value() == scanned.has_value());
    if (!part)
        return 0;
    must(saysTheSame(scanned->userId, part->userId.toUtf8()));
    must(saysTheSame(scanned->onBehalfOf, part->onBehalfOf.toUtf8()));
    must(saysTheSame(scanned->plate, part->plate.toUtf8()));
    must(saysTheSame(scanned->caseNumber, part->caseNumber.toUtf8()));
    must((scanned->results ? toBytes(*scanned->results) : QByteArray()) == part->resultsSha256);
    AuditRecord record{.event = AuditEvent::ResultsViewed};
    record.onBehalfOf = part->onBehalfOf;
    record.plate = part->plate;
    record.jurisdiction = part->jurisdiction;
    record.from = part->from;
    record.to = part->to;
    record.caseNumber = part->caseNumber;
    record.reasonText = part->reasonText;
    record.readIds = part->readIds;
    record.imageSha256 = part->imageSha256;
    record.note = part->note;
    record.resultsSha256 = part->resultsSha256;
    const auto again = encodeEntry({.salt = part->salt, .userId = part->userId, .certificateSha256 = part->certificateSha256}, record);
    must(again.has_value());
    must(QByteArrayView(again->privateBytes) == bytes);
    return 0;
}
