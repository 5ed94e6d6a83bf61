#include "support/LogMaker.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace casebound {
namespace {

const QString plates[] = {u"TESTPLATE1"_s, u"TESTPLATE2"_s, u"TESTPLATE3"_s};
const QString users[] = {u"agent.madeup"_s, u"supervisor.madeup"_s};
const QString cases[] = {u"CASE-MADEUP-0001"_s, u"CASE-MADEUP-0002"_s};
const QString reasons[] = {u"Vehicle seen at the invented depot fire"_s, u"Fictional warrant, made-up street"_s};

} // namespace

QStringList LogMaker::secretWords()
{
    QStringList words;
    for (const auto& list : {std::span<const QString>(plates), std::span<const QString>(users), std::span<const QString>(cases),
                             std::span<const QString>(reasons)})
        words += QStringList(list.begin(), list.end());
    return words << u"Somebody Invented"_s << u"read-madeup-77"_s;
}

QString LogMaker::uuid()
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(m_random.generate());
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

EncodedEntry LogMaker::encode(const AuditRecord& record, Instant at, std::uint64_t boot)
{
    QByteArray salt(32, Qt::Uninitialized);
    for (char& byte : salt)
        byte = static_cast<char>(m_random.generate());
    const QString& user = users[m_session.isEmpty() ? 0 : static_cast<std::size_t>(m_session.front().unicode() % 2)];
    EntryContext context{.sequence = m_sequence++,
                         .at = at,
                         .boot = boot,
                         .actor = m_session.isEmpty() ? QByteArray() : actorPseudonym(QByteArray(32, 'k'), UserId(user)),
                         .role = m_session.isEmpty() ? std::optional<Role>() : Role::Agent,
                         .session = m_session,
                         .workstation = u"desk-1"_s,
                         .profileSerial = 3,
                         .profileSha256 = QByteArray(32, 'p'),
                         .appVersion = u"0.1.0"_s,
                         .salt = salt,
                         .userId = m_session.isEmpty() ? QString() : user,
                         .certificateSha256 = m_session.isEmpty() ? QByteArray() : QByteArray(32, 'c'),
                         .sealedSha256 = m_sealed};
    m_sealed.clear();
    auto encoded = encodeEntry(context, record);
    if (!encoded)
        qFatal("the log maker made an entry that is too large");
    return std::move(*encoded);
}

AuditRecord LogMaker::outcomeOf(std::size_t open, AuditEvent event)
{
    AuditRecord record{.event = event};
    record.queryId = m_open[open].id;
    record.caseNumber = cases[0];
    if (event == AuditEvent::QueryAnswered) {
        record.counts = AuditCounts{.returned = m_random.bounded(90), .near = m_random.bounded(3)};
        if (m_blobs) {
            m_blobs->push_back("sealed results " + QByteArray::number(m_random.generate64()));
            m_sealed = toBytes(sha256(m_blobs->back()));
        }
    }
    m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(open));
    return record;
}

AuditRecord LogMaker::choose()
{
    if (m_boot == 0 || (m_random.bounded(400) == 0 && m_recovery.empty())) {
        ++m_boot;
        m_session.clear();
        m_recovery = std::exchange(m_open, {});
        return {.event = AuditEvent::LogOpened};
    }
    if (!m_recovery.empty()) {
        AuditRecord record{.event = unknownOutcome(m_recovery.back().kind)};
        record.queryId = m_recovery.back().id;
        if (m_recovery.back().kind != AuditIntent::Query)
            record.outcome = u"unknown"_s;
        m_recovery.pop_back();
        return record;
    }
    if (m_session.isEmpty()) {
        m_session = uuid();
        return {.event = AuditEvent::SigninAccepted};
    }
    if (m_random.bounded(300) == 0) {
        m_now -= std::chrono::hours(1);
        return {.event = AuditEvent::ClockBack};
    }
    const int dice = m_random.bounded(100);
    if (dice < 35 && !m_open.empty()) {
        const auto open = static_cast<std::size_t>(m_random.bounded(static_cast<int>(m_open.size())));
        switch (m_open[open].kind) {
        case AuditIntent::Alert: return outcomeOf(open, dice < 30 ? AuditEvent::AlertConfirmed : AuditEvent::AlertFailed);
        case AuditIntent::Export: return outcomeOf(open, dice < 30 ? AuditEvent::ExportWritten : AuditEvent::ExportFailed);
        case AuditIntent::Query: break;
        }
        return outcomeOf(open, dice < 25 ? AuditEvent::QueryAnswered : dice < 30 ? AuditEvent::QueryFailed : AuditEvent::QueryWithdrawn);
    }
    if (dice < 65) {
        const auto kind = dice < 55 ? AuditIntent::Query : dice < 61 ? AuditIntent::Alert : AuditIntent::Export;
        AuditRecord record{.event = kind == AuditIntent::Query   ? AuditEvent::QueryIntended
                                    : kind == AuditIntent::Alert ? AuditEvent::AlertIntended
                                                                 : AuditEvent::ExportIntended};
        record.queryId = uuid();
        record.matter = Matter::Criminal;
        record.offence = u"made-up-offence"_s;
        record.limit = AuditLimit{.years = 5, .source = u"house"_s};
        record.reasonCode = u"reason-1"_s;
        record.purpose = u"locate"_s;
        record.plate = plates[m_random.bounded(3)];
        record.jurisdiction = u"US-TX"_s;
        record.caseNumber = cases[m_random.bounded(2)];
        record.reasonText = reasons[m_random.bounded(2)];
        record.onBehalfOf = dice % 7 == 0 ? u"Somebody Invented"_s : QString();
        record.from = m_now - std::chrono::days(90);
        record.to = m_now;
        m_open.push_back({record.queryId, kind});
        return record;
    }
    if (dice < 90) {
        AuditRecord record{.event = dice < 75 ? AuditEvent::ResultsViewed : dice < 85 ? AuditEvent::ReadVerified : AuditEvent::ReadKept};
        record.readIds = {u"read-madeup-77"_s};
        record.plate = plates[0];
        record.note = u"caf\u00e9 \"quoted\" \\ \u0001 \U0001F697"_s;
        record.verdict = u"confirmed"_s;
        return record;
    }
    if (dice < 92) {
        return {.event = AuditEvent::WitnessWritten};
    }
    if (dice < 94)
        return {.event = AuditEvent::SessionLocked};
    return {.event = AuditEvent::QueryRefused, .outcome = u"case missing"_s};
}

EncodedEntry LogMaker::next()
{
    m_now += std::chrono::microseconds(1 + m_random.bounded(90'000'000));
    const AuditRecord record = choose();
    EncodedEntry made = encode(record, m_now, m_boot);
    return made;
}

std::vector<EncodedEntry> LogMaker::make(std::size_t count)
{
    std::vector<EncodedEntry> entries;
    entries.reserve(count);
    while (entries.size() < count)
        entries.push_back(next());
    return entries;
}

} // namespace casebound
