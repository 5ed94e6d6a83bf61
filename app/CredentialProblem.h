// What the faults of keys, cards and certificates mean for a sign-in.
#pragma once

#include "crypto/CertificateCheck.h"
#include "ports/Credential.h"
#include "service/Failure.h"

namespace casebound {

[[nodiscard]] SignInProblem problemOf(CredentialFault fault);
[[nodiscard]] SignInProblem problemOf(CertificateProblem problem);

} // namespace casebound
