// Re-derives a whole log from its bytes and says what is not in order, kind and place. Pure: no file, no database. Streaming: memory
// grows only by 8 bytes for each intention and session, never by the entries.
#pragma once

#include "ledger/EntryScan.h"
#include "ledger/Tiles.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace casebound {

enum class LedgerFaultKind : std::uint8_t {
    // the signed head
    CheckpointMalformed,
    CheckpointUnknownKey,
    CheckpointBadSignature,
    CheckpointWrongOrigin,
    RootDiffers,
    LogShorter,
    LogLonger,
    // files and rows
    FileMissing,
    FileUnexpected,
    FileNotRegular,
    FileTooLarge,
    BundleMalformed,
    TileDiffers,
    LeafDiffers,
    ChunkRootDiffers,
    RowDiffers,
    DatabaseDamaged,
    DatabasePlain,
    SidecarDamaged,
    SidecarSlotLost,
    // one entry
    EntryNotCanonical,
    EntryTooLarge,
    EntryUnknownMember,
    EntryMissingMember,
    EntryBadMember,
    EventUnknown,
    PrivateNotCanonical,
    CommitmentDiffers,
    SealedMissing,
    SealedDiffers,
    SealedUnexpected,
    // entries among each other
    SequenceBroken,
    TimeBackwards,
    BootOrder,
    SessionOrder,
    WorkstationDiffers,
    QueryIdMissing,
    IntentDoubled,
    OutcomeWithoutIntent,
    OutcomeDoubled,
    OutcomeMissing,
    // witnesses
    WitnessMalformed,
    WitnessSignature,
    WitnessDiffers,
};

/// "time-backwards": fixed, for --json and tests.
[[nodiscard]] const char* ledgerFaultName(LedgerFaultKind kind);
/// What it means, in English words for the report.
[[nodiscard]] const char* ledgerFaultWords(LedgerFaultKind kind);

struct LedgerFault {
    LedgerFaultKind kind;
    QString place; ///< A file, or a witness; empty where the entry says it.
    std::optional<std::uint64_t> entry{};
    QString detail{}; ///< "the intention is entry 12".
};

/// Keeps the first hundred and counts the rest: a hostile log cannot fill the memory with its faults.
class LedgerFaults {
public:
    static constexpr std::size_t kept = 100;
    void add(LedgerFault fault);
    [[nodiscard]] const std::vector<LedgerFault>& list() const { return m_list; }
    [[nodiscard]] std::uint64_t count() const { return m_count; }

private:
    std::vector<LedgerFault> m_list;
    std::uint64_t m_count = 0;
};

/// What one entry says by itself. No views: it may outlive the bytes.
struct EntryFacts {
    Hash leaf{};
    std::optional<LedgerFaultKind> problem; ///< Of the public part; then only `leaf` is meant.
    std::optional<LedgerFaultKind> privateProblem;
    const char* differingColumn = nullptr; ///< Of the row it stands in.
    std::uint64_t sequence = 0, boot = 0;
    Instant at{};
    AuditEvent event = AuditEvent::LogOpened;
    std::uint64_t query = 0, session = 0, workstation = 0; ///< Fingerprints; 0: none.
    std::optional<Hash> sealed;
    Hash commitment{};
};

/// What a row of the store repeats of its entry, for searching. Empty: null.
struct IndexedColumns {
    std::int64_t at = 0, boot = 0;
    QByteArrayView event, queryId, userId, onBehalfOf, plate, caseNumber, reasonCode, results, leaf;
};

/// Examines entries one by one, on any thread. Fingerprints are keyed anew in each process, so that nobody can aim at a collision.
class EntryExaminer {
public:
    EntryExaminer();
    /// A private part is checked where one is given.
    [[nodiscard]] EntryFacts examine(QByteArrayView publicBytes, std::optional<QByteArrayView> privateBytes = std::nullopt,
                                     const IndexedColumns* columns = nullptr) const;

private:
    [[nodiscard]] std::uint64_t fingerprint(QByteArrayView text, std::size_t domain) const;
    std::size_t m_seed;
};

/// A root somebody has witnessed.
struct ExpectedRoot {
    std::uint64_t size = 0;
    Hash root{};
    QString place; ///< "checkpoint", "witness office.12".
    LedgerFaultKind ifDifferent = LedgerFaultKind::WitnessDiffers;
};

/// The log from its first entry to its last, in order, on one thread.
class LedgerCheck {
public:
    explicit LedgerCheck(LedgerFaults& faults, TileBuilder::Sink tiles = {});

    /// Before the first entry.
    void expect(ExpectedRoot root);
    void add(const EntryFacts& entry);
    /// 256 entries at a multiple of 256, with the root over their leaves.
    void addTile(std::span<const EntryFacts> entries, const Hash& root);
    /// After the last.
    void finish();

    [[nodiscard]] std::uint64_t size() const { return m_tree.size(); }
    [[nodiscard]] Hash root() const { return m_tree.root(); }
    [[nodiscard]] std::uint64_t boots() const { return m_boot; }
    /// Intentions of the last run, still open: it may be going on.
    [[nodiscard]] std::uint64_t openIntents() const { return m_open.size(); }

private:
    struct Intent {
        std::uint64_t entry = 0, boot = 0;
        AuditIntent::Kind kind = AuditIntent::Query;
    };
    void judge(const EntryFacts& entry, std::uint64_t position);
    void judgeBoot(const EntryFacts& entry, std::uint64_t position);
    void judgeSession(const EntryFacts& entry, std::uint64_t position);
    void judgeIntent(const EntryFacts& entry, std::uint64_t position);
    void missingOutcomes();
    void compareRoots();
    void fault(LedgerFaultKind kind, std::uint64_t position, QString detail = {});

    LedgerFaults& m_faults;
    TileBuilder m_tree;
    std::vector<ExpectedRoot> m_expected; // by size
    std::size_t m_nextExpected = 0;
    std::optional<Instant> m_before;
    std::uint64_t m_boot = 0, m_workstation = 0;
    bool m_opened = false; // this boot has its log.opened
    bool m_opening = true; // nothing but opening and recovery in this boot so far
    std::unordered_map<std::uint64_t, Intent> m_open;
    std::unordered_set<std::uint64_t> m_known;          // every intention there was
    std::unordered_map<std::uint64_t, bool> m_sessions; // of this boot: has it ended?
    std::unordered_set<std::uint64_t> m_pastSessions;
};

} // namespace casebound
