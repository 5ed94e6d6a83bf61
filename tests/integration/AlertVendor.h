// The practice vendor on a thread of its own, and clients of it over real TLS.
#pragma once

#include "crypto/KeyCredential.h"
#include "domain/OfficeProfile.h"
#include "net/VendorHttpClient.h"
#include "practice_vendor/PracticePki.h"
#include "practice_vendor/PracticeServer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <memory>

namespace casebound {

class AlertVendor {
public:
    /// `start`: where the vendor's clock begins.
    AlertVendor(Instant start, bool streamed)
    {
        const auto pki = practice::makePracticePki(m_folder.path());
        if (!pki)
            qFatal("%s", qPrintable(pki.error()));
        m_thread.start();
        m_context.moveToThread(&m_thread);
        in([&] {
            practice::VendorOptions options;
            options.clock = practice::PracticeClock(toDateTime(start));
            options.alertStream = streamed;
            m_api = std::make_unique<practice::VendorApi>(options);
            m_api->alerts().setKeepAlive(std::chrono::milliseconds(100)); // well within the silence that tests allow
            m_server = std::make_unique<practice::PracticeServer>(*m_api, practice::ServerOptions{.certificateFile = pki->serverCertificate,
                                                                                                  .keyFile = pki->serverKey,
                                                                                                  .clientCaFile = pki->authority});
            if (const auto started = m_server->start(); !started)
                qFatal("%s", qPrintable(started.error()));
            m_port = m_server->port();
        });
    }
    ~AlertVendor()
    {
        in([&] {
            m_server.reset();
            m_api.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }
    /// On the vendor's thread; returns when it is done.
    void in(const std::function<void()>& work) { QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection); }
    void arm(const QString& fault)
    {
        in([&] {
            if (const auto armed = m_api->faults().arm(fault); !armed)
                qFatal("%s", qPrintable(armed.error()));
        });
    }
    [[nodiscard]] QStringList waiting()
    {
        QStringList list;
        in([&] { list = m_api->faults().waiting(); });
        return list;
    }
    /// Hits to come.
    int emitHits(const QString& alertId, int count)
    {
        int coming = 0;
        in([&] { coming = m_api->alerts().emitHits({}, alertId, count); });
        return coming;
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< Of certificates and keys.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What the vendor holds that it sent or would send to a person: alert and hit, oldest first.
    [[nodiscard]] QList<std::pair<QString, QString>> record(const QString& user)
    {
        QList<std::pair<QString, QString>> list;
        QString after;
        for (bool more = true; more;) {
            QJsonObject page;
            in([&] {
                practice::HttpRequest request;
                request.method = "GET";
                request.user = user;
                request.parameters.addQueryItem(QStringLiteral("after"), after);
                request.parameters.addQueryItem(QStringLiteral("limit"), QStringLiteral("500"));
                page = QJsonDocument::fromJson(m_api->alerts().poll(request).body).object();
            });
            for (const QJsonValue& hit : page[QLatin1StringView("hits")].toArray())
                list.append({hit[QLatin1StringView("alert_id")].toString(), hit[QLatin1StringView("hit_id")].toString()});
            after = page[QLatin1StringView("next")].toString();
            more = !after.isEmpty();
        }
        return list;
    }
    /// `who`: agent (agent-01) or supervisor (supervisor-01).
    [[nodiscard]] std::unique_ptr<VendorHttpClient> client(const QString& who, const Clock& clock, AlertStreamTimes times)
    {
        const auto read = [this](const QString& name) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("No %s.", qPrintable(name));
            return file.readAll();
        };
        auto credential = KeyCredential::fromPkcs12(read(who + QStringLiteral(".p12")), SecureBytes::fromText(QStringLiteral("practice")));
        if (!credential)
            qFatal("The credential does not open.");
        m_credentials.push_back(*std::move(credential));
        const KeyCredential& held = *m_credentials.back();
        const auto certificate = std::make_shared<Certificate>(held.certificate());
        const auto key = std::make_shared<PrivateKey>(held.key());
        ClientIdentity identity;
        identity.certificate = {certificate, certificate->handle()};
        identity.key = {key, key->handle()};
        const VendorSettings settings{.address = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)),
                                      .caBundlePem = read(QStringLiteral("ca.pem")),
                                      .pins = {},
                                      .crlPem = {}};
        VendorHttpClient::Options options;
        options.stream = times;
        options.retry.firstPause = std::chrono::milliseconds(5);
        auto made = VendorHttpClient::create(settings, std::move(identity), clock, std::move(options));
        if (!made)
            qFatal("No client.");
        return *std::move(made);
    }

private:
    QTemporaryDir m_folder;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<practice::VendorApi> m_api;
    std::unique_ptr<practice::PracticeServer> m_server;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<KeyCredential>> m_credentials;
};

/// How long the thread it lives on was kept from its event loop.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setInterval(std::chrono::milliseconds(2));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (m_since.isValid())
                longest = std::max(longest, m_since.elapsed());
            m_since.start();
        });
        m_timer.start();
    }
    qint64 longest = 0; ///< Milliseconds.

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace casebound
