#include "service/ComplaintService.h"

#include "domain/Text.h"
#include "service/AuditEntries.h"
#include "service/CheckedEntry.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <QHash>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReference = 256;

PlateUse useOf(PlateUse::Kind kind, const CheckedEntry& entry)
{
    return {.kind = kind,
            .sequence = entry.shown.sequence,
            .at = entry.shown.at,
            .person = UserId(entry.hidden.userId),
            .behalf = entry.hidden.onBehalfOf,
            .caseNumber = entry.hidden.caseNumber,
            .jurisdiction = entry.hidden.jurisdiction,
            .reasonCode = entry.shown.reasonCode,
            .reasonText = entry.hidden.reasonText,
            .matter = entry.shown.matter,
            .from = entry.hidden.from,
            .to = entry.hidden.to,
            .outcome = u"open"_s,
            .sealedSha256 = {}};
}

/// What a later entry of the same query or alert says of it.
void takeOutcome(PlateUse& use, const PublicPart& entry)
{
    const auto end = [&](const QString& word) { use.outcome = entry.outcome.isEmpty() ? word : word + u": "_s + entry.outcome; };
    if (!entry.sealedSha256.isEmpty())
        use.sealedSha256 = entry.sealedSha256;
    if (entry.event == AuditEvent::QueryAnswered || entry.event == AuditEvent::AlertConfirmed) {
        end(entry.event == AuditEvent::QueryAnswered ? u"answered"_s : u"confirmed"_s);
        use.returned = entry.counts ? entry.counts->returned : 0;
    } else if (entry.event == AuditEvent::QueryFailed || entry.event == AuditEvent::AlertFailed) {
        end(u"failed"_s);
    } else if (entry.event == AuditEvent::QueryUnknown) {
        end(u"unknown"_s);
    } else if (entry.event == AuditEvent::QueryWithdrawn) {
        end(u"withdrawn"_s);
    } else if (entry.event == AuditEvent::ReadVerified) {
        ++use.verified;
    } else if (entry.event == AuditEvent::ReadKept) {
        ++use.kept;
    }
}

} // namespace

std::expected<PlateAnswer, ComplaintRefusal> ComplaintService::answer(const QString& typed, const QString& reference)
{
    const auto failed = [this](LogFault fault) { Q_EMIT logFailed(fault); };
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::AnswerComplaint, failed))
        return std::unexpected(ComplaintRefusal(*std::move(refused)));
    const auto plate = Plate::fromTyped(typed);
    if (!plate)
        return std::unexpected(ComplaintRefusal(ComplaintProblem::PlateText));
    const QString about = bounded(withoutHiddenCharacters(reference).trimmed(), longestReference);
    if (about.isEmpty())
        return std::unexpected(ComplaintRefusal(ComplaintProblem::ReferenceMissing));

    AuditRecord record = plainRecord(AuditEvent::ComplaintAnswered);
    record.plate = plate->text();
    record.note = about;
    const auto receipt = m_parts.log.append(record);
    if (!receipt) {
        failed(receipt.error());
        return std::unexpected(ComplaintRefusal(ServiceFailure{.why = receipt.error(), .detail = {}}));
    }
    const LogHead head = m_parts.log.head();
    PlateAnswer answer{.plate = *plate,
                       .reference = about,
                       .by = m_parts.actor.user,
                       .at = m_parts.clock.now(),
                       .sequence = receipt->sequence(),
                       .origin = QString::fromUtf8(m_parts.log.origin()),
                       .entries = head.size,
                       .root = toBytes(head.root),
                       .uses = {}};
    const auto damaged = [] { return std::unexpected(ComplaintRefusal(ServiceFailure{.why = LogFault::Damaged, .detail = {}})); };
    const auto found = m_parts.log.entriesOfPlate(plate->text());
    if (!found)
        return damaged();
    for (const StoredEntry& stored : *found) {
        const auto entry = checkedEntry(m_parts.log, stored);
        if (!entry)
            return damaged();
        const AuditEvent event = entry->shown.event;
        if (event == AuditEvent::QueryRefused) {
            answer.uses.push_back(useOf(PlateUse::Kind::Refused, *entry));
            answer.uses.back().outcome = entry->shown.outcome;
            continue;
        }
        if (event != AuditEvent::QueryIntended && event != AuditEvent::AlertIntended)
            continue;
        PlateUse use = useOf(event == AuditEvent::QueryIntended ? PlateUse::Kind::Query : PlateUse::Kind::Alert, *entry);
        // Its outcome may be an entry without the plate: the next start writes one for what was open.
        const auto later = m_parts.log.entriesOfQuery(entry->shown.queryId);
        if (!later)
            return damaged();
        for (const StoredEntry& one : *later) {
            const auto read = checkedEntry(m_parts.log, one);
            if (!read)
                return damaged();
            takeOutcome(use, read->shown);
        }
        answer.uses.push_back(std::move(use));
    }
    Q_EMIT answered();
    return answer;
}

} // namespace casebound
