#include "crypto/CardCredential.h"

#include "crypto/Cms.h"
#include "crypto/CmsEnvelope.h"
#include "crypto/OpenSsl.h"
#include "crypto/Providers.h"
#include "crypto/Signer.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/provider.h>
#include <openssl/store.h>
#include <openssl/ui.h>

#include <QFile>

#include <cstring>

namespace casebound {

using namespace Qt::StringLiterals;

/// A library context that holds the card alone (and encodings). Shared with the key: OpenSSL's key refers to it.
struct CardCredential::Context {
    OSSL_LIB_CTX* library = nullptr;
    std::vector<OSSL_PROVIDER*> providers;

    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context()
    {
        for (OSSL_PROVIDER* provider : providers)
            OSSL_PROVIDER_unload(provider);
        OSSL_LIB_CTX_free(library);
    }

    static std::shared_ptr<Context> make(const QString& module)
    {
        auto context = std::make_shared<Context>();
        context->library = OSSL_LIB_CTX_new();
        const QByteArray folder = QFile::encodeName(providerModulesFolder());
        if (!context->library || OSSL_PROVIDER_set_default_search_path(context->library, folder.constData()) != 1)
            return nullptr;
        QByteArray path = QFile::encodeName(module);
        // The module stays started (CardModule owns it), keys are not copied into the session, digests are not the card's business.
        char quirks[] = "no-deinit", never[] = "never", none[] = "false", digest[] = "digest";
        const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("pkcs11-module-path", path.data(), 0),
                                         OSSL_PARAM_construct_utf8_string("pkcs11-module-quirks", quirks, 0),
                                         OSSL_PARAM_construct_utf8_string("pkcs11-module-login-behavior", never, 0),
                                         OSSL_PARAM_construct_utf8_string("pkcs11-module-cache-keys", none, 0),
                                         OSSL_PARAM_construct_utf8_string("pkcs11-module-block-operations", digest, 0),
                                         OSSL_PARAM_construct_end()};
        ::unsetenv("PKCS11_PROVIDER_MODULE"); // would be taken before our path
        ::unsetenv("PKCS11_PROVIDER_DEBUG");
        for (const bool card : {false, true}) {
            OSSL_PROVIDER* provider = card ? OSSL_PROVIDER_load_ex(context->library, "pkcs11", const_cast<OSSL_PARAM*>(parameters))
                                           : OSSL_PROVIDER_load(context->library, "base");
            if (!provider)
                return nullptr;
            context->providers.push_back(provider);
        }
        return context;
    }
};

namespace {

using StorePtr = std::unique_ptr<OSSL_STORE_CTX, OpenSslFree<OSSL_STORE_close>>;
using InfoPtr = std::unique_ptr<OSSL_STORE_INFO, OpenSslFree<OSSL_STORE_INFO_free>>;
using UiPtr = std::unique_ptr<UI_METHOD, OpenSslFree<UI_destroy_method>>;
using PkeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, OpenSslFree<EVP_PKEY_CTX_free>>;

/// The provider logs in once more on a session of its own; the card says that it is. It wants a PIN for that, through this.
int answerPin(UI* ui, UI_STRING* asked)
{
    const auto* pin = static_cast<const SecureBytes*>(UI_get0_user_data(ui));
    switch (UI_get_string_type(asked)) {
    case UIT_PROMPT:
    case UIT_VERIFY: return UI_set_result_ex(ui, asked, reinterpret_cast<const char*>(pin->data()), static_cast<int>(pin->size() - 1)) == 0;
    case UIT_NONE:
    case UIT_BOOLEAN:
    case UIT_INFO:
    case UIT_ERROR: return 1;
    }
    return 1;
}

PkeyPtr findKey(OSSL_LIB_CTX* library, const QString& certificate, const SecureBytes& pin)
{
    SecureBytes terminated(pin.size() + 1);
    if (!pin.isEmpty())
        std::memcpy(terminated.data(), pin.data(), pin.size());
    const UiPtr ask(UI_create_method("card"));
    if (!ask)
        return {};
    UI_method_set_reader(ask.get(), answerPin);
    const QByteArray uri = (certificate + u";type=private"_s).toLatin1();
    const StorePtr store(OSSL_STORE_open_ex(uri.constData(), library, nullptr, ask.get(), &terminated, nullptr, nullptr, nullptr));
    while (store && !OSSL_STORE_eof(store.get())) {
        const InfoPtr info(OSSL_STORE_load(store.get()));
        if (info && OSSL_STORE_INFO_get_type(info.get()) == OSSL_STORE_INFO_PKEY)
            return PkeyPtr(OSSL_STORE_INFO_get1_PKEY(info.get()));
        if (!info && OSSL_STORE_error(store.get()))
            break;
    }
    return {};
}

/// The same public key, compared as numbers: the two keys live in different library contexts.
bool belongTogether(EVP_PKEY* key, const Certificate& certificate)
{
    char group[64] = {};
    if (!EVP_PKEY_is_a(key, "EC") || EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1 ||
        (qstrcmp(group, "prime256v1") != 0 && qstrcmp(group, "P-256") != 0))
        return false;
    return EVP_PKEY_eq(X509_get0_pubkey(certificate.handle()), key) == 1;
}

/// ECDH with the card's key, the bare x coordinate.
std::expected<SecureBytes, CryptoFault> agree(OSSL_LIB_CTX* library, EVP_PKEY* key, QByteArrayView point)
{
    const std::unexpected failed(CryptoFault::Internal);
    char group[] = "prime256v1";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, const_cast<char*>(point.data()), static_cast<std::size_t>(point.size())),
        OSSL_PARAM_construct_end()};
    // The sender's point is checked to lie on the curve by the program's own provider, before a card sees it.
    const PkeyContextPtr maker(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    if (!maker || EVP_PKEY_fromdata_init(maker.get()) != 1 || EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        return std::unexpected(CryptoFault::BadInput);
    const PkeyPtr peer(made);
    const PkeyContextPtr checker(EVP_PKEY_CTX_new_from_pkey(nullptr, peer.get(), nullptr));
    if (!checker || EVP_PKEY_public_check(checker.get()) != 1)
        return std::unexpected(CryptoFault::BadInput);
    const PkeyContextPtr agreement(EVP_PKEY_CTX_new_from_pkey(library, key, nullptr));
    SecureBytes shared(32);
    std::size_t size = shared.size();
    if (!agreement || EVP_PKEY_derive_init(agreement.get()) != 1 || EVP_PKEY_derive_set_peer_ex(agreement.get(), peer.get(), 0) != 1 ||
        EVP_PKEY_derive(agreement.get(), shared.data(), &size) != 1 || size != shared.size())
        return failed;
    return shared;
}

} // namespace

