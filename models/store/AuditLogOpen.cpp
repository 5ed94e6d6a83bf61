#include "store/AuditLogPrivate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <charconv>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace casebound {

using enum LogFindingKind;

namespace {

constexpr auto databaseName = "audit.db"_L1, headName = "audit.head"_L1;

/// A head without a key: the checkpoint's three lines alone.
std::optional<Checkpoint> readUnsigned(QByteArrayView note)
{
    const QByteArrayList lines = note.toByteArray().split('\n');
    if (lines.size() != 4 || !lines[3].isEmpty())
        return std::nullopt;
    Checkpoint read{.origin = lines[0]};
    const QByteArray root = QByteArray::fromBase64(lines[2], QByteArray::AbortOnBase64DecodingErrors);
    const auto [end, error] = std::from_chars(lines[1].begin(), lines[1].end(), read.size);
    if (error != std::errc() || end != lines[1].end() || root.size() != 32)
        return std::nullopt;
    std::ranges::copy(root, reinterpret_cast<char*>(read.root.data()));
    return read;
}

/// A log that follows one kept aside is named after it and the moment it was begun: 20261120T190102Z.
bool isSuccessorMark(QByteArrayView mark)
{
    const auto digits = [](QByteArrayView part) { return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; }); };
    return mark.size() == 16 && mark[8] == 'T' && mark[15] == 'Z' && digits(mark.first(8)) && digits(mark.sliced(9, 6));
}

/// "sidecar" and "witness file x" as files.
QString fileOf(const QString& what)
{
    return what == "sidecar"_L1 ? QString(headName) : what.section(u' ', -1);
}

QByteArray originIn(QByteArrayView note, const QByteArray& base)
{
    const QByteArrayView named = note.first(std::max<qsizetype>(note.indexOf('\n'), 0));
    const bool ours = named.startsWith(base + '.') && isSuccessorMark(named.sliced(base.size() + 1));
    return ours ? named.toByteArray() : base;
}

} // namespace

LogFault logFaultOf(StoreFault fault)
{
    switch (fault) {
    case StoreFault::Locked: return LogFault::Locked;
    case StoreFault::NotEncrypted: return LogFault::NotEncrypted;
    case StoreFault::Damaged:
    case StoreFault::NotFound: return LogFault::Damaged;
    case StoreFault::Newer: return LogFault::Newer;
    case StoreFault::DiskFull: return LogFault::DiskFull;
    case StoreFault::WriteFailed:
    case StoreFault::Duplicate: return LogFault::WriteFailed;
    }
    return LogFault::WriteFailed;
}

std::unexpected<LogFault> AuditLog::Private::damaged(LogFinding what, const QString& words)
{
    finding = std::move(what);
    where = words;
    return std::unexpected(LogFault::Damaged);
}

std::unexpected<LogFault> AuditLog::Private::failed(StoreFault fault, const QString& what)
{
    where = what;
    return std::unexpected(logFaultOf(fault));
}

std::expected<std::unique_ptr<AuditLog>, LogFault> AuditLog::open(Config config, const SecureBytes& key, const Clock& clock, QString* where,
                                                                  LogFinding* finding)
{
    const QString journal = config.folder + u'/' + databaseName + "-wal"_L1;
    const bool hadJournal = QFile::exists(journal);
    auto parts = std::make_unique<Private>(std::move(config), clock);
    const auto done =
        parts->prepare(key).and_then([&] { return parts->openFiles(key); }).and_then([&] { return parts->check(); }).and_then([&] {
            return parts->start();
        });
    if (where)
        *where = parts->where;
    if (finding) {
        *finding = parts->finding;
        finding->lastAt = parts->lastAt;
    }
    if (!done) {
        // SQLite makes an empty journal where it finds none; what is examined afterwards is the folder as it was. Only under the lock:
        // without it, the journal is somebody else's.
        if (parts->lock.isOpen()) {
            parts->rows.reset();
            parts->database.reset();
            if (!hadJournal && QFileInfo(journal).size() == 0)
                removeFile(journal);
        }
        return std::unexpected(done.error());
    }
    return std::unique_ptr<AuditLog>(new AuditLog(std::move(parts)));
}

