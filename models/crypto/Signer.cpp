#include "crypto/Signer.h"

#include "crypto/OpenSsl.h"

namespace casebound {
namespace {

constexpr qsizetype largestSignature = 1 << 20;
constexpr int fewestRsaBits = 3072;

bool isGroup(const EVP_PKEY* key, const char* wanted)
{
    char group[64] = {};
    return key && EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
           qstrcmp(group, wanted) == 0;
}

} // namespace

std::expected<SignatureClaim, CryptoFault> readSignatureClaim(QByteArrayView cms, const Certificate& signer)
{
    const ErrorQueue errors;
    if (cms.isEmpty() || cms.size() > largestSignature)
        return std::unexpected(CryptoFault::BadInput);
    const auto* at = reinterpret_cast<const unsigned char*>(cms.data());
    const auto* end = at + cms.size();
    const CmsPtr message(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(cms.size())));
    if (!message || at != end || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed || CMS_is_detached(message.get()) != 1)
        return std::unexpected(CryptoFault::BadInput);
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(message.get());
    if (!signers || sk_CMS_SignerInfo_num(signers) != 1)
        return std::unexpected(CryptoFault::BadInput);
    CMS_SignerInfo* one = sk_CMS_SignerInfo_value(signers, 0);
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(one, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* name = nullptr;
    if (digest)
        X509_ALGOR_get0(&name, nullptr, nullptr, digest);
    const int nid = name ? OBJ_obj2nid(name) : NID_undef;
    return SignatureClaim{.bySigner = CMS_SignerInfo_cert_cmp(one, signer.handle()) == 0,
                          .strongDigest = nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512};
}

bool hasStrongKey(const Certificate& certificate)
{
    const ErrorQueue errors;
    const EVP_PKEY* key = X509_get0_pubkey(certificate.handle());
    return isGroup(key, "prime256v1") || isGroup(key, "secp384r1") ||
           (key && EVP_PKEY_is_a(key, "RSA") && EVP_PKEY_get_bits(key) >= fewestRsaBits);
}

bool hasP256Key(const Certificate& certificate)
{
    const ErrorQueue errors;
    return isGroup(X509_get0_pubkey(certificate.handle()), "prime256v1");
}

bool isP256PublicKey(QByteArrayView publicKeyDer)
{
    const ErrorQueue errors;
    if (publicKeyDer.isEmpty() || publicKeyDer.size() > 1024)
        return false;
    const auto* at = reinterpret_cast<const unsigned char*>(publicKeyDer.data());
    const auto* end = at + publicKeyDer.size();
    const PkeyPtr key(d2i_PUBKEY(nullptr, &at, static_cast<long>(publicKeyDer.size())));
    return at == end && isGroup(key.get(), "prime256v1");
}

} // namespace casebound
