// Sealed results: opened for a reason alone, on record first, never one's own; and a matter referred, as its receiver checks it.
#include "service/SealedService.h"

#include "crypto/Cms.h"
#include "crypto/CmsStream.h"
#include "service/ComplaintService.h"
#include "service/ReferralService.h"
#include "service/ReviewDesk.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// Writes no log, and says that it did: the tests of the export itself are elsewhere.
class HollowCare final : public LogCare {
public:
    QFuture<LogCheckResult> check(LogProgress, std::stop_token) override { return QtFuture::makeReadyValueFuture(LogCheckResult{}); }
    QFuture<LogExportResult> exportTo(const QString& target, LogProgress, std::stop_token) override
    {
        if (fails)
            return QtFuture::makeReadyValueFuture(LogExportResult(std::unexpected(LogExportProblem::DiskFull)));
        (void)QDir().mkpath(target);
        return QtFuture::makeReadyValueFuture(LogExportResult(LogCopy{.folder = target, .origin = {}, .entries = 0, .root = {}}));
    }
    std::optional<LogExportResult> abandonExport() override { return std::nullopt; }
    bool fails = false;
};

std::optional<SealedProblem> problemOf(const std::expected<QByteArray, SealedRefusal>& outcome)
{
    const auto* problem = outcome ? nullptr : std::get_if<SealedProblem>(&outcome.error());
    return problem ? std::optional(*problem) : std::nullopt;
}

} // namespace

class SealedServiceTest : public QObject {
    Q_OBJECT

    const SystemClock m_system; ///< Certificates are judged by the real one.
    std::unique_ptr<ReviewDesk> m_desk;
    const QByteArray m_results = "{\"reads\":[],\"v\":1}";
    std::uint64_t m_sent = 0;

    SealedService::Parts parts(const DeskPerson& person, std::optional<Role> role)
    {
        return {.log = *m_desk->desk.log,
                .profile = m_desk->desk.profile,
                .actor = {.user = person.id, .role = role},
                .credential = [&person](const QString& pin) { return person.open(pin); }};
    }
    std::unique_ptr<SealedService> sealedOf(const DeskPerson& person, std::optional<Role> role)
    {
        sit(*m_desk->desk.log, person);
        return std::make_unique<SealedService>(parts(person, role));
    }
    /// A query with results; its intention's entry.
    std::uint64_t queryOf(const DeskPerson& person)
    {
        sit(*m_desk->desk.log, person);
        AuditRecord record{.event = AuditEvent::QueryIntended};
        record.queryId = QueryId::create().text();
        record.plate = u"TST1234"_s;
        const std::uint64_t sequence = m_desk->append(record);
        AuditRecord answered{.event = AuditEvent::QueryAnswered, .queryId = record.queryId};
        answered.plate = record.plate;
        answered.results = m_results;
        (void)m_desk->append(answered);
        return sequence;
    }
    QString openedReview()
    {
        m_desk->seat(m_desk->supervisor);
        return m_desk->opened();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>();
        m_desk->desk.log.reset();
        m_desk->desk.log =
            ServiceDesk::openLog(m_desk->desk.folder.filePath(u"sealed-log"_s), m_desk->desk.clock, {m_desk->supervisor.certificate});
        m_sent = queryOf(m_desk->agent);
    }
    void cleanup() { m_desk.reset(); }

