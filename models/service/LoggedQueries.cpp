#include "service/LoggedQueries.h"

#include "service/AuditEntries.h"
#include "service/CheckedEntry.h"
#include "service/ReviewReader.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// The one spelling of RFC 8785: what is no entry of a query need not be read.
bool isOfQuery(const StoredEntry& stored)
{
    return stored.publicBytes.contains("\"event\":\"query.");
}

/// As one of our own ids is written; nothing where it cannot be one.
std::optional<QUuid> ownId(const QString& text)
{
    const QUuid id = QUuid::fromString(text);
    const bool whole = !id.isNull() && id.toString(QUuid::WithoutBraces).compare(text, Qt::CaseInsensitive) == 0;
    return whole ? std::optional(id) : std::nullopt;
}

bool isOutcome(AuditEvent event)
{
    return event == AuditEvent::QueryAnswered || event == AuditEvent::QueryFailed || event == AuditEvent::QueryUnknown ||
           event == AuditEvent::QueryWithdrawn;
}

/// What the log's word for an end says of the vendor's record.
QueryEnd endOf(const PublicPart& entry)
{
    if (entry.event == AuditEvent::QueryAnswered)
        return QueryEnd::Answered;
    if (entry.event == AuditEvent::QueryUnknown || entry.event == AuditEvent::QueryWithdrawn)
        return QueryEnd::InDoubt;
    const auto is = [&](std::initializer_list<VendorFault> faults) {
        return std::ranges::any_of(faults, [&](VendorFault fault) { return entry.outcome.section(u':', 0, 0) == auditWord(fault); });
    };
    if (is({VendorFault::Unreachable, VendorFault::TlsRefused}))
        return QueryEnd::NeverLeft;
    if (is({VendorFault::ClientCertificate, VendorFault::Rejected, VendorFault::NotPermitted, VendorFault::SessionEnded, VendorFault::Gone,
            VendorFault::Conflict, VendorFault::Busy, VendorFault::VendorError}))
        return QueryEnd::Refused;
    return is({VendorFault::Unknown, VendorFault::Cancelled}) ? QueryEnd::InDoubt : QueryEnd::Failed;
}

QString outcomeOf(const PublicPart& entry)
{
    const QString word = entry.event == AuditEvent::QueryAnswered    ? u"answered"_s
                         : entry.event == AuditEvent::QueryUnknown   ? u"unknown"_s
                         : entry.event == AuditEvent::QueryWithdrawn ? u"withdrawn"_s
                                                                     : u"failed"_s;
    return entry.outcome.isEmpty() ? word : word + u": "_s + entry.outcome;
}

void takeOutcome(auto& query, const PublicPart& entry)
{
    query.outcome = outcomeOf(entry);
    query.end = endOf(entry);
    query.returned = entry.counts ? entry.counts->returned : 0;
}

} // namespace

LoggedQueries::LoggedQueries(const AuditLog& log, Instant from, Instant to)
    : m_log(log),
      m_from(from),
      m_to(to),
      m_first(ReviewReader::firstAt(OwnRows(log), from - reconciliationMargin)),
      m_last(ReviewReader::firstAt(OwnRows(log), to + reconciliationMargin, m_first)),
      m_next(m_first)
{
}

bool LoggedQueries::read(std::size_t count)
{
    const auto stored = m_log.entries(m_next, static_cast<std::size_t>(std::min<std::uint64_t>(count, m_last - m_next)));
    if (stored.empty())
        return isRead();
    for (const StoredEntry& one : stored) {
        if (one.sequence != m_next || !take(one))
            return false;
        ++m_next;
    }
    return true;
}

bool LoggedQueries::take(const StoredEntry& stored)
{
    if (!isOfQuery(stored))
        return true;
    const auto entry = parsePublicPart(stored.publicBytes);
    if (!entry || entry->sequence != stored.sequence)
        return false;
    const auto id = ownId(entry->queryId);
    if (entry->event == AuditEvent::QueryIntended && id) {
        const bool inPeriod = m_from <= entry->at && entry->at < m_to;
        m_inPeriod += inPeriod ? 1 : 0;
        m_queries.insert(*id, {.sequence = stored.sequence, .outcome = {}, .inPeriod = inPeriod});
    } else if (isOutcome(entry->event) && id) {
        if (const auto known = m_queries.find(*id); known != m_queries.end()) {
            takeOutcome(*known, *entry);
            const auto word = m_words.constFind(known->outcome);
            known->outcome = word == m_words.cend() ? *m_words.insert(known->outcome, known->outcome) : *word;
        }
    }
    return true;
}

LoggedQueries::Query* LoggedQueries::find(const QString& queryId)
{
    const auto id = ownId(queryId);
    const auto known = id ? m_queries.find(*id) : m_queries.end();
    return known == m_queries.end() ? nullptr : &*known;
}

std::expected<std::optional<LoggedQueries::Query>, LogFault> LoggedQueries::lookUp(const QString& queryId) const
{
    const auto stored = m_log.entriesOfQuery(queryId);
    if (!stored)
        return std::unexpected(LogFault::Damaged);
    std::optional<Query> found;
    for (const StoredEntry& one : *stored) {
        if (!isOfQuery(one))
            continue;
        const auto entry = parsePublicPart(one.publicBytes);
        if (!entry)
            return std::unexpected(LogFault::Damaged);
        if (entry->event == AuditEvent::QueryIntended)
            found = Query{.sequence = one.sequence, .outcome = {}};
        else if (found && isOutcome(entry->event))
            takeOutcome(*found, *entry);
    }
    return found;
}

std::vector<LoggedQueries::Query> LoggedQueries::takeUnseen()
{
    std::vector<Query> list;
    for (const Query& query : std::as_const(m_queries))
        if (query.inPeriod && !query.seen)
            list.push_back(query);
    m_queries.clear();
    std::ranges::sort(list, std::greater(), &Query::sequence);
    return list;
}

std::optional<LoggedQuery> LoggedQueries::whole(const Query& query) const
{
    const auto stored = m_log.entries(query.sequence, 1);
    const auto entry = stored.size() == 1 ? checkedEntry(m_log, stored.front()) : std::nullopt;
    if (!entry)
        return std::nullopt;
    LoggedQuery out{.sequence = query.sequence,
                    .at = entry->shown.at,
                    .queryId = entry->shown.queryId,
                    .userId = entry->hidden.userId,
                    .onBehalfOf = entry->hidden.onBehalfOf,
                    .plate = entry->hidden.plate,
                    .jurisdiction = entry->hidden.jurisdiction,
                    .from = entry->hidden.from,
                    .to = entry->hidden.to,
                    .caseNumber = entry->hidden.caseNumber,
                    .reasonCode = entry->shown.reasonCode,
                    .reasonText = entry->hidden.reasonText,
                    .end = query.end,
                    .outcome = query.outcome,
                    .returned = query.returned};
    if (out.end != QueryEnd::Open)
        return out;
    const auto later = lookUp(out.queryId);
    if (!later)
        return std::nullopt;
    if (*later) {
        out.end = (*later)->end;
        out.outcome = (*later)->outcome;
        out.returned = (*later)->returned;
    }
    if (out.end == QueryEnd::Open)
        out.outcome = u"open"_s;
    return out;
}

} // namespace casebound
