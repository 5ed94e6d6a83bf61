#include "app/CredentialProblem.h"

namespace casebound {

SignInProblem problemOf(CredentialFault fault)
{
    switch (fault) {
    case CredentialFault::WrongPin: return SignInProblem::WrongPin;
    case CredentialFault::WrongPinFewLeft: return SignInProblem::WrongPinFewLeft;
    case CredentialFault::WrongPinLastTry: return SignInProblem::WrongPinLastTry;
    case CredentialFault::Locked: return SignInProblem::Locked;
    case CredentialFault::Removed: return SignInProblem::CardRemoved;
    case CredentialFault::NoDriver: return SignInProblem::NoCardDriver;
    case CredentialFault::NoCard: return SignInProblem::NoCard;
    case CredentialFault::NoCertificate: return SignInProblem::NoCertificateOnCard;
    case CredentialFault::SeveralCertificates: return SignInProblem::SeveralCertificates;
    case CredentialFault::Unusable: return SignInProblem::CredentialUnusable;
    }
    return SignInProblem::CredentialUnusable;
}

SignInProblem problemOf(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::WeakKey:
    case CertificateProblem::Untrusted:
    case CertificateProblem::WrongUse: return SignInProblem::CertificateUntrusted;
    case CertificateProblem::NotYetValid: return SignInProblem::CertificateNotYetValid;
    case CertificateProblem::Expired: return SignInProblem::CertificateExpired;
    case CertificateProblem::Revoked: return SignInProblem::CertificateRevoked;
    case CertificateProblem::BadRevocationList:
    case CertificateProblem::NoRevocationList:
    case CertificateProblem::StaleRevocationList: return SignInProblem::RevocationUnknown;
    }
    return SignInProblem::CertificateUntrusted;
}

} // namespace casebound
