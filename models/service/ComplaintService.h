// The answer to a complaint (R18): one look-up of one plate in the whole log, on record before it is made.
#pragma once

#include "domain/PlateAnswer.h"
#include "domain/RoleTable.h"
#include "service/Failure.h"

#include <QObject>

namespace casebound {

class AuditLog;

enum class ComplaintProblem {
    PlateText,        ///< Not one whole plate.
    ReferenceMissing, ///< A look-up without a complaint is a query of its own.
};
using ComplaintRefusal = std::variant<ServiceFailure, ComplaintProblem>;

/// Lives on the window's thread.
class ComplaintService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const Clock& clock;
        Actor actor;
    };
    explicit ComplaintService(Parts parts) : m_parts(std::move(parts)) {}

    /// complaint.answered first, with the plate and the reference; then the log is looked through by its index, and each entry found is
    /// held to its hash. LogFault::Damaged where one is not what its hash says.
    [[nodiscard]] std::expected<PlateAnswer, ComplaintRefusal> answer(const QString& plate, const QString& reference);

Q_SIGNALS:
    void answered();
    void logFailed(casebound::LogFault fault);

private:
    Parts m_parts;
};

} // namespace casebound
