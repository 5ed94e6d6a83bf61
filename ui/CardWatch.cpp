#include "ui/CardWatch.h"

namespace casebound {

CardWatch::CardWatch(std::function<bool()> present, std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent),
      m_present(std::move(present)),
      m_timer(this)
{
    m_timer.setObjectName(QStringLiteral("cardWatch"));
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &CardWatch::look);
}

void CardWatch::start()
{
    m_timer.start();
}

void CardWatch::stop()
{
    m_timer.stop();
}

void CardWatch::look()
{
    if (m_present())
        return;
    m_timer.stop();
    Q_EMIT removed();
}

} // namespace casebound
