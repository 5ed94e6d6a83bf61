#include "crypto/CertificateCheck.h"

#include "crypto/OpenSsl.h"
#include "crypto/Signer.h"

#include <openssl/pem.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <vector>

namespace casebound {
namespace {

using CrlPtr = std::unique_ptr<X509_CRL, OpenSslFree<X509_CRL_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, OpenSslFree<X509_STORE_CTX_free>>;

constexpr qsizetype largestLists = 16 << 20;

std::optional<std::vector<CrlPtr>> readLists(QByteArrayView pem)
{
    std::vector<CrlPtr> lists;
    if (pem.size() > largestLists)
        return std::nullopt;
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    while (X509_CRL* one = bio ? PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr) : nullptr)
        lists.emplace_back(one);
    const unsigned long last = ERR_peek_last_error();
    if (lists.empty() || ERR_GET_LIB(last) != ERR_LIB_PEM || ERR_GET_REASON(last) != PEM_R_NO_START_LINE)
        return std::nullopt;
    return lists;
}

CertificateProblem problemOf(int error, int depth)
{
    switch (error) {
    case X509_V_ERR_CERT_NOT_YET_VALID: return depth == 0 ? CertificateProblem::NotYetValid : CertificateProblem::Untrusted;
    case X509_V_ERR_CERT_HAS_EXPIRED: return depth == 0 ? CertificateProblem::Expired : CertificateProblem::Untrusted;
    case X509_V_ERR_CERT_REVOKED: return CertificateProblem::Revoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_DIFFERENT_CRL_SCOPE: return CertificateProblem::NoRevocationList;
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID: return CertificateProblem::StaleRevocationList;
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CRL_SIGNATURE:
    case X509_V_ERR_ERROR_IN_CRL_LAST_UPDATE_FIELD:
    case X509_V_ERR_ERROR_IN_CRL_NEXT_UPDATE_FIELD:
    case X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
    case X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION: return CertificateProblem::BadRevocationList;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK: return CertificateProblem::WeakKey;
    case X509_V_ERR_INVALID_PURPOSE: return depth == 0 ? CertificateProblem::WrongUse : CertificateProblem::Untrusted;
    default: return CertificateProblem::Untrusted; // OpenSSL names some ninety ways a chain does not hold
    }
}

/// Problems that were met, of which OpenSSL would report only the one it came upon first.
int collect(int good, X509_STORE_CTX* context)
{
    if (good)
        return 1;
    auto& met = *static_cast<std::vector<CertificateProblem>*>(X509_STORE_CTX_get_app_data(context));
    met.push_back(problemOf(X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context)));
    return 1; // go on: it is refused all the same, below
}

/// What the lists say of the authorities on the way, whom X509_verify_cert() does not ask them about where the way ends at one that the
/// office trusts by name.
void checkAuthorities(X509_STORE_CTX* context, const std::vector<CrlPtr>& lists, std::span<const Certificate> anchors, std::time_t now,
                      std::vector<CertificateProblem>& met)
{
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context);
    const auto isAnchor = [&](X509* one) {
        return std::ranges::any_of(anchors, [one](const Certificate& anchor) { return X509_cmp(anchor.handle(), one) == 0; });
    };
    /// Signed by somebody of the list's issuer's name whom the office trusts, or who stands on the way.
    const auto isGenuine = [&](X509_CRL* list) {
        const auto signedBy = [list](X509* one) {
            return X509_NAME_cmp(X509_get_subject_name(one), X509_CRL_get_issuer(list)) == 0 &&
                   (X509_get_key_usage(one) & KU_CRL_SIGN) != 0 && X509_CRL_verify(list, X509_get0_pubkey(one)) == 1;
        };
        if (std::ranges::any_of(anchors, signedBy, &Certificate::handle))
            return true;
        for (int n = 1; chain && n < sk_X509_num(chain); ++n) {
            if (signedBy(sk_X509_value(chain, n)))
                return true;
        }
        return false;
    };
    for (int n = 1; chain && n < sk_X509_num(chain); ++n) {
        X509* authority = sk_X509_value(chain, n);
        bool listed = false;
        for (const CrlPtr& list : lists) {
            if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_issuer_name(authority)) != 0 || !isGenuine(list.get()))
                continue;
            listed = true;
            X509_REVOKED* entry = nullptr;
            if (X509_CRL_get0_by_cert(list.get(), &entry, authority) == 1)
                met.push_back(CertificateProblem::Revoked);
            std::time_t at = now;
            if (X509_cmp_time(X509_CRL_get0_lastUpdate(list.get()), &at) > 0 ||
                (X509_CRL_get0_nextUpdate(list.get()) && X509_cmp_time(X509_CRL_get0_nextUpdate(list.get()), &at) < 0))
                met.push_back(CertificateProblem::StaleRevocationList);
        }
        // One that the office trusts by name need not be on a list; one that only came along with the credential must.
        if (!listed && !isAnchor(authority))
            met.push_back(CertificateProblem::NoRevocationList);
    }
}

} // namespace

