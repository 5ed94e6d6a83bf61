// Exports logs and asks casebound-verify, and a Go program that shares nothing with it, what they say of them.
#pragma once

#include "ledger/KeyChain.h"
#include "ledger/MerkleTree.h"
#include "support/LogMaker.h"
#include "support/Paths.h"
#include "verify/TileExport.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sys/stat.h>

namespace casebound::test {

using namespace Qt::StringLiterals;

inline const QByteArray origin = "casebound/office/desk-1";

inline QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool replaceFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

struct Said {
    int status = -1;
    QByteArray out;
    QByteArrayList kinds;
};

struct ExportFixture {
    QTemporaryDir folder;
    CheckpointSigner signer = *CheckpointSigner::create(origin, *PrivateKey::generateP256());
    int made = 0;

    [[nodiscard]] QString fresh() { return folder.filePath(u"log-%1"_s.arg(++made)); }

    [[nodiscard]] QString exported(const std::vector<EncodedEntry>& entries, bool withPrivate = false,
                                   const std::vector<QByteArray>& sealed = {}, const CheckpointSigner* last = nullptr)
    {
        const QString path = fresh();
        auto writer = TileExport::create(path);
        if (!writer)
            return {};
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!(*writer)->add(entries[i].publicBytes) || (withPrivate && !(*writer)->addPrivate(i, entries[i].privateBytes)))
                return {};
        }
        for (const QByteArray& blob : sealed) {
            if (!(*writer)->addSealed(blob))
                return {};
        }
        return (*writer)->finish(last ? *last : signer) ? path : QString();
    }

    /// Entries until a key may be replaced, and one that announces the next key, signed by `by`.
    static void announce(std::vector<EncodedEntry>& entries, LogMaker& maker, const CheckpointSigner& by, const VerifierKey& next)
    {
        while (maker.isRecovering())
            entries.push_back(maker.next());
        MerkleTree tree;
        for (const EncodedEntry& entry : entries)
            (void)tree.add(leafHash(entry.publicBytes));
        AuditRecord record{.event = AuditEvent::KeyReplaced};
        record.announcement = QString::fromUtf8(announceKey(by, tree.size(), tree.root(), next).value());
        entries.push_back(maker.encode(record, maker.now(), maker.boot()));
    }
    static void grow(std::vector<EncodedEntry>& entries, LogMaker& maker, int more)
    {
        for (const EncodedEntry& entry : maker.make(static_cast<std::size_t>(more)))
            entries.push_back(entry);
    }

    static Said run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(test::builtProgram(program), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {.status = process.exitCode(), .out = process.readAllStandardOutput(), .kinds = {}};
    }
    [[nodiscard]] Said verify(const QString& log, const QStringList& more = {}) const
    {
        Said said =
            run(u"casebound-verify"_s,
                QStringList{u"log"_s, log, u"--json"_s, u"--verifier-key"_s, QString::fromUtf8(signer.verifierKey().text())} + more);
        for (const QJsonValue& fault : QJsonDocument::fromJson(said.out)[u"faults"_s].toArray())
            said.kinds.append(fault[u"kind"_s].toString().toLatin1());
        return said;
    }
    [[nodiscard]] Said secondOpinion(const QString& log) const
    {
        return run(u"tilecheck"_s, {u"-key"_s, QString::fromUtf8(signer.verifierKey().text()), log});
    }

    static QStringList files(const QString& log, const QString& under)
    {
        QStringList list;
        for (QDirIterator it(log + u'/' + under, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories); it.hasNext();)
            list += it.next();
        list.sort();
        return list;
    }
    static bool flipBit(const QString& path, QRandomGenerator& random)
    {
        QByteArray bytes = contentsOf(path);
        const int bit = random.bounded(static_cast<int>(bytes.size()) * 8);
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        return replaceFile(path, bytes);
    }
};

} // namespace casebound::test
