// A server of the office's own choice beside the vendor (map tiles, time stamps): the TLS policy of the vendor's connections, one origin,
// no redirect, nothing on disk.
#pragma once

#include "net/HttpTransport.h"

#include <QByteArrayList>
#include <QFuture>

#include <expected>
#include <memory>

namespace casebound {

/// What of the profile cannot be used; nothing is ever asked then.
enum class OfficeServerFault { BadAddress, NoAuthority, BadRevocations };

/// Lives on one thread with an event loop. Who sits at the workstation is not told: no certificate of a person is shown to this server.
/// Destroyed, what is under way ends with Cancelled.
class OfficeServer {
public:
    using Answer = std::expected<QByteArray, VendorFailure>;
    /// What a status other than 200 is called.
    using FaultOf = VendorFault (*)(int status);

    /// Of `address` the origin counts, and its host. `caBundlePem`: the only authorities believed; empty: the vendor's, with their
    /// revocations.
    [[nodiscard]] static std::expected<std::unique_ptr<OfficeServer>, OfficeServerFault>
    create(const QUrl& address, const QByteArray& caBundlePem, const VendorSettings& vendor);

    /// Asked once: neither followed nor tried again. A 200 without a body, or of another media type than `types`, is malformed.
    [[nodiscard]] QFuture<Answer> ask(HttpRequest request, const QByteArrayList& types, FaultOf faultOf);
    [[nodiscard]] const QString& host() const { return m_host; }

private:
    OfficeServer(QString host, VendorOrigin origin, TlsPolicy policy);

    const QString m_host;
    HttpTransport m_transport;
};

} // namespace casebound
