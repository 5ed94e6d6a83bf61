// Where each of any number of ids was used, in a fixed amount of memory.
#pragma once

#include <QTemporaryFile>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace casebound {

/// Takes fingerprints in any order and gives them back sorted, once. What does not fit the memory goes in sorted runs to a temporary file
/// without a name, which holds fingerprints and positions alone: fingerprints are keyed anew in each process, so it tells nobody anything.
/// Where no such file can be made, or the disk is full, the memory grows instead: the answer is the same.
class UseRegister {
public:
    /// Records kept in memory, 16 bytes each.
    static constexpr std::size_t buffered = 64 * 1024;

    enum class Use : std::uint8_t { Intent, Outcome, Session };
    struct Record {
        std::uint64_t fingerprint = 0;
        std::uint64_t placeAndUse = 0; ///< position · 4 + use, so that order by it is order by position.
        [[nodiscard]] std::uint64_t position() const { return placeAndUse >> 2; }
        [[nodiscard]] Use use() const { return static_cast<Use>(placeAndUse & 3); }
        friend auto operator<=>(const Record&, const Record&) = default;
    };

    explicit UseRegister(std::size_t inMemory = buffered) : m_room(inMemory) {}
    void add(std::uint64_t fingerprint, Use use, std::uint64_t position);
    /// Every record by fingerprint, then position; the register is empty afterwards. False where the temporary file could not be read
    /// back: then not all were visited.
    [[nodiscard]] bool drain(const std::function<void(const Record&)>& visit);
    [[nodiscard]] std::size_t runs() const { return m_runs.size(); }

private:
    struct Run {
        qint64 at = 0;
        std::size_t count = 0;
    };
    void spill();
    std::size_t m_room;
    std::vector<Record> m_buffer;
    std::unique_ptr<QTemporaryFile> m_file;
    std::vector<Run> m_runs;
    bool m_noFile = false;
};

} // namespace casebound
