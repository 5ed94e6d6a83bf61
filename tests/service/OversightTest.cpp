// What oversight hands out: the answer to a complaint and the transparency report, each on record before it is there.
#include "service/ComplaintService.h"
#include "service/OversightFile.h"
#include "service/ReportService.h"
#include "service/ReviewDesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class OversightTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;

    std::unique_ptr<ComplaintService> complaints(const DeskPerson& person, std::optional<Role> role)
    {
        sit(*m_desk->desk.log, person);
        return std::make_unique<ComplaintService>(
            ComplaintService::Parts{.log = *m_desk->desk.log, .clock = m_desk->desk.clock, .actor = {.user = person.id, .role = role}});
    }
    std::unique_ptr<ReportService> reports(const DeskPerson& person, std::optional<Role> role)
    {
        sit(*m_desk->desk.log, person);
        return std::make_unique<ReportService>(ReportService::Parts{.log = *m_desk->desk.log,
                                                                    .clock = m_desk->desk.clock,
                                                                    .actor = {.user = person.id, .role = role},
                                                                    .office = u"test"_s,
                                                                    .zone = QTimeZone::UTC});
    }
    void queries(int count, const QString& reason = u"fugitive_alien"_s)
    {
        sit(*m_desk->desk.log, m_desk->agent);
        for (int n = 0; n < count; ++n) {
            AuditRecord record{.event = AuditEvent::QueryIntended};
            record.queryId = QueryId::create(m_desk->desk.clock.now()).text();
            record.plate = u"TST%1"_s.arg(1000 + n);
            record.matter = Matter::Administrative;
            record.reasonCode = reason;
            (void)m_desk->append(record);
            (void)m_desk->append({.event = AuditEvent::QueryAnswered, .queryId = record.queryId});
        }
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ReviewDesk>(); }
    void cleanup() { m_desk.reset(); }

    void answersByWhomWhenWhyAndWhatCameOfIt()
    {
        m_desk->seat(m_desk->agent);
        const std::uint64_t first = m_desk->query(u"TST1234"_s, u"Blue lorry at the northern pier"_s);
        (void)m_desk->query(u"TST9999"_s);
        AuditRecord open{.event = AuditEvent::QueryIntended};
        open.queryId = QueryId::create().text();
        open.plate = u"TST1234"_s;
        (void)m_desk->append(open);
        AuditRecord refused{.event = AuditEvent::QueryRefused, .outcome = u"reason:too_general"_s};
        refused.plate = u"TST1234"_s;
        (void)m_desk->append(refused);

        const auto answer = complaints(m_desk->supervisor, Role::Supervisor)->answer(u"tst 1234"_s, u"C-17"_s);
        QVERIFY(answer);
        const QJsonObject last = m_desk->last();
        QCOMPARE(last["event"_L1].toString(), u"complaint.answered"_s);
        QCOMPARE(last["private"_L1]["plate"_L1].toString(), u"TST1234"_s);
        QCOMPARE(last["private"_L1]["note"_L1].toString(), u"C-17"_s);
        QCOMPARE(answer->sequence, std::uint64_t(last["seq"_L1].toInteger()));
        QCOMPARE(answer->uses.size(), 3U);
        QCOMPARE(answer->uses[0].sequence, first);
        QCOMPARE(answer->uses[0].person.text(), u"u-agent"_s);
        QCOMPARE(answer->uses[0].reasonText, u"Blue lorry at the northern pier"_s);
        QCOMPARE(answer->uses[0].outcome, u"answered"_s);
        QCOMPARE(answer->uses[1].outcome, u"open"_s);
        QVERIFY(answer->uses[2].kind == PlateUse::Kind::Refused);

        const QJsonObject json = QJsonDocument::fromJson(*fileOf(*answer, OversightFormat::Json, false)).object();
        QCOMPARE(json["uses"_L1].toArray().size(), 3);
        QCOMPARE(json["uses"_L1][0]["reason_text"_L1].toString(), u"Blue lorry at the northern pier"_s);
        QCOMPARE(fileOf(*answer, OversightFormat::Csv, false)->count("\r\n"), 4);
        QVERIFY(fileOf(*answer, OversightFormat::Pdf, true)->startsWith("%PDF-1.4"));
    }

    void looksNothingUpWithoutAComplaintOrAWholePlate()
    {
        const auto service = complaints(m_desk->supervisor, Role::Supervisor);
        const std::uint64_t size = m_desk->desk.log->head().size;
        QCOMPARE(std::get<ComplaintProblem>(service->answer(u"TST*"_s, u"C-17"_s).error()), ComplaintProblem::PlateText);
        QCOMPARE(std::get<ComplaintProblem>(service->answer(u"TST1234"_s, u"  "_s).error()), ComplaintProblem::ReferenceMissing);
        QCOMPARE(m_desk->desk.log->head().size, size);
    }

    void answersNothingThatIsNotOnRecord()
    {
        const auto service = complaints(m_desk->supervisor, Role::Supervisor);
        m_desk->desk.log->shut();
        const auto answer = service->answer(u"TST1234"_s, u"C-17"_s);
        QCOMPARE(std::get<LogFault>(std::get<ServiceFailure>(answer.error()).why), LogFault::Locked);
    }

    void writesOverNothingAndForItsOwnerAlone()
    {
        const QString path = m_desk->desk.folder.filePath(u"answer.csv"_s);
        QVERIFY(writeOversightFile(path, QByteArray("a,b\r\n")));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(writeOversightFile(path, QByteArray("c")).error(), OversightFileProblem::Exists);
        QCOMPARE(writeOversightFile(u"answer.csv"_s, QByteArray("c")).error(), OversightFileProblem::BadPath);
        QCOMPARE(writeOversightFile(path + u'x', std::nullopt).error(), OversightFileProblem::CannotMake);
    }

    void reportsWholeMonthsThatAreOver()
    {
        queries(30);
        auto service = reports(m_desk->supervisor, Role::Supervisor);
        QVERIFY(service->months().empty()); // November is not over
        m_desk->desk.clock.advance(std::chrono::days(13));
        const ReportMonth november{.year = 2026, .month = 11};
        QCOMPARE(service->months().size(), 1U);
        const auto report = service->make(november, november);
        QVERIFY(report);
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"report.made"_s);
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"2026-11/2026-11"_s);
        QCOMPARE(report->months.front().outcomes->total, 30);
        QCOMPARE(std::get<ReportProblem>(service->make(november, {.year = 2026, .month = 12}).error()), ReportProblem::BadMonths);
    }

    // Two reports, however they overlap and whatever came between them, have nothing to subtract.
    void saysTheSameOfAMonthWheneverItIsAsked()
    {
        queries(30);
        queries(4, u"national_security"_s); // a small count, to be withheld
        sit(*m_desk->desk.log, m_desk->agent);
        AuditRecord open{.event = AuditEvent::QueryIntended};
        open.queryId = QueryId::create().text();
        open.matter = Matter::Administrative;
        open.reasonCode = u"fugitive_alien"_s;
        (void)m_desk->append(open);
        m_desk->desk.clock.advance(std::chrono::days(13));
        const ReportMonth november{.year = 2026, .month = 11};
        const auto before = reports(m_desk->supervisor, Role::Supervisor)->make(november, november);
        QVERIFY(before);

        // The outcome comes late, and a month more is reported.
        sit(*m_desk->desk.log, m_desk->agent);
        (void)m_desk->append({.event = AuditEvent::QueryAnswered, .queryId = open.queryId});
        queries(20);
        m_desk->desk.clock.advance(std::chrono::days(40));
        const auto after = reports(m_desk->supervisor, Role::Supervisor)->make(november, {.year = 2026, .month = 12});
        QVERIFY(after);
        QCOMPARE(after->months.size(), 2U);
        QVERIFY(after->months.front() == before->months.front());
        const QByteArray csv = toCsv(*after);
        QVERIFY2(!csv.contains(",national_security,4"), csv.constData());
        QVERIFY(!csv.contains(",open,1"));
    }

    void isNotForAgents()
    {
        for (const std::optional<Role>& role : {std::optional(Role::Agent), std::optional<Role>()}) {
            const auto answer = complaints(m_desk->agent, role)->answer(u"TST1234"_s, u"C-17"_s);
            QVERIFY(std::holds_alternative<NotAllowed>(std::get<ServiceFailure>(answer.error()).why));
            QCOMPARE(m_desk->last()["event"_L1].toString(), u"action.refused"_s);
            QCOMPARE(m_desk->last()["outcome"_L1].toString(), QString::fromLatin1(actionWord(Action::AnswerComplaint)));
            const auto report = reports(m_desk->agent, role)->make({.year = 2026, .month = 11}, {.year = 2026, .month = 11});
            QVERIFY(std::holds_alternative<NotAllowed>(std::get<ServiceFailure>(report.error()).why));
            QCOMPARE(m_desk->last()["outcome"_L1].toString(), QString::fromLatin1(actionWord(Action::MakeReport)));
        }
    }
};

QTEST_MAIN(OversightTest)
#include "OversightTest.moc"
