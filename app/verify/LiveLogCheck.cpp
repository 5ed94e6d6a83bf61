#include "LiveLogCheck.h"

#include "LiveDatabase.h"
#include "LogFolder.h"
#include "OrderedWork.h"
#include "PageCheck.h"
#include "Sidecar.h"
#include "SignedHeads.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

struct Rows {
    std::uint64_t first = 0;
    std::vector<LiveRow> rows;
    std::optional<QByteArray> chunkRoot;
    struct Blob {
        std::size_t row = 0;
        std::optional<QByteArray> bytes; // nothing: not in the database, so perhaps in its own file
        bool segmentKnown = true;
        std::optional<LedgerFaultKind> problem{};
    };
    std::vector<Blob> blobs;
    std::vector<EntryFacts> entries;
    Hash root{};
};

class LiveCheck {
public:
    LiveCheck(LogFolder folder, const VerifyOptions& options, VerifyReport& report)
        : m_folder(std::move(folder)),
          m_options(options),
          m_report(report),
          m_heads(options.keys, report)
    {
    }

    void run(const QString& path, const SecureBytes& key)
    {
        if (!readSidecar(key))
            return;
        auto opened = LiveDatabase::open(path, key);
        if (!opened)
            return explain(opened.error());
        m_database = std::move(*opened);
        PageCheck pages;
        std::jthread checkingPages([&] { pages = checkPages(path + u"/audit.db"_s, key); });
        LedgerCheck check(m_report.faults);
        check.expect({.size = m_head.size, .root = m_head.root, .place = u"audit.head"_s, .ifDifferent = LedgerFaultKind::RootDiffers});
        m_heads.expectWitnesses(m_options.witnesses, check);
        if (m_tornNote)
            m_heads.expectTornSlot(*m_tornNote, u"audit.head, its other slot"_s, check);
        stream(check);
        m_report.entries = check.size();
        m_report.root = toBytes(check.root());
        m_report.runs = check.boots();
        m_report.openIntents = check.openIntents();
        if (m_database->damaged())
            m_report.faults.add({.kind = LedgerFaultKind::DatabaseDamaged, .place = u"audit.db"_s, .entry = check.size()});
        else
            check.finish();
        if (check.usesLost())
            m_report.cannotTell = u"a temporary file could not be read back"_s;
        m_heads.judge(check);
        // A slot is written after its entries: one that a power cut tore leaves entries after the head of the other.
        if (m_slotLost && (!m_tornNote || check.size() <= m_head.size))
            m_report.faults.add({.kind = LedgerFaultKind::SidecarSlotLost, .place = u"audit.head"_s});
        if (check.size() > m_head.size) {
            m_report.cannotTell = u"%1 entries stand after the signed head: the program ended before it was written. "
                                  "The next start of the workstation signs them and logs it"_s.arg(check.size() - m_head.size);
        }
        countRows(check);
        checkingPages.join();
        switch (pages.verdict) {
        case PageVerdict::Good: break;
        case PageVerdict::Unreadable: m_report.cannotTell = u"audit.db cannot be read"_s; break;
        case PageVerdict::Bad:
            m_report.faults.add({.kind = LedgerFaultKind::DatabaseDamaged,
                                 .place = u"audit.db, page %1"_s.arg(pages.page),
                                 .detail = u"its MAC does not hold"_s});
            break;
        }
    }

