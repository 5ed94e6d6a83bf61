#include "net/AuditJson.h"

#include "domain/Text.h"
#include "net/JsonReader.h"

#include <QHash>

#include <limits>

namespace casebound {

namespace {

[[nodiscard]] Instant instant(std::int64_t micros)
{
    return Instant(std::chrono::microseconds(micros));
}

/// Text of any kind, but not of any length.
[[nodiscard]] bool boundedText(JsonReader& reader, std::string_view name, std::size_t longest, QString& to)
{
    std::string_view view;
    if (!reader.text(name, view))
        return false;
    if (view.size() > longest && codePoints(view) > longest)
        return reader.malformed(name);
    to = textFromUtf8(view);
    return true;
}

[[nodiscard]] bool identifier(JsonReader& reader, std::string_view name, QString& to)
{
    std::string_view view;
    if (!reader.identifier(name, view))
        return false;
    to = textFromUtf8(view);
    return true;
}

[[nodiscard]] bool time(JsonReader& reader, std::string_view name, Instant& to)
{
    std::int64_t micros = 0;
    if (!reader.time(name, micros))
        return false;
    to = instant(micros);
    return true;
}

/// A full-date (RFC 3339): ten characters, a day that exists.
[[nodiscard]] bool date(JsonReader& reader, std::string_view name, std::optional<QDate>& to)
{
    std::string_view text;
    if (!reader.text(name, text))
        return false;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(at, count)) {
            if (c < '0' || c > '9')
                return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return reader.malformed(name);
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 1 || month < 1 || day < 1 || !QDate::isValid(year, month, day))
        return reader.malformed(name);
    to = QDate(year, month, day);
    return true;
}

[[nodiscard]] bool readEntry(JsonReader& reader, VendorAuditEntry& out)
{
    static constexpr JsonNames names("query_id", "user_id", "on_behalf_of", "plate", "jurisdiction", "from", "to", "case_number",
                                     "reason_code", "reason_text", "received_at", "total");
    constexpr std::uint32_t mayBeNull = 1U << 2 | 1U << 4 | 1U << 11;
    constexpr std::uint32_t required = ((1U << 12) - 1) & ~mayBeNull;
    Members members;
    const bool ok = reader.object(names, 3, members, [&](std::size_t member) {
        const std::string_view name = names[member];
        switch (member) {
        case 0: return identifier(reader, name, out.queryId);
        case 1: return identifier(reader, name, out.userId);
        case 2: return identifier(reader, name, out.onBehalfOf);
        case 3: return identifier(reader, name, out.plate);
        case 4: return identifier(reader, name, out.jurisdiction);
        case 5: return time(reader, name, out.from);
        case 6: return time(reader, name, out.to);
        case 7: return identifier(reader, name, out.caseNumber);
        case 8: return identifier(reader, name, out.reasonCode);
        case 9: return boundedText(reader, name, longestReason, out.reasonText);
        case 10: return time(reader, name, out.receivedAt);
        case 11: {
            std::int64_t total = 0;
            if (!reader.count(name, 0, std::numeric_limits<int>::max(), total))
                return false;
            out.total = total;
            return true;
        }
        default: return false;
        }
    });
    if (!ok || !reader.require(names, required, members.present))
        return false;
    return out.from <= out.to || reader.fail(VendorFault::Inconsistent, "from is later than to");
}

[[nodiscard]] bool readUser(JsonReader& reader, VendorUser& out)
{
    static constexpr JsonNames names("user_id", "name", "active", "trained_on", "training_expires_on");
    Members members;
    const bool ok = reader.object(names, 3, members, [&](std::size_t member) {
        const std::string_view name = names[member];
        switch (member) {
        case 0: return identifier(reader, name, out.userId);
        case 1: return boundedText(reader, name, longestName, out.name);
        case 2: return reader.boolean(name, out.active);
        case 3: return date(reader, name, out.trainedOn);
        case 4: return date(reader, name, out.trainingExpiresOn);
        default: return false;
        }
    });
    return ok && reader.require(names, 0b111, members.present);
}

/// What both pages have in common: a list of things, and the way on. `readOne` takes one element of it.
template <class Row, class Read>
[[nodiscard]] bool readPage(JsonReader& reader, const JsonNames<2>& names, std::vector<Row>& rows, std::optional<std::string>& next,
                            Read&& readOne)
{
    Members members;
    std::string_view cursor;
    const bool ok = reader.document(names, members, [&](std::size_t member) {
        if (member == 1)
            return reader.identifier(names[1], cursor);
        return reader.array(names[0], 2, [&](std::size_t at) {
            if (at >= longestOversightPage)
                return reader.fail(VendorFault::TooLarge, "more than a page holds");
            return readOne(rows.emplace_back());
        });
    });
    if (!ok || !reader.require(names, 0b01, members.present) || !reader.require(names, 0b10, members.seen))
        return false;
    if (members.present & 0b10)
        next = std::string(cursor);
    return true;
}

/// Identical repeats go, the first stays where it is. False: two with one key differ.
template <class Row>
[[nodiscard]] bool dropRepeats(std::vector<Row>& rows, QString Row::* key)
{
    QHash<QString, const Row*> first;
    first.reserve(std::ssize(rows));
    bool same = true;
    for (const Row& row : rows) {
        const auto known = first.constFind(row.*key);
        if (known == first.cend())
            first.insert(row.*key, &row);
        else
            same = same && row == **known;
    }
    if (!same || first.size() == std::ssize(rows))
        return same;
    std::vector<Row> kept;
    kept.reserve(static_cast<std::size_t>(first.size()));
    for (const Row& row : rows)
        if (first.value(row.*key) == &row)
            kept.push_back(row);
    rows = std::move(kept);
    return true;
}

} // namespace

std::expected<AuditPage, VendorFailure> parseAuditPage(std::string body, Instant from, Instant to)
{
    static constexpr JsonNames names("entries", "next");
    JsonIndex index;
    JsonReader reader(std::move(body), index);
    AuditPage out;
    const auto read = [&](VendorAuditEntry& entry) {
        if (!readEntry(reader, entry))
            return false;
        return (from <= entry.receivedAt && entry.receivedAt <= to) ||
               reader.fail(VendorFault::Inconsistent, "received outside the period");
    };
    if (!readPage(reader, names, out.entries, out.next, read))
        return std::unexpected(reader.failure());
    if (!dropRepeats(out.entries, &VendorAuditEntry::queryId)) {
        reader.fail(VendorFault::Inconsistent, "query_id");
        return std::unexpected(reader.failure());
    }
    return out;
}

std::expected<UserPage, VendorFailure> parseUserPage(std::string body)
{
    static constexpr JsonNames names("users", "next");
    JsonIndex index;
    JsonReader reader(std::move(body), index);
    UserPage out;
    if (!readPage(reader, names, out.users, out.next, [&](VendorUser& user) { return readUser(reader, user); }))
        return std::unexpected(reader.failure());
    if (!dropRepeats(out.users, &VendorUser::userId)) {
        reader.fail(VendorFault::Inconsistent, "user_id");
        return std::unexpected(reader.failure());
    }
    return out;
}

} // namespace casebound
