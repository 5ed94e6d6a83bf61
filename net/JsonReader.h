// Strict walking of untrusted JSON on top of simdjson on-demand. Internal to net: only its .cpp files may include this.
//
// On-demand parsing checks only what is looked at. This reader looks at everything: every member of every object is visited,
// also the unknown ones, so that ill-formed text, doubled names, lone surrogates and deep nesting are found wherever they hide
// (RFC 8259; vendor contract, "Values").
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

namespace od = simdjson::ondemand;

/// Which known members of an object were there: `seen` as written, `present` those that were not null. Bit i is names[i].
struct Members {
    std::uint32_t seen = 0, present = 0;
};

/// Whether the name that starts at `raw` (behind its quote) is `name`. Overlapping loads instead of memcmp: an answer of 100,000
/// reads has some five million names. Reads at most the parser's padding past the end.
[[nodiscard]] inline bool sameName(const char* raw, std::string_view name)
{
    const auto differ = [&]<class Word>(Word, std::size_t at) {
        Word a, b;
        std::memcpy(&a, raw + at, sizeof(Word));
        std::memcpy(&b, name.data() + at, sizeof(Word));
        return a != b;
    };
    const std::size_t size = name.size();
    if (raw[size] != '"')
        return false;
    if (size > 16)
        return std::memcmp(raw, name.data(), size) == 0;
    if (size >= 8)
        return !differ(std::uint64_t{}, 0) && !differ(std::uint64_t{}, size - 8);
    if (size >= 4)
        return !differ(std::uint32_t{}, 0) && !differ(std::uint32_t{}, size - 4);
    return std::string_view(raw, size) == name;
}

/// Names no table knows, to find doubled ones: a short list first, a hash set when an object is wide.
class UnknownNames {
public:
    [[nodiscard]] bool addNew(std::string_view name);

private:
    std::vector<std::string_view> m_few;
    std::unique_ptr<std::unordered_set<std::string_view>> m_many; ///< Rarely needed, and every object has one of these.
};

/// One document. Every method returns false after noting the first failure; callers return at once.
class JsonReader {
public:
    static constexpr int maxDepth = 64;

    /// Takes the bytes; text views handed out live as long as the reader.
    explicit JsonReader(std::string body);

    /// Visits the document's one object: onMember(index, value) for every known member that is not null, in the order sent.
    template <std::size_t N, class F>
    [[nodiscard]] bool document(const std::array<std::string_view, N>& names, Members& members, F&& onMember);
    /// The same for an object inside; `depth` is the object's own level (the document's object is level 1).
    template <std::size_t N, class F>
    [[nodiscard]] bool object(od::value value, const std::array<std::string_view, N>& names, int depth, Members& members, F&& onMember);
    /// onElement(value, index) for every element; `depth` is the array's own level.
    template <class F>
    [[nodiscard]] bool array(od::value value, std::string_view name, int depth, F&& onElement);

    // Scalars. `name` is what a failure is called.
    [[nodiscard]] bool text(od::value value, std::string_view name, std::string_view& out);
    [[nodiscard]] bool identifier(od::value value, std::string_view name, std::string_view& out); ///< 1–128 code points.
    [[nodiscard]] bool time(od::value value, std::string_view name, std::int64_t& micros);
    [[nodiscard]] bool number(od::value value, std::string_view name, double low, double high, double& out);
    [[nodiscard]] bool count(od::value value, std::string_view name, std::int64_t low, std::int64_t high, std::int64_t& out);
    [[nodiscard]] bool boolean(od::value value, std::string_view name, bool& out);

    /// The names of `mask` must be among `there`.
    template <std::size_t N>
    [[nodiscard]] bool require(const std::array<std::string_view, N>& names, std::uint32_t mask, std::uint32_t there);

    bool fail(VendorFault fault, std::string_view what);
    bool malformed(std::string_view what) { return fail(VendorFault::Malformed, what); }
    /// Names the place of a failure from the inside out: "reads[3].camera".
    bool within(std::string_view place);
    [[nodiscard]] VendorFailure failure() const;

private:
    template <std::size_t N, class F>
    [[nodiscard]] bool visit(od::object& object, const std::array<std::string_view, N>& names, int depth, Members& members, F&& onMember);
    /// Checks a value nobody asked for, down to its last member.
    [[nodiscard]] bool skip(od::value value, int depth);

