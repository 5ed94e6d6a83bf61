// The log compared with the vendor's own record of a period (R14; PIA p. 7, 17), for those who may.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/Reconciliation.h"
#include "service/ComparisonParts.h"

#include <QObject>

#include <expected>
#include <memory>

namespace casebound {

enum class ReconciliationProblem {
    BadPeriod,     ///< Its end is not after its beginning, in the future, or more than 92 days later.
    NoVendorAudit, ///< The vendor keeps no record: there is nothing to compare with.
    NotConnected,  ///< There is no way to the vendor now.
    Busy,          ///< One is under way.
    TooMany,       ///< More queries than can be held at once.
    Cancelled,
};
using ReconciliationRefusal = std::variant<ServiceFailure, ReconciliationProblem>;

struct ReconciliationResult {
    std::expected<Reconciliation, ReconciliationRefusal> found;
};

/// Lives on the window's thread and works in short turns of its event loop. Holds, while it runs, some 150 bytes for each query of the
/// period, and at most mostListed findings; nothing afterwards.
class ReconciliationService final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostQueries = 200'000, mostListed = 5'000;

    enum class Stage { Log, Vendor, Rest }; ///< Reading the log; asking the vendor; looking at what it did not name.

    using Parts = ComparisonParts;
    explicit ReconciliationService(Parts parts);
    ~ReconciliationService() override; ///< One under way ends with its entry.

    /// The vendor's record can be asked for at all.
    [[nodiscard]] bool isOffered() const;
    /// from ≤ t < to. Nothing is asked of the vendor while the log cannot be written. finished() follows, and what it brings stands in
    /// reconciliation.done before: the counts publicly, the period privately.
    [[nodiscard]] std::expected<void, ReconciliationRefusal> start(Instant from, Instant to);
    void cancel();
    /// At lock: ends with its entry while there is a key to write it with.
    void suspend();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// `total` 0: nobody knows how many there are.
    void progressed(casebound::ReconciliationService::Stage stage, quint64 done, quint64 total);
    void finished(const casebound::ReconciliationResult& result);
    void logged();
    void logFailed(casebound::LogFault fault);
    void vendorSessionEnded();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