    [[nodiscard]] const Checkpoint& head() const { return m_head; }

private:
    bool readSidecar(const SecureBytes& key)
    {
        const auto bytes = m_folder.read("audit.head", 1 << 16);
        if (!bytes && bytes.error() == ReadProblem::Missing &&
            m_folder.read("audit.db", 0).error_or(ReadProblem::TooLarge) == ReadProblem::Missing) {
            m_report.cannotTell = u"the folder holds no log"_s;
            return false;
        }
        const auto sidecar = bytes ? Sidecar::read(*bytes) : std::nullopt;
        if (!sidecar) {
            m_report.faults.add({.kind = LedgerFaultKind::SidecarDamaged, .place = u"audit.head"_s});
            return false;
        }
        m_slotLost = sidecar->oneSlotLost;
        m_tornNote = sidecar->tornNote;
        if (!sidecar->knows(key)) {
            m_report.cannotTell = u"the key is not this log's"_s;
            return false;
        }
        auto head = readUnsignedHead(sidecar->note);
        if (!head || !m_options.keys.isEmpty())
            head = m_heads.readHead(sidecar->note, u"audit.head"_s);
        else
            m_heads.takeUnsigned(*head);
        if (!head)
            return false;
        m_head = *head;
        m_report.origin = printable(head->origin);
        m_report.signatureChecked = !m_options.keys.isEmpty();
        if (!m_report.signatureChecked)
            m_report.cannotTell = u"no verifier key was given, so who signed the head was not checked; all else was"_s;
        return true;
    }

    void explain(DatabaseProblem problem)
    {
        switch (problem) {
        case DatabaseProblem::Missing:
            if (m_head.size > 0)
                return m_report.fileProblem("audit.db", ReadProblem::Missing);
            m_report.cannotTell = u"the program ended while it made this log, which has no entry yet"_s;
            return;
        case DatabaseProblem::Plain: return m_report.faults.add({.kind = LedgerFaultKind::DatabasePlain, .place = u"audit.db"_s});
        case DatabaseProblem::NotReadable: // the sidecar knows the key
            return m_report.faults.add(
                {.kind = LedgerFaultKind::DatabaseDamaged, .place = u"audit.db"_s, .detail = u"its first pages cannot be read"_s});
        case DatabaseProblem::InUse: m_report.cannotTell = u"the workstation has the log open: close it, or check an export"_s; return;
        case DatabaseProblem::ReadOnlyJournal:
            m_report.cannotTell =
                u"nothing can be written in the folder, and its journal has entries: copy the folder, and check the copy"_s;
            return;
        case DatabaseProblem::Unreadable: m_report.cannotTell = u"audit.db cannot be opened"_s; return;
        }
    }

    void stream(LedgerCheck& check)
    {
        std::uint64_t next = 0;
        orderedWork<Rows>(
            m_options.threads, [&](Rows& batch) { return readBatch(batch, next); }, [&](Rows& batch) { examine(batch); },
            [&](Rows& batch) { return judge(batch, check); });
    }

    bool readBatch(Rows& batch, std::uint64_t& next)
    {
        batch.first = next;
        batch.rows.resize(tileWidth);
        std::size_t count = 0;
        while (count < tileWidth && m_database->next(batch.rows[count]))
            ++count;
        batch.rows.resize(count);
        if (count == 0)
            return false;
        next += count;
        if (m_database->damaged())
            return true; // these, and then the end
        if (count == tileWidth)
            batch.chunkRoot = m_database->chunkRoot(batch.first / tileWidth);
        for (std::size_t i = 0; i < count; ++i) {
            // A result's digest stands here whether it was sealed or not; only the entry tells.
            if (!batch.rows[i].results.isEmpty() && batch.rows[i].publicBytes.contains("\"sealed_sha256\":")) {
                Rows::Blob blob{.row = i, .bytes = m_database->sealedBlob(batch.rows[i].results)};
                if (blob.bytes)
                    blob.segmentKnown = knowsSegment(*blob.bytes);
                batch.blobs.push_back(std::move(blob));
            }
        }
        return true;
    }

    bool knowsSegment(QByteArrayView blob)
    {
        if (!blob.startsWith("CBSEAL1\n") || blob.size() < 40)
            return false;
        const QByteArray id = blob.sliced(8, 32).toByteArray();
        if (id != m_lastSegment && m_database->segment(id))
            m_lastSegment = id;
        return id == m_lastSegment;
    }

