#pragma once

#include "crypto/SecureBytes.h"
#include "ledger/Checkpoint.h"
#include "ledger/KeyChain.h"
#include "store/AuditLog.h"
#include "store/AuditLogRows.h"
#include "store/HeadFile.h"
#include "store/SealedResults.h"
#include "store/WitnessFolder.h"

namespace casebound {

struct AuditLog::Private {
    Config config;
    const Clock& clock;
    QByteArray base, origin;                            ///< The workstation's first log, and this one.
    std::optional<CheckpointSigner> signer, nextSigner; ///< The next one while it is announced.
    KeyChain keys;
    ResultSealer sealer;
    std::optional<WitnessFolder> witness;

    FileHandle lock;
    std::unique_ptr<Database> database;
    std::unique_ptr<AuditLogRows> rows;
    std::unique_ptr<HeadFile> headFile;

    MerkleTree tree;
    std::uint64_t boot = 0;
    std::optional<Instant> lastAt, witnessedAt;
    AuditActor actor;
    QByteArray pseudonym;
    bool writable = false, shut = false, sealing = true, witnessMissed = false, witnessMissing = false;
    std::optional<LogFault> stoppedBy;
    std::vector<AuditRecord> owed;
    std::uint64_t witnessedSize = 0;
    QString where;
    LogFinding finding;

    Private(Config given, const Clock& time) : config(std::move(given)), clock(time), sealer(config.reviewers) {}

    [[nodiscard]] QString path(QLatin1StringView name) const { return config.folder + u'/' + name; }

    // AuditLogOpen.cpp: nothing of the log is written before check() held.
    [[nodiscard]] std::expected<void, LogFault> prepare(const SecureBytes& key);
    [[nodiscard]] std::expected<void, LogFault> openFiles(const SecureBytes& key);
    [[nodiscard]] std::expected<void, LogFault> check();
    [[nodiscard]] std::expected<void, LogFault> readKeys();
    [[nodiscard]] bool isTornByPowerCut(const Checkpoint& whole);
    [[nodiscard]] std::expected<void, LogFault> checkWitnesses();
    [[nodiscard]] std::expected<void, LogFault> start();
    [[nodiscard]] std::expected<Checkpoint, LogFault> readNote(QByteArrayView note, const QString& what);
    [[nodiscard]] std::expected<Hash, LogFault> rootAt(std::uint64_t size);
    [[nodiscard]] std::expected<void, LogFault> compare(const Checkpoint& seen, const QString& what);
    [[nodiscard]] std::unexpected<LogFault> damaged(LogFinding what, const QString& words);
    [[nodiscard]] std::unexpected<LogFault> failed(StoreFault fault, const QString& what);

    // AuditLog.cpp
    struct Pending {
        AuditRecord record;
        QByteArray sealedSha256;
    };
    /// Encodes, inserts and commits all or none, signs the new head and syncs the sidecar. Returns the last sequence.
    [[nodiscard]] std::expected<std::uint64_t, LogFault> write(const std::vector<Pending>& batch, const ResultSealer::Sealed* sealed);
    [[nodiscard]] std::expected<void, LogFault> insert(const Pending& one, Instant at, MerkleTree& grown);
    [[nodiscard]] std::expected<QByteArray, LogFault> noteOf(const MerkleTree& grown) const;
    [[nodiscard]] LogFault stop(LogFault fault);
    void makeBallast();
    bool writeWitness(bool logIt);
};

[[nodiscard]] LogFault logFaultOf(StoreFault fault);

} // namespace casebound
