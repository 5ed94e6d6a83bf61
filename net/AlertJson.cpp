#include "net/AlertJson.h"

#include "domain/Text.h"
#include "net/JsonText.h"
#include "net/ReadJson.h"

#include <QRandomGenerator>

#include <limits>

namespace casebound {

namespace {

[[nodiscard]] Instant instant(std::int64_t micros)
{
    return Instant(std::chrono::microseconds(micros));
}

/// One entry; `document`: the answer is this object, otherwise it is on this level of it.
[[nodiscard]] bool readAlert(JsonReader& reader, std::optional<int> level, VendorAlert& out)
{
    static constexpr JsonNames names("alert_id", "owner", "plate", "jurisdiction", "case_number", "reason_code", "reason_text",
                                     "expires_at", "state", "created_at", "updated_at");
    constexpr std::uint32_t required = 1U << 0 | 1U << 2 | 1U << 4 | 1U << 5 | 1U << 6 | 1U << 7 | 1U << 8;
    Members members;
    const auto text = [&](std::string_view name, QString& to) {
        std::string_view view;
        if (!reader.text(name, view))
            return false;
        to = textFromUtf8(view);
        return true;
    };
    const auto identifier = [&](std::string_view name, QString& to) {
        std::string_view view;
        if (!reader.identifier(name, view))
            return false;
        to = textFromUtf8(view);
        return true;
    };
    const auto onMember = [&](std::size_t member) {
        const std::string_view name = names[member];
        std::int64_t micros = 0;
        switch (member) {
        case 0: return identifier(name, out.alertId);
        case 1: return identifier(name, out.owner);
        case 2: return text(name, out.plate);
        case 3: return text(name, out.jurisdiction);
        case 4: return text(name, out.caseNumber);
        case 5: return text(name, out.reasonCode);
        case 6: return text(name, out.reasonText);
        case 7:
            if (!reader.time(name, micros))
                return false;
            out.expiresAt = instant(micros);
            return true;
        case 8: {
            std::string_view state;
            if (!reader.text(name, state))
                return false;
            out.active = state == "active";
            return out.active || state == "suspended" || reader.malformed(name);
        }
        case 9:
        case 10: return reader.time(name, micros);
        default: return false;
        }
    };
    const bool ok = level ? reader.object(names, *level, members, onMember) : reader.document(names, members, onMember);
    return ok && reader.require(names, required, members.present);
}

/// What hits are held against; a read of any time that has been.
[[nodiscard]] ReadRules hitRules(const VendorOrigin& origin)
{
    return {.plate = {},
            .from = instant(std::numeric_limits<std::int64_t>::min()),
            .to = instant(std::numeric_limits<std::int64_t>::max()),
            .origin = origin,
            .limit = 1,
            .seed = QRandomGenerator::system()->generate64() | 1,
            .otherSeed = QRandomGenerator::system()->generate64() | 1};
}

[[nodiscard]] bool readHit(JsonReader& reader, std::optional<int> level, const ReadRules& rules, Instant now, AlertHit& out)
{
    static constexpr JsonNames names("hit_id", "alert_id", "read");
    Members members;
    std::string_view hitId, alertId;
    SeenReads seen;
    ReadJson read(reader, rules, seen, now);
    const auto onMember = [&](std::size_t member) {
        switch (member) {
        case 0: return reader.identifier(names[0], hitId);
        case 1: return reader.identifier(names[1], alertId);
        case 2: return read.one(level.value_or(1) + 1) || reader.within(names[2]);
        default: return false;
        }
    };
    const bool ok = level ? reader.object(names, *level, members, onMember) : reader.document(names, members, onMember);
    if (!ok || !reader.require(names, 0b111, members.present))
        return false;
    out.hitId = textFromUtf8(hitId);
    out.alertId = textFromUtf8(alertId);
    out.read = unpack(read.take(), 0);
    out.receivedAt = now;
    return true;
}

} // namespace

QByteArray alertBody(const AlertEntry& entry)
{
    QByteArray out;
    const auto text = [&out](const char* name, const QString& value, bool emptyIsNull = false) {
        out += out.isEmpty() ? "{\"" : ",\"";
        out += name;
        out += "\":";
        if (emptyIsNull && value.isEmpty())
            out += "null";
        else
            appendJsonText(out, value);
    };
    text("plate", entry.plate.text());
    text("jurisdiction", entry.jurisdiction.text(), true);
    text("case_number", entry.caseNumber.text());
    text("reason_code", entry.reasonCode.text());
    text("reason_text", entry.reasonText);
    text("expires_at", toRfc3339(entry.expiresAt));
    text("state", entry.state == AlertState::Active ? QStringLiteral("active") : QStringLiteral("suspended"));
    out += '}';
    return out;
}

std::expected<VendorAlert, VendorFailure> parseAlert(std::string body)
{
    JsonIndex index;
    JsonReader reader(std::move(body), index);
    VendorAlert out;
    if (!readAlert(reader, {}, out))
        return std::unexpected(reader.failure());
    return out;
}

std::expected<AlertPage, VendorFailure> parseAlertPage(std::string body)
{
    static constexpr JsonNames names("alerts", "next");
    JsonIndex index;
    JsonReader reader(std::move(body), index);
    AlertPage out;
    Members members;
    std::string_view next;
    const bool ok = reader.document(names, members, [&](std::size_t member) {
        if (member == 1)
            return reader.identifier(names[1], next);
        return reader.array(names[0], 2, [&](std::size_t) { return readAlert(reader, 3, out.alerts.emplace_back()); });
    });
    if (!ok || !reader.require(names, 0b01, members.present) || !reader.require(names, 0b10, members.seen))
        return std::unexpected(reader.failure());
    if (members.present & 0b10)
        out.next = std::string(next);
    return out;
}

std::expected<AlertHit, VendorFailure> parseHit(std::string data, const VendorOrigin& origin, Instant now)
{
    const ReadRules rules = hitRules(origin);
    JsonIndex index;
    JsonReader reader(std::move(data), index);
    AlertHit out;
    if (!readHit(reader, {}, rules, now, out))
        return std::unexpected(reader.failure());
    return out;
}

std::expected<HitPage, VendorFailure> parseHitPage(std::string body, const VendorOrigin& origin, Instant now, std::size_t limit)
{
    static constexpr JsonNames names("hits", "next");
    const ReadRules rules = hitRules(origin);
    JsonIndex index;
    JsonReader reader(std::move(body), index);
    HitPage out;
    Members members;
    std::string_view next;
    const bool ok = reader.document(names, members, [&](std::size_t member) {
        if (member == 1)
            return reader.identifier(names[1], next);
        return reader.array(names[0], 2, [&](std::size_t at) {
            if (at >= limit)
                return reader.fail(VendorFault::Inconsistent, "more hits than the limit");
            return readHit(reader, 3, rules, now, out.hits.emplace_back());
        });
    });
    if (!ok || !reader.require(names, 0b01, members.present) || !reader.require(names, 0b10, members.seen))
        return std::unexpected(reader.failure());
    if (members.present & 0b10) {
        if (out.hits.empty() || out.hits.back().hitId != textFromUtf8(next)) {
            reader.fail(VendorFault::Inconsistent, "next is not the last hit");
            return std::unexpected(reader.failure());
        }
        out.next = std::string(next);
    }
    return out;
}

} // namespace casebound
