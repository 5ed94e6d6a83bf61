// The stream of hits: taken up again for ever after it broke off, or polled where the vendor has none. Internal to net.
#pragma once

#include "net/HttpTransport.h"
#include "net/RetryPolicy.h"
#include "net/SseParser.h"
#include "net/VendorAlertClient.h"
#include "ports/AlertClient.h"

#include <QTimer>

#include <deque>

namespace casebound {

/// Lives on one thread with an event loop. Hits are handed over in slices of a few milliseconds, so that 500 at once stall nothing.
class AlertStreamClient final : public QObject, public AlertStream {
    Q_OBJECT

public:
    struct Parts {
        HttpTransport& transport;
        const Clock& clock;
        std::function<double()> random;
        QByteArray acceptLanguage;
        HttpTimeouts call;
        AlertStreamTimes times;
    };
    AlertStreamClient(Parts parts, const QString& afterHit, bool streamed, AlertStreamSink sink);
    ~AlertStreamClient() override;

    [[nodiscard]] StreamLink link() const override { return m_link; }
    /// Begins at the next turn of the event loop.
    void start();

private:
    void connectNow();
    void stream();
    void poll();
    void streamEnded(HttpResult result);
    void polled(HttpResult result);
    void arrived(const QByteArray& contentType, std::string_view bytes);
    void deliver();
    void handOver(SseEvent event);
    void take(AlertHit hit);
    void lost(const VendorFailure& failure, const QByteArray& retryAfter);
    void problem(VendorFault fault, const QString& detail);
    void setLink(StreamLink link);
    [[nodiscard]] HttpRequest request(const QByteArray& target) const;
    [[nodiscard]] QString resumeAfter() const;

    Parts m_parts;
    AlertStreamSink m_sink;
    RetryPolicy m_policy;
    bool m_streamed;
    StreamLink m_link = StreamLink::Off;
    HttpTransport::TransferId m_transfer = 0;
    SseParser m_parser;
    std::uint64_t m_untoldTooLong = 0; ///< Of this connection and of those before it.
    bool m_wrongType = false;
    std::vector<SseEvent> m_parsed;
    std::deque<SseEvent> m_events; ///< Whole, and not yet handed over.
    std::deque<AlertHit> m_hits;   ///< Of a poll, likewise.
    QString m_pollAgainAfter;      ///< The page that is left, once m_hits are handed over.
    QTimer m_again, m_slices;
    std::deque<QString> m_last; ///< The ids handed over last, oldest first; overlap + 1 of them.
    QString m_before;           ///< Where to go on while there are fewer.
    int m_tries = 0;
};

} // namespace casebound
