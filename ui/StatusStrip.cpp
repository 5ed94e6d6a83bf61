#include "ui/StatusStrip.h"

#include "service/AlertService.h"
#include "service/Session.h"
#include "ui/Icon.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/map/BaseMapChoice.h"
#include "ui/review/ReviewWords.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>

namespace casebound {

using namespace std::chrono_literals;

namespace {
constexpr auto announcementStays = 8s;
constexpr auto clockTolerance = 5min;
} // namespace

StatusStrip::StatusStrip(Session& session, const BaseMapChoice& map, QWidget* parent)
    : QStatusBar(parent),
      m_session(session),
      m_choice(map),
      m_linkIcon(new Icon(this)),
      m_link(new QLabel(this)),
      m_logIcon(new Icon(this)),
      m_log(new QLabel(this)),
      m_review(nullptr),
      m_reviewIcon(new Icon(this)),
      m_reviewWords(new QLabel(this)),
      m_hitIcon(new Icon(this)),
      m_hits(new QLabel(this)),
      m_map(new QLabel(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    setSizeGripEnabled(false);
    const auto add = [this](Icon* icon, QLabel* words, const QString& objectName) {
        words->setObjectName(objectName);
        words->setTextFormat(Qt::PlainText);
        auto* pair = new QWidget(this);
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(space::unit, 2, space::unit, 2);
        row->setSpacing(6);
        row->addWidget(icon);
        row->addWidget(words);
        addPermanentWidget(pair);
        return pair;
    };
    m_map->setObjectName(QStringLiteral("mapSource"));
    m_map->setTextFormat(Qt::PlainText);
    m_map->setContentsMargins(space::unit, 2, space::unit, 2);
    m_review = add(m_reviewIcon, m_reviewWords, QStringLiteral("reviewDue"));
    add(m_linkIcon, m_link, QStringLiteral("vendorLink"));
    add(m_hitIcon, m_hits, QStringLiteral("hitState"));
    add(m_logIcon, m_log, QStringLiteral("logState"));
    addPermanentWidget(m_map);
    connect(&map, &BaseMapChoice::stateChanged, this, &StatusStrip::tellMap);
    connect(&session, &Session::linkChanged, this, &StatusStrip::refresh);
    connect(&session, &Session::logStateChanged, this, &StatusStrip::refresh);
    connect(&session.alerts(), &AlertService::linkChanged, this, &StatusStrip::refresh);
    refresh();
}

void StatusStrip::announce(const QString& sentence)
{
    showMessage(sentence, std::chrono::milliseconds(announcementStays).count());
    QAccessibleAnnouncementEvent announcement(this, sentence);
    QAccessible::updateAccessibility(&announcement);
}

void StatusStrip::changeEvent(QEvent* event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void StatusStrip::refresh()
{
    const auto draw = [this](Icon* icon, QLabel* words, const QString& text, Tone tone) {
        icon->setPixmap(Theme::icon(Theme::iconName(tone), tone, palette()).pixmap(QSize(14, 14), devicePixelRatioF()));
        words->setText(text);
        Theme::setTone(words, tone == Tone::Bad || tone == Tone::Caution ? tone : Tone::Neutral);
    };
    const LinkState link = m_session.link();
    //: Status bar. %1: state of the connection, such as "connected".
    QString linkWords = tr("Vendor: %1").arg(Words::of(link));
    Tone linkTone = Words::tone(link);
    const auto ahead = m_session.vendorClockDifference();
    if (std::chrono::abs(ahead) > clockTolerance) {
        const auto minutes = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(ahead)).count());
        //: %1: "Vendor: connected"; the clocks differ by %n minutes.
        linkWords = tr("%1, its clock differs by %n minute(s)", nullptr, minutes).arg(linkWords);
        linkTone = linkTone == Tone::Good ? Tone::Caution : linkTone;
    }
    draw(m_linkIcon, m_link, linkWords, linkTone);

    const StreamLink hits = m_session.alerts().link();
    //: Status bar. %1: how hits of alerts come in, such as "live".
    draw(m_hitIcon, m_hits, tr("Hits: %1").arg(Words::of(hits)), Words::tone(hits));

    const LogState log = m_session.logState();
    //: Status bar. %1: state of the audit log, such as "in order, 1,204 entries".
    draw(m_logIcon, m_log, tr("Log: %1").arg(Words::of(log)), Words::tone(log));

    const ReviewService* reviews = m_session.reviews();
    const auto days = reviews ? reviews->overdueDays() : std::nullopt;
    m_review->setVisible(days.has_value());
    if (days)
        draw(m_reviewIcon, m_reviewWords, ReviewWords::overdue(*days), Tone::Caution);
    tellMap();
}

void StatusStrip::tellMap()
{
    //: Status bar. %1: where the map comes from, such as "bundled overview", and what is wrong with it.
    m_map->setText(tr("Map: %1").arg(m_choice.state()));
    m_map->setToolTip(m_map->text());
    Theme::setTone(m_map, m_choice.trouble() ? Tone::Caution : Tone::Neutral);
}

} // namespace casebound
