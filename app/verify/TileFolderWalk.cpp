#include "TileFolderWalk.h"

#include <algorithm>
#include <charconv>

namespace casebound {

constexpr std::int64_t largestSegmentKey = 2 << 20;

using namespace Qt::StringLiterals;

void TileFolderWalk::unexpected(const QByteArray& path)
{
    m_report.faults.add({.kind = LedgerFaultKind::FileUnexpected, .place = printable(path)});
}

void TileFolderWalk::run()
{
    using Kind = LogFolder::Kind;
    bool hasTiles = false;
    const auto listed = m_folder.list({}, [&](const LogFolder::Item& item) {
        const bool file = item.name == "checkpoint" || item.name == "README";
        const bool folder = item.name == "tile" || item.name == "private" || item.name == "sealed";
        if (!file && !folder)
            unexpected(item.name);
        else if (item.kind != (file ? Kind::File : Kind::Folder))
            m_report.faults.add({.kind = LedgerFaultKind::FileNotRegular, .place = printable(item.name)});
        m_hasReadme = m_hasReadme || item.name == "README";
        hasTiles = hasTiles || (item.name == "tile" && item.kind == Kind::Folder);
        m_hasPrivate = m_hasPrivate || (item.name == "private" && item.kind == Kind::Folder);
        m_hasSealed = m_hasSealed || (item.name == "sealed" && item.kind == Kind::Folder);
        return goOn();
    });
    if (!listed)
        m_report.fileProblem({}, listed.error());
    if (!m_hasReadme)
        m_report.fileProblem("README", ReadProblem::Missing);
    if (hasTiles)
        tiles("tile", 0);
    if (m_hasPrivate)
        privateParts();
    if (m_hasSealed)
        sealedResults();
}

void TileFolderWalk::tiles(const QByteArray& path, int depth)
{
    // tile/<level>/xNNN/…/NNN.p/W: 18 digits of index are six folders.
    constexpr int deepest = 9;
    bool empty = true;
    const auto listed = m_folder.list(path, [&](const LogFolder::Item& item) {
        empty = false;
        const QByteArray inside = path + '/' + item.name;
        switch (item.kind) {
        case LogFolder::Kind::File:
            if (const auto name = parseTilePath(inside); !name || !belongsTo(*name, m_size))
                unexpected(inside);
            break;
        case LogFolder::Kind::Folder:
            if (depth == deepest || inside.size() > 64)
                unexpected(inside);
            else
                tiles(inside, depth + 1);
            break;
        case LogFolder::Kind::Other: m_report.faults.add({.kind = LedgerFaultKind::FileNotRegular, .place = printable(inside)}); break;
        }
        return goOn();
    });
    if (!listed)
        m_report.fileProblem(path, listed.error());
    else if (empty && !(depth == 0 && m_size == 0))
        unexpected(path);
}

void TileFolderWalk::privateParts()
{
    const auto listed = m_folder.list("private", [&](const LogFolder::Item& item) {
        const QByteArray digits = item.name.chopped(std::min<qsizetype>(5, item.name.size()));
        std::uint64_t sequence = 0;
        const auto [end, error] = std::from_chars(digits.cbegin(), digits.cend(), sequence);
        const bool good = item.name.endsWith(".json") && error == std::errc() && end == digits.cend() && sequence < m_size &&
                          QByteArray::number(static_cast<qulonglong>(sequence)) == digits;
        if (!good)
            unexpected("private/" + item.name);
        else if (item.kind != LogFolder::Kind::File)
            m_report.faults.add({.kind = LedgerFaultKind::FileNotRegular, .place = printable("private/" + item.name)});
        return goOn();
    });
    if (!listed)
        m_report.fileProblem("private", listed.error());
}

void TileFolderWalk::sealedResults()
{
    const auto listed = m_folder.list("sealed", [&](const LogFolder::Item& item) {
        if (item.name.endsWith(".cms")) {
            segmentKey(item);
            return goOn();
        }
        const QByteArray digest = QByteArray::fromHex(item.name);
        // More sealed results than entries cannot all be named by one: the set stays bounded by the log.
        if (digest.size() != 32 || digest.toHex() != item.name || m_sealed.size() > m_size) {
            unexpected("sealed/" + item.name);
            return goOn();
        }
        if (item.kind != LogFolder::Kind::File)
            m_report.faults.add({.kind = LedgerFaultKind::FileNotRegular, .place = printable("sealed/" + item.name)});
        Hash hash{};
        std::ranges::copy(digest, reinterpret_cast<char*>(hash.data()));
        m_sealed.insert(hash);
        return goOn();
    });
    if (!listed)
        m_report.fileProblem("sealed", listed.error());
}

void TileFolderWalk::segmentKey(const LogFolder::Item& item)
{
    const QByteArray path = "sealed/" + item.name, name = item.name.chopped(4), id = QByteArray::fromHex(name);
    if (id.size() != 32 || id.toHex() != name)
        return unexpected(path);
    if (item.kind != LogFolder::Kind::File)
        return m_report.faults.add({.kind = LedgerFaultKind::FileNotRegular, .place = printable(path)});
    const auto digest = m_folder.digest(path, largestSegmentKey);
    if (!digest)
        m_report.fileProblem(path, digest.error());
    else if (view(*digest) != id)
        m_report.faults.add(
            {.kind = LedgerFaultKind::SealedDiffers, .place = printable(path), .detail = u"a segment's key is not the one of its name"_s});
}

void TileFolderWalk::reportUnnamedSealed()
{
    for (const Hash& hash : m_sealed) {
        m_report.faults.add(
            {.kind = LedgerFaultKind::SealedUnexpected, .place = u"sealed/"_s + QString::fromLatin1(toBytes(hash).toHex())});
    }
}

} // namespace casebound
