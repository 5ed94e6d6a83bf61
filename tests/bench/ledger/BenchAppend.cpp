// A whole append beside one plain SQLite insert on the same disk, in turn; then the same of a log a hundred times as long.
#include "BenchAppend.h"

#include "bench/BenchRow.h"
#include "crypto/CertificateIssuer.h"
#include "ledger/Checkpoint.h"
#include "store/AuditLog.h"
#include "store/AuditLogRows.h"
#include "store/HeadFile.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <sqlite3.h> // the plain one
#include <unistd.h>

namespace casebound::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t shortLog = 10'000;
constexpr int rounds = 600, openings = 9;

[[nodiscard]] double microseconds(const std::function<void()>& work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - from).count();
}

void fail(const char* what)
{
    std::fprintf(stderr, "bench_ledger: %s\n", what);
    std::exit(1);
}

[[nodiscard]] double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

[[nodiscard]] SecureBytes key()
{
    return SecureBytes::copyOf(QByteArray(32, 'k'));
}

struct Desk {
    SystemClock clock;
    PrivateKey signing = PrivateKey::generateP256().value();
    std::vector<Certificate> reviewers;

    Desk()
    {
        const Validity years{Instant(1'790'000'000s), Instant(2'100'000'000s)};
        const auto issuer = CertificateIssuer::createAuthority(u"Bench"_s, years).value();
        reviewers = {issuer.issueClient(PrivateKey::generateP256().value(), u"supervisor.one"_s, years).value()};
    }
    [[nodiscard]] AuditLog::Config config(const QString& folder) const
    {
        AuditLog::Config config;
        config.folder = folder;
        config.office = u"bench"_s;
        config.workstation = u"desk-1"_s;
        config.actorKey = QByteArray(32, 'a');
        config.profileSerial = 1;
        config.profileSha256 = QByteArray(32, 'p');
        config.appVersion = u"0.1.0"_s;
        config.signingKey = signing;
        config.reviewers = reviewers;
        return config;
    }
    [[nodiscard]] std::unique_ptr<AuditLog> open(const QString& folder) const
    {
        QString where;
        auto log = AuditLog::open(config(folder), key(), clock, &where);
        if (!log)
            fail(qPrintable(u"opening: "_s + where));
        (*log)->setActor({.user = UserId(u"agent.one"_s), .certificateSha256 = QByteArray(32, 'c'), .session = u"bench"_s});
        return std::move(*log);
    }
};

AuditRecord intended(const QString& id)
{
    AuditRecord record{.event = AuditEvent::QueryIntended};
    record.queryId = id;
    record.matter = Matter::Criminal;
    record.reasonCode = u"stolen"_s;
    record.plate = u"PRACPLT7"_s;
    record.caseNumber = u"PM-2026-4711"_s;
    record.reasonText = u"Fictional harbour theft, grey van"_s;
    return record;
}

AuditRecord answered(const QString& id)
{
    AuditRecord record{.event = AuditEvent::QueryAnswered};
    record.queryId = id;
    record.counts = AuditCounts{.returned = 2};
    return record;
}

/// The rows as the log itself writes them, many to a transaction, and the head over them.
void grow(const Desk& desk, const QString& folder, std::size_t count)
{
    const AuditLog::Config config = desk.config(folder);
    if (!QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        fail("cannot make a folder");
    auto database = Database::open(folder + u"/audit.db"_s, key(), AuditLogRows::schema());
    if (!database)
        fail("cannot make a database");
    AuditLogRows rows(**database);
    MerkleTree tree;
    const Instant from = desk.clock.now() - std::chrono::seconds(count);
    QString id;
    const auto add = [&](const AuditRecord& record, Instant at) {
        EntryContext context{.sequence = tree.size(),
                             .at = at,
                             .boot = 1,
                             .actor = QByteArray(32, 'q'),
                             .role = Role::Agent,
                             .session = u"bench"_s,
                             .workstation = config.workstation,
                             .profileSerial = 1,
                             .profileSha256 = config.profileSha256,
                             .appVersion = config.appVersion,
                             .salt = randomBytes(32),
                             .userId = u"agent.one"_s,
                             .certificateSha256 = QByteArray(32, 'c')};
        const auto entry = encodeEntry(context, record);
        if (!entry || !rows.insert(context, record, *entry))
            fail("cannot insert");
        if (const auto root = tree.add(entry->leaf); root && !rows.insertChunkRoot(tree.size() / MerkleTree::chunk - 1, *root))
            fail("cannot insert");
    };
    while (tree.size() < count) {
        Transaction transaction(**database);
        for (int i = 0; i < 10'000 && tree.size() < count; ++i) {
            const Instant at = from + std::chrono::seconds(tree.size());
            if (tree.size() == 0) {
                add({.event = AuditEvent::LogOpened}, at);
            } else if (tree.size() % 2 == 1) {
                id = QueryId::create().text();
                add(intended(id), at);
            } else {
                AuditRecord record = answered(id);
                record.resultsSha256 = randomBytes(32);
                add(record, at);
            }
        }
        if (!transaction.isOpen() || !transaction.commit())
            fail("cannot commit");
    }
    const auto note =
        CheckpointSigner::create(checkpointOrigin(config.office, config.workstation).value(), desk.signing)->sign(tree.size(), tree.root());
    if (!note || !HeadFile::create(folder + u"/audit.head"_s, HeadFile::keyCheckOf(key().view()), *note))
        fail("cannot write the head");
}

double append(AuditLog& log)
{
    const QString id = QueryId::create().text();
    if (!log.append(intended(id)))
        fail("an append failed");
    AuditRecord record = answered(id);
    record.results = QByteArray(400, 'r');
    return microseconds([&] {
        if (!log.append(record))
            fail("an append failed");
    });
}

class PlainTable {
public:
    explicit PlainTable(const QString& path)
    {
        sqlite3_open(QFile::encodeName(path).constData(), &m_handle);
        sqlite3_exec(m_handle, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)", nullptr,
                     nullptr, nullptr);
        sqlite3_prepare_v2(m_handle, "INSERT INTO t (b) VALUES (?)", -1, &m_insert, nullptr);
    }
    ~PlainTable()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_handle);
    }
    PlainTable(const PlainTable&) = delete;
    PlainTable& operator=(const PlainTable&) = delete;
    double insert()
    {
        return microseconds([&] {
            sqlite3_bind_blob(m_insert, 1, m_row.constData(), static_cast<int>(m_row.size()), SQLITE_STATIC);
            if (sqlite3_step(m_insert) != SQLITE_DONE || sqlite3_reset(m_insert) != SQLITE_OK)
                fail("a plain insert failed");
        });
    }

