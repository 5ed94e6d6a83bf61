#include "crypto/TimeStamp.h"

#include "crypto/Aead.h"
#include "crypto/Digest.h"
#include "crypto/OpenSsl.h"

#include <openssl/ts.h>

#include <ctime>
#include <optional>

namespace casebound {

namespace {

using RequestPtr = std::unique_ptr<TS_REQ, OpenSslFree<TS_REQ_free>>;
using ResponsePtr = std::unique_ptr<TS_RESP, OpenSslFree<TS_RESP_free>>;
using ImprintPtr = std::unique_ptr<TS_MSG_IMPRINT, OpenSslFree<TS_MSG_IMPRINT_free>>;
using AlgorithmPtr = std::unique_ptr<X509_ALGOR, OpenSslFree<X509_ALGOR_free>>;
using IntegerPtr = std::unique_ptr<ASN1_INTEGER, OpenSslFree<ASN1_INTEGER_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;
using CheckPtr = std::unique_ptr<TS_VERIFY_CTX, OpenSslFree<TS_VERIFY_CTX_free>>;

constexpr int nonceSize = 16;

/// All of the bytes, or nothing.
template <class Pointer>
Pointer parsed(QByteArrayView der, auto parse)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* const end = at + der.size();
    Pointer object(parse(nullptr, &at, static_cast<long>(der.size())));
    return at == end ? std::move(object) : Pointer();
}

bool isStrongImprint(TS_TST_INFO* info)
{
    const X509_ALGOR* algorithm = TS_MSG_IMPRINT_get_algo(TS_TST_INFO_get_msg_imprint(info));
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    const int id = OBJ_obj2nid(name);
    return id == NID_sha512 || id == NID_sha384 || id == NID_sha256;
}

std::optional<Instant> timeOf(const TS_TST_INFO* info)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1)
        return std::nullopt;
    return Instant(std::chrono::seconds(::timegm(&parts)));
}

/// Of the one who signed the token; nothing where there is not exactly one.
std::optional<Certificate> signerOf(TS_RESP* response)
{
    STACK_OF(X509)* signers = PKCS7_get0_signers(TS_RESP_get_token(response), nullptr, 0);
    X509* signer = signers && sk_X509_num(signers) == 1 ? sk_X509_value(signers, 0) : nullptr;
    if (signer)
        X509_up_ref(signer);
    sk_X509_free(signers);
    return signer ? std::optional(Certificate::adopt(signer)) : std::nullopt;
}

} // namespace

std::expected<QByteArray, CryptoFault> makeTimeStampQuery(QByteArrayView bytes)
{
    const ErrorQueue errors;
    Sha512 sum;
    sum.add(bytes);
    QByteArray digest = sum.finish();
    QByteArray random = randomBytes(nonceSize);
    const RequestPtr request(TS_REQ_new());
    const ImprintPtr imprint(TS_MSG_IMPRINT_new());
    const AlgorithmPtr algorithm(X509_ALGOR_new());
    if (!request || !imprint || !algorithm || random.size() != nonceSize)
        return std::unexpected(CryptoFault::Internal);
    random[0] = static_cast<char>((random[0] & 0x7f) | 0x40); // never shorter, and never negative
    const NumberPtr number(BN_bin2bn(reinterpret_cast<const unsigned char*>(random.constData()), nonceSize, nullptr));
    const IntegerPtr nonce(number ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    unsigned char* der = nullptr;
    const bool made =
        nonce && X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha512), V_ASN1_NULL, nullptr) == 1 &&
        TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
        TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(digest.data()), static_cast<int>(digest.size())) == 1 &&
        TS_REQ_set_version(request.get(), 1) == 1 && TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
        TS_REQ_set_nonce(request.get(), nonce.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
    const int size = made ? i2d_TS_REQ(request.get(), &der) : -1;
    if (size <= 0)
        return std::unexpected(CryptoFault::Internal);
    QByteArray query(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return query;
}

std::expected<TimeStamp, CryptoFault> checkTimeStamp(QByteArrayView bytesOfResponse, QByteArrayView bytes,
                                                     std::span<const Certificate> anchors, Instant at, QByteArrayView query)
{
    const ErrorQueue errors;
    if (bytesOfResponse.size() > largestTimeStamp || query.size() > largestTimeStamp || bytes.size() > largestTimeStamp)
        return std::unexpected(CryptoFault::BadInput);
    const ResponsePtr response = parsed<ResponsePtr>(bytesOfResponse, d2i_TS_RESP);
    TS_TST_INFO* info = response ? TS_RESP_get_tst_info(response.get()) : nullptr;
    if (!info || !isStrongImprint(info))
        return std::unexpected(CryptoFault::BadInput);

    const CheckPtr check(TS_VERIFY_CTX_new());
    X509StorePtr store(X509_STORE_new());
    BioPtr content(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    if (!check || !store || !content)
        return std::unexpected(CryptoFault::Internal);
    unsigned flags = TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_DATA;
    if (!query.isEmpty()) {
        const RequestPtr request = parsed<RequestPtr>(query, d2i_TS_REQ);
        if (!request || !TS_REQ_to_TS_VERIFY_CTX(request.get(), check.get()))
            return std::unexpected(CryptoFault::BadInput);
        flags |= TS_VFY_NONCE;
    }
    for (const Certificate& anchor : anchors) {
        if (X509_STORE_add_cert(store.get(), anchor.handle()) != 1)
            return std::unexpected(CryptoFault::Internal);
    }
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    TS_VERIFY_CTX_set_flags(check.get(), static_cast<int>(flags));
    // Both are the check's from here on.
    if (TS_VERIFY_CTX_set0_store(check.get(), store.release()) != 1 || TS_VERIFY_CTX_set0_data(check.get(), content.release()) != 1)
        return std::unexpected(CryptoFault::Internal);
    if (TS_RESP_verify_response(check.get(), response.get()) != 1) {
        const unsigned long why = ERR_peek_last_error();
        const bool chain = ERR_GET_LIB(why) == ERR_LIB_TS && ERR_GET_REASON(why) == TS_R_CERTIFICATE_VERIFY_ERROR;
        return std::unexpected(chain ? CryptoFault::Untrusted : CryptoFault::BadSignature);
    }
    const auto moment = timeOf(info);
    auto authority = signerOf(response.get());
    if (!moment || !authority)
        return std::unexpected(CryptoFault::BadInput);
    return TimeStamp{.at = *moment, .authority = *std::move(authority)};
}

} // namespace casebound