    void opensInAReviewAndSaysSoFirst()
    {
        const SealedOccasion occasion{.kind = SealedOccasion::Kind::Review, .review = openedReview()};
        const auto service = sealedOf(m_desk->supervisor, Role::Supervisor);
        const auto wrong = service->open(m_sent, occasion, u"4321"_s);
        QVERIFY(!wrong);
        QVERIFY(m_desk->last()["event"_L1].toString() != u"sealed.opened"_s);
        const auto results = service->open(m_sent, occasion, u"1234"_s);
        QVERIFY(results);
        QCOMPARE(*results, m_results);
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"sealed.opened"_s);
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"review"_s);
        QCOMPARE(m_desk->last()["private"_L1]["plate"_L1].toString(), u"TST1234"_s);
    }

    void opensForTheComplaintThatWasAnswered()
    {
        sit(*m_desk->desk.log, m_desk->supervisor);
        ComplaintService complaints(
            {.log = *m_desk->desk.log, .clock = m_desk->desk.clock, .actor = {.user = m_desk->supervisor.id, .role = Role::Supervisor}});
        const auto answer = complaints.answer(u"TST1234"_s, u"C-17"_s);
        const auto other = complaints.answer(u"TST9999"_s, u"C-18"_s);
        QVERIFY(answer && other);
        const auto service = sealedOf(m_desk->supervisor, Role::Supervisor);
        const auto of = [](std::uint64_t complaint) {
            return SealedOccasion{.kind = SealedOccasion::Kind::Complaint, .review = {}, .complaint = complaint};
        };
        QCOMPARE(problemOf(service->open(m_sent, of(other->sequence), u"1234"_s)), SealedProblem::NoOccasion);
        QCOMPARE(*service->open(m_sent, of(answer->sequence), u"1234"_s), m_results);
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"complaint"_s);
    }

    void opensNothingWithoutAReasonNorForSomebodyElse()
    {
        const auto service = sealedOf(m_desk->supervisor, Role::Supervisor);
        QCOMPARE(problemOf(service->open(m_sent, {}, u"1234"_s)), SealedProblem::NoOccasion);
        const SealedOccasion occasion{.kind = SealedOccasion::Kind::Review, .review = openedReview()};
        QCOMPARE(problemOf(service->open(0, occasion, u"1234"_s)), SealedProblem::NoSuchEntry);
        // On the roster and a supervisor, but the results were not sealed to them. That they tried is on record.
        const auto stranger = sealedOf(m_desk->second, Role::Supervisor);
        QCOMPARE(problemOf(stranger->open(m_sent, occasion, u"1234"_s)), SealedProblem::NotReviewer);
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"sealed.opened"_s);
    }

    void refersWhatTheReceiverAloneOpens()
    {
        const std::uint64_t own = queryOf(m_desk->supervisor);
        const QString review = openedReview();
        QVERIFY(m_desk->reviews->judge(m_sent, ItemVerdict::Refer, u"The plate is a neighbour’s"_s));
        QVERIFY(m_desk->reviews->isOwn(own));
        HollowCare care;
        ReferralService referrals({.log = *m_desk->desk.log,
                                   .profile = m_desk->desk.profile,
                                   .clock = m_system,
                                   .actor = {.user = m_desk->supervisor.id, .role = Role::Supervisor},
                                   .credential = [this](const QString& pin) { return m_desk->supervisor.open(pin); }},
                                  &care);
        const DeskPerson opr(u"opr"_s, Role::Supervisor);
        std::optional<ReferralResult> result;
        connect(&referrals, &ReferralService::finished, this, [&](const ReferralEnd& one) { result = one.result; });
        const QString target = m_desk->desk.folder.filePath(u"referral"_s);
        const std::size_t before = m_desk->desk.entries().size();
        QVERIFY(!referrals.start(review, target, "no certificate", u"1234"_s));
        QVERIFY(!referrals.start(review, target, opr.certificate.pem(), u"4321"_s));
        QCOMPARE(m_desk->desk.entries().size(), before);
        QVERIFY(referrals.start(review, target, opr.certificate.pem(), u"1234"_s));
        QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
        QVERIFY(result->has_value());
        QCOMPARE(m_desk->desk.entries()[before]["event"_L1].toString(), u"referral.made"_s);
        QCOMPARE(m_desk->desk.entries()[before + 1]["event"_L1].toString(), u"sealed.opened"_s);
        QCOMPARE(m_desk->desk.entries()[before + 1]["outcome"_L1].toString(), u"referral"_s);

        const auto read = [&](const QString& name) {
            QFile file(target + u'/' + name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray json = read(u"referral.json"_s);
        QVERIFY(verifyDetached(read(u"referral.p7s"_s), json, m_desk->supervisor.certificate));
        const QJsonObject said = QJsonDocument::fromJson(json).object();
        QCOMPARE(said["items"_L1].toArray().size(), 1);
        QCOMPARE(said["items"_L1][0]["note"_L1].toString(), u"The plate is a neighbour’s"_s);
        QCOMPARE(said["results"_L1].toArray().size(), 1);
        QByteArray opened;
        const auto take = [&](QByteArrayView piece) {
            opened.append(piece);
            return true;
        };
        const QByteArray cms = read(said["results"_L1][0]["file"_L1].toString());
        QVERIFY(openCms(cms, opr.key, take));
        QCOMPARE(opened, m_results);
        QVERIFY(!openCms(cms, m_desk->second.key, take));
        QVERIFY(!read(u"log/private/%1.json"_s.arg(m_sent)).isEmpty());

        QCOMPARE(std::get<ReferralProblem>(referrals.start(review, target, opr.certificate.pem(), u"1234"_s).error()),
                 ReferralProblem::TargetExists);
        care.fails = true;
        result.reset();
        const QString other = m_desk->desk.folder.filePath(u"other"_s);
        QVERIFY(referrals.start(review, other, opr.certificate.pem(), u"1234"_s));
        QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
        QVERIFY(!result->has_value());
        QVERIFY(!QFileInfo::exists(other));
        QVERIFY(QDir(m_desk->desk.folder.path()).entryList({u"other*"_s}, QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
    }

    void isNotForAgentsNorForWhoseItIs()
    {
        const SealedOccasion occasion{.kind = SealedOccasion::Kind::Review, .review = openedReview()};
        const auto refused = [&](const std::expected<QByteArray, SealedRefusal>& outcome) {
            return !outcome && std::holds_alternative<ServiceFailure>(outcome.error()) &&
                   std::holds_alternative<NotAllowed>(std::get<ServiceFailure>(outcome.error()).why) &&
                   m_desk->last()["event"_L1].toString() == u"action.refused"_s &&
                   m_desk->last()["outcome"_L1].toString() == QString::fromLatin1(actionWord(Action::OpenSealed));
        };
        for (const std::optional<Role>& role : {std::optional(Role::Agent), std::optional<Role>()})
            QVERIFY(refused(sealedOf(m_desk->second, role)->open(m_sent, occasion, u"1234"_s)));
        QVERIFY(refused(sealedOf(m_desk->agent, Role::Supervisor)->open(m_sent, occasion, u"1234"_s)));

        HollowCare care;
        sit(*m_desk->desk.log, m_desk->agent);
        ReferralService referrals({.log = *m_desk->desk.log,
                                   .profile = m_desk->desk.profile,
                                   .clock = m_desk->desk.clock,
                                   .actor = {.user = m_desk->agent.id, .role = Role::Agent},
                                   .credential = [this](const QString& pin) { return m_desk->agent.open(pin); }},
                                  &care);
        QVERIFY(!referrals.start(occasion.review, m_desk->desk.folder.filePath(u"x"_s), m_desk->second.certificate.pem(), u"1234"_s));
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), QString::fromLatin1(actionWord(Action::ReferMatter)));
    }
};

QTEST_GUILESS_MAIN(SealedServiceTest)
#include "SealedServiceTest.moc"
