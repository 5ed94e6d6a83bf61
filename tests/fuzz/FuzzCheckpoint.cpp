// Signed notes and verifier keys: what is accepted is written that way, and a key accepts nothing but what it signed.
#include "Fuzz.h"

#include "ledger/Checkpoint.h"
#include "ledger/KeyChain.h"
#include "verify/Sidecar.h"

#include <vector>

using namespace casebound;
using fuzz::must;

namespace {

// Written by fuzz_seeds together with the signed seed; the private key is gone.
constexpr QByteArrayView seedKey("casebound/made-up-office/desk-1+18b9ba24+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKXMIkBVeW5zu9s/"
                                 "W6UJZbyJk0S9vgKs1f+u1YRpYKwIHBPwU+S2rDhlk2sgs840/Uc+Igln8bn0Hmagi/B57vw=");
constexpr QByteArrayView seedText("casebound/made-up-office/desk-1\n1234567\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");

QByteArray textOf(const Checkpoint& head)
{
    return head.origin + '\n' + QByteArray::number(static_cast<qulonglong>(head.size)) + '\n' + toBytes(head.root).toBase64() + '\n';
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<VerifierKey> keys{VerifierKey::parse(seedKey).value()};
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    const auto read = readCheckpoint(bytes);
    if (read)
        must(bytes.startsWith(textOf(*read)));
    if (const auto verified = verifyCheckpoint(bytes, keys)) {
        must(read && *read == *verified);
        const QByteArrayView rest = bytes.startsWith(seedText) ? bytes.sliced(seedText.size()) : QByteArrayView();
        must(rest.startsWith('\n') || rest.startsWith("old-key casebound/made-up-office/desk-1+")); // the checkpoint; the announcement
    }
    if (const auto key = VerifierKey::parse(bytes)) {
        must(key->text() == bytes);
        must(VerifierKey::fromPublicKey(key->origin(), key->publicKeyDer()) == key);
    }
    if (const auto announced = readAnnouncement(bytes)) {
        must(read && *read == announced->before);
        must(checkpointExtensions(bytes) ==
             std::vector<QByteArray>{"old-key " + announced->oldKey.text(), "new-key " + announced->newKey.text()});
        KeyChain chain;
        must(chain.add(*announced) && chain.replacements() == 1 && !chain.add(*announced));
    }
    if (const auto head = readUnsignedHead(bytes))
        must(bytes.startsWith(textOf(*head)));
    return 0;
}
