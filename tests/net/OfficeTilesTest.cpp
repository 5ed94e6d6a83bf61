// The agency's own tile server: what is asked of it, and what each way of answering badly is called, over real TLS.
#include "net/OfficeTiles.h"
#include "domain/OfficeProfile.h"

#include "ScriptedServer.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class OfficeTilesTest final : public QObject {
    Q_OBJECT
    const TestPki m_pki, m_other{"Another made-up authority"};
    std::unique_ptr<ScriptedServer> m_server;
    VendorSettings m_vendor;

    BaseMap map(const QString& path = u"/streets"_s) const
    {
        BaseMap made;
        made.tiles = QUrl(m_server->url().toString() + path);
        made.caBundlePem = m_pki.caPem();
        return made;
    }
    TileAnswer ask(const BaseMap& map)
    {
        auto tiles = OfficeTiles::create(map, m_vendor, {.connect = 2'000ms, .idle = 300ms, .total = 1'000ms});
        if (!tiles)
            qFatal("The server cannot be used.");
        auto future = (*tiles)->tile(3, 5, 2);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("No answer.");
        return future.result();
    }
    static Reply answer(const QByteArray& type, const QByteArray& body, const QByteArray& status = "200 OK", const QByteArray& more = {})
    {
        return Reply::raw("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
                          "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({}), m_pki.caPem(), ScriptedServer::ClientCertificate::NotAsked);
        m_server->setScript([](const SeenRequest&) { return answer("image/png", "a picture"); });
        m_vendor = {
            .address = QUrl(u"https://vendor.example"_s), .caBundlePem = m_other.caPem(), .pins = {QByteArray(32, 'p')}, .crlPem = {}};
    }
    void cleanup() { m_server.reset(); }

    void asksForTheTileAndForNothingElse_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("a folder") << u"/streets"_s << "/streets/3/5/2.png"_ba;
        QTest::newRow("a folder with a slash") << u"/streets/"_s << "/streets/3/5/2.png"_ba;
        QTest::newRow("the root") << u""_s << "/3/5/2.png"_ba;
        QTest::newRow("places of its own") << u"/wmts/%7Bz%7D/%7By%7D/%7Bx%7D.jpg"_s << "/wmts/3/2/5.jpg"_ba;
        QTest::newRow("in a query") << u"/tile?z=%7Bz%7D&x=%7Bx%7D&y=%7By%7D&style=calm"_s << "/tile?z=3&x=5&y=2&style=calm"_ba;
    }
    void asksForTheTileAndForNothingElse()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, asked);
        const TileAnswer got = ask(map(path));
        QVERIFY(got.has_value());
        QCOMPARE(*got, "a picture"_ba);
        QCOMPARE(m_server->requests().size(), std::size_t{1});
        const SeenRequest& request = m_server->requests().front();
        QCOMPARE(request.method, "GET"_ba);
        QCOMPARE(request.target, asked);
        QCOMPARE(request.header("accept"), "image/png, image/jpeg"_ba);
        for (const QByteArray& never : {"cookie"_ba, "referer"_ba, "authorization"_ba, "casebound-query-id"_ba, "if-none-match"_ba})
            QVERIFY(request.header(never).isEmpty());
    }

    void eachBadAnswerHasItsName_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<VendorFault>("fault");
        QTest::newRow("no such tile") << answer("text/plain", "no", "404 Not Found") << VendorFault::Gone;
        QTest::newRow("empty by design") << Reply::raw("HTTP/1.1 204 No Content\r\n\r\n") << VendorFault::Gone;
        QTest::newRow("not allowed") << answer("text/plain", "no", "403 Forbidden") << VendorFault::NotPermitted;
        QTest::newRow("busy") << answer("text/plain", "no", "503 Busy", "Retry-After: 1\r\n") << VendorFault::Busy;
        QTest::newRow("broken") << answer("text/plain", "no", "500 Broken") << VendorFault::VendorError;
        QTest::newRow("sent elsewhere") << answer("text/plain", "no", "302 Found", "Location: https://tiles.public.example/3/5/2.png\r\n")
                                        << VendorFault::WrongOrigin;
        QTest::newRow("sent to itself") << answer("text/plain", "no", "301 Moved", "Location: /other/3/5/2.png\r\n")
                                        << VendorFault::WrongOrigin;
        QTest::newRow("a page") << answer("text/html", "<p>sign in</p>") << VendorFault::Malformed;
        QTest::newRow("a drawing") << answer("image/svg+xml", "<svg/>") << VendorFault::Malformed;
        QTest::newRow("vector tiles") << answer("application/x-protobuf", "x") << VendorFault::Malformed;
        QTest::newRow("nothing") << answer("image/png", "") << VendorFault::Malformed;
        QTest::newRow("compressed") << answer("image/png", "x", "200 OK", "Content-Encoding: gzip\r\n") << VendorFault::Malformed;
        QTest::newRow("over 2 MB") << answer("image/png", QByteArray((2 << 20) + 1, 'x')) << VendorFault::TooLarge;
        QTest::newRow("cut off") << Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 99\r\n\r\nhalf", true)
                                 << VendorFault::Truncated;
        QTest::newRow("silence in the middle") << Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 99\r\n\r\nhalf")
                                               << VendorFault::TimedOut;
        QTest::newRow("hangs up") << Reply::hangUp() << VendorFault::Unknown;
    }
    void eachBadAnswerHasItsName()
    {
        QFETCH(Reply, reply);
        QFETCH(VendorFault, fault);
        m_server->setScript([reply](const SeenRequest&) { return reply; });
        const TileAnswer got = ask(map());
        QVERIFY(!got);
        QCOMPARE(got.error().fault, fault);
        QCOMPARE(m_server->requests().size(), std::size_t{1}); // neither followed nor tried again
    }

    void anAuthorityThatIsNotNamedIsNotBelieved()
    {
        BaseMap foreign = map();
        foreign.caBundlePem = m_other.caPem();
        QCOMPARE(ask(foreign).error().fault, VendorFault::TlsRefused);
        // Without authorities of its own the vendor's count, and those alone; the vendor's pins are of another key and do not.
        foreign.caBundlePem.clear();
        QCOMPARE(ask(foreign).error().fault, VendorFault::TlsRefused);
        QVERIFY(m_server->requests().empty());
        m_vendor.caBundlePem = m_pki.caPem();
        QVERIFY(ask(foreign).has_value());
    }

    void anotherNameOrAnOldCertificateIsRefused()
    {
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({.name = "elsewhere", .alternative = "DNS:elsewhere.example"}),
                                                    m_pki.caPem(), ScriptedServer::ClientCertificate::NotAsked);
        QCOMPARE(ask(map()).error().fault, VendorFault::TlsRefused);
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({.from = -48h, .until = -24h}), m_pki.caPem(),
                                                    ScriptedServer::ClientCertificate::NotAsked);
        QCOMPARE(ask(map()).error().fault, VendorFault::TlsRefused);
        QVERIFY(m_server->requests().empty());
    }

    void nobodyThereIsUnreachable()
    {
        const BaseMap gone = map();
        m_server->close();
        QCOMPARE(ask(gone).error().fault, VendorFault::Unreachable);
    }

    void whatTheProfileCannotMeanIsNotAsked()
    {
        BaseMap bad = map();
        bad.tiles = QUrl(u"http://tiles.office.example/"_s);
        QCOMPARE(OfficeTiles::create(bad, m_vendor).error(), OfficeServerFault::BadAddress);
        bad = map();
        bad.caBundlePem = "no certificate";
        QCOMPARE(OfficeTiles::create(bad, m_vendor).error(), OfficeServerFault::NoAuthority);
        bad.caBundlePem.clear();
        m_vendor.crlPem = "no list";
        QCOMPARE(OfficeTiles::create(bad, m_vendor).error(), OfficeServerFault::BadRevocations);
    }

    void whatIsUnderWayEndsWithTheServer()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::silence(); });
        auto tiles = OfficeTiles::create(map(), m_vendor);
        auto future = (*tiles)->tile(1, 0, 0);
        QTRY_VERIFY(!m_server->requests().empty());
        tiles->reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().fault, VendorFault::Cancelled);
    }
};

QTEST_GUILESS_MAIN(OfficeTilesTest)
#include "OfficeTilesTest.moc"
