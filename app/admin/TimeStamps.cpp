// time-stamps: who stamps the time on the signatures of exports (R12, RFC 3161).
#include "admin/AdminCommand.h"

namespace casebound {

using namespace Qt::StringLiterals;

QString timeStampWords(const TimeStampService& service)
{
    return service.address.isEmpty() ? u"none"_s
                                     : u"%1, %2"_s.arg(service.address.toString(QUrl::FullyEncoded),
                                                       service.caBundlePem.isEmpty() ? u"the vendor's authorities for TLS"_s
                                                                                     : u"authorities of its own for TLS"_s);
}

AdminResult<> setTimeStamps(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    TimeStampService service = office->draft.timeStamps;
    if (call.options.isSet(u"address"_s)) {
        const QString address = call.options.value(u"address"_s);
        service.address = QUrl(address, QUrl::StrictMode);
        if (!address.isEmpty() && !service.address.isValid())
            return std::unexpected(u"--address is no address. Nothing was changed."_s);
    }
    if (const auto set = fileOption(call, u"authorities"_s, service.authoritiesPem); !set)
        return set;
    if (const auto set = fileOption(call, u"ca"_s, service.caBundlePem); !set)
        return set;
    if (service.address.isEmpty())
        service = {};
    if (call.options.isSet(u"address"_s) || call.options.isSet(u"authorities"_s) || call.options.isSet(u"ca"_s)) {
        office->draft.timeStamps = service;
        if (const auto saved = office->saveDraft(); !saved)
            return saved;
    }
    call.out << u"Time stamps: "_s << timeStampWords(service) << u'\n';
    return {};
}

} // namespace casebound
