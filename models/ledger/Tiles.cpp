#include "ledger/Tiles.h"

#include <QList>

#include <charconv>

namespace casebound {
namespace {

/// Without leading zeros; nothing else may stand there.
template <class Number>
std::optional<Number> decimal(QByteArrayView text)
{
    Number read = 0;
    if (text.isEmpty() || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), read);
    if (error != std::errc() || end != text.end())
        return std::nullopt;
    return read;
}

QByteArray threeDigits(std::uint64_t number)
{
    return QByteArray::number(static_cast<qulonglong>(number)).rightJustified(3, '0');
}

/// "x001/x234/067": every group but the last begins with x.
QByteArray indexPath(std::uint64_t index)
{
    QByteArray path = threeDigits(index % 1000);
    for (index /= 1000; index > 0; index /= 1000)
        path.prepend('x' + threeDigits(index % 1000) + '/');
    return path;
}

} // namespace

QByteArray tilePath(const TileName& name)
{
    QByteArray path = "tile/" + (name.entries ? QByteArray("entries") : QByteArray::number(name.level)) + '/' + indexPath(name.index);
    if (name.width < tileWidth)
        path += ".p/" + QByteArray::number(name.width);
    return path;
}

std::optional<TileName> parseTilePath(QByteArrayView path)
{
    if (path.size() > 64 || !path.startsWith("tile/"))
        return std::nullopt;
    const QList<QByteArray> parts = path.sliced(5).toByteArray().split('/');
    if (parts.size() < 2)
        return std::nullopt;
    TileName name{.entries = parts.front() == "entries"};
    if (!name.entries) {
        const auto level = decimal<unsigned>(parts.front());
        if (!level || *level >= mostTileLevels)
            return std::nullopt;
        name.level = *level;
    }
    QByteArray digits;
    qsizetype at = 1;
    for (; at < parts.size() && parts[at].startsWith('x'); ++at)
        digits += parts[at].sliced(1);
    if (at == parts.size())
        return std::nullopt;
    QByteArray last = parts[at++];
    if (last.endsWith(".p")) {
        const auto width = at < parts.size() ? decimal<unsigned>(parts[at++]) : std::nullopt;
        if (!width || *width == 0 || *width >= tileWidth)
            return std::nullopt;
        name.width = *width;
        last.chop(2);
    }
    digits += last;
    if (at != parts.size() || digits.size() > 18)
        return std::nullopt;
    std::uint64_t index = 0;
    const auto [end, error] = std::from_chars(digits.cbegin(), digits.cend(), index);
    name.index = index;
    // The one spelling: whatever else was read, it is written differently.
    if (error != std::errc() || end != digits.cend() || tilePath(name) != path)
        return std::nullopt;
    return name;
}

std::uint64_t tileCount(unsigned level, std::uint64_t size)
{
    if (level >= mostTileLevels)
        return 0;
    const std::uint64_t hashes = size >> (8 * level);
    return hashes / tileWidth + (hashes % tileWidth != 0);
}

unsigned tileWidthIn(unsigned level, std::uint64_t index, std::uint64_t size)
{
    if (index >= tileCount(level, size))
        return 0;
    const std::uint64_t hashes = size >> (8 * level);
    return index < hashes / tileWidth ? static_cast<unsigned>(tileWidth) : static_cast<unsigned>(hashes % tileWidth);
}

bool belongsTo(const TileName& name, std::uint64_t size)
{
    return name.width == tileWidthIn(name.level, name.index, size) && (!name.entries || name.level == 0);
}

bool appendToBundle(QByteArray& bundle, QByteArrayView entry)
{
    if (entry.size() > 0xffff)
        return false;
    bundle += static_cast<char>(entry.size() >> 8);
    bundle += static_cast<char>(entry.size() & 0xff);
    bundle += entry;
    return true;
}

std::optional<std::vector<QByteArrayView>> readBundle(QByteArrayView bundle, unsigned count)
{
    std::vector<QByteArrayView> entries;
    entries.reserve(std::min<std::size_t>(count, tileWidth));
    while (!bundle.isEmpty()) {
        if (bundle.size() < 2 || entries.size() == count)
            return std::nullopt;
        const auto byteAt = [&](qsizetype at) { return static_cast<qsizetype>(static_cast<unsigned char>(bundle[at])); };
        const qsizetype size = byteAt(0) << 8 | byteAt(1);
        if (bundle.size() - 2 < size)
            return std::nullopt;
        entries.push_back(bundle.sliced(2, size));
        bundle = bundle.sliced(2 + size);
    }
    if (entries.size() != count)
        return std::nullopt;
    return entries;
}

Hash tileRoot(std::span<const Hash> hashes)
{
    std::vector<Hash> row(hashes.begin(), hashes.end());
    for (std::size_t count = row.size(); count > 1; count /= 2) {
        for (std::size_t i = 0; i < count / 2; ++i)
            row[i] = nodeHash(row[2 * i], row[2 * i + 1]);
    }
    return row.front();
}

TileBuilder::Level& TileBuilder::at(unsigned level)
{
    if (m_levels.size() <= level)
        m_levels.resize(level + 1);
    return m_levels[level];
}

void TileBuilder::push(unsigned level, const Hash& hash)
{
    at(level).hashes.push_back(hash);
    if (at(level).hashes.size() < tileWidth)
        return;
    if (m_sink)
        m_sink({.level = level, .index = at(level).index}, at(level).hashes);
    const Hash root = tileRoot(at(level).hashes);
    at(level).hashes.clear();
    ++at(level).index;
    push(level + 1, root);
}

void TileBuilder::add(const Hash& leaf)
{
    ++m_size;
    push(0, leaf);
}

void TileBuilder::addFullTile(std::span<const Hash> leaves, const Hash& root)
{
    Level& level = at(0);
    if (m_sink)
        m_sink({.level = 0, .index = level.index}, leaves);
    ++level.index;
    m_size += tileWidth;
    push(1, root);
}

void TileBuilder::finish()
{
    if (!m_sink)
        return;
    for (unsigned level = 0; level < m_levels.size(); ++level) {
        if (!m_levels[level].hashes.empty()) {
            m_sink({.level = level, .index = m_levels[level].index, .width = static_cast<unsigned>(m_levels[level].hashes.size())},
                   m_levels[level].hashes);
        }
    }
}

Hash TileBuilder::root() const
{
    // Each level's unfilled tile splits into perfect subtrees, largest first; the smallest are on the lowest level, and fold upwards.
    std::optional<Hash> folded;
    for (const Level& level : m_levels) {
        std::size_t end = level.hashes.size();
        while (end > 0) {
            const std::size_t width = end & (~end + 1);
            const Hash subtree = width == 1 ? level.hashes[end - 1] : tileRoot(std::span(level.hashes).subspan(end - width, width));
            folded = folded ? nodeHash(subtree, *folded) : subtree;
            end -= width;
        }
    }
    return folded.value_or(emptyRoot());
}

} // namespace casebound
