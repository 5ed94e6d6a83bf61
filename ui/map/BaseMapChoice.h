// The base map of a session: what there is, what is shown, and how it goes. One for every map of the window.
#pragma once

#include "domain/OfficeProfile.h"
#include "service/MapSupply.h"
#include "ui/map/MapTrouble.h"
#include "ui/map/TileSource.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace casebound {

/// Never asks a public host: what is not the office's is drawn here.
class BaseMapChoice final : public QObject {
    Q_OBJECT

public:
    enum class Kind { PracticeTown, OfficeFile, OfficeServer, Overview };

    /// The profile outlives it.
    BaseMapChoice(const OfficeProfile& profile, MapSupply supply, QObject* parent = nullptr);
    ~BaseMapChoice() override;

    /// Best first; never empty.
    [[nodiscard]] const std::vector<Kind>& kinds() const { return m_kinds; }
    [[nodiscard]] static QString name(Kind kind);
    [[nodiscard]] Kind current() const { return m_current; }
    /// Kept for the next session where the office's profile still has it.
    void choose(Kind kind);
    void loadAgain();

    [[nodiscard]] const std::shared_ptr<TileSource>& tiles() const { return m_tiles; }
    [[nodiscard]] std::optional<MapTrouble> trouble() const { return m_trouble; }
    /// For the status bar: "office file “County”", "office server maps.example – the server does not answer".
    [[nodiscard]] QString state() const;

Q_SIGNALS:
    void changed();      ///< tiles() is another, or the same is to be asked again.
    void stateChanged(); ///< What state() says.

private:
    void make();
    void failed(MapTrouble trouble);
    void worked();

    const OfficeProfile& m_profile;
    const MapSupply m_supply;
    std::vector<Kind> m_kinds;
    Kind m_current = Kind::Overview;
    std::shared_ptr<TileSource> m_tiles;
    std::optional<MapTrouble> m_trouble;
    bool m_trying = false; ///< Asked again; whatever comes first decides.
    QTimer m_again;
};

} // namespace casebound
