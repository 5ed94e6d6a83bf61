// The sidecar: the signed head beside the log, in two slots written in turn, so that a cut, deleted or older WAL is not silent.
#pragma once

#include "crypto/Digest.h"
#include "store/Files.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>

namespace casebound {

/// One preallocated file of two 4,096-byte slots: "CBHEAD1\n", counter (64 bit), key check (32 bytes), note length (32 bit), note, zeros,
/// SHA-256 of all before it; big-endian. A write takes the older slot and is synced (fdatasync) before it returns, so one slot is always
/// whole.
class HeadFile {
public:
    struct Content {
        std::uint64_t counter = 0;
        Hash keyCheck{}; ///< HMAC of a fixed text under the database key: tells a wrong key from a damaged file.
        QByteArray note;
        bool oneSlotLost = false; ///< The other slot is torn or altered.
        /// Of a lost slot: its note, where its sectors of 512 bytes are those of a slot before and of one after it, as a power cut mixes
        /// them; nothing where they are not. Only the digest then differs.
        std::optional<QByteArray> tornNote;
    };

    [[nodiscard]] static std::expected<std::unique_ptr<HeadFile>, StoreFault> create(const QString& path, const Hash& keyCheck,
                                                                                     QByteArrayView note);
    /// Damaged where no slot is whole. Changes nothing.
    [[nodiscard]] static std::expected<std::unique_ptr<HeadFile>, StoreFault> open(const QString& path);
    [[nodiscard]] const Content& content() const { return m_content; }
    /// Durable when it returns.
    [[nodiscard]] std::expected<void, StoreFault> write(QByteArrayView note);
    [[nodiscard]] static Hash keyCheckOf(QByteArrayView key);

private:
    explicit HeadFile(FileHandle file) : m_file(std::move(file)) {}
    FileHandle m_file;
    Content m_content;
};

} // namespace casebound
