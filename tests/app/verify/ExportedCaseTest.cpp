// Case files as casebound-verify judges them, whole and altered, in each of their forms.
#include "bundle/BundleFixture.h"
#include "crypto/CmsStream.h"
#include "support/Paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace casebound;
using namespace casebound::test;

namespace {

struct Said {
    int status = -1;
    QByteArray out;
    QByteArrayList kinds;
};

/// An outsider with the office's authority, the log's key and a recipient's key.
struct Outsider {
    BundleFixture fixture{8};
    QString authority = fixture.save(u"ca.pem"_s, fixture.people.authority.authority().pem());
    QString key = fixture.save(u"key.der"_s, fixture.people.recipientKey.toPkcs8().view().toByteArray());

    [[nodiscard]] Said verify(const QString& path, const QStringList& more = {}) const
    {
        const Ran ran = run(test::builtProgram(u"casebound-verify"_s),
                            QStringList{u"export"_s, path, u"--json"_s, u"--ca"_s, authority, u"--verifier-key"_s,
                                        QString::fromUtf8(fixture.log.verifierKey().text()), u"--recipient-key"_s, key} +
                                more);
        Said said{.status = ran.status, .out = ran.out, .kinds = {}};
        for (const QJsonValue& fault : QJsonDocument::fromJson(ran.out)["faults"_L1].toArray())
            said.kinds += fault["kind"_L1].toString().toLatin1();
        return said;
    }
    [[nodiscard]] QString bagInside() const { return QString::fromLatin1(bagName(fixture.cover.subject.number, exportedAt)); }
};

} // namespace

class ExportedCaseTest : public QObject {
    Q_OBJECT

    static void deeds()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char* name, const char* deed, const char* kind) {
            QTest::newRow(name) << QString::fromLatin1(deed) << QByteArray(kind);
        };
        row("altered", "printf x >> data/report.html", "file_altered");
        row("added below data", "printf x > data/new.txt", "file_added");
        row("added beside", "printf x > new.txt", "file_added");
        row("added to the signature", "printf x > signature/new", "file_added");
        row("removed", "rm data/report.pdf", "file_missing");
        row("pictures removed", "rm -r data/images", "file_missing");
        row("swapped", "mv data/reads.csv t; mv data/alerts.csv data/reads.csv; mv t data/alerts.csv", "file_altered");
        row("tag altered", "sed -i s/e/f/ bag-info.txt", "file_altered");
        row("manifest shortened", "sed -i 1d manifest-sha512.txt", "file_altered");
        row("signature removed", "rm signature/*", "file_missing");
        row("signature altered", "printf x >> signature/tagmanifest-sha512.txt.p7s", "signature_bad");
        const char agree[] = "find data -type f | LC_ALL=C sort | xargs sha512sum > manifest-sha512.txt; sha512sum bagit.txt "
                             "manifest-sha512.txt bag-info.txt > tagmanifest-sha512.txt";
        QTest::newRow("made to agree again") << (u"printf x >> data/report.html; "_s + QString::fromLatin1(agree))
                                             << QByteArray("signature_bad");
        QTest::newRow("an unverified read called verified")
            << (u"sed -i s/unverified,contrary/verified,relevant/ data/reads.csv; "_s + QString::fromLatin1(agree))
            << QByteArray("verdict_differs");
        QTest::newRow("a number made smaller") << (u"sed -i 's/^Reads discarded: .*/Reads discarded: 1/' bag-info.txt; "_s +
                                                   QString::fromLatin1(agree))
                                               << QByteArray("number_differs");
        QTest::newRow("an entry left out") << (u"sed -i 3d data/audit/entries.jsonl; "_s + QString::fromLatin1(agree))
                                           << QByteArray("number_differs");
        QTest::newRow("an entry altered") << (u"sed -i 's/PRACPLT7/PRACPLT8/' data/audit/entries.jsonl; "_s + QString::fromLatin1(agree))
                                          << QByteArray("private_differs");
        QTest::newRow("an outcome altered") << (u"sed -i 's/different_plate/confirmed/' data/audit/entries.jsonl; "_s +
                                                QString::fromLatin1(agree))
                                            << QByteArray("entry_not_in_log");
        QTest::newRow("another head") << (u"sed -i '2s/.*/5/' data/audit/checkpoint; "_s + QString::fromLatin1(agree))
                                      << QByteArray("checkpoint_bad");
        QTest::newRow("a picture renamed") << (u"cd data/images; set -- *; mv $1 t; mv $2 $1; mv t $2; cd ../..; "_s +
                                               QString::fromLatin1(agree))
                                           << QByteArray("image_differs");
    }

