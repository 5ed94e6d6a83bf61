// A second desk's log, and a copy of it as a review is given one.
#pragma once

#include "ledger/MerkleTree.h"
#include "service/OtherLog.h"

#include <algorithm>

namespace casebound {

/// The log of the other desk as it was when it was opened; the check of the folder is app's (OtherLogTest).
class OtherDeskLog final : public OtherLog {
public:
    OtherDeskLog(const AuditLog& log, std::uint64_t size) : m_log(log), m_size(size) {}
    [[nodiscard]] QString origin() const override { return name.isEmpty() ? QString::fromUtf8(m_log.origin()) : name; }
    [[nodiscard]] LogHead head() const override
    {
        MerkleTree tree;
        for (const Hash& leaf : m_log.leafHashes(0, m_size))
            tree.add(leaf);
        return {.size = m_size, .root = tree.root()};
    }
    [[nodiscard]] std::vector<StoredEntry> entries(std::uint64_t first, std::size_t count) const override
    {
        auto rows = first < m_size ? m_log.entries(first, std::min<std::size_t>(count, m_size - first)) : std::vector<StoredEntry>();
        for (StoredEntry& row : rows) {
            if (row.sequence == altered)
                row.privateBytes.replace("TST", "XST");
        }
        return rows;
    }
    [[nodiscard]] std::vector<Hash> leafHashes(std::uint64_t first, std::size_t count) const override
    {
        return first < m_size ? m_log.leafHashes(first, std::min<std::size_t>(count, m_size - first)) : std::vector<Hash>();
    }
    QString name;
    std::optional<std::uint64_t> altered; ///< After it was checked.

private:
    const AuditLog& m_log;
    std::uint64_t m_size;
};

inline std::unique_ptr<AuditLog> logOfDesk(const QString& folder, const QString& workstation, const Clock& clock)
{
    AuditLog::Config config{.folder = folder,
                            .office = QStringLiteral("test"),
                            .workstation = workstation,
                            .actorKey = QByteArray(32, 'a'),
                            .profileSerial = 7,
                            .profileSha256 = QByteArray(32, 'p'),
                            .appVersion = QStringLiteral("0")};
    auto opened = AuditLog::open(std::move(config), SecureBytes::copyOf(QByteArray(32, 'k')), clock);
    if (!opened)
        qFatal("The other desk's log could not be opened.");
    return *std::move(opened);
}

} // namespace casebound