std::expected<void, LogFault> AuditLog::Private::prepare(const SecureBytes& key)
{
    if (key.size() != 32 || config.actorKey.size() != 32)
        return failed(StoreFault::Locked, u"key"_s);
    const auto named = checkpointOrigin(config.office, config.workstation);
    if (!named)
        return failed(StoreFault::WriteFailed, u"the names of office and workstation"_s);
    base = *named;
    origin = config.successor.isEmpty() ? base : base + '.' + config.successor.toUtf8();
    if (const auto made = preparePrivateFolder(config.folder); !made)
        return failed(made.error(), u"folder"_s);
    // A wrong key is told from a damaged file before anything, the lock included, is touched.
    if (QFile::exists(path(headName))) {
        const auto head = HeadFile::open(path(headName));
        if (head && (*head)->content().keyCheck != HeadFile::keyCheckOf(key.view())) {
            finding = {.kind = LogFindingKind::OtherKey, .place = headName};
            return failed(StoreFault::Locked, u"key"_s);
        }
        // Which of this workstation's logs it is, its own head says; that it is one of them, the signature.
        if (head)
            origin = originIn((*head)->content().note, base);
    }
    if (config.signingKey) {
        auto made = CheckpointSigner::create(origin, *config.signingKey);
        if (!made)
            return failed(StoreFault::Locked, u"workstation key"_s);
        signer = std::move(*made);
    }
    if (!config.witnessFolder.isEmpty())
        witness.emplace(config.witnessFolder, origin);
    auto held = lockFile(path("audit.lock"_L1));
    if (!held)
        return failed(held.error(), u"lock file"_s);
    if (!*held) {
        where = u"lock file"_s;
        return std::unexpected(LogFault::InUse);
    }
    lock = std::move(**held);
    return {};
}

std::expected<void, LogFault> AuditLog::Private::openFiles(const SecureBytes& key)
{
    const bool hasDatabase = QFile::exists(path(databaseName)), hasHead = QFile::exists(path(headName));
    if (hasDatabase && !hasHead)
        return damaged({.kind = SidecarMissing, .place = headName}, u"sidecar: it is missing"_s);
    if (!hasDatabase && QFile::exists(path("audit.db-wal"_L1)))
        return damaged({.kind = DatabaseMissing, .place = databaseName}, u"database: it is missing, its journal is there"_s);
    if (!hasHead) {
        // The sidecar comes first: from here on an absent database is noticed, unless the head says that there is nothing yet.
        const auto note = noteOf(MerkleTree());
        if (!note)
            return std::unexpected(note.error());
        auto made = HeadFile::create(path(headName), HeadFile::keyCheckOf(key.view()), *note);
        if (!made)
            return failed(made.error(), u"sidecar"_s);
        headFile = std::move(*made);
    } else {
        auto opened = HeadFile::open(path(headName));
        if (!opened)
            return opened.error() == StoreFault::Damaged
                       ? damaged({.kind = SidecarDamaged, .place = headName}, u"sidecar: neither of its slots is whole"_s)
                       : failed(opened.error(), u"sidecar"_s);
        headFile = std::move(*opened);
        if (!hasDatabase) {
            const auto seen = readNote(headFile->content().note, u"sidecar"_s);
            if (!seen)
                return std::unexpected(seen.error());
            if (seen->size > 0)
                return damaged({.kind = DatabaseMissing, .place = databaseName, .seen = seen->size},
                               u"database: it is missing, the sidecar has seen %1 entries"_s.arg(seen->size));
        }
    }
    auto opened = Database::open(path(databaseName), key, AuditLogRows::schema());
    if (!opened) {
        // The sidecar knew the key, so what does not open with it is not locked.
        if (opened.error() == StoreFault::Locked || opened.error() == StoreFault::Damaged)
            return damaged({.kind = DatabaseUnreadable, .place = databaseName}, u"database: its first pages cannot be read"_s);
        if (opened.error() == StoreFault::Newer)
            finding = {.kind = DatabaseNewer, .place = databaseName};
        return failed(opened.error(), u"database"_s);
    }
    database = std::move(*opened);
    database->keepFilesOnClose(true);
    rows = std::make_unique<AuditLogRows>(*database);
    return {};
}

std::expected<Checkpoint, LogFault> AuditLog::Private::readNote(QByteArrayView note, const QString& what)
{
    if (signer) {
        const auto said = readCheckpoint(note);
        const auto inForce = said ? keys.inForce(said->size) : std::span<const VerifierKey>();
        const auto read = verifyCheckpoint(note, inForce.empty() ? std::span(&signer->verifierKey(), 1) : inForce);
        if (!read)
            return damaged({.kind = HeadNotOurs, .place = fileOf(what)}, u"%1: its head is not signed by this workstation"_s.arg(what));
        return *read;
    }
    auto plain = readUnsigned(note);
    if (!plain) {
        if (const auto read = readCheckpoint(note))
            plain = *read;
    }
    if (!plain || plain->origin != origin)
        return damaged({.kind = HeadNotOurs, .place = fileOf(what)}, u"%1: it holds no head of this log"_s.arg(what));
    return *plain;
}

