// Every call of the vendor contract, version 1, over one town.
#pragma once

#include "practice_vendor/AlertDesk.h"
#include "practice_vendor/Faults.h"
#include "practice_vendor/PictureBook.h"
#include "practice_vendor/PracticeClock.h"
#include "practice_vendor/QueryDesk.h"
#include "practice_vendor/Town.h"

#include <QObject>

namespace casebound::practice {

struct VendorOptions {
    std::uint64_t seed = 1;
    PracticeClock clock;
    QueryLimits limits;
    int alertListMax = 2'500;
    bool alertStream = true; ///< False: hits are to be polled.
    bool queryAudit = true;
    bool userList = true;
};

class VendorApi : public QObject {
    Q_OBJECT

public:
    explicit VendorApi(const VendorOptions& options, QObject* parent = nullptr);

    /// Which call a request is; nothing where the contract has none such. The stream is not answered here.
    [[nodiscard]] static std::optional<Route> routeOf(const HttpRequest& request);
    /// Answers at once or when the pictures are drawn, always exactly once (unless this object is destroyed before).
    void handle(const HttpRequest& request, const Respond& respond);

    [[nodiscard]] FaultPlan& faults() { return m_faults; }
    [[nodiscard]] AlertDesk& alerts() { return m_alerts; }
    [[nodiscard]] Town& town() { return m_town; }
    [[nodiscard]] PictureBook& pictures() { return m_pictures; }
    [[nodiscard]] const PracticeClock& clock() const { return m_options.clock; }
    [[nodiscard]] bool hasStream() const { return m_options.alertStream; }

private:
    void dispatch(const HttpRequest& request, Route route, const Respond& respond);
    [[nodiscard]] HttpAnswer capabilities() const;
    [[nodiscard]] HttpAnswer users(const HttpRequest& request) const;
    [[nodiscard]] HttpAnswer alertCall(const HttpRequest& request);
    void image(const HttpRequest& request, const Respond& respond);

    VendorOptions m_options;
    FaultPlan m_faults;
    Town m_town;
    PictureBook m_pictures;
    QueryDesk m_queries;
    AlertDesk m_alerts;
};

} // namespace casebound::practice
