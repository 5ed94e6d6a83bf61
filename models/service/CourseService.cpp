#include "service/CourseService.h"

#include "crypto/Certificate.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <random>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

const QString plate = u"PMC6B13"_s, jurisdiction = u"US-TX"_s,
              reason = u"Blue lorry left Quayside depot with the stolen generator on board"_s;
constexpr int days = 60;

/// What each read of the plate shows, newest first, as the practice town plants it (resources/practice/town.json).
constexpr std::array expected{CourseAnswer::Confirmed,  CourseAnswer::DifferentPlate, CourseAnswer::Confirmed,
                              CourseAnswer::Unreadable, CourseAnswer::Confirmed,      CourseAnswer::DifferentPlate,
                              CourseAnswer::Unreadable, CourseAnswer::Confirmed,      CourseAnswer::DifferentPlate,
                              CourseAnswer::Confirmed};
static_assert(expected.size() == courseVerifications);

CourseAnswer answerOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Confirmed: return CourseAnswer::Confirmed;
    case Verdict::DifferentPlate: return CourseAnswer::DifferentPlate;
    case Verdict::Unverified:
    case Verdict::Unreadable: break;
    }
    return CourseAnswer::Unreadable;
}

/// The rule a request breaks, as the gate has it: the course cannot teach other rules than the program keeps.
CourseAnswer ruleOf(const std::vector<FieldRefusal>& refused)
{
    for (const FieldRefusal& one : refused) {
        if (one.field == QueryField::Case)
            return CourseAnswer::NoCase;
        if (one.problem == FieldProblem::ReasonTooGeneral)
            return CourseAnswer::TooGeneral;
        if (one.problem == FieldProblem::ReasonProtectedActivity)
            return CourseAnswer::ProtectedActivity;
        if (one.problem == FieldProblem::BeyondLimit)
            return CourseAnswer::BeyondLimit;
    }
    return CourseAnswer::MayBeSent;
}

std::unexpected<CourseRefusal> refuse(CourseProblem problem)
{
    return std::unexpected(CourseRefusal(problem));
}
std::unexpected<CourseRefusal> refuse(ServiceFailure failure)
{
    return std::unexpected(CourseRefusal(std::move(failure)));
}

bool write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

CourseService::CourseService(Parts parts) : m_parts(std::move(parts)) {}

CourseService::~CourseService()
{
    if (m_state != State::NotBegun && m_state != State::Ended)
        (void)append(AuditEvent::CourseFailed, u"left"_s);
}

std::optional<LogFault> CourseService::append(AuditEvent event, const QString& outcome)
{
    const auto receipt = m_parts.log.append(plainRecord(event, outcome));
    if (receipt)
        return std::nullopt;
    const LogFault fault = receipt.error();
    Q_EMIT logFailed(fault);
    return fault;
}

QueryDraft CourseService::draft() const
{
    QueryDraft draft;
    draft.matter = Matter::Administrative;
    draft.reasonCode = ReasonCode(u"fugitive_alien"_s);
    draft.purpose = PurposeId(u"locate_person"_s);
    draft.reasonText = reason;
    draft.plate = plate;
    draft.jurisdiction = jurisdiction;
    draft.to = m_parts.queries.today();
    draft.from = draft.to.addDays(-days);
    return draft;
}

std::expected<void, CourseRefusal> CourseService::begin(quint32 seed)
{
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::TakeCourse, [this](LogFault fault) { Q_EMIT logFailed(fault); }))
        return refuse(*std::move(refused));
    if (!m_parts.profile.training)
        return refuse(CourseProblem::NotTraining);
    if (m_state != State::NotBegun && m_state != State::Ended)
        return refuse(CourseProblem::UnderWay);
    if (const auto fault = append(AuditEvent::CourseBegun, {}))
        return refuse(ServiceFailure{.why = *fault, .detail = {}});

    QString number;
    for (int turn = 1; number.isEmpty(); ++turn) {
        const QString wanted = u"PM-COURSE-%1"_s.arg(turn, 2, 10, QLatin1Char('0'));
        const auto found = m_parts.cases.find(CaseNumber(wanted));
        if (!found) {
            const auto opened =
                m_parts.cases.open(wanted, u"Practice course"_s, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s));
            if (!opened)
                return refuse(opened.error());
        } else if (found->state != CaseState::Open) {
            continue;
        }
        number = wanted;
    }

    m_problem.reset();
    m_order.clear();
    m_requests.clear();
    m_record = TrainingRecord{.course = u"port-meridian-1"_s,
                              .programVersion = QStringLiteral(CASEBOUND_VERSION),
                              .office = m_parts.profile.office,
                              .profileSerial = m_parts.profile.serial,
                              .profileSha256 = m_parts.profile.sha256,
                              .passMarkPercent = m_parts.profile.passMarkPercent,
                              .items = {}};
    m_record.begunAt = std::chrono::floor<std::chrono::seconds>(m_parts.clock.now());

    QueryDraft asked = draft();
    asked.caseNumber = number;
    Request noCase{.id = u"request-without-case"_s, .draft = asked}, general{.id = u"request-too-general"_s, .draft = asked},
        protest{.id = u"request-of-a-protest"_s, .draft = asked}, tooFar{.id = u"request-too-far-back"_s, .draft = asked};
    noCase.draft.caseNumber = u"none"_s;
    general.draft.reasonText = u"investigation"_s;
    protest.draft.reasonText = u"The owner took part in the protest march in front of the courthouse on Friday"_s;
    tooFar.draft.from = tooFar.draft.to.addYears(-8);
    m_requests = {noCase, general, protest, tooFar};
    std::ranges::shuffle(m_requests, std::mt19937(seed));
    m_requests.resize(courseRefusals);

    const auto run = m_parts.queries.search(asked);
    if (!run) {
        lapse(std::nullopt);
        return refuse(run.error());
    }
    m_run = *run;
    m_state = State::Loading;
    connect(m_run, &QueryRun::stateChanged, this, &CourseService::follow);
    connect(m_run, &QueryRun::readChanged, this, &CourseService::judged);
    Q_EMIT changed();
    follow();
    return {};
}

