// The encrypted, append-only audit log (PIA p. 6-7, 16-17; design: the local audit log).
#pragma once

#include "crypto/Certificate.h"
#include "crypto/PrivateKey.h"
#include "crypto/SecureBytes.h"
#include "domain/Query.h"
#include "ledger/AuditRecord.h"
#include "ledger/LogFinding.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace casebound {

/// One entry as it stands in the log: the exact canonical bytes (RFC 8785) of both parts.
struct StoredEntry {
    std::uint64_t sequence = 0;
    QByteArray publicBytes;
    QByteArray privateBytes;
};

struct LogHead {
    std::uint64_t size = 0;
    std::array<std::uint8_t, 32> root{};
};

/// Append-only. Not thread-safe: one thread owns it. One process at a time (a lock file says who).
/// Files in its folder: audit.db (SQLCipher) and its -wal, audit.head (two-slot sidecar), audit.lock, audit.ballast (given up when the disk
/// is full, so that the stop itself can be logged), sealed/ (sealed results over 64 KiB, named by SHA-256; smaller ones lie in audit.db).
class AuditLog {
public:
    struct Config {
        QString folder;              ///< 0700; made where missing, refused where others can write.
        QString office, workstation; ///< Origin "casebound/<office>/<workstation>".
        SharedSecret actorKey;       ///< The office's HMAC key for pseudonyms, 32 bytes.
        std::uint64_t profileSerial = 0;
        QByteArray profileSha256;
        QString appVersion;
        std::optional<PrivateKey> signingKey; ///< The workstation's, in force; without it heads are kept unsigned.
        std::vector<Certificate> reviewers;   ///< Results are sealed to them; none: the entry holds the results' digest.
        QString witnessFolder;                ///< Empty: none.
        QString successor;                  ///< Of a log made now that follows one kept aside: its mark (LogKeeper), which ends its origin.
        std::optional<LogHead> seen;        ///< A head this process has seen of this log: one more witness, which no file can lie about.
        std::optional<Instant> knownBefore; ///< A moment known to be past: a log made now is not dated before it in silence (clock.back).
        bool holding = false;               ///< A successor on which nobody has decided yet: it needs no log.begun to open.
        std::int64_t lowDisk = 64 << 20;    ///< Bytes free below which isDiskNearlyFull().
    };

    /// Opens, or makes where the folder holds none, with a raw 256-bit key. Writes log.opened, then an unknown outcome for every intention
    /// of an earlier boot that has none (query.unknown; alert.failed and export.failed with outcome "unknown").
    /// Checks before anything is written: not smaller than the sidecar's and the witnesses' sizes, and the same roots there; the newest
    /// rows against their hashes; the profile not older than the one last written under. A fault leaves database, WAL and sidecar as they
    /// were; `where` then says in words what was found, `finding` in a code. It opens with words in `where`, and logs log.fault, where the
    /// witness folder lost a head that was put there.
    [[nodiscard]] static std::expected<std::unique_ptr<AuditLog>, LogFault> open(Config config, const SecureBytes& key, const Clock& clock,
                                                                                 QString* where = nullptr, LogFinding* finding = nullptr);
    ~AuditLog();

    /// Ends as the destructor does, with every key erased and every file closed, but the object stays, and knows its head and name. Until
    /// takeOver() append() answers Locked and nothing can be read. For the time while a session is locked.
    void shut();
    [[nodiscard]] bool isShut() const;
    /// Goes on as `other`, which was opened anew: whoever holds a reference to this log writes on that one. What is owed stays owed.
    void takeOver(std::unique_ptr<AuditLog> other);
    /// For what happens by itself, whether or not it can be logged at once (a result's life ends): append(), but while the log is shut the
    /// entry is kept in memory, with a note of when it happened, for whoever opens the log next.
    [[nodiscard]] std::expected<void, LogFault> appendOrOwe(AuditRecord record);
    /// Oldest first; forgotten here.
    [[nodiscard]] std::vector<AuditRecord> takeOwed();