CardCredential::CardCredential(std::unique_ptr<CardLogin> login, std::shared_ptr<Context> context, PrivateKey key,
                               const CardCertificate& chosen)
    : m_login(std::move(login)),
      m_context(std::move(context)),
      m_key(std::move(key)),
      m_turn(m_login->turn()),
      m_uri(chosen.uri()),
      m_certificate(chosen.certificate)
{
}

CardCredential::~CardCredential() = default;

std::expected<std::unique_ptr<CardCredential>, CredentialFault> CardCredential::open(const std::shared_ptr<CardModule>& module,
                                                                                     const QString& uri, const SecureBytes& pin)
{
    const ErrorQueue errors;
    const auto found = module->certificates();
    if (!found)
        return std::unexpected(found.error());
    const CardCertificate* chosen = nullptr;
    bool otherKind = false;
    for (const CardCertificate& one : *found) {
        if (!uri.isEmpty() && one.uri() != uri)
            continue;
        if (!hasP256Key(one.certificate)) {
            otherKind = true;
            continue;
        }
        if (chosen)
            return std::unexpected(CredentialFault::SeveralCertificates);
        chosen = &one;
    }
    if (!chosen)
        return std::unexpected(otherKind ? CredentialFault::Unusable : CredentialFault::NoCertificate);
    auto login = module->login(chosen->slot, pin);
    if (!login)
        return std::unexpected(login.error());
    auto context = Context::make(module->path());
    if (!context)
        return std::unexpected(CredentialFault::NoDriver);
    PkeyPtr key = findKey(context->library, chosen->uri(), pin);
    if (!key || !belongTogether(key.get(), chosen->certificate))
        return std::unexpected((*login)->isPresent() ? CredentialFault::Unusable : CredentialFault::Removed);
    // Whoever holds the key (a pooled TLS connection does) keeps its context.
    EVP_PKEY* raw = key.release();
    return std::unique_ptr<CardCredential>(new CardCredential(*std::move(login), context, PrivateKey::adopt(raw, context), *chosen));
}

const PrivateKey& CardCredential::key() const
{
    if (const unsigned turn = m_login->turn(); turn != m_turn) {
        // The provider's own session is logged in again with ours and asks for no PIN.
        PkeyPtr again = findKey(m_context->library, m_uri, SecureBytes());
        if (again && belongTogether(again.get(), m_certificate)) {
            m_key = PrivateKey::adopt(again.release(), m_context);
            m_turn = turn;
        }
    }
    return m_key;
}

CredentialFault CardCredential::fault() const
{
    return m_login->isPresent() ? CredentialFault::Unusable : CredentialFault::Removed;
}

std::expected<QByteArray, CredentialFault> CardCredential::sign(const QByteArray& bytes)
{
    auto signature = signDetached(bytes, key(), m_certificate);
    if (!signature)
        return std::unexpected(fault());
    return std::move(*signature);
}

std::expected<QByteArray, CredentialFault> CardCredential::unwrap(const QByteArray& cms)
{
    const auto secret =
        openEnvelope(cms, m_certificate, [this](QByteArrayView point) { return agree(m_context->library, key().handle(), point); });
    if (!secret)
        return std::unexpected(fault());
    return secret->view().toByteArray();
}

} // namespace casebound
