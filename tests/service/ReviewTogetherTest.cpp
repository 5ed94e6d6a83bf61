// A review over the logs of two desks: what is drawn and judged of both, who may, what stands where, and which copies are turned away.
#include "crypto/Cms.h"
#include "ledger/AuditEntry.h"
#include "service/OtherDeskLog.h"
#include "service/ReviewDesk.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class ReviewTogetherTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AuditLog> m_two;
    std::shared_ptr<OtherDeskLog> m_copy; ///< What is opened next.

    ReviewService& reviews() { return *m_desk->reviews; }
    AuditLog& one() { return *m_desk->desk.log; }

    std::uint64_t queryAtTwo(const QString& plate)
    {
        AuditRecord record{.event = AuditEvent::QueryIntended, .queryId = QueryId::create(m_desk->desk.clock.now()).text()};
        record.plate = plate;
        record.caseNumber = CaseText;
        record.reasonText = u"White lorry at the second gate"_s;
        record.matter = Matter::Administrative;
        m_desk->desk.clock.advance(std::chrono::seconds(20));
        const auto receipt = m_two->append(record);
        if (!receipt || !m_two->append({.event = AuditEvent::QueryAnswered, .queryId = record.queryId}))
            qFatal("The other desk's log took no entry.");
        return receipt->sequence();
    }
    std::optional<OtherLogProblem> openCopy(std::shared_ptr<OtherDeskLog> copy)
    {
        m_copy = std::move(copy);
        std::optional<OtherLogEnd> end;
        const auto connection = connect(&reviews(), &ReviewService::otherOpened, this, [&](const OtherLogEnd& one) { end = one; });
        if (!reviews().openOther(u"/somewhere"_s) || !QTest::qWaitFor([&] { return end.has_value(); }))
            qFatal("Nothing came of opening the log.");
        disconnect(connection);
        return end->refused ? std::optional(end->refused->problem) : std::nullopt;
    }
    std::shared_ptr<OtherDeskLog> copyNow() { return std::make_shared<OtherDeskLog>(*m_two, m_two->head().size); }
    void seatReviewer()
    {
        m_desk->seat(m_desk->supervisor);
        QCOMPARE(openCopy(copyNow()), std::nullopt);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_two = logOfDesk(m_folder->filePath(u"two"_s), u"desk-2"_s, m_desk->desk.clock);
        m_desk->openOther = [this](const QString&, const KeyOfLog&) {
            return QtFuture::makeReadyValueFuture(OtherLogResult(std::shared_ptr<const OtherLog>(m_copy)));
        };
        m_desk->seat(m_desk->agent);
        sit(*m_two, m_desk->agent);
    }
    void cleanup()
    {
        m_desk.reset();
        m_two.reset();
    }

    void drawsAndJudgesTheEntriesOfBothDesks()
    {
        for (int n = 0; n < 30; ++n) {
            (void)m_desk->query(u"TST%1"_s.arg(1000 + n));
            (void)queryAtTwo(u"TST%1"_s.arg(2000 + n));
        }
        m_desk->policy.sampleLeast = 20;
        seatReviewer();
        const std::uint64_t before = one().head().size;
        (void)m_desk->opened();
        QCOMPARE(reviews().workstations(), (QStringList{u"desk"_s, u"desk-2"_s}));

        // The documented seed, from both heads.
        const Review review = *reviews().current();
        QCOMPARE(review.opening.others.size(), 1U);
        std::vector<ReviewedLog> logs{{.origin = u"casebound/test/desk"_s,
                                       .size = review.opened + 1,
                                       .root = OtherDeskLog(one(), review.opened + 1).head().root,
                                       .first = review.opening.period.first,
                                       .end = review.opening.period.end}};
        logs.push_back(review.opening.others.front());
        QCOMPARE(logs[1].root, m_two->head().root);
        std::vector<std::uint64_t> candidates;
        EntryFilter sent;
        sent.event = AuditEvent::QueryIntended;
        for (const std::uint64_t entry : reviews().entries()->page(sent, std::nullopt, 1'000))
            candidates.push_back(entry);
        QCOMPARE(candidates.size(), 60U);
        std::vector<std::uint64_t> drawn;
        for (const ReviewItem& item : reviews().items())
            if (item.causes.has(ReviewCause::Sample))
                drawn.push_back(item.sequence);
        QCOMPARE(drawn, drawTogether(logs, review.opening.period.from, review.opening.period.to, candidates, 20));
        QVERIFY(std::ranges::any_of(drawn, [](std::uint64_t entry) { return logOf(entry) == 1; }));

        // Whose workstation each is, and filtered by it.
        EntryFilter other;
        other.log = 1;
        for (const std::uint64_t entry : reviews().entries()->page(other, std::nullopt, 1'000))
            QCOMPARE(reviews().workstationOf(entry), u"desk-2"_s);
        QCOMPARE(reviews().workstationOf(drawn.front()), logOf(drawn.front()) == 0 ? u"desk"_s : u"desk-2"_s);

        m_desk->judgeAll();
        const auto item = parseReviewItem(m_desk->last()["private"_L1]["note"_L1].toString().toUtf8());
        QVERIFY(item);
        QCOMPARE(item->log, u"casebound/test/desk-2"_s); // the last of the list
        QCOMPARE(item->entry, sequenceOf(reviews().items().back().sequence));
        QVERIFY(reviews().sign(u"1234"_s));
        const auto file = parseSignedReview(m_desk->last()["private"_L1]["note"_L1].toString().toUtf8());
        const auto statement = file ? parseReviewStatement(file->first) : std::nullopt;
        QVERIFY(statement);
        QCOMPARE(statement->opening.others, review.opening.others);
        QCOMPARE(statement->inOrder, reviews().items().size());
        QByteArray lines;
        for (const ReviewItem& one : reviews().items())
            lines += (logOf(one.sequence) == 1 ? QByteArray("casebound/test/desk-2 ") : QByteArray()) +
                     QByteArray::number(qulonglong(sequenceOf(one.sequence))) + " in_order\n";
        QCOMPARE(statement->itemsSha256, sha256(lines));

        // Nothing of the other log is in this one but what was judged.
        const auto entries = m_desk->desk.entries();
        for (std::size_t n = before; n < entries.size(); ++n) {
            QVERIFY(entries[n]["event"_L1].toString().startsWith(u"review."_s));
            QVERIFY(!QJsonDocument(entries[n]).toJson().contains("TST"));
        }
        QCOMPARE(m_two->head().size, logs[1].size);

        // The next review begins where this one ended, at both desks.
        (void)queryAtTwo(u"TST3000"_s);
        QCOMPARE(openCopy(copyNow()), std::nullopt);
        (void)m_desk->opened();
        QCOMPARE(reviews().current()->opening.others.front().first, logs[1].end);
        QCOMPARE(reviews().current()->opening.period.first, logs[0].end);
    }

    void countsAPersonsQueriesAtAllDesksTogether()
    {
        m_desk->policy.sampleMost = 0;
        std::vector<std::uint64_t> entries;
        for (int n = 0; n < 3; ++n) {
            entries.push_back(m_desk->query(u"TST4821"_s));
            entries.push_back(reviewEntry(1, queryAtTwo(u"TST4821"_s))); // 3 and 3: neither desk alone has five
        }
        seatReviewer();
        (void)m_desk->opened();
        for (const std::uint64_t entry : entries) {
            const auto item = reviews().item(entry);
            QVERIFY(item && item->causes.has(ReviewCause::Repeat));
        }
    }

    void leavesOnesOwnActsAtAnotherDeskToAnother()
    {
        sit(*m_two, m_desk->supervisor);
        const std::uint64_t own = reviewEntry(1, queryAtTwo(u"TST5000"_s));
        seatReviewer();
        const QString id = m_desk->opened();
        QVERIFY(reviews().isOwn(own));
        const auto refused = reviews().judge(own, ItemVerdict::InOrder, {});
        QVERIFY(!refused && std::get_if<ServiceFailure>(&refused.error()));
        const auto made = reviews().sign(u"1234"_s);
        QVERIFY(made && !made->whole);
        m_desk->seat(m_desk->second);
        QCOMPARE(openCopy(copyNow()), std::nullopt);
        QVERIFY(reviews().goOn(id) && m_desk->readAll());
        QVERIFY(reviews().judge(own, ItemVerdict::InOrder, {}));
        QVERIFY(reviews().sign(u"1234"_s)->whole);
    }

    void waitsForTheLogsAReviewCovers()
    {
        (void)queryAtTwo(u"TST6000"_s);
        seatReviewer();
        const QString id = m_desk->opened();
        const std::uint64_t size = m_two->head().size;
        m_desk->restart();
        (void)queryAtTwo(u"TST6001"_s); // the other desk goes on meanwhile
        m_desk->seat(m_desk->supervisor);
        QVERIFY(reviews().goOn(id));
        QCOMPARE(reviews().missing(), QStringList{u"desk-2"_s});
        QCOMPARE(problemOf(reviews().read()), ReviewProblem::LogsMissing);
        QCOMPARE(openCopy(std::make_shared<OtherDeskLog>(*m_two, size - 1)), OtherLogProblem::OtherHead);
        QCOMPARE(openCopy(copyNow()), std::nullopt); // grown, and the same up to there
        QVERIFY(reviews().missing().isEmpty());
        QVERIFY(m_desk->readAll() && reviews().isDrawn());
        QCOMPARE(reviews().current()->opening.others.front().size, size);
        QVERIFY(reviews().items().size() > 0);
        reviews().closeOther(u"casebound/test/desk-2"_s); // not while it is being reviewed
        QCOMPARE(reviews().others().size(), 1U);
        reviews().pause(std::nullopt);
        reviews().closeOther(u"casebound/test/desk-2"_s);
        QVERIFY(reviews().others().empty());
    }

    void turnsAwayWhatIsNotTheLogThatWasReviewed()
    {
        (void)queryAtTwo(u"TST7000"_s);
        seatReviewer();
        (void)m_desk->opened();
        m_desk->judgeAll();
        QVERIFY(reviews().sign(u"1234"_s));
        const std::uint64_t size = m_two->head().size;
        QCOMPARE(openCopy(std::make_shared<OtherDeskLog>(*m_two, size - 1)), OtherLogProblem::Shorter);
        auto own = std::make_shared<OtherDeskLog>(one(), one().head().size);
        QCOMPARE(openCopy(own), OtherLogProblem::OwnLog);
        // Another history under the same name, longer than the one that was signed.
        const auto forged = logOfDesk(m_folder->filePath(u"forged"_s), u"desk-2"_s, m_desk->desk.clock);
        while (forged->head().size <= size)
            QVERIFY(forged->append({.event = AuditEvent::ResultsViewed}));
        QCOMPARE(openCopy(std::make_shared<OtherDeskLog>(*forged, forged->head().size)), OtherLogProblem::OtherHistory);
        QCOMPARE(openCopy(copyNow()), std::nullopt);
    }

    void findsWhatWasAlteredAfterTheCheck()
    {
        const std::uint64_t entry = queryAtTwo(u"TST8000"_s);
        m_desk->seat(m_desk->supervisor);
        auto copy = copyNow();
        QCOMPARE(openCopy(copy), std::nullopt);
        copy->altered = entry;
        m_desk->desk.clock.advance(std::chrono::minutes(1));
        QVERIFY(reviews().open(m_desk->desk.clock.now()));
        QVERIFY(!m_desk->readAll());
        QVERIFY(!reviews().isInOrder());
        QVERIFY(!reviews().entries());
    }

    void isNotForAgents()
    {
        m_copy = copyNow();
        const auto refused = reviews().openOther(u"/somewhere"_s);
        QVERIFY(!refused);
        QVERIFY(reviews().others().empty());
    }
};

QTEST_GUILESS_MAIN(ReviewTogetherTest)
#include "ReviewTogetherTest.moc"
