// Re-derives a whole log from its bytes and says what is not in order, kind and place. It reads no file and no database. Streaming: memory
// is flat in the number of entries, but for intentions that are open and sessions that have not ended at one time (UseRegister.h).
#pragma once

#include "ledger/EntryScan.h"
#include "ledger/KeyChain.h"
#include "ledger/Tiles.h"
#include "ledger/UseRegister.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
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
    // the keys that sign it
    KeyAnnouncementForged,
    KeyNotInForce,
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
    QByteArray announcement; ///< Of key.replaced.
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
    bool believed = true; ///< False: who signed it is not known yet; wrongRoots() says what was found, no fault is added.
};

/// The log from its first entry to its last, in order, on one thread.
class LedgerCheck {
public:
    explicit LedgerCheck(LedgerFaults& faults, TileBuilder::Sink tiles = {});

    /// Before the first entry.
    void expect(ExpectedRoot root);
    /// Faults of roots that were not believed when they were expected, in no order: to be added for those that are believed by now.
    [[nodiscard]] const std::vector<LedgerFault>& wrongRoots() const { return m_wrongRoots; }
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
    /// A file of the check's own could not be read back: whether an id was used twice is not known.
    [[nodiscard]] bool usesLost() const { return m_usesLost; }
    /// The keys as the log announced them.
    [[nodiscard]] const KeyChain& keys() const { return m_keys; }

private:
    struct Intent {
        std::uint64_t entry = 0, boot = 0;
        AuditIntent::Kind kind = AuditIntent::Query;
    };
    void judge(const EntryFacts& entry, std::uint64_t position);
    void judgeBoot(const EntryFacts& entry, std::uint64_t position);
    void judgeSession(const EntryFacts& entry, std::uint64_t position);
    void judgeIntent(const EntryFacts& entry, std::uint64_t position);
    void judgeAnnouncement(const EntryFacts& entry, std::uint64_t position, const Hash& before);
    void missingOutcomes();
    void judgeUses();
    void closeSessions();
    void compareRoots();
    void wrongRoot(const ExpectedRoot& expected, LedgerFault found);
    void fault(LedgerFaultKind kind, std::uint64_t position, QString detail = {});

    LedgerFaults& m_faults;
    TileBuilder m_tree;
    std::vector<ExpectedRoot> m_expected; // by size
    std::size_t m_nextExpected = 0;
    std::optional<Instant> m_before;
    std::uint64_t m_boot = 0, m_workstation = 0;
    bool m_opened = false; // this boot has its log.opened
    bool m_usesLost = false;
    bool m_opening = true; // nothing but opening and recovery in this boot so far
    std::unordered_map<std::uint64_t, Intent> m_open;
    std::unordered_map<std::uint64_t, std::uint64_t> m_sessions; // of this boot, not ended: their first entries
    std::uint64_t m_lastEnded = 0;                               // the session of this boot that ended last
    UseRegister m_uses;
    KeyChain m_keys;
    std::vector<LedgerFault> m_wrongRoots;
};

} // namespace casebound
