#include "ledger/Checkpoint.h"

#include "crypto/OpenSsl.h"

#include <QList>
#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <charconv>

namespace casebound {
namespace {

constexpr char ecdsaType = 0x02;
constexpr qsizetype keyIdSize = 4;
constexpr qsizetype longestOrigin = 255;
constexpr qsizetype mostSignatures = 32;
constexpr QByteArrayView signatureMark("\xe2\x80\x94 "); // an em dash and a space

std::optional<QString> utf8Text(QByteArrayView bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(bytes);
    if (decode.hasError())
        return std::nullopt;
    return text;
}

bool nameIsGood(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > longestOrigin)
        return false;
    const auto text = utf8Text(name);
    return text &&
           std::ranges::none_of(*text, [](QChar c) { return c.isSpace() || c == u'+' || c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

/// Only the one canonical spelling: no white space, padded, unused bits zero.
std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    const auto read = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!read || (*read).toBase64() != text)
        return std::nullopt;
    return *read;
}

bool isP256PublicKey(QByteArrayView der)
{
    const ErrorQueue errors;
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    if (der.isEmpty() || der.size() > 512)
        return false;
    const PkeyPtr key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
    char group[64] = {};
    return key && at == reinterpret_cast<const unsigned char*>(der.data() + der.size()) && EVP_PKEY_is_a(key.get(), "EC") &&
           EVP_PKEY_get_group_name(key.get(), group, sizeof group, nullptr) == 1 && qstrcmp(group, "prime256v1") == 0;
}

QByteArray keyId(QByteArrayView publicKeyDer)
{
    return view(sha256(publicKeyDer)).first(keyIdSize).toByteArray();
}

/// A note taken apart: the signed text, and the lines under it.
struct Note {
    QByteArrayView text;
    struct Signature {
        QByteArrayView name;
        QByteArray id, bytes;
    };
    QList<Signature> signatures;
};

std::optional<Note::Signature> readSignature(QByteArrayView line)
{
    if (!line.startsWith(signatureMark))
        return std::nullopt;
    line = line.sliced(signatureMark.size());
    const qsizetype space = line.indexOf(' ');
    if (space < 0 || !nameIsGood(line.first(space)))
        return std::nullopt;
    const auto bytes = fromBase64(line.sliced(space + 1));
    if (!bytes || bytes->size() <= keyIdSize)
        return std::nullopt;
    return Note::Signature{.name = line.first(space), .id = bytes->first(keyIdSize), .bytes = bytes->sliced(keyIdSize)};
}

std::optional<Note> readNote(QByteArrayView bytes)
{
    if (bytes.size() > longestCheckpoint || !bytes.endsWith('\n') || !utf8Text(bytes))
        return std::nullopt;
    if (std::ranges::any_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }))
        return std::nullopt;
    const qsizetype blank = bytes.lastIndexOf(QByteArrayView("\n\n"));
    if (blank < 0 || blank + 2 == bytes.size())
        return std::nullopt;
    Note note{.text = bytes.first(blank + 1), .signatures = {}};
    for (QByteArrayView rest = bytes.sliced(blank + 2); !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        auto signature = readSignature(rest.first(end));
        if (!signature || note.signatures.size() == mostSignatures)
            return std::nullopt;
        note.signatures.append(std::move(*signature));
        rest = rest.sliced(end + 1);
    }
    return note;
}

/// The next line of the text, without its end.
std::optional<QByteArrayView> takeLine(QByteArrayView& text)
{
    const qsizetype end = text.indexOf('\n');
    if (end <= 0)
        return std::nullopt; // no line, or an empty one
    const QByteArrayView line = text.first(end);
    text = text.sliced(end + 1);
    return line;
}

std::optional<Checkpoint> readText(QByteArrayView text)
{
    const auto origin = takeLine(text), size = takeLine(text), root = takeLine(text);
    if (!origin || !size || !root || !nameIsGood(*origin))
        return std::nullopt;
    Checkpoint read{.origin = origin->toByteArray()};
    if (size->size() > 1 && size->front() == '0')
        return std::nullopt;
    const auto [end, error] = std::from_chars(size->begin(), size->end(), read.size);
    const auto hash = fromBase64(*root);
    if (error != std::errc() || end != size->end() || !hash || hash->size() != qsizetype(read.root.size()))
        return std::nullopt;
    std::ranges::copy(*hash, read.root.begin());
    while (!text.isEmpty()) {
        if (!takeLine(text))
            return std::nullopt;
    }
    return read;
}

QByteArray textOf(QByteArrayView origin, std::uint64_t size, const Hash& root)
{
    return origin.toByteArray() + '\n' + QByteArray::number(static_cast<qulonglong>(size)) + '\n' + toBytes(root).toBase64() + '\n';
}

} // namespace

