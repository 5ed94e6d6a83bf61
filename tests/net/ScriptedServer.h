// A server that says, byte by byte, what a test wants it to say. HTTP/1.1 requests come in whole; answers are raw.
#pragma once

#include "TestPki.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

class QTcpSocket;

namespace casebound::test {

struct SeenRequest {
    QByteArray method, target, body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    int connection = 0;                                     ///< Which connection it came over, from 1.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

/// What happens after a request: these pieces, each in a packet of its own, and perhaps the end of the connection.
struct Reply {
    std::vector<QByteArray> pieces;
    bool close = false; ///< After the pieces are written.

    /// A whole, well-formed answer.
    [[nodiscard]] static Reply json(const QByteArray& body, int status = 200, const QByteArray& moreHeaders = {});
    [[nodiscard]] static Reply raw(const QByteArray& bytes, bool close = false) { return {.pieces = {bytes}, .close = close}; }
    [[nodiscard]] static Reply silence() { return {}; }
    [[nodiscard]] static Reply hangUp() { return {.pieces = {}, .close = true}; }
};

/// Lives on the thread that makes it. Port 0 on 127.0.0.1.
class ScriptedServer final : public QTcpServer {
    Q_OBJECT

public:
    using Script = std::function<Reply(const SeenRequest& request)>;
    enum class ClientCertificate { Required, NotAsked };

    /// Over TLS with this certificate; people's certificates are checked against `clientCa`.
    ScriptedServer(const Issued& server, const QByteArray& clientCaPem, ClientCertificate client = ClientCertificate::Required);
    /// Plain, to stand behind a front.
    ScriptedServer();

    void setScript(Script script) { m_script = std::move(script); }
    void setProtocol(QSsl::SslProtocol protocol);
    [[nodiscard]] QUrl url(const QString& host = QStringLiteral("localhost")) const;
    [[nodiscard]] const std::vector<SeenRequest>& requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(QTcpSocket* socket, int connection);

    std::optional<QSslConfiguration> m_tls;
    Script m_script;
    std::vector<SeenRequest> m_requests;
    int m_connections = 0;
};

} // namespace casebound::test