    void examine(Rows& batch) const
    {
        std::vector<Hash> leaves;
        for (const LiveRow& row : batch.rows) {
            const IndexedColumns columns{.at = row.at,
                                         .boot = row.boot,
                                         .event = row.event,
                                         .queryId = row.queryId,
                                         .userId = row.userId,
                                         .onBehalfOf = row.onBehalfOf,
                                         .plate = row.plate,
                                         .caseNumber = row.caseNumber,
                                         .reasonCode = row.reasonCode,
                                         .results = row.results,
                                         .leaf = row.leaf};
            batch.entries.push_back(m_examiner.examine(row.publicBytes, QByteArrayView(row.privateBytes), &columns));
            leaves.push_back(batch.entries.back().leaf);
        }
        if (leaves.size() == tileWidth)
            batch.root = tileRoot(leaves);
        for (Rows::Blob& blob : batch.blobs)
            blob.problem = examineBlob(blob, batch.entries[blob.row]);
    }

    std::optional<LedgerFaultKind> examineBlob(const Rows::Blob& blob, const EntryFacts& entry) const
    {
        if (!entry.sealed)
            return std::nullopt;
        std::expected<Hash, ReadProblem> digest = std::unexpected(ReadProblem::Missing);
        if (blob.bytes)
            digest = sha256(*blob.bytes);
        else
            digest = m_folder.digest("sealed/" + toBytes(*entry.sealed).toHex(), largestSealed);
        if (!digest)
            return LedgerFaultKind::SealedMissing;
        if (*digest != *entry.sealed || !blob.segmentKnown)
            return LedgerFaultKind::SealedDiffers;
        return std::nullopt;
    }

    bool judge(Rows& batch, LedgerCheck& check)
    {
        for (std::size_t i = 0; i < batch.rows.size(); ++i) {
            const std::uint64_t position = batch.first + i;
            if (batch.rows[i].sequence != static_cast<std::int64_t>(position) && !m_gap) {
                m_gap = true; // every row after it is off by as much
                m_report.faults.add({.kind = LedgerFaultKind::SequenceBroken,
                                     .place = u"audit.db"_s,
                                     .entry = position,
                                     .detail = u"the row is numbered %1"_s.arg(batch.rows[i].sequence)});
            }
            if (batch.rows[i].leaf != view(batch.entries[i].leaf))
                m_report.faults.add({.kind = LedgerFaultKind::LeafDiffers, .place = u"audit.db"_s, .entry = position});
        }
        check.addTile(batch.entries, batch.root);
        if (batch.rows.size() == tileWidth && (!batch.chunkRoot || *batch.chunkRoot != view(batch.root)))
            m_report.faults.add({.kind = LedgerFaultKind::ChunkRootDiffers, .place = u"audit.db"_s, .entry = batch.first});
        for (const Rows::Blob& blob : batch.blobs) {
            if (blob.problem)
                m_report.faults.add({.kind = *blob.problem, .place = u"audit.db"_s, .entry = batch.first + blob.row});
            m_sealedRows += blob.bytes.has_value();
            ++m_report.sealedResults;
        }
        m_report.privateParts += batch.rows.size();
        if (m_options.progress)
            m_options.progress(check.size(), m_head.size);
        return m_report.faults.count() < 1'000'000; // all is wrong: no more will be learnt
    }

    /// Rows that nothing names.
    void countRows(const LedgerCheck& check)
    {
        if (m_database->damaged())
            return;
        const auto differ = [&](LedgerFaultKind kind, const char* table, std::uint64_t expected) {
            const std::int64_t count = m_database->count(table);
            if (count != static_cast<std::int64_t>(expected)) {
                m_report.faults.add(
                    {.kind = kind,
                     .place = u"audit.db"_s,
                     .detail = u"table %1 has %2 rows instead of %3"_s.arg(QString::fromLatin1(table)).arg(count).arg(expected)});
            }
        };
        differ(LedgerFaultKind::ChunkRootDiffers, "chunk_root", check.size() / tileWidth);
        differ(LedgerFaultKind::SealedUnexpected, "sealed", m_sealedRows);
        if (m_report.faults.count() == 0)
            differ(LedgerFaultKind::RowDiffers, "open_intent", check.openIntents());
        if (!m_database->segmentsGood())
            m_report.faults.add({.kind = LedgerFaultKind::SealedDiffers,
                                 .place = u"audit.db"_s,
                                 .detail = u"a segment's key is not the one that was stored"_s});
        if (m_database->damaged())
            m_report.faults.add({.kind = LedgerFaultKind::DatabaseDamaged, .place = u"audit.db"_s});
    }

