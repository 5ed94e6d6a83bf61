#include "TamperKinds.h"

#include "ledger/KeyChain.h"
#include "store/HeadFile.h"

#include <SqlCipherNames.h>
// after the names
#include <sqlite3.h>

#include <QDirIterator>

namespace casebound::test {
namespace {

const QString db = u"log/audit.db"_s, wal = u"log/audit.db-wal"_s, head = u"log/audit.head"_s, blobs = u"log/sealed"_s,
              witnesses = u"witness"_s;

struct Closing {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closing>;

Handle openByHand(const QString& path)
{
    sqlite3* raw = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Handle handle(raw);
    const QByteArray key = "x'" + QByteArray(32, 'k').toHex() + '\'';
    sqlite3_exec(raw, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    sqlite3_key_v2(raw, "main", key.constData(), static_cast<int>(key.size()));
    if (sqlite3_exec(raw, "PRAGMA fast_kdf_iter = 1000; PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM entry", nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        qFatal("by hand: %s", sqlite3_errmsg(raw));
    return handle;
}

QByteArray number(std::uint64_t value)
{
    return QByteArray::number(static_cast<qulonglong>(value));
}

QByteArray at(std::uint64_t entry)
{
    return " WHERE seq = " + number(entry);
}

/// One bit of the public part, and what else the hand knows to put right after it.
void alter(Case& a, std::uint64_t entry, bool leafToo, bool chunkToo)
{
    QByteArray bytes = a.value("SELECT public FROM entry" + at(entry));
    const qsizetype place = a.random.bounded(static_cast<int>(bytes.size()));
    bytes[place] = static_cast<char>(bytes[place] ^ (1 << a.random.bounded(7)));
    a.edit("UPDATE entry SET public = ?" + at(entry), {bytes});
    if (leafToo)
        a.edit("UPDATE entry SET leaf = ?" + at(entry), {toBytes(leafHash(bytes))});
    if (!chunkToo)
        return;
    const std::uint64_t chunk = entry / MerkleTree::chunk;
    MerkleTree tree;
    std::optional<Hash> root;
    for (const QByteArray& row : a.values("SELECT leaf FROM entry WHERE seq / 256 = " + number(chunk) + " ORDER BY seq")) {
        Hash leaf{};
        std::ranges::copy(row, reinterpret_cast<char*>(leaf.data()));
        root = tree.add(leaf);
    }
    a.edit("UPDATE chunk_root SET root = ? WHERE chunk = " + number(chunk), {toBytes(root.value())});
}

void flipBlob(Case& a, const QByteArray& table, const QByteArray& column)
{
    const QByteArray row = " WHERE rowid = (SELECT rowid FROM " + table + " ORDER BY rowid LIMIT 1 OFFSET " +
                           number(a.random.bounded(a.value("SELECT CAST(count(*) AS TEXT) FROM " + table).toUInt())) + ')';
    QByteArray bytes = a.value("SELECT " + column + " FROM " + table + row);
    const qsizetype place = a.random.bounded(static_cast<int>(bytes.size()));
    bytes[place] = static_cast<char>(bytes[place] ^ 1);
    a.edit("UPDATE " + table + " SET " + column + " = ?" + row, {bytes});
}

/// As if the program had been cut off between the commit and its head: what only a person with the database key can feign.
void forge(Case& a)
{
    const std::uint64_t last = a.lives.size - 1;
    QByteArray bytes = a.value("SELECT public FROM entry" + at(last));
    bytes.replace("\"seq\":" + number(last), "\"seq\":" + number(last + 1));
    const QByteArray next = number(last + 1);
    a.edit("INSERT INTO entry SELECT " + next +
           ", at, boot, event, query_id, user_id, on_behalf_of, plate, case_number, reason_code, results, leaf,"
           " public, private FROM entry" +
           at(last));
    a.edit("UPDATE entry SET public = ?, leaf = ?" + at(last + 1), {bytes, toBytes(leafHash(bytes))});
}

/// Both slots of the sidecar, signed by this key.
void signHead(Case& a, const PrivateKey& key, std::uint64_t size, const Hash& root)
{
    const auto signer = CheckpointSigner::create("casebound/practice/desk-1", key).value();
    const auto file = HeadFile::open(a.file(head)).value();
    for (int slot = 0; slot < 2; ++slot) {
        if (!file->write(signer.sign(size, root).value()))
            qFatal("cannot write the head");
    }
}

MerkleTree treeOfRows(Case& a)
{
    MerkleTree tree;
    for (const QByteArray& row : a.values("SELECT leaf FROM entry ORDER BY seq")) {
        Hash leaf{};
        std::ranges::copy(row, reinterpret_cast<char*>(leaf.data()));
        (void)tree.add(leaf);
    }
    return tree;
}

/// A new key, announced by an entry that the key before it did not sign; the desk uses the new key from then on.
void forgeAnnouncement(Case& a)
{
    MerkleTree tree = treeOfRows(a);
    const auto nameOf = [](const PrivateKey& key) {
        return VerifierKey::fromPublicKey("casebound/practice/desk-1", key.publicKeyDer())->text();
    };
    const PrivateKey& next = a.lives.foreign.signing;
    const QByteArray lines[] = {"old-key " + nameOf(a.lives.office.signing), "new-key " + nameOf(next)};
    const auto forger = CheckpointSigner::create("casebound/practice/desk-1", next).value();
    const PublicPart last = parsePublicPart(a.value("SELECT public FROM entry" + at(tree.size() - 1))).value();
    AuditRecord record{.event = AuditEvent::KeyReplaced};
    record.announcement = QString::fromUtf8(forger.sign(tree.size(), tree.root(), lines).value());
    const EntryContext context{.sequence = tree.size(),
                               .at = last.at,
                               .boot = last.boot,
                               .workstation = last.workstation,
                               .profileSerial = last.profileSerial,
                               .profileSha256 = last.profileSha256,
                               .appVersion = last.appVersion,
                               .salt = QByteArray(32, static_cast<char>(a.random.bounded(256)))};
    const EncodedEntry entry = encodeEntry(context, record).value();
    a.edit("INSERT INTO entry (seq, at, boot, event, leaf, public, private) VALUES (" + number(tree.size()) + ", " +
               QByteArray::number(qint64(last.at.time_since_epoch().count())) + ", " + number(last.boot) + ", 'key.replaced', ?, ?, ?)",
           {toBytes(entry.leaf), entry.publicBytes, entry.privateBytes});
    (void)tree.add(entry.leaf);
    signHead(a, next, tree.size(), tree.root());
    a.config.signingKey = next;
}

const TamperKind kinds[] = {
    {"bit flipped in the database", &Lives::closed, [](Case& a) { a.flip(db); }},
    {"bit flipped in the WAL", &Lives::running, [](Case& a) { a.flip(wal); }},
    {"bit flipped in the sidecar", &Lives::closed, [](Case& a) { a.flip(head); }},
    {"bit flipped in a sealed blob outside the database", &Lives::closed, [](Case& a) { a.flip(a.anyFile(blobs)); }},
    {"sealed blob outside the database cut short", &Lives::closed, [](Case& a) { a.cut(a.anyFile(blobs)); }},
    {"sealed blob outside the database deleted", &Lives::closed, [](Case& a) { QFile::remove(a.file(a.anyFile(blobs))); }},
    {"WAL cut short", &Lives::running, [](Case& a) { a.cut(wal); }},
    {"WAL deleted", &Lives::running, [](Case& a) { QFile::remove(a.file(wal)); }},
    {"older WAL put back", &Lives::running, [](Case& a) { a.write(wal, a.lives.runningBefore[wal]); }},
    {"database cut short", &Lives::closed, [](Case& a) { a.cut(db); }},
    {"database deleted", &Lives::closed, [](Case& a) { QFile::remove(a.file(db)); }},
    {"older database put back", &Lives::closed, [](Case& a) { a.write(db, a.lives.older[db]); }},
    {"older copy of everything put back", &Lives::closed, [](Case& a) { a.put(a.lives.older, u"log/"_s); }},
    {"older copy of everything put back, and grown again", &Lives::closed,
     [](Case& a) {
         a.put(a.lives.older, u"log/"_s);
         AuditLog::Config config = a.config;
         config.witnessFolder.clear();
         auto log = AuditLog::open(config, keyOf('k'), a.clock).value();
         const auto target = a.lives.size + 1 + a.random.bounded(40U);
         for (int i = 0; log->head().size < target; ++i)
             (void)log->append(intended(u"again-%1"_s.arg(i)));
     }},
    {"sidecar deleted", &Lives::closed, [](Case& a) { QFile::remove(a.file(head)); }},
    {"sidecar of another log", &Lives::closed, [](Case& a) { a.write(head, a.lives.another[head]); }},
    {"older sidecar put back", &Lives::closed, [](Case& a) { a.write(head, a.lives.older[head]); }},
    {"whole log of another workstation put in its place", &Lives::closed, [](Case& a) { a.put(a.lives.another, u"log/"_s); }},
    {"entry deleted, with the key", &Lives::closed, [](Case& a) { a.edit("DELETE FROM entry" + at(a.anyEntry(a.lives.size))); }},
    {"newest entries deleted, with the key", &Lives::closed,
     [](Case& a) { a.edit("DELETE FROM entry WHERE seq >= " + number(a.lives.size - 1 - a.random.bounded(100U))); }},
    {"entry altered, with the key", &Lives::closed, [](Case& a) { alter(a, a.anyEntry(a.lives.size), false, false); }},
    {"entry and its leaf hash altered, with the key", &Lives::closed, [](Case& a) { alter(a, a.anyEntry(a.lives.size), true, false); }},
    {"entry, leaf hash and root of its 256 altered, with the key", &Lives::closed, [](Case& a) { alter(a, a.anyEntry(512), true, true); }},
    {"private part altered, with the key", &Lives::closed,
     [](Case& a) {
         const auto entry = a.anyEntry(a.lives.size);
         QByteArray bytes = a.value("SELECT private FROM entry" + at(entry));
         bytes[a.random.bounded(static_cast<int>(bytes.size()))] = '0' + static_cast<char>(a.random.bounded(2));
         a.edit("UPDATE entry SET private = ?" + at(entry), {bytes + ' '});
     }},
    {"indexed column altered, with the key", &Lives::closed,
     [](Case& a) {
         static constexpr const char* columns[] = {"plate", "case_number", "user_id", "on_behalf_of", "reason_code"};
         a.edit("UPDATE entry SET " + QByteArray(columns[a.random.bounded(5)]) + " = 'ZZTOPLT0'" + at(a.anyEntry(a.lives.size)));
     }},
    {"two entries exchanged, with the key", &Lives::closed,
     [](Case& a) {
         const auto one = a.anyEntry(a.lives.size / 2), two = a.lives.size / 2 + a.anyEntry(a.lives.size / 2);
         a.edit("UPDATE entry SET seq = -1" + at(one) + "; UPDATE entry SET seq = " + number(one) + at(two) +
                "; UPDATE entry SET seq = " + number(two) + " WHERE seq = -1");
     }},
    {"entry put in after the signed head, with the key", &Lives::closed, forge},
    {"root of 256 entries altered, with the key", &Lives::closed, [](Case& a) { flipBlob(a, "chunk_root", "root"); }},
    {"marks of open intentions deleted, with the key", &Lives::closed, [](Case& a) { a.edit("DELETE FROM open_intent"); }},
    {"sealed result altered, with the key", &Lives::closed, [](Case& a) { flipBlob(a, "sealed", "blob"); }},
    {"sealed results deleted, with the key", &Lives::closed,
     [](Case& a) {
         a.edit("DELETE FROM sealed WHERE sha256 IN (SELECT sha256 FROM sealed ORDER BY random() LIMIT " +
                number(1 + a.random.bounded(20U)) + ')');
     }},
    {"reviewers' segment key missing", &Lives::closed, [](Case& a) { a.edit("DELETE FROM segment"); }},
    {"segment key for a foreign reviewer", &Lives::closed,
     [](Case& a) {
         a.edit("UPDATE segment SET cms = ? WHERE rowid = (SELECT min(rowid) FROM segment)",
                {wrapSecret(QByteArray(32, 'z'), a.lives.foreign.reviewers).value()});
     }},
    {"witness folder emptied", &Lives::closed,
     [](Case& a) {
         for (const QString& name : QDir(a.file(witnesses)).entryList(QDir::Files))
             QFile::remove(a.file(witnesses + u'/' + name));
     }},
    {"witness altered", &Lives::closed, [](Case& a) { a.flip(a.anyFile(witnesses)); }},
    {"workstation key changed without announcement", &Lives::closed,
     [](Case& a) {
         const MerkleTree tree = treeOfRows(a);
         signHead(a, a.lives.foreign.signing, tree.size(), tree.root());
     }},
    {"announcement of a new workstation key forged, with the key", &Lives::closed, forgeAnnouncement},
    {"another workstation key", &Lives::closed, [](Case& a) { a.config.signingKey = a.lives.foreign.signing; }},
    {"office profile rolled back", &Lives::closed,
     [](Case& a) { a.config.profileSerial = static_cast<std::uint64_t>(a.random.bounded(7)); }},
    {"two processes at once", &Lives::closed, [](Case& a) { a.other = AuditLog::open(a.config, keyOf('k'), a.clock).value(); }},
    {"clock set back", &Lives::closed, [](Case& a) { a.clock.at -= std::chrono::seconds(1 + a.random.bounded(300'000'000)); }},
};

} // namespace

Tree treeOf(const QString& folder)
{
    Tree tree;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        const QString name = file.fileName().sliced(folder.size() + 1);
        if (!name.endsWith(u"audit.lock") && !name.endsWith(u"audit.ballast") && file.open(QIODevice::ReadOnly))
            tree.insert(name, file.readAll());
    }
    return tree;
}

void putTree(const Tree& tree, const QString& folder)
{
    constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    for (const QString& made : {u"log"_s, blobs, witnesses})
        QDir().mkdir(folder + u'/' + made, mine);
    for (const auto& [name, bytes] : tree.asKeyValueRange())
        overwrite(folder + u'/' + name, bytes);
}

Lives::Lives()
{
    const auto grow = [&](AuditLog& log, int from, int to) {
        for (int i = from; i < to; ++i) {
            clock.at += 1s;
            const QString id = u"q%1"_s.arg(i);
            if (!log.append(intended(id)) || (i % 10 != 9 && !log.append(answered(id, i % 40 == 20 ? 70'000 : 400))))
                qFatal("an append failed");
        }
    };
    const QTemporaryDir outer(memoryFolder()), elsewhere(memoryFolder());
    const auto config = office.config(outer.path());
    putTree({}, outer.path());
    putTree({}, elsewhere.path());
    const auto run = [&](int from, int to) { grow(*AuditLog::open(config, keyOf('k'), clock).value(), from, to); };
    run(0, 150);
    older = treeOf(outer.path());
    run(150, 270);
    {
        auto log = AuditLog::open(config, keyOf('k'), clock).value();
        grow(*log, 270, 285);
        runningBefore = treeOf(outer.path());
        grow(*log, 285, 300);
        running = treeOf(outer.path());
        size = log->head().size;
    }
    closed = treeOf(outer.path());
    grow(*AuditLog::open(foreign.config(elsewhere.path()), keyOf('k'), clock).value(), 0, 20);
    another = treeOf(elsewhere.path());
}

Case::Case(const Lives& of, quint32 seed) : lives(of), random(seed), config(of.office.config(outer.path())), clock(of.clock)
{
    clock.at += 1h;
}

QByteArray Case::read(const QString& name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void Case::put(const Tree& tree, const QString& prefix) const
{
    for (const QString& name : treeOf(outer.path()).keys()) {
        if (name.startsWith(prefix))
            QFile::remove(file(name));
    }
    for (const auto& [name, bytes] : tree.asKeyValueRange()) {
        if (name.startsWith(prefix))
            write(name, bytes);
    }
}

void Case::flip(const QString& name)
{
    QByteArray bytes = read(name);
    const auto bit = static_cast<qsizetype>(random.bounded(static_cast<quint64>(bytes.size()) * 8));
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    write(name, bytes);
}

void Case::cut(const QString& name)
{
    const QByteArray bytes = read(name);
    write(name, bytes.first(static_cast<qsizetype>(random.bounded(static_cast<quint64>(bytes.size())))));
}

void Case::edit(const QByteArray& sql, const QByteArrayList& bound) const
{
    const Handle handle = openByHand(file(db));
    const char* rest = sql.constData();
    while (*rest != '\0') {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(handle.get(), rest, -1, &statement, &rest);
        for (int i = 0; i < bound.size(); ++i)
            sqlite3_bind_blob64(statement, i + 1, bound[i].constData(), static_cast<sqlite3_uint64>(bound[i].size()), SQLITE_STATIC);
        if (sqlite3_step(statement) != SQLITE_DONE || sqlite3_finalize(statement) != SQLITE_OK)
            qFatal("by hand: %s: %s", sql.constData(), sqlite3_errmsg(handle.get()));
    }
    if (sqlite3_total_changes(handle.get()) == 0)
        qFatal("by hand: %s changed nothing", sql.constData());
}

QByteArrayList Case::values(const QByteArray& sql) const
{
    const Handle handle = openByHand(file(db));
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle.get(), sql.constData(), -1, &statement, nullptr);
    QByteArrayList found;
    while (sqlite3_step(statement) == SQLITE_ROW)
        found.append(QByteArray(static_cast<const char*>(sqlite3_column_blob(statement, 0)), sqlite3_column_bytes(statement, 0)));
    if (sqlite3_finalize(statement) != SQLITE_OK || found.isEmpty())
        qFatal("by hand: %s: %s", sql.constData(), sqlite3_errmsg(handle.get()));
    return found;
}

std::uint64_t Case::anyEntry(std::uint64_t below)
{
    return random.bounded(static_cast<quint64>(below));
}

QString Case::anyFile(const QString& folder)
{
    const QStringList names = QDir(file(folder)).entryList(QDir::Files, QDir::Name);
    return folder + u'/' + names[random.bounded(static_cast<int>(names.size()))];
}

std::span<const TamperKind> tamperKinds()
{
    return kinds;
}

} // namespace casebound::test
