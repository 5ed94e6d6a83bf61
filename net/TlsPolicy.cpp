#include "net/TlsPolicy.h"

#include "domain/OfficeProfile.h"

#include <algorithm>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace casebound {

namespace {

struct Free {
    void operator()(BIO* p) const { BIO_free(p); }
    void operator()(X509* p) const { X509_free(p); }
    void operator()(X509_CRL* p) const { X509_CRL_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

[[nodiscard]] Owned<BIO> reader(const QByteArray& pem)
{
    return Owned<BIO>(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

/// Every object of a PEM text; nothing where one of them is unreadable (the end of the text is not an error).
template <class T, class Read>
[[nodiscard]] std::optional<std::vector<Owned<T>>> readAll(const QByteArray& pem, Read read)
{
    std::vector<Owned<T>> all;
    const Owned<BIO> bio = reader(pem);
    if (!bio)
        return std::nullopt;
    ERR_clear_error();
    while (T* one = read(bio.get(), nullptr, nullptr, nullptr))
        all.emplace_back(one);
    const auto error = ERR_peek_last_error();
    ERR_clear_error();
    if (error != 0 && !(ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE))
        return std::nullopt;
    return all;
}

/// Revocation is checked for the whole chain where the profile has a list for each of its authorities, else for the server alone:
/// asking for lists that do not exist would refuse every server.
[[nodiscard]] unsigned long revocationFlags(const std::vector<Owned<X509>>& authorities, const std::vector<Owned<X509_CRL>>& lists)
{
    if (lists.empty())
        return 0;
    const bool complete = std::ranges::all_of(authorities, [&](const Owned<X509>& authority) {
        return std::ranges::any_of(lists, [&](const Owned<X509_CRL>& list) {
            return X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(authority.get())) == 0;
        });
    });
    return X509_V_FLAG_CRL_CHECK | (complete ? X509_V_FLAG_CRL_CHECK_ALL : 0UL);
}

using SharedNotes = std::shared_ptr<TlsNotes>;

void freeNotes(void*, void* held, CRYPTO_EX_DATA*, int, long, void*)
{
    delete static_cast<SharedNotes*>(held);
}

[[nodiscard]] int notesIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, freeNotes);
    return index;
}

[[nodiscard]] TlsNotes* notesOf(const SSL* ssl)
{
    const auto* held = static_cast<SharedNotes*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), notesIndex()));
    return held ? held->get() : nullptr;
}

void onInfo(const SSL* ssl, int where, int value)
{
    TlsNotes* notes = where & SSL_CB_ALERT ? notesOf(ssl) : nullptr;
    if (!notes || (value & 0xFF) == SSL_AD_CLOSE_NOTIFY)
        return;
    (where & SSL_CB_READ ? notes->alertReceived : notes->alertSent) = value & 0xFF;
}

int onVerify(int good, X509_STORE_CTX* context)
{
    if (good)
        return 1;
    const auto* ssl = static_cast<const SSL*>(X509_STORE_CTX_get_ex_data(context, SSL_get_ex_data_X509_STORE_CTX_idx()));
    TlsNotes* notes = ssl ? notesOf(ssl) : nullptr;
    if (notes && notes->verifyError == 0)
        notes->verifyError = X509_STORE_CTX_get_error(context);
    return 0;
}

int onCertificateAsked(SSL* ssl, void*)
{
    if (TlsNotes* notes = notesOf(ssl))
        notes->certificateAsked = true;
    return 1; // go on with the certificate of the context
}

} // namespace

bool TlsNotes::refusesOurCertificate() const
{
    switch (alertReceived) {
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_UNSUPPORTED_CERTIFICATE:
    case SSL_AD_CERTIFICATE_REVOKED:
    case SSL_AD_CERTIFICATE_EXPIRED:
    case SSL_AD_CERTIFICATE_UNKNOWN:
    case SSL_AD_UNKNOWN_CA:
    case SSL_AD_ACCESS_DENIED:
    case SSL_AD_CERTIFICATE_REQUIRED: return true;
    // TLS 1.2 has no certificate_required: a server that misses ours says handshake_failure after having asked for it.
    case SSL_AD_HANDSHAKE_FAILURE: return certificateAsked;
    default: return false;
    }
}

std::optional<TlsRefusal> TlsNotes::refusal() const
{
    switch (verifyError) {
    case X509_V_OK: break;
    case X509_V_ERR_CERT_HAS_EXPIRED: return TlsRefusal::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID: return TlsRefusal::NotYetValid;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH: return TlsRefusal::WrongHost;
    case X509_V_ERR_INVALID_PURPOSE: return TlsRefusal::WrongUse;
    case X509_V_ERR_CERT_REVOKED: return TlsRefusal::Revoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID:
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
    case X509_V_ERR_DIFFERENT_CRL_SCOPE: return TlsRefusal::RevocationUnknown;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK: return TlsRefusal::WeakKey;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: return TlsRefusal::ForeignAuthority;
    default: return TlsRefusal::Other; // OpenSSL names some ninety
    }
    if (alertSent == SSL_AD_NO_RENEGOTIATION)
        return TlsRefusal::Renegotiation;
    // The server's word for it is as good as ours: it has nothing newer to offer.
    if (alertSent == SSL_AD_PROTOCOL_VERSION || alertReceived == SSL_AD_PROTOCOL_VERSION)
        return TlsRefusal::OldProtocol;
    return alertSent >= 0 ? std::optional(TlsRefusal::Other) : std::nullopt;
}

