#include "net/VendorJson.h"

#include "domain/Text.h"
#include "net/JsonReader.h"

#include <limits>

namespace casebound {

namespace {

constexpr std::int64_t maxInt = std::numeric_limits<int>::max();

[[nodiscard]] QString toString(std::string_view text)
{
    return textFromUtf8(text);
}

[[nodiscard]] bool readStrings(JsonReader& reader, std::string_view name, QStringList& out)
{
    return reader.array(name, 2, [&](std::size_t) {
        std::string_view text;
        if (!reader.text({}, text))
            return false;
        out.append(toString(text));
        return true;
    });
}

/// "<major>.<minor>" in digits; the major number, or -1.
[[nodiscard]] int majorVersion(std::string_view api)
{
    const auto dot = api.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > 6 || dot + 1 == api.size() || api.size() > 16)
        return -1;
    int major = 0;
    for (std::size_t i = 0; i < api.size(); ++i) {
        if (i == dot)
            continue;
        if (api[i] < '0' || api[i] > '9')
            return -1;
        if (i < dot)
            major = major * 10 + (api[i] - '0');
    }
    return major;
}

} // namespace

std::expected<VendorCapabilities, VendorFailure> parseCapabilities(std::string body)
{
    static constexpr JsonNames names("vendor", "api", "time", "query_audit", "audit_fields", "alert_stream", "user_list",
                                     "max_lookback_days", "page_limit_max", "alert_list_max", "image_formats", "claimed_plate_accuracy");
    constexpr std::uint32_t required = (1U << 11) - 1; // all but the claimed accuracy

    JsonIndex index;
    JsonReader reader(std::move(body), index);
    VendorCapabilities out;
    Members members;
    std::string_view api;
    const auto number = [&](std::string_view name, std::int64_t low, int& to) {
        std::int64_t wide = 0;
        if (!reader.count(name, low, maxInt, wide))
            return false;
        to = static_cast<int>(wide);
        return true;
    };
    const bool ok = reader.document(names, members, [&](std::size_t member) {
        const std::string_view name = names[member];
        switch (member) {
        case 0: {
            std::string_view text;
            if (!reader.identifier(name, text))
                return false;
            out.vendor = toString(text);
            return true;
        }
        case 1: return reader.text(name, api);
        case 2: {
            std::int64_t micros = 0;
            if (!reader.time(name, micros))
                return false;
            out.time = Instant(std::chrono::microseconds(micros));
            return true;
        }
        case 3: return reader.boolean(name, out.queryAudit);
        case 4: return readStrings(reader, name, out.auditFields);
        case 5: return reader.boolean(name, out.alertStream);
        case 6: return reader.boolean(name, out.userList);
        case 7: return number(name, 1, out.maxLookbackDays);
        case 8: return number(name, 1, out.pageLimitMax);
        case 9: return number(name, 0, out.alertListMax);
        case 10: return readStrings(reader, name, out.imageFormats);
        case 11: {
            double accuracy = 0;
            if (!reader.number(name, 0, 1, accuracy))
                return false;
            out.claimedPlateAccuracy = accuracy;
            return true;
        }
        default: return false;
        }
    });
    if (!ok || !reader.require(names, required, members.present))
        return std::unexpected(reader.failure());
    const int major = majorVersion(api);
    out.api = toString(api);
    if (major < 0) {
        reader.malformed("api");
        return std::unexpected(reader.failure());
    }
    if (major != 1) {
        reader.fail(VendorFault::Inconsistent, "api " + std::string(api));
        return std::unexpected(reader.failure());
    }
    return out;
}

QString VendorProblem::words() const
{
    return (detail.isEmpty() ? title : detail).left(1024);
}

VendorProblem parseProblem(std::string body)
{
    static constexpr JsonNames names("type", "title", "status", "detail", "code");
    JsonIndex index;
    JsonReader reader(std::move(body), index);
    VendorProblem out;
    Members members;
    const auto text = [&](std::string_view name, QString& to) {
        std::string_view view;
        if (!reader.text(name, view))
            return false;
        to = toString(view);
        return true;
    };
    const bool ok = reader.document(names, members, [&](std::size_t member) {
        switch (member) {
        case 0: return text(names[0], out.type);
        case 1: return text(names[1], out.title);
        case 2: {
            std::int64_t status = 0;
            if (!reader.count(names[2], 100, 599, status))
                return false;
            out.status = static_cast<int>(status);
            return true;
        }
        case 3: return text(names[3], out.detail);
        case 4: return text(names[4], out.code);
        default: return false;
        }
    });
    return ok ? out : VendorProblem{};
}

} // namespace casebound
