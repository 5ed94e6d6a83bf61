// The data folder of a practice desk that worked for a quarter, and what its log says of its reviews afterwards: for
// review_quarter_drive.py.
//     quarter_log make DATA ENTRIES     prints the verifier key of its log
//     quarter_log reviews DATA OUT      prints the reviews as JSON; OUT gets the statement and the signature of each review.signed
#include "app/OfficeStoresOpener.h"
#include "app/TrainingOffice.h"
#include "ledger/AuditEntry.h"
#include "ledger/Checkpoint.h"
#include "ledger/MerkleTree.h"
#include "service/ReviewHistory.h"
#include "store/CaseTable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int daysBack = 90, casesOfTheDesk = 40, queriesADay = 17;

class SetClock final : public Clock {
public:
    explicit SetClock(Instant at) : m_now(at) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now += by; }
    void to(Instant at) { m_now = std::max(m_now, at); }

private:
    Instant m_now;
};

struct Desk {
    TrainingOffice office;
    OfficeKeys keys;
    OfficeStores stores;

    static Desk open(const QString& data, const Clock& clock)
    {
        if (!ensurePrivateFolder(data))
            qFatal("The data folder cannot be made.");
        auto office = TrainingOffice::openOrMake(QDir(data).filePath(u"training"_s), clock);
        if (!office)
            qFatal("The practice office cannot be opened.");
        const auto credential = office->credential({.kind = CredentialChoice::Kind::PracticeAgent}, {}, clock.now());
        auto keys = credential ? office->keys(**credential) : std::unexpected(KeysFault::NotForYou);
        if (!keys)
            qFatal("The keys cannot be opened.");
        auto stores =
            openOfficeStores({.logFolder = office->logFolder(), .caseFile = office->caseFile(), .workstation = office->workstation()},
                             office->profile(), *keys, clock);
        if (!stores || stores->fault)
            qFatal("The stores cannot be opened.");
        return {.office = *std::move(office), .keys = *std::move(keys), .stores = *std::move(stores)};
    }
};

/// A quarter of one agent's days, nine to five, with what a review must not overlook.
class Quarter {
public:
    Quarter(Desk& desk, SetClock& clock) : m_desk(desk), m_clock(clock) {}

    void write(std::uint64_t entries)
    {
        openCases();
        const Instant begin = std::chrono::floor<std::chrono::days>(m_clock.now());
        for (int day = 1; day < daysBack; ++day) {
            const Instant morning = begin + std::chrono::days(day) + std::chrono::hours(9);
            const int weekday = toDateTime(morning).date().dayOfWeek();
            if (weekday > 5)
                continue;
            work(morning, day, m_log.head().size < entries ? queriesADay : 1);
        }
    }

private:
    void openCases()
    {
        sit();
        CaseTable table(*m_desk.stores.cases);
        for (int n = 0; n < casesOfTheDesk; ++n) {
            const CaseRecord record{.number = CaseNumber(number(n)),
                                    .title = {},
                                    .matter = Matter::Criminal,
                                    .offence = {},
                                    .reasonCode = {},
                                    .openedBy = m_user,
                                    .openedAt = m_clock.now(),
                                    .closedAt = {}};
            if (!table.insert(record))
                qFatal("A case cannot be opened.");
            AuditRecord entry{.event = AuditEvent::CaseOpened, .matter = Matter::Criminal};
            entry.caseNumber = record.number.text();
            append(entry, std::chrono::seconds(1));
        }
        append({.event = AuditEvent::SessionEnded, .outcome = u"signed_out"_s}, std::chrono::seconds(1));
    }

    void work(Instant morning, int day, int queries)
    {
        m_clock.to(morning);
        sit();
        append({.event = AuditEvent::SigninAccepted}, std::chrono::seconds(1));
        append({.event = AuditEvent::BannerAccepted}, std::chrono::seconds(20));
        for (int n = 0; n < queries; ++n) {
            m_clock.to(morning + std::chrono::minutes(25 * n + 2));
            query(u"PMQ%1"_s.arg(m_plates++, 4, 10, QLatin1Char('0')));
        }
        // One plate again and again; one query after a refusal; two in the evening.
        if (day % 4 == 3 && m_repeats++ < 6)
            query(u"PMX4810"_s);
        if (day == 31)
            refused(u"PMR0031"_s), query(u"PMR0031"_s);
        if (day == 44 || day == 45) {
            m_clock.to(morning + std::chrono::hours(13));
            query(u"PML%1"_s.arg(day, 4, 10, QLatin1Char('0')));
        }
        append({.event = AuditEvent::SessionEnded, .outcome = u"signed_out"_s}, std::chrono::minutes(5));
    }