std::expected<TlsPolicy, TlsPolicyFault> TlsPolicy::create(const VendorSettings& vendor, ClientIdentity identity)
{
    const auto authorities = readAll<X509>(vendor.caBundlePem, PEM_read_bio_X509);
    if (!authorities || authorities->empty())
        return std::unexpected(TlsPolicyFault::NoAuthority);
    const auto lists = readAll<X509_CRL>(vendor.crlPem, PEM_read_bio_X509_CRL);
    if (!lists || (lists->empty() && !vendor.crlPem.trimmed().isEmpty()))
        return std::unexpected(TlsPolicyFault::BadRevocations);
    if (identity.certificate && (!identity.key || X509_check_private_key(identity.certificate.get(), identity.key.get()) != 1)) {
        ERR_clear_error();
        return std::unexpected(TlsPolicyFault::KeyMismatch);
    }

    TlsPolicy policy;
    policy.m_store = std::shared_ptr<X509_STORE>(X509_STORE_new(), X509_STORE_free);
    if (!policy.m_store)
        return std::unexpected(TlsPolicyFault::NoAuthority);
    for (const auto& authority : *authorities) {
        if (X509_STORE_add_cert(policy.m_store.get(), authority.get()) != 1)
            return std::unexpected(TlsPolicyFault::NoAuthority);
    }
    for (const auto& list : *lists) {
        if (X509_STORE_add_crl(policy.m_store.get(), list.get()) != 1)
            return std::unexpected(TlsPolicyFault::BadRevocations);
    }
    // What the signed profile lists is an anchor, also an intermediate authority.
    X509_STORE_set_flags(policy.m_store.get(),
                         X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN | revocationFlags(*authorities, *lists));
    for (const QByteArray& pin : vendor.pins) {
        if (pin.size() != 32)
            return std::unexpected(TlsPolicyFault::BadPin);
        policy.m_pins += (policy.m_pins.isEmpty() ? "sha256//" : ";sha256//") + pin.toBase64();
    }
    policy.m_identity = std::move(identity);
    policy.m_host = vendor.address.host(QUrl::FullyEncoded).toLatin1();
    return policy;
}

bool TlsPolicy::apply(SSL_CTX* context, std::shared_ptr<TlsNotes> notes) const
{
    if (SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(context, "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                         "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256") != 1 ||
        SSL_CTX_set_ciphersuites(context, "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256") != 1 ||
        SSL_CTX_set1_groups_list(context, "P-256:P-384") != 1 ||
        SSL_CTX_set1_sigalgs_list(context, "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:"
                                           "rsa_pss_rsae_sha512:rsa_pss_pss_sha256:rsa_pss_pss_sha384:RSA+SHA256:RSA+SHA384") != 1)
        return false;
    SSL_CTX_set_security_level(context, 2);
    SSL_CTX_set1_cert_store(context, m_store.get());
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, onVerify);
    if (!m_host.isEmpty()) {
        // libcurl would take the common name where there is no alternative one.
        X509_VERIFY_PARAM* rules = SSL_CTX_get0_param(context);
        X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        if (X509_VERIFY_PARAM_set1_ip_asc(rules, m_host.constData()) != 1 && X509_VERIFY_PARAM_set1_host(rules, m_host.constData(), 0) != 1)
            return false;
        ERR_clear_error();
    }

    if (m_identity.isGiven()) {
        const std::shared_ptr<EVP_PKEY> key = m_identity.currentKey ? m_identity.currentKey() : m_identity.key;
        if (!key || SSL_CTX_use_certificate(context, m_identity.certificate.get()) != 1 || SSL_CTX_use_PrivateKey(context, key.get()) != 1)
            return false;
        for (const auto& link : m_identity.chain) {
            if (SSL_CTX_add1_chain_cert(context, link.get()) != 1)
                return false;
        }
    }
    // Our notes live as long as the context, which a pooled connection keeps.
    auto held = std::make_unique<SharedNotes>(std::move(notes));
    if (SSL_CTX_set_ex_data(context, notesIndex(), held.get()) != 1)
        return false;
    static_cast<void>(held.release());
    SSL_CTX_set_info_callback(context, onInfo);
    SSL_CTX_set_cert_cb(context, onCertificateAsked, nullptr);
    return true;
}

} // namespace casebound
