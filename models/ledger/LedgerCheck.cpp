#include "ledger/LedgerCheck.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace casebound {
namespace {

using enum LedgerFaultKind;

LedgerFaultKind publicFault(ScanProblem problem)
{
    switch (problem) {
    case ScanProblem::NotCanonical: return EntryNotCanonical;
    case ScanProblem::TooLarge: return EntryTooLarge;
    case ScanProblem::UnknownMember: return EntryUnknownMember;
    case ScanProblem::MissingMember: return EntryMissingMember;
    case ScanProblem::BadMember: return EntryBadMember;
    case ScanProblem::UnknownEvent: return EventUnknown;
    }
    return EntryNotCanonical;
}

/// What the log itself writes while it opens, before anybody can act.
bool belongsToOpening(AuditEvent event)
{
    return event == AuditEvent::LogOpened || event == AuditEvent::LogRecovered || event == AuditEvent::LogFault ||
           event == AuditEvent::ClockBack;
}

/// What the log itself writes at any time, even where the session is over.
bool isTheLogsOwn(AuditEvent event)
{
    return belongsToOpening(event) || event == AuditEvent::WitnessWritten || event == AuditEvent::WitnessUnreachable;
}

const char* differingColumn(const ScannedEntry& entry, const ScannedPrivate& hidden, const IndexedColumns& row)
{
    const std::optional<Hash>& results = entry.sealed ? entry.sealed : hidden.results;
    const std::pair<const char*, bool> same[] = {
        {"at", row.at == entry.at.time_since_epoch().count()},
        {"boot", row.boot == static_cast<std::int64_t>(entry.boot)},
        {"event", row.event == entry.eventName},
        {"query_id", saysTheSame(entry.queryId, row.queryId)},
        {"user_id", saysTheSame(hidden.userId, row.userId)},
        {"on_behalf_of", saysTheSame(hidden.onBehalfOf, row.onBehalfOf)},
        {"plate", saysTheSame(hidden.plate, row.plate)},
        {"case_number", saysTheSame(hidden.caseNumber, row.caseNumber)},
        {"reason_code", saysTheSame(entry.reasonCode, row.reasonCode)},
        {"results", results ? row.results == view(*results) : row.results.isEmpty()},
    };
    const auto differs = std::ranges::find(same, false, [](const auto& column) { return column.second; });
    return differs == std::end(same) ? nullptr : differs->first;
}

QString entryWords(const char* words, std::uint64_t entry)
{
    return QString::fromLatin1(words) + QString::number(entry);
}

} // namespace

void LedgerFaults::add(LedgerFault fault)
{
    ++m_count;
    if (m_list.size() < kept)
        m_list.push_back(std::move(fault));
}

EntryExaminer::EntryExaminer() : m_seed(static_cast<std::size_t>(QRandomGenerator::system()->generate64())) {}

std::uint64_t EntryExaminer::fingerprint(QByteArrayView text, std::size_t domain) const
{
    if (text.isEmpty())
        return 0;
    return std::max<std::uint64_t>(1, qHash(text, m_seed + domain));
}

EntryFacts EntryExaminer::examine(QByteArrayView publicBytes, std::optional<QByteArrayView> privateBytes,
                                  const IndexedColumns* columns) const
{
    EntryFacts facts{.leaf = leafHash(publicBytes)};
    const auto scanned = scanPublicPart(publicBytes);
    if (!scanned) {
        facts.problem = publicFault(scanned.error());
        return facts;
    }
    facts.sequence = scanned->sequence;
    facts.boot = scanned->boot;
    facts.at = scanned->at;
    facts.event = scanned->event;
    const auto intent = intentOf(scanned->event);
    facts.query = fingerprint(scanned->queryId, intent ? 1U + intent->kind : 0U);
    facts.session = fingerprint(scanned->session, 8);
    facts.workstation = fingerprint(scanned->workstation, 9);
    facts.sealed = scanned->sealed;
    facts.commitment = scanned->commitment;
    facts.announcement = plainText(scanned->announcement);
    std::expected<ScannedPrivate, ScanProblem> hidden;
    if (privateBytes) {
        hidden = scanPrivatePart(*privateBytes);
        if (sha256(*privateBytes) != scanned->commitment)
            facts.privateProblem = CommitmentDiffers;
        else if (!hidden)
            facts.privateProblem = PrivateNotCanonical;
    }
    if (columns && hidden)
        facts.differingColumn = differingColumn(*scanned, *hidden, *columns);
    return facts;
}

LedgerCheck::LedgerCheck(LedgerFaults& faults, TileBuilder::Sink tiles) : m_faults(faults), m_tree(std::move(tiles)) {}

