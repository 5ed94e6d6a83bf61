#include "ScriptedServer.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace casebound::test {

QByteArray SeenRequest::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

Reply Reply::json(const QByteArray& body, int status, const QByteArray& moreHeaders)
{
    return raw("HTTP/1.1 " + QByteArray::number(status) +
               " Scripted\r\nContent-Type: " + (status < 400 ? "application/json" : "application/problem+json") +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body);
}

ScriptedServer::ScriptedServer(const Issued& server, const QByteArray& clientCaPem, ClientCertificate client) : m_tls(QSslConfiguration())
{
    m_tls->setLocalCertificate(QSslCertificate(server.certificatePem(), QSsl::Pem));
    m_tls->setPrivateKey(QSslKey(server.keyPem(), QSsl::Ec, QSsl::Pem));
    m_tls->setCaCertificates(QSslCertificate::fromData(clientCaPem, QSsl::Pem));
    m_tls->setPeerVerifyMode(client == ClientCertificate::Required ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
    if (!listen(QHostAddress::LocalHost))
        qFatal("scripted server: %s", qPrintable(errorString()));
}

ScriptedServer::ScriptedServer()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("scripted server: %s", qPrintable(errorString()));
}

void ScriptedServer::setProtocol(QSsl::SslProtocol protocol)
{
    m_tls->setProtocol(protocol);
}

QUrl ScriptedServer::url(const QString& host) const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    url.setPort(serverPort());
    return url;
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    const int number = ++m_connections;
    QTcpSocket* socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    serve(socket, number);
    if (auto* tls = qobject_cast<QSslSocket*>(socket)) {
        tls->setSslConfiguration(*m_tls);
        tls->startServerEncryption();
    }
}

void ScriptedServer::serve(QTcpSocket* socket, int connection)
{
    auto buffer = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection, buffer] {
        buffer->append(socket->readAll());
        for (;;) {
            const qsizetype end = buffer->indexOf("\r\n\r\n");
            if (end < 0)
                return;
            SeenRequest request{.method = {}, .target = {}, .body = {}, .headers = {}, .connection = connection};
            const QList<QByteArray> lines = buffer->first(end).split('\n');
            const QList<QByteArray> first = lines.front().trimmed().split(' ');
            request.method = first.value(0);
            request.target = first.value(1);
            for (qsizetype i = 1; i < lines.size(); ++i) {
                const qsizetype colon = lines[i].indexOf(':');
                request.headers.emplace_back(lines[i].first(colon).trimmed().toLower(), lines[i].sliced(colon + 1).trimmed());
            }
            const qsizetype length = request.header("content-length").toLongLong();
            if (buffer->size() < end + 4 + length)
                return;
            request.body = buffer->sliced(end + 4, length);
            buffer->remove(0, end + 4 + length);
            m_requests.push_back(request);
            const Reply reply = m_script ? m_script(request) : Reply::hangUp();
            for (const QByteArray& piece : reply.pieces) {
                socket->write(piece);
                socket->flush();
            }
            if (reply.close) {
                socket->disconnectFromHost();
                return;
            }
        }
    });
}

} // namespace casebound::test
