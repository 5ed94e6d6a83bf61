// The reads of the query that is shown, on the map.
#pragma once

#include "lists/ReadDays.h"
#include "ui/PageServices.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace casebound {

class MapPane;

/// Owns nothing. Pages that arrive quickly after one another are drawn together.
class RunMap final : public QObject {
    Q_OBJECT

public:
    RunMap(PageServices services, QWidget* parent);

    [[nodiscard]] MapPane& pane() const { return *m_pane; }
    void setRun(QueryRun* run);
    void setNow(Instant now);
    /// Draws what the tables show: reads captured in this period alone (nothing: all), and those near sensitive places alone.
    void setFilter(std::optional<MicrosRange> period, bool nearPlacesOnly);

private:
    void draw();
    [[nodiscard]] bool isShown(const ReadRow& row) const;
    [[nodiscard]] QString words(qsizetype read) const;

    PageServices m_services;
    QPointer<QueryRun> m_run;
    MapPane* m_pane;
    QTimer m_soon;
    std::optional<MicrosRange> m_period;
    bool m_nearPlacesOnly = false;
    bool m_fresh = false; ///< Nothing of this run was drawn yet.
};

} // namespace casebound
