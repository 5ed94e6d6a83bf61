#include "ui/map/BaseMaps.h"

#include "ui/map/DrawnTiles.h"

namespace casebound {

BaseMapWords BaseMaps::words(const OfficeProfile& profile)
{
    if (profile.training)
        return {.source = tr("Port Meridian, made up"),
                .attribution = tr("Port Meridian is made up. World: Natural Earth, US Census Bureau")};
    return {.source = tr("bundled overview"),
            .attribution = tr("Natural Earth, US Census Bureau")};
}

std::shared_ptr<TileSource> BaseMaps::of(const PageServices& services)
{
    if (services.profile.training)
        return DrawnTiles::practiceTown(words(services.profile));
    return DrawnTiles::overview(words(services.profile));
}

} // namespace casebound
