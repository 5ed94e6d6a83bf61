#include "service/ServiceDesk.h"

#include "service/AuditEntries.h"
#include "service/CanonicalResults.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class QueryServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void intentStandsInTheLogBeforeTheVendorIsAsked()
    {
        ServiceDesk desk;
        bool asked = false;
        desk.vendor.onQuery = [&](const FakeVendor::Call& call) {
            asked = true;
            const std::vector<QJsonObject> intents = desk.entries(u"query.intended"_s);
            QCOMPARE(intents.size(), 1U);
            const QJsonObject& intent = intents.front();
            QCOMPARE(intent["seq"_L1].toInteger(), qint64(call.intentSequence));
            QCOMPARE(intent["query_id"_L1].toString(), call.terms.id.text());
            QCOMPARE(intent["matter"_L1].toString(), u"administrative"_s);
            QCOMPARE(intent["limit"_L1]["years"_L1].toInt(), 5);
            QCOMPARE(intent["private"_L1]["plate"_L1].toString(), PlateText);
            QCOMPARE(intent["private"_L1]["case_number"_L1].toString(), CaseText);
            QCOMPARE(intent["private"_L1]["reason_text"_L1].toString(), ReasonText);
            QVERIFY(desk.entries(u"query.answered"_s).empty());
        };
        QVERIFY(desk.search());
        QVERIFY(asked);
    }

    void publicPartHoldsNothingThatWasTyped()
    {
        ServiceDesk desk;
        QVERIFY(desk.search());
        QueryDraft bad = desk.draft();
        bad.plate = u"QQQ*"_s;
        bad.reasonCode = ReasonCode(u"Typed-Words-Here"_s);
        QVERIFY(!desk.queries->search(bad));
        for (const StoredEntry& entry : desk.log->entries(0, desk.log->head().size)) {
            for (const QString& text : {PlateText, CaseText, ReasonText, u"QQQ"_s, u"Typed-Words"_s})
                QVERIFY2(!entry.publicBytes.contains(text.toUtf8()), entry.publicBytes.constData());
        }
    }

    void refusedDraftIsLoggedAndNothingIsSent()
    {
        ServiceDesk desk;
        QVERIFY(desk.search());
        QueryDraft bad = desk.draft();
        bad.plate = u"ABC*"_s;
        bad.caseNumber = u"none"_s;
        const auto refused = desk.queries->search(bad);
        QVERIFY(!refused);
        QCOMPARE(std::get<QueryRefusal>(refused.error().why).fields.size(), 2U);
        QCOMPARE(desk.vendor.calls.size(), 1U);
        QCOMPARE(desk.entries(u"query.intended"_s).size(), 1U);
        const auto entries = desk.entries(u"query.refused"_s);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0]["outcome"_L1].toString(), u"case:placeholder plate:wildcard"_s);
        QCOMPARE(entries[0]["private"_L1]["plate"_L1].toString(), u"ABC*"_s);
    }

    void refusalOfAHugePasteStaysSmall()
    {
        ServiceDesk desk;
        QueryDraft bad = desk.draft();
        bad.plate = QString(3'000'000, u'X');
        bad.caseNumber = QString(1'000'000, QChar(0xd83d));
        bad.reasonText = QString(1'000'000, u'\x01');
        bad.onBehalfOf = QString(1'000'000, u'"');
        QVERIFY(!desk.queries->search(bad));
        QCOMPARE(desk.entries(u"query.refused"_s).size(), 1U);
        QVERIFY(desk.log->isWritable());
    }

    void nothingIsSentWhenTheLogCannotBeWritten()
    {
        ServiceDesk desk;
        QVERIFY(desk.search());
        QSignalSpy failed(desk.queries.get(), &QueryService::logFailed);
        {
            const ServiceDesk::FullDisk full;
            const auto refused = desk.queries->search(desk.draft());
            QVERIFY(!refused);
            QVERIFY(std::holds_alternative<LogFault>(refused.error().why));
        }
        QCOMPARE(desk.vendor.calls.size(), 1U);
        QCOMPARE(failed.size(), 1);
        // What was under way is stopped: its outcome could not be logged.
        QVERIFY(desk.vendor.calls.front()->stop.stop_requested());
        const auto again = desk.queries->search(desk.draft());
        QVERIFY(!again);
        QCOMPARE(desk.vendor.calls.size(), 1U);
    }

    void pagesStayHiddenWhenTheirShowingCannotBeLogged()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        QSignalSpy appended(run, &QueryRun::readsAppended);
        ReadSet page = desk.page({{.plate = PlateText}});
        {
            const ServiceDesk::FullDisk full;
            desk.lastCall().page(std::move(page), 1);
        }
        QCOMPARE(appended.size(), 0);
        QVERIFY(run->reads().empty());
        QCOMPARE(run->state(), QueryRun::State::Failed);
    }

    void answeredQueryIsCountedAndSealed()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        QCOMPARE(run->total(), -1);
        desk.lastCall().page(desk.page({{.plate = PlateText}, {.plate = u"TST1Z34"_s}}), 3);
        QCOMPARE(run->state(), QueryRun::State::Loading);
        QCOMPARE(run->total(), 3);
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 3);
        desk.lastCall().answer(3, 2);
        QTRY_COMPARE(run->state(), QueryRun::State::Complete);
        QCOMPARE(run->duplicates(), 2);
        QCOMPARE(run->nearCount(), 1);
        QCOMPARE(desk.events().last(3), (QStringList{u"query.intended"_s, u"results.viewed"_s, u"query.answered"_s}));
        const QJsonObject answered = desk.entries(u"query.answered"_s).front();
        QCOMPARE(answered["counts"_L1]["returned"_L1].toInt(), 3);
        QCOMPARE(answered["counts"_L1]["near"_L1].toInt(), 1);
        QVERIFY(answered.contains("sealed_sha256"_L1));
        QVERIFY(!answered["private"_L1].toObject().contains("results_sha256"_L1));
    }

    void vendorThatKeepsTheAuditLeavesADigestOnly()
    {
        ServiceDesk desk;
        desk.capabilities.queryAudit = true;
        desk.openServices();
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 1);
        desk.lastCall().answer(1);
        QTRY_COMPARE(run->state(), QueryRun::State::Complete);
        const QJsonObject answered = desk.entries(u"query.answered"_s).front();
        QVERIFY(!answered.contains("sealed_sha256"_L1));
        const QByteArray digest =
            QCryptographicHash::hash(canonicalResults(run->terms(), run->reads(), 1, true), QCryptographicHash::Sha256);
        QCOMPARE(answered["private"_L1]["results_sha256"_L1].toString(), QString::fromLatin1(digest.toHex()));
    }

    void everyFaultEndsInItsOwnEntry_data()
    {
        QTest::addColumn<VendorFault>("fault");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QueryRun::State>("state");
        for (int n = 0; n <= int(VendorFault::Cancelled); ++n) {
            const auto fault = VendorFault(n);
            QString event = u"query.failed"_s;
            auto state = QueryRun::State::Failed;
            if (fault == VendorFault::Unknown) {
                event = u"query.unknown"_s;
                state = QueryRun::State::Unknown;
            } else if (fault == VendorFault::Cancelled) {
                event = u"query.withdrawn"_s;
                state = QueryRun::State::Withdrawn;
            }
            QTest::newRow(qPrintable(auditWord(fault))) << fault << event << state;
        }
    }
    void everyFaultEndsInItsOwnEntry()
    {
        QFETCH(VendorFault, fault);
        QFETCH(QString, event);
        QFETCH(QueryRun::State, state);
        ServiceDesk desk;
        QueryRun* run = desk.search();
        QSignalSpy ended(desk.queries.get(), &QueryService::vendorSessionEnded);
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 9);
        desk.lastCall().fail(fault);
        QTRY_COMPARE(run->state(), state);
        QCOMPARE(run->reads().size(), 1U);
        QCOMPARE(run->failure()->fault, fault);
        const auto entries = desk.entries(event);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0]["outcome"_L1].toString(), auditWord(fault));
        QCOMPARE(entries[0]["query_id"_L1].toString(), run->terms().id.text());
        QVERIFY(desk.entries(u"query.answered"_s).empty());
        QCOMPARE(ended.size(), fault == VendorFault::SessionEnded || fault == VendorFault::ClientCertificate ? 1 : 0);
    }

    void cancelledQueryHasOneOutcomeWhateverArrivesLater()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 2);
        desk.queries->cancel(*run);
        QCOMPARE(run->state(), QueryRun::State::Withdrawn);
        QVERIFY(desk.lastCall().stop.stop_requested());
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 2);
        desk.lastCall().answer(2);
        QCoreApplication::processEvents();
        QCOMPARE(run->state(), QueryRun::State::Withdrawn);
        QCOMPARE(run->reads().size(), 1U);
        QCOMPARE(desk.entries(u"query.withdrawn"_s).size(), 1U);
        QVERIFY(desk.entries(u"query.answered"_s).empty());
    }

    void expiredCursorWithdrawsWhatWasDelivered()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        QSignalSpy cleared(run, &QueryRun::readsCleared);
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 2);
        desk.lastCall().sink.restarted();
        QCOMPARE(cleared.size(), 1);
        QVERIFY(run->reads().empty());
        QCOMPARE(run->total(), -1);
        desk.lastCall().page(desk.page({{.plate = PlateText}, {.plate = PlateText}}), 2);
        desk.lastCall().answer(2);
        QTRY_COMPARE(run->state(), QueryRun::State::Complete);
        QCOMPARE(run->reads().size(), 2U);
        QCOMPARE(desk.entries(u"results.viewed"_s).size(), 1U);
    }

    void closingWritesWhatWasReturnedKeptAndDiscarded()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page({{.plate = PlateText}, {.plate = PlateText}, {.plate = u"ZZZ9"_s}}), 3);
        desk.lastCall().answer(3);
        QTRY_COMPARE(run->state(), QueryRun::State::Complete);
        QVERIFY(desk.verification->judge(*run, 2, Verdict::Unreadable, u"Mud over the plate"_s));
        QVERIFY(desk.caseService->keep(*run, 2, u"Shows the van elsewhere"_s, true));
        QSignalSpy ending(desk.queries.get(), &QueryService::runEnding);
        QSignalSpy gone(run, &QObject::destroyed);
        desk.queries->close(*run, QueryRun::EndReason::Closed);
        QCOMPARE(ending.size(), 1);
        QVERIFY(desk.queries->runs().empty());
        const QJsonObject entry = desk.entries(u"results.discarded"_s).front();
        QCOMPARE(entry["outcome"_L1].toString(), u"closed"_s);
        QCOMPARE(entry["counts"_L1]["returned"_L1].toInt(), 3);
        QCOMPARE(entry["counts"_L1]["kept"_L1].toInt(), 1);
        QCOMPARE(entry["counts"_L1]["discarded"_L1].toInt(), 2);
        QCOMPARE(entry["counts"_L1]["near"_L1].toInt(), 1);
        QTRY_COMPARE(gone.size(), 1);
    }

    void resultsDieAfterEightHours()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        QCOMPARE(run->expiresAt() - run->sentAt(), std::chrono::hours(8));
        desk.clock.advance(std::chrono::hours(8) - std::chrono::microseconds(1));
        desk.queries->expireDue();
        QCOMPARE(desk.queries->runs().size(), 1U);
        desk.clock.advance(std::chrono::microseconds(1));
        desk.queries->expireDue();
        QVERIFY(desk.queries->runs().empty());
        const auto entries = desk.entries();
        QCOMPARE(entries[entries.size() - 2]["event"_L1].toString(), u"query.withdrawn"_s);
        QCOMPARE(entries.back()["event"_L1].toString(), u"results.discarded"_s);
        QCOMPARE(entries.back()["outcome"_L1].toString(), u"expired"_s);
    }

    void signingOutEndsEveryRun()
    {
        ServiceDesk desk;
        QVERIFY(desk.search());
        QVERIFY(desk.search());
        desk.queries.reset();
        const auto entries = desk.entries(u"results.discarded"_s);
        QCOMPARE(entries.size(), 2U);
        QCOMPARE(entries[0]["outcome"_L1].toString(), u"signed_out"_s);
        QCOMPARE(desk.entries(u"query.withdrawn"_s).size(), 2U);
        // Late news of a run that is gone is nobody's.
        desk.vendor.calls.front()->page(desk.page({{.plate = PlateText}}), 1);
    }
};

QTEST_GUILESS_MAIN(QueryServiceTest)
#include "QueryServiceTest.moc"
