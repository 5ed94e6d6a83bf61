#include "app/ExportedLog.h"

#include "ledger/AuditEntry.h"
#include "ledger/Checkpoint.h"
#include "ledger/Tiles.h"
#include "verify/TileLogCheck.h"

#include <algorithm>
#include <thread>

namespace casebound {

namespace {

constexpr qsizetype largestHashTile = 256 * 32;

std::unexpected<OtherLogRefusal> refuse(OtherLogProblem problem, const QString& report = {})
{
    return std::unexpected(OtherLogRefusal{.problem = problem, .report = report});
}

} // namespace

const std::vector<QByteArray>& ExportedLog::bundle(std::uint64_t index) const
{
    if (m_bundleIndex == index)
        return m_bundle;
    m_bundleIndex = index;
    m_bundle.clear();
    const TileName name{.entries = true, .index = index, .width = tileWidthIn(0, index, m_head.size)};
    const auto bytes = m_folder.read(tilePath(name), largestBundle);
    const auto entries = bytes ? readBundle(*bytes, name.width) : std::nullopt;
    if (entries) {
        for (const QByteArrayView entry : *entries)
            m_bundle.push_back(entry.toByteArray());
    }
    return m_bundle;
}

std::vector<StoredEntry> ExportedLog::entries(std::uint64_t first, std::size_t count) const
{
    std::vector<StoredEntry> rows;
    for (std::uint64_t next = first; next < m_head.size && rows.size() < count; ++next) {
        const auto& shown = bundle(next / tileWidth);
        if (next % tileWidth >= shown.size())
            break;
        auto hidden = m_folder.read("private/" + QByteArray::number(static_cast<qulonglong>(next)) + ".json", largestPrivatePart);
        if (!hidden)
            break;
        rows.push_back({.sequence = next, .publicBytes = shown[next % tileWidth], .privateBytes = *std::move(hidden)});
    }
    return rows;
}

std::vector<std::array<std::uint8_t, 32>> ExportedLog::leafHashes(std::uint64_t first, std::size_t count) const
{
    std::vector<Hash> hashes;
    const std::uint64_t end = std::min<std::uint64_t>(m_head.size, first + count);
    for (std::uint64_t next = first; next < end;) {
        const std::uint64_t index = next / tileWidth;
        const TileName name{.index = index, .width = tileWidthIn(0, index, m_head.size)};
        const auto bytes = m_folder.read(tilePath(name), largestHashTile);
        if (!bytes || bytes->size() != qsizetype(name.width) * 32)
            break;
        for (; next < end && next / tileWidth == index; ++next) {
            const QByteArrayView one = QByteArrayView(*bytes).sliced(static_cast<qsizetype>(next % tileWidth) * 32, 32);
            std::ranges::copy(one, reinterpret_cast<char*>(hashes.emplace_back().data()));
        }
    }
    return hashes;
}

OtherLogResult openExportedLog(const QString& folder, const KeyOfLog& keyOf)
{
    auto opened = LogFolder::open(folder);
    if (!opened)
        return refuse(opened.error() == ReadProblem::Unreadable ? OtherLogProblem::CannotCheck : OtherLogProblem::NoLog);
    const auto note = opened->read("checkpoint", longestCheckpoint);
    if (!note)
        return refuse(note.error() == ReadProblem::Unreadable ? OtherLogProblem::CannotCheck : OtherLogProblem::NoLog);
    // By the name it claims the key is looked up; who signed it, the check says.
    const auto claimed = readCheckpoint(*note);
    if (!claimed)
        return refuse(OtherLogProblem::NotInOrder);
    VerifyOptions options;
    if (!options.keys.addText(keyOf(claimed->origin)))
        return refuse(OtherLogProblem::UnknownSigner);
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    const VerifyReport report = checkExportedLog(folder, options);
    const QString words = QString::fromUtf8(report.text());
    if (report.verdict() == VerifyVerdict::FaultFound)
        return refuse(OtherLogProblem::NotInOrder, words);
    if (report.verdict() != VerifyVerdict::InOrder || report.root.size() != 32 || report.origin.toUtf8() != claimed->origin)
        return refuse(OtherLogProblem::CannotCheck, words);
    if (report.privateParts != report.entries)
        return refuse(OtherLogProblem::NoPrivateParts, words);
    LogHead head{.size = report.entries};
    std::ranges::copy(report.root, reinterpret_cast<char*>(head.root.data()));
    return std::make_shared<const ExportedLog>(*std::move(opened), report.origin, head);
}

} // namespace casebound