void LedgerCheck::expect(ExpectedRoot root)
{
    const auto place = std::ranges::upper_bound(m_expected, root.size, {}, &ExpectedRoot::size);
    m_expected.insert(place, std::move(root));
}

void LedgerCheck::fault(LedgerFaultKind kind, std::uint64_t position, QString detail)
{
    m_faults.add({.kind = kind, .place = {}, .entry = position, .detail = std::move(detail)});
}

void LedgerCheck::wrongRoot(const ExpectedRoot& expected, LedgerFault found)
{
    if (expected.believed)
        m_faults.add(std::move(found));
    else
        m_wrongRoots.push_back(std::move(found));
}

void LedgerCheck::compareRoots()
{
    for (; m_nextExpected < m_expected.size() && m_expected[m_nextExpected].size == m_tree.size(); ++m_nextExpected) {
        const ExpectedRoot& expected = m_expected[m_nextExpected];
        if (expected.root != m_tree.root()) {
            wrongRoot(expected, {.kind = expected.ifDifferent,
                                 .place = expected.place,
                                 .detail = QStringLiteral("the first %1 entries give the root %2, not %3")
                                               .arg(QString::number(expected.size), QString::fromLatin1(toBytes(m_tree.root()).toBase64()),
                                                    QString::fromLatin1(toBytes(expected.root).toBase64()))});
        }
    }
}

void LedgerCheck::add(const EntryFacts& entry)
{
    compareRoots(); // one expected at size 0
    const std::uint64_t position = m_tree.size();
    const bool announces = !entry.problem && entry.event == AuditEvent::KeyReplaced;
    const Hash before = announces ? m_tree.root() : Hash{};
    m_tree.add(entry.leaf);
    judge(entry, position);
    if (announces)
        judgeAnnouncement(entry, position, before);
    compareRoots();
}

void LedgerCheck::addTile(std::span<const EntryFacts> entries, const Hash& root)
{
    const bool witnessed = m_nextExpected < m_expected.size() && m_expected[m_nextExpected].size < m_tree.size() + entries.size();
    const bool announces = std::ranges::any_of(entries, [](const EntryFacts& one) { return one.event == AuditEvent::KeyReplaced; });
    if (entries.size() != tileWidth || m_tree.size() % tileWidth != 0 || witnessed || announces) { // roots within the tile are needed
        for (const EntryFacts& entry : entries)
            add(entry);
        return;
    }
    const std::uint64_t first = m_tree.size();
    std::vector<Hash> leaves;
    leaves.reserve(entries.size());
    for (const EntryFacts& entry : entries)
        leaves.push_back(entry.leaf);
    m_tree.addFullTile(leaves, root);
    for (std::size_t i = 0; i < entries.size(); ++i)
        judge(entries[i], first + i);
    compareRoots();
}

void LedgerCheck::finish()
{
    compareRoots();
    if (!m_opening)
        missingOutcomes();
    for (; m_nextExpected < m_expected.size(); ++m_nextExpected) {
        const ExpectedRoot& expected = m_expected[m_nextExpected];
        wrongRoot(expected, {.kind = LogShorter,
                             .place = expected.place,
                             .detail = QStringLiteral("it names %1 entries, the log has %2").arg(expected.size).arg(m_tree.size())});
    }
    m_tree.finish();
    closeSessions();
    judgeUses();
}

void LedgerCheck::judge(const EntryFacts& entry, std::uint64_t position)
{
    if (entry.privateProblem)
        fault(*entry.privateProblem, position);
    if (entry.differingColumn)
        fault(RowDiffers, position, QString::fromLatin1(entry.differingColumn));
    if (entry.problem)
        return fault(*entry.problem, position); // what it says cannot be relied on
    if (entry.sequence != position)
        fault(SequenceBroken, position, entryWords("it calls itself entry ", entry.sequence));
    if (m_before && entry.at < *m_before && entry.event != AuditEvent::ClockBack)
        fault(TimeBackwards, position);
    m_before = entry.at;
    if (m_workstation == 0)
        m_workstation = entry.workstation;
    if (entry.workstation != m_workstation)
        fault(WorkstationDiffers, position);
    judgeBoot(entry, position);
    judgeIntent(entry, position);
    judgeSession(entry, position);
}

void LedgerCheck::judgeBoot(const EntryFacts& entry, std::uint64_t position)
{
    if (entry.boot != m_boot) {
        if (entry.boot != m_boot + 1)
            fault(BootOrder, position, QStringLiteral("run %1 follows run %2").arg(entry.boot).arg(m_boot));
        m_boot = entry.boot;
        m_opened = false;
        m_opening = true;
        closeSessions();
    }
    if (entry.event == AuditEvent::LogOpened) {
        if (m_opened)
            fault(BootOrder, position, QStringLiteral("the run opens the log twice"));
        m_opened = true;
    } else if (!m_opened && !belongsToOpening(entry.event)) {
        fault(BootOrder, position, QStringLiteral("the run has not opened the log"));
        m_opened = true; // said once
    }
}

