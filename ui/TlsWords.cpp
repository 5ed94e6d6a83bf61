// What we held against the vendor's server, in words. Nothing of a query has left by then.
#include "ui/Words.h"

namespace casebound {

FailureWords Words::of(TlsRefusal refusal)
{
    switch (refusal) {
    case TlsRefusal::Expired:
        return {
            tr("The certificate of the vendor’s server has expired."),
            tr("Nothing was sent. Check this workstation’s date; if it is right, tell the office administrator, who tells the vendor.")};
    case TlsRefusal::NotYetValid:
        return {tr("The certificate of the vendor’s server is not valid yet."),
                tr("Nothing was sent. Check this workstation’s date and time; if they are right, tell the office administrator.")};
    case TlsRefusal::WrongHost:
        return {tr("The vendor’s server showed a certificate for another address."),
                tr("Nothing was sent. Do not go round this: it may be somebody else’s server. Tell the office administrator.")};
    case TlsRefusal::ForeignAuthority:
        return {tr("The vendor’s server was certified by an authority that the office profile does not name."),
                tr("Nothing was sent. Do not go round this: somebody may be listening in between. Tell the office administrator.")};
    case TlsRefusal::WrongUse:
        return {tr("The vendor’s server showed a certificate that was not issued for a server."),
                tr("Nothing was sent. Tell the office administrator, who tells the vendor.")};
    case TlsRefusal::Revoked:
        return {tr("The certificate of the vendor’s server was revoked."),
                tr("Nothing was sent. Do not go round this; tell the office administrator, who asks the vendor what happened.")};
    case TlsRefusal::RevocationUnknown:
        return {tr("Nobody can tell whether the certificate of the vendor’s server was revoked: the list in the office profile is overdue "
                   "or of another authority."),
                tr("Nothing was sent. Ask the office administrator for a profile with the vendor’s current list.")};
    case TlsRefusal::WeakKey:
        return {tr("The vendor’s server has a key that is too weak to rely on."),
                tr("Nothing was sent. Tell the office administrator; the vendor needs another certificate.")};
    case TlsRefusal::OldProtocol:
        return {tr("The vendor’s server offers only outdated encryption, older than TLS 1.2."),
                tr("Nothing was sent. Tell the office administrator; the vendor’s server has to be renewed.")};
    case TlsRefusal::PinMismatch:
        return {tr("The vendor’s server showed another key than the ones the office profile names."),
                tr("Nothing was sent. Do not go round this. The administrator asks the vendor by telephone whether its key was changed.")};
    case TlsRefusal::NotMutual:
        return {tr("The vendor’s server did not ask for your certificate."),
                tr("Nothing was sent, for it would not have known who asks. Tell the office administrator.")};
    case TlsRefusal::Renegotiation:
        return {tr("The vendor’s server wanted to agree on other keys in the middle of a connection."),
                tr("The connection was ended, and no answer was used. Tell the office administrator.")};
    case TlsRefusal::Other:
        return {tr("The vendor’s server could not prove who it is."),
                tr("Nothing was sent. Do not go round this; tell the office administrator.")};
    }
    return {};
}

} // namespace casebound
