#include "TileLogCheck.h"

#include "LogFolder.h"
#include "OrderedWork.h"
#include "SignedHeads.h"
#include "TileFolderWalk.h"
#include "ledger/AuditEntry.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestHashTile = 256 * 32;

struct Bundle {
    std::uint64_t first = 0;
    TileName name;
    QByteArray bytes;
    std::optional<ReadProblem> unread;
    bool malformed = false;
    std::vector<EntryFacts> entries;
    struct Beside { // private/… and sealed/…
        std::size_t entry = 0;
        bool sealed = false;
        std::optional<ReadProblem> unread;
        bool differs = false;
    };
    std::vector<Beside> beside;
    Hash root{};
};

class ExportCheck {
public:
    ExportCheck(LogFolder folder, const VerifyOptions& options, VerifyReport& report)
        : m_folder(std::move(folder)),
          m_options(options),
          m_report(report),
          m_heads(options.keys, report)
    {
    }

    void run()
    {
        if (!readHead())
            return;
        TileFolderWalk walk(m_folder, m_head.size, m_report);
        walk.run();
        m_walk = &walk;
        LedgerCheck check(m_report.faults, [this](const TileName& name, std::span<const Hash> hashes) { compareTile(name, hashes); });
        check.expect({.size = m_head.size, .root = m_head.root, .place = u"checkpoint"_s, .ifDifferent = LedgerFaultKind::RootDiffers});
        m_heads.expectWitnesses(m_options.witnesses, check);
        stream(check);
        m_report.entries = check.size();
        m_report.root = toBytes(check.root());
        m_report.runs = check.boots();
        m_report.openIntents = check.openIntents();
        if (m_broken)
            return; // what follows the first unreadable bundle hangs in the air
        check.finish();
        if (check.usesLost())
            m_report.cannotTell = u"a temporary file could not be read back"_s;
        m_heads.judge(check);
        walk.reportUnnamedSealed();
    }

private:
    bool readHead()
    {
        const auto note = m_folder.read("checkpoint", longestCheckpoint);
        if (!note) {
            if (note.error() == ReadProblem::Missing)
                m_report.cannotTell = u"the folder has no file \"checkpoint\", so it is not an exported log"_s;
            else
                m_report.fileProblem("checkpoint", note.error());
            return false;
        }
        const auto head = m_heads.readHead(*note, u"checkpoint"_s);
        if (!head)
            return false;
        m_head = *head;
        m_report.origin = printable(head->origin);
        m_report.signatureChecked = !m_options.keys.isEmpty();
        if (!m_report.signatureChecked)
            m_report.cannotTell = u"no key was given, so who signed the log was not checked; all else was"_s;
        return true;
    }

    void stream(LedgerCheck& check)
    {
        std::uint64_t next = 0;
        const std::uint64_t bundles = tileCount(0, m_head.size);
        orderedWork<Bundle>(
            m_options.threads,
            [&](Bundle& bundle) {
                if (next == bundles)
                    return false;
                bundle.name = {.entries = true, .index = next, .width = tileWidthIn(0, next, m_head.size)};
                bundle.first = next * tileWidth;
                ++next;
                auto bytes = m_folder.read(tilePath(bundle.name), largestBundle);
                if (bytes)
                    bundle.bytes = std::move(*bytes);
                else
                    bundle.unread = bytes.error();
                return true;
            },
            [&](Bundle& bundle) { examine(bundle); }, [&](Bundle& bundle) { return judge(bundle, check); });
    }

    void examine(Bundle& bundle) const
    {
        if (bundle.unread)
            return;
        const auto entries = readBundle(bundle.bytes, bundle.name.width);
        bundle.malformed = !entries;
        if (!entries)
            return;
        bundle.entries.reserve(entries->size());
        for (std::size_t i = 0; i < entries->size(); ++i)
            bundle.entries.push_back(examineOne(bundle, i, (*entries)[i]));
        if (bundle.name.width == tileWidth) {
            std::vector<Hash> leaves;
            for (const EntryFacts& entry : bundle.entries)
                leaves.push_back(entry.leaf);
            bundle.root = tileRoot(leaves);
        }
    }

