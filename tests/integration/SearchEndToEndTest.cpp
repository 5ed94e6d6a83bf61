#include "integration/PracticeDesk.h"

#include "service/AuditEntries.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class SearchEndToEndTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder; ///< One office for all: making it is not what is tested here.
    QString data() const { return m_folder.filePath(u"data"_s); }

    /// Several pages, but for a repeated read, which the vendor can only add to a page with room.
    static QString pageLimit(const QString& fault) { return fault.startsWith("duplicate"_L1) ? u"400"_s : u"10"_s; }

    /// The last entry of a query that says how it ended: event and outcome.
    static std::pair<QString, QString> ending(PracticeDesk& desk, const QueryId& id)
    {
        std::pair<QString, QString> last;
        int outcomes = 0;
        for (const QByteArray& bytes : desk.publicEntries()) {
            const QJsonObject entry = QJsonDocument::fromJson(bytes).object();
            const QString event = entry["event"_L1].toString();
            if (entry["query_id"_L1].toString() == id.text() && event.startsWith("query."_L1) && event != "query.intended"_L1) {
                ++outcomes;
                last = {event, entry["outcome"_L1].toString()};
            }
        }
        return outcomes == 1 ? last : std::pair(u"outcomes"_s, QString::number(outcomes));
    }

private Q_SLOTS:
    void searchVerifyKeepAndLeave()
    {
        PracticeDesk desk(data(), {});
        QVERIFY(desk.signIn());
        const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
        QVERIFY(run);
        QVERIFY(waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);
        QCOMPARE(qint64((*run)->reads().size()), (*run)->total());
        QVERIFY((*run)->reads().size() >= 40);
        QVERIFY((*run)->nearCount() > 0);

        VerificationService& verification = desk.session().verification();
        std::optional<std::size_t> read;
        for (std::size_t n = 0; n < (*run)->reads().size() && !read; ++n) {
            QFuture<Picture> picture = verification.picture(**run, n, ImageKind::Plate);
            QTRY_VERIFY_WITH_TIMEOUT(picture.isFinished(), 20'000);
            if ((*run)->reads().row(n).exact && picture.result().state == PictureState::Good)
                read = n;
        }
        QVERIFY(read);
        QVERIFY(verification.compare(**run, *read, u"PMX4810"_s, {}));
        QVERIFY(verification.judge(**run, *read, Verdict::Confirmed, {}));
        QVERIFY(desk.session().cases().keep(**run, *read, u"Places the lorry on the day"_s, false));
        const auto kept = desk.session().cases().keptReads(CaseNumber(DeskCase));
        QCOMPARE(kept.size(), 1U);
        QVERIFY(!kept[0].images.empty());
        const QueryId id = (*run)->terms().id;
        desk.signOut();
        QCOMPARE(ending(desk, id), std::pair(u"query.answered"_s, QString()));
    }

    void everyPageArrives()
    {
        PracticeDesk desk(data(), {u"--page-limit-max"_s, u"400"_s});
        QVERIFY(desk.signIn());
        const auto run = desk.session().queries().search(desk.draft(u"PMT5000"_s, u"US-NY"_s));
        QVERIFY(run);
        QVERIFY(waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);
        QCOMPARE(qint64((*run)->reads().size()), (*run)->total());
        QVERIFY((*run)->total() > 400);
    }

    void everyFaultEndsInItsOwnFailureAndEntry_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<VendorFault>("expected");
        const auto row = [](const char* fault, VendorFault expected) { QTest::newRow(fault) << QString::fromLatin1(fault) << expected; };
        row("malformed-json", VendorFault::Malformed);
        row("missing-member", VendorFault::Malformed);
        row("ill-typed-member", VendorFault::Malformed);
        row("null-member", VendorFault::Malformed);
        row("doubled-name", VendorFault::Malformed);
        row("lone-surrogate", VendorFault::Malformed);
        row("deep-nesting", VendorFault::Malformed);
        row("byte-order-mark", VendorFault::Malformed);
        row("bad-time", VendorFault::Malformed);
        row("not-finite", VendorFault::Malformed);
        row("missing-next", VendorFault::Malformed);
        row("wrong-content-type", VendorFault::Malformed);
        row("encoded", VendorFault::Malformed);
        row("empty-plate", VendorFault::Malformed);
        row("oversized", VendorFault::TooLarge);
        row("redirect", VendorFault::WrongOrigin);
        row("wrong-origin-image", VendorFault::WrongOrigin);
        row("status-400", VendorFault::Rejected);
        row("status-422", VendorFault::Rejected);
        row("status-401", VendorFault::SessionEnded);
        row("status-403", VendorFault::SessionEnded);
        row("status-403-not-permitted", VendorFault::NotPermitted);
        row("status-409", VendorFault::Conflict);
        row("status-429-long", VendorFault::Busy);
        row("duplicate-differing", VendorFault::Inconsistent);
        row("count-mismatch", VendorFault::Inconsistent);
        row("empty-page-with-cursor", VendorFault::Inconsistent);
        row("too-many-reads", VendorFault::Inconsistent);
        row("read-outside-window", VendorFault::Inconsistent);
        row("read-in-future", VendorFault::Inconsistent);
        row("repeated-cursor", VendorFault::Inconsistent);
    }
    void everyFaultEndsInItsOwnFailureAndEntry()
    {
        QFETCH(QString, fault);
        QFETCH(VendorFault, expected);
        PracticeDesk desk(data(), {u"--fault"_s, fault + u":9"_s, u"--page-limit-max"_s, pageLimit(fault)});
        QVERIFY(desk.signIn());
        const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
        QVERIFY(run);
        QVERIFY(waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Failed);
        QCOMPARE(auditWord((*run)->failure()->fault), auditWord(expected));
        const QueryId id = (*run)->terms().id;
        desk.signOut();
        QCOMPARE(ending(desk, id), std::pair(u"query.failed"_s, auditWord(expected)));
    }

    void passingTroubleIsRiddenOut_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"status-429", "status-503", "status-500", "status-410@reads", "drop-before-receiving",
                                  "drop-after-receiving", "duplicate-identical"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void passingTroubleIsRiddenOut()
    {
        QFETCH(QString, fault);
        PracticeDesk desk(data(), {u"--fault"_s, fault, u"--page-limit-max"_s, pageLimit(fault)});
        QVERIFY(desk.signIn());
        const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
        QVERIFY(run);
        QVERIFY(waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);
        QCOMPARE((*run)->duplicates(), fault == "duplicate-identical"_L1 ? 1 : 0);
        const QueryId id = (*run)->terms().id;
        desk.signOut();
        QCOMPARE(ending(desk, id), std::pair(u"query.answered"_s, QString()));
    }

    void vendorOfAnotherMajorVersionOpensNoSession()
    {
        PracticeDesk desk(data(), {u"--fault"_s, u"other-api-major:9"_s});
        QVERIFY(!desk.signIn());
    }
};

QTEST_GUILESS_MAIN(SearchEndToEndTest)
#include "SearchEndToEndTest.moc"
