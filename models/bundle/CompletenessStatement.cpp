#include "bundle/CompletenessStatement.h"

#include "bundle/BundleText.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QByteArray markOf(const QString& id, const QString& readId)
{
    return toBytes(sha256((id + u' ' + readId).toUtf8())).first(16);
}

} // namespace

CaseCount::Search& CaseCount::search(const QString& id)
{
    // The newest search is nearly always the one.
    const auto found = std::find_if(m_searches.rbegin(), m_searches.rend(), [&id](const Search& one) { return one.id == id; });
    if (found != m_searches.rend())
        return *found;
    return m_searches.emplace_back(Search{.id = id});
}

CaseCount::Hit& CaseCount::hit(const QString& id, const QString& readId)
{
    QByteArray mark = markOf(id, readId);
    const auto at = std::ranges::lower_bound(m_hits, mark, {}, &Hit::mark);
    return at != m_hits.end() && at->mark == mark ? *at : *m_hits.insert(at, {.mark = std::move(mark)});
}

bool CaseCount::isHit(const QString& id, const QString& readId) const
{
    const QByteArray mark = markOf(id, readId);
    const auto at = std::ranges::lower_bound(m_hits, mark, {}, &Hit::mark);
    return at != m_hits.end() && at->mark == mark && at->times > 0;
}

void CaseCount::addHit(const PublicPart& open, const PrivatePart& closed)
{
    if (open.outcome.startsWith(u"refused:"))
        return; // nobody was shown it
    const bool gone = open.outcome == u"not_stored" || open.outcome == u"handed_over";
    for (const QString& read : closed.readIds) {
        Hit& one = hit(open.queryId, read);
        one.times = std::max<std::int64_t>(0, one.times + (gone ? -1 : 1));
        if (open.outcome == u"near")
            ++m_numbers.nearHits;
        else if (open.outcome == u"not_stored" && one.near)
            --m_numbers.nearHits; // it comes again, and is counted then
        one.near = open.outcome == u"near";
    }
}

void CaseCount::addKept(const PublicPart& open, const PrivatePart& closed)
{
    // A second entry of the same words says that the store refused after the log had agreed.
    const bool gone = open.outcome == u"not_stored";
    m_numbers.kept += gone ? -1 : 1;
    if (!closed.readIds.isEmpty() && isHit(open.queryId, closed.readIds.front()))
        m_numbers.keptHits += gone ? -1 : 1;
    if (open.outcome == u"contrary")
        ++m_numbers.contrary;
    else if (gone && open.verdict != u"confirmed")
        --m_numbers.contrary;
}

void CaseCount::add(const PublicPart& open, const PrivatePart& closed)
{
    switch (open.event) {
    case AuditEvent::QueryIntended: ++m_numbers.searches; break;
    case AuditEvent::QueryRefused: m_numbers.refused += open.outcome.startsWith(u"alert ") ? 0 : 1; break;
    case AuditEvent::QueryWithdrawn: ++m_numbers.withdrawn; break;
    case AuditEvent::QueryAnswered: ++m_numbers.answered; break;
    case AuditEvent::QueryFailed:
    case AuditEvent::QueryUnknown: ++m_numbers.vendorFaults; break;
    case AuditEvent::AlertHit: addHit(open, closed); break;
    case AuditEvent::ReadKept: addKept(open, closed); break;
    case AuditEvent::ReadVerified:
        for (const QString& read : closed.readIds) {
            const QByteArray mark = markOf(open.queryId, read);
            const auto at = std::ranges::lower_bound(m_judged, mark);
            if (at == m_judged.end() || *at != mark)
                m_judged.insert(at, mark);
        }
        break;
    default: break; // other events hold no numbers of reads
    }
    if (open.counts && !open.queryId.isEmpty()) {
        Search& one = search(open.queryId);
        one.returned = std::max(one.returned, open.counts->returned);
        one.near = std::max(one.near, open.counts->near);
        if (open.event == AuditEvent::ResultsDiscarded)
            one.discarded += open.counts->discarded;
    }
}

CaseNumbers CaseCount::numbers() const
{
    CaseNumbers numbers = m_numbers;
    for (const Search& one : m_searches) {
        numbers.returned += one.returned;
        numbers.near += one.near;
        numbers.discarded += one.discarded;
    }
    auto judged = static_cast<std::int64_t>(m_judged.size()); // of searches, once the hits are taken off
    for (const Hit& one : m_hits) {
        numbers.hits += one.times;
        const bool isJudged = one.times > 0 && std::ranges::binary_search(m_judged, one.mark);
        judged -= isJudged ? 1 : 0;
        numbers.unverifiedHits += isJudged ? 0 : one.times;
    }
    numbers.unverified = std::max<std::int64_t>(0, numbers.returned - judged);
    return numbers;
}

