#pragma once

namespace casebound {

/// Why a cryptographic call refused. The OpenSSL error queue is emptied; no detail of a secret is kept.
enum class CryptoFault {
    BadInput, ///< Not the expected format, out of bounds, or an unacceptable algorithm.
    WrongPassphrase,
    NotForThisKey, ///< An envelope without a recipient entry for the key.
    BadSignature,  ///< Signature or authentication tag does not hold.
    Untrusted,     ///< The signature holds, its certificate leads to no anchor or is not valid at the time.
    Internal,      ///< OpenSSL failed for another reason.
};

} // namespace casebound