    EntryFacts examineOne(Bundle& bundle, std::size_t i, QByteArrayView bytes) const
    {
        EntryFacts facts;
        std::optional<QByteArray> hidden;
        if (m_walk->hasPrivate()) {
            auto read =
                m_folder.read("private/" + QByteArray::number(static_cast<qulonglong>(bundle.first + i)) + ".json", largestPrivatePart);
            if (read)
                hidden = std::move(*read);
            if (read || read.error() != ReadProblem::Missing)
                bundle.beside.push_back({.entry = i, .unread = read ? std::nullopt : std::optional(read.error())});
        }
        facts = m_examiner.examine(bytes, hidden ? std::optional(QByteArrayView(*hidden)) : std::nullopt);
        if (facts.sealed && m_walk->hasSealed()) {
            const auto digest = m_folder.digest("sealed/" + toBytes(*facts.sealed).toHex(), largestSealed);
            if (digest || digest.error() != ReadProblem::Missing)
                bundle.beside.push_back({.entry = i,
                                         .sealed = true,
                                         .unread = digest ? std::nullopt : std::optional(digest.error()),
                                         .differs = digest && *digest != *facts.sealed});
        }
        return facts;
    }

    bool judge(Bundle& bundle, LedgerCheck& check)
    {
        const QByteArray path = tilePath(bundle.name);
        m_broken = bundle.unread || bundle.malformed;
        if (bundle.unread)
            m_report.fileProblem(path, *bundle.unread);
        if (bundle.malformed)
            m_report.faults.add({.kind = LedgerFaultKind::BundleMalformed, .place = QString::fromLatin1(path)});
        if (m_broken)
            return false;
        check.addTile(bundle.entries, bundle.root);
        for (const Bundle::Beside& beside : bundle.beside)
            judgeBeside(bundle, beside);
        if (m_options.progress)
            m_options.progress(check.size(), m_head.size);
        return true;
    }

    void judgeBeside(const Bundle& bundle, const Bundle::Beside& beside)
    {
        const EntryFacts& entry = bundle.entries[beside.entry];
        const std::uint64_t position = bundle.first + beside.entry;
        if (!beside.sealed) {
            if (beside.unread)
                m_report.fileProblem("private/" + QByteArray::number(static_cast<qulonglong>(position)) + ".json", *beside.unread);
            else
                ++m_report.privateParts;
            return;
        }
        m_walk->named(*entry.sealed);
        const QByteArray path = "sealed/" + toBytes(*entry.sealed).toHex();
        if (beside.unread)
            m_report.fileProblem(path, *beside.unread);
        else if (beside.differs)
            m_report.faults.add({.kind = LedgerFaultKind::SealedDiffers, .place = QString::fromLatin1(path), .entry = position});
        else
            ++m_report.sealedResults;
    }

    void compareTile(const TileName& name, std::span<const Hash> hashes)
    {
        const QByteArray path = tilePath(name);
        const auto stored = m_folder.read(path, largestHashTile);
        if (!stored)
            return m_report.fileProblem(path, stored.error());
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            if (stored->size() == qsizetype(hashes.size() * 32) && view(hashes[i]) == QByteArrayView(*stored).sliced(qsizetype(i * 32), 32))
                continue;
            LedgerFault fault{.kind = LedgerFaultKind::TileDiffers, .place = QString::fromLatin1(path)};
            if (name.level == 0 && stored->size() == qsizetype(hashes.size() * 32))
                fault.entry = name.index * tileWidth + i;
            return m_report.faults.add(std::move(fault));
        }
    }

    LogFolder m_folder;
    const VerifyOptions& m_options;
    VerifyReport& m_report;
    SignedHeads m_heads;
    Checkpoint m_head;
    EntryExaminer m_examiner;
    TileFolderWalk* m_walk = nullptr;
    bool m_broken = false;
};

} // namespace

VerifyReport checkExportedLog(const QString& path, const VerifyOptions& options)
{
    VerifyReport report;
    auto folder = LogFolder::open(path);
    if (!folder) {
        report.cannotTell = folder.error() == ReadProblem::Missing ? u"there is no such folder"_s : u"the folder cannot be opened"_s;
        return report;
    }
    ExportCheck(std::move(*folder), options, report).run();
    return report;
}

} // namespace casebound
