// How the vendor is recognised and how we show who we are. The one place where TLS is decided (vendor contract, "Transport").
#pragma once

#include "domain/Vendor.h"

#include <QByteArray>

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <openssl/types.h>

namespace casebound {

struct VendorSettings;

/// The person's certificate and private key as OpenSSL objects; a key on a card is an EVP_PKEY as well. Shared, never copied.
struct ClientIdentity {
    std::shared_ptr<X509> certificate;
    std::shared_ptr<EVP_PKEY> key;
    std::vector<std::shared_ptr<X509>> chain; ///< Intermediates to send along, leaf's issuer first.
    /// Where set, asked for the key at each new connection: a card's handle dies when its PIN is asked for again.
    std::function<std::shared_ptr<EVP_PKEY>()> currentKey{};
    [[nodiscard]] bool isGiven() const { return certificate && key; }
};

enum class TlsPolicyFault {
    NoAuthority,    ///< The profile's CA bundle is empty or unreadable.
    BadRevocations, ///< The revocation list is not one.
    BadPin,         ///< A pin is not 32 bytes.
    KeyMismatch,    ///< Certificate and key do not belong together.
};

/// What was seen of one connection's handshake.
struct TlsNotes {
    bool certificateAsked = false; ///< The server asked for our certificate.
    int alertReceived = -1;        ///< TLS alert number, -1: none.
    int alertSent = -1;
    int verifyError = 0; ///< X509_V_ERR_… of the first thing wrong with the server's chain.
    [[nodiscard]] bool refusesOurCertificate() const;
    /// What we held against the server, as far as the handshake shows it; nothing where it was the server that refused, or nobody.
    [[nodiscard]] std::optional<TlsRefusal> refusal() const;
};

/// Immutable; shared by every connection of one vendor session.
///
/// TLS 1.2 or 1.3; 112 bits of security and more in every key; groups P-256 and P-384; AES-GCM with ephemeral ECDH only (the algorithms
/// FIPS 140-3 approves); trust anchors are the profile's bundle and nothing else; no session resumption, so every connection proves both
/// sides anew.
class TlsPolicy {
public:
    [[nodiscard]] static std::expected<TlsPolicy, TlsPolicyFault> create(const VendorSettings& vendor, ClientIdentity identity);

    /// Sets up a connection's context. False where OpenSSL refuses; then the connection must not be made.
    [[nodiscard]] bool apply(SSL_CTX* context, std::shared_ptr<TlsNotes> notes) const;
    /// "sha256//…;sha256//…" for libcurl; empty: no pinning.
    [[nodiscard]] const QByteArray& pins() const { return m_pins; }
    /// Whether a server that asks for no client certificate is refused: always, when we have one.
    [[nodiscard]] bool wantsMutual() const { return m_identity.isGiven(); }

private:
    TlsPolicy() = default;
    std::shared_ptr<X509_STORE> m_store;
    ClientIdentity m_identity;
    QByteArray m_host; ///< Of the vendor's address.
    QByteArray m_pins;
};

} // namespace casebound
