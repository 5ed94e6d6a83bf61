// An exported log in its folder (tlog-tiles with private parts), read as a review reads a log.
#pragma once

#include "service/OtherLog.h"
#include "verify/LogFolder.h"

#include <optional>

namespace casebound {

/// Not thread-safe. Holds one bundle at a time; a file that is no longer what it was gives fewer rows, or other hashes.
class ExportedLog final : public OtherLog {
public:
    ExportedLog(LogFolder folder, QString origin, const LogHead& head)
        : m_folder(std::move(folder)),
          m_origin(std::move(origin)),
          m_head(head)
    {
    }
    [[nodiscard]] QString origin() const override { return m_origin; }
    [[nodiscard]] LogHead head() const override { return m_head; }
    [[nodiscard]] std::vector<StoredEntry> entries(std::uint64_t first, std::size_t count) const override;
    [[nodiscard]] std::vector<std::array<std::uint8_t, 32>> leafHashes(std::uint64_t first, std::size_t count) const override;

private:
    /// Its entries' public parts; none where it cannot be read.
    [[nodiscard]] const std::vector<QByteArray>& bundle(std::uint64_t index) const;

    LogFolder m_folder;
    QString m_origin;
    LogHead m_head;
    mutable std::optional<std::uint64_t> m_bundleIndex;
    mutable std::vector<QByteArray> m_bundle;
};

/// Checks the folder as casebound-verify does, by the one key that `keyOf` has for the name it is signed under. May take seconds; any
/// thread.
[[nodiscard]] OtherLogResult openExportedLog(const QString& folder, const KeyOfLog& keyOf);

} // namespace casebound
