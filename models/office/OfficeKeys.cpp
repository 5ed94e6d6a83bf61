#include "office/OfficeKeys.h"

#include "crypto/Cms.h"
#include "office/PrivateFolder.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace casebound {

namespace {

constexpr qsizetype largestEnvelope = 2 << 20;
constexpr std::size_t mostLinks = 4096, largestPublicKey = 256, largestSignature = 128;
constexpr std::size_t keySize = 32, mostFormer = 64, mostHolders = 8192, largestPkcs8 = 4096;
constexpr QByteArrayView heading("casebound-keys 1");

/// Grows in locked memory alone: a text that moves leaves no copy behind.
class SecureText {
public:
    explicit SecureText(std::size_t most) : m_bytes(most) {}
    void add(QByteArrayView text)
    {
        std::memcpy(m_bytes.data() + m_size, text.data(), static_cast<std::size_t>(text.size()));
        m_size += static_cast<std::size_t>(text.size());
    }
    void hex(std::span<const std::uint8_t> bytes)
    {
        static constexpr char digits[] = "0123456789abcdef";
        for (const std::uint8_t byte : bytes) {
            m_bytes.data()[m_size++] = static_cast<std::uint8_t>(digits[byte >> 4]);
            m_bytes.data()[m_size++] = static_cast<std::uint8_t>(digits[byte & 15]);
        }
    }
    void line(QByteArrayView word, std::span<const std::uint8_t> bytes)
    {
        add(word);
        add(" ");
        hex(bytes);
        add("\n");
    }
    [[nodiscard]] SecureBytes taken() const { return SecureBytes::copyOf(QByteArrayView(m_bytes.data(), static_cast<qsizetype>(m_size))); }

private:
    SecureBytes m_bytes;
    std::size_t m_size = 0;
};

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Empty where it is not lower-case hexadecimal or longer than allowed.
SecureBytes fromHex(QByteArrayView text, std::size_t most)
{
    const auto size = static_cast<std::size_t>(text.size()) / 2;
    if (text.size() % 2 != 0 || size == 0 || size > most)
        return {};
    SecureBytes bytes(size);
    for (std::size_t n = 0; n < size; ++n) {
        const int high = digit(text[static_cast<qsizetype>(2 * n)]), low = digit(text[static_cast<qsizetype>(2 * n + 1)]);
        if (high < 0 || low < 0)
            return {};
        bytes.data()[n] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return bytes;
}

bool isAmong(const QByteArray& digest, std::span<const Certificate> people)
{
    return std::ranges::any_of(people, [&](const Certificate& one) { return one.sha256() == digest; });
}

/// What the workstation's key signs of the one that follows it.
QByteArray linkText(std::uint64_t generation, const QByteArray& publicKeyDer)
{
    return "casebound-keys lineage\ngeneration " + QByteArray::number(static_cast<qulonglong>(generation)) + "\nworkstation " +
           publicKeyDer.toHex() + '\n';
}

std::span<const std::uint8_t> spanOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

} // namespace

std::expected<OfficeKeys, KeysFault> OfficeKeys::generate(SecureBytes actor)
{
    OfficeKeys keys;
    keys.m_audit = SecureBytes::random(keySize);
    keys.m_cases = SecureBytes::random(keySize);
    keys.m_actor = std::move(actor);
    const auto signing = PrivateKey::generateP256();
    if (signing)
        keys.m_workstation = signing->toPkcs8();
    if (keys.m_audit.isEmpty() || keys.m_cases.isEmpty() || keys.m_actor.size() != keySize || keys.m_workstation.isEmpty())
        return std::unexpected(KeysFault::Crypto);
    return keys;
}

std::expected<OfficeKeys, KeysFault> OfficeKeys::successor() const
{
    auto next = generate(m_actor.clone());
    if (!next)
        return next;
    next->m_generation = m_generation + 1;
    const auto present = workstation(), following = next->workstation();
    const auto signature = present && following ? present->sign(linkText(next->m_generation, following->publicKeyDer()))
                                                : std::unexpected(CryptoFault::Internal);
    if (!signature || m_lineage.size() >= mostLinks)
        return std::unexpected(KeysFault::Crypto);
    next->m_lineage = m_lineage;
    next->m_lineage.push_back({.publicKeyDer = following->publicKeyDer(), .signature = *signature});
    next->m_former.push_back(m_audit.clone());
    for (std::size_t n = 0; n < std::min(m_former.size(), mostFormer - 1); ++n)
        next->m_former.push_back(m_former[n].clone());
    return next;
}

std::expected<PrivateKey, KeysFault> OfficeKeys::workstation() const
{
    auto key = PrivateKey::fromPkcs8(m_workstation);
    if (!key)
        return std::unexpected(KeysFault::Damaged);
    return *std::move(key);
}

bool OfficeKeys::descendFrom(const QByteArray& publicKeyDer) const
{
    const auto key = workstation();
    if (!key || m_lineage.size() + 1 != m_generation)
        return false;
    // The one given may stand anywhere on the way: a profile that names a later key says so.
    const auto named = std::ranges::find(m_lineage, publicKeyDer, &Link::publicKeyDer);
    QByteArray signer = publicKeyDer;
    for (auto link = named == m_lineage.end() ? m_lineage.begin() : named + 1; link != m_lineage.end(); ++link) {
        const auto generation = static_cast<std::uint64_t>(link - m_lineage.begin()) + 2;
        if (!verifyP256(signer, linkText(generation, link->publicKeyDer), link->signature))
            return false;
        signer = link->publicKeyDer;
    }
    return signer == key->publicKeyDer();
}

bool OfficeKeys::lacks(std::span<const Certificate> people) const
{
    return std::ranges::any_of(people, [&](const Certificate& one) { return !std::ranges::contains(m_holders, one.sha256()); });
}

bool OfficeKeys::heldByOthersThan(std::span<const Certificate> people) const
{
    return std::ranges::any_of(m_holders, [&](const QByteArray& holder) { return !isAmong(holder, people); });
}

SecureBytes OfficeKeys::text() const
{
    SecureText text(512 + 2 * m_workstation.size() + 100 * (m_former.size() + m_holders.size()) +
                    m_lineage.size() * (16 + 2 * (largestPublicKey + largestSignature)));
    text.add(heading);
    text.add("\ngeneration ");
    text.add(QByteArray::number(static_cast<qulonglong>(m_generation)));
    text.add("\n");
    text.line("audit", m_audit.span());
    text.line("cases", m_cases.span());
    text.line("actor", m_actor.span());
    text.line("workstation", m_workstation.span());
    for (const Link& link : m_lineage) {
        text.add("lineage ");
        text.hex(spanOf(link.publicKeyDer));
        text.line("", spanOf(link.signature));
    }
    for (const SecureBytes& key : m_former)
        text.line("former-audit", key.span());
    for (const QByteArray& holder : m_holders)
        text.line("holder", spanOf(holder));
    return text.taken();
}

std::expected<OfficeKeys, KeysFault> OfficeKeys::parse(const SecureBytes& text)
{
    OfficeKeys keys;
    keys.m_generation = 0;
    bool headed = false, doubled = false;
    const auto once = [&](SecureBytes& field, QByteArrayView value, std::size_t most) {
        doubled = doubled || !field.isEmpty();
        field = fromHex(value, most);
        return !field.isEmpty();
    };
    for (QByteArrayView rest = text.view(); !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = rest.first(end < 0 ? rest.size() : end);
        rest = rest.sliced(std::min(line.size() + 1, rest.size()));
        if (!headed) {
            headed = line == heading;
            if (!headed)
                return std::unexpected(KeysFault::Damaged);
            continue;
        }
        const qsizetype space = std::max<qsizetype>(line.indexOf(' '), 0);
        const QByteArrayView word = line.first(space), value = line.sliced(std::min(space + 1, line.size()));
        bool good = false;
        if (word == "generation") {
            const auto [stop, error] = std::from_chars(value.begin(), value.end(), keys.m_generation);
            good = error == std::errc() && stop == value.end();
        } else if (word == "audit") {
            good = once(keys.m_audit, value, keySize);
        } else if (word == "cases") {
            good = once(keys.m_cases, value, keySize);
        } else if (word == "actor") {
            good = once(keys.m_actor, value, keySize);
        } else if (word == "workstation") {
            good = once(keys.m_workstation, value, largestPkcs8);
        } else if (word == "lineage") {
            const qsizetype middle = std::max<qsizetype>(value.indexOf(' '), 0);
            keys.m_lineage.push_back({.publicKeyDer = QByteArray::fromHex(value.first(middle).toByteArray()),
                                      .signature = QByteArray::fromHex(value.sliced(std::min(middle + 1, value.size())).toByteArray())});
            const Link& link = keys.m_lineage.back();
            good = !link.publicKeyDer.isEmpty() && link.publicKeyDer.size() <= qsizetype(largestPublicKey) && !link.signature.isEmpty() &&
                   link.signature.size() <= qsizetype(largestSignature) && keys.m_lineage.size() <= mostLinks;
        } else if (word == "former-audit") {
            keys.m_former.push_back(fromHex(value, keySize));
            good = keys.m_former.back().size() == keySize && keys.m_former.size() <= mostFormer;
        } else if (word == "holder") {
            keys.m_holders.push_back(QByteArray::fromHex(value.toByteArray()));
            good = keys.m_holders.back().size() == 32 && keys.m_holders.size() <= mostHolders;
        }
        if (!good || doubled)
            return std::unexpected(KeysFault::Damaged);
    }
    if (keys.m_generation == 0 || keys.m_audit.size() != keySize || keys.m_cases.size() != keySize || keys.m_actor.size() != keySize ||
        !keys.workstation())
        return std::unexpected(KeysFault::Damaged);
    return keys;
}

std::expected<QByteArray, KeysFault> OfficeKeys::wrap(std::span<const Certificate> people)
{
    for (const Certificate& one : people) {
        if (!std::ranges::contains(m_holders, one.sha256()))
            m_holders.push_back(one.sha256());
    }
    auto envelope = wrapSecret(text().view(), people);
    if (!envelope || envelope->size() > largestEnvelope) // one that could not be read again must not take the place of one that can
        return std::unexpected(KeysFault::Crypto);
    return *std::move(envelope);
}

std::expected<OfficeKeys, KeysFault> OfficeKeys::unwrap(const QByteArray& envelope, Credential& credential)
{
    auto opened = credential.unwrap(envelope);
    if (!opened)
        return std::unexpected(KeysFault::NotForYou);
    return parse(SecureBytes::takeFrom(*opened));
}

std::expected<void, KeysFault> OfficeKeys::save(const QString& path, std::span<const Certificate> people)
{
    const auto envelope = wrap(people);
    if (!envelope)
        return std::unexpected(envelope.error());
    if (!replacePrivateFile(path, *envelope))
        return std::unexpected(KeysFault::NotWritable);
    return {};
}

std::expected<OfficeKeys, KeysFault> OfficeKeys::open(const QString& path, Credential& credential)
{
    const auto envelope = readPrivateFile(path, largestEnvelope);
    if (!envelope)
        return std::unexpected(KeysFault::Missing);
    return unwrap(*envelope, credential);
}

std::expected<std::vector<Certificate>, KeysFault> keyHolders(const OfficeProfile& profile)
{
    std::vector<Certificate> people;
    const auto add = [&](const QByteArray& der) {
        const auto certificate = Certificate::fromDer(der);
        if (certificate)
            people.push_back(*certificate);
        return certificate.has_value();
    };
    for (const RosterUser& user : profile.roster) {
        if (!add(user.certificateDer))
            return std::unexpected(KeysFault::Crypto);
    }
    if (!add(profile.recoveryCertificateDer))
        return std::unexpected(KeysFault::Crypto);
    return people;
}

} // namespace casebound