private:
    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    QByteArray m_row = QByteArray(1200, 'x'); // as many bytes as the entry and its sealed result
};

void besidePlain(std::vector<Figure>& out, const Desk& desk, const QString& folder, const QString& place, std::optional<double> target)
{
    const auto log = desk.open(folder + u"/beside"_s);
    PlainTable table(folder + u"/plain.db"_s);
    std::vector<double> ours, plain;
    for (int i = -50; i < rounds; ++i) {
        const double a = append(*log), b = table.insert();
        if (i >= 0) {
            ours.push_back(a);
            plain.push_back(b);
        }
    }
    out.push_back({.name = u"append with 400 B sealed, signed, synced twice, p50, %1"_s.arg(place),
                   .unit = u"µs"_s,
                   .value = median(ours),
                   .baselineName = u"plain sqlite3 insert, WAL and FULL"_s,
                   .baseline = median(plain),
                   .target = target});
}

void shortAndLong(std::vector<Figure>& out, const Desk& desk, const QString& folder, std::size_t entries)
{
    const QString little = folder + u"/short"_s, large = folder + u"/long"_s;
    grow(desk, little, shortLog);
    grow(desk, large, entries);
    std::vector<double> atShort, atLong, opening, database;
    for (int i = 0; i < openings; ++i) {
        std::unique_ptr<AuditLog> log;
        opening.push_back(microseconds([&] { log = desk.open(large); }) / 1000);
        log.reset();
        database.push_back(microseconds([&] {
                               if (!Database::open(large + u"/audit.db"_s, key(), AuditLogRows::schema()))
                                   fail("the database alone does not open");
                           }) /
                           1000);
    }
    const double before = residentMegabytes();
    double shortMemory = 0, longMemory = 0;
    {
        const auto one = desk.open(little);
        for (int i = 0; i < 50; ++i)
            (void)append(*one);
        shortMemory = residentMegabytes() - before;
        const auto two = desk.open(large);
        for (int i = 0; i < 50; ++i)
            (void)append(*two);
        longMemory = residentMegabytes() - before - shortMemory;
        for (int i = 0; i < rounds; ++i) {
            atShort.push_back(append(*one));
            atLong.push_back(append(*two));
        }
    }
    const QString length = QLocale(QLocale::English).toString(static_cast<qulonglong>(entries));
    out.push_back({.name = u"append at %1 entries, p50"_s.arg(length),
                   .unit = u"µs"_s,
                   .value = median(atLong),
                   .baselineName = u"at 10,000 entries"_s,
                   .baseline = median(atShort),
                   .target = 1.1});
    out.push_back({.name = u"opening at %1 entries"_s.arg(length),
                   .unit = u"ms"_s,
                   .value = median(opening),
                   .baselineName = u"budget"_s,
                   .baseline = 50,
                   .target = 1.0});
    out.push_back({.name = u"opening at %1 entries"_s.arg(length),
                   .unit = u"ms"_s,
                   .value = median(opening),
                   .baselineName = u"opening its SQLCipher database alone"_s,
                   .baseline = median(database),
                   .target = {}});
    out.push_back({.name = u"memory of an open log of %1 entries"_s.arg(length),
                   .unit = u"MB"_s,
                   .value = longMemory,
                   .baselineName = u"of 10,000 entries"_s,
                   .baseline = shortMemory,
                   .target = {}});
}

} // namespace

std::vector<Figure> measureAppends(std::size_t entries)
{
    const Desk desk;
    std::vector<Figure> figures;
    const QTemporaryDir disk;
    besidePlain(figures, desk, disk.path(), u"on disk"_s, 2.0);
    const QTemporaryDir memory(u"/dev/shm/casebound-bench-XXXXXX"_s);
    if (memory.isValid()) // where a sync costs nothing: what the processor does alone
        besidePlain(figures, desk, memory.path(), u"on tmpfs"_s, {});
    shortAndLong(figures, desk, disk.path(), entries);
    return figures;
}

} // namespace casebound::bench
