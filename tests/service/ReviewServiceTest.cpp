// Reviews from opening to signature: what is drawn, what must be judged, who may, and what stands in the log.
#include "crypto/Cms.h"
#include "ledger/AuditEntry.h"
#include "ledger/EntryIndex.h"
#include "ledger/MerkleTree.h"
#include "service/ReviewDesk.h"
#include "store/AuditLogRows.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

template <class Why>
std::optional<Why> whyNot(const auto& outcome)
{
    const auto* failure = outcome ? nullptr : std::get_if<ServiceFailure>(&outcome.error());
    const auto* why = failure ? std::get_if<Why>(&failure->why) : nullptr;
    return why ? std::optional(*why) : std::nullopt;
}

/// Of the entries 0 … size−1, grown here.
Hash rootOf(const AuditLog& log, std::uint64_t size)
{
    MerkleTree tree;
    for (const Hash& leaf : log.leafHashes(0, size))
        tree.add(leaf);
    return tree.root();
}

} // namespace

class ReviewServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    ReviewService& reviews() { return *m_desk->reviews; }
    AuditLog& log() { return *m_desk->desk.log; }
    ReviewCauses causes(std::uint64_t entry)
    {
        const auto item = reviews().item(entry);
        return item ? item->causes : ReviewCauses();
    }
    /// So many queries of the agent's, one plate each.
    void queries(int count)
    {
        m_desk->seat(m_desk->agent);
        for (int n = 0; n < count; ++n)
            (void)m_desk->query(u"TST%1"_s.arg(1000 + n));
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ReviewDesk>(); }
    void cleanup() { m_desk.reset(); }

    void beginsWhereTheLastSignedReviewEnded()
    {
        queries(30);
        m_desk->seat(m_desk->supervisor);
        QCOMPARE(reviews().offer()->first, 0U);
        const std::uint64_t end = log().head().size;
        (void)m_desk->opened();
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"review.opened"_s);
        const ReviewPeriod period = reviews().current()->opening.period;
        QCOMPARE(period.first, 0U);
        QCOMPARE(period.end, end);
        QCOMPARE(problemOf(reviews().open(m_desk->desk.clock.now())), ReviewProblem::StillOpen);
        m_desk->judgeAll();
        QVERIFY(reviews().sign(u"1234"_s));
        QVERIFY(!reviews().offer()); // it reached up to now
        m_desk->desk.clock.advance(std::chrono::minutes(1));
        QCOMPARE(reviews().offer()->first, end);
        QCOMPARE(reviews().offer()->from, period.to);
        QCOMPARE(problemOf(reviews().open(m_desk->desk.clock.now())), std::nullopt); // the next one
        QCOMPARE(reviews().current()->opening.period.first, end);
    }

    void takesNoPeriodThatIsTooLongOrNotOver()
    {
        queries(1);
        m_desk->seat(m_desk->supervisor);
        const Instant from = reviews().offer()->from;
        m_desk->desk.clock.advance(std::chrono::days(200));
        for (const Instant to :
             {from, from - std::chrono::hours(1), from + std::chrono::days(93), m_desk->desk.clock.now() + std::chrono::hours(1)})
            QCOMPARE(problemOf(reviews().open(to)), ReviewProblem::BadPeriod);
        QVERIFY(reviews().open(from + std::chrono::days(92)));
    }

    void isOverdueAfterNinetyTwoDays()
    {
        m_desk->seat(m_desk->supervisor);
        m_desk->desk.clock.advance(std::chrono::days(92));
        QCOMPARE(reviews().overdueDays(), std::nullopt);
        m_desk->desk.clock.advance(std::chrono::days(1));
        QCOMPARE(reviews().overdueDays(), 93);
        m_desk->seat(m_desk->agent);
        QCOMPARE(reviews().overdueDays(), std::nullopt); // not an agent's to know
    }

    void coversAsManyDaysAsTheProfileSays()
    {
        m_desk->policy.periodDays = 10;
        queries(1);
        m_desk->seat(m_desk->supervisor);
        const Instant from = reviews().offer()->from;
        m_desk->desk.clock.advance(std::chrono::days(11));
        QCOMPARE(reviews().overdueDays(), 11);
        QCOMPARE(reviews().offer()->latest, from + std::chrono::days(10));
        QCOMPARE(problemOf(reviews().open(from + std::chrono::days(11))), ReviewProblem::BadPeriod);
        QVERIFY(reviews().open(from + std::chrono::days(10)));
        m_desk->policy.periodDays = 12;
        m_desk->seat(m_desk->supervisor);
        QCOMPARE(reviews().overdueDays(), std::nullopt);
    }

    void judgesWhatTheProfileNamesBesideWhatIsAlwaysJudged()
    {
        m_desk->policy.sampleMost = 0;
        m_desk->policy.casePlates = 3; // all queries of this desk are for one case
        queries(4);
        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        QCOMPARE(reviews().items().size(), 0U); // a reason to look, which nobody has to
        m_desk->policy.judgedToo = {Indicator::SameCaseManyPlates};
        m_desk->seat(m_desk->supervisor);
        QVERIFY(reviews().goOn(reviews().reviews().front().opening.id) && m_desk->readAll() && reviews().draw());
        QCOMPARE(reviews().items().size(), 4U);
        for (const ReviewItem& item : reviews().items())
            QVERIFY(item.causes.has(ReviewCause::JudgedToo) && !item.causes.has(ReviewCause::Sample));
    }

    void drawsTheSampleThatAnybodyDrawsAgain()
    {
        m_desk->policy.samplePercent = 10;
        m_desk->policy.sampleLeast = 7;
        queries(100);
        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        const Review review = *reviews().current();
        std::vector<std::uint64_t> candidates, drawn;
        for (const QJsonObject& entry : m_desk->desk.entries()) {
            if (entry["event"_L1].toString() == u"query.intended"_s)
                candidates.push_back(std::uint64_t(entry["seq"_L1].toInteger()));
        }
        for (const ReviewItem& item : reviews().items()) {
            if (item.causes.has(ReviewCause::Sample))
                drawn.push_back(item.sequence);
        }
        QCOMPARE(drawn, drawSample(rootOf(log(), review.opened + 1), review.opening.period, candidates, 10));

        // What is in force later changes nothing, and a store that lost it all neither.
        m_desk->policy.samplePercent = 90;
        m_desk->seat(m_desk->second);
        QVERIFY(reviews().goOn(review.opening.id));
        QVERIFY(m_desk->readAll());
        const auto before = reviews().items();
        QVERIFY(m_desk->store.putItems(review.opening.id, review.opened, {}));
        QVERIFY(reviews().draw());
        QCOMPARE(reviews().items().size(), before.size());
        QVERIFY(std::ranges::equal(reviews().items(), before, {}, &ReviewItem::sequence, &ReviewItem::sequence));
    }

    void takesInWhatMustBeReviewedWhateverTheSample()
    {
        m_desk->policy.sampleMost = 0;
        m_desk->seat(m_desk->agent);
        const std::uint64_t ordinary = m_desk->query(u"TST1000"_s);
        std::vector<std::uint64_t> repeats;
        for (int n = 0; n < 5; ++n)
            repeats.push_back(m_desk->query(u"TST2000"_s));
        AuditRecord refused{.event = AuditEvent::QueryRefused, .outcome = u"reason:too_general"_s};
        refused.plate = u"tst 3000"_s;
        refused.caseNumber = u"HB-2026-0500"_s;
        (void)m_desk->append(refused);
        const std::uint64_t afterRefusal = m_desk->query(u"TST3000"_s);
        m_desk->desk.clock.advance(std::chrono::minutes(40));
        const std::uint64_t muchLater = m_desk->query(u"TST3000"_s);
        std::vector<std::uint64_t> exceptions;
        for (const AuditEvent event :
             {AuditEvent::ExceptionAsked, AuditEvent::ExceptionGranted, AuditEvent::ExceptionRefused, AuditEvent::ExceptionUsed}) {
            AuditRecord record{.event = event};
            record.approvalId = QueryId::create().text();
            exceptions.push_back(m_desk->append(record));
        }
        m_desk->desk.clock.advance(std::chrono::hours(9)); // after eight in the evening
        const std::uint64_t late = m_desk->query(u"TST4000"_s);

        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        QVERIFY(!reviews().item(ordinary));
        QVERIFY(!reviews().item(muchLater));
        for (const std::uint64_t entry : repeats)
            QVERIFY(causes(entry).has(ReviewCause::Repeat));
        QVERIFY(causes(afterRefusal).has(ReviewCause::RefusedThenSent));
        for (const std::uint64_t entry : exceptions)
            QVERIFY(causes(entry).has(ReviewCause::Exception));
        QVERIFY(causes(late).has(ReviewCause::OffHours));
        QVERIFY(std::ranges::contains(reviews().indicators(), Indicator::RepeatPlate, &IndicatorHit::indicator));
    }

    void findsEntriesByTheWordsOfTheirReasons()
    {
        m_desk->seat(m_desk->agent);
        const std::uint64_t wanted = m_desk->query(u"TST1000"_s, u"Blue lorry at the northern pier after the fire"_s);
        (void)m_desk->query(u"TST1001"_s);
        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        EntryFilter filter;
        filter.words = u"pier lorr"_s;
        const auto found = reviews().entries()->page(filter, std::nullopt, 10);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front(), wanted);
    }

    void signsWhatAnOutsiderCanVerify()
    {
        queries(20);
        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        const auto items = reviews().items();
        QVERIFY(reviews().judge(items[0].sequence, ItemVerdict::Question, u"Which depot?"_s));
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"review.item"_s);
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"question"_s);
        QVERIFY(reviews().judge(items[1].sequence, ItemVerdict::Refer, u"The plate is a neighbour’s"_s));
        QCOMPARE(problemOf(reviews().sign(u"1234"_s)), ReviewProblem::ItemsOpen);
        m_desk->judgeAll();
        QCOMPARE(whyNot<SignInProblem>(reviews().sign(u"4321"_s)), SignInProblem::WrongPin);
        const LogHead head = log().head();
        const auto made = reviews().sign(u"1234"_s);
        QVERIFY(made && made->whole);

        const QJsonObject entry = m_desk->last();
        QCOMPARE(entry["event"_L1].toString(), u"review.signed"_s);
        const auto file = parseSignedReview(entry["private"_L1]["note"_L1].toString().toUtf8());
        QVERIFY(file);
        QVERIFY(verifyDetached(file->second, file->first, m_desk->supervisor.certificate));
        QVERIFY(!verifyDetached(file->second, file->first + ' ', m_desk->supervisor.certificate));
        const auto statement = parseReviewStatement(file->first);
        QVERIFY(statement);
        QCOMPARE(statement->size, head.size);
        QCOMPARE(statement->root, rootOf(log(), head.size));
        QCOMPARE(statement->periodRoot, rootOf(log(), statement->opening.period.end));
        QCOMPARE(statement->openedRoot, rootOf(log(), statement->opened + 1));
        QVERIFY(statement->checkpoint.startsWith(u"casebound/test/desk\n%1\n"_s.arg(head.size)));
        QCOMPARE(statement->items, items.size());
        QCOMPARE(statement->question, 1U);
        QCOMPARE(statement->refer, 1U);
        QByteArray lines;
        for (const ReviewItem& item : reviews().items())
            lines += QByteArray::number(qulonglong(item.sequence)) + ' ' + itemVerdictWord(item.decision->verdict).toLatin1() + '\n';
        QCOMPARE(statement->itemsSha256, sha256(lines));

        // What was signed stays as it is.
        QCOMPARE(problemOf(reviews().judge(items[0].sequence, ItemVerdict::InOrder, {})), ReviewProblem::SignedItem);
        QCOMPARE(problemOf(reviews().sign(u"1234"_s)), ReviewProblem::NothingToSign);
    }

    void leavesWhatIsOnesOwnToAnother()
    {
        queries(3);
        m_desk->seat(m_desk->supervisor);
        const std::uint64_t own = m_desk->query(u"TST9000"_s);
        const QString id = m_desk->opened();
        QVERIFY(reviews().isOwn(own));
        QVERIFY(whyNot<NotAllowed>(reviews().judge(own, ItemVerdict::InOrder, {})));
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"action.refused"_s);
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"review_item"_s);
        m_desk->judgeAll();
        QCOMPARE(reviews().progress().own, 1U);
        const auto part = reviews().sign(u"1234"_s);
        QVERIFY(part && !part->whole);
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"own_left"_s);
        QCOMPARE(reviews().current()->state(), ReviewState::AwaitsSecond);

        m_desk->seat(m_desk->second);
        QVERIFY(reviews().goOn(id));
        QVERIFY(m_desk->readAll());
        QCOMPARE(reviews().progress().open, 1U);
        QVERIFY(reviews().judge(own, ItemVerdict::InOrder, {}));
        const auto whole = reviews().sign(u"1234"_s);
        QVERIFY(whole && whole->whole);
        QCOMPARE(reviews().current()->state(), ReviewState::Signed);
    }

    void goesOnAfterAPauseWhereItStopped()
    {
        queries(12);
        m_desk->seat(m_desk->supervisor);
        const QString id = m_desk->opened();
        const std::uint64_t first = reviews().items()[0].sequence, second = reviews().items()[1].sequence;
        QVERIFY(reviews().judge(first, ItemVerdict::Refer, u"To be looked at by OPR"_s));
        reviews().pause(second);
        QVERIFY(!reviews().current());

        m_desk->restart();
        m_desk->seat(m_desk->supervisor);
        QCOMPARE(reviews().reviews().front().state(), ReviewState::Open);
        QVERIFY(reviews().goOn(id));
        QCOMPARE(reviews().placeBefore(), second);
        QVERIFY(m_desk->readAll());
        QVERIFY(reviews().isDrawn());
        QCOMPARE(reviews().items().size(), 12U);
        QCOMPARE(reviews().item(first)->decision->verdict, ItemVerdict::Refer);
        QCOMPARE(reviews().item(first)->decision->note, u"To be looked at by OPR"_s);
        QCOMPARE(reviews().progress().open, 11U);
    }

    void decidesNothingWhileLockedAndGoesOnAfterwards()
    {
        queries(3);
        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        const std::uint64_t entry = reviews().items()[0].sequence;
        log().shut();
        QCOMPARE(whyNot<LogFault>(reviews().judge(entry, ItemVerdict::InOrder, {})), LogFault::Locked);
        QVERIFY(!reviews().item(entry)->decision);
        QVERIFY(!reviews().sign(u"1234"_s));
        log().takeOver(ServiceDesk::openLog(m_desk->desk.folder.filePath(u"log"_s), m_desk->desk.clock));
        sit(log(), m_desk->supervisor);
        m_desk->judgeAll();
        QVERIFY(reviews().sign(u"1234"_s));
    }

    void saysWhyAQuestionIsOne()
    {
        queries(2);
        m_desk->seat(m_desk->supervisor);
        (void)m_desk->opened();
        const std::uint64_t size = log().head().size;
        QCOMPARE(problemOf(reviews().judge(reviews().items()[0].sequence, ItemVerdict::Question, u"  "_s)), ReviewProblem::NoteMissing);
        QCOMPARE(problemOf(reviews().judge(size + 5, ItemVerdict::InOrder, {})), ReviewProblem::NoSuchEntry);
        QCOMPARE(problemOf(reviews().judge(0, ItemVerdict::InOrder, {})), ReviewProblem::NoSuchEntry); // nobody's act
        QCOMPARE(log().head().size, size);
    }

    void signsNoLogThatIsOutOfOrder()
    {
        queries(160); // the entry that is altered is not among the newest, which opening looks at
        m_desk->restart([](const QString& folder) {
            const auto database = Database::open(folder + u"/audit.db"_s, SecureBytes::copyOf(QByteArray(32, 'k')), AuditLogRows::schema());
            Statement alter(**database, "UPDATE entry SET private = CAST(replace(private, 'u-agent', 'u-other') AS BLOB) WHERE seq = 4");
            QVERIFY(alter.run());
        });
        m_desk->seat(m_desk->supervisor);
        m_desk->desk.clock.advance(std::chrono::minutes(1));
        QVERIFY(reviews().open(m_desk->desk.clock.now()));
        QVERIFY(!m_desk->readAll());
        QVERIFY(!reviews().isInOrder());
        QVERIFY(!reviews().entries());
        QCOMPARE(problemOf(reviews().draw()), ReviewProblem::NotInOrder);
        QCOMPARE(problemOf(reviews().sign(u"1234"_s)), ReviewProblem::NotInOrder);
    }

    void isNotForAgents_data()
    {
        QTest::addColumn<Action>("action");
        for (const Action action : {Action::LookAtLog, Action::OpenReview, Action::ReviewItem, Action::SignReview})
            QTest::newRow(actionWord(action)) << action;
    }
    void isNotForAgents()
    {
        QFETCH(Action, action);
        queries(2);
        m_desk->seat(m_desk->supervisor, Role::Supervisor);
        const QString id = m_desk->opened();
        const auto ask = [&]() -> ReviewOutcome<void> {
            switch (action) {
            case Action::OpenReview: return reviews().open(m_desk->desk.clock.now()).transform([](const QString&) {});
            case Action::ReviewItem: return reviews().judge(1, ItemVerdict::InOrder, {});
            case Action::SignReview: return reviews().sign(u"1234"_s).transform([](const SignedReview&) {});
            default: return reviews().goOn(id);
            }
        };
        for (const std::optional<Role>& role : {std::optional(Role::Agent), std::optional<Role>()}) {
            m_desk->seat(m_desk->agent, role);
            QVERIFY(whyNot<NotAllowed>(ask()));
            QCOMPARE(m_desk->last()["event"_L1].toString(), u"action.refused"_s);
            QCOMPARE(m_desk->last()["outcome"_L1].toString(), QString::fromLatin1(actionWord(action)));
            QVERIFY(reviews().reviews().empty());
            QVERIFY(!reviews().offer());
        }
    }
};

QTEST_GUILESS_MAIN(ReviewServiceTest)
#include "ReviewServiceTest.moc"