    std::string m_body;
    od::parser m_parser;
    VendorFault m_fault = VendorFault::Malformed;
    std::string m_what;
};

/// Code points of valid UTF-8.
[[nodiscard]] std::size_t codePoints(std::string_view utf8);

// ---------------------------------------------------------------------------------------------------------------------

template <std::size_t N, class F>
bool JsonReader::visit(od::object& object, const std::array<std::string_view, N>& names, int depth, Members& members, F&& onMember)
{
    static_assert(N <= 32);
    UnknownNames unknown;
    std::size_t guess = 0;
    members = {};
    for (auto result : object) {
        od::field field;
        if (std::move(result).get(field))
            return malformed("object");
        od::value value = field.value();
        std::size_t index = N;
        if constexpr (N > 0) {
            // Vendors write the members of every object in the same order: the next name is nearly always the one after the last.
            const char* raw = field.key().raw();
            if (sameName(raw, names[guess])) {
                index = guess;
            } else {
                for (index = 0; index < N && !sameName(raw, names[index]); ++index) {
                }
            }
        }
        if (index == N) {
            std::string_view name = field.escaped_key();
            if (name.contains('\\')) {
                if (field.unescaped_key().get(name))
                    return malformed("name");
                for (index = 0; index < N && name != names[index]; ++index) {
                }
            }
            if (index == N) {
                if (!unknown.addNew(name))
                    return malformed("doubled name");
                if (!skip(value, depth + 1))
                    return false;
                continue;
            }
        }
        if constexpr (N > 0) {
            guess = index + 1 == N ? 0 : index + 1;
            const std::uint32_t bit = 1U << index;
            if (members.seen & bit)
                return fail(VendorFault::Malformed, "doubled name") || within(names[index]);
            members.seen |= bit;
            bool null = false;
            if (value.is_null().get(null))
                return malformed(names[index]);
            if (null)
                continue;
            members.present |= bit;
            if (!onMember(index, value))
                return false;
        }
    }
    return true;
}

template <std::size_t N, class F>
bool JsonReader::document(const std::array<std::string_view, N>& names, Members& members, F&& onMember)
{
    // The parser would step over a byte order mark; RFC 8259 forbids sending one.
    if (m_body.starts_with("\xEF\xBB\xBF"))
        return malformed("byte order mark");
    od::document document;
    od::object object;
    if (m_parser.iterate(simdjson::padded_string_view(m_body.data(), m_body.size(), m_body.capacity())).get(document) ||
        document.get_object().get(object))
        return malformed("JSON");
    if (!visit(object, names, 1, members, onMember))
        return false;
    return document.at_end() || malformed("text after the end");
}

template <std::size_t N, class F>
bool JsonReader::object(od::value value, const std::array<std::string_view, N>& names, int depth, Members& members, F&& onMember)
{
    od::object object;
    if (depth > maxDepth)
        return malformed("too deep");
    if (value.get_object().get(object))
        return malformed("object");
    return visit(object, names, depth, members, onMember);
}

template <class F>
bool JsonReader::array(od::value value, std::string_view name, int depth, F&& onElement)
{
    od::array elements;
    if (depth > maxDepth)
        return malformed("too deep");
    if (value.get_array().get(elements))
        return malformed(name);
    std::size_t index = 0;
    for (auto result : elements) {
        od::value element;
        if (std::move(result).get(element))
            return malformed(name);
        if (!onElement(element, index))
            return within(std::string(name) + '[' + std::to_string(index) + ']');
        ++index;
    }
    return true;
}

template <std::size_t N>
bool JsonReader::require(const std::array<std::string_view, N>& names, std::uint32_t mask, std::uint32_t there)
{
    const std::uint32_t missing = mask & ~there;
    return missing == 0 || malformed(names[static_cast<std::size_t>(std::countr_zero(missing))]);
}

} // namespace casebound
