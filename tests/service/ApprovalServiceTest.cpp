// Exceptions from asking to use, at one desk and across two.
#include "service/ApprovalDesk.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QString why = u"The suspect left the country in 2020; the depot was sold before"_s;

template <class Why>
std::optional<Why> whyOf(const ServiceFailure& failure)
{
    const auto* problem = std::get_if<Why>(&failure.why);
    return problem ? std::optional(*problem) : std::nullopt;
}

template <class Why>
std::optional<Why> whyOf(const ApprovalRefusal& refusal)
{
    if constexpr (std::is_same_v<Why, ApprovalProblem> || std::is_same_v<Why, ApprovalFileProblem> ||
                  std::is_same_v<Why, DecisionProblem>) {
        const auto* problem = std::get_if<Why>(&refusal);
        return problem ? std::optional(*problem) : std::nullopt;
    } else {
        const auto* failure = std::get_if<ServiceFailure>(&refusal);
        return failure ? whyOf<Why>(*failure) : std::nullopt;
    }
}

/// Why it was not done; nothing where it was, or for another reason.
template <class Why>
std::optional<Why> whyNot(const auto& outcome)
{
    return outcome ? std::nullopt : whyOf<Why>(outcome.error());
}

} // namespace

class ApprovalServiceTest : public QObject {
    Q_OBJECT

    const DeskPerson m_agent{u"u-agent"_s, Role::Agent}, m_supervisor{u"u-supervisor"_s, Role::Supervisor},
        m_second{u"u-second"_s, Role::Supervisor};
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<ApprovalService> m_approvals; ///< Of whoever sits at the desk.
    std::unique_ptr<QueryService> m_queries;

