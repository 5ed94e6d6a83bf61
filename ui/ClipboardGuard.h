// What was copied out of the program does not stay in the clipboard: gone after a minute, and at lock.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace casebound {

/// Clears only what this program put there; whatever another program copied since is left alone.
class ClipboardGuard final : public QObject {
    Q_OBJECT

public:
    explicit ClipboardGuard(std::chrono::milliseconds stays = std::chrono::seconds(60), QObject* parent = nullptr);
    ~ClipboardGuard() override;
    void clearNow();

private:
    QTimer m_timer;
};

} // namespace casebound
