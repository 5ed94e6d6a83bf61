// The roster compared with the vendor's list of users (R1; PIA p. 5), for those who may.
#pragma once

#include "domain/RosterComparison.h"
#include "service/ComparisonParts.h"

#include <QObject>

#include <expected>
#include <stop_token>

namespace casebound {

enum class RosterProblem {
    NoUserList,   ///< The vendor lists no users.
    NotConnected, ///< There is no way to the vendor now.
    Busy,         ///< One is under way.
    Cancelled,
};
using RosterRefusal = std::variant<ServiceFailure, RosterProblem>;

struct RosterResult {
    std::expected<RosterComparison, RosterRefusal> found;
};

/// Lives on the window's thread. Holds nothing once it has finished.
class RosterComparisonService final : public QObject {
    Q_OBJECT

public:
    using Parts = ComparisonParts;
    explicit RosterComparisonService(Parts parts) : m_parts(std::move(parts)) {}
    ~RosterComparisonService() override; ///< One under way ends with its entry.

    /// The vendor lists its users at all.
    [[nodiscard]] bool isOffered() const { return m_parts.capabilities.userList; }
    /// Nothing is asked of the vendor while the log cannot be written. finished() follows, and what it brings stands in roster.compared
    /// before.
    [[nodiscard]] std::expected<void, RosterRefusal> start();
    void cancel();
    /// At lock: ends with its entry while there is a key to write it with.
    void suspend();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void finished(const casebound::RosterResult& result);
    void logged();
    void logFailed(casebound::LogFault fault);
    void vendorSessionEnded();

private:
    void arrived(const std::expected<std::vector<VendorUser>, VendorFailure>& users);
    /// Whose certificate is not good in this office any more, as far as the profile can tell.
    [[nodiscard]] std::set<UserId> revoked() const;
    void end(const QString& word, const QString& note, std::expected<RosterComparison, RosterRefusal> result);

    Parts m_parts;
    std::stop_source m_stop;
    bool m_running = false;
};

} // namespace casebound
