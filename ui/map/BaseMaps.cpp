#include "ui/map/BaseMaps.h"

#include "ui/map/BaseMapChoice.h"
#include "ui/map/DrawnTiles.h"
#include "ui/map/MapPane.h"

namespace casebound {

BaseMapWords BaseMaps::townWords()
{
    return {.source = tr("Port Meridian, made up"), .attribution = tr("Port Meridian is made up. World: Natural Earth, US Census Bureau")};
}

BaseMapWords BaseMaps::overviewWords()
{
    return {.source = tr("bundled overview"), .attribution = tr("Natural Earth, US Census Bureau")};
}

std::shared_ptr<TileSource> BaseMaps::of(const PageServices& services)
{
    if (services.map)
        return services.map->tiles();
    if (services.profile.training)
        return DrawnTiles::practiceTown(townWords());
    return DrawnTiles::overview(overviewWords());
}

void BaseMaps::follow(MapPane& pane, const PageServices& services)
{
    if (services.map)
        QObject::connect(services.map, &BaseMapChoice::changed, &pane, [&pane, map = services.map] { pane.setTiles(map->tiles()); });
}

} // namespace casebound
