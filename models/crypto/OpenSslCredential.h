// A credential whose key OpenSSL can use, wherever it lies: what TLS needs of it.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/PrivateKey.h"
#include "ports/Credential.h"

#include <vector>

namespace casebound {

/// The handles live as long as this object. A card's key signs and agrees, and cannot be exported (toPkcs8() is empty).
class OpenSslCredential : public Credential {
public:
    [[nodiscard]] virtual const PrivateKey& key() const = 0;
    [[nodiscard]] virtual const Certificate& certificate() const = 0;
    [[nodiscard]] virtual const std::vector<Certificate>& chain() const = 0; ///< Intermediates to send along.
};

} // namespace casebound
