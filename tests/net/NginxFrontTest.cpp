// A real front-end server before the vendor: HTTP/2, client certificates required, connections kept.
#include "domain/OfficeProfile.h"
#include "net/VendorHttpClient.h"

#include "AskTransport.h"
#include "ReadJsonSamples.h"
#include "ScriptedServer.h"

#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

class NginxFrontTest final : public QObject {
    Q_OBJECT
    const TestPki m_pki;
    const TestPki m_foreign{"Another made-up authority"};
    const SystemClock m_clock;
    QTemporaryDir m_folder;
    ScriptedServer m_upstream;
    QProcess m_nginx;
    VendorSettings m_settings;

    [[nodiscard]] bool write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    [[nodiscard]] bool start()
    {
        quint16 port = 0;
        {
            QTcpServer probe;
            if (!probe.listen(QHostAddress::LocalHost))
                return false;
            port = probe.serverPort();
        }
        const QByteArray conf = R"(daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log error.log info;
events { worker_connections 64; }
http {
  access_log access.log; client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  log_format short '$connection $connection_requests $server_protocol $ssl_client_verify $status'; access_log short.log short;
  server {
    listen 127.0.0.1:)" + QByteArray::number(port) +
                                R"( ssl; http2 on;
    ssl_certificate server.pem; ssl_certificate_key server.pem; ssl_client_certificate ca.pem; ssl_verify_client on;
    ssl_protocols TLSv1.2 TLSv1.3;
    location / { proxy_pass http://127.0.0.1:)" +
                                QByteArray::number(m_upstream.serverPort()) + R"(; }
  }
}
)";
        if (!write(u"nginx.conf"_s, conf))
            return false;
        m_settings = {.address = QUrl(u"https://localhost:%1"_s.arg(port)), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        m_nginx.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_nginx.start(u"nginx"_s, {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s), u"-e"_s, u"error.log"_s});
        return QTest::qWaitFor([&] {
                   if (m_nginx.state() == QProcess::NotRunning)
                       return true;
                   QTcpSocket probe;
                   probe.connectToHost(QHostAddress::LocalHost, port);
                   return probe.waitForConnected(200);
               }) &&
               m_nginx.state() == QProcess::Running;
    }
    [[nodiscard]] HttpResult get(HttpTransport& transport) const
    {
        HttpRequest request;
        request.target = "/v1/capabilities";
        auto future = ask(transport, request);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            return std::unexpected(HttpFailure{.fault = VendorFault::TimedOut, .timedOut = true, .detail = {}});
        return future.result();
    }
    [[nodiscard]] HttpTransport* transport(const ClientIdentity& identity)
    {
        return new HttpTransport(VendorOrigin::create(m_settings.address).value(), TlsPolicy::create(m_settings, identity).value(), this);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Issued server = m_pki.issue({});
        QVERIFY(write(u"server.pem"_s, server.certificatePem() + server.keyPem()));
        QVERIFY(write(u"ca.pem"_s, m_pki.caPem()));
        m_upstream.setScript([](const SeenRequest& request) {
            return request.target == "/v1/capabilities" ? Reply::json(sampleCapabilities(), 200, "Connection: keep-alive\r\n")
                                                        : Reply::json("{}", 404);
        });
        bool running = start();
        for (int i = 0; i < 3 && !running; ++i) { // somebody may have taken the port in between
            m_nginx.waitForFinished(1000);
            running = start();
        }
        QVERIFY(running);
    }
    void cleanupTestCase()
    {
        m_nginx.terminate();
        QVERIFY(m_nginx.waitForFinished());
    }

    void usesHttp2AndKeepsTheConnection()
    {
        HttpTransport* http = transport(m_pki.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"}).identity());
        for (int i = 0; i < 5; ++i) {
            const HttpResult result = get(*http);
            QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
            QCOMPARE(result->status, 200);
            QVERIFY(result->http2);
            QCOMPARE(result->reusedConnection, i > 0);
        }
        // Several at once share it too.
        std::vector<QFuture<HttpResult>> many;
        for (int i = 0; i < 20; ++i) {
            HttpRequest request;
            request.target = "/v1/capabilities";
            many.push_back(ask(*http, request));
        }
        for (auto& one : many) {
            QVERIFY(QTest::qWaitFor([&] { return one.isFinished(); }));
            QVERIFY(one.result().has_value());
            QVERIFY(one.result()->reusedConnection);
        }
        // The server's own view: one connection, HTTP/2, our certificate verified.
        QFile log(m_folder.filePath(u"short.log"_s));
        QVERIFY(QTest::qWaitFor([&] {
            log.close();
            return log.open(QIODevice::ReadOnly) && log.readAll().count('\n') == 25;
        }));
        log.seek(0);
        QByteArray connection;
        while (!log.atEnd()) {
            const QList<QByteArray> words = log.readLine().trimmed().split(' ');
            QCOMPARE(words.value(2), "HTTP/2.0"_ba);
            QCOMPARE(words.value(3), "SUCCESS"_ba);
            if (!connection.isEmpty())
                QCOMPARE(words.value(0), connection);
            connection = words.value(0);
        }
    }

    void bringsCapabilitiesThroughIt()
    {
        auto client = VendorHttpClient::create(
            m_settings, m_pki.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"}).identity(), m_clock, {});
        QVERIFY(client.has_value());
        auto future = (*client)->capabilities({});
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(future.result().has_value());
        QCOMPARE(future.result()->vendor, u"Made-up Plates"_s);
    }

    void isRefusedWithAForeignCertificate()
    {
        const std::size_t before = m_upstream.requests().size();
        const HttpResult result =
            get(*transport(m_foreign.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"}).identity()));
        QVERIFY(!result.has_value() || result->status == 400);
        QCOMPARE(m_upstream.requests().size(), before);
    }
};

QTEST_GUILESS_MAIN(NginxFrontTest)
#include "NginxFrontTest.moc"