private Q_SLOTS:
    void wholeExportsAreInOrder()
    {
        Outsider outsider;
        const QString folder = outsider.fixture.bag(), zip = outsider.fixture.folder.filePath(u"a.zip"_s),
                      sealed = outsider.fixture.folder.filePath(u"a.p7m"_s);
        QVERIFY(outsider.fixture.write(BundleKind::Zip, zip));
        QVERIFY(outsider.fixture.write(BundleKind::Encrypted, sealed));
        for (const QString& path : {folder, zip, sealed}) {
            const Said said = outsider.verify(path);
            QVERIFY2(said.status == 0, said.out.constData());
            const QJsonObject report = QJsonDocument::fromJson(said.out).object();
            QCOMPARE(report["reads"_L1].toInt(), 8);
            QCOMPARE(report["signer"_L1].toString(), u"u-agent"_s);
            QVERIFY(report["signature_checked"_L1].toBool() && report["log_checked"_L1].toBool());
        }
    }

    void alteredFolderIsCaught_data() { deeds(); }
    void alteredFolderIsCaught()
    {
        QFETCH(QString, deed);
        QFETCH(QByteArray, kind);
        Outsider outsider;
        const QString bag = outsider.fixture.bag();
        QCOMPARE(shell(deed, bag).status, 0);
        const Said said = outsider.verify(bag);
        QVERIFY2(said.status == 1 && said.kinds.contains(kind), said.out.constData());
    }

    void alteredZipIsCaught_data() { deeds(); }
    void alteredZipIsCaught()
    {
        QFETCH(QString, deed);
        QFETCH(QByteArray, kind);
        Outsider outsider;
        const QString zip = outsider.fixture.folder.filePath(u"a.zip"_s), out = outsider.fixture.folder.filePath(u"out"_s);
        QVERIFY(outsider.fixture.write(BundleKind::Zip, zip));
        QCOMPARE(run(u"unzip"_s, {u"-q"_s, zip, u"-d"_s, out}).status, 0);
        QCOMPARE(shell(deed, out + u'/' + outsider.bagInside()).status, 0);
        const QString again = outsider.fixture.folder.filePath(u"b.zip"_s);
        QCOMPARE(run(u"zip"_s, {u"-qrD"_s, again, outsider.bagInside()}, out).status, 0);
        const Said said = outsider.verify(again);
        QVERIFY2(said.status == 1 && said.kinds.contains(kind), said.out.constData());
    }

    // Whoever has the recipient's certificate can make an envelope; what is inside is caught all the same.
    void alteredAndEncryptedAnewIsCaught_data() { deeds(); }
    void alteredAndEncryptedAnewIsCaught()
    {
        QFETCH(QString, deed);
        QFETCH(QByteArray, kind);
        Outsider outsider;
        const QString zip = outsider.fixture.folder.filePath(u"a.zip"_s), out = outsider.fixture.folder.filePath(u"out"_s),
                      again = outsider.fixture.folder.filePath(u"b.zip"_s);
        QVERIFY(outsider.fixture.write(BundleKind::Zip, zip));
        QCOMPARE(run(u"unzip"_s, {u"-q"_s, zip, u"-d"_s, out}).status, 0);
        QCOMPARE(shell(deed, out + u'/' + outsider.bagInside()).status, 0);
        QCOMPARE(run(u"zip"_s, {u"-qrD"_s, again, outsider.bagInside()}, out).status, 0);
        QByteArray sealed;
        const std::vector recipients{outsider.fixture.people.recipient};
        auto envelope = CmsStream::create(recipients, [&sealed](QByteArrayView bytes) {
            sealed += bytes;
            return true;
        });
        QVERIFY(envelope && (*envelope)->write(contents(again)) && (*envelope)->finish());
        const Said said = outsider.verify(outsider.fixture.save(u"b.p7m"_s, sealed));
        QVERIFY2(said.status == 1 && said.kinds.contains(kind), said.out.constData());
    }

    void partsOfAnotherExportAreCaught_data()
    {
        QTest::addColumn<QString>("part");
        for (const char* part : {"data/reads.csv", "data/report.html", "bag-info.txt", "signature",
                                 "signature tagmanifest-sha512.txt manifest-sha512.txt bag-info.txt"})
            QTest::newRow(part) << QString::fromLatin1(part);
    }
    void partsOfAnotherExportAreCaught()
    {
        QFETCH(QString, part);
        Outsider outsider;
        const QString mine = outsider.fixture.bag();
        outsider.fixture.cover.vehicleImages = false; // the same case, exported by the same person for somebody else
        outsider.fixture.cover.exportedAt += std::chrono::minutes(5);
        const QString other = outsider.fixture.bag();
        QCOMPARE(outsider.verify(mine).status, 0);
        QCOMPARE(outsider.verify(other).status, 0);
        QCOMPARE(
            shell(u"for part in %1; do rm -r \"$part\" && cp -r \"%2/$part\" \"$part\" || exit 1; done"_s.arg(part, other), mine).status,
            0);
        const Said said = outsider.verify(mine);
        QVERIFY2(said.status == 1, said.out.constData());
    }

    void alteredEnvelopeIsCaught()
    {
        Outsider outsider;
        const QString sealed = outsider.fixture.folder.filePath(u"a.p7m"_s);
        QVERIFY(outsider.fixture.write(BundleKind::Encrypted, sealed));
        const QByteArray whole = contents(sealed);
        QRandomGenerator random(7);
        for (int n = 0; n < 12; ++n) {
            QByteArray bytes = whole;
            const auto at = n == 0 ? bytes.size() - 8 : random.bounded(static_cast<int>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
            QVERIFY(!outsider.fixture.save(u"b.p7m"_s, bytes).isEmpty());
            const Said said = outsider.verify(outsider.fixture.folder.filePath(u"b.p7m"_s));
            QVERIFY2(said.status == 1 || said.status == 2, QByteArray::number(at).constData());
        }
        for (const qsizetype size : {whole.size() - 1, whole.size() / 2, qsizetype(40), qsizetype(1)}) {
            QVERIFY(!outsider.fixture.save(u"b.p7m"_s, whole.first(size)).isEmpty());
            QVERIFY(outsider.verify(outsider.fixture.folder.filePath(u"b.p7m"_s)).status != 0);
        }
    }

    void withoutKeysItCannotTell()
    {
        Outsider outsider;
        const QString program = test::builtProgram(u"casebound-verify"_s), bag = outsider.fixture.bag(),
                      sealed = outsider.fixture.folder.filePath(u"a.p7m"_s);
        QVERIFY(outsider.fixture.write(BundleKind::Encrypted, sealed));
        QCOMPARE(run(program, {u"export"_s, bag}).status, 2);
        QCOMPARE(run(program, {u"export"_s, sealed, u"--ca"_s, outsider.authority}).status, 2);
        QCOMPARE(run(program, {u"export"_s, bag + u"-none"_s}).status, 2);
        const Ran stranger =
            run(program, {u"export"_s, bag, u"--ca"_s, outsider.fixture.save(u"other.pem"_s, People().authority.authority().pem())});
        QCOMPARE(stranger.status, 1);
        QVERIFY(stranger.out.contains("[signer_untrusted]"));
    }

    void nothingInAZipLeadsOutOfIt_data()
    {
        QTest::addColumn<QString>("make");
        QTest::newRow("climbs") << u"z.writestr('bag/../../x','x')"_s;
        QTest::newRow("absolute") << u"z.writestr('/tmp/x','x')"_s;
        QTest::newRow("backslash") << u"z.writestr('bag\\\\x','x')"_s;
        QTest::newRow("two roots") << u"z.writestr('a/x','x'); z.writestr('b/x','x')"_s;
        QTest::newRow("no root") << u"z.writestr('bagit.txt','x')"_s;
        QTest::newRow("twice") << u"z.writestr('a/bagit.txt','x'); z.writestr('a/bagit.txt','y')"_s;
        QTest::newRow("link")
            << u"i=zipfile.ZipInfo('a/bagit.txt'); i.create_system=3; i.external_attr=0o120777<<16; z.writestr(i,'/etc/passwd')"_s;
        QTest::newRow("bomb") << u"z.writestr('a/tagmanifest-sha512.txt', b'0'*200_000_000, compress_type=8)"_s;
    }
    void nothingInAZipLeadsOutOfIt()
    {
        QFETCH(QString, make);
        Outsider outsider;
        const QString zip = outsider.fixture.folder.filePath(u"x.zip"_s);
        const Ran made = run(
            u"python3"_s, {u"-W"_s, u"ignore"_s, u"-c"_s, u"import zipfile\nz=zipfile.ZipFile('%1','w')\n%2\nz.close()"_s.arg(zip, make)});
        QVERIFY2(made.status == 0, made.out.constData());
        const Said said = outsider.verify(zip);
        QVERIFY2(said.status == 1, said.out.constData());
    }

    void linksInAFolderAreNotFollowed()
    {
        Outsider outsider;
        const QString bag = outsider.fixture.bag();
        QCOMPARE(shell(u"mv data/reads.csv ../reads.csv; ln -s ../../reads.csv data/reads.csv"_s, bag).status, 0);
        const Said said = outsider.verify(bag);
        QVERIFY(said.status == 1 && said.kinds.contains("file_strange"));
    }
};

QTEST_MAIN(ExportedCaseTest)
#include "ExportedCaseTest.moc"
