// The files of an export from somebody else: a folder, a zip, or a zip in an envelope. Nothing is unpacked, so no name in it can lead
// anywhere; sizes and counts are bounded.
#pragma once

#include "LogFolder.h"
#include "crypto/PrivateKey.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace casebound {

inline constexpr qsizetype mostBagFiles = 1'000'000;
inline constexpr std::int64_t largestBagFile = std::int64_t{4} << 30;

enum class BagOpening {
    Missing,
    Unreadable, ///< The system refused.
    NotABag,    ///< Neither a folder, nor a zip, nor an envelope.
    Damaged,    ///< A zip that does not hold together.
    NeedsKey,   ///< An envelope, and no key was brought.
    NotForThisKey,
    Altered, ///< An envelope whose authentication tag does not fit.
    TooLarge,
    SeveralRoots, ///< A zip with files outside of one folder, or names that lead elsewhere.
};

class BagFiles {
public:
    virtual ~BagFiles() = default;
    using Names = std::vector<QByteArrayView>; ///< Live as long as the files' object: a bag has a million names at most.
    /// Relative, "/" between; every file once. Links and devices are in `strange`.
    [[nodiscard]] virtual const Names& names() const = 0;
    [[nodiscard]] virtual const Names& strange() const = 0;
    /// In pieces; its length.
    [[nodiscard]] virtual std::expected<std::int64_t, ReadProblem> stream(QByteArrayView name,
                                                                          const std::function<void(QByteArrayView)>& take) const = 0;
    [[nodiscard]] std::expected<QByteArray, ReadProblem> read(QByteArrayView name, qsizetype limit) const;

    /// The key opens an envelope; nothing else needs one. An envelope is opened into memory that has no name, up to 2 GB.
    [[nodiscard]] static std::expected<std::unique_ptr<BagFiles>, BagOpening> open(const QString& path,
                                                                                   const std::optional<PrivateKey>& key);
};

/// A name that stays inside: no root, no "..", no empty part, no backslash, no control character, at most 300 bytes.
[[nodiscard]] bool isInsideName(QByteArrayView name);

} // namespace casebound