    void query(const QString& plate)
    {
        AuditRecord record{
            .event = AuditEvent::QueryIntended, .queryId = QueryId::create(m_clock.now()).text(), .matter = Matter::Criminal};
        record.offence = u"smuggling"_s;
        record.limit = AuditLimit{.years = 5, .source = u"18 U.S.C. 3282"_s};
        record.reasonCode = u"smuggling"_s;
        record.plate = plate;
        record.jurisdiction = u"US-TX"_s;
        record.caseNumber = number(m_queries++ % casesOfTheDesk);
        record.reasonText = u"Vehicle named in sealed manifest %1 of the practice docks"_s.arg(m_queries);
        record.from = m_clock.now() - std::chrono::days(300);
        record.to = m_clock.now();
        append(record, std::chrono::seconds(5));
        const auto later = [&](AuditEvent event, std::chrono::seconds after, const QString& verdict = {}) {
            AuditRecord next{.event = event, .queryId = record.queryId, .verdict = verdict};
            if (event == AuditEvent::QueryAnswered || event == AuditEvent::ResultsDiscarded)
                next.counts = AuditCounts{.returned = 2, .discarded = 2};
            if (event == AuditEvent::ReadVerified)
                next.readIds = {u"r-1"_s};
            next.plate = plate;
            next.caseNumber = record.caseNumber;
            append(next, after);
        };
        later(AuditEvent::QueryAnswered, std::chrono::seconds(3));
        later(AuditEvent::ResultsViewed, std::chrono::seconds(1));
        later(AuditEvent::ReadVerified, std::chrono::seconds(70), u"different_plate"_s);
        later(AuditEvent::ResultsDiscarded, std::chrono::seconds(50));
    }

    void refused(const QString& plate)
    {
        AuditRecord record{.event = AuditEvent::QueryRefused, .outcome = u"reason:too_general"_s};
        record.plate = plate;
        record.caseNumber = number(1);
        record.reasonText = u"investigation"_s;
        append(record, std::chrono::seconds(30));
    }

    void sit()
    {
        const RosterUser& user = m_desk.office.profile().roster.front();
        m_user = user.id;
        m_log.setActor({.user = user.id,
                        .certificateSha256 = user.certificateSha256,
                        .role = user.role,
                        .session = QueryId::create(m_clock.now()).text()});
    }
    void append(const AuditRecord& record, std::chrono::microseconds after)
    {
        m_clock.advance(after);
        if (!m_log.append(record))
            qFatal("The log took no entry.");
    }
    static QString number(int n) { return u"PM-QUARTER-%1"_s.arg(n + 1, 4, 10, QLatin1Char('0')); }

    Desk& m_desk;
    SetClock& m_clock;
    AuditLog& m_log = *m_desk.stores.log;
    UserId m_user;
    int m_plates = 1, m_queries = 0, m_repeats = 0;
};

int make(const QString& data, std::uint64_t entries)
{
    SetClock clock(SystemClock().now() - std::chrono::days(daysBack));
    Desk desk = Desk::open(data, clock);
    Quarter(desk, clock).write(entries);
    const auto key = desk.keys.workstation();
    const auto signer = key ? CheckpointSigner::create(desk.stores.log->origin(), *key) : std::unexpected(CryptoFault::BadInput);
    if (!signer)
        qFatal("The workstation's key cannot be had.");
    QTextStream(stdout) << signer->verifierKey().text() << '\n' << desk.stores.log->head().size << '\n';
    return EXIT_SUCCESS;
}

Hash rootOf(const AuditLog& log, std::uint64_t size)
{
    MerkleTree tree;
    for (const Hash& leaf : log.leafHashes(0, size))
        tree.add(leaf);
    return tree.root();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("A file cannot be written.");
}

int reviews(const QString& data, const QString& out)
{
    const SystemClock clock;
    const Desk desk = Desk::open(data, clock);
    const AuditLog& log = *desk.stores.log;
    const auto entries = log.reviewEntries();
    if (!entries)
        qFatal("The reviews cannot be read.");
    QJsonArray list;
    for (const Review& review : foldReviews(*entries)) {
        QJsonObject verdicts;
        for (const auto& [entry, decision] : review.decisions)
            verdicts[itemVerdictWord(decision.verdict)] = verdicts[itemVerdictWord(decision.verdict)].toInt() + 1;
        QJsonArray signatures;
        for (const Review::Signature& one : review.signatures)
            signatures.append(QJsonObject{{"entry"_L1, qint64(one.sequence)}, {"whole"_L1, one.whole}, {"by"_L1, one.by.text()}});
        list.append(QJsonObject{{"from"_L1, toRfc3339(review.opening.period.from)},
                                {"to"_L1, toRfc3339(review.opening.period.to)},
                                {"first"_L1, qint64(review.opening.period.first)},
                                {"end"_L1, qint64(review.opening.period.end)},
                                {"root_at_end"_L1, QString::fromLatin1(toBytes(rootOf(log, review.opening.period.end)).toHex())},
                                {"verdicts"_L1, verdicts},
                                {"signatures"_L1, signatures}});
    }
    for (const StoredEntry& stored : *entries) {
        const auto hidden = parsePrivatePart(stored.privateBytes);
        const auto file = hidden ? parseSignedReview(hidden->note.toUtf8()) : std::nullopt;
        if (!file)
            continue;
        put(QDir(out).filePath(u"%1.statement"_s.arg(stored.sequence)), file->first);
        put(QDir(out).filePath(u"%1.signature"_s.arg(stored.sequence)), file->second);
    }
    QTextStream(stdout) << QJsonDocument(list).toJson();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 4 && words[1] == "make"_L1)
        return make(words[2], words[3].toULongLong());
    if (words.size() == 4 && words[1] == "reviews"_L1)
        return reviews(words[2], words[3]);
    return EXIT_FAILURE;
}