std::expected<Hash, LogFault> AuditLog::Private::rootAt(std::uint64_t size)
{
    const std::uint64_t chunks = size / MerkleTree::chunk, rest = size % MerkleTree::chunk;
    const auto roots = rows->chunkRoots(chunks);
    const auto tail = rows->leaves(chunks * MerkleTree::chunk, rest);
    if (!roots || !tail) {
        finding = {.kind = DatabaseUnreadable, .place = databaseName};
        return failed(!roots ? roots.error() : tail.error(), u"database: entries before %1 cannot be read"_s.arg(size));
    }
    if (roots->size() != chunks || tail->size() != rest)
        return damaged({.kind = EntriesMissing, .place = databaseName, .has = size},
                       u"database: entries or roots before entry %1 are missing"_s.arg(size));
    return MerkleTree::restore(*roots, *tail).root();
}

std::expected<void, LogFault> AuditLog::Private::compare(const Checkpoint& seen, const QString& what)
{
    if (seen.size > tree.size())
        return damaged(
            {.kind = CutOrOlder, .place = fileOf(what), .has = tree.size(), .seen = seen.size},
            u"database: it has %1 entries, the %2 has seen %3 (cut off, or an older copy)"_s.arg(tree.size()).arg(what).arg(seen.size));
    const auto root = rootAt(seen.size);
    if (!root)
        return std::unexpected(root.error());
    if (*root != seen.root)
        return damaged({.kind = NotTheSame, .place = fileOf(what), .seen = seen.size},
                       u"database: its first %1 entries are not those the %2 has seen"_s.arg(seen.size).arg(what));
    return {};
}

std::expected<void, LogFault> AuditLog::Private::check()
{
    const auto count = rows->size();
    if (!count) {
        finding = {.kind = DatabaseUnreadable, .place = databaseName};
        return failed(count.error(), u"database: entries cannot be read"_s);
    }
    const std::uint64_t chunks = *count / MerkleTree::chunk, rest = *count % MerkleTree::chunk;
    const auto roots = rows->chunkRoots(chunks);
    const auto tail = rows->leaves(chunks * MerkleTree::chunk, rest);
    // The newest rows are read whole: they are what a torn write would have hit.
    const std::uint64_t first = *count > MerkleTree::chunk ? *count - MerkleTree::chunk : 0;
    const auto newest = rows->entries(first, MerkleTree::chunk);
    const auto newestLeaves = rows->leaves(first, *count - first);
    if (!roots || !tail || !newest || !newestLeaves)
        return damaged({.kind = DatabaseUnreadable, .place = databaseName, .has = first},
                       u"database: pages of the newest entries cannot be read"_s);
    if (roots->size() != chunks || tail->size() != rest || newest->size() != *count - first || newestLeaves->size() != newest->size())
        return damaged({.kind = EntriesMissing, .place = databaseName, .has = *count}, u"database: entries or roots are missing"_s);
    tree = MerkleTree::restore(*roots, *tail);
    for (std::size_t i = 0; i < newest->size(); ++i) {
        if (leafHash((*newest)[i].publicBytes) != (*newestLeaves)[i])
            return damaged({.kind = EntryAltered, .place = databaseName, .has = first + i},
                           u"database: entry %1 is not the one its hash was made of"_s.arg(first + i));
    }
    if (!newest->empty()) {
        const auto last = parsePublicPart(newest->back().publicBytes);
        if (!last || last->sequence != *count - 1)
            return damaged({.kind = EntryAltered, .place = databaseName, .has = *count - 1},
                           u"database: entry %1 cannot be read"_s.arg(*count - 1));
        if (last->profileSerial > config.profileSerial) {
            finding = {.kind = LogFindingKind::ProfileOlder, .has = config.profileSerial, .seen = last->profileSerial};
            where = u"profile: its serial is %1, the log was last written under %2 (rolled back)"_s.arg(config.profileSerial)
                        .arg(last->profileSerial);
            return std::unexpected(LogFault::ProfileOlder);
        }
        lastAt = last->at;
        boot = last->boot;
    }
    if (const auto read = readKeys(); !read)
        return read;
    if (origin != base && !config.holding) {
        const auto begun = rows->holds(AuditEvent::LogBegun);
        if (!begun || !*begun)
            return damaged({.kind = NotBegun, .place = databaseName}, u"database: a holding log, and nobody decided that it be the log"_s);
    }
    const auto seen = readNote(headFile->content().note, u"sidecar"_s);
    if (!seen)
        return std::unexpected(seen.error());
    if (const auto same = compare(*seen, u"sidecar"_s); !same)
        return same;
    if (headFile->content().oneSlotLost && !isTornByPowerCut(*seen))
        return damaged({.kind = SidecarDamaged, .place = headName},
                       u"sidecar: one of its two slots is altered, and no power cut explains it"_s);
    // Another log that holds in itself, put in this one's place while the program ran, is not this one.
    if (config.seen) {
        const Checkpoint ours{.origin = origin, .size = config.seen->size, .root = config.seen->root};
        if (const auto same = compare(ours, u"running program"_s); !same)
            return same;
    }
    return checkWitnesses();
}

