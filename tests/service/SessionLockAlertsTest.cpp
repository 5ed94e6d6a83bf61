// What the alert list does while its owner's session is locked.
#include "service/AlertService.h"
#include "service/FakeAlerts.h"
#include "service/LockDesk.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class SessionLockAlertsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The stream presents the person's key, and a change needs it: both go, and come again with what the vendor sent meanwhile.
    void whileLockedTheAlertListIsStillAndGoesOnAfterwards()
    {
        LockDesk desk;
        desk.search(); // opens the case
        const auto alerts = desk.office.vendor->alerts = std::make_shared<FakeAlerts>();
        desk.office.vendor->offered->alertStream = true;
        desk.session.reset();
        desk.signInAgain();
        QTRY_VERIFY(alerts->stream);
        AlertService& service = desk.session->alerts();
        AlertDraft draft;
        draft.query.caseNumber = CaseText;
        draft.query.matter = Matter::Administrative;
        draft.query.reasonCode = ReasonCode(u"fugitive_alien"_s);
        draft.query.purpose = PurposeId(u"locate_person"_s);
        draft.query.reasonText = ReasonText;
        draft.query.plate = PlateText;
        draft.query.jurisdiction = u"US-TX"_s;
        draft.expires = service.latestDay();
        const auto entry = service.add(draft);
        QVERIFY(entry);
        QTRY_COMPARE(service.underWay(), 0);
        const auto hit = [&](const QString& id) {
            AlertHit made;
            made.hitId = id;
            made.alertId = entry->id.text();
            made.read.readId = u"read-"_s + id;
            made.read.plate = PlateText;
            made.read.capturedAt = made.receivedAt = desk.office.clock.now();
            return made;
        };
        alerts->stream->sink.hit(hit(u"a"_s));
        const AlertStreamSink before = alerts->stream->sink;
        alerts->answers = false;
        QVERIFY(service.suspendEntry(entry->id, u"The driver was arrested this morning"_s));
        QCOMPARE(service.underWay(), 1);

        desk.session->lock();
        QVERIFY(!alerts->stream);
        QVERIFY(alerts->calls.back()->stop.stop_requested());
        QCOMPARE(service.hits().size(), 1U); // what was seen stays
        before.hit(hit(u"b"_s));             // too late, and it is not taken
        service.care();
        QCOMPARE(service.hits().size(), 1U);
        QVERIFY(!service.resumeEntry(entry->id, u"He was let go"_s));
        const auto entries = desk.office.entries();
        QCOMPARE(entries.back()["event"_L1].toString(), u"session.locked"_s);
        QCOMPARE(entries[entries.size() - 2]["event"_L1].toString(), u"alert.failed"_s);
        QCOMPARE(entries[entries.size() - 2]["outcome"_L1].toString(), u"session_locked"_s);

        alerts->answers = true;
        QVERIFY(desk.session->unlock(u"1234"_s));
        QTRY_VERIFY(alerts->stream);
        QTRY_VERIFY(!alerts->held[entry->id.text()].active); // told again
        alerts->stream->sink.hit(hit(u"a"_s));
        alerts->stream->sink.hit(hit(u"b"_s));
        QCOMPARE(service.hits().size(), 2U);
    }
};

QTEST_GUILESS_MAIN(SessionLockAlertsTest)
#include "SessionLockAlertsTest.moc"
