// The encrypted, append-only audit log (PIA p. 6-7, 16-17; design: the local audit log).
#pragma once

#include "domain/Query.h"
#include "ledger/AuditRecord.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <expected>
#include <functional>
#include <memory>
#include <vector>

namespace casebound {

class SecureBytes;

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
class AuditLog {
public:
    struct Config {
        QString folder;                    ///< 0700; made where missing, refused where others can write.
        QString office, workstation;       ///< Origin "casebound/<office>/<workstation>".
        QByteArray actorKey;               ///< The office's HMAC key for pseudonyms, 32 bytes.
        std::uint64_t profileSerial = 0;
        QByteArray profileSha256;
        QString appVersion;
    };

    /// Opens, or makes where the folder holds none, with a raw 256-bit key. Writes log.opened, then query.unknown for every intention
    /// of an earlier boot that has no outcome. A fault leaves every file as it was.
    [[nodiscard]] static std::expected<std::unique_ptr<AuditLog>, LogFault> open(Config config, const SecureBytes& key, const Clock& clock);
    ~AuditLog();

    /// Names the person for the entries that follow; an empty actor names the workstation alone.
    void setActor(AuditActor actor);

    /// Durable when it returns a receipt: committed with synchronous=FULL. On a fault nothing was added and the log takes no more.
    [[nodiscard]] std::expected<AuditReceipt, LogFault> append(const AuditRecord& record);

    [[nodiscard]] LogHead head() const;
    [[nodiscard]] bool isWritable() const;
    /// Entries first … first+count-1, for review and checks; never the sealed results.
    [[nodiscard]] std::vector<StoredEntry> entries(std::uint64_t first, std::size_t count) const;

private:
    struct Private;
    explicit AuditLog(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace casebound
