#include "domain/AlertEntry.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant at(const QString& utc)
{
    const QDateTime time = QDateTime::fromString(utc, Qt::ISODateWithMs);
    if (!time.isValid())
        qFatal("no time: %s", qPrintable(utc));
    return toInstant(time);
}

/// Justified then, to run as long as it may.
AlertEntry entryOf(const QString& validated, const QTimeZone& zone = QTimeZone::UTC)
{
    AlertEntry entry{.plate = Plate::fromTyped(u"TST1234").value()};
    entry.addedAt = entry.validatedAt = at(validated);
    entry.expiresAt = latestExpiry(entry.validatedAt, zone);
    return entry;
}

} // namespace

class AlertEntryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isDueACalendarYearAfterItsJustification_data()
    {
        QTest::addColumn<QString>("validated");
        QTest::addColumn<QString>("now");
        QTest::addColumn<DueState>("state");
        const auto row = [](const char* name, const QString& validated, const QString& now, DueState state) {
            QTest::newRow(name) << validated << now << state;
        };
        const QString common = u"2026-11-20T12:00:00Z"_s, leap = u"2027-11-20T12:00:00Z"_s, leapDay = u"2028-02-29T12:00:00Z"_s;
        row("the same moment", common, common, DueState::Fine);
        row("334 days: 31 are left", common, u"2027-10-20T12:00:00Z"_s, DueState::Fine);
        row("335 days: 30 are left", common, u"2027-10-21T12:00:00Z"_s, DueState::Soon);
        row("335 days, but early on that day", common, u"2027-10-21T00:00:00Z"_s, DueState::Soon);
        row("364 days", common, u"2027-11-19T12:00:00Z"_s, DueState::Soon);
        row("a second before 365 days", common, u"2027-11-20T11:59:59Z"_s, DueState::Soon);
        row("365 days", common, u"2027-11-20T12:00:00Z"_s, DueState::Overdue);
        row("366 days", common, u"2027-11-21T12:00:00Z"_s, DueState::Overdue);
        row("365 days over a leap day", leap, u"2028-11-19T12:00:00Z"_s, DueState::Soon);
        row("366 days over a leap day", leap, u"2028-11-20T12:00:00Z"_s, DueState::Overdue);
        row("from a leap day, 364 days", leapDay, u"2029-02-27T12:00:00Z"_s, DueState::Soon);
        row("from a leap day, 365 days: 28 February", leapDay, u"2029-02-28T12:00:00Z"_s, DueState::Overdue);
        row("ten years later", common, u"2036-11-20T12:00:00Z"_s, DueState::Overdue);
    }
    void isDueACalendarYearAfterItsJustification()
    {
        QFETCH(QString, validated);
        QFETCH(QString, now);
        QTEST(dueState(entryOf(validated), at(now), QTimeZone::UTC), "state");
    }

    void anEarlierExpiryIsDueEarlier()
    {
        AlertEntry entry = entryOf(u"2026-11-20T12:00:00Z"_s);
        entry.expiresAt = expiryOf(QDate(2026, 12, 31), entry.validatedAt, QTimeZone::UTC).value();
        QCOMPARE(entry.expiresAt, at(u"2026-12-31T23:59:59.999Z"_s) + 999us);
        QCOMPARE(dueAt(entry, QTimeZone::UTC), entry.expiresAt);
        QCOMPARE(dueState(entry, at(u"2026-12-31T23:59:59Z"_s), QTimeZone::UTC), DueState::Soon);
        QCOMPARE(dueState(entry, at(u"2027-01-01T00:00:00Z"_s), QTimeZone::UTC), DueState::Overdue);
        QCOMPARE(daysUntilDue(entry, at(u"2026-12-01T12:00:00Z"_s), QTimeZone::UTC), 30);
        QCOMPARE(daysUntilDue(entry, at(u"2027-01-02T12:00:00Z"_s), QTimeZone::UTC), -2);
    }

    void anExpiryBeyondTheYearIsCutToIt()
    {
        const Instant validated = at(u"2026-11-20T12:00:00Z"_s);
        QCOMPARE(expiryOf(QDate(2030, 1, 1), validated, QTimeZone::UTC), at(u"2027-11-20T12:00:00Z"_s));
        QVERIFY(!expiryOf(QDate(), validated, QTimeZone::UTC));
        // A stored expiry that says more than the rule allows does not help.
        AlertEntry entry = entryOf(u"2026-11-20T12:00:00Z"_s);
        entry.expiresAt += 24h * 400;
        QCOMPARE(dueState(entry, at(u"2027-11-20T12:00:00Z"_s), QTimeZone::UTC), DueState::Overdue);
    }

    void neverReachesTheVendorsLimit_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"UTC", "America/Chicago", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void neverReachesTheVendorsLimit()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone place(zone);
        QVERIFY(place.isValid());
        for (Instant day = at(u"2026-01-01T06:30:00Z"_s); day < at(u"2030-01-01T00:00:00Z"_s); day += 24h) {
            const Instant latest = latestExpiry(day, place);
            QVERIFY(latest <= day + 24h * 366);
            QVERIFY(latest > day + 24h * 364);
        }
    }

    void countsDaysInTheOfficesZone()
    {
        const QTimeZone west("America/Los_Angeles"), east("Pacific/Auckland");
        AlertEntry entry = entryOf(u"2026-11-20T12:00:00Z"_s);
        entry.expiresAt = at(u"2026-12-31T20:00:00Z"_s);   // noon there, the morning of 1 January in the east
        const Instant now = at(u"2026-12-01T11:30:00Z"_s); // before dawn there, the night after midnight in the east
        QCOMPARE(daysUntilDue(entry, now, west), 30);
        QCOMPARE(daysUntilDue(entry, now, east), 30);
        QCOMPARE(daysUntilDue(entry, now - 1h, east), 31);
        QCOMPARE(dueState(entry, now - 1h, west), DueState::Soon);
        QCOMPARE(dueState(entry, now - 1h, east), DueState::Fine);
        QCOMPARE(dueState(entry, entry.expiresAt, west), DueState::Overdue);
        QCOMPARE(dueState(entry, entry.expiresAt, east), DueState::Overdue);
    }

    void aClockSetBackMakesNothingYounger()
    {
        const AlertEntry entry = entryOf(u"2026-11-20T12:00:00Z"_s);
        const Instant seen = at(u"2027-11-21T00:00:00Z"_s), back = at(u"2026-11-21T00:00:00Z"_s);
        QCOMPARE(dueState(entry, back, QTimeZone::UTC), DueState::Fine);
        QCOMPARE(dueState(entry, trustedNow(back, seen), QTimeZone::UTC), DueState::Overdue);
        QCOMPARE(trustedNow(seen, back), seen);
    }

    void aHitWaitsFourteenDaysForAVerdict()
    {
        const Instant hit = at(u"2026-11-20T12:00:00Z"_s);
        QVERIFY(!verdictIsMissing({}, hit));
        QVERIFY(!verdictIsMissing(hit, hit + 24h * 14 - 1us));
        QVERIFY(verdictIsMissing(hit, hit + 24h * 14));
    }

    void isSuspendedForTheReasonHardestToUndo()
    {
        AlertEntry entry = entryOf(u"2026-11-20T12:00:00Z"_s);
        const QTimeZone& zone = QTimeZone::UTC;
        const Instant soon = entry.validatedAt + 24h * 20, late = entry.validatedAt + 24h * 400;
        const std::optional<Instant> hit = entry.validatedAt;
        QCOMPARE(suspensionDue(entry, {}, true, soon, zone), Suspension::None);
        QCOMPARE(suspensionDue(entry, hit, true, soon, zone), Suspension::NoVerdict);
        QCOMPARE(suspensionDue(entry, hit, true, late, zone), Suspension::Overdue);
        QCOMPARE(suspensionDue(entry, hit, false, late, zone), Suspension::LeftRoster);
        entry.state = AlertState::Suspended;
        QCOMPARE(suspensionDue(entry, hit, false, late, zone), Suspension::None);
        entry.state = AlertState::Removed;
        QCOMPARE(suspensionDue(entry, hit, false, late, zone), Suspension::None);
    }

    void anIdIsAVersionSevenUuid()
    {
        const AlertId id = AlertId::create(at(u"2026-11-20T12:00:00Z"_s));
        QCOMPARE(id.text()[14], u'7');
        QCOMPARE(AlertId::fromText(id.text()), id);
        QVERIFY(AlertId::fromText(u"somebody else's"_s).isNull());
    }
};

QTEST_GUILESS_MAIN(AlertEntryTest)
#include "AlertEntryTest.moc"
