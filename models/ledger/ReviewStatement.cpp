#include "ledger/ReviewStatement.h"

#include "ledger/AuditEntry.h"
#include "ledger/Jcs.h"

#include <QUuid>

#include <algorithm>
#include <functional>
#include <limits>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestNote = 256 << 10, longestText = 2'000, longestId = 256, longestCheckpoint = 16 << 10;
constexpr std::int64_t mostEntries = (std::int64_t{1} << 53) - 1;
const QString openingRecord = u"casebound review"_s, itemRecord = u"casebound review item"_s,
              statementRecord = u"casebound review statement"_s, signedRecord = u"casebound signed review"_s;

/// Takes members off an object; good() only where each was there, of its form, and none is left over.
class Reader {
public:
    Reader(QByteArrayView bytes, const QString& record)
    {
        auto value = readJcs(bytes, largestNote);
        if (!value || !value->object()) {
            m_good = false;
            return;
        }
        m_value = *std::move(value);
        if (text(u"record", 64) != record || number(u"version") != 1)
            m_good = false;
    }
    QString text(QStringView name, qsizetype most, qsizetype least = 1)
    {
        const JcsValue* member = take(name);
        if (!member || !member->text() || member->text()->size() < least || member->text()->size() > most) {
            m_good = false;
            return {};
        }
        return *member->text();
    }
    std::int64_t number(QStringView name, std::int64_t most = mostEntries)
    {
        const JcsValue* member = take(name);
        if (!member || !member->number() || *member->number() < 0 || *member->number() > most) {
            m_good = false;
            return 0;
        }
        return *member->number();
    }
    std::uint64_t entry(QStringView name) { return static_cast<std::uint64_t>(number(name)); }
    int count(QStringView name) { return static_cast<int>(number(name, 1'000'000)); }
    QString id(QStringView name)
    {
        const QString written = text(name, 36, 36);
        m_good = m_good && !QUuid::fromString(written).isNull();
        return written;
    }
    Instant instant(QStringView name)
    {
        const auto at = parseInstant(text(name, 40));
        m_good = m_good && at;
        return at.value_or(Instant{});
    }
    Hash hash(QStringView name)
    {
        const QByteArray hex = text(name, 64, 64).toLatin1();
        const QByteArray bytes = QByteArray::fromHex(hex);
        Hash read{};
        if (bytes.size() != qsizetype(read.size()) || bytes.toHex() != hex) {
            m_good = false;
            return read;
        }
        std::ranges::copy(bytes, reinterpret_cast<char*>(read.data()));
        return read;
    }
    [[nodiscard]] bool has(QStringView name) const { return m_good && m_value.find(name); }
    /// Each an object of its own.
    template <class Take>
    void objects(QStringView name, std::size_t most, Take takeOne)
    {
        const JcsValue* member = take(name);
        if (!member || !member->array() || member->array()->empty() || member->array()->size() > most) {
            m_good = false;
            return;
        }
        for (const JcsValue& one : *member->array()) {
            Reader inner(one);
            takeOne(inner);
            require(inner.good());
        }
    }
    void require(bool holds) { m_good = m_good && holds; }
    [[nodiscard]] bool good() const { return m_good && m_value.object() && m_taken == m_value.object()->size(); }

private:
    explicit Reader(const JcsValue& value) : m_value(value), m_good(value.object() != nullptr) {}
    const JcsValue* take(QStringView name)
    {
        const JcsValue* member = m_good ? m_value.find(name) : nullptr;
        m_taken += member ? 1 : 0;
        return member;
    }
    JcsValue m_value{JcsValue::Object{}};
    std::size_t m_taken = 0;
    bool m_good = true;
};