    /// Names the person for the entries that follow; an empty actor names the workstation alone.
    void setActor(AuditActor actor);
    /// False where the vendor keeps the audit: results are then not sealed, the private part holds their digest. True at first.
    void setSealing(bool on);

    /// Durable when it returns a receipt: committed with synchronous=FULL, and the head in the sidecar synced. On a fault nothing is
    /// acknowledged and the log takes no more, but for EntryTooLarge and for an entry out of pair (a second intention with one id, an
    /// outcome without intention or a second one: WriteFailed): those are refused and the log stays open. So is key.replaced, which
    /// replaceSigningKey() alone writes.
    [[nodiscard]] std::expected<AuditReceipt, LogFault> append(const AuditRecord& record);

    /// Replaces the workstation's key: an entry key.replaced, announced by the present key, which signs the head with that entry as well;
    /// the next key signs every head after it. Durable when it returns a receipt, and from then on the log opens with the next key alone
    /// (Locked with the old one), so that key must be kept safe before. WriteFailed, and the log stays as it was, where the log has no
    /// signing key or the next one is the same.
    [[nodiscard]] std::expected<AuditReceipt, LogFault> replaceSigningKey(const PrivateKey& next);

    /// After many entries were read: what the database still holds of them in memory goes.
    void forgetPages() const;

    [[nodiscard]] LogHead head() const;
    /// The name it is signed under: "casebound/<office>/<workstation>", and the mark of a successor.
    [[nodiscard]] QByteArray origin() const;
    /// The head as it stands in the sidecar: a C2SP note where there is a signing key.
    [[nodiscard]] QByteArray headNote() const;
    [[nodiscard]] bool isWritable() const;
    /// Entries first … first+count-1, for review and checks; never the sealed results.
    [[nodiscard]] std::vector<StoredEntry> entries(std::uint64_t first, std::size_t count) const;
    /// Entries exception.…, oldest first, by an index. Nothing where they cannot be read.
    [[nodiscard]] std::optional<std::vector<StoredEntry>> exceptionEntries() const;
    /// The same of the entries review.….
    [[nodiscard]] std::optional<std::vector<StoredEntry>> reviewEntries() const;
    /// Entries that name a plate as it was asked for, and entries of one query, alert change or export; oldest first, by an index.
    [[nodiscard]] std::optional<std::vector<StoredEntry>> entriesOfPlate(const QString& plate) const;
    [[nodiscard]] std::optional<std::vector<StoredEntry>> entriesOfQuery(const QString& queryId) const;
    /// Sequence numbers, in order, of the entries that name the case, and of those that share a query's, alert's or export's id with one of
    /// them (an outcome the program wrote at its next start names no case). By indexes; 8 bytes each. Nothing where they cannot be read.
    [[nodiscard]] std::optional<std::vector<std::uint64_t>> caseEntries(const CaseNumber& number) const;
    /// RFC 6962 leaf hashes first … first+count-1, as the rows hold them.
    [[nodiscard]] std::vector<std::array<std::uint8_t, 32>> leafHashes(std::uint64_t first, std::size_t count) const;

    /// The blob an entry's sealed_sha256 names, and the CMS of its segment: openSealed() opens them with a reviewer's credential.
    struct SealedBlob {
        QByteArray blob, segmentCms;
    };
    [[nodiscard]] std::optional<SealedBlob> sealed(const QByteArray& sha256) const;

    /// Copies the signed head to the witness folder and logs it. Done by itself at open, every 256 entries and at close; false where the
    /// folder is not reachable (logged once per run) or there is none.
    bool writeWitness();
    [[nodiscard]] std::optional<Instant> witnessedAt() const;
    /// Asked of the file system each time. Nothing stops for it; the last of the disk is kept for the log (audit.ballast).
    [[nodiscard]] bool isDiskNearlyFull() const;
    /// There is a witness folder, and the last try to write to it failed.
    [[nodiscard]] bool isWitnessMissed() const;
    /// The witness folder had lost a head at opening (log.fault, witness_missing).
    [[nodiscard]] bool isWitnessLost() const;

private:
    struct Private;
    explicit AuditLog(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace casebound
