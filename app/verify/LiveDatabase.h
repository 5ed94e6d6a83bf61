// audit.db, read apart from the code that writes it: no class of the store, one connection that can only read.
#pragma once

#include "crypto/SecureBytes.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>

namespace casebound {

enum class DatabaseProblem { Missing, InUse, Plain, NotReadable, Unreadable, ReadOnlyJournal };

/// One row as it stands; the strings are the row's bytes.
struct LiveRow {
    std::int64_t sequence = 0, at = 0, boot = 0;
    QByteArray event, queryId, userId, onBehalfOf, plate, caseNumber, reasonCode, results, leaf, publicBytes, privateBytes;
};

class LiveDatabase {
public:
    /// Changes no file: no checkpoint of the WAL, no shared-memory file. Holds the log's lock, so that the workstation does not start
    /// meanwhile. NotReadable: the key does not open it or its first pages are damaged; Unreadable: the system refused;
    /// ReadOnlyJournal: nothing may be written where it lies, and a journal has entries, which SQLite then cannot read.
    [[nodiscard]] static std::expected<std::unique_ptr<LiveDatabase>, DatabaseProblem> open(const QString& folder, const SecureBytes& key);
    ~LiveDatabase();

    /// The next row by number; nothing at the end. Then `damaged()` says whether it was the end.
    [[nodiscard]] bool next(LiveRow& row);
    [[nodiscard]] bool damaged() const { return m_damaged; }

    [[nodiscard]] std::optional<QByteArray> chunkRoot(std::uint64_t chunk);
    [[nodiscard]] std::optional<QByteArray> sealedBlob(QByteArrayView sha256);
    [[nodiscard]] std::optional<QByteArray> segment(QByteArrayView id);
    [[nodiscard]] std::int64_t count(const char* table);
    /// SHA-256 of each segment's CMS is its id.
    [[nodiscard]] bool segmentsGood();

private:
    struct Private;
    explicit LiveDatabase(std::unique_ptr<Private> parts);
    [[nodiscard]] std::optional<QByteArray> blobBy(const char* sql, QByteArrayView key, std::optional<std::uint64_t> number);
    std::unique_ptr<Private> d;
    bool m_damaged = false;
};

} // namespace casebound
