#include "ui/alerts/HitNotice.h"

#include "service/Settings.h"
#include "ui/Band.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

namespace {

using namespace std::chrono_literals;

constexpr auto together = 700ms; ///< What comes within this time is one message.

} // namespace

HitNotice::HitNotice(AlertService& alerts, QWidget* parent)
    : QWidget(parent),
      m_alerts(alerts),
      m_band(new Band(Tone::Caution, tr("Show hits"), this))
{
    setObjectName(QStringLiteral("hitNotice"));
    m_band->setObjectName(QStringLiteral("hitBand"));
    m_band->button()->setObjectName(QStringLiteral("showHits"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_band);
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = std::make_unique<QSystemTrayIcon>(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));
        m_tray->setToolTip(tr("Casebound"));
        m_tray->show();
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &HitNotice::wanted);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, &HitNotice::wanted);
    }
    m_gather.setSingleShot(true);
    m_gather.setInterval(together);
    connect(&m_gather, &QTimer::timeout, this, &HitNotice::say);
    connect(m_band, &Band::pressed, this, &HitNotice::wanted);
    connect(&alerts, &AlertService::hitArrived, this, [this] {
        ++m_new;
        if (!m_gather.isActive())
            m_gather.start();
    });
    // Those that came while nobody sat here, or that nobody has looked at yet.
    connect(&alerts, &AlertService::hitsReset, this, [this] {
        m_new = m_alerts.unshown();
        if (m_new > 0 && !m_gather.isActive())
            m_gather.start();
    });
}

bool HitNotice::hasSound()
{
    return Settings::get(Settings::alertSound);
}

void HitNotice::setSound(bool on)
{
    Settings::set(Settings::alertSound, on);
}

void HitNotice::clear()
{
    m_new = 0;
    m_gather.stop();
    m_band->hide();
}

void HitNotice::setLocked(bool locked)
{
    m_locked = locked;
    if (locked)
        m_gather.stop();
    else if (m_new > 0)
        m_gather.start();
}

void HitNotice::say()
{
    if (m_locked || m_new == 0)
        return;
    m_band->say(tr("%n unverified hit(s) of your alerts.", nullptr, m_new));
    if (m_tray)
        m_tray->showMessage(tr("Casebound"), tr("A hit has arrived. Open Casebound to see it."), QSystemTrayIcon::Information);
    if (hasSound())
        QApplication::beep();
}

} // namespace casebound