Facts numberFacts(const BundleCover& cover)
{
    const CaseNumbers& n = cover.numbers;
    const auto fact = [](const char* term, std::int64_t value) { return std::pair(QString::fromLatin1(term), QString::number(value)); };
    return {fact("Searches sent", n.searches),
            fact("Searches answered completely", n.answered),
            fact("Vendor faults (failed, or outcome unknown)", n.vendorFaults),
            fact("Searches withdrawn", n.withdrawn),
            fact("Searches refused by the program, not sent", n.refused),
            fact("Reads returned", n.returned),
            fact("Near matches among them", n.near),
            fact("Alert hits received", n.hits),
            fact("Near matches among the alert hits", n.nearHits),
            fact("Reads kept", n.kept),
            fact("Kept reads that were alert hits", n.keptHits),
            fact("Reads discarded", n.discarded),
            fact("Reads returned that nobody verified", n.unverified),
            fact("Alert hits that nobody verified", n.unverifiedHits),
            fact("Kept reads that are contrary", n.contrary),
            fact("Kept reads in this export", cover.reads),
            fact("Kept reads left out of this export by choice", cover.leftOut)};
}

Facts retentionFacts(const RetentionLabel& label, const CaseRecord& subject)
{
    const auto day = [](const std::optional<QDate>& date) { return date ? date->toString(Qt::ISODate) : u"not yet"_s; };
    return {{u"Retention schedule"_s, label.schedule + u" \u2013 "_s + label.label},
            {u"Matter type"_s, matterWord(subject.matter)},
            {u"Record system"_s, label.recordSystem},
            {u"System of records"_s, label.systemOfRecords},
            {u"Case number"_s, subject.number.text()},
            {u"Case opened"_s, day(label.opened)},
            {u"Case closed"_s, day(label.closed)},
            {u"Kept for"_s, u"%1 years, counted by this office from closing"_s.arg(label.years)},
            {u"Destroy not before"_s, label.destroyNotBefore ? day(label.destroyNotBefore) : u"not known while the case is open"_s},
            {u"Rule"_s, label.rule},
            {u"Beginning of the period"_s, label.starts},
            {u"Legal hold"_s, u"not recorded by this program; ask the record system"_s}};
}

Facts coverFacts(const BundleCover& cover)
{
    Facts facts{{u"Case"_s, cover.subject.number.text()}};
    if (!cover.subject.title.isEmpty())
        facts.emplace_back(u"Title"_s, cover.subject.title);
    facts.emplace_back(u"Office"_s, cover.office);
    facts.emplace_back(u"Exported by"_s, cover.exporterName + u" ("_s + cover.exportedBy.text() + u')');
    facts.emplace_back(u"Exported at"_s, timeText(cover.exportedAt));
    facts.emplace_back(u"Export"_s, cover.exportId);
    facts.emplace_back(u"Program"_s, u"Casebound "_s + cover.appVersion);
    facts.emplace_back(u"Audit log"_s, u"%1, %2 entries"_s.arg(cover.origin).arg(cover.checkpointSize));
    facts.emplace_back(u"Encrypted to"_s,
                       cover.recipients.isEmpty() ? u"nobody: this export was made without encryption"_s : cover.recipients.join(u", "_s));
    if (!cover.timeStampBy.isEmpty())
        facts.emplace_back(u"Time stamp"_s, cover.timeStampBy + u" (RFC 3161), on the signature"_s);
    return facts;
}

QStringList completenessSentences(const BundleCover& cover)
{
    QStringList list;
    if (cover.training)
        list += u"TRAINING: plates, places and people are made up. This is no evidence."_s;
    list += QString::fromLatin1(leadNotice);
    list += u"Every number is counted from the audit log, not from the case file. Reads that were not kept no longer exist here; the "
            "vendor may still hold them."_s;
    if (const auto held = cover.reads + cover.leftOut; held != cover.numbers.kept)
        list += u"The log names %1 kept reads and the case file holds %2: ask the office why."_s.arg(cover.numbers.kept).arg(held);
    if (cover.leftOut > 0)
        list += u"This is not the whole case file: %1 of %2 kept reads were left out by choice. The entry export.intended of this export "
                "names them, and the entries of the log that kept them are here."_s.arg(cover.leftOut)
                    .arg(cover.reads + cover.leftOut);
    const CaseNumbers& n = cover.numbers;
    if (const auto open = n.returned - (n.kept - n.keptHits) - n.discarded; open > 0)
        list += u"Results of a search were still on the screen when this was exported: %1 reads were neither kept nor discarded yet."_s.arg(
            open);
    if (!cover.vehicleImages)
        list += u"Pictures of vehicles stayed behind by choice, because bystanders may be seen on them. Pictures of plates are here."_s;
    return list;
}

} // namespace casebound
