#include "ui/map/BaseMapChoice.h"

#include "service/Settings.h"
#include "ui/map/BaseMaps.h"
#include "ui/map/DrawnTiles.h"
#include "ui/map/OfficeMap.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr auto again = std::chrono::seconds(30);

/// Fixed words of the settings file.
QString wordOf(BaseMapChoice::Kind kind)
{
    switch (kind) {
    case BaseMapChoice::Kind::PracticeTown: return QStringLiteral("town");
    case BaseMapChoice::Kind::OfficeFile: return QStringLiteral("file");
    case BaseMapChoice::Kind::OfficeServer: return QStringLiteral("server");
    case BaseMapChoice::Kind::Overview: return QStringLiteral("overview");
    }
    return {};
}

} // namespace

BaseMapChoice::BaseMapChoice(const OfficeProfile& profile, MapSupply supply, QObject* parent)
    : QObject(parent),
      m_profile(profile),
      m_supply(std::move(supply))
{
    if (profile.training)
        m_kinds.push_back(Kind::PracticeTown);
    if (!m_supply.file.isEmpty() && m_supply.decoder)
        m_kinds.push_back(Kind::OfficeFile);
    if ((m_supply.server || m_supply.serverUnusable) && m_supply.decoder)
        m_kinds.push_back(Kind::OfficeServer);
    m_kinds.push_back(Kind::Overview);
    const QString last = Settings::get(Settings::baseMap);
    const auto kept = std::ranges::find(m_kinds, last, wordOf);
    m_current = kept == m_kinds.end() ? m_kinds.front() : *kept;
    m_again.setParent(this);
    m_again.setSingleShot(true);
    m_again.setInterval(again);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_trying = true;
        Q_EMIT changed();
    });
    make();
}

BaseMapChoice::~BaseMapChoice() = default;

QString BaseMapChoice::name(Kind kind)
{
    switch (kind) {
    case Kind::PracticeTown: return tr("Port Meridian, made up");
    case Kind::OfficeFile: return tr("The office's file");
    case Kind::OfficeServer: return tr("The office's server");
    case Kind::Overview: return tr("Bundled overview");
    }
    return {};
}

void BaseMapChoice::choose(Kind kind)
{
    if (kind == m_current || !std::ranges::contains(m_kinds, kind))
        return;
    m_current = kind;
    Settings::set(Settings::baseMap, wordOf(kind));
    loadAgain();
}

void BaseMapChoice::loadAgain()
{
    m_trouble.reset();
    m_trying = false;
    m_again.stop();
    make();
    Q_EMIT changed();
    Q_EMIT stateChanged();
}

void BaseMapChoice::make()
{
    if (auto* before = dynamic_cast<OfficeMap*>(m_tiles.get()))
        before->disconnect(this);
    std::shared_ptr<OfficeMap> office;
    switch (m_current) {
    case Kind::PracticeTown: m_tiles = DrawnTiles::practiceTown(BaseMaps::townWords()); return;
    case Kind::Overview: m_tiles = DrawnTiles::overview(BaseMaps::overviewWords()); return;
    case Kind::OfficeFile: {
        const BaseMapWords words{.source = tr("office file “%1”").arg(m_profile.baseMap.file), .attribution = tr("Office map")};
        office = std::make_shared<OfficeMapFile>(m_supply.file, m_profile.baseMap.sha256, words, *m_supply.decoder);
        break;
    }
    case Kind::OfficeServer: {
        const QString named = m_profile.baseMap.attribution;
        const BaseMapWords words{.source = tr("office server %1").arg(m_profile.baseMap.tiles.host()),
                                 .attribution = named.isEmpty() ? tr("Office map") : named};
        office = std::make_shared<OfficeMapServer>(m_supply.server, words, m_profile.baseMap.deepest, *m_supply.decoder);
        break;
    }
    }
    connect(office.get(), &OfficeMap::opened, this, [this] {
        Q_EMIT changed();
        Q_EMIT stateChanged();
    });
    connect(office.get(), &OfficeMap::failed, this, &BaseMapChoice::failed);
    connect(office.get(), &OfficeMap::worked, this, &BaseMapChoice::worked);
    m_tiles = office;
}

void BaseMapChoice::failed(MapTrouble trouble)
{
    m_trying = false;
    if (MapWords::mayPass(trouble) && !m_again.isActive())
        m_again.start();
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    Q_EMIT stateChanged();
}

void BaseMapChoice::worked()
{
    if (!std::exchange(m_trying, false) || !m_trouble)
        return;
    m_trouble.reset();
    Q_EMIT stateChanged();
}

QString BaseMapChoice::state() const
{
    const QString source = m_tiles ? m_tiles->words().source : name(m_current);
    const QString trouble = m_trouble ? MapWords::say(*m_trouble) : QString();
    //: %1: a source of maps, such as "office server maps.example"; %2: what is wrong with it.
    return trouble.isEmpty() ? source : tr("%1 – %2").arg(source, trouble);
}

} // namespace casebound