bool AuditLog::Private::isTornByPowerCut(const Checkpoint& whole)
{
    // A slot is written after its entries were committed, so a torn one leaves entries after the head of the other.
    const std::optional<QByteArray>& note = headFile->content().tornNote;
    if (tree.size() <= whole.size || !note)
        return false;
    const auto torn = readNote(*note, u"sidecar"_s);
    return torn && compare(*torn, u"sidecar"_s);
}

std::expected<void, LogFault> AuditLog::Private::checkWitnesses()
{
    if (!witness)
        return {};
    if (const QString later = witness->laterThan(base); !later.isEmpty())
        return damaged({.kind = LaterLogWitnessed, .place = later},
                       u"witness file %1: it belongs to a log that was begun after this one"_s.arg(later));
    for (const auto& [file, note] : witness->notes()) {
        const auto witnessed = readNote(note, u"witness file "_s + file);
        if (!witnessed)
            return std::unexpected(witnessed.error());
        if (const auto same = compare(*witnessed, u"witness file "_s + file); !same)
            return same;
        witnessedSize = std::max(witnessedSize, witnessed->size);
    }
    // Every 256 entries at the latest one was written; its entry stands at the witnessed size, or after the clock's.
    const std::uint64_t recent = 4 * MerkleTree::chunk;
    const auto written = rows->newest(AuditEvent::WitnessWritten, tree.size() > recent ? tree.size() - recent : 0);
    if (!written)
        return failed(written.error(), u"database: entries cannot be read"_s);
    if (*written && witnessedSize + 1 < **written && witness->isReachable()) {
        witnessMissing = true;
        where = u"witness folder: a head that entry %1 says was put there is missing"_s.arg(**written);
    }
    return {};
}

std::expected<void, LogFault> AuditLog::Private::start()
{
    database->keepFilesOnClose(false);
    const auto seen = readNote(headFile->content().note, u"sidecar"_s);
    const auto intents = rows->openIntents();
    if (!seen || !intents)
        return !seen ? std::unexpected(seen.error()) : failed(intents.error(), u"database: intentions cannot be read"_s);
    makeBallast();
    boot += 1;
    if (tree.size() == 0)
        lastAt = config.knownBefore;
    std::vector<Pending> batch{{.record = {.event = AuditEvent::LogOpened}, .sealedSha256 = {}}};
    if (tree.size() > seen->size || headFile->content().oneSlotLost) {
        AuditRecord record{.event = AuditEvent::LogRecovered};
        record.outcome = headFile->content().oneSlotLost ? u"sidecar_slot_lost"_s : u"head_rewritten"_s;
        batch.push_back({.record = std::move(record), .sealedSha256 = {}});
    }
    if (witnessMissing) {
        AuditRecord record{.event = AuditEvent::LogFault};
        record.outcome = u"witness_missing"_s;
        batch.push_back({.record = std::move(record), .sealedSha256 = {}});
    }
    for (const AuditLogRows::OpenIntent& intent : *intents) {
        AuditRecord record{.event = unknownOutcome(intent.kind)};
        record.queryId = intent.id;
        if (intent.kind != AuditIntent::Query)
            record.outcome = u"unknown"_s;
        batch.push_back({.record = std::move(record), .sealedSha256 = {}});
    }
    writable = true;
    if (const auto written = write(batch, nullptr); !written) {
        where = u"database: the opening cannot be written"_s;
        return std::unexpected(stop(written.error()));
    }
    if (witness)
        writeWitness(true);
    if (stoppedBy) {
        where = u"database: the opening cannot be written"_s;
        return std::unexpected(*stoppedBy);
    }
    return {};
}

} // namespace casebound