void CourseService::follow()
{
    if (!m_run || (m_state != State::Loading && m_state != State::Reads))
        return;
    switch (m_run->state()) {
    case QueryRun::State::Sending:
    case QueryRun::State::Loading: return;
    case QueryRun::State::Complete: break;
    case QueryRun::State::Failed:
    case QueryRun::State::Unknown:
    case QueryRun::State::Withdrawn:
    case QueryRun::State::Ended: return lapse(CourseProblem::NoQuestions);
    }
    if (m_state == State::Reads)
        return;
    const ReadSet& reads = m_run->reads();
    if (reads.size() != expected.size())
        return lapse(CourseProblem::NoQuestions);
    for (std::size_t n = 0; n < reads.size(); ++n)
        m_order.push_back(qsizetype(n));
    std::ranges::sort(m_order, std::greater(), [&](qsizetype read) { return reads.row(std::size_t(read)).capturedAt; });
    m_state = State::Reads;
    Q_EMIT changed();
}

void CourseService::judged(qsizetype read)
{
    if (m_state != State::Reads || !m_run)
        return;
    const Verification verification = m_run->verification(std::size_t(read));
    const auto place = std::ranges::find(m_order, read) - m_order.begin();
    if (verification.verdict == Verdict::Unverified || place >= std::ssize(m_order))
        return;
    const QString question = u"read-%1"_s.arg(place + 1);
    if (std::ranges::contains(m_record.items, question, &CourseItem::question))
        return; // the first verdict counts
    m_record.items.push_back(
        {.question = question, .expected = expected[static_cast<std::size_t>(place)], .given = answerOf(verification.verdict)});
    if (std::ssize(m_record.items) == courseVerifications)
        m_state = State::Requests;
    Q_EMIT changed();
}

void CourseService::lapse(std::optional<CourseProblem> why)
{
    if (m_run)
        m_run->disconnect(this);
    m_run.clear();
    m_problem = why;
    m_state = State::NotBegun;
    (void)append(AuditEvent::CourseFailed, u"not_completed"_s);
    Q_EMIT changed();
}

const CourseService::Request* CourseService::request() const
{
    const auto answered = m_record.items.size() - std::min<std::size_t>(m_record.items.size(), courseVerifications);
    return m_state == State::Requests && answered < m_requests.size() ? &m_requests[answered] : nullptr;
}

std::expected<void, CourseRefusal> CourseService::answer(CourseAnswer given)
{
    const Request* asked = request();
    if (!asked || courseKindOf(given) != CourseKind::Refusal)
        return refuse(CourseProblem::NotThere);
    m_record.items.push_back({.question = asked->id, .expected = ruleOf(m_parts.queries.judge(asked->draft)), .given = given});
    if (!request())
        end();
    Q_EMIT changed();
    return {};
}

void CourseService::end()
{
    m_state = State::Ended;
    m_record.endedAt = std::chrono::floor<std::chrono::seconds>(m_parts.clock.now());
    if (m_run) {
        m_run->disconnect(this);
        m_parts.queries.close(*m_run, QueryRun::EndReason::Closed);
        m_run.clear();
    }
    const auto right = std::ranges::count_if(m_record.items, &CourseItem::isRight);
    (void)append(isPassed(m_record) ? AuditEvent::CoursePassed : AuditEvent::CourseFailed,
                 u"%1/%2"_s.arg(right).arg(m_record.items.size()));
}

std::expected<void, CourseRefusal> CourseService::save(const QString& target, const CredentialChoice& choice, const QString& pin)
{
    if (m_state != State::Ended)
        return refuse(CourseProblem::NotEnded);
    auto credential = m_parts.credential(choice, SecureBytes::fromText(pin));
    if (!credential)
        return refuse(ServiceFailure{.why = credential.error(), .detail = {}});
    const auto certificate = Certificate::fromDer((*credential)->certificateDer());
    if (!certificate)
        return refuse(CourseProblem::CannotSign);
    TrainingRecord record = m_record;
    record.person = certificate->commonName();
    record.certificateSha256 = certificate->sha256();
    const QByteArray bytes = writeTrainingRecord(record);
    const auto signature = (*credential)->sign(bytes);
    if (!signature)
        return refuse(CourseProblem::CannotSign);
    if (!write(target, bytes))
        return refuse(CourseProblem::CannotWrite);
    if (!write(target + u".p7s"_s, *signature)) {
        QFile::remove(target);
        return refuse(CourseProblem::CannotWrite);
    }
    m_record = record;
    return {};
}

} // namespace casebound