std::optional<QByteArray> checkpointOrigin(QStringView office, QStringView workstation)
{
    if (office.isEmpty() || workstation.isEmpty() || office.contains(u'/') || workstation.contains(u'/') || !office.isValidUtf16() ||
        !workstation.isValidUtf16())
        return std::nullopt;
    QByteArray origin = "casebound/" + office.toUtf8() + '/' + workstation.toUtf8();
    if (!nameIsGood(origin))
        return std::nullopt;
    return origin;
}

std::optional<VerifierKey> VerifierKey::parse(QByteArrayView text)
{
    if (text.size() > 1024)
        return std::nullopt;
    const qsizetype first = text.indexOf('+');
    const qsizetype second = first < 0 ? -1 : text.indexOf('+', first + 1);
    if (second < 0)
        return std::nullopt;
    const auto key = fromBase64(text.sliced(second + 1));
    if (!key || key->isEmpty() || key->front() != ecdsaType)
        return std::nullopt;
    auto read = fromPublicKey(text.first(first).toByteArray(), key->sliced(1));
    if (!read || read->id().toHex() != text.sliced(first + 1, second - first - 1))
        return std::nullopt;
    return read;
}

std::optional<VerifierKey> VerifierKey::fromPublicKey(QByteArray origin, QByteArray publicKeyDer)
{
    if (!nameIsGood(origin) || !isP256PublicKey(publicKeyDer))
        return std::nullopt;
    return VerifierKey(std::move(origin), std::move(publicKeyDer));
}

QByteArray VerifierKey::id() const
{
    return keyId(m_publicKey);
}

QByteArray VerifierKey::text() const
{
    return m_origin + '+' + id().toHex() + '+' + (QByteArray(1, ecdsaType) + m_publicKey).toBase64();
}

std::expected<CheckpointSigner, CryptoFault> CheckpointSigner::create(QByteArray origin, PrivateKey key)
{
    auto verifier = VerifierKey::fromPublicKey(std::move(origin), key.publicKeyDer());
    if (!verifier)
        return std::unexpected(CryptoFault::BadInput);
    return CheckpointSigner(std::move(key), std::move(*verifier));
}

std::expected<QByteArray, CryptoFault> CheckpointSigner::sign(std::uint64_t size, const Hash& root,
                                                              std::span<const QByteArray> extensions) const
{
    QByteArray text = textOf(m_verifier.origin(), size, root);
    for (const QByteArray& line : extensions) {
        if (line.isEmpty() || std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
            return std::unexpected(CryptoFault::BadInput);
        text += line + '\n';
    }
    const auto signature = m_key.sign(text);
    if (!signature)
        return std::unexpected(signature.error());
    return text + '\n' + signatureMark.toByteArray() + m_verifier.origin() + ' ' + (m_verifier.id() + *signature).toBase64() + '\n';
}

std::expected<Checkpoint, CheckpointProblem> readCheckpoint(QByteArrayView bytes)
{
    const auto note = readNote(bytes);
    auto read = note ? readText(note->text) : std::nullopt;
    if (!read)
        return std::unexpected(CheckpointProblem::Malformed);
    return std::move(*read);
}

std::vector<QByteArray> checkpointExtensions(QByteArrayView bytes)
{
    const auto note = readNote(bytes);
    std::vector<QByteArray> lines;
    if (!note || !readText(note->text))
        return lines;
    QByteArrayView text = note->text;
    for (int before = 0; const auto line = takeLine(text); ++before) {
        if (before >= 3)
            lines.push_back(line->toByteArray());
    }
    return lines;
}

std::expected<Checkpoint, CheckpointProblem> verifyCheckpoint(QByteArrayView bytes, std::span<const VerifierKey> keys)
{
    const auto note = readNote(bytes);
    auto read = note ? readText(note->text) : std::nullopt;
    if (!read)
        return std::unexpected(CheckpointProblem::Malformed);
    bool signedByOurs = false, signedForOther = false;
    for (const Note::Signature& signature : note->signatures) {
        // Two keys may share an id; one of them must hold.
        bool known = false, holds = false;
        for (const VerifierKey& key : keys) {
            if (key.origin() != signature.name || key.id() != signature.id)
                continue;
            known = true;
            holds = holds || verifyP256(key.publicKeyDer(), note->text, signature.bytes);
        }
        if (known && !holds)
            return std::unexpected(CheckpointProblem::BadSignature);
        (signature.name == read->origin ? signedByOurs : signedForOther) |= holds;
    }
    if (!signedByOurs)
        return std::unexpected(signedForOther ? CheckpointProblem::WrongOrigin : CheckpointProblem::UnknownKey);
    return std::move(*read);
}

} // namespace casebound
