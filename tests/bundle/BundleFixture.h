// Case files for tests: made up, seeded, with the worst text a vendor or a person can bring.
#pragma once

#include "bundle/AuditExtract.h"
#include "bundle/BundleWriter.h"
#include "bundle/CompletenessStatement.h"
#include "crypto/CertificateIssuer.h"
#include "crypto/KeyCredential.h"
#include "ledger/Checkpoint.h"

#include <QBuffer>
#include <QDirIterator>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace casebound {

struct ExportProbe {
    static AuditedExport leave(const QString& id) { return AuditedExport(id, std::uint64_t{0}); }
};

} // namespace casebound

namespace casebound::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const Instant exportedAt{1'795'186'245s};

/// What nobody should ever type, and somebody will.
inline const QStringList nasty{u"=HYPERLINK(\"http://x.invalid\",\"a\")"_s,
                               u"+1+1"_s,
                               u"-2+3"_s,
                               u"@SUM(1)"_s,
                               u"\t=1+1"_s,
                               u"\r=1+1"_s,
                               u" =1+1"_s,
                               u"'=1+1"_s,
                               u"<script>alert(1)</script><b>&amp;</b>"_s,
                               u"]]><x a='1' b=\"2\">"_s,
                               u"TST\u202E1234\u2066"_s,
                               u"../../etc/passwd"_s,
                               u"..\\..\\x"_s,
                               u"a\nb;c,d \"e\""_s,
                               u"nul"_s + QChar(u'\0') + u"byte"_s,
                               u"half"_s + QChar(0xD800),
                               QString(10'000, u'W'),
                               u"ñandú 車 \U0001F697"_s};

inline QByteArray picture(int seed, int side = 32)
{
    QImage image(side, side / 2, QImage::Format_RGB32);
    image.fill(qRgb(seed % 256, (seed / 256) % 256, 120));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Read n: every third is confirmed, every third contrary, every fourth without a place.
inline BundleRead read(int n, const QString& text)
{
    BundleRead one;
    KeptRead& kept = one.kept;
    kept.read.readId = u"read-%1"_s.arg(n);
    kept.read.plate = n % 5 == 0 ? text : u"PRAC%1"_s.arg(n);
    kept.read.jurisdiction = u"US-TX"_s;
    kept.read.capturedAt = exportedAt - std::chrono::hours(n + 1);
    if (n % 4 != 3)
        kept.read.location =
            Read::Location{.latitude = 29.7 + n * 0.0001, .longitude = -95.3 - n * 0.0001, .accuracyM = 5.0, .address = text};
    kept.read.cameraId = text;
    kept.read.contributor = text;
    kept.read.make = u"Fabrika"_s;
    kept.read.exact = true;
    kept.query = QueryId(QUuid(u"01993f00-0000-7000-8000-000000000001"_s));
    kept.verification.verdict = n % 3 == 0 ? Verdict::Confirmed : n % 3 == 1 ? Verdict::DifferentPlate : Verdict::Unreadable;
    kept.verification.typedPlate = n % 3 == 2 ? QString() : u"TYPED%1"_s.arg(n);
    kept.verification.note = text;
    kept.verification.by = UserId(u"u-agent"_s);
    kept.verification.at = exportedAt - std::chrono::minutes(n + 1);
    kept.relevance = text;
    kept.contrary = n % 3 != 0;
    kept.keptBy = UserId(u"u-keeper"_s);
    kept.keptAt = exportedAt - std::chrono::seconds(n + 1);
    for (const ImageKind kind : {ImageKind::Plate, ImageKind::Vehicle}) {
        const QByteArray bytes = picture(2 * n + (kind == ImageKind::Plate ? 0 : 1));
        kept.read.images.push_back(
            {.kind = kind, .path = u"/v1/images/"_s + text.left(10), .type = ImageType::Png, .sha256 = toBytes(sha256(bytes))});
        kept.images.emplace_back(kind, bytes);
    }
    if (n % 7 == 0)
        one.places.push_back({.place = u"Made-up School <1>"_s, .category = u"Schools"_s, .metres = 120});
    return one;
}

struct People {
    Validity validity{.notBefore = SystemClock().now() - std::chrono::days(1), .notAfter = SystemClock().now() + std::chrono::days(30)};
    CertificateIssuer authority = *CertificateIssuer::createAuthority(u"Made-up office authority"_s, validity);
    PrivateKey signerKey = *PrivateKey::generateP256(), recipientKey = *PrivateKey::generateP256();
    Certificate signer = *authority.issueClient(signerKey, u"u-agent"_s, validity);
    Certificate recipient = *authority.issueClient(recipientKey, u"court clerk"_s, validity);
};

/// A whole case: log, reads, keys.
struct BundleFixture {
    QTemporaryDir folder;
    People people;
    CheckpointSigner log = *CheckpointSigner::create("casebound/office/desk-1", *PrivateKey::generateP256());
    std::vector<BundleEntry> entries;
    BundleCover cover;
    int reads = 0;
    int made = 0;

    explicit BundleFixture(int count = int(nasty.size()), bool training = false) : reads(count)
    {
        makeLog();
        cover.subject.number = CaseNumber(u"PM/2026 ../0417"_s);
        cover.subject.title = nasty[8];
        cover.subject.openedAt = exportedAt - std::chrono::days(30);
        cover.exportId = u"01993f00-1111-7000-8000-000000000001"_s;
        cover.office = u"practice"_s;
        cover.origin = u"casebound/office/desk-1"_s;
        cover.appVersion = u"0.1.0"_s;
        cover.exportedBy = UserId(u"u-agent"_s);
        cover.exporterName = u"Agent Made Up"_s;
        cover.exportedAt = exportedAt;
        cover.training = training;
        cover.retention = retentionLabel(cover.subject, {});
        cover.reads = count;
    }
    [[nodiscard]] BundleRead read(int n, bool pictures) const
    {
        BundleRead one = test::read(n, nasty[n % nasty.size()]);
        if (!pictures) {
            for (auto& [kind, bytes] : one.kept.images)
                bytes.clear();
        }
        return one;
    }
    void makeLog()
    {
        std::vector<EncodedEntry> encoded;
        const auto add = [&](AuditRecord record) {
            EntryContext context;
            context.sequence = encoded.size();
            context.at = exportedAt - std::chrono::hours(100) + std::chrono::seconds(encoded.size());
            context.boot = 1;
            context.workstation = u"desk-1"_s;
            context.appVersion = u"0.1.0"_s;
            context.salt = QByteArray(32, 's');
            context.userId = u"u-agent"_s;
            encoded.push_back(encodeEntry(context, record).value());
        };
        const QString id = u"01993f00-0000-7000-8000-000000000001"_s, number = u"PM/2026 ../0417"_s;
        for (int n = 0; n < 300; ++n)
            add({.event = AuditEvent::SessionLocked}); // of others; a whole chunk of leaves
        const auto mine = encoded.size();
        add({.event = AuditEvent::QueryIntended, .queryId = id, .plate = u"PRACPLT7"_s, .caseNumber = number, .reasonText = nasty[0]});
        add({.event = AuditEvent::QueryAnswered,
             .queryId = id,
             .counts = AuditCounts{.returned = reads + 31, .near = 4},
             .caseNumber = number});
        for (int n = 0; n < reads; ++n) {
            const auto verdict = n % 3 == 0 ? u"confirmed"_s : n % 3 == 1 ? u"different_plate"_s : u"unreadable"_s;
            add({.event = AuditEvent::ReadVerified,
                 .queryId = id,
                 .verdict = verdict,
                 .caseNumber = number,
                 .readIds = {u"read-%1"_s.arg(n)}});
            add({.event = AuditEvent::ReadKept,
                 .queryId = id,
                 .outcome = n % 3 == 0 ? u"relevant"_s : u"contrary"_s,
                 .verdict = verdict,
                 .caseNumber = number,
                 .readIds = {u"read-%1"_s.arg(n)},
                 .note = nasty[n % nasty.size()]});
        }
        add({.event = AuditEvent::ResultsDiscarded,
             .queryId = id,
             .outcome = u"closed"_s,
             .counts = AuditCounts{.returned = reads + 31, .kept = reads, .discarded = 31, .near = 4},
             .caseNumber = number});
        const QString alert = u"01993f00-2222-7000-8000-000000000001"_s;
        for (int n = 0; n < 3; ++n)
            add({.event = AuditEvent::AlertHit,
                 .queryId = alert,
                 .outcome = n == 0 ? u"near"_s : u"received"_s,
                 .plate = u"PRACPLT7"_s,
                 .caseNumber = number,
                 .readIds = {u"hit-read-%1"_s.arg(n)}});
        add({.event = AuditEvent::ReadVerified,
             .queryId = alert,
             .verdict = u"unreadable"_s,
             .caseNumber = number,
             .readIds = {u"hit-read-1"_s}});
        add({.event = AuditEvent::ExportIntended, .queryId = u"01993f00-1111-7000-8000-000000000001"_s, .caseNumber = number});
        std::vector<Hash> leaves;
        for (const EncodedEntry& one : encoded)
            leaves.push_back(leafHash(one.publicBytes));
        ProofMaker proofs(leaves.size(), [leaves](std::uint64_t first, std::size_t count) {
            const auto end = std::min(leaves.size(), static_cast<std::size_t>(first) + count);
            return std::vector<Hash>(leaves.begin() + static_cast<std::ptrdiff_t>(first),
                                     leaves.begin() + static_cast<std::ptrdiff_t>(end));
        });
        while (!proofs.prepare(256)) {
        }
        CaseCount numbers;
        for (std::size_t i = mine; i < encoded.size(); ++i) {
            entries.push_back({.publicBytes = encoded[i].publicBytes,
                               .privateBytes = encoded[i].privateBytes,
                               .open = parsePublicPart(encoded[i].publicBytes).value(),
                               .closed = parsePrivatePart(encoded[i].privateBytes).value(),
                               .proof = proofs.prove(i)});
            numbers.add(entries.back().open, entries.back().closed);
        }
        cover.numbers = numbers.numbers();
        cover.checkpointSize = leaves.size();
        cover.checkpoint = log.sign(leaves.size(), proofs.root()).value();
    }

    /// Drives a writer to its end, as the service does.
    [[nodiscard]] std::expected<WrittenBundle, BundleFault> drive(BundleWriter& writer) const
    {
        constexpr int batch = 16;
        if (const auto done = writer.start(); !done)
            return std::unexpected(done.error());
        while (true) {
            BundleSink::Done done;
            switch (writer.wants()) {
            case BundleWants::Reads:
            case BundleWants::Pictures: {
                const bool pictures = writer.wants() == BundleWants::Pictures;
                for (int first = 0; first < reads && done; first += batch) {
                    std::vector<BundleRead> list;
                    for (int n = first; n < std::min(first + batch, reads); ++n)
                        list.push_back(read(n, pictures));
                    done = writer.addReads(list);
                }
                done = done.and_then([&] { return writer.endReads(); });
                break;
            }
            case BundleWants::Entries: done = writer.addEntries(entries).and_then([&] { return writer.endEntries(); }); break;
            case BundleWants::Signature:
                done = writer.sign(KeyCredential::fromParts(people.signerKey, people.signer).value()->sign(writer.toSign()).value());
                break;
            case BundleWants::Check: return writer.conclude();
            case BundleWants::TimeStamp:
            case BundleWants::Done: return std::unexpected(BundleFault::CheckFailed);
            }
            if (!done)
                return std::unexpected(done.error());
        }
    }
    [[nodiscard]] std::expected<WrittenBundle, BundleFault> write(BundleKind kind, const QString& target)
    {
        const std::vector<Certificate> recipients =
            kind == BundleKind::Encrypted ? std::vector{people.recipient} : std::vector<Certificate>();
        cover.recipients = kind == BundleKind::Encrypted ? QStringList{u"court clerk"_s} : QStringList();
        auto writer = BundleWriter::create(ExportProbe::leave(cover.exportId), cover, kind, target, recipients);
        if (!writer)
            return std::unexpected(writer.error());
        return drive(**writer);
    }
    /// A fresh bag as a folder.
    [[nodiscard]] QString bag()
    {
        const QString path = folder.filePath(u"bag-%1"_s.arg(++made));
        return write(BundleKind::Folder, path) ? path : QString();
    }
    [[nodiscard]] QString save(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
};

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Ran {
    int status = -1;
    QByteArray out;
};
inline Ran run(const QString& program, const QStringList& arguments, const QString& in = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(in);
    process.start(program, arguments);
    if (!process.waitForFinished(100'000) || process.exitStatus() != QProcess::NormalExit)
        return {.status = -1, .out = process.readAll()};
    return {.status = process.exitCode(), .out = process.readAll()};
}
inline Ran shell(const QString& command, const QString& in)
{
    return run(u"bash"_s, {u"-c"_s, command}, in);
}

} // namespace casebound::test
