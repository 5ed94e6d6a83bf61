// Writes the seeds that only our own code can make, into a copy of tests/fuzz/seeds:  fuzz_seeds FOLDER
// A new key is made for the checkpoint, and its public half printed: it belongs into FuzzCheckpoint.cpp.
#include "Fuzz.h"

#include "ledger/Checkpoint.h"
#include "ledger/KeyChain.h"
#include "ledger/Tiles.h"
#include "office/OfficeMaker.h"
#include "store/HeadFile.h"
#include "support/LogMaker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace casebound;
using namespace Qt::StringLiterals;
using fuzz::must;

namespace {

class Folder {
public:
    explicit Folder(QString path) : m_path(std::move(path)) {}
    void write(const char* target, const QString& name, QByteArrayView bytes) const
    {
        const QDir folder(m_path + u'/' + QLatin1StringView(target));
        must(folder.mkpath(u"."_s));
        QFile file(folder.filePath(name));
        must(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size());
    }

private:
    QString m_path;
};

void entries(const Folder& folder)
{
    const QByteArrayList wanted{"log.opened", "query.answered", "query.intended", "query.refused", "read.kept"};
    LogMaker maker(12);
    QByteArray bundle(1, char(9));
    for (int i = 0; i < 400; ++i) {
        const EncodedEntry entry = maker.next();
        const QByteArray event(auditEventName(parsePublicPart(entry.publicBytes).value().event));
        if (i < 10)
            must(appendToBundle(bundle, entry.publicBytes));
        if (wanted.contains(event)) {
            folder.write("entry", QString::fromLatin1(event), entry.publicBytes);
            folder.write("private", QString::fromLatin1(event), entry.privateBytes);
        }
    }
    folder.write("tile", u"bundle"_s, bundle);
    folder.write("tile", u"full-bundle"_s, char(255) + QByteArray(512, '\0'));
    folder.write("tile", u"hash-tile-name"_s, tilePath({.level = 1, .index = 1'234'067, .width = 17}));
    folder.write("tile", u"entries-name"_s, tilePath({.entries = true, .index = 5}));
}

Hash countingHash()
{
    Hash hash{};
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(i);
    return hash;
}

void heads(const Folder& folder)
{
    const auto signer = CheckpointSigner::create("casebound/made-up-office/desk-1", PrivateKey::generateP256().value()).value();
    const QByteArray note = signer.sign(1'234'567, countingHash()).value();
    folder.write("checkpoint", u"signed"_s, note);
    folder.write("checkpoint", u"unsigned"_s, note.first(note.indexOf("\n\n") + 1));
    folder.write("checkpoint", u"verifier-key"_s, signer.verifierKey().text());
    const auto next = CheckpointSigner::create(signer.verifierKey().origin(), PrivateKey::generateP256().value()).value();
    folder.write("checkpoint", u"announcement"_s, announceKey(signer, 1'234'567, countingHash(), next.verifierKey()).value());
    std::fprintf(stderr, "%s\n", signer.verifierKey().text().constData());

    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"head"_s);
    auto head = HeadFile::create(path, HeadFile::keyCheckOf("made-up key"), note).value();
    must(head->write("a second note").has_value());
    QFile file(path);
    must(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    folder.write("head", u"both-slots"_s, char(4) + bytes);
    folder.write("head", u"one-slot-lost"_s, char(6) + QByteArray(4096, '\0') + bytes.sliced(4096));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("fuzz_seeds FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    const Folder folder(QString::fromLocal8Bit(argv[1]));
    entries(folder);
    heads(folder);
    OfficeMaker office(std::chrono::sys_days(std::chrono::November / 20 / 2026));
    folder.write("profile", u"whole"_s, writeProfile(office.profile()));
    // A size, an earlier size, an index, which proof, and how to alter it.
    folder.write("proof", u"inclusion"_s, QByteArray::fromHex("00070003000500"));
    folder.write("proof", u"inclusion-of-many"_s, QByteArray::fromHex("02000101012300"));
    folder.write("proof", u"consistency"_s, QByteArray::fromHex("00070003000501"));
    folder.write("proof", u"consistency-of-a-power-of-two"_s, QByteArray::fromHex("01ff0100000001"));
    folder.write("proof", u"consistency-cut"_s, QByteArray::fromHex("0123004500010101000102"));
    return EXIT_SUCCESS;
}
