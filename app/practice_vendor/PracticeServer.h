// The practice vendor as a program's part: HTTPS on loopback, client certificate required.
#pragma once

#include "practice_vendor/HttpConnection.h"
#include "practice_vendor/RequestRecord.h"
#include "practice_vendor/VendorApi.h"

#include <QObject>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTimer>

#include <chrono>
#include <expected>

namespace casebound::practice {

struct ServerOptions {
    quint16 port = 0;                         ///< 0: any free one.
    QString certificateFile, keyFile;         ///< PEM; the certificate's file may hold its chain.
    QString clientCaFile;                     ///< PEM; who may connect.
    QString recordFile;                       ///< Empty: in memory.
    bool control = false;                     ///< POST /practice/faults, POST /practice/hit, GET /practice/record.
    std::chrono::milliseconds hitInterval{0}; ///< 0: hits only on command.
};

class PracticeServer : public QObject {
    Q_OBJECT

public:
    PracticeServer(VendorApi& api, ServerOptions options, QObject* parent = nullptr);

    /// Listens on 127.0.0.1. The error says what could not be read or opened.
    [[nodiscard]] std::expected<void, QString> start();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const RequestRecord& record() const { return m_record; }

private:
    [[nodiscard]] std::expected<QSslConfiguration, QString> tls() const;
    void accept();
    void receive(HttpConnection* connection, const HttpRequest& request);
    [[nodiscard]] HttpAnswer control(const HttpRequest& request);

    VendorApi& m_api;
    ServerOptions m_options;
    QSslServer m_server;
    RequestRecord m_record;
    QTimer m_hits;
};

} // namespace casebound::practice
