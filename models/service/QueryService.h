// The one way a query leaves: draft -> gate -> durable intent -> vendor -> outcome (R3, R4, R7, R9).
#pragma once

#include "domain/OfficeProfile.h"
#include "ports/VendorClient.h"
#include "service/ApprovalService.h"
#include "service/Failure.h"
#include "service/QueryRun.h"

#include <memory>
#include <vector>

class QTimer;

namespace casebound {

class AuditLog;
class CaseTable;
class QueryGate;

/// Lives on the window's thread. Every method that changes anything writes its audit entry first.
class QueryService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const CaseTable& cases;
        VendorClient& vendor;
        const OfficeProfile& profile;
        const VendorCapabilities& capabilities;
        const Clock& clock;
        Actor actor;
        ApprovalService* approvals = nullptr; ///< None: nothing beyond the limit.
        /// Why the person may not search any more though the session is still open (training or profile ran out); nothing: they may.
        std::function<std::optional<SignInProblem>()> standing = {};
    };
    explicit QueryService(Parts parts);
    ~QueryService() override; ///< Ends every run (SignedOut).

    /// Judges without sending or logging: for the form's marks while it is filled in.
    [[nodiscard]] std::vector<FieldRefusal> judge(const QueryDraft& draft) const;
    /// The limit for what is chosen so far; nothing while matter or offence is open.
    [[nodiscard]] std::optional<TimeLimit> limitFor(const QueryDraft& draft) const;
    [[nodiscard]] QDate today() const;

    /// Refused: query.refused is logged, nothing is sent. Accepted: query.intended is durable before the first byte leaves.
    /// LogFault: nothing was sent.
    [[nodiscard]] Outcome<QueryRun*> search(const QueryDraft& draft);
    /// Asks a supervisor for what the limit alone refuses (R5). `reason` says why it should not hold.
    [[nodiscard]] ApprovalOutcome<Approval> askException(const QueryDraft& draft, const QString& reason);
    /// Would askException() be heard? Another rule, or the vendor's own look-back, may stand against it.
    [[nodiscard]] bool mayAskException(const QueryDraft& draft) const;
    /// Stops a loading query (query.withdrawn). What arrived is kept and marked incomplete until the run is closed.
    void cancel(QueryRun& run);
    /// Discards the results with a minimisation entry (results.discarded); the run becomes Ended and is deleted later.
    void close(QueryRun& run, QueryRun::EndReason reason);
    /// Closes (Expired) every run whose life is over, by the wall clock or by time passed. A timer calls it every 15 s.
    void expireDue();
    /// The session locks: queries under way are withdrawn (outcome "session_locked"), what arrived stays. Until resume() nothing is sent,
    /// and results whose life ends are discarded all the same; their entries are owed to the log.
    void suspend();
    /// Log and vendor are there again.
    void resume();
    [[nodiscard]] std::vector<QueryRun*> runs() const;

Q_SIGNALS:
    void runStarted(casebound::QueryRun* run);
    void refused();                           ///< A search was refused, and the refusal stands in the log.
    void runEnding(casebound::QueryRun* run); ///< Last moment the pointer is good.
    void logFailed(casebound::LogFault fault);
    void vendorSessionEnded();                       ///< 401 or 403: sign in again.
    void standingLost(casebound::SignInProblem why); ///< A search was refused for it, and the log says so.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
