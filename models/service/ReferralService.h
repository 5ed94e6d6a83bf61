// A matter referred to the office of professional responsibility (R10; PIA p. 7, 16): what was found, as a folder an outsider can check.
#pragma once

#include "crypto/Certificate.h"
#include "domain/OfficeProfile.h"
#include "domain/RoleTable.h"
#include "ports/Credential.h"
#include "service/Failure.h"
#include "service/LogCare.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace casebound {

class AuditLog;

enum class ReferralProblem {
    NothingReferred, ///< The review has no item judged Refer that the person may refer.
    Busy,            ///< The log is being written out already, or nothing can write it.
    BadTarget,       ///< Not an absolute path, or its folder does not exist.
    TargetExists,    ///< Nothing was touched.
    BadCertificate,  ///< Not one certificate in PEM with a P-256 key, or not valid today.
    NotReviewer,     ///< The credential is none the results were sealed to.
    CannotSign,
    CannotWrite,   ///< Nothing is left at the target; the log says that it was tried.
    LogNotWritten, ///< The log could not be written out in order; nothing is left at the target.
};
using ReferralRefusal = std::variant<ServiceFailure, ReferralProblem>;

struct ReferralPackage {
    QString folder;
    std::size_t entries = 0, results = 0;
};

using ReferralResult = std::expected<ReferralPackage, ReferralRefusal>;

/// A signal's argument has to be comparable or to say nothing of it; std::expected claims it is whatever it holds.
struct ReferralEnd {
    ReferralResult result;
};

/// Lives on the window's thread.
class ReferralService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        const OfficeProfile& profile;
        const Clock& clock;
        Actor actor;
        std::function<std::expected<std::unique_ptr<Credential>, SignInProblem>(const QString& pin)> credential;
    };
    /// `care` writes the log out; none: nothing can be referred.
    ReferralService(Parts parts, LogCare* care);
    ~ReferralService() override; ///< Stops what is under way; nothing is left at its target.

    /// Everything judged Refer in the review, but what is the person's own. referral.made first, and sealed.opened (outcome "referral") for
    /// each result; then the folder is written beside the target and renamed: README.txt, referral.json and its signature referral.p7s
    /// (CMS, detached, DER), log/ (the public log with the private parts of these entries, for casebound-verify), and results/<sha256>.cms,
    /// each encrypted to `certificate` alone. finished() follows.
    [[nodiscard]] std::expected<void, ReferralRefusal> start(const QString& review, const QString& target, const QByteArray& certificatePem,
                                                             const QString& pin);
    [[nodiscard]] bool isRunning() const { return m_work != nullptr; }
    /// The session locks: what is under way is stopped.
    void suspend();
    void setCare(LogCare* care) { m_care = care; }

Q_SIGNALS:
    void finished(const casebound::ReferralEnd& end);
    void logged();
    void logFailed(casebound::LogFault fault);

private:
    struct Work;
    struct Collected;
    [[nodiscard]] std::expected<Collected, ReferralRefusal> collect(const QString& review);
    [[nodiscard]] std::expected<void, ReferralRefusal> append(const AuditRecord& record);
    void conclude(const LogExportResult& log);

    Parts m_parts;
    LogCare* m_care;
    std::unique_ptr<Work> m_work;
};

} // namespace casebound
