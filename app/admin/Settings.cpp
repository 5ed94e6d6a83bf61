// vendor and policy: what the profile says of everything but people.
#include "admin/AdminCommand.h"
#include "admin/BannerFile.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

AdminResult<> number(const AdminCall& call, const QString& option, const std::function<void(int)>& set)
{
    if (!call.options.isSet(option))
        return {};
    bool good = false;
    const int value = call.options.value(option).toInt(&good);
    if (!good)
        return std::unexpected(u"--%1 is not a number. Nothing was changed."_s.arg(option));
    set(value);
    return {};
}

AdminResult<> banner(const AdminCall& call, OfficeProfile& draft)
{
    if (!call.options.isSet(u"banner"_s))
        return {};
    const auto bytes = readAnyFile(call.options.value(u"banner"_s));
    if (!bytes)
        return std::unexpected(bytes.error());
    auto text = readBanner(*bytes);
    if (!text)
        return std::unexpected(text.error());
    draft.banner = *std::move(text);
    return {};
}

AdminResult<> reasons(const AdminCall& call, OfficeProfile& draft)
{
    for (const QString& code : call.options.values(u"withdraw"_s)) {
        if (!std::ranges::contains(draft.withdrawnReasons, ReasonCode(code)))
            draft.withdrawnReasons.push_back(ReasonCode(code));
    }
    for (const QString& code : call.options.values(u"restore"_s)) {
        if (std::erase(draft.withdrawnReasons, ReasonCode(code)) == 0)
            return std::unexpected(u"The reason %1 was not withdrawn. Nothing was changed."_s.arg(code));
    }
    return {};
}

AdminResult<> retention(const AdminCall& call, OfficeProfile& draft)
{
    for (const QString& rule : call.options.values(u"retention"_s)) {
        const QStringList parts = rule.split(u'=');
        bool good = false;
        const int years = parts.value(1).toInt(&good);
        if (parts.size() != 2 || !good)
            return std::unexpected(u"--retention is SCHEDULE=YEARS, such as criminal_case=20. Nothing was changed."_s);
        std::erase_if(draft.retention, [&](const RetentionRule& one) { return one.schedule == parts[0]; });
        draft.retention.push_back({.schedule = parts[0], .years = years});
    }
    return {};
}

AdminResult<> fips(const AdminCall& call, OfficeProfile& draft)
{
    if (!call.options.isSet(u"fips"_s))
        return {};
    const QString value = call.options.value(u"fips"_s);
    if (value != "on"_L1 && value != "off"_L1)
        return std::unexpected(u"--fips is on or off. Nothing was changed."_s);
    draft.fips = value == "on"_L1;
    return {};
}

} // namespace

AdminResult<> setVendor(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    VendorSettings& vendor = office->draft.vendor;
    if (call.options.isSet(u"address"_s))
        vendor.address = QUrl(call.options.value(u"address"_s), QUrl::StrictMode);
    if (const auto set = fileOption(call, u"ca"_s, vendor.caBundlePem); !set)
        return set;
    if (const auto set = fileOption(call, u"crl"_s, vendor.crlPem); !set)
        return set;
    if (call.options.isSet(u"pin"_s) || call.options.isSet(u"no-pins"_s))
        vendor.pins.clear();
    static const QRegularExpression sha256Hex(u"\\A[0-9A-Fa-f]{64}\\z"_s);
    for (const QString& pin : call.options.values(u"pin"_s)) {
        // Qt skips what is no digit, and a pin that is not what was typed pins something else.
        if (!sha256Hex.match(pin).hasMatch())
            return std::unexpected(
                u"--pin is 64 hexadecimal digits: the SHA-256 of the vendor's SubjectPublicKeyInfo. Nothing was changed."_s);
        vendor.pins.push_back(QByteArray::fromHex(pin.toLatin1()));
    }
    if (const auto saved = office->saveDraft(); !saved)
        return saved;
    call.out << u"Vendor: "_s << vendor.address.toString() << u", "_s << vendor.pins.size() << u" pins.\n"_s;
    return {};
}

AdminResult<> setPolicy(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    OfficeProfile& draft = office->draft;
    const auto done =
        number(call, u"house-years"_s, [&](int value) { draft.limits.houseYears = value; })
            .and_then([&] { return number(call, u"administrative-years"_s, [&](int value) { draft.limits.administrativeYears = value; }); })
            .and_then([&] { return number(call, u"idle-minutes"_s, [&](int value) { draft.idleLock = std::chrono::minutes(value); }); })
            .and_then([&] { return number(call, u"results-hours"_s, [&](int value) { draft.resultsLife = std::chrono::hours(value); }); })
            .and_then([&] { return number(call, u"pass-mark"_s, [&](int value) { draft.passMarkPercent = value; }); })
            .and_then([&] { return number(call, u"metres"_s, [&](int value) { draft.sensitivePlaces.metres = value; }); })
            .and_then([&] { return banner(call, draft); })
            .and_then([&] { return reasons(call, draft); })
            .and_then([&] { return retention(call, draft); })
            .and_then([&] { return reviewPolicy(call, draft.reviewPolicy); })
            .and_then([&] { return fips(call, draft); })
            .and_then([&] { return fileOption(call, u"people-ca"_s, draft.people.caBundlePem); })
            .and_then([&] { return fileOption(call, u"people-crl"_s, draft.people.crlPem); });
    if (!done)
        return done;
    if (call.options.isSet(u"witness"_s))
        draft.witnessFolder = call.options.value(u"witness"_s);
    if (call.options.isSet(u"card-driver"_s))
        draft.people.cardDriver = call.options.value(u"card-driver"_s);
    if (call.options.isSet(u"recovery"_s)) {
        const auto certificate = readCertificate(call.options.value(u"recovery"_s));
        if (!certificate)
            return std::unexpected(certificate.error());
        draft.recoveryCertificateDer = certificate->der();
    }
    return office->saveDraft();
}

} // namespace casebound
