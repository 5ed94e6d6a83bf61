// Sealed results, opened for a reason alone (R10; PIA p. 16): within a review, for a referral, or to answer a complaint, each on record
// first.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/RoleTable.h"
#include "ports/Credential.h"
#include "service/Failure.h"

#include <QObject>

#include <functional>
#include <memory>

namespace casebound {

class AuditLog;

/// What a sealed result is opened for: a review that is not wholly signed and whose period holds the entry, or a complaint about its plate
/// that the same person answered.
struct SealedOccasion {
    enum class Kind { Review, Complaint } kind = Kind::Review;
    QString review;              ///< Its id.
    std::uint64_t complaint = 0; ///< The entry complaint.answered.
};

enum class SealedProblem {
    NoSuchEntry,
    NothingSealed, ///< The entry has no results here: none came, or the vendor keeps the audit.
    NoOccasion,    ///< Neither such a review nor such a complaint.
    NotReviewer,   ///< The credential is none that the results were sealed to.
    Altered,       ///< The blob or its segment is not what the entry names.
};
using SealedRefusal = std::variant<ServiceFailure, SealedProblem>;

/// Lives on the window's thread.
class SealedService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const OfficeProfile& profile;
        Actor actor;
        std::function<std::expected<std::unique_ptr<Credential>, SignInProblem>(const QString& pin)> credential;
    };
    explicit SealedService(Parts parts) : m_parts(std::move(parts)) {}

    /// The canonical results (CanonicalResults.h) of a query, by its intention or by the entry that names them. sealed.opened stands in the
    /// log before anything is opened; its outcome is "review" or "complaint". Nobody opens their own.
    [[nodiscard]] std::expected<QByteArray, SealedRefusal> open(std::uint64_t entry, const SealedOccasion& occasion, const QString& pin);

Q_SIGNALS:
    void opened();
    void logFailed(casebound::LogFault fault);

private:
    Parts m_parts;
};

} // namespace casebound
