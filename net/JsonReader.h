// Strict walking of untrusted JSON over simdjson's index of tokens. Internal to net: only its .cpp files may include this.
//
// simdjson's first stage checks the UTF-8, the quotes and the control characters, and says where every token starts. This reader
// then walks all of them in order: every member of every object is visited, also the unknown ones, so that ill-formed text,
// doubled names, lone surrogates and deep nesting are found wherever they hide (RFC 8259; vendor contract, "Values"). The library's
// own on-demand walk checks only what is looked at, and looking at everything through it costs half as much again.
#pragma once

#include "domain/Vendor.h"

#include <simdjson.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace casebound {

/// Which known members of an object were there: `seen` as written, `present` those that were not null. Bit i is names[i].
struct Members {
    std::uint32_t seen = 0, present = 0;
};

/// The names an object may have. Each is kept as words, its closing quote included, for a comparison without branches:
/// an answer of 100,000 reads has some five million names.
template <std::size_t N>
class JsonNames {
public:
    template <class... Text>
    consteval explicit JsonNames(const Text&... names) : m_names{std::string_view(names)...}
    {
        static_assert(sizeof...(Text) == N && N <= 32);
        for (std::size_t i = 0; i < N; ++i) {
            const std::string_view name = m_names[i];
            if (name.size() >= longest)
                throw "the name is too long for its words";
            for (std::size_t at = 0; at <= name.size(); ++at) {
                const auto byte = static_cast<unsigned char>(at == name.size() ? '"' : name[at]);
                m_words[i].value[at / 8] |= std::uint64_t{byte} << (at % 8 * 8);
                m_words[i].mask[at / 8] |= std::uint64_t{0xFF} << (at % 8 * 8);
            }
        }
    }
    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const { return m_names[i]; }

    /// Whether the name that starts at `raw`, behind its quote, is names[i]. Reads 24 bytes, into the padding if need be.
    [[nodiscard]] bool isAt(const char* raw, std::size_t i) const
    {
        static_assert(std::endian::native == std::endian::little);
        std::array<std::uint64_t, 3> text;
        std::memcpy(text.data(), raw, sizeof text);
        const Words& w = m_words[i];
        return (((text[0] ^ w.value[0]) & w.mask[0]) | ((text[1] ^ w.value[1]) & w.mask[1]) | ((text[2] ^ w.value[2]) & w.mask[2])) == 0;
    }

private:
    static constexpr std::size_t longest = 24; ///< With the closing quote.
    struct Words {
        std::array<std::uint64_t, 3> value{}, mask{};
    };
    std::array<std::string_view, N> m_names;
    std::array<Words, N> m_words{};
};
template <class... Text>
JsonNames(const Text&...) -> JsonNames<sizeof...(Text)>;

/// Names no table knows, to find doubled ones: a short list first, a hash set when an object is wide.
class UnknownNames {
public:
    [[nodiscard]] bool addNew(std::string_view name);

private:
    std::vector<std::string_view> m_few;
    std::unique_ptr<std::unordered_set<std::string_view>> m_many;
};

/// Where the tokens of a document start. Its memory (4 bytes per byte of the longest document) serves the next page again.
class JsonIndex {
public:
    /// False where the bytes are no UTF-8, end inside a string, or hold a control character in one.
    [[nodiscard]] bool build(const std::string& body);
    /// The position of each token, then the body's size twice.
    [[nodiscard]] const std::uint32_t* begin() const { return m_stage->structural_indexes.get(); }
    [[nodiscard]] const std::uint32_t* end() const { return begin() + m_stage->n_structural_indexes; }
    /// Undoes the escapes of the text behind a quote; null where they are ill-formed. `to` has room for it and the padding.
    [[nodiscard]] char* unescape(const char* from, char* to) const;
    /// Lets go of what an extraordinary page needed.
    void trim();

private:
    static constexpr std::size_t ordinary = 8UL << 20;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> m_stage;
};

/// One document. Every method takes the value that comes next; it returns false after noting the first failure, and callers
/// return at once.
class JsonReader {
public:
    static constexpr int maxDepth = 64;

    /// Takes the bytes; text views handed out live as long as the reader. The index is the reader's alone until then.
    JsonReader(std::string body, JsonIndex& index);
    JsonReader(const JsonReader&) = delete;
    JsonReader& operator=(const JsonReader&) = delete;

    /// Visits the document's one object: onMember(index) for every known member that is not null, in the order sent. It must take
    /// the member's value.
    template <std::size_t N, class F>
    [[nodiscard]] bool document(const JsonNames<N>& names, Members& members, F&& onMember);
    /// The same for an object inside; `depth` is the object's own level (the document's object is level 1).
    template <std::size_t N, class F>
    [[nodiscard]] bool object(const JsonNames<N>& names, int depth, Members& members, F&& onMember);
    /// onElement(index) for every element; `depth` is the array's own level.
    template <class F>
    [[nodiscard]] bool array(std::string_view name, int depth, F&& onElement);

    // Scalars. `name` is what a failure is called.
    [[nodiscard]] bool text(std::string_view name, std::string_view& out);
    [[nodiscard]] bool identifier(std::string_view name, std::string_view& out); ///< 1–128 code points.
    [[nodiscard]] bool time(std::string_view name, std::int64_t& micros);
    [[nodiscard]] bool number(std::string_view name, double low, double high, double& out);
    [[nodiscard]] bool count(std::string_view name, std::int64_t low, std::int64_t high, std::int64_t& out);
    [[nodiscard]] bool boolean(std::string_view name, bool& out);

