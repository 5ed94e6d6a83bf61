// How long a full check of a log takes beside a plain SQLCipher scan of the same rows, and how much memory; then appending and opening
// (BenchAppend.cpp). BENCH_ENTRIES: 1,000,000.
#include "BenchAppend.h"

#include "store/HeadFile.h"
#include "support/LogMaker.h"
#include "verify/LiveLogCheck.h"

#include <SqlCipherNames.h>
// after the names
#include <sqlite3.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QByteArray rawKey(32, 'k');

sqlite3* openDatabase(const QString& folder)
{
    sqlite3* handle = nullptr;
    const QByteArray key = "x'" + rawKey.toHex() + '\'';
    sqlite3_open(QFile::encodeName(folder + u"/audit.db"_s).constData(), &handle);
    sqlite3_key(handle, key.constData(), static_cast<int>(key.size()));
    sqlite3_exec(handle,
                 "PRAGMA fast_kdf_iter = 1000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000; PRAGMA journal_mode = WAL",
                 nullptr, nullptr, nullptr);
    return handle;
}

void bindText(sqlite3_stmt* statement, int at, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    if (!utf8.isEmpty())
        sqlite3_bind_text(statement, at, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void bindBlob(sqlite3_stmt* statement, int at, QByteArrayView bytes)
{
    sqlite3_bind_blob(statement, at, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

/// The rows a workstation would have written, without a sync for each.
bool makeLog(const QString& folder, std::size_t count, const CheckpointSigner& signer)
{
    sqlite3* handle = openDatabase(folder);
    sqlite3_exec(
        handle,
        "CREATE TABLE entry (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, boot INTEGER NOT NULL, event TEXT NOT NULL, query_id TEXT,"
        " user_id TEXT, on_behalf_of TEXT, plate TEXT, case_number TEXT, reason_code TEXT, results BLOB, leaf BLOB NOT NULL,"
        " public BLOB NOT NULL, private BLOB NOT NULL) STRICT;"
        "CREATE TABLE chunk_root (chunk INTEGER PRIMARY KEY, root BLOB NOT NULL) STRICT;"
        "CREATE TABLE open_intent (kind INTEGER NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, id)) STRICT;"
        "CREATE TABLE segment (id BLOB PRIMARY KEY, cms BLOB NOT NULL) STRICT;"
        "CREATE TABLE sealed (sha256 BLOB PRIMARY KEY, blob BLOB NOT NULL) STRICT; BEGIN",
        nullptr, nullptr, nullptr);
    sqlite3_stmt *entry = nullptr, *chunk = nullptr, *intent = nullptr;
    sqlite3_prepare_v2(handle, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &entry, nullptr);
    sqlite3_prepare_v2(handle, "INSERT INTO chunk_root VALUES (?, ?)", -1, &chunk, nullptr);
    sqlite3_prepare_v2(handle, "INSERT INTO open_intent VALUES (1, ?, 1)", -1, &intent, nullptr);
    LogMaker maker(1);
    MerkleTree tree;
    bool good = entry && chunk && intent;
    for (std::size_t i = 0; i < count && good; ++i) {
        const EncodedEntry made = maker.next();
        const PublicPart shown = *parsePublicPart(made.publicBytes);
        const PrivatePart hidden = *parsePrivatePart(made.privateBytes);
        sqlite3_bind_int64(entry, 1, static_cast<std::int64_t>(i));
        sqlite3_bind_int64(entry, 2, shown.at.time_since_epoch().count());
        sqlite3_bind_int64(entry, 3, static_cast<std::int64_t>(shown.boot));
        bindText(entry, 4, QString::fromLatin1(auditEventName(shown.event)));
        bindText(entry, 5, shown.queryId);
        bindText(entry, 6, hidden.userId);
        bindText(entry, 7, hidden.onBehalfOf);
        bindText(entry, 8, hidden.plate);
        bindText(entry, 9, hidden.caseNumber);
        bindText(entry, 10, shown.reasonCode);
        bindBlob(entry, 12, view(made.leaf));
        bindBlob(entry, 13, made.publicBytes);
        bindBlob(entry, 14, made.privateBytes);
        good = sqlite3_step(entry) == SQLITE_DONE;
        sqlite3_reset(entry);
        sqlite3_clear_bindings(entry);
        if (const auto root = tree.add(made.leaf)) {
            sqlite3_bind_int64(chunk, 1, static_cast<std::int64_t>(i / MerkleTree::chunk));
            bindBlob(chunk, 2, view(*root));
            sqlite3_step(chunk);
            sqlite3_reset(chunk);
        }
    }
    // As many open intentions as the check will count; their ids are not compared.
    for (std::size_t i = 0; i < maker.openIntents(); ++i) {
        bindText(intent, 1, QString::number(i));
        sqlite3_step(intent);
        sqlite3_reset(intent);
    }
    for (sqlite3_stmt* statement : {entry, chunk, intent})
        sqlite3_finalize(statement);
    good = good && sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    const auto note = signer.sign(tree.size(), tree.root());
    return good && note && HeadFile::create(folder + u"/audit.head"_s, HeadFile::keyCheckOf(rawKey), *note);
}

double scanSeconds(const QString& folder)
{
    sqlite3* handle = openDatabase(folder);
    QElapsedTimer timer;
    timer.start();
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle,
                       "SELECT seq, at, boot, event, query_id, user_id, on_behalf_of, plate, case_number, reason_code, results, leaf,"
                       " public, private FROM entry ORDER BY seq",
                       -1, &statement, nullptr);
    std::int64_t bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < 14; ++column) {
            (void)sqlite3_column_blob(statement, column);
            bytes += sqlite3_column_bytes(statement, column);
        }
    }
    sqlite3_finalize(statement);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    sqlite3_close(handle);
    return bytes > 0 ? seconds : 0;
}

/// The most this process ever held, as the kernel counts it for the program that runs now.
double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/// Of a process that does nothing but one check.
double checkMegabytes(const QString& folder)
{
    QProcess process;
    process.start(u"/proc/self/exe"_s, {u"--check"_s, folder});
    return process.waitForFinished(-1) && process.exitCode() == 0 ? process.readAllStandardOutput().toDouble() : 0;
}

void printRow(const char* name, const char* unit, double value, const char* baselineName, double baseline, const char* target, bool last)
{
    std::printf(
        "  {\"name\": \"%s\", \"group\": \"ledger\", \"unit\": \"%s\", \"value\": %.4g, \"baseline_name\": \"%s\", \"baseline\": %.4g,"
        " \"ratio\": %.4g, \"target\": %s}%s\n",
        name, unit, value, baselineName, baseline, value / baseline, target, last ? "" : ",");
}

QByteArray withCommas(std::size_t number)
{
    return QLocale(QLocale::English).toString(static_cast<qulonglong>(number)).toLatin1() + " entries";
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc == 3 && qstrcmp(argv[1], "--check") == 0) {
        VerifyOptions options;
        const VerifyReport report = checkLiveLog(QString::fromLocal8Bit(argv[2]), SecureBytes::copyOf(rawKey), options);
        std::printf("%.1f\n", peakMegabytes());
        return report.faults.count() == 0 ? 0 : 1;
    }
    const QTemporaryDir outer;
    const auto key = PrivateKey::generateP256();
    const auto signer = CheckpointSigner::create("casebound/bench/desk-1", *key);
    VerifyOptions options;
    if (!options.keys.addPublicKey(key->publicKeyDer()))
        return 1;
    const std::size_t entries = static_cast<std::size_t>(
        std::max(1000, qEnvironmentVariableIntValue("BENCH_ENTRIES") > 0 ? qEnvironmentVariableIntValue("BENCH_ENTRIES") : 1'000'000));
    const auto check = [&](const QString& folder) {
        QElapsedTimer timer;
        timer.start();
        const VerifyReport report = checkLiveLog(folder, SecureBytes::copyOf(rawKey), options);
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        if (report.verdict() != VerifyVerdict::InOrder) {
            std::fwrite(report.text().constData(), 1, static_cast<std::size_t>(report.text().size()), stderr);
            std::exit(1);
        }
        return seconds;
    };
    const QString small = outer.filePath(u"small"_s), middle = outer.filePath(u"middle"_s), large = outer.filePath(u"large"_s);
    for (const QString& folder : {small, middle, large}) {
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) ||
            !makeLog(folder,
                     folder == small    ? entries / 100
                     : folder == middle ? entries / 10
                                        : entries,
                     *signer))
            return 1;
    }
    double scan = 1e9, full = 1e9;
    for (int round = 0; round < 3; ++round) { // in turn; the best of three
        scan = std::min(scan, scanSeconds(large));
        full = std::min(full, check(large));
    }
    std::printf("[\n");
    printRow("full check of a log", "s", full, "plain scan of its rows", scan, "1.5", false);
    const double memory = checkMegabytes(large);
    const QByteArray name = "memory of a full check of " + withCommas(entries);
    printRow(name.constData(), "MB", memory, ("of " + withCommas(entries / 10)).constData(), checkMegabytes(middle), "1.1", false);
    printRow(name.constData(), "MB", memory, ("of " + withCommas(entries / 100)).constData(), checkMegabytes(small), "null", false);
    const auto figures = bench::measureAppends(entries);
    for (const bench::Figure& figure : figures) {
        printRow(qUtf8Printable(figure.name), qUtf8Printable(figure.unit), figure.value, qUtf8Printable(figure.baselineName),
                 figure.baseline, figure.target ? QByteArray::number(*figure.target).constData() : "null", &figure == &figures.back());
    }
    std::printf("]\n");
    return 0;
}
