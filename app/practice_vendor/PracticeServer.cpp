#include "practice_vendor/PracticeServer.h"

#include "practice_vendor/Problem.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

std::expected<QByteArray, QString> fileBytes(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

HttpAnswer json(const QJsonObject& body)
{
    return {.headers = {}, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace

PracticeServer::PracticeServer(VendorApi& api, ServerOptions options, QObject* parent)
    : QObject(parent),
      m_api(api),
      m_options(std::move(options))
{
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &PracticeServer::accept);
    connect(&m_hits, &QTimer::timeout, &m_api.alerts(), &AlertDesk::emitSomeHit);
}

std::expected<QSslConfiguration, QString> PracticeServer::tls() const
{
    const auto certificate = fileBytes(m_options.certificateFile);
    const auto key = fileBytes(m_options.keyFile);
    const auto ca = fileBytes(m_options.clientCaFile);
    for (const auto* bytes : {&certificate, &key, &ca})
        if (!*bytes)
            return std::unexpected(bytes->error());
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(*ca, QSsl::Pem);
    if (chain.isEmpty())
        return std::unexpected(u"%1 holds no certificate"_s.arg(m_options.certificateFile));
    if (authorities.isEmpty())
        return std::unexpected(u"%1 holds no certificate"_s.arg(m_options.clientCaFile));
    const QSsl::KeyAlgorithm algorithm = chain.front().publicKey().algorithm();
    const QSslKey privateKey(*key, algorithm, QSsl::Pem, QSsl::PrivateKey);
    if (privateKey.isNull())
        return std::unexpected(u"%1 holds no key that goes with the certificate"_s.arg(m_options.keyFile));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer); // on a server: a client certificate is required
    configuration.setCaCertificates(authorities);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(privateKey);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

std::expected<void, QString> PracticeServer::start()
{
    const auto configuration = tls();
    if (!configuration)
        return std::unexpected(configuration.error());
    if (!m_options.recordFile.isEmpty())
        if (const auto opened = m_record.openFile(m_options.recordFile); !opened)
            return std::unexpected(u"%1: %2"_s.arg(m_options.recordFile, opened.error()));
    m_server.setSslConfiguration(*configuration);
    m_server.setMaxPendingConnections(256);
    if (!m_server.listen(QHostAddress::LocalHost, m_options.port))
        return std::unexpected(m_server.errorString());
    if (m_options.hitInterval.count() > 0)
        m_hits.start(m_options.hitInterval);
    return {};
}

void PracticeServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        auto* tls = qobject_cast<QSslSocket*>(socket);
        // QSslServer hands over only what finished its handshake; a client without an accepted certificate did not.
        if (!tls || !tls->isEncrypted() || tls->peerCertificate().isNull()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto* connection = new HttpConnection(tls, this);
        connect(connection, &HttpConnection::requested, this,
                [this, connection](const HttpRequest& request) { receive(connection, request); });
    }
}

void PracticeServer::receive(HttpConnection* connection, const HttpRequest& request)
{
    if (m_options.control && request.path.startsWith(u"/practice/")) {
        connection->answer(control(request));
        return;
    }
    const std::optional<Route> route = VendorApi::routeOf(request);
    FaultPlan& faults = m_api.faults();
    if (route && faults.take(FaultKind::HangBeforeReceiving, *route))
        return; // the connection waits for an answer that never comes
    if (route && faults.take(FaultKind::DropBeforeReceiving, *route)) {
        connection->drop();
        return;
    }
    if (!m_record.add(request, m_api.clock().nowMs())) {
        connection->answer(problem(500, u"record_failed"_s, u"The practice vendor could not write its record."_s));
        return;
    }
    if (route == Route::Stream && request.method == "GET" && m_api.hasStream()) {
        if (const std::optional<HttpAnswer> instead = faults.instead(Route::Stream))
            connection->answer(*instead);
        else
            m_api.alerts().openStream(request, connection);
        return;
    }
    m_api.handle(request, [guard = QPointer(connection)](const HttpAnswer& answer) {
        if (guard)
            guard->answer(answer);
    });
}

HttpAnswer PracticeServer::control(const HttpRequest& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == u"/practice/record" && request.method == "GET") {
        QJsonArray lines;
        for (const QByteArray& line : m_record.lines())
            lines.append(QJsonDocument::fromJson(line).object());
        return json({{u"requests"_s, lines}});
    }
    if (request.path == u"/practice/faults" && request.method == "DELETE") {
        m_api.faults().clear();
        return json({{u"waiting"_s, QJsonArray()}});
    }
    if (request.path == u"/practice/faults" && request.method == "POST") {
        QString text = body["name"_L1].toString();
        if (body.contains("count"_L1))
            text += u":%1"_s.arg(body["count"_L1].toInt());
        if (body.contains("route"_L1))
            text += u"@"_s + body["route"_L1].toString();
        if (const auto armed = m_api.faults().arm(text); !armed)
            return problem(422, u"unknown_fault"_s, armed.error());
        return json({{u"waiting"_s, QJsonArray::fromStringList(m_api.faults().waiting())}});
    }
    if (request.path == u"/practice/hit" && request.method == "POST")
        return json(
            {{u"hits"_s, m_api.alerts().emitHits(body["plate"_L1].toString(), body["alert_id"_L1].toString(), body["count"_L1].toInt(1))}});
    return problem(404, u"not_found"_s, u"POST or DELETE /practice/faults, POST /practice/hit, GET /practice/record."_s);
}

} // namespace casebound::practice
