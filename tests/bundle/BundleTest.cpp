#include "bundle/BundleFixture.h"
#include "bundle/BundleText.h"
#include "crypto/CmsStream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace casebound;
using namespace casebound::test;

class BundleTest : public QObject {
    Q_OBJECT

    /// The commands a README of a bag names, one line each.
    static QStringList everyCommand(const QString& bag)
    {
        QStringList list;
        for (const QString& line : QString::fromUtf8(contents(bag + u"/data/README.txt"_s)).split(u'\n')) {
            if (line.startsWith(u"         "_s) && !line.contains(u"casebound-verify"_s))
                list += line.trimmed();
        }
        return list;
    }
    static bool opens(const QString& command) { return command.contains(u"-decrypt"_s) || command.startsWith(u"unzip"_s); }
    /// Those for the unpacked bag.
    static QStringList commands(const QString& bag)
    {
        QStringList list = everyCommand(bag);
        list.removeIf(opens);
        return list;
    }
    /// Whatever has a name of "work" is unpacked as a README says and judged by its commands. False where one of them is not content.
    static bool holdsForAnOutsider(const BundleFixture& fixture, const QString& work, const QStringList& readme, bool encrypted)
    {
        (void)fixture.save(u"certificate.pem"_s, fixture.people.recipient.pem());
        (void)fixture.save(u"key.der"_s, fixture.people.recipientKey.toPkcs8().view().toByteArray());
        if (shell(u"rm -rf unpacked && openssl pkey -inform DER -in key.der -out key.pem"_s, fixture.folder.path()).status != 0)
            return false;
        for (QString command : readme) {
            if (!opens(command) || (command.contains(u"-decrypt"_s) && !encrypted))
                continue;
            command.replace(encrypted ? u"FILE.p7m"_s : u"bag.zip"_s, work);
            // The order of the text: a zip first, what makes one out of an envelope further below.
            if (command.startsWith(u"unzip"_s) && encrypted)
                continue;
            if (shell(command, fixture.folder.path()).status != 0)
                return false;
        }
        if (encrypted) {
            const auto unzip = std::ranges::find_if(readme, [](const QString& command) { return command.startsWith(u"unzip"_s); });
            if (shell(*unzip, fixture.folder.path()).status != 0)
                return false;
        }
        const QStringList bags =
            QDir(fixture.folder.filePath(u"unpacked"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        return bags.size() == 1 &&
               outsiderIsContent(fixture.folder.filePath(u"unpacked/"_s + bags[0]), fixture.folder.filePath(u"ca.pem"_s), readme);
    }
    /// True where every command is content and the finds print nothing.
    static bool outsiderIsContent(const QString& bag, const QString& authority, const QStringList& readme = {})
    {
        bool content = true;
        for (QString command : readme.isEmpty() ? commands(bag) : readme) {
            if (opens(command))
                continue;
            const bool check = !command.contains(u"sha512sum"_s) && !command.contains(u"openssl"_s);
            command.replace(u"ca.pem"_s, authority);
            const Ran ran = shell(command, bag);
            content = content && (check ? ran.out.trimmed().isEmpty() : ran.status == 0);
        }
        return content;
    }

private Q_SLOTS:
    void bagHoldsForAnOutsider()
    {
        BundleFixture fixture;
        const QString bag = fixture.bag();
        QVERIFY(!bag.isEmpty());
        QCOMPARE(commands(bag).size(), 7);
        QVERIFY(outsiderIsContent(bag, fixture.save(u"ca.pem"_s, fixture.people.authority.authority().pem())));
        QVERIFY(contents(bag + u"/bagit.txt"_s).startsWith("BagIt-Version: 1.0\n"));
    }

    void whateverIsDoneToABagTheOutsidersCommandsNotice_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char* deed :
             {"printf x >> data/reads.csv", "printf x > data/new.txt", "rm data/report.pdf",
              "mv data/reads.csv t; mv data/alerts.csv data/reads.csv; mv t data/alerts.csv", "rm -r data/images",
              "sed -i s/e/f/ bag-info.txt", "printf x > extra.txt", "printf x > signature/other",
              "sed -i 1d manifest-sha512.txt; sed -i '/manifest-/d' tagmanifest-sha512.txt", "printf x >> data/audit/checkpoint",
              // Everything made to agree again, but for the signature.
              "printf x >> data/reads.csv; find data -type f | LC_ALL=C sort | xargs sha512sum > manifest-sha512.txt; sha512sum bagit.txt "
              "manifest-sha512.txt bag-info.txt > tagmanifest-sha512.txt"})
            QTest::newRow(deed) << QString::fromLatin1(deed);
    }
    void whateverIsDoneToABagTheOutsidersCommandsNotice()
    {
        QFETCH(QString, deed);
        BundleFixture fixture(6);
        const QString bag = fixture.bag(), authority = fixture.save(u"ca.pem"_s, fixture.people.authority.authority().pem());
        QVERIFY(outsiderIsContent(bag, authority));
        QCOMPARE(shell(deed, bag).status, 0);
        QVERIFY(!outsiderIsContent(bag, authority));
    }

