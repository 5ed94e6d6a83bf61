// A time stamp service of the office's choice (RFC 3161), as an export sees it.
#pragma once

#include "domain/Vendor.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <expected>

namespace casebound {

/// A TimeStampResp as it came; nothing has looked into it but that it is no larger than a stamp can be.
using StampAnswer = std::expected<QByteArray, VendorFailure>;

/// Calls come from the window's thread and return at once; futures finish on it.
class TimeStamper {
public:
    virtual ~TimeStamper() = default;
    /// With a TimeStampReq, DER: a hash and a nonce. Nobody is told what was hashed, or who asks.
    [[nodiscard]] virtual QFuture<StampAnswer> stamp(QByteArray query) = 0;
    [[nodiscard]] virtual QString host() const = 0;
};

} // namespace casebound
