#include "practice_vendor/HttpConnection.h"

#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qsizetype headMax = 32 * 1024;
constexpr qint64 bodyMax = 1024 * 1024;

QByteArray reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 302: return "Found";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Answer";
    }
}

QByteArray chunk(const QByteArray& data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

} // namespace

HttpConnection::HttpConnection(QSslSocket* socket, QObject* parent) : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    m_user = socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    connect(socket, &QSslSocket::readyRead, this, &HttpConnection::readMore);
    connect(socket, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::pad);
    connect(socket, &QSslSocket::disconnected, this, [this] {
        Q_EMIT closed();
        deleteLater();
    });
    connect(&m_timer, &QTimer::timeout, this, &HttpConnection::trickle);
    // The first bytes may have come with the handshake's last ones.
    QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

bool HttpConnection::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void HttpConnection::readMore()
{
    if (m_state == State::Closing || m_state == State::Streaming) {
        m_socket->readAll(); // nobody listens any more
        return;
    }
    if (m_in.size() <= headMax + bodyMax)
        m_in += m_socket->read(headMax + bodyMax - m_in.size() + 1);
    while (m_state == State::Reading && takeRequest()) {
    }
}

bool HttpConnection::takeRequest()
{
    const qsizetype end = m_in.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_in.size() > headMax)
            refuse(431, "Headers too large");
        return false;
    }
    const QList<QByteArray> lines = m_in.first(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> start = lines.front().split(' ');
    if (start.size() != 3 || !start[2].startsWith("HTTP/1.")) {
        refuse(400, "Not an HTTP/1.1 request");
        return false;
    }
    HttpRequest request;
    request.method = start[0];
    request.user = m_user;
    const QUrl url = QUrl::fromEncoded(start[1], QUrl::StrictMode);
    if (!url.isValid() || !url.path().startsWith(u'/')) {
        refuse(400, "Not a path");
        return false;
    }
    request.path = url.path(QUrl::FullyDecoded);
    request.parameters = QUrlQuery(url);
    for (const QByteArray& line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            refuse(400, "Malformed header");
            return false;
        }
        request.headers.emplace_back(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    if (!request.header("transfer-encoding").isEmpty()) {
        refuse(411, "A length is required");
        return false;
    }
    bool number = true;
    const QByteArray lengthText = request.header("content-length");
    const qint64 length = lengthText.isEmpty() ? 0 : lengthText.toLongLong(&number);
    if (!number || length < 0) {
        refuse(400, "Malformed length");
        return false;
    }
    if (length > bodyMax) {
        refuse(413, "Body too large");
        return false;
    }
    if (m_in.size() < end + 4 + length) {
        if (request.header("expect").toLower() == "100-continue" && m_in.size() == end + 4)
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return false;
    }
    request.body = m_in.sliced(end + 4, length);
    m_in.remove(0, end + 4 + length);
    m_keepAlive = request.header("connection").toLower() != "close" && start[2] != "HTTP/1.0";
    m_state = State::Answering;
    Q_EMIT requested(request);
    return true;
}

void HttpConnection::refuse(int status, const QByteArray& title)
{
    m_state = State::Answering;
    m_keepAlive = false;
    m_refused = true;
    m_in.clear();
    answer({.status = status,
            .contentType = "application/problem+json",
            .headers = {},
            .body = R"({"type":"about:blank","title":")" + title + R"(","status":)" + QByteArray::number(status) +
                    R"(,"detail":null,"code":"bad_request"})"});
}

void HttpConnection::writeHead(const HttpAnswer& answer, qint64 length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    if (!answer.contentType.isEmpty() && answer.status != 204)
        head += "Content-Type: " + answer.contentType + "\r\n";
    for (const auto& [name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (length < 0)
        head += "Transfer-Encoding: chunked\r\n";
    else if (answer.status != 204)
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    head += "Cache-Control: no-store\r\n";
    if (!m_keepAlive)
        head += "Connection: close\r\n";
    m_socket->write(head + "\r\n");
}

void HttpConnection::answer(const HttpAnswer& answer)
{
    if (m_state != State::Answering || !isOpen())
        return;
    switch (answer.delivery) {
    case Delivery::Whole:
        writeHead(answer, answer.body.size());
        if (answer.status != 204)
            m_socket->write(answer.body);
        finishAnswer(m_keepAlive);
        return;
    case Delivery::Truncated:
        writeHead(answer, answer.body.size());
        m_socket->write(answer.body.first(answer.body.size() / 2));
        finishAnswer(false);
        return;
    case Delivery::TruncatedChunked:
        writeHead(answer, -1);
        m_socket->write(chunk(answer.body.first(answer.body.size() / 2)));
        finishAnswer(false);
        return;
    case Delivery::Slow:
        writeHead(answer, answer.body.size());
        m_slow = answer.body;
        m_timer.start(200ms);
        return;
    case Delivery::Padded:
        writeHead(answer, answer.body.size() + answer.padding);
        m_socket->write(answer.body);
        m_padding = answer.padding;
        pad();
        return;
    case Delivery::Dropped: drop(); return;
    case Delivery::Never: return;
    }
}

void HttpConnection::finishAnswer(bool keep)
{
    if (keep) {
        m_state = State::Reading;
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
        return;
    }
    m_state = State::Closing;
    if (!m_refused) {
        m_socket->disconnectFromHost();
        return;
    }
    // Closing on unread bytes would reset the connection, and the client would not see why: what still comes is read and dropped.
    QTimer::singleShot(2s, this, [this] { m_socket->disconnectFromHost(); });
}

void HttpConnection::pad()
{
    constexpr qint64 step = 1024 * 1024;
    if (m_padding <= 0)
        return;
    while (m_padding > 0 && m_socket->bytesToWrite() < step && m_socket->encryptedBytesToWrite() < step) {
        const qint64 now = std::min(step, m_padding);
        m_padding -= now;
        m_socket->write(QByteArray(now, ' '));
    }
    if (m_padding == 0)
        finishAnswer(m_keepAlive);
}

void HttpConnection::trickle()
{
    if (!m_packets.isEmpty()) {
        m_socket->write(m_packets.takeFirst());
        m_socket->flush();
        if (m_packets.isEmpty())
            m_timer.stop();
        return;
    }
    m_socket->write(m_slow.first(std::min<qsizetype>(1, m_slow.size())));
    m_slow.remove(0, 1);
    if (m_slow.isEmpty()) {
        m_timer.stop();
        finishAnswer(m_keepAlive);
    }
}

void HttpConnection::startStream()
{
    if (m_state != State::Answering)
        return;
    m_keepAlive = false;
    writeHead({.contentType = "text/event-stream"}, -1);
    m_state = State::Streaming;
}

void HttpConnection::writeStream(const QByteArray& data)
{
    if (m_state != State::Streaming || !isOpen())
        return;
    if (m_packets.isEmpty())
        m_socket->write(chunk(data));
    else
        m_packets.append(chunk(data)); // behind what is still being split
}

void HttpConnection::writeStreamSplit(const QByteArray& data)
{
    if (m_state != State::Streaming || !isOpen())
        return;
    constexpr qsizetype piece = 7; // splits field names, UTF-8 sequences and line ends alike
    const QByteArray all = data;
    for (qsizetype at = 0; at < all.size(); at += piece)
        m_packets.append(chunk(all.sliced(at, std::min(piece, all.size() - at))));
    m_timer.start(2ms);
}

void HttpConnection::drop()
{
    m_state = State::Closing;
    m_socket->flush(); // what was written so far still leaves; the rest never does
    m_socket->abort();
}

} // namespace casebound::practice
