// Which base map a page draws: the session's choice, or, where a page stands alone, what is drawn here.
#pragma once

#include "ui/PageServices.h"
#include "ui/map/TileSource.h"

#include <QCoreApplication>

#include <memory>

namespace casebound {

class MapPane;

class BaseMaps {
    Q_DECLARE_TR_FUNCTIONS(BaseMaps)

public:
    [[nodiscard]] static std::shared_ptr<TileSource> of(const PageServices& services);
    /// Keeps the pane on the session's choice.
    static void follow(MapPane& pane, const PageServices& services);
    /// What the map and the status bar say of what is drawn here.
    [[nodiscard]] static BaseMapWords townWords();
    [[nodiscard]] static BaseMapWords overviewWords();
};

} // namespace casebound
