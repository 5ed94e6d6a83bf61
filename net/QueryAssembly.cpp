#include "net/QueryAssembly.h"

#include "domain/Text.h"
#include "net/JsonReader.h"
#include "net/ReadJson.h"

#include <QRandomGenerator>

#include <algorithm>

namespace casebound {

namespace {

constexpr std::size_t readRowEstimate = 800;  ///< Bytes of JSON per read, for reserving.
constexpr std::size_t mostReserved = 100'000; ///< Reads a vendor's word is taken for; address space until they are there.

} // namespace

struct QueryAssembly::Private {
    std::string queryId;
    ReadRules rules;
    SeenReads seen;
    JsonIndex index;
    std::unordered_set<std::string> cursors;
    QueryReceipt receipt;

    [[nodiscard]] std::expected<QueryPage, VendorFailure> page(std::string body, Instant now, bool isFirst);
    [[nodiscard]] bool settle(JsonReader& reader, const ReadJson& reads, const std::optional<std::string_view>& next);
};

QueryAssembly::QueryAssembly(const QueryTerms& terms, VendorOrigin origin, std::size_t limit)
    : d(std::make_unique<Private>(Private{
          .queryId = terms.id.text().toStdString(),
          .rules = {.plate = terms.plate.text().toStdString(),
                    .from = terms.from,
                    .to = terms.to,
                    .origin = std::move(origin),
                    .limit = limit,
                    .seed = QRandomGenerator::system()->generate64() | 1, // 0 would mean an unkeyed hash
                    .otherSeed = QRandomGenerator::system()->generate64() | 1},
          .seen = {},
          .index = {},
          .cursors = {},
          .receipt = {},
      }))
{
}

QueryAssembly::~QueryAssembly() = default;

std::expected<QueryPage, VendorFailure> QueryAssembly::first(std::string body, Instant now)
{
    return d->page(std::move(body), now, true);
}

std::expected<QueryPage, VendorFailure> QueryAssembly::later(std::string body, Instant now)
{
    return d->page(std::move(body), now, false);
}

const QueryReceipt& QueryAssembly::receipt() const
{
    return d->receipt;
}

std::expected<QueryPage, VendorFailure> QueryAssembly::Private::page(std::string body, Instant now, bool isFirst)
{
    // The first three are on both kinds of page.
    static constexpr JsonNames names("query_id", "reads", "next", "received_at", "receipt", "total");
    constexpr std::uint32_t idAndReads = 0b11, nextBit = 0b100, firstOnly = 1U << 3 | 1U << 5;

    const std::size_t expected = std::min(body.size() / readRowEstimate, rules.limit);
    seen.reserve(seen.size() + expected);
    JsonReader reader(std::move(body), index);
    ReadJson reads(reader, rules, seen, now);
    reads.reserve(expected);
    Members members;
    std::string_view id, next, receiptText;
    std::int64_t receivedAt = 0, total = 0;
    const bool ok = reader.document(names, members, [&](std::size_t member) {
        switch (member) {
        case 0: return reader.identifier(names[0], id);
        case 1: return reads.reads();
        case 2: return reader.identifier(names[2], next);
        // A later page may say these again; only the first one's count.
        case 3: return reader.time(names[3], receivedAt);
        case 4: return reader.text(names[4], receiptText);
        case 5: return reader.count(names[5], 0, std::int64_t{1} << 53, total);
        default: return false;
        }
    });
    if (!ok || !reader.require(names, idAndReads | (isFirst ? firstOnly : 0), members.present) ||
        !reader.require(names, nextBit, members.seen))
        return std::unexpected(reader.failure());
    if (isFirst) {
        if (receiptText.size() > 1024 && codePoints(receiptText) > 1024) {
            reader.malformed("receipt");
            return std::unexpected(reader.failure());
        }
        receipt = {.receivedAt = Instant(std::chrono::microseconds(receivedAt)),
                   .receipt = textFromUtf8(receiptText),
                   .total = total,
                   .duplicates = 0};
    }
    if (id != queryId) {
        reader.fail(VendorFault::Inconsistent, "query_id");
        return std::unexpected(reader.failure());
    }
    std::optional<std::string_view> cursor;
    if (members.present & nextBit)
        cursor = next;
    receipt.duplicates += reads.duplicates();
    if (!settle(reader, reads, cursor))
        return std::unexpected(reader.failure());
    index.trim();
    ReadSet set = reads.take();
    if (isFirst && cursor) // the receiver appends the later pages to this one
        set.reserveLikewise(std::min(static_cast<std::size_t>(receipt.total), mostReserved));
    return QueryPage{.reads = std::move(set), .total = receipt.total, .next = cursor ? std::optional(std::string(*cursor)) : std::nullopt};
}

bool QueryAssembly::Private::settle(JsonReader& reader, const ReadJson& reads, const std::optional<std::string_view>& next)
{
    const auto count = static_cast<std::int64_t>(seen.size());
    if (count > receipt.total)
        return reader.fail(VendorFault::Inconsistent, "more reads than the total");
    if (!next)
        return count == receipt.total || reader.fail(VendorFault::Inconsistent, "fewer reads than the total");
    if (reads.written() == 0)
        return reader.fail(VendorFault::Inconsistent, "an empty page with a cursor");
    return cursors.emplace(*next).second || reader.fail(VendorFault::Inconsistent, "a cursor seen before");
}

} // namespace casebound
