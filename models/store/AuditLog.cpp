#include "store/AuditLogPrivate.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <fcntl.h>
#include <iterator>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace casebound {
namespace {

constexpr qsizetype largestSealedInDatabase = 64 * 1024;
constexpr off_t ballastSize = 1 << 20;
constexpr auto ballastName = "audit.ballast"_L1, sealedName = "sealed"_L1;

} // namespace

AuditLog::AuditLog(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

AuditLog::~AuditLog()
{
    shut();
}

void AuditLog::shut()
{
    if (d->shut)
        return;
    if (d->writable && d->witness)
        d->writeWitness(false);
    d->writable = false;
    d->shut = true;
    d->rows.reset();
    d->database.reset();
    d->headFile.reset();
    d->sealer.endSegment();
    d->signer.reset();
    d->nextSigner.reset();
    d->config.signingKey.reset();
    d->config.actorKey.clear();
    d->lock = FileHandle();
}

bool AuditLog::isShut() const
{
    return d->shut;
}

void AuditLog::takeOver(std::unique_ptr<AuditLog> other)
{
    shut();
    std::ranges::move(d->owed, std::back_inserter(other->d->owed));
    d = std::exchange(other->d, std::move(d));
}

std::expected<void, LogFault> AuditLog::appendOrOwe(AuditRecord record)
{
    if (!d->shut)
        return append(record).transform([](const AuditReceipt&) {});
    const QString when = u"happened at %1, while the log was shut"_s.arg(toRfc3339(d->clock.now()));
    record.note = record.note.isEmpty() ? when : record.note + u'\n' + when;
    d->owed.push_back(std::move(record));
    return {};
}

std::vector<AuditRecord> AuditLog::takeOwed()
{
    return std::exchange(d->owed, {});
}

void AuditLog::setActor(AuditActor actor)
{
    d->pseudonym = actor.user.isEmpty() ? QByteArray() : actorPseudonym(d->config.actorKey.view(), actor.user);
    d->actor = std::move(actor);
}

void AuditLog::setSealing(bool on)
{
    d->sealing = on;
}

void AuditLog::forgetPages() const
{
    if (d->database)
        d->database->forgetPages();
}

LogHead AuditLog::head() const
{
    return {.size = d->tree.size(), .root = d->tree.root()};
}

QByteArray AuditLog::origin() const
{
    return d->origin;
}

QByteArray AuditLog::headNote() const
{
    return d->headFile ? d->headFile->content().note : QByteArray();
}

bool AuditLog::isWritable() const
{
    return d->writable;
}

bool AuditLog::writeWitness()
{
    return d->writable && d->witness && d->writeWitness(true);
}

std::optional<Instant> AuditLog::witnessedAt() const
{
    return d->witnessedAt;
}

bool AuditLog::isDiskNearlyFull() const
{
    struct statvfs disk = {};
    return ::statvfs(QFile::encodeName(d->config.folder).constData(), &disk) == 0 &&
           disk.f_bavail < static_cast<std::uint64_t>(d->config.lowDisk) / std::max(disk.f_frsize, 1UL);
}

bool AuditLog::isWitnessMissed() const
{
    return d->witnessMissed;
}

bool AuditLog::isWitnessLost() const
{
    return d->witnessMissing;
}

std::vector<StoredEntry> AuditLog::entries(std::uint64_t first, std::size_t count) const
{
    return d->shut ? std::vector<StoredEntry>() : d->rows->entries(first, count).value_or(std::vector<StoredEntry>());
}

std::optional<std::vector<StoredEntry>> AuditLog::exceptionEntries() const
{
    if (d->shut)
        return std::nullopt;
    auto list = d->rows->exceptions();
    return list ? std::optional(*std::move(list)) : std::nullopt;
}

std::optional<std::vector<StoredEntry>> AuditLog::reviewEntries() const
{
    if (d->shut)
        return std::nullopt;
    auto list = d->rows->reviews();
    return list ? std::optional(*std::move(list)) : std::nullopt;
}

std::optional<std::vector<StoredEntry>> AuditLog::entriesOfPlate(const QString& plate) const
{
    if (d->shut)
        return std::nullopt;
    auto list = d->rows->ofPlate(plate);
    return list ? std::optional(*std::move(list)) : std::nullopt;
}

std::optional<std::vector<StoredEntry>> AuditLog::entriesOfQuery(const QString& queryId) const
{
    if (d->shut)
        return std::nullopt;
    auto list = d->rows->ofQuery(queryId);
    return list ? std::optional(*std::move(list)) : std::nullopt;
}

std::optional<std::vector<std::uint64_t>> AuditLog::caseEntries(const CaseNumber& number) const
{
    if (d->shut)
        return std::nullopt;
    auto list = d->rows->ofCase(number.text());
    return list ? std::optional(*std::move(list)) : std::nullopt;
}

std::vector<std::array<std::uint8_t, 32>> AuditLog::leafHashes(std::uint64_t first, std::size_t count) const
{
    return d->shut ? std::vector<Hash>() : d->rows->leaves(first, count).value_or(std::vector<Hash>());
}

std::optional<AuditLog::SealedBlob> AuditLog::sealed(const QByteArray& sha256) const
{
    if (d->shut)
        return std::nullopt;
    auto blob = d->rows->sealedBlob(sha256);
    if (!blob) {
        QFile file(QDir(d->path(sealedName)).filePath(QString::fromLatin1(sha256.toHex())));
        if (sha256.size() != 32 || !file.open(QIODevice::ReadOnly))
            return std::nullopt;
        blob = file.readAll();
    }
    const auto id = segmentOfBlob(*blob);
    auto cms = id ? d->rows->segment(*id) : std::nullopt;
    if (!cms)
        return std::nullopt;
    return SealedBlob{.blob = std::move(*blob), .segmentCms = std::move(*cms)};
}

std::expected<AuditReceipt, LogFault> AuditLog::append(const AuditRecord& record)
{
    if (d->shut)
        return std::unexpected(LogFault::Locked);
    if (!d->writable || record.event == AuditEvent::KeyReplaced || !record.announcement.isEmpty())
        return std::unexpected(LogFault::WriteFailed);
    const auto paired = d->rows->mayFollow(record.event, record.queryId);
    if (!paired)
        return std::unexpected(d->stop(logFaultOf(paired.error())));
    if (!*paired)
        return std::unexpected(LogFault::WriteFailed);

    std::vector<Private::Pending> batch{{.record = record, .sealedSha256 = {}}};
    std::optional<ResultSealer::Sealed> sealed;
    if (record.results) {
        batch[0].record.results.reset();
        if (d->sealing && d->sealer.isActive()) {
            auto made = d->sealer.seal(*record.results, d->clock.now());
            if (!made)
                return std::unexpected(d->stop(LogFault::WriteFailed)); // unsealed results are never written instead
            sealed = std::move(*made);
            batch[0].sealedSha256 = sealed->sha256;
        } else {
            batch[0].record.resultsSha256 = toBytes(sha256(*record.results));
        }
    }
    const auto sequence = d->write(batch, sealed ? &*sealed : nullptr);
    if (!sequence) {
        d->sealer.endSegment();
        if (sequence.error() == LogFault::EntryTooLarge)
            return std::unexpected(LogFault::EntryTooLarge);
        return std::unexpected(d->stop(sequence.error()));
    }
    const AuditReceipt receipt(*sequence);
    if (d->witness && d->tree.size() >= d->witnessedSize + MerkleTree::chunk)
        d->writeWitness(true);
    return receipt;
}

std::expected<void, LogFault> AuditLog::Private::insert(const Pending& one, Instant at, MerkleTree& grown)
{
    const bool person = !actor.user.isEmpty();
    const EntryContext context{.sequence = grown.size(),
                               .at = at,
                               .boot = boot,
                               .actor = pseudonym,
                               .role = person ? std::optional(actor.role) : std::nullopt,
                               .session = actor.session,
                               .workstation = config.workstation,
                               .profileSerial = config.profileSerial,
                               .profileSha256 = config.profileSha256,
                               .appVersion = config.appVersion,
                               .salt = randomBytes(32),
                               .userId = actor.user.text(),
                               .certificateSha256 = actor.certificateSha256,
                               .sealedSha256 = one.sealedSha256};
    if (context.salt.size() != 32)
        return std::unexpected(LogFault::WriteFailed);
    AuditRecord record = one.record;
    if (nextSigner && record.event == AuditEvent::KeyReplaced) { // only here is it known what stands before the entry
        const auto note = announceKey(*signer, grown.size(), grown.root(), nextSigner->verifierKey());
        if (!note)
            return std::unexpected(LogFault::WriteFailed);
        record.announcement = QString::fromUtf8(*note);
    }
    const auto entry = encodeEntry(context, record);
    if (!entry)
        return std::unexpected(entry.error());
    if (const auto done = rows->insert(context, record, *entry); !done)
        return std::unexpected(logFaultOf(done.error()));
    if (const auto chunkRoot = grown.add(entry->leaf)) {
        if (const auto done = rows->insertChunkRoot(grown.size() / MerkleTree::chunk - 1, *chunkRoot); !done)
            return std::unexpected(logFaultOf(done.error()));
    }
    return {};
}

std::expected<QByteArray, LogFault> AuditLog::Private::noteOf(const MerkleTree& grown) const
{
    const Hash root = grown.root();
    if (!signer)
        return origin + '\n' + QByteArray::number(static_cast<qulonglong>(grown.size())) + '\n' + toBytes(root).toBase64() + '\n';
    auto note = signer->sign(grown.size(), root);
    if (!note)
        return std::unexpected(LogFault::WriteFailed);
    return std::move(*note);
}

std::expected<std::uint64_t, LogFault> AuditLog::Private::write(const std::vector<Pending>& batch, const ResultSealer::Sealed* sealed)
{
    const Instant now = clock.now();
    MerkleTree grown = tree;
    if (sealed && sealed->blob.size() > largestSealedInDatabase) {
        const QString folder = path(sealedName), name = QString::fromLatin1(sealed->sha256.toHex());
        if (const auto done = preparePrivateFolder(folder).and_then([&] { return writeDurably(folder + u'/' + name, sealed->blob); });
            !done)
            return std::unexpected(logFaultOf(done.error()));
    }
    {
        Transaction transaction(*database);
        if (!transaction.isOpen())
            return std::unexpected(logFaultOf(transaction.fault()));
        if (sealed) {
            std::expected<void, StoreFault> done;
            if (sealed->newSegment)
                done = rows->insertSegment(sealed->segmentId, *sealed->newSegment);
            if (done && sealed->blob.size() <= largestSealedInDatabase)
                done = rows->insertSealed(sealed->sha256, sealed->blob);
            if (!done)
                return std::unexpected(logFaultOf(done.error()));
        }
        if (lastAt && now < *lastAt) {
            if (const auto done = insert({.record = {.event = AuditEvent::ClockBack}, .sealedSha256 = {}}, now, grown); !done)
                return std::unexpected(done.error());
        }
        for (const Pending& one : batch) {
            if (const auto done = insert(one, now, grown); !done)
                return std::unexpected(done.error());
        }
        if (const auto done = transaction.commit(); !done)
            return std::unexpected(logFaultOf(done.error()));
    }
    tree = std::move(grown);
    lastAt = now;
    const auto note = noteOf(tree);
    if (!note)
        return std::unexpected(note.error());
    if (const auto done = headFile->write(*note); !done)
        return std::unexpected(logFaultOf(done.error()));
    return tree.size() - 1;
}

LogFault AuditLog::Private::stop(LogFault fault)
{
    writable = false;
    stoppedBy = fault;
    if (fault == LogFault::DiskFull && removeFile(path(ballastName))) {
        AuditRecord record{.event = AuditEvent::LogFault};
        record.outcome = u"disk_full"_s;
        (void)write({{.record = std::move(record), .sealedSha256 = {}}}, nullptr); // where even this fails, the fault still stands
    }
    // Nothing more is folded from the WAL into the file: what a check has to look at stays as it is.
    database->keepFilesOnClose(true);
    return fault;
}

void AuditLog::Private::makeBallast()
{
    const FileHandle file(::open(QFile::encodeName(path(ballastName)).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.isOpen() && ::posix_fallocate(file.get(), 0, ballastSize) != 0)
        removeFile(path(ballastName));
}

bool AuditLog::Private::writeWitness(bool logIt)
{
    const std::uint64_t size = tree.size();
    if (size == witnessedSize && witnessedAt)
        return true;
    const auto done = witness->write(size, headFile->content().note);
    witnessedSize = size; // also where it failed: tried again 256 entries later
    if (done)
        witnessedAt = clock.now();
    if (logIt && (done || !witnessMissed)) {
        AuditRecord record{.event = done ? AuditEvent::WitnessWritten : AuditEvent::WitnessUnreachable};
        if (const auto written = write({{.record = std::move(record), .sealedSha256 = {}}}, nullptr); !written)
            (void)stop(written.error());
    }
    witnessMissed = !done;
    return done.has_value();
}

} // namespace casebound
