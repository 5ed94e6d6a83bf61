// Every file of an exported log must belong to it: names and kinds, before any content is read.
#pragma once

#include "LogFolder.h"
#include "VerifyReport.h"

#include <set>

namespace casebound {

class TileFolderWalk {
public:
    TileFolderWalk(const LogFolder& folder, std::uint64_t size, VerifyReport& report) : m_folder(folder), m_size(size), m_report(report) {}
    void run();

    [[nodiscard]] bool hasPrivate() const { return m_hasPrivate; }
    [[nodiscard]] bool hasSealed() const { return m_hasSealed; }
    /// An entry names this sealed result.
    void named(const Hash& sealed) { m_sealed.erase(sealed); }
    void reportUnnamedSealed();

private:
    void tiles(const QByteArray& path, int depth);
    void privateParts();
    void sealedResults();
    void segmentKey(const LogFolder::Item& item);
    void unexpected(const QByteArray& path);
    /// False when so much is wrong that more would tell nothing.
    [[nodiscard]] bool goOn() const { return m_report.faults.count() < 1000; }

    const LogFolder& m_folder;
    std::uint64_t m_size;
    VerifyReport& m_report;
    bool m_hasPrivate = false, m_hasSealed = false, m_hasReadme = false;
    std::set<Hash> m_sealed;
};

} // namespace casebound