JcsValue number(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

JcsValue hex(const Hash& hash)
{
    return QString::fromLatin1(toBytes(hash).toHex());
}

JcsValue::Object membersOf(const ReviewOpening& opening, const QString& record, const QString& origin)
{
    JcsValue::Object members{{u"record"_s, record},
                             {u"version"_s, std::int64_t{1}},
                             {u"review"_s, opening.id},
                             {u"origin"_s, origin},
                             {u"from"_s, toRfc3339(opening.period.from)},
                             {u"to"_s, toRfc3339(opening.period.to)},
                             {u"first"_s, number(opening.period.first)},
                             {u"end"_s, number(opening.period.end)},
                             {u"sample_percent"_s, std::int64_t{opening.sizes.percent}},
                             {u"sample_least"_s, std::int64_t{opening.sizes.least}},
                             {u"sample_most"_s, std::int64_t{opening.sizes.most}}};
    if (opening.others.empty())
        return members;
    JcsValue::Array others;
    for (const ReviewedLog& log : opening.others)
        others.push_back(JcsValue::Object{{u"origin"_s, log.origin},
                                          {u"size"_s, number(log.size)},
                                          {u"root"_s, hex(log.root)},
                                          {u"first"_s, number(log.first)},
                                          {u"end"_s, number(log.end)}});
    members.emplace_back(u"others"_s, std::move(others));
    return members;
}

ReviewOpening openingOf(Reader& reader, QString& origin)
{
    ReviewOpening opening{.id = reader.id(u"review"), .period = {}, .sizes = {}};
    origin = reader.text(u"origin", longestId);
    opening.period = {
        .from = reader.instant(u"from"), .to = reader.instant(u"to"), .first = reader.entry(u"first"), .end = reader.entry(u"end")};
    opening.sizes = {
        .percent = reader.count(u"sample_percent"), .least = reader.count(u"sample_least"), .most = reader.count(u"sample_most")};
    reader.require(opening.period.from < opening.period.to && opening.period.first <= opening.period.end);
    if (reader.has(u"others"))
        reader.objects(u"others", mostOtherLogs, [&](Reader& one) {
            ReviewedLog log{.origin = one.text(u"origin", longestId), .size = one.entry(u"size"), .root = one.hash(u"root")};
            log.first = one.entry(u"first");
            log.end = one.entry(u"end");
            one.require(log.first <= log.end && log.end <= log.size && log.size < reviewEntry(1, 0));
            opening.others.push_back(std::move(log));
        });
    const auto byOrigin = [](const ReviewedLog& a, const ReviewedLog& b) { return a.origin.toUtf8() < b.origin.toUtf8(); };
    // In one order alone, each once, and none of them this log.
    reader.require(std::ranges::adjacent_find(opening.others, std::not_fn(byOrigin)) == opening.others.end() &&
                   !std::ranges::contains(opening.others, origin, &ReviewedLog::origin));
    return opening;
}

QByteArray written(JcsValue::Object members)
{
    // The one way to fail is a lone surrogate, which no service lets through; an empty note is refused by who signs or appends it.
    return writeJcs(JcsValue(std::move(members))).value_or(QByteArray());
}

} // namespace

QByteArray writeReviewOpening(const ReviewOpening& opening, const QString& origin)
{
    return written(membersOf(opening, openingRecord, origin));
}

std::optional<ReviewOpening> parseReviewOpening(QByteArrayView bytes)
{
    Reader reader(bytes, openingRecord);
    QString origin;
    ReviewOpening opening = openingOf(reader, origin);
    return reader.good() ? std::optional(std::move(opening)) : std::nullopt;
}

QByteArray writeReviewItem(const ReviewItemNote& item)
{
    JcsValue::Object members{{u"record"_s, itemRecord},       {u"version"_s, std::int64_t{1}},
                             {u"review"_s, item.review},      {u"entry"_s, number(item.entry)},
                             {u"owner"_s, item.owner.text()}, {u"verdict"_s, itemVerdictWord(item.verdict)},
                             {u"note"_s, item.note}};
    if (!item.log.isEmpty())
        members.emplace_back(u"log"_s, item.log);
    return written(std::move(members));
}

