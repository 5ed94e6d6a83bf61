// Everything written below a folder, in order, and what a power cut at any instant may leave of it.
#pragma once

#include "DiskCalls.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace casebound::test {

/// What the disk does with writes that no sync has confirmed.
enum class CutStyle {
    NothingLeft, ///< All of them are dropped.
    AllLeft,
    Prefix,    ///< Those up to some instant arrived, the last one torn at a sector of 512 bytes.
    Reordered, ///< Any of them arrived.
    Torn512,   ///< Any sector of 512 bytes of any of them arrived.
    Torn4096,
    LyingDatabase, ///< As Torn4096, and from some instant on the disk had confirmed the database's syncs without doing them.
};
inline constexpr int cutStyles = 7;
[[nodiscard]] const char* cutStyleName(CutStyle style);

/// Folders and names are durable once their folder is synced, and become so in order; bytes once their file is.
class WriteRecord final : public DiskWatcher {
public:
    void after(const DiskCall& call) override { m_steps.push_back({.call = call}); }
    /// The promise given at this instant: so many entries.
    void acknowledge(std::uint64_t size) { m_steps.push_back({.call = std::nullopt, .acknowledged = size}); }
    [[nodiscard]] std::size_t steps() const { return m_steps.size(); }

    struct Left {
        QMap<QByteArray, std::optional<QByteArray>> items; ///< Files by path; folders hold nothing.
        std::uint64_t acknowledged = 0;
    };
    [[nodiscard]] Left cut(std::size_t at, CutStyle style, QRandomGenerator& random) const;

private:
    struct Step {
        std::optional<DiskCall> call;
        std::uint64_t acknowledged = 0;
    };
    std::vector<Step> m_steps;
};

/// Into an empty folder.
void materialise(const WriteRecord::Left& left, const QString& folder);

} // namespace casebound::test
