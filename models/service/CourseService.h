// The practice course (R1, R17): ten reads with planted misreads, checked as on duty, then two requests to judge; a record of the result.
#pragma once

#include "crypto/SecureBytes.h"
#include "domain/OfficeProfile.h"
#include "domain/RoleTable.h"
#include "domain/TrainingRecord.h"
#include "ports/Credential.h"
#include "service/CaseService.h"
#include "service/QueryService.h"
#include "service/SignIn.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace casebound {

enum class CourseProblem {
    NotTraining, ///< Only on the practice vendor.
    UnderWay,    ///< Begun already.
    NotThere,    ///< Not at this question.
    NoQuestions, ///< The vendor did not give the course's ten reads.
    NotEnded,    ///< There is nothing to save yet.
    CannotWrite, ///< Nothing was left behind.
    CannotSign,  ///< The credential opened and did not sign.
};
using CourseRefusal = std::variant<CourseProblem, ServiceFailure>;

/// Lives on the window's thread. course.begun is logged first, course.passed or course.failed at the end; what is done meanwhile (search,
/// verdicts) is logged as ever.
class CourseService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        CaseService& cases;
        QueryService& queries;
        const OfficeProfile& profile;
        const Clock& clock;
        Actor actor;
        std::function<std::expected<std::unique_ptr<Credential>, SignInProblem>(const CredentialChoice&, const SecureBytes&)> credential;
    };
    enum class State { NotBegun, Loading, Reads, Requests, Ended };
    /// A request as somebody might bring it; whether it may be sent is for the person to say.
    struct Request {
        QString id;
        QueryDraft draft;
    };

    explicit CourseService(Parts parts);
    ~CourseService() override;

    /// Opens the course's case where there is none, and searches its plate. `seed` chooses the requests.
    [[nodiscard]] std::expected<void, CourseRefusal> begin(quint32 seed);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isUnderWay() const { return m_state != State::NotBegun && m_state != State::Ended; }
    /// What is wrong with the course itself, where it ended by itself.
    [[nodiscard]] const std::optional<CourseProblem>& problem() const { return m_problem; }
    /// The search whose reads are to be judged; the first verdict on each counts. Null before and after.
    [[nodiscard]] QueryRun* run() const { return m_run; }
    [[nodiscard]] const TrainingRecord& record() const { return m_record; }
    [[nodiscard]] const Request* request() const; ///< The one to be judged now.
    [[nodiscard]] std::expected<void, CourseRefusal> answer(CourseAnswer given);
    /// The record, signed with the person's own credential, as `target` and `target`.p7s; both or none.
    [[nodiscard]] std::expected<void, CourseRefusal> save(const QString& target, const CredentialChoice& choice, const QString& pin);

Q_SIGNALS:
    void changed();
    void logFailed(casebound::LogFault fault);

private:
    void follow();
    void judged(qsizetype read);
    void lapse(std::optional<CourseProblem> why);
    void end();
    [[nodiscard]] QueryDraft draft() const;
    [[nodiscard]] std::optional<LogFault> append(AuditEvent event, const QString& outcome);

    Parts m_parts;
    State m_state = State::NotBegun;
    std::optional<CourseProblem> m_problem;
    QPointer<QueryRun> m_run;
    std::vector<qsizetype> m_order; ///< Reads of the run, newest first.
    std::vector<Request> m_requests;
    TrainingRecord m_record;
};

} // namespace casebound
