#include "ui/IdleWatch.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace casebound {

IdleWatch::IdleWatch(std::chrono::milliseconds limit, std::chrono::milliseconds warning, QObject* parent)
    : QObject(parent),
      m_warning(std::min(warning, limit)),
      m_toWarning(this),
      m_toEnd(this)
{
    m_toWarning.setObjectName(QStringLiteral("idleToWarning"));
    m_toEnd.setObjectName(QStringLiteral("idleToEnd"));
    m_toWarning.setSingleShot(true);
    m_toWarning.setInterval(limit - m_warning);
    m_toEnd.setSingleShot(true);
    m_toEnd.setInterval(m_warning);
    connect(&m_toWarning, &QTimer::timeout, this, [this] {
        m_warned = true;
        m_toEnd.start();
        Q_EMIT warned();
    });
    connect(&m_toEnd, &QTimer::timeout, this, [this] {
        stop();
        Q_EMIT expired();
    });
    qApp->installEventFilter(this);
}

void IdleWatch::start()
{
    const bool wasWarned = std::exchange(m_warned, false);
    m_running = true;
    m_toEnd.stop();
    m_toWarning.start();
    if (wasWarned) {
        Q_EMIT stirred();
    }
}

void IdleWatch::stop()
{
    m_running = false;
    m_warned = false;
    m_toWarning.stop();
    m_toEnd.stop();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        if (m_running && event->spontaneous()) {
            start();
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace casebound
