#include "service/OwedEntries.h"

#include "ledger/AuditEntry.h"
#include "service/AuditEntries.h"

#include <QStringList>

namespace casebound {

using namespace Qt::StringLiterals;

void OwedEntries::add(const AuditActor& actor, std::vector<AuditRecord> records)
{
    for (AuditRecord& record : records)
        m_owed.push_back({.actor = actor, .record = std::move(record)});
}

std::expected<void, LogFault> OwedEntries::payInto(AuditLog& log)
{
    while (!m_owed.empty()) {
        log.setActor(m_owed.front().actor);
        if (const auto receipt = log.append(m_owed.front().record); !receipt)
            return std::unexpected(receipt.error());
        m_owed.erase(m_owed.begin());
    }
    return {};
}

std::expected<void, LogFault> endLeftOpen(AuditLog& log)
{
    constexpr std::uint64_t block = 256;
    QString session;
    QStringList held, discarded; // queries of the session, newest first
    bool begins = false;
    for (std::uint64_t end = log.head().size; end > 0 && !begins;) {
        const std::uint64_t first = end > block ? end - block : 0;
        const auto entries = log.entries(first, static_cast<std::size_t>(end - first));
        for (auto entry = entries.rbegin(); entry != entries.rend() && !begins; ++entry) {
            const auto part = parsePublicPart(entry->publicBytes);
            if (!part || part->session.isEmpty())
                continue;
            // The newest session's end, or another session behind it: a sign-in that was refused began none.
            if (session.isEmpty() ? part->event == AuditEvent::SessionEnded : part->session != session)
                return {};
            session = part->session;
            begins = part->event == AuditEvent::SigninAccepted;
            if (part->event == AuditEvent::ResultsDiscarded)
                discarded += part->queryId;
            else if (part->event == AuditEvent::QueryIntended && !discarded.contains(part->queryId))
                held += part->queryId;
        }
        end = first;
    }
    if (!begins)
        return {};
    AuditActor nobody;
    nobody.session = session;
    log.setActor(nobody);
    for (auto query = held.crbegin(); query != held.crend(); ++query) {
        AuditRecord record = plainRecord(AuditEvent::ResultsDiscarded, u"unknown"_s);
        record.queryId = *query;
        record.note = u"the program ended; what it held in memory is gone with it"_s;
        if (const auto receipt = log.append(record); !receipt)
            return std::unexpected(receipt.error());
    }
    if (const auto receipt = log.append(plainRecord(AuditEvent::SessionEnded, u"unknown"_s)); !receipt)
        return std::unexpected(receipt.error());
    log.setActor({});
    return {};
}

} // namespace casebound
