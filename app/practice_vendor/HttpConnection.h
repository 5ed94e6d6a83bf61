// One TLS connection speaking HTTP/1.1. Small on purpose: the faults of the contract need every byte and every pause in one hand.
#pragma once

#include "practice_vendor/Http.h"

#include <QObject>
#include <QPointer>
#include <QSslSocket>
#include <QTimer>

namespace casebound::practice {

/// Owns its socket and deletes itself when that closes. One request at a time; pipelined ones wait.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    HttpConnection(QSslSocket* socket, QObject* parent);

    void answer(const HttpAnswer& answer);
    /// Headers of an event stream; afterwards writeStream() sends one chunk a call.
    void startStream();
    void writeStream(const QByteArray& data);
    /// The same bytes, one small packet after another.
    void writeStreamSplit(const QByteArray& data);
    void drop();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString user() const { return m_user; }

Q_SIGNALS:
    void requested(const casebound::practice::HttpRequest& request);
    void closed();

private:
    enum class State { Reading, Answering, Streaming, Closing };

    void readMore();
    bool takeRequest();
    void refuse(int status, const QByteArray& title);
    void writeHead(const HttpAnswer& answer, qint64 length);
    void finishAnswer(bool keep);
    void pad();
    void trickle();

    QSslSocket* m_socket;
    QTimer m_timer;
    QByteArray m_in;
    QByteArray m_slow;
    QList<QByteArray> m_packets;
    qint64 m_padding = 0;
    QString m_user;
    State m_state = State::Reading;
    bool m_keepAlive = true;
    bool m_refused = false; ///< The rest of what the client sends is dropped.
};

} // namespace casebound::practice