    void seat(const DeskPerson& person)
    {
        sit(*m_desk->log, person);
        m_queries.reset();
        m_approvals = std::make_unique<ApprovalService>(approvalParts(*m_desk->log, m_desk->profile, m_desk->clock, person));
        m_queries = std::make_unique<QueryService>(QueryService::Parts{.log = *m_desk->log,
                                                                       .cases = *m_desk->cases,
                                                                       .vendor = m_desk->vendor,
                                                                       .profile = m_desk->profile,
                                                                       .capabilities = m_desk->capabilities,
                                                                       .clock = m_desk->clock,
                                                                       .actor = {.user = person.id, .role = person.role},
                                                                       .approvals = m_approvals.get()});
    }
    QueryDraft beyond(int years = 7) const
    {
        QueryDraft draft = m_desk->draft();
        draft.from = draft.to.addYears(-years);
        return draft;
    }
    Approval asked()
    {
        seat(m_agent);
        auto approval = m_queries->askException(beyond(), why);
        if (!approval)
            qFatal("the exception could not be asked for");
        return *std::move(approval);
    }
    Approval granted()
    {
        const Approval approval = asked();
        seat(m_supervisor);
        if (!m_approvals->decide(approval.request.id, true, u"Agreed"_s, u"1234"_s))
            qFatal("the exception could not be granted");
        seat(m_agent);
        return *m_approvals->find(approval.request.id);
    }
    QJsonObject last() const { return m_desk->entries().back(); }
    std::size_t size() const { return m_desk->entries().size(); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_desk->profile.roster = {m_agent.row(), m_supervisor.row(), m_second.row()};
        if (!m_desk->caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)))
            qFatal("the case could not be opened");
    }
    void cleanup()
    {
        m_queries.reset();
        m_approvals.reset();
        m_desk.reset();
    }

    void isAskedGrantedAndUsedOnce()
    {
        seat(m_agent);
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));
        QVERIFY(m_queries->mayAskException(beyond()));
        const Approval approval = asked();
        QCOMPARE(last()["event"_L1].toString(), u"exception.asked"_s);
        QCOMPARE(last()["approval_id"_L1].toString(), approval.request.id);
        QVERIFY(m_approvals->waiting().empty()); // not for who asked
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));

        seat(m_supervisor);
        QCOMPARE(m_approvals->waiting().size(), 1U);
        QVERIFY(m_approvals->decide(approval.request.id, true, u"Agreed"_s, u"1234"_s));
        QCOMPARE(last()["event"_L1].toString(), u"exception.granted"_s);
        QVERIFY(parseApprovalFile(last()["private"_L1]["note"_L1].toString().toUtf8()));
        QVERIFY(m_approvals->waiting().empty());

        seat(m_agent);
        QVERIFY(!m_queries->mayAskException(beyond())); // nothing stands against it
        QVERIFY(m_queries->search(beyond()));
        const QStringList events = m_desk->events();
        const auto used = events.lastIndexOf(u"exception.used"_s);
        QCOMPARE(events.value(used + 1), u"query.intended"_s);
        const QJsonObject intended = m_desk->entries()[std::size_t(used) + 1];
        QCOMPARE(intended["approval_id"_L1].toString(), approval.request.id);
        QCOMPARE(m_desk->entries()[std::size_t(used)]["query_id"_L1], intended["query_id"_L1]);
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond()))); // once
        QCOMPARE(stateOf(*m_approvals->find(approval.request.id), m_desk->clock.now()), ApprovalState::Used);
    }

    void holdsForNothingElse()
    {
        const Approval approval = granted();
        QueryDraft draft = beyond();
        draft.plate = u"TST1235"_s;
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(draft)));
        draft = beyond(8);
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(draft)));
        draft = beyond();
        draft.jurisdiction = u"US-OH"_s;
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(draft)));
        seat(m_second); // another person
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));
        QCOMPARE(m_desk->entries(u"exception.used"_s).size(), 0U);
        seat(m_agent);
        QVERIFY(m_queries->search(beyond(6))); // a part of it
    }

    void endsUnusedWithAnEntry()
    {
        const Approval approval = granted();
        m_desk->clock.advance(std::chrono::days(ReviewPolicy().approvalDays));
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));
        m_approvals->logExpired();
        m_approvals->logExpired();
        QCOMPARE(m_desk->entries(u"exception.expired"_s).size(), 1U);
    }

    void nobodyDecidesOnTheirOwn()
    {
        seat(m_supervisor);
        const auto approval = m_queries->askException(beyond(), why);
        QVERIFY(approval);
        QVERIFY(m_approvals->waiting().empty());
        for (const bool grant : {true, false}) {
            QVERIFY(whyNot<NotAllowed>(m_approvals->decide(approval->request.id, grant, u"Because"_s, u"1234"_s)));
            QCOMPARE(last()["event"_L1].toString(), u"action.refused"_s);
        }
        QVERIFY(whyNot<NotAllowed>(m_approvals->decideFile(m_approvals->requestFile(*approval), true, {}, u"1234"_s)));
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));
        seat(m_second);
        QVERIFY(m_approvals->decide(approval->request.id, true, {}, u"1234"_s));
    }

    void anAgentDecidesOnNothing()
    {
        const Approval approval = asked();
        QVERIFY(whyNot<NotAllowed>(m_approvals->decide(approval.request.id, true, {}, u"1234"_s)));
        QVERIFY(m_desk->entries(u"exception.granted"_s).empty());
    }

    void aWrongPinDecidesNothing()
    {
        const Approval approval = asked();
        seat(m_supervisor);
        const auto before = size();
        QCOMPARE(whyNot<SignInProblem>(m_approvals->decide(approval.request.id, true, {}, u"4321"_s)), SignInProblem::WrongPin);
        QCOMPARE(size(), before);
    }

    void aRefusalSaysWhyAndStands()
    {
        const Approval approval = asked();
        seat(m_supervisor);
        QCOMPARE(whyNot<DecisionProblem>(m_approvals->decide(approval.request.id, false, u"  "_s, u"1234"_s)),
                 DecisionProblem::NoteMissing);
        QVERIFY(m_approvals->decide(approval.request.id, false, u"The five years are enough"_s, u"1234"_s));
        QCOMPARE(last()["event"_L1].toString(), u"exception.refused"_s);
        QVERIFY(whyNot<ApprovalProblem>(m_approvals->decide(approval.request.id, true, {}, u"1234"_s)));
        seat(m_agent);
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));
        QCOMPARE(m_approvals->find(approval.request.id)->decision->note, u"The five years are enough"_s);
    }

    void isAskedOnlyWhereTheLimitAloneStandsAgainstIt()
    {
        seat(m_agent);
        QueryDraft draft = beyond();
        draft.reasonText = u"investigation"_s;
        QVERIFY(!m_queries->mayAskException(draft));
        QVERIFY(!m_queries->mayAskException(m_desk->draft())); // inside the limit
        QVERIFY(!m_queries->mayAskException(beyond(11)));      // the vendor keeps ten years
        QVERIFY(whyNot<QueryRefusal>(m_queries->askException(beyond(11), why)));
        QVERIFY(whyNot<QueryRefusal>(m_queries->askException(beyond(), u"because"_s)));
        QVERIFY(m_desk->entries(u"exception.asked"_s).empty());
    }

    void aSignedFileFromAnotherDeskCounts()
    {
        const Approval approval = asked();
        const QByteArray request = m_approvals->requestFile(approval);
        auto other = ServiceDesk::openLog(m_desk->folder.filePath(u"other"_s), m_desk->clock);
        sit(*other, m_supervisor);
        ApprovalService there(approvalParts(*other, m_desk->profile, m_desk->clock, m_supervisor));
        const auto file = there.decideFile(request, true, u"Agreed"_s, u"1234"_s);
        QVERIFY(file);
        QCOMPARE(logEntries(*other).back()["outcome"_L1].toString(), u"other_desk"_s);
        QVERIFY(there.approvals().empty()); // it is the other log's matter

        const auto before = size();
        // Altered anywhere in what was signed. (The certificates that travel in a CMS are not signed themselves.)
        for (qsizetype at = file->indexOf("\"statement\""); at < file->size(); at += 7) {
            QByteArray altered = *file;
            altered[at] = altered[at] == 'x' ? 'y' : 'x';
            QVERIFY(!m_approvals->takeIn(altered));
        }
        QVERIFY(!m_approvals->takeIn(writeApprovalFile(parseApprovalFile(*file)->first, "no signature")));
        QCOMPARE(size(), before);
        QVERIFY(m_approvals->takeIn(*file));
        QCOMPARE(last()["outcome"_L1].toString(), u"by_file"_s);
        QCOMPARE(whyNot<ApprovalProblem>(m_approvals->takeIn(*file)), ApprovalProblem::NotGranted); // once
        QVERIFY(m_queries->search(beyond()));
    }

    void aFileOfSomebodyElsesSayingIsRefused()
    {
        const Approval approval = asked();
        const QString origin = QString::fromUtf8(m_desk->log->origin());
        const Instant now = m_desk->clock.now();
        const auto file = [&](const DeskPerson& signer, const UserId& named, const ApprovalRequest& request, const QString& log) {
            const QByteArray statement = writeApprovalStatement(
                request, {.granted = true, .decidedBy = named, .decidedAt = now, .expiresAt = now + std::chrono::days(7), .note = {}}, log);
            return writeApprovalFile(statement, (*signer.open(u"1234"_s))->sign(statement).value());
        };
        const auto problem = [&](const QByteArray& bytes) { return whyNot<ApprovalFileProblem>(m_approvals->takeIn(bytes)); };
        using enum ApprovalFileProblem;
        QCOMPARE(problem(file(m_agent, m_agent.id, approval.request, origin)), Own);
        QCOMPARE(problem(file(m_agent, m_supervisor.id, approval.request, origin)), Altered);
        QCOMPARE(problem(file(m_supervisor, UserId(u"u-nobody"_s), approval.request, origin)), UnknownSigner);
        QCOMPARE(problem(file(m_supervisor, m_supervisor.id, approval.request, u"casebound/test/elsewhere"_s)), OtherLog);
        ApprovalRequest wider = approval.request;
        wider.from = wider.from.addYears(-1);
        QCOMPARE(whyNot<ApprovalProblem>(m_approvals->takeIn(file(m_supervisor, m_supervisor.id, wider, origin))),
                 ApprovalProblem::NotFound);
        QVERIFY(m_desk->entries(u"exception.granted"_s).empty());
    }

    void anEntryThatGrantsSomethingElseGrantsNothing()
    {
        const Approval approval = asked();
        // As if somebody with the keys of the log, and no supervisor's credential, wrote into it.
        AuditRecord record{.event = AuditEvent::ExceptionGranted};
        record.approvalId = approval.request.id;
        const Instant now = m_desk->clock.now();
        const QByteArray statement = writeApprovalStatement(
            approval.request,
            {.granted = true, .decidedBy = m_agent.id, .decidedAt = now, .expiresAt = now + std::chrono::days(7), .note = {}},
            QString::fromUtf8(m_desk->log->origin()));
        record.note = QString::fromUtf8(writeApprovalFile(statement, "none"));
        QVERIFY(m_desk->log->append(record));
        QVERIFY(whyNot<QueryRefusal>(m_queries->search(beyond())));
    }

    void nothingIsUsedThatCannotBeLogged()
    {
        const Approval approval = granted();
        const ServiceDesk::FullDisk full;
        const auto calls = m_desk->vendor.calls.size();
        QVERIFY(whyNot<LogFault>(m_queries->search(beyond())));
        QCOMPARE(m_desk->vendor.calls.size(), calls);
    }
};

QTEST_GUILESS_MAIN(ApprovalServiceTest)
#include "ApprovalServiceTest.moc"
