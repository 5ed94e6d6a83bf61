#include "bundle/BundleFixture.h"
#include "support/Paths.h"

using namespace casebound;
using namespace casebound::test;

/// What programs of others say of a bag full of the worst text.
class BundleOutsideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<BundleFixture>();
        m_bag = m_fixture->bag();
        QVERIFY(!m_bag.isEmpty());
    }

    void reportIsSoundAndAccessibleHtml()
    {
        const Ran tidy = run(u"tidy"_s, {u"-e"_s, u"-q"_s, u"--show-info"_s, u"no"_s, file(u"report.html"_s)});
        QVERIFY2(tidy.status == 0, tidy.out.constData());
        const Ran lint = run(QStringLiteral(CASEBOUND_PYTHON), {test::sourceFile(u"tests/bundle/html_lint.py"_s), file(u"report.html"_s)});
        QVERIFY2(lint.status == 0, lint.out.constData());
    }

    void reportIsPdfA1b()
    {
        const Ran check = run(u"qpdf"_s, {u"--check"_s, file(u"report.pdf"_s)});
        QVERIFY2(check.status == 0, check.out.constData());
        const QString plain = m_fixture->folder.filePath(u"plain.pdf"_s);
        QCOMPARE(run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file(u"report.pdf"_s), plain}).status, 0);
        const QByteArray text = contents(plain).replace("/SMask /None", "");
        QVERIFY(text.startsWith("%PDF-1.4"));
        QVERIFY(text.contains("<pdfaid:part>1</pdfaid:part>") && text.contains("<pdfaid:conformance>B</pdfaid:conformance>"));
        QVERIFY(text.contains("/GTS_PDFA1") && text.contains("/DestOutputProfile"));
        QCOMPARE(text.count("/Type /FontDescriptor"), text.count("/FontFile2"));
        for (const char* forbidden : {"/DeviceCMYK", "/Encrypt", "/SMask", "/JavaScript", "/EmbeddedFile", "/Launch"})
            QVERIFY2(!text.contains(forbidden), forbidden);
    }

    void reportPassesPreflight()
    {
        const QString jars = u"/usr/share/java/"_s;
        QStringList path;
        for (const auto& jar :
             {u"preflight"_s, u"pdfbox2"_s, u"xmpbox"_s, u"fontbox2"_s, u"commons-logging"_s, u"javax.activation"_s, u"jaxb-api"_s}) {
            QVERIFY2(QFile::exists(jars + jar + u".jar"_s), qPrintable(jar + u".jar is not installed: PDFBox Preflight was not asked"_s));
            path += jars + jar + u".jar"_s;
        }
        const Ran preflight = run(
            u"java"_s, {u"-Xmx256m"_s, u"-cp"_s, path.join(u':'), u"org.apache.pdfbox.preflight.Validator_A1b"_s, file(u"report.pdf"_s)});
        QVERIFY2(preflight.status == 0 && preflight.out.contains("is a valid PDF/A-1b file"), preflight.out.constData());
    }

    void mapsOpen()
    {
        for (const char* name : {"geo/reads.geojson", "geo/reads.kml", "geo/reads.gpx"}) {
            const Ran ran = run(u"ogrinfo"_s, {u"-ro"_s, u"-al"_s, u"-so"_s, file(QString::fromLatin1(name))});
            QVERIFY2(ran.status == 0 && !ran.out.contains("ERROR") && !ran.out.contains("Warning"), ran.out.constData());
            QVERIFY2(ran.out.contains(qstrcmp(name, "geo/reads.gpx") == 0 ? "Feature Count: 14" : "Feature Count: 18"),
                     ran.out.constData());
        }
        for (const char* format : {"gpx", "kml"}) {
            const QString out = m_fixture->folder.filePath(u"out.csv"_s);
            const Ran ran = run(u"gpsbabel"_s, {u"-i"_s, QString::fromLatin1(format), u"-f"_s,
                                                file(u"geo/reads."_s + QString::fromLatin1(format)), u"-o"_s, u"unicsv"_s, u"-F"_s, out});
            QVERIFY2(ran.status == 0, ran.out.constData());
            QCOMPARE(contents(out).trimmed().count('\n'), 14);
        }
    }

    void graphIsJsonLdWithNoBrokenReference()
    {
        const Ran ran = run(QStringLiteral(CASEBOUND_PYTHON), {u"-c"_s, QString::fromLatin1(R"(
import json, re, sys
from rdflib import Graph
text = open(sys.argv[1], encoding="utf-8").read()
nodes = json.loads(text)["@graph"]
ids = [node["@id"] for node in nodes]
assert len(ids) == len(set(ids)), "an id twice"
assert all(re.search(r"-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", one) for one in ids)
graph = Graph().parse(data=text, format="json-ld")
reads = list(graph.query("SELECT ?r ?v ?k WHERE {?r a <urn:casebound:ontology:PlateRead>; <urn:casebound:ontology:verification> ?v; <urn:casebound:ontology:keptAs> ?k}"))
assert len(reads) == 18, len(reads)
assert sum(str(v) == "unverified" for _, v, _ in reads) == 12
assert sum(str(k) == "contrary" for _, _, k in reads) == 12
used = {str(o) for o in graph.objects() if str(o).startswith("urn:casebound:kb:")}
known = {str(s) for s in graph.subjects()}
assert used <= known, used - known
own = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(predicate=None)}
print("good")
)"),
                                                               file(u"case.jsonld"_s)});
        QVERIFY2(ran.out.contains("good"), ran.out.constData());
    }

    void noFormulaSurvivesASpreadsheet()
    {
        const QString out = m_fixture->folder.filePath(u"sheet"_s);
        for (const char* name : {"reads.csv", "decisions.csv", "searches.csv", "alerts.csv"}) {
            const Ran ran =
                run(u"soffice"_s, {u"--headless"_s, u"-env:UserInstallation=file://"_s + m_fixture->folder.filePath(u"office"_s),
                                   u"--convert-to"_s, u"fods"_s, u"--outdir"_s, out, file(QString::fromLatin1(name))});
            const QByteArray sheet = contents(out + u'/' + QString::fromLatin1(name).replace(u".csv"_s, u".fods"_s));
            QVERIFY2(sheet.contains("table:table-cell"), ran.out.constData());
            QVERIFY2(!sheet.contains("table:formula"), name);
        }
        QVERIFY(contents(out + u"/reads.fods"_s).contains("HYPERLINK(")); // the text itself is there
    }

    // Opened, computed and saved again: what would have been a formula is still the text that was typed.
    void aSpreadsheetSavesTheTextsAndNoResults()
    {
        const QString out = m_fixture->folder.filePath(u"saved"_s);
        const Ran ran = run(u"soffice"_s, {u"--headless"_s, u"-env:UserInstallation=file://"_s + m_fixture->folder.filePath(u"office"_s),
                                           u"--convert-to"_s, u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"_s,
                                           u"--outdir"_s, out, file(u"reads.csv"_s)});
        const QByteArray saved = contents(out + u"/reads.csv"_s);
        QCOMPARE(saved.count('\n'), contents(file(u"reads.csv"_s)).count('\n'));
        for (const char* text : {"'=HYPERLINK(", "'+1+1", "'-2+3", "'@SUM(1)", "'[U+0009]=1+1", "' =1+1"})
            QVERIFY2(saved.contains(text), text);
        for (const char* result : {"#NAME?", "#VALUE!", "Err:", ",2,", ",1,"})
            QVERIFY2(!saved.contains(result), (QByteArray(result) + " in " + ran.out + saved.first(2'000)).constData());
    }

private:
    [[nodiscard]] QString file(const QString& name) const { return m_bag + u"/data/"_s + name; }
    std::unique_ptr<BundleFixture> m_fixture;
    QString m_bag;
};

QTEST_MAIN(BundleOutsideTest)
#include "BundleOutsideTest.moc"
