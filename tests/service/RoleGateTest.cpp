// Every row of the role table against the real call of the service, with the signed-in person's role alone changed.
#include "domain/RoleTable.h"
#include "service/ApprovalDesk.h"
#include "service/CopyService.h"
#include "service/CourseService.h"
#include "service/FaultSessionParts.h"
#include "service/LogExport.h"
#include "service/ServiceDesk.h"
#include "support/Paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

class NoCare final : public LogCare {
public:
    QFuture<LogCheckResult> check(LogProgress, std::stop_token) override { return QtFuture::makeReadyValueFuture(LogCheckResult{}); }
    QFuture<LogExportResult> exportTo(const QString& target, LogProgress, std::stop_token) override
    {
        ++written;
        return QtFuture::makeReadyValueFuture(LogExportResult(LogCopy{.folder = target, .origin = {}, .entries = 0, .root = {}}));
    }
    std::optional<LogExportResult> abandonExport() override { return std::nullopt; }
    int written = 0;
};

class NoOffice final : public OfficeAccess {
public:
    bool isTraining() const override { return true; }
    const OfficeProfile& profile() const override { return m_profile; }
    std::expected<std::unique_ptr<Credential>, SignInProblem> credential(const CredentialChoice&, const SecureBytes&) const override
    {
        return std::unexpected(SignInProblem::NoCredential);
    }
    Outcome<OfficeStores> open(Credential&, const Clock&) override
    {
        return std::unexpected(ServiceFailure{.why = LogFault::Locked, .detail = {}});
    }
    bool takeNewLogIntoUse(const Clock&) override
    {
        ++taken;
        return true;
    }
    QFuture<VendorResult<std::shared_ptr<VendorClient>>> connect(Credential&) override { return {}; }
    int taken = 0;

private:
    OfficeProfile m_profile;
};

enum class Answer { Done, Refused, NoSuchCall }; ///< The last: also where something else came of it.

Answer answerOf(const auto& outcome)
{
    if (outcome.has_value())
        return Answer::Done;
    return std::holds_alternative<NotAllowed>(outcome.error().why) ? Answer::Refused : Answer::NoSuchCall;
}

} // namespace

class RoleGateTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk; ///< Its own services are those of an agent, who made what the row's person asks about.
    QueryRun* m_run = nullptr;
    std::unique_ptr<VerificationService> m_verification; ///< These are the row's person's.
    std::unique_ptr<CaseService> m_cases;
    std::unique_ptr<QueryService> m_queries;

    /// An open case, three reads with pictures, the first judged, the second kept.
    void makeDesk(const std::optional<Role>& role)
    {
        m_desk = std::make_unique<ServiceDesk>();
        ServiceDesk& desk = *m_desk;
        m_run = desk.search();
        QVERIFY(m_run);
        desk.lastCall().page(desk.page({{.plate = PlateText, .image = smallPicture(1)},
                                        {.plate = PlateText, .image = smallPicture(2)},
                                        {.plate = PlateText, .image = smallPicture(3)}}),
                             3);
        desk.lastCall().answer(3);
        for (const std::size_t read : {0U, 1U})
            QVERIFY(desk.verification->judge(*m_run, read, Verdict::Unreadable, u"Nothing to be seen"_s));
        QVERIFY(desk.caseService->keep(*m_run, 1, u"Shows the van at the depot"_s, true));

        const Actor actor{.user = UserId(u"u-agent"_s), .role = role};
        m_verification = std::make_unique<VerificationService>(VerificationService::Parts{
            .log = *desk.log, .vendor = desk.vendor, .clock = desk.clock, .actor = actor, .decoder = &desk.decoder});
        m_cases = std::make_unique<CaseService>(CaseService::Parts{.log = *desk.log,
                                                                   .cases = *desk.cases,
                                                                   .kept = *desk.kept,
                                                                   .verification = *m_verification,
                                                                   .clock = desk.clock,
                                                                   .actor = actor});
        m_queries = std::make_unique<QueryService>(QueryService::Parts{.log = *desk.log,
                                                                       .cases = *desk.cases,
                                                                       .vendor = desk.vendor,
                                                                       .profile = desk.profile,
                                                                       .capabilities = desk.capabilities,
                                                                       .clock = desk.clock,
                                                                       .actor = actor});
    }

    static RosterUser personOf(const std::optional<Role>& role)
    {
        RosterUser person;
        // Somebody without a role does not come this far; here it is somebody without a name, to whom the table gives nothing either.
        person.id = role ? UserId(u"u-agent"_s) : UserId();
        person.role = role.value_or(Role::Supervisor);
        return person;
    }

    Answer ask(Action action, const std::optional<Role>& role)
    {
        switch (action) {
        case Action::OpenCase:
            return answerOf(m_cases->open(u"HB-2026-0999"_s, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)));
        case Action::CloseCase: return answerOf(m_cases->close(CaseNumber(CaseText), u"Resolved"_s));
        case Action::ReadCaseFile: {
            const int shown = int(!m_cases->cases().empty()) + int(!m_cases->openCases().empty()) +
                              int(m_cases->find(CaseNumber(CaseText)).has_value()) + int(!m_cases->keptReads(CaseNumber(CaseText)).empty());
            return shown == 4 ? Answer::Done : shown == 0 ? Answer::Refused : Answer::NoSuchCall;
        }
        case Action::Search: {
            const auto calls = m_desk->vendor.calls.size();
            const Answer answer = answerOf(m_queries->search(m_desk->draft()));
            return m_desk->vendor.calls.size() == calls + (answer == Answer::Done ? 1 : 0) ? answer : Answer::NoSuchCall;
        }
        case Action::LookAtPicture: {
            m_verification->readAhead(*m_run, 1);
            const bool asked = !m_desk->vendor.imagesAsked.isEmpty();
            const QFuture<Picture> picture = m_verification->picture(*m_run, 2, ImageKind::Plate);
            if (!QTest::qWaitFor([&] { return picture.isFinished(); }))
                return Answer::NoSuchCall;
            const bool seen = picture.result().state == PictureState::Good;
            return asked != seen ? Answer::NoSuchCall : seen ? Answer::Done : Answer::Refused;
        }
        case Action::VerifyRead: {
            const QFuture<Picture> picture = m_verification->picture(*m_run, 2, ImageKind::Plate);
            if (!QTest::qWaitFor([&] { return picture.isFinished(); }))
                return Answer::NoSuchCall;
            const Answer compared = answerOf(m_verification->compare(*m_run, 2, PlateText, {}));
            const Answer judged = answerOf(m_verification->judge(*m_run, 2, Verdict::Unreadable, u"Nothing to be seen"_s));
            return compared == judged ? compared : Answer::NoSuchCall;
        }
        case Action::KeepRead: return answerOf(m_cases->keep(*m_run, 0, u"Shows the van at the depot"_s, true));
        case Action::ExportLog: {
            NoCare care;
            const RosterUser person = personOf(role);
            LogExport logExport(*m_desk->log, care, person);
            const auto started = logExport.start(m_desk->folder.filePath(u"out"_s));
            if (started && care.written == 1)
                return Answer::Done;
            return !started && started.error() == LogExportProblem::NotAllowed && care.written == 0 ? Answer::Refused : Answer::NoSuchCall;
        }
        case Action::BeginNewLog: {
            NoOffice office;
            auto parts = std::make_unique<FaultSession::Parts>(FaultSession::Parts{
                .office = office, .clock = m_desk->clock, .user = personOf(role), .fault = {}, .log = nullptr, .care = nullptr});
            parts->fault.fault = LogFault::Damaged;
            parts->log = ServiceDesk::openLog(m_desk->folder.filePath(u"holding"_s), m_desk->clock);
            const FaultSession::Parts& held = *parts;
            FaultSession session(std::move(parts));
            const auto begun = session.beginNew(u"The old one is damaged"_s);
            if (begun)
                return office.taken == 1 ? Answer::Done : Answer::NoSuchCall;
            const QJsonObject last = logEntries(*held.log).back();
            return begun.error() == BeginNewProblem::NotAllowed && office.taken == 0 && last["event"_L1] == u"action.refused"_s &&
                           last["outcome"_L1] == u"begin_new_log"_s
                       ? Answer::Refused
                       : Answer::NoSuchCall;
        }
        case Action::TakeCourse: {
            m_desk->profile.training = true;
            CourseService course({.log = *m_desk->log,
                                  .cases = *m_cases,
                                  .queries = *m_queries,
                                  .profile = m_desk->profile,
                                  .clock = m_desk->clock,
                                  .actor = {.user = UserId(u"u-agent"_s), .role = role},
                                  .credential = {}});
            const auto begun = course.begin(1);
            if (begun)
                return Answer::Done;
            const auto* failure = std::get_if<ServiceFailure>(&begun.error());
            return failure && std::holds_alternative<NotAllowed>(failure->why) ? Answer::Refused : Answer::NoSuchCall;
        }
        case Action::AskException:
        case Action::UseException:
        case Action::GrantException:
        case Action::RefuseException: return askAboutException(action, role);
        case Action::CopyReads: {
            CopyService copies(*m_desk->log, {.user = UserId(u"u-agent"_s), .role = role});
            bool filled = false;
            const Answer answer = answerOf(copies.copy({.terms = &m_run->terms(), .readIds = {u"read-1"_s}}, [&filled] { filled = true; }));
            return filled == (answer == Answer::Done) ? answer : Answer::NoSuchCall;
        }
        case Action::DisposeCase:
        case Action::ExportCase:
        case Action::AddAlert:
        case Action::RevalidateAlert:
        case Action::RemoveAlert:
        case Action::SuspendAlert:
        case Action::LookAtAlerts:
        case Action::HandOverAlert:
        case Action::CheckLog:
        case Action::LookAtLog:
        case Action::OpenReview:
        case Action::ReviewItem:
        case Action::SignReview:
        case Action::ReferMatter:
        case Action::OpenSealed:
        case Action::Reconcile:
        case Action::CompareRoster:
        case Action::AnswerComplaint:
        case Action::MakeReport:
        case Action::LookAtQuality: return Answer::NoSuchCall; // elsewhere: see below
        }
        return Answer::NoSuchCall;
    }

    /// Asked and used by the row's person; decided on by them where an agent next to them asked.
    Answer askAboutException(Action action, const std::optional<Role>& role)
    {
        const DeskPerson person(u"u-agent"_s, Role::Agent), other(u"u-other"_s, Role::Agent), decider(u"u-decider"_s, Role::Supervisor);
        m_desk->profile.roster = {person.row(), other.row(), decider.row()};
        const auto serviceOf = [&](const DeskPerson& who, std::optional<Role> as) {
            sit(*m_desk->log, who);
            ApprovalService::Parts parts = approvalParts(*m_desk->log, m_desk->profile, m_desk->clock, who);
            parts.actor.role = as;
            return std::make_unique<ApprovalService>(std::move(parts));
        };
        const QDate today = toDateTime(m_desk->clock.now()).date();
        const auto useBy = [&](const DeskPerson& who) {
            return ApprovalUse{.user = who.id,
                               .caseNumber = CaseNumber(CaseText),
                               .plate = *Plate::fromTyped(PlateText),
                               .jurisdiction = JurisdictionKey(u"US-TX"_s),
                               .matter = Matter::Administrative,
                               .offence = {},
                               .from = today.addYears(-7),
                               .to = today};
        };
        const QString why = u"The depot was sold before the five years began"_s;
        const auto failureOf = [](const auto& outcome) -> Answer {
            if (outcome)
                return Answer::Done;
            const auto* failure = std::get_if<ServiceFailure>(&outcome.error());
            return failure && std::holds_alternative<NotAllowed>(failure->why) ? Answer::Refused : Answer::NoSuchCall;
        };
        if (action == Action::AskException)
            return failureOf(serviceOf(person, role)->ask(useBy(person), why));
        const DeskPerson& asker = action == Action::UseException ? person : other;
        const auto asked = serviceOf(asker, Role::Agent)->ask(useBy(asker), why);
        if (!asked)
            return Answer::NoSuchCall;
        if (action != Action::UseException) {
            m_before = m_desk->entries().size();
            return failureOf(serviceOf(person, role)->decide(asked->request.id, action == Action::GrantException, why, u"1234"_s));
        }
        if (!serviceOf(decider, Role::Supervisor)->decide(asked->request.id, true, why, u"1234"_s))
            return Answer::NoSuchCall;
        m_before = m_desk->entries().size();
        return failureOf(serviceOf(person, role)->use(asked->request.id, useBy(person), QueryId::create().text()));
    }

    std::size_t m_before = 0; ///< Entries before the call itself.
    static constexpr std::array hasCall{Action::OpenCase,      Action::CloseCase,      Action::ReadCaseFile,   Action::Search,
                                        Action::LookAtPicture, Action::VerifyRead,     Action::KeepRead,       Action::ExportLog,
                                        Action::CopyReads,     Action::BeginNewLog,    Action::TakeCourse,     Action::AskException,
                                        Action::UseException,  Action::GrantException, Action::RefuseException};
    /// Asked of its service in a test of its own, which names the action, both roles and action.refused.
    struct Elsewhere {
        Action action;
        const char* test; ///< In tests/service.
    };
    static constexpr std::array askedElsewhere{Elsewhere{Action::AnswerComplaint, "OversightTest.cpp"},
                                               Elsewhere{Action::MakeReport, "OversightTest.cpp"},
                                               Elsewhere{Action::LookAtLog, "ReviewServiceTest.cpp"},
                                               Elsewhere{Action::OpenReview, "ReviewServiceTest.cpp"},
                                               Elsewhere{Action::ReviewItem, "ReviewServiceTest.cpp"},
                                               Elsewhere{Action::SignReview, "ReviewServiceTest.cpp"},
                                               Elsewhere{Action::AddAlert, "AlertServiceTest.cpp"},
                                               Elsewhere{Action::RevalidateAlert, "AlertServiceTest.cpp"},
                                               Elsewhere{Action::RemoveAlert, "AlertServiceTest.cpp"},
                                               Elsewhere{Action::SuspendAlert, "AlertServiceTest.cpp"},
                                               Elsewhere{Action::LookAtAlerts, "AlertServiceTest.cpp"},
                                               Elsewhere{Action::HandOverAlert, "AlertServiceTest.cpp"},
                                               Elsewhere{Action::DisposeCase, "CaseDisposalTest.cpp"},
                                               Elsewhere{Action::ExportCase, "CaseExportTest.cpp"},
                                               Elsewhere{Action::LookAtQuality, "QualityServiceTest.cpp"},
                                               Elsewhere{Action::OpenSealed, "SealedServiceTest.cpp"},
                                               Elsewhere{Action::ReferMatter, "SealedServiceTest.cpp"},
                                               Elsewhere{Action::Reconcile, "ReconciliationServiceTest.cpp"},
                                               Elsewhere{Action::CompareRoster, "RosterComparisonServiceTest.cpp"}};
    /// Nothing to refuse: what does it is handed to the signed-in person at sign-in, whichever role, and to nobody else.
    static constexpr std::array comesWithTheSession{Action::CheckLog};

    static QByteArray sourceOf(const QString& path)
    {
        QFile file(test::sourceFile(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The enumerators as they are written in the sources, in the table's order.
    static constexpr std::array enumerators{
#define CASEBOUND_ACTION(enumerator, word, agent, supervisor, meaning) #enumerator,
#include "domain/RoleActions.inc"
#undef CASEBOUND_ACTION
    };
    static bool names(const QByteArray& source, Action action)
    {
        const QRegularExpression whole(u"Action::%1\\b"_s.arg(QLatin1StringView(enumerators[static_cast<std::size_t>(action)])));
        return QString::fromUtf8(source).contains(whole);
    }

private Q_SLOTS:
    // A row that nobody walks is a row that may say anything.
    void everyRowIsWalked()
    {
        for (const ActionInfo& info : roleTable()) {
            const bool here = std::ranges::contains(hasCall, info.action);
            const auto other = std::ranges::find(askedElsewhere, info.action, &Elsewhere::action);
            const bool elsewhere = other != askedElsewhere.end();
            const bool given = std::ranges::contains(comesWithTheSession, info.action);
            QVERIFY2(int(here) + int(elsewhere) + int(given) == 1,
                     qPrintable(u"“%1” must stand in exactly one of the lists above."_s.arg(QLatin1StringView(info.word))));
            if (elsewhere) {
                const QByteArray test = sourceOf(u"tests/service/"_s + QLatin1StringView(other->test));
                QVERIFY2(names(test, info.action) && test.contains("Role::Agent") && test.contains("Role::Supervisor") &&
                             test.contains("action.refused"),
                         qPrintable(u"%1 does not ask for “%2”."_s.arg(QLatin1StringView(other->test), QLatin1StringView(info.word))));
            }
        }
    }

    void everyServiceCallFollowsTheTable_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<std::optional<Role>>("role");
        for (const ActionInfo& info : roleTable()) {
            QTest::addRow("%s by an agent", info.word) << info.action << std::optional(Role::Agent);
            QTest::addRow("%s by a supervisor", info.word) << info.action << std::optional(Role::Supervisor);
            QTest::addRow("%s by nobody", info.word) << info.action << std::optional<Role>();
        }
    }
    void everyServiceCallFollowsTheTable()
    {
        QFETCH(Action, action);
        QFETCH(std::optional<Role>, role);
        const bool called = std::ranges::contains(hasCall, action);
        if (!called) {
            QCOMPARE(ask(action, role), Answer::NoSuchCall);
            return;
        }
        const Actor actor{.user = UserId(u"u-agent"_s), .role = role};
        const Answer expected = may(actor, action) ? Answer::Done : Answer::Refused;

        makeDesk(role);
        if (QTest::currentTestFailed())
            return;
        m_before = m_desk->entries().size();
        QCOMPARE(ask(action, role), expected);
        const std::size_t before = m_before; // a call may need others made first

        const auto entries = m_desk->entries();
        if (expected == Answer::Done) {
            for (std::size_t n = before; n < entries.size(); ++n)
                QVERIFY(entries[n]["event"_L1].toString() != u"action.refused"_s);
        } else if (action == Action::Search) {
            QCOMPARE(entries.size(), before + 1);
            QCOMPARE(entries.back()["event"_L1].toString(), u"query.refused"_s);
            QCOMPARE(entries.back()["outcome"_L1].toString(), u"role:not_allowed"_s);
        } else if (action != Action::ReadCaseFile && action != Action::LookAtPicture && action != Action::BeginNewLog) {
            // Each refusal, and nothing else, stands in the log.
            QCOMPARE(entries.size(), before + (action == Action::VerifyRead ? 2 : 1));
            QCOMPARE(entries.back()["event"_L1].toString(), u"action.refused"_s);
            QCOMPARE(entries.back()["outcome"_L1].toString(), QString::fromLatin1(actionWord(action)));
        }
    }

    void cleanup()
    {
        m_queries.reset();
        m_cases.reset();
        m_verification.reset();
        m_desk.reset();
    }
};

QTEST_GUILESS_MAIN(RoleGateTest)
#include "RoleGateTest.moc"
