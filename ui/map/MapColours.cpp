#include "ui/map/MapColours.h"

#include "ui/Theme.h"

#include <QPalette>

namespace casebound {

namespace {

const MapColours light{.water = 0xffcfdfe8,
                       .land = 0xfff6f4ee,
                       .park = 0xffdfead6,
                       .coast = 0xff9db8c8,
                       .country = 0xff9a93a6,
                       .state = 0xffbcb6c2,
                       .county = 0xffdcd8dc,
                       .river = 0xffcfdfe8,
                       .street = 0xffffffff,
                       .streetEdge = 0xffdcd7cb,
                       .main = 0xfffffdf4,
                       .mainEdge = 0xffcdc5b2,
                       .highway = 0xfff3dfae,
                       .highwayEdge = 0xffc9a960,
                       .name = 0xff3d4652,
                       .nameQuiet = 0xff59626c,
                       .nameWater = 0xff3f6378,
                       .namePark = 0xff47683a,
                       .halo = 0xffffffff};
const MapColours night{.water = 0xff182129,
                       .land = 0xff262c31,
                       .park = 0xff28352d,
                       .coast = 0xff44596a,
                       .country = 0xff7b7489,
                       .state = 0xff565260,
                       .county = 0xff373a42,
                       .river = 0xff182129,
                       .street = 0xff3a424a,
                       .streetEdge = 0xff20262b,
                       .main = 0xff474f57,
                       .mainEdge = 0xff1e2429,
                       .highway = 0xff665631,
                       .highwayEdge = 0xff1e2429,
                       .name = 0xffdce2e8,
                       .nameQuiet = 0xffa9b4bf,
                       .nameWater = 0xff8fb4c9,
                       .namePark = 0xff9cc08d,
                       .halo = 0xff1a1f24,
                       .dark = true};
const MapColours contrast{.water = 0xff000000,
                          .land = 0xff1c1c1c,
                          .park = 0xff1c1c1c,
                          .coast = 0xffffffff,
                          .country = 0xffffffff,
                          .state = 0xffb0b0b0,
                          .county = 0xff6a6a6a,
                          .river = 0xff000000,
                          .street = 0xff9a9a9a,
                          .streetEdge = 0xff000000,
                          .main = 0xffc8c8c8,
                          .mainEdge = 0xff000000,
                          .highway = 0xffffffff,
                          .highwayEdge = 0xff000000,
                          .name = 0xffffffff,
                          .nameQuiet = 0xffffffff,
                          .nameWater = 0xffffffff,
                          .namePark = 0xffffffff,
                          .halo = 0xff000000,
                          .dark = true};

} // namespace

MapColours MapColours::of(const QPalette& palette)
{
    if (!Theme::isDark(palette))
        return light;
    return palette.color(QPalette::Window) == QColor(Qt::black) ? contrast : night;
}

} // namespace casebound
