#include "lists/ReadOrder.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace casebound {

void ReadOrder::add(std::uint32_t read, std::int64_t number)
{
    m_entries.push_back({.key = std::bit_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63), .read = read, .at = 0, .length = 0});
}

void ReadOrder::add(std::uint32_t read, double number)
{
    if (std::isnan(number)) {
        m_entries.push_back({.key = 0, .read = read, .at = 0, .length = 0});
        return;
    }
    // IEEE 754: with the sign bit turned over (all bits where negative) the pattern sorts as the number does.
    const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);
    m_entries.push_back({.key = bits >> 63 ? ~bits : bits | (std::uint64_t{1} << 63), .read = read, .at = 0, .length = 0});
}

void ReadOrder::add(std::uint32_t read, std::string_view text)
{
    if (text.empty()) {
        m_entries.push_back({.key = UINT64_MAX, .read = read, .at = 0, .length = 0});
        return;
    }
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
        key = key << 8 | (i < text.size() ? static_cast<unsigned char>(lower(text[i])) : 0U);
    const auto at = static_cast<std::uint32_t>(m_text.size());
    if (text.size() > 8)
        for (const char c : text.substr(8))
            m_text.push_back(lower(c));
    m_entries.push_back({.key = key, .read = read, .at = at, .length = static_cast<std::uint32_t>(m_text.size()) - at});
}

std::vector<std::uint32_t> ReadOrder::sorted(bool descending) &&
{
    std::ranges::sort(m_entries, [&](const Entry& a, const Entry& b) {
        if (a.key != b.key)
            return descending ? a.key > b.key : a.key < b.key;
        if (const int order = rest(a).compare(rest(b)); order != 0)
            return descending ? order > 0 : order < 0;
        return a.read < b.read;
    });
    std::vector<std::uint32_t> order;
    order.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        order.push_back(entry.read);
    return order;
}

} // namespace casebound
