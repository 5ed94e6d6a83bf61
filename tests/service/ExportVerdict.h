// What casebound-verify says of what a desk exported.
#pragma once

#include "service/ExportDesk.h"
#include "verify/BagCheck.h"

namespace casebound {

[[nodiscard]] inline BagReport verified(const ExportDesk& desk, const QString& path)
{
    BagOptions options;
    (void)options.keys.addPublicKey(desk.logKey.publicKeyDer());
    options.anchors = {desk.people.authority.authority()};
    options.recipientKey = desk.people.recipientKey;
    return checkBag(path, options);
}

} // namespace casebound