std::expected<void, CertificateProblem> checkCertificate(const Certificate& certificate, std::span<const Certificate> intermediates,
                                                         std::span<const Certificate> anchors, QByteArrayView crlPem, Instant at)
{
    const ErrorQueue errors;
    const auto refuse = [](CertificateProblem why) { return std::unexpected(why); };
    if (!hasP256Key(certificate))
        return refuse(CertificateProblem::WeakKey);
    const X509StorePtr store(X509_STORE_new());
    const X509StackPtr others(sk_X509_new_null());
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (!store || !others || !context)
        return refuse(CertificateProblem::Untrusted);
    for (const Certificate& anchor : anchors) {
        if (X509_STORE_add_cert(store.get(), anchor.handle()) != 1)
            return refuse(CertificateProblem::Untrusted);
    }
    for (const Certificate& one : intermediates) {
        if (X509_add_cert(others.get(), one.handle(), X509_ADD_FLAG_UP_REF) != 1)
            return refuse(CertificateProblem::Untrusted);
    }
    std::vector<CertificateProblem> met;
    std::vector<CrlPtr> lists;
    unsigned long flags = X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN;
    if (!QByteArrayView(crlPem).trimmed().isEmpty()) {
        auto read = readLists(crlPem);
        if (!read)
            return refuse(CertificateProblem::BadRevocationList);
        lists = *std::move(read);
        for (const CrlPtr& list : lists) {
            if (X509_STORE_add_crl(store.get(), list.get()) != 1)
                return refuse(CertificateProblem::BadRevocationList);
            // A list that never says when it is out of date could be withheld for ever.
            if (!X509_CRL_get0_nextUpdate(list.get()))
                met.push_back(CertificateProblem::StaleRevocationList);
        }
        flags |= X509_V_FLAG_CRL_CHECK;
    }
    if (X509_STORE_CTX_init(context.get(), store.get(), certificate.handle(), others.get()) != 1)
        return refuse(CertificateProblem::Untrusted);
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(rules, flags);
    X509_VERIFY_PARAM_set_time(rules, std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SSL_CLIENT);
    X509_VERIFY_PARAM_set_auth_level(rules, 2); // 112 bits and more, SHA-1 refused
    X509_STORE_CTX_set_app_data(context.get(), &met);
    X509_STORE_CTX_set_verify_cb(context.get(), collect);
    if (X509_verify_cert(context.get()) != 1)
        met.push_back(CertificateProblem::Untrusted);
    if (!lists.empty())
        checkAuthorities(context.get(), lists, anchors, std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count(), met);
    if (!met.empty())
        return refuse(std::ranges::min(met));
    // An authority's own certificate names nobody.
    if (X509_check_ca(certificate.handle()) != 0)
        return refuse(CertificateProblem::WrongUse);
    return {};
}

} // namespace casebound
