// Where an export goes: a folder, a zip, or a zip in an envelope. Whole, checked and durable, or not there at all.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/Digest.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <memory>
#include <vector>

namespace casebound {

enum class BundleFault {
    TargetExists,   ///< Nothing was touched.
    CannotWrite,    ///< Missing folder, rights, or the medium. What was begun is removed.
    DiskFull,       ///< What was begun is removed.
    BadRecipient,   ///< A certificate that cannot be encrypted to. Nothing was written.
    TooLarge,       ///< An envelope over 1.9 GB, which `openssl cms` could not open. What was begun is removed.
    ReportFailed,   ///< The PDF could not be made.
    PictureDiffers, ///< A kept picture is not what its digest says.
    CheckFailed,    ///< Read back, it was not what was written. It is removed.
};

enum class BundleKind { Folder, Zip, Encrypted };

/// Paths are ours, relative, of [A-Za-z0-9./-] alone; data never makes one. One thread at a time. Destroyed before publish(): nothing is
/// left, not even after a kill where the file system knows unnamed files (a folder is left then, under its draft's name).
class BundleSink {
public:
    using Done = std::expected<void, BundleFault>;
    virtual ~BundleSink() = default;
    /// A file whose length is not known yet.
    [[nodiscard]] virtual Done begin(const QByteArray& path) = 0;
    [[nodiscard]] virtual Done write(QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Done end() = 0;
    [[nodiscard]] virtual Done whole(const QByteArray& path, QByteArrayView bytes) = 0;
    /// Everything is written: durable when it returns.
    [[nodiscard]] virtual Done finish() = 0;
    /// Reads all of it back from the medium.
    [[nodiscard]] virtual Done check() = 0;
    /// Where it can be read before it has its name.
    [[nodiscard]] virtual QString draft() const = 0;
    /// Gives it its name, durably.
    [[nodiscard]] virtual Done publish() = 0;
    /// SHA-512, 64 bytes: of the file; of a folder, nothing (its manifest says it).
    [[nodiscard]] virtual QByteArray digest() const { return {}; }
};

/// `root`: the name of the bag inside a zip. The target's folder must exist, the target must not. BadRecipient also for Encrypted
/// without recipients.
[[nodiscard]] std::expected<std::unique_ptr<BundleSink>, BundleFault>
openBundleSink(BundleKind kind, const QString& target, const QByteArray& root, const std::vector<Certificate>& recipients);

} // namespace casebound
