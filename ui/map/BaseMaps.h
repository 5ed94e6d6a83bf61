// Which base map a session has: the practice town while practising, else the office's own, else the bundled overview.
#pragma once

#include "ui/PageServices.h"
#include "ui/map/TileSource.h"

#include <QCoreApplication>

#include <memory>

namespace casebound {

class BaseMaps {
    Q_DECLARE_TR_FUNCTIONS(BaseMaps)

public:
    /// Never asks a public host: what is not the office's is drawn here.
    [[nodiscard]] static std::shared_ptr<TileSource> of(const PageServices& services);
    /// What the status bar and the map say of it.
    [[nodiscard]] static BaseMapWords words(const OfficeProfile& profile);
};

} // namespace casebound