std::optional<ReviewItemNote> parseReviewItem(QByteArrayView bytes)
{
    Reader reader(bytes, itemRecord);
    ReviewItemNote item{.review = reader.id(u"review"),
                        .log = reader.has(u"log") ? reader.text(u"log", longestId) : QString(),
                        .entry = reader.entry(u"entry"),
                        .owner = UserId(reader.text(u"owner", longestId)),
                        .note = {}};
    const auto verdict = itemVerdictFromWord(reader.text(u"verdict", 16));
    item.verdict = verdict.value_or(ItemVerdict::InOrder);
    item.note = reader.text(u"note", longestText, 0);
    reader.require(verdict.has_value());
    return reader.good() ? std::optional(std::move(item)) : std::nullopt;
}

QByteArray writeReviewStatement(const ReviewStatement& statement)
{
    JcsValue::Object members = membersOf(statement.opening, statementRecord, statement.origin);
    members.emplace_back(u"opened"_s, number(statement.opened));
    members.emplace_back(u"opened_root"_s, hex(statement.openedRoot));
    members.emplace_back(u"period_root"_s, hex(statement.periodRoot));
    members.emplace_back(u"size"_s, number(statement.size));
    members.emplace_back(u"root"_s, hex(statement.root));
    members.emplace_back(u"items"_s, number(statement.items));
    members.emplace_back(u"in_order"_s, number(statement.inOrder));
    members.emplace_back(u"question"_s, number(statement.question));
    members.emplace_back(u"refer"_s, number(statement.refer));
    members.emplace_back(u"left"_s, number(statement.left));
    members.emplace_back(u"items_sha256"_s, hex(statement.itemsSha256));
    members.emplace_back(u"signed_by"_s, statement.signedBy.text());
    members.emplace_back(u"signed_at"_s, toRfc3339(statement.signedAt));
    members.emplace_back(u"checkpoint"_s, statement.checkpoint);
    return written(std::move(members));
}

std::optional<ReviewStatement> parseReviewStatement(QByteArrayView bytes)
{
    Reader reader(bytes, statementRecord);
    ReviewStatement statement;
    statement.opening = openingOf(reader, statement.origin);
    statement.opened = reader.entry(u"opened");
    statement.openedRoot = reader.hash(u"opened_root");
    statement.periodRoot = reader.hash(u"period_root");
    statement.size = reader.entry(u"size");
    statement.root = reader.hash(u"root");
    statement.items = reader.entry(u"items");
    statement.inOrder = reader.entry(u"in_order");
    statement.question = reader.entry(u"question");
    statement.refer = reader.entry(u"refer");
    statement.left = reader.entry(u"left");
    statement.itemsSha256 = reader.hash(u"items_sha256");
    statement.signedBy = UserId(reader.text(u"signed_by", longestId));
    statement.signedAt = reader.instant(u"signed_at");
    statement.checkpoint = reader.text(u"checkpoint", longestCheckpoint);
    reader.require(statement.items == statement.inOrder + statement.question + statement.refer + statement.left);
    return reader.good() ? std::optional(std::move(statement)) : std::nullopt;
}

QByteArray writeSignedReview(QByteArrayView statement, QByteArrayView signature)
{
    return written({{u"record"_s, signedRecord},
                    {u"version"_s, std::int64_t{1}},
                    {u"statement"_s, QString::fromUtf8(statement)},
                    {u"signature"_s, QString::fromLatin1(signature.toByteArray().toBase64())}});
}

std::optional<std::pair<QByteArray, QByteArray>> parseSignedReview(QByteArrayView bytes)
{
    Reader reader(bytes, signedRecord);
    const QByteArray statement = reader.text(u"statement", largestNote).toUtf8();
    const QByteArray base64 = reader.text(u"signature", largestNote, 4).toLatin1();
    const QByteArray signature = QByteArray::fromBase64(base64);
    reader.require(!signature.isEmpty() && signature.toBase64() == base64);
    return reader.good() ? std::optional(std::pair(statement, signature)) : std::nullopt;
}

} // namespace casebound