    // The same deeds to what lies in a zip, and in an envelope, which anybody can make anew who has the recipient's certificate.
    void whateverIsDoneToAZipOrAnEnvelopeTheOutsidersCommandsNotice_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<QString>("deed");
        for (const bool encrypted : {false, true}) {
            for (const char* deed : {"", "printf x >> data/reads.csv", "printf x > data/new.txt", "rm data/report.pdf",
                                     "mv data/reads.csv t; mv data/alerts.csv data/reads.csv; mv t data/alerts.csv", "printf x > extra.txt",
                                     "printf x >> data/reads.csv; find data -type f | LC_ALL=C sort | xargs sha512sum > "
                                     "manifest-sha512.txt; sha512sum bagit.txt manifest-sha512.txt bag-info.txt > tagmanifest-sha512.txt"})
                QTest::addRow("%s: %s", encrypted ? "envelope" : "zip", *deed ? deed : "nothing") << encrypted << QString::fromLatin1(deed);
        }
    }
    void whateverIsDoneToAZipOrAnEnvelopeTheOutsidersCommandsNotice()
    {
        QFETCH(bool, encrypted);
        QFETCH(QString, deed);
        BundleFixture fixture(6);
        QVERIFY(!fixture.save(u"ca.pem"_s, fixture.people.authority.authority().pem()).isEmpty());
        const QStringList readme = everyCommand(fixture.bag());
        QCOMPARE(readme.size(), 9);
        const QString whole = fixture.folder.filePath(u"whole.zip"_s), again = fixture.folder.filePath(u"again.zip"_s);
        QVERIFY(fixture.write(BundleKind::Zip, whole));
        const QString name = QString::fromLatin1(bagName(fixture.cover.subject.number, exportedAt));
        QCOMPARE(run(u"unzip"_s, {u"-q"_s, whole, u"-d"_s, fixture.folder.filePath(u"out"_s)}).status, 0);
        if (!deed.isEmpty())
            QCOMPARE(shell(deed, fixture.folder.filePath(u"out/"_s + name)).status, 0);
        QCOMPARE(run(u"zip"_s, {u"-qrD"_s, again, name}, fixture.folder.filePath(u"out"_s)).status, 0);
        if (encrypted) {
            QByteArray sealed;
            const std::vector recipients{fixture.people.recipient};
            auto envelope = CmsStream::create(recipients, [&sealed](QByteArrayView bytes) {
                sealed += bytes;
                return true;
            });
            QVERIFY(envelope && (*envelope)->write(contents(again)) && (*envelope)->finish());
            QVERIFY(!fixture.save(u"again.p7m"_s, sealed).isEmpty());
        }
        QCOMPARE(holdsForAnOutsider(fixture, encrypted ? u"again.p7m"_s : u"again.zip"_s, readme, encrypted), deed.isEmpty());
    }

    void oneBitOfAZipOrAnEnvelopeIsNoticed_data()
    {
        QTest::addColumn<BundleKind>("kind");
        QTest::newRow("zip") << BundleKind::Zip;
        QTest::newRow("envelope") << BundleKind::Encrypted;
    }
    void oneBitOfAZipOrAnEnvelopeIsNoticed()
    {
        QFETCH(BundleKind, kind);
        BundleFixture fixture(4);
        QVERIFY(!fixture.save(u"ca.pem"_s, fixture.people.authority.authority().pem()).isEmpty());
        const QStringList readme = everyCommand(fixture.bag());
        QVERIFY(fixture.write(kind, fixture.folder.filePath(u"whole"_s)));
        const QByteArray whole = contents(fixture.folder.filePath(u"whole"_s));
        QVERIFY(holdsForAnOutsider(fixture, u"whole"_s, readme, kind == BundleKind::Encrypted));
        QCOMPARE(shell(u"mv unpacked good"_s, fixture.folder.path()).status, 0);
        for (int n = 1; n < 12; ++n) {
            QByteArray bytes = whole;
            const qsizetype at = bytes.size() / 12 * n;
            bytes[at] = static_cast<char>(bytes[at] ^ 4);
            QVERIFY(!fixture.save(u"bit"_s, bytes).isEmpty());
            // Of a zip a bit may be nobody's words, such as a date: then what comes out is every byte that went in.
            if (holdsForAnOutsider(fixture, u"bit"_s, readme, kind == BundleKind::Encrypted)) {
                QVERIFY2(kind == BundleKind::Zip, QByteArray::number(at).constData());
                QCOMPARE(shell(u"diff -r unpacked good"_s, fixture.folder.path()).status, 0);
            }
        }
    }

    void everyFormatSaysWhichReadsAreNearASensitivePlace()
    {
        BundleFixture fixture(9); // reads 0 and 7 are near one; 7 has no place of its own on a map
        const QString bag = fixture.bag();
        QStringList asked{u"data/report.pdf"_s};
        const QByteArray pdf = run(u"pdftotext"_s, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, bag + u"/data/report.pdf"_s, u"-"_s}).out;
        QCOMPARE(pdf.simplified().count("Made-up School <1> (Schools, about 120 m)"), 2);
        for (const char* name : {"data/report.html", "data/case.jsonld", "data/reads.csv", "data/geo/reads.geojson", "data/geo/reads.kml",
                                 "data/geo/reads.gpx"}) {
            asked += QString::fromLatin1(name);
            const QByteArray text = contents(bag + u'/' + QString::fromLatin1(name));
            const bool plain =
                !QByteArrayView(name).endsWith("html") && !QByteArrayView(name).endsWith("kml") && !QByteArrayView(name).endsWith("gpx");
            const QByteArray place =
                plain ? "Made-up School <1> (Schools, about 120 m)" : "Made-up School &lt;1&gt; (Schools, about 120 m)";
            QCOMPARE(text.count("Near a sensitive place, the office&#39;s policy applies: " + place) +
                         text.count("Near a sensitive place, the office's policy applies: " + place),
                     QByteArrayView(name).endsWith("gpx") ? 1 : 2);
        }
        // A format that is added to the list is asked here, too.
        for (const auto& format : bundleFormats(fixture.cover))
            QVERIFY2(!format->wantsReads() || asked.contains(QString::fromLatin1(format->path())), format->path().constData());
    }

    void everyFormatSaysWhatWasNotVerified()
    {
        BundleFixture fixture(9);
        const QString bag = fixture.bag();
        for (const auto& format : bundleFormats(fixture.cover)) {
            static const QByteArrayList asked{"data/report.html",       "data/report.pdf",    "data/case.jsonld",  "data/reads.csv",
                                              "data/geo/reads.geojson", "data/geo/reads.kml", "data/geo/reads.gpx"};
            QVERIFY2(!format->wantsReads() || asked.contains(format->path()), format->path().constData());
        }
        for (const char* name : {"report.html", "case.jsonld", "reads.csv", "geo/reads.geojson", "geo/reads.kml", "geo/reads.gpx"}) {
            const QByteArray text = contents(bag + u"/data/"_s + QString::fromLatin1(name));
            const auto count = [&text](const char* word) { return text.toLower().count(word); };
            const int reads = qstrcmp(name, "geo/reads.gpx") == 0 ? 7 : 9; // two have no place
            QVERIFY2(count("unverified") >= reads * 2 / 3, name);
            QVERIFY2(count("contrary") >= reads * 2 / 3, name);
            QVERIFY2(text.contains("u-agent"), name);
            QVERIFY2(text.contains("TYPED1"), name);
            QVERIFY2(text.contains(timeText(exportedAt - std::chrono::minutes(2)).toLatin1()), name);
            QVERIFY2(text.contains(leadNotice), name);
        }
        const Ran pdf = run(u"pdftotext"_s, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, bag + u"/data/report.pdf"_s, u"-"_s});
        QCOMPARE(pdf.out.count("UNVERIFIED, CONTRARY"), 6);
        QCOMPARE(pdf.out.count("VERIFIED \xE2\x80\x93 confirmed by eye"), 3);
        QVERIFY(pdf.out.contains("u-agent") && pdf.out.contains("TYPED1"));
        QVERIFY(contents(bag + u"/data/decisions.csv"_s).contains("contrary"));
        QCOMPARE(contents(bag + u"/data/alerts.csv"_s).count("unverified when it came"), 3);
    }

    void numbersAreTheLogsInEveryPlace()
    {
        BundleFixture fixture(9);
        const CaseNumbers& n = fixture.cover.numbers;
        QCOMPARE(n.searches, 1);
        QCOMPARE(n.answered, 1);
        QCOMPARE(n.returned, 40);
        QCOMPARE(n.kept, 9);
        QCOMPARE(n.contrary, 6);
        QCOMPARE(n.discarded, 31);
        QCOMPARE(n.near, 4);
        QCOMPARE(n.unverified, 31); // a verdict on a hit is none on a read of the search
        QCOMPARE(n.hits, 3);
        QCOMPARE(n.nearHits, 1);
        QCOMPARE(n.unverifiedHits, 2);
        QCOMPARE(n.keptHits, 0);
        const QString bag = fixture.bag();
        const QByteArray readme = contents(bag + u"/data/README.txt"_s), info = contents(bag + u"/bag-info.txt"_s),
                         html = contents(bag + u"/data/report.html"_s);
        const QByteArray pdf = run(u"pdftotext"_s, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, bag + u"/data/report.pdf"_s, u"-"_s}).out;
        for (const auto& [term, value] : numberFacts(fixture.cover)) {
            const QByteArray line = (term + u": "_s + value).toUtf8();
            QVERIFY2(readme.contains("  " + line + '\n'), line.constData());
            QVERIFY2(info.contains(line + '\n'), line.constData());
            QVERIFY2(pdf.contains(line), line.constData());
            QVERIFY2(html.contains("<th scope=\"row\">" + term.toUtf8() + "</th><td class=\"words\">" + value.toUtf8() + "</td>"),
                     line.constData());
        }
        for (const QByteArray& text : {readme, info, html})
            QVERIFY(text.contains(leadNotice) && text.contains("DHS/ICE-009"));
    }

    void trainingIsMarkedEverywhere()
    {
        BundleFixture fixture(3, true);
        const QString bag = fixture.bag();
        for (const char* name : {"data/README.txt", "data/report.html", "data/reads.csv", "data/geo/reads.kml", "data/geo/reads.gpx",
                                 "data/geo/reads.geojson", "bag-info.txt"})
            QVERIFY2(contents(bag + u'/' + QString::fromLatin1(name)).contains("TRAINING"), name);
        QVERIFY(contents(bag + u"/data/case.jsonld"_s).contains("\"cb:training\":true"));
        QVERIFY(run(u"pdftotext"_s, {bag + u"/data/report.pdf"_s, u"-"_s}).out.contains("TRAINING"));
    }

    void namesFromDataAreNeverPaths()
    {
        BundleFixture fixture;
        const QString bag = fixture.bag();
        const QRegularExpression plain(
            uR"(^(bagit\.txt|bag-info\.txt|(tag)?manifest-sha512\.txt|signature/tagmanifest-sha512\.txt\.p7s|data/(README\.txt|report(-\d+)?\.(html|pdf)|case\.jsonld|(reads|searches|decisions|alerts)\.csv|geo/reads\.(geojson|kml|gpx)|images/[0-9a-f]{64}\.(jpg|png|bin)|audit/(checkpoint|entries\.jsonl)))$)"_s);
        int files = 0;
        for (QDirIterator it(bag, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
            const QString name = it.next().sliced(bag.size() + 1);
            QVERIFY2(plain.match(name).hasMatch(), qPrintable(name));
        }
        QVERIFY(files > 40);
        QCOMPARE(bagName(CaseNumber(u"--../PM 1/\u202E"_s), exportedAt), QByteArray("PM-1--_20261120T145045Z"));
    }

    void picturesAreTheOriginalBytes()
    {
        BundleFixture fixture(5);
        const QString bag = fixture.bag();
        for (int n = 0; n < 5; ++n) {
            for (const auto& [kind, bytes] : fixture.read(n, true).kept.images)
                QCOMPARE(contents(bag + u"/data/images/"_s + QString::fromLatin1(toBytes(sha256(bytes)).toHex()) + u".png"_s), bytes);
        }
    }

    void vehiclePicturesStayBehindByChoice()
    {
        BundleFixture fixture(5);
        fixture.cover.vehicleImages = false;
        const QString bag = fixture.bag();
        QCOMPARE(QDir(bag + u"/data/images"_s).entryList(QDir::Files).size(), 5);
        QVERIFY(contents(bag + u"/data/README.txt"_s).contains("stayed behind by choice"));
        QVERIFY(!contents(bag + u"/data/report.html"_s).contains("Picture of the vehicle"));
    }

    void longCasesAreSplitOnPaper()
    {
        BundleFixture fixture(1);
        fixture.cover.reads = 1'003;
        QByteArrayList parts;
        auto format = makeReportPdf(fixture.cover);
        QCOMPARE(format->begin(), QByteArray());
        for (int n = 0; n < 1'003; ++n) {
            if (auto more = format->continuation()) {
                parts += format->end();
                format = std::move(more);
                QCOMPARE(format->begin(), QByteArray());
            }
            QCOMPARE(format->read(test::read(n, u"short"_s)), QByteArray());
        }
        QCOMPARE(format->path(), QByteArray("data/report-2.pdf"));
        parts += format->end();
        QCOMPARE(parts.size(), 2);
        const QByteArray first = run(u"pdftotext"_s, {fixture.save(u"1.pdf"_s, parts[0]), u"-"_s}).out;
        const QByteArray second = run(u"pdftotext"_s, {fixture.save(u"2.pdf"_s, parts[1]), u"-"_s}).out;
        QVERIFY(first.contains("Goes on in report-2.pdf") && first.contains("Read 1000:") && !first.contains("Read 1001:"));
        QVERIFY(second.contains("Read 1001:") && second.contains("Read 1003:") && !second.contains("Read 1000:"));
    }

    void proofsLeadToTheSignedHead()
    {
        BundleFixture fixture(4);
        const QString bag = fixture.bag();
        const std::vector keys{fixture.log.verifierKey()};
        const auto head = verifyCheckpoint(contents(bag + u"/data/audit/checkpoint"_s), keys);
        QVERIFY(head);
        const QByteArrayList lines = contents(bag + u"/data/audit/entries.jsonl"_s).split('\n');
        QCOMPARE(lines.size(), qsizetype(fixture.entries.size() + 1));
        for (std::size_t i = 0; i < fixture.entries.size(); ++i) {
            const QJsonObject line = QJsonDocument::fromJson(lines[qsizetype(i)]).object();
            QCOMPARE(line["entry"_L1].toString().toUtf8(), fixture.entries[i].publicBytes);
            QCOMPARE(line["private"_L1].toString().toUtf8(), fixture.entries[i].privateBytes);
            QVERIFY(verifyInclusion(leafHash(fixture.entries[i].publicBytes), std::uint64_t(line["seq"_L1].toInteger()), head->size,
                                    fixture.entries[i].proof, head->root));
        }
    }

    void zipAndEnvelopeHoldTheSameBag()
    {
        BundleFixture fixture(7);
        const QString zip = fixture.folder.filePath(u"a.zip"_s), sealed = fixture.folder.filePath(u"b.zip.p7m"_s);
        const auto plain = fixture.write(BundleKind::Zip, zip);
        QVERIFY(plain);
        QCOMPARE(run(u"sha512sum"_s, {zip}).out.first(128), plain->sha512.toHex());
        QCOMPARE(run(u"unzip"_s, {u"-tq"_s, zip}).status, 0);
        QCOMPARE(run(u"unzip"_s, {u"-q"_s, zip, u"-d"_s, fixture.folder.filePath(u"out"_s)}).status, 0);
        const QString bag = fixture.folder.filePath(u"out/"_s + QString::fromLatin1(bagName(fixture.cover.subject.number, exportedAt)));
        QVERIFY(outsiderIsContent(bag, fixture.save(u"ca.pem"_s, fixture.people.authority.authority().pem())));

        const auto closed = fixture.write(BundleKind::Encrypted, sealed);
        QVERIFY(closed);
        QVERIFY(!contents(sealed).contains("PRAC1"));
        const QString key = fixture.save(u"key.der"_s, fixture.people.recipientKey.toPkcs8().view().toByteArray());
        const QString certificate = fixture.save(u"certificate.pem"_s, fixture.people.recipient.pem());
        const QString opened = fixture.folder.filePath(u"opened.zip"_s);
        const QStringList decrypt{u"cms"_s,    u"-decrypt"_s, u"-binary"_s, u"-inform"_s,  u"DER"_s, u"-in"_s,  sealed, u"-recip"_s,
                                  certificate, u"-inkey"_s,   key,          u"-keyform"_s, u"DER"_s, u"-out"_s, opened};
        const Ran ran = run(u"openssl"_s, decrypt);
        QVERIFY2(ran.status == 0, ran.out.constData());
        QCOMPARE(run(u"unzip"_s, {u"-tq"_s, opened}).status, 0);
        // One bit, anywhere in the content.
        QByteArray bytes = contents(sealed);
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        QVERIFY(!fixture.save(u"b.zip.p7m"_s, bytes).isEmpty());
        QVERIFY(run(u"openssl"_s, decrypt).status != 0);
    }
};

QTEST_MAIN(BundleTest)
#include "BundleTest.moc"
