// The alert list and its hits: kept by owner, streamed as server-sent events, replayed, and polled.
#pragma once

#include "practice_vendor/Faults.h"
#include "practice_vendor/Http.h"
#include "practice_vendor/HttpConnection.h"
#include "practice_vendor/PictureBook.h"
#include "practice_vendor/PracticeClock.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <vector>

namespace casebound::practice {

class AlertDesk : public QObject {
    Q_OBJECT

public:
    AlertDesk(Town& town, PictureBook& pictures, const PracticeClock& clock, FaultPlan& faults, int listMax, QObject* parent = nullptr);

    [[nodiscard]] HttpAnswer list(const HttpRequest& request) const;
    [[nodiscard]] HttpAnswer put(const HttpRequest& request, const QString& alertId);
    [[nodiscard]] HttpAnswer remove(const HttpRequest& request, const QString& alertId);
    [[nodiscard]] HttpAnswer poll(const HttpRequest& request) const;
    void openStream(const HttpRequest& request, HttpConnection* connection);

    /// Reads each active entry's plate once now (only those of one plate, or of one entry, where given). The number of hits to come.
    int emitHits(const QString& plate, const QString& alertId, int count);
    /// A hit for one active entry, another each time.
    void emitSomeHit();
    [[nodiscard]] int listMax() const { return m_listMax; }
    void setKeepAlive(std::chrono::milliseconds every) { m_keepAlive.setInterval(every); }

private:
    struct Alert {
        QString owner, plate;
        QJsonObject body; ///< As the contract shows it.
        std::int64_t expiresMs = 0;
        bool active = false;
    };
    struct Hit {
        QString id, owner;
        QJsonObject body;
        std::int64_t atMs = 0;
    };
    struct Listener {
        QPointer<HttpConnection> connection;
        QString user;
        QByteArray held; ///< A hit that waits for the next one (fault).
        bool silent = false;
    };
    void add(const QString& alertId, const std::vector<Read>& reads);
    void send(Listener& listener, const Hit& hit);
    void keepAlive();
    [[nodiscard]] std::size_t firstAfter(const QString& hitId) const;
    void forgetOld();

    Town& m_town;
    PictureBook& m_pictures;
    const PracticeClock& m_clock;
    FaultPlan& m_faults;
    int m_listMax;
    QMap<QString, Alert> m_alerts;
    std::vector<Hit> m_hits; ///< Oldest first, 14 days.
    std::vector<Listener> m_listeners;
    QTimer m_keepAlive;
    std::uint64_t m_hitCount = 0;
    std::size_t m_turn = 0;
};

} // namespace casebound::practice
