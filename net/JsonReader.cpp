#include "net/JsonReader.h"

#include "net/Rfc3339.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {

constexpr std::size_t fewNames = 16;

[[nodiscard]] std::string_view trimmed(std::string_view token)
{
    while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

/// Whether one of the bytes is a backslash, eight at a time; most texts are shorter than a call to memchr is worth.
[[nodiscard]] bool hasEscape(std::string_view text)
{
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t ones = 0x0101010101010101, backslashes = ones * '\\';
    const auto zeroByte = [](std::uint64_t word) { return (word - ones) & ~word & (ones * 0x80); };
    std::uint64_t word = 0, found = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::memcpy(&word, text.data() + at, 8);
        found |= zeroByte(word ^ backslashes);
    }
    if (at < text.size()) {
        std::memcpy(&word, text.data() + at, 8); // the parser's padding lies behind
        word &= ~std::uint64_t{0} >> (8 * (8 - (text.size() - at)));
        found |= zeroByte(word ^ backslashes);
    }
    return found != 0;
}

[[nodiscard]] bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The grammar of RFC 8259, 6, whatever the magnitude: a number nobody asked for may be larger than any type of ours.
[[nodiscard]] bool isNumber(std::string_view t)
{
    const auto digits = [&t] {
        const std::size_t count = static_cast<std::size_t>(std::ranges::find_if_not(t, isDigit) - t.begin());
        t.remove_prefix(count);
        return count;
    };
    if (t.starts_with('-'))
        t.remove_prefix(1);
    if (t.starts_with('0'))
        t.remove_prefix(1);
    else if (digits() == 0)
        return false;
    if (t.starts_with('.')) {
        t.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    if (t.starts_with('e') || t.starts_with('E')) {
        t.remove_prefix(1);
        if (t.starts_with('+') || t.starts_with('-'))
            t.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    return t.empty();
}

} // namespace

std::size_t codePoints(std::string_view utf8)
{
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool UnknownNames::addNew(std::string_view name)
{
    if (m_many)
        return m_many->insert(name).second;
    if (std::ranges::find(m_few, name) != m_few.end())
        return false;
    m_few.push_back(name);
    if (m_few.size() > fewNames)
        m_many = std::make_unique<std::unordered_set<std::string_view>>(m_few.begin(), m_few.end());
    return true;
}

JsonReader::JsonReader(std::string body) : m_body(std::move(body))
{
    // simdjson reads up to SIMDJSON_PADDING bytes past the end. The transport leaves that room; other callers pay one copy.
    if (m_body.capacity() < m_body.size() + simdjson::SIMDJSON_PADDING)
        m_body.reserve(m_body.size() + simdjson::SIMDJSON_PADDING);
}

bool JsonReader::fail(VendorFault fault, std::string_view what)
{
    m_fault = fault;
    m_what = what;
    return false;
}

bool JsonReader::within(std::string_view place)
{
    m_what = m_what.empty() ? std::string(place) : std::string(place) + '.' + m_what;
    return false;
}

VendorFailure JsonReader::failure() const
{
    return {.fault = m_fault, .httpStatus = 0, .detail = QString::fromStdString(m_what), .retryAt = {}};
}

bool JsonReader::text(od::value value, std::string_view name, std::string_view& out)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (token.size() < 2 || token.front() != '"' || token.back() != '"')
        return malformed(name);
    // Text without an escape is used where it lies; the others are unescaped, and lone surrogates refused, by the parser.
    if (!hasEscape(token)) {
        od::raw_json_string raw;
        if (value.get_raw_json_string().get(raw))
            return malformed(name);
        out = token.substr(1, token.size() - 2);
        return true;
    }
    return !value.get_string(false).get(out) || malformed(name);
}

bool JsonReader::identifier(od::value value, std::string_view name, std::string_view& out)
{
    if (!text(value, name, out))
        return false;
    return (!out.empty() && (out.size() <= 128 || codePoints(out) <= 128)) || malformed(name);
}

bool JsonReader::time(od::value value, std::string_view name, std::int64_t& micros)
{
    std::string_view written;
    if (!text(value, name, written))
        return false;
    const auto parsed = parseRfc3339(written);
    if (!parsed)
        return malformed(name);
    micros = *parsed;
    return true;
}

bool JsonReader::number(od::value value, std::string_view name, double low, double high, double& out)
{
    return (!value.get_double().get(out) && std::isfinite(out) && out >= low && out <= high) || malformed(name);
}

bool JsonReader::count(od::value value, std::string_view name, std::int64_t low, std::int64_t high, std::int64_t& out)
{
    return (!value.get_int64().get(out) && out >= low && out <= high) || malformed(name);
}

bool JsonReader::boolean(od::value value, std::string_view name, bool& out)
{
    return !value.get_bool().get(out) || malformed(name);
}

bool JsonReader::skip(od::value value, int depth)
{
    od::json_type type{};
    if (value.type().get(type))
        return malformed("value");
    switch (type) {
    case od::json_type::object: {
        Members none;
        return object(value, std::array<std::string_view, 0>(), depth, none, [](std::size_t, od::value) { return true; });
    }
    case od::json_type::array:
        return array(value, "array", depth, [&](od::value element, std::size_t) { return skip(element, depth + 1); });
    case od::json_type::string: {
        std::string_view ignored;
        return text(value, "text", ignored);
    }
    case od::json_type::number:
        return isNumber(trimmed(value.raw_json_token())) || malformed("number"); // not consumed: the iterator steps over it
    case od::json_type::boolean: {
        bool ignored = false;
        return boolean(value, "boolean", ignored);
    }
    case od::json_type::null: {
        bool null = false;
        return (!value.is_null().get(null) && null) || malformed("null");
    }
    }
    return malformed("value");
}

} // namespace casebound
