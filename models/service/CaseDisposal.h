// The end of a case file (R12; PIA p. 14): how long its kept reads stay, which cases are due, and their disposal.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/Retention.h"
#include "service/Failure.h"

#include <QObject>

#include <expected>
#include <variant>
#include <vector>

namespace casebound {

class AuditLog;
class CaseTable;
class KeptReadTable;

enum class DisposalProblem {
    NotFound,
    NotClosed, ///< An open case is never disposed of.
    NotDue,    ///< Its years are not over. Nothing was deleted.
    AlreadyDisposed,
    NoteMissing,  ///< Who decided, and that nobody holds the file.
    SecretStands, ///< The reads are deleted; the case's secret could not be overwritten yet, and the next start tries again.
};
using DisposalRefusal = std::variant<DisposalProblem, ServiceFailure>;

/// Lives on the window's thread. case.disposed is durable before anything is deleted; afterwards no copy of the case database, however old,
/// opens the case's reads (store/CaseKeys.h). Holds no key.
class CaseDisposal final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        CaseTable& cases;
        KeptReadTable& kept;
        const OfficeProfile& profile;
        const Clock& clock;
        Actor actor;
    };
    struct Due {
        CaseRecord subject;
        RetentionLabel label;
    };
    explicit CaseDisposal(Parts parts) : m_parts(std::move(parts)) {}

    [[nodiscard]] RetentionLabel label(const CaseRecord& subject) const;
    [[nodiscard]] bool mayDispose() const { return may(m_parts.actor, Action::DisposeCase); }
    /// Closed cases whose years are over, oldest end first; nothing for whom the role table does not let.
    [[nodiscard]] std::vector<Due> due() const;
    /// `note` (at most 2,000 characters) goes into the entry. Alert hits and entries of the log are not the case file's and stay.
    [[nodiscard]] std::expected<CaseRecord, DisposalRefusal> dispose(const CaseNumber& number, const QString& note);
    /// Why the reads of a case cannot be opened (Locked: its secret is gone); nothing where they can, or there are none.
    [[nodiscard]] std::optional<StoreFault> whyNotReadable(const CaseNumber& number) const;

Q_SIGNALS:
    void disposed(casebound::CaseNumber number);
    void logFailed(casebound::LogFault fault);

private:
    [[nodiscard]] QDate today() const;
    [[nodiscard]] std::optional<LogFault> append(const AuditRecord& record);
    Parts m_parts;
};

} // namespace casebound