    LogFolder m_folder;
    const VerifyOptions& m_options;
    VerifyReport& m_report;
    SignedHeads m_heads;
    Checkpoint m_head;
    std::unique_ptr<LiveDatabase> m_database;
    EntryExaminer m_examiner;
    QByteArray m_lastSegment;
    std::uint64_t m_sealedRows = 0;
    bool m_gap = false, m_slotLost = false;
    std::optional<QByteArray> m_tornNote;
};

/// The head as the check saw it; empty where there was none to see.
std::optional<Checkpoint> check(const QString& path, const SecureBytes& key, const VerifyOptions& options, VerifyReport& report)
{
    auto folder = LogFolder::open(path);
    if (!folder) {
        report.cannotTell = folder.error() == ReadProblem::Missing ? u"there is no such folder"_s : u"the folder cannot be opened"_s;
        return std::nullopt;
    }
    LiveCheck checking(std::move(*folder), options, report);
    checking.run(path, key);
    return checking.head();
}

} // namespace

VerifyReport checkLiveLog(const QString& folder, const SecureBytes& key, const VerifyOptions& options)
{
    VerifyReport report;
    (void)check(folder, key, options, report);
    return report;
}

std::expected<Checkpoint, ExportFault> exportLiveLog(const QString& folder, const SecureBytes& key, const PrivateKey& signingKey,
                                                     const QString& target, ExportChoice choice, VerifyOptions options,
                                                     VerifyReport& report)
{
    auto writing = TileExport::create(target);
    if (!writing)
        return std::unexpected(writing.error());
    if (!options.keys.addPublicKey(signingKey.publicKeyDer()))
        return std::unexpected(ExportFault::CannotSign);
    const auto head = check(folder, key, options, report);
    if (!head || report.verdict() != VerifyVerdict::InOrder)
        return std::unexpected(ExportFault::NotInOrder);
    const auto signer = CheckpointSigner::create(head->origin, signingKey);
    auto database = LiveDatabase::open(folder, key);
    auto files = LogFolder::open(folder);
    if (!signer || !database || !files)
        return std::unexpected(signer ? ExportFault::CannotRead : ExportFault::CannotSign);
    TileExport& out = **writing;
    QByteArray segment;
    for (LiveRow row; (*database)->next(row);) {
        auto done = out.add(row.publicBytes);
        if (done && choice.privateParts)
            done = out.addPrivate(static_cast<std::uint64_t>(row.sequence), row.privateBytes);
        if (done && choice.sealed && row.publicBytes.contains("\"sealed_sha256\":")) {
            auto blob = (*database)->sealedBlob(row.results);
            if (!blob)
                blob = files->read("sealed/" + row.results.toHex(), largestSealed)
                           .transform([](QByteArray bytes) { return std::optional(bytes); })
                           .value_or(std::nullopt);
            if (!blob || blob->size() < 40) // shorter than its own header
                return std::unexpected(ExportFault::CannotRead);
            done = out.addSealed(*blob);
            // Segments follow each other and never come back.
            if (const QByteArray id = blob->sliced(8, 32); done && id != segment) {
                const auto cms = (*database)->segment(id);
                if (!cms)
                    return std::unexpected(ExportFault::CannotRead);
                done = out.addSegment(*cms);
                segment = id;
            }
        }
        if (!done)
            return std::unexpected(done.error());
    }
    // What is published is what was checked: the same size and root, or nothing.
    if ((*database)->damaged() || out.head().size != head->size || out.head().root != head->root)
        return std::unexpected(ExportFault::CannotRead);
    return out.finish(*signer);
}

} // namespace casebound
