#include "domain/OfficeProfile.h"

#include <algorithm>

namespace casebound {

const RosterUser* OfficeProfile::user(const UserId& id) const
{
    const auto found = std::ranges::find(roster, id, &RosterUser::id);
    return found == roster.end() || id.isEmpty() ? nullptr : &*found;
}

const RosterUser* OfficeProfile::userByCertificate(const QByteArray& certificate) const
{
    // An entry without a fingerprint must not match a credential without one.
    const auto found = std::ranges::find(roster, certificate, &RosterUser::certificateSha256);
    return found == roster.end() || certificate.isEmpty() ? nullptr : &*found;
}

} // namespace casebound