void LedgerCheck::judgeIntent(const EntryFacts& entry, std::uint64_t position)
{
    const auto intent = intentOf(entry.event);
    const auto open = intent ? m_open.find(entry.query) : m_open.end();
    // Recovery is the outcomes, of earlier runs' intentions, with which a run begins.
    const bool recovery = intent && intent->outcome && open != m_open.end() && open->second.boot < m_boot;
    if (m_opening && !recovery && !isTheLogsOwn(entry.event)) {
        m_opening = false;
        missingOutcomes();
    }
    if (!intent)
        return;
    if (entry.query == 0)
        return fault(QueryIdMissing, position);
    if (!intent->outcome) {
        if (open != m_open.end())
            return fault(IntentDoubled, position);
        m_uses.add(entry.query, UseRegister::Use::Intent, position);
        m_open.emplace(entry.query, Intent{.entry = position, .boot = m_boot, .kind = intent->kind});
    } else if (open != m_open.end()) {
        m_open.erase(entry.query);
    } else {
        m_uses.add(entry.query, UseRegister::Use::Outcome, position); // which of two faults, the register tells
    }
}

void LedgerCheck::missingOutcomes()
{
    std::vector<std::uint64_t> missing;
    std::erase_if(m_open, [&](const auto& open) {
        if (open.second.boot >= m_boot)
            return false;
        missing.push_back(open.second.entry);
        return true;
    });
    std::ranges::sort(missing);
    for (const std::uint64_t entry : missing)
        fault(OutcomeMissing, entry);
}

void LedgerCheck::judgeSession(const EntryFacts& entry, std::uint64_t position)
{
    if (entry.session == 0 || (entry.session == m_lastEnded && isTheLogsOwn(entry.event)))
        return;
    m_sessions.emplace(entry.session, position);
    if (entry.event == AuditEvent::SessionEnded) {
        // One that goes on begins anew, and is then in the register twice.
        m_uses.add(entry.session, UseRegister::Use::Session, m_sessions.extract(entry.session).mapped());
        m_lastEnded = entry.session;
    }
}

void LedgerCheck::closeSessions()
{
    for (const auto& [session, first] : m_sessions)
        m_uses.add(session, UseRegister::Use::Session, first);
    m_sessions.clear();
    m_lastEnded = 0;
}

void LedgerCheck::judgeUses()
{
    std::vector<LedgerFault> found; // by fingerprint; told by place
    std::uint64_t last = 0;
    bool intended = false;
    const auto visit = [&](const UseRegister::Record& record) {
        const bool again = std::exchange(last, record.fingerprint) == record.fingerprint;
        intended = intended && again;
        std::optional<LedgerFaultKind> kind;
        switch (record.use()) {
        case UseRegister::Use::Intent:
            if (std::exchange(intended, true))
                kind = IntentDoubled;
            break;
        case UseRegister::Use::Outcome: kind = intended ? OutcomeDoubled : OutcomeWithoutIntent; break;
        case UseRegister::Use::Session:
            if (again)
                kind = SessionOrder;
            break;
        }
        if (!kind)
            return;
        LedgerFault one{.kind = *kind, .place = {}, .entry = record.position()};
        if (*kind == SessionOrder)
            one.detail = QStringLiteral("the session had ended, or belongs to an earlier run");
        if (found.size() < 10 * LedgerFaults::kept)
            found.push_back(std::move(one));
        else
            m_faults.add(std::move(one));
    };
    const bool whole = m_uses.drain(visit);
    std::ranges::sort(found, {}, &LedgerFault::entry);
    for (LedgerFault& one : found)
        m_faults.add(std::move(one));
    if (!whole)
        m_usesLost = true;
}

void LedgerCheck::judgeAnnouncement(const EntryFacts& entry, std::uint64_t position, const Hash& before)
{
    const auto announced = readAnnouncement(entry.announcement);
    if (!announced)
        return fault(KeyAnnouncementForged, position, QStringLiteral("it is not signed by the key it calls the old one"));
    if (announced->before.size != position || announced->before.root != before)
        return fault(KeyAnnouncementForged, position, QStringLiteral("it was made for another place, or another log"));
    if (!m_keys.add(*announced))
        fault(KeyAnnouncementForged, position, QStringLiteral("the key it calls the old one was not in force"));
}

} // namespace casebound
