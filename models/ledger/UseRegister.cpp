#include "ledger/UseRegister.h"

#include <algorithm>
#include <queue>

namespace casebound {
namespace {

constexpr std::size_t blockRecords = 256; // 4 KiB a run while they are merged

qint64 bytesOf(std::size_t records)
{
    return static_cast<qint64>(records * sizeof(UseRegister::Record));
}

/// One sorted run, read a block at a time.
class RunReader {
public:
    RunReader(QFile& file, qint64 at, std::size_t count) : m_file(&file), m_at(at), m_left(count) {}

    /// Nothing at the end; `failed` where the file is at fault.
    [[nodiscard]] std::optional<UseRegister::Record> next(bool& failed)
    {
        if (m_place == m_block.size()) {
            const std::size_t count = std::min(m_left, blockRecords);
            if (count == 0)
                return std::nullopt;
            m_block.resize(count);
            failed =
                failed || !m_file->seek(m_at) || m_file->read(reinterpret_cast<char*>(m_block.data()), bytesOf(count)) != bytesOf(count);
            if (failed)
                return std::nullopt;
            m_at += bytesOf(count);
            m_left -= count;
            m_place = 0;
        }
        return m_block[m_place++];
    }

private:
    QFile* m_file;
    qint64 m_at;
    std::size_t m_left, m_place = 0;
    std::vector<UseRegister::Record> m_block;
};

} // namespace

void UseRegister::add(std::uint64_t fingerprint, Use use, std::uint64_t position)
{
    if (m_buffer.size() >= m_room && !m_noFile)
        spill();
    m_buffer.push_back({.fingerprint = fingerprint, .placeAndUse = position << 2 | static_cast<std::uint64_t>(use)});
}

void UseRegister::spill()
{
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>();
        m_noFile = !m_file->open();
    }
    if (m_noFile)
        return;
    std::ranges::sort(m_buffer);
    const qint64 at = m_runs.empty() ? 0 : m_runs.back().at + bytesOf(m_runs.back().count);
    const qint64 size = bytesOf(m_buffer.size());
    m_noFile = !m_file->seek(at) || m_file->write(reinterpret_cast<const char*>(m_buffer.data()), size) != size || !m_file->flush();
    if (m_noFile)
        return;
    m_runs.push_back({.at = at, .count = m_buffer.size()});
    m_buffer.clear();
}

bool UseRegister::drain(const std::function<void(const Record&)>& visit)
{
    std::ranges::sort(m_buffer);
    std::vector<RunReader> readers;
    for (const Run& run : m_runs)
        readers.emplace_back(*m_file, run.at, run.count);
    using Head = std::pair<Record, std::size_t>;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    bool failed = false;
    std::size_t inMemory = 0;
    const auto pull = [&](std::size_t from) {
        std::optional<Record> record;
        if (from < readers.size())
            record = readers[from].next(failed);
        else if (inMemory < m_buffer.size())
            record = m_buffer[inMemory++];
        if (record)
            heads.emplace(*record, from);
    };
    for (std::size_t from = 0; from <= readers.size(); ++from)
        pull(from);
    while (!heads.empty() && !failed) {
        const auto [record, from] = heads.top();
        heads.pop();
        visit(record);
        pull(from);
    }
    m_buffer = {};
    m_runs.clear();
    m_file.reset();
    return !failed;
}

} // namespace casebound
