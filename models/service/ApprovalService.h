// Exceptions beyond the time limit (R5; PIA p. 6): asked, decided, used, each an entry of the log first. The log is their only store.
#pragma once

#include "domain/Approval.h"
#include "domain/OfficeProfile.h"
#include "domain/ReviewPolicy.h"
#include "ledger/ApprovalStatement.h"
#include "ports/Credential.h"
#include "service/Failure.h"

#include <QObject>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace casebound {

class AuditLog;

enum class DecisionProblem {
    NoteMissing, ///< A refusal says why.
    CannotSign,  ///< The credential did not sign.
};
using ApprovalRefusal = std::variant<ServiceFailure, ApprovalProblem, ApprovalFileProblem, DecisionProblem>;
template <class T>
using ApprovalOutcome = std::expected<T, ApprovalRefusal>;

/// Lives on the window's thread.
class ApprovalService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const OfficeProfile& profile;
        const Clock& clock;
        Actor actor;
        /// The signed-in person's credential, opened anew with its PIN.
        std::function<std::expected<std::unique_ptr<Credential>, SignInProblem>(const QString& pin)> credential;
        ReviewPolicy policy = {};
    };
    explicit ApprovalService(Parts parts);
    ~ApprovalService() override;

    /// Newest first; nobody's but one's own for who may not decide.
    [[nodiscard]] std::vector<Approval> approvals() const;
    /// Those that wait for a decision of the signed-in person: never one's own.
    [[nodiscard]] std::vector<Approval> waiting() const;
    [[nodiscard]] std::optional<Approval> find(const QString& id) const;

    /// exception.asked. `reason` says why the limit should not hold, and must pass the rules of a reason.
    [[nodiscard]] ApprovalOutcome<Approval> ask(const ApprovalUse& use, const QString& reason);
    /// The request as a file for a supervisor at another desk.
    [[nodiscard]] QByteArray requestFile(const Approval& approval) const;

    /// Signed with the credential, then exception.granted or exception.refused. A refusal says why.
    [[nodiscard]] ApprovalOutcome<void> decide(const QString& id, bool grant, const QString& note, const QString& pin);
    /// A request from another desk, decided here: the signed file to send back. The entry (outcome other_desk) says so.
    [[nodiscard]] ApprovalOutcome<QByteArray> decideFile(const QByteArray& request, bool grant, const QString& note, const QString& pin);
    /// A decision that came back from another desk: the signature, who made it, and what it decides on are checked.
    [[nodiscard]] ApprovalOutcome<Approval> takeIn(const QByteArray& file);

    /// The approval that covers this, now.
    [[nodiscard]] std::optional<QString> fitting(const ApprovalUse& use) const;
    /// exception.used, before the query's intention. Refused where it no longer covers it.
    [[nodiscard]] ApprovalOutcome<void> use(const QString& id, const ApprovalUse& use, const QString& queryId);
    /// exception.expired for each that ended unused; once each.
    void logExpired();

Q_SIGNALS:
    void changed();
    void logFailed(casebound::LogFault fault);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
