#include "net/JsonReader.h"

#include "net/Rfc3339.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace casebound {

namespace {

constexpr std::size_t fewNames = 16;
constexpr std::size_t unescapedBlock = 64UL << 10;

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

/// A number of at most fifteen digits and no exponent is a whole number below 2^53 over a power of ten below 10^22: one division
/// rounds it correctly. The others go to the library.
[[nodiscard]] bool toDouble(std::string_view token, double& out)
{
    static constexpr std::array<double, 16> powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *at = token.data(), *const end = at + token.size();
    const bool negative = at != end && *at == '-';
    at += negative;
    std::uint64_t whole = 0;
    const char* const first = at;
    for (; at != end && isDigit(*at); ++at)
        whole = whole * 10 + static_cast<std::uint64_t>(*at - '0');
    const auto before = at - first;
    std::size_t after = 0;
    bool plain = before > 0 && before <= 15 && (*first != '0' || before == 1);
    if (plain && at != end && *at == '.' && end - at <= 16 - before) {
        for (++at; at != end && isDigit(*at); ++at, ++after)
            whole = whole * 10 + static_cast<std::uint64_t>(*at - '0');
        plain = after > 0;
    }
    if (plain && at == end) {
        const double magnitude = static_cast<double>(whole) / powers[after];
        out = negative ? -magnitude : magnitude;
        return true;
    }
    if (!isNumber(token))
        return false;
    const auto [behind, error] = std::from_chars(token.data(), end, out);
    return error == std::errc() && behind == end;
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

bool JsonIndex::build(const std::string& body)
{
    constexpr std::size_t depth = 1; // of the library's later stages, which are not used
    if (body.empty())
        return false;
    if (!m_stage) {
        if (simdjson::get_active_implementation()->create_dom_parser_implementation(body.size(), depth, m_stage))
            return false;
    } else if (m_stage->capacity() < body.size() && m_stage->set_capacity(body.size() + body.size() / 8)) {
        return false;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(body.data());
    if (m_stage->stage1(bytes, body.size(), simdjson::stage1_mode::regular))
        return false;
    std::uint32_t* behind = m_stage->structural_indexes.get() + m_stage->n_structural_indexes;
    behind[0] = behind[1] = static_cast<std::uint32_t>(body.size()); // room for these is the library's own convention
    return true;
}

char* JsonIndex::unescape(const char* from, char* to) const
{
    return reinterpret_cast<char*>(
        m_stage->parse_string(reinterpret_cast<const std::uint8_t*>(from), reinterpret_cast<std::uint8_t*>(to), false));
}

void JsonIndex::trim()
{
    if (m_stage && m_stage->capacity() > ordinary)
        m_stage.reset();
}

JsonReader::JsonReader(std::string body, JsonIndex& index) : m_body(std::move(body)), m_index(index)
{
    // Names are compared, and texts unescaped, up to the padding past the end. The transport leaves that room; other callers
    // pay one copy.
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

bool JsonReader::unescaped(std::string_view token, std::string_view& out, bool keep)
{
    // Never longer than it was written; the library writes whole blocks, hence the padding.
    const std::size_t room = token.size() + simdjson::SIMDJSON_PADDING;
    if (m_room < room) {
        m_room = std::max(room, unescapedBlock);
        m_unescaped.push_back(std::make_unique_for_overwrite<char[]>(m_room));
        m_free = m_unescaped.back().get();
    }
    char* end = m_index.unescape(token.data() + 1, m_free);
    if (!end)
        return false;
    out = {m_free, static_cast<std::size_t>(end - m_free)};
    if (keep) {
        m_room -= out.size();
        m_free = end;
    }
    return true;
}

bool JsonReader::text(std::string_view name, std::string_view& out)
{
    const std::string_view written = token();
    if (written.size() < 2 || written.front() != '"' || written.back() != '"')
        return malformed(name);
    // Text without an escape is used where it lies; the others are unescaped, and lone surrogates refused, by the library.
    if (!hasEscape(written))
        out = written.substr(1, written.size() - 2);
    else if (!unescaped(written, out, true))
        return malformed(name);
    ++m_next;
    return true;
}

bool JsonReader::identifier(std::string_view name, std::string_view& out)
{
    if (!text(name, out))
        return false;
    return (!out.empty() && (out.size() <= 128 || codePoints(out) <= 128)) || malformed(name);
}

bool JsonReader::time(std::string_view name, std::int64_t& micros)
{
    std::string_view written;
    if (!text(name, written))
        return false;
    const auto parsed = parseRfc3339(written);
    if (!parsed)
        return malformed(name);
    micros = *parsed;
    return true;
}

bool JsonReader::number(std::string_view name, double low, double high, double& out)
{
    if (!toDouble(token(), out) || !std::isfinite(out) || out < low || out > high)
        return malformed(name);
    ++m_next;
    return true;
}

bool JsonReader::count(std::string_view name, std::int64_t low, std::int64_t high, std::int64_t& out)
{
    const std::string_view written = token();
    const char* end = written.data() + written.size();
    const auto [behind, error] = std::from_chars(written.data(), end, out);
    if (error != std::errc() || behind != end || !isNumber(written) || out < low || out > high)
        return malformed(name);
    ++m_next;
    return true;
}

bool JsonReader::boolean(std::string_view name, bool& out)
{
    const std::string_view written = token();
    out = written == "true";
    if (!out && written != "false")
        return malformed(name);
    ++m_next;
    return true;
}

bool JsonReader::writtenName(std::string_view& out)
{
    const std::string_view written = token();
    if (written.size() < 2 || written.back() != '"')
        return malformed("name");
    out = written.substr(1, written.size() - 2);
    return !hasEscape(written) || unescaped(written, out, true) || malformed("name");
}

bool JsonReader::stranger(std::string_view name, int depth, std::unique_ptr<UnknownNames>& unknown)
{
    if (!unknown)
        unknown = std::make_unique<UnknownNames>();
    if (!unknown->addNew(name))
        return malformed("doubled name");
    m_next += 2;
    return skip(depth + 1);
}

bool JsonReader::skip(int depth)
{
    switch (peek()) {
    case '{': {
        static constexpr JsonNames nothing("");
        Members none;
        return object(nothing, depth, none, [this, depth](std::size_t) { return skip(depth + 1); });
    }
    case '[': return array("array", depth, [this, depth](std::size_t) { return skip(depth + 1); });
    case '"': {
        const std::string_view written = token();
        std::string_view ignored;
        if (written.size() < 2 || written.back() != '"' || (hasEscape(written) && !unescaped(written, ignored, false)))
            return malformed("text");
        ++m_next;
        return true;
    }
    case 't':
    case 'f': {
        bool ignored = false;
        return boolean("boolean", ignored);
    }
    case 'n':
        if (!isNull())
            return malformed("null");
        ++m_next;
        return true;
    default:
        if (!isNumber(token()))
            return malformed("number");
        ++m_next;
        return true;
    }
}

} // namespace casebound