    /// The names of `mask` must be among `there`.
    template <std::size_t N>
    [[nodiscard]] bool require(const JsonNames<N>& names, std::uint32_t mask, std::uint32_t there);

    bool fail(VendorFault fault, std::string_view what);
    bool malformed(std::string_view what) { return fail(VendorFault::Malformed, what); }
    /// Names the place of a failure from the inside out: "reads[3].camera".
    bool within(std::string_view place);
    [[nodiscard]] VendorFailure failure() const;

private:
    /// The next token's first byte; the NUL behind the body at its end, which no token starts with.
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return m_text[m_next[ahead]]; }
    /// The next token, without the white space behind it.
    [[nodiscard]] std::string_view token() const;
    [[nodiscard]] bool isNull() const { return peek() == 'n' && token() == "null"; }
    template <std::size_t N, class F>
    [[nodiscard]] bool member(const JsonNames<N>& names, std::size_t& guess, int depth, Members& members,
                              std::unique_ptr<UnknownNames>& unknown, F&& onMember);
    /// The name that comes next, escapes undone.
    [[nodiscard]] bool writtenName(std::string_view& out);
    /// Checks a member nobody asked for.
    [[nodiscard]] bool stranger(std::string_view name, int depth, std::unique_ptr<UnknownNames>& unknown);
    /// Checks a value nobody asked for, down to its last member.
    [[nodiscard]] bool skip(int depth);
    [[nodiscard]] bool unescaped(std::string_view token, std::string_view& out, bool keep);
    [[nodiscard]] bool doubled(std::string_view name) { return malformed("doubled name") || within(name); }

    std::string m_body;
    JsonIndex& m_index;
    const char* m_text = nullptr;
    const std::uint32_t* m_next = nullptr; ///< Never moves beyond the end: only a token that was recognised is stepped over.
    std::vector<std::unique_ptr<char[]>> m_unescaped;
    std::size_t m_room = 0; ///< Left in the last block of m_unescaped.
    char* m_free = nullptr;
    VendorFault m_fault = VendorFault::Malformed;
    std::string m_what;
};

/// Code points of valid UTF-8.
[[nodiscard]] std::size_t codePoints(std::string_view utf8);

// ---------------------------------------------------------------------------------------------------------------------

inline std::string_view JsonReader::token() const
{
    std::string_view token(m_text + m_next[0], m_next[1] - m_next[0]);
    while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

template <std::size_t N, class F>
bool JsonReader::member(const JsonNames<N>& names, std::size_t& guess, int depth, Members& members, std::unique_ptr<UnknownNames>& unknown,
                        F&& onMember)
{
    if (peek() != '"' || peek(1) != ':')
        return malformed("object");
    std::size_t index = guess;
    // Vendors write the members of every object in the same order: the next name is nearly always the one after the last.
    const char* raw = m_text + m_next[0] + 1;
    if (!names.isAt(raw, index)) {
        for (index = 0; index < N && !names.isAt(raw, index); ++index) {
        }
        if (index == N) {
            std::string_view name;
            if (!writtenName(name))
                return false;
            for (index = 0; index < N && name != names[index]; ++index) {
            }
            if (index == N)
                return stranger(name, depth, unknown);
        }
    }
    guess = index + 1 == N ? 0 : index + 1;
    const std::uint32_t bit = 1U << index;
    if (members.seen & bit)
        return doubled(names[index]);
    members.seen |= bit;
    m_next += 2;
    if (isNull()) {
        ++m_next;
        return true;
    }
    members.present |= bit;
    return onMember(index);
}

template <std::size_t N, class F>
bool JsonReader::object(const JsonNames<N>& names, int depth, Members& members, F&& onMember)
{
    if (depth > maxDepth)
        return malformed("too deep");
    if (peek() != '{')
        return malformed("object");
    members = {};
    ++m_next;
    if (peek() == '}') {
        ++m_next;
        return true;
    }
    std::unique_ptr<UnknownNames> unknown;
    std::size_t guess = 0;
    for (;;) {
        if (!member(names, guess, depth, members, unknown, onMember))
            return false;
        const char then = peek();
        if (then != ',' && then != '}')
            return malformed("object");
        ++m_next;
        if (then == '}')
            return true;
    }
}

template <std::size_t N, class F>
bool JsonReader::document(const JsonNames<N>& names, Members& members, F&& onMember)
{
    // The index would step over a byte order mark; RFC 8259 forbids sending one.
    if (m_body.starts_with("\xEF\xBB\xBF"))
        return malformed("byte order mark");
    if (!m_index.build(m_body))
        return malformed("JSON");
    m_text = m_body.data();
    m_next = m_index.begin();
    if (peek() != '{')
        return malformed("JSON");
    if (!object(names, 1, members, onMember))
        return false;
    return m_next == m_index.end() || malformed("text after the end");
}

template <class F>
bool JsonReader::array(std::string_view name, int depth, F&& onElement)
{
    if (depth > maxDepth)
        return malformed("too deep");
    if (peek() != '[')
        return malformed(name);
    ++m_next;
    if (peek() == ']') {
        ++m_next;
        return true;
    }
    for (std::size_t index = 0;; ++index) {
        if (!onElement(index))
            return within(std::string(name) + '[' + std::to_string(index) + ']');
        const char then = peek();
        if (then != ',' && then != ']')
            return malformed(name);
        ++m_next;
        if (then == ']')
            return true;
    }
}

template <std::size_t N>
bool JsonReader::require(const JsonNames<N>& names, std::uint32_t mask, std::uint32_t there)
{
    const std::uint32_t missing = mask & ~there;
    return missing == 0 || malformed(names[static_cast<std::size_t>(std::countr_zero(missing))]);
}

} // namespace casebound
