// Notices that the card of whoever is signed in was pulled out (R15): what a person walks away with must not stay open behind them.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace casebound {

/// Asks again and again while it runs, on the window's thread; `present` must be quick.
class CardWatch final : public QObject {
    Q_OBJECT

public:
    explicit CardWatch(std::function<bool()> present, std::chrono::milliseconds pause = std::chrono::seconds(1), QObject* parent = nullptr);
    void start();
    void stop();

Q_SIGNALS:
    void removed(); ///< Once; start() again to hear of the next one.

private:
    void look();

    std::function<bool()> m_present;
    QTimer m_timer;
};

} // namespace casebound
