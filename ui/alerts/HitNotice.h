// Says that a hit has arrived: in the window, in the tray where there is one, and with a sound where the person wants it. Never a plate.
#pragma once

#include "service/AlertService.h"

#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace casebound {

class Band;

/// Lives shorter than the service. Several hits at once are one message.
class HitNotice final : public QWidget {
    Q_OBJECT

public:
    explicit HitNotice(AlertService& alerts, QWidget* parent = nullptr);

    /// Off unless the person chose it (service/Settings).
    [[nodiscard]] static bool hasSound();
    static void setSound(bool on);
    /// The list of hits is in front of the person: there is nothing to point at.
    void clear();
    /// While locked nothing comes, and nothing of it is said.
    void setLocked(bool locked);

Q_SIGNALS:
    void wanted(); ///< Show the hits.

private:
    void say();

    AlertService& m_alerts;
    Band* m_band;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    QTimer m_gather;
    int m_new = 0;
    bool m_locked = false;
};

} // namespace casebound
