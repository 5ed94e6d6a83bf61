// What counts as a difference between the log and the vendor's record, and what explains a query that stands on one side only.
#include "domain/Reconciliation.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant noon = toInstant(QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC));
const QStringList everything{u"query_id"_s, u"user_id"_s,     u"on_behalf_of"_s, u"plate"_s,       u"jurisdiction"_s, u"from"_s,
                             u"to"_s,       u"case_number"_s, u"reason_code"_s,  u"reason_text"_s, u"received_at"_s,  u"total"_s};

LoggedQuery logged()
{
    return {.sequence = 17,
            .at = noon,
            .queryId = u"01990000-0000-7000-8000-000000000001"_s,
            .userId = u"u-agent"_s,
            .onBehalfOf = {},
            .plate = u"TST1234"_s,
            .jurisdiction = u"US-TX"_s,
            .from = noon - 720h,
            .to = noon,
            .caseNumber = u"HB-2026-0417"_s,
            .reasonCode = u"fugitive_alien"_s,
            .reasonText = u"Grey van at the depot"_s,
            .end = QueryEnd::Answered,
            .outcome = u"answered"_s,
            .returned = 3};
}

VendorAuditEntry recorded()
{
    return {.queryId = u"01990000-0000-7000-8000-000000000001"_s,
            .userId = u"u-agent"_s,
            .onBehalfOf = {},
            .plate = u"TST1234"_s,
            .jurisdiction = u"US-TX"_s,
            .from = noon - 720h,
            .to = noon,
            .caseNumber = u"HB-2026-0417"_s,
            .reasonCode = u"fugitive_alien"_s,
            .reasonText = u"Grey van at the depot"_s,
            .receivedAt = noon + 2s,
            .total = 3};
}

} // namespace

class ReconciliationTest : public QObject {
    Q_OBJECT

    using Change = std::function<void(LoggedQuery&, VendorAuditEntry&)>;

private Q_SLOTS:
    void findsTheFieldsThatDiffer_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QList<AuditField>>("fields");
        const auto row = [](const char* name, const Change& change, const QList<AuditField>& fields = {}) {
            QTest::newRow(name) << change << fields;
        };
        row("none", [](auto&, auto&) {});
        row("person", [](auto&, auto& theirs) { theirs.userId = u"u-other"_s; }, {AuditField::Person});
        row("on behalf of nobody", [](auto& ours, auto&) { ours.onBehalfOf = u"u-other"_s; }, {AuditField::OnBehalfOf});
        row("plate", [](auto&, auto& theirs) { theirs.plate = u"TST1235"_s; }, {AuditField::Plate});
        row("plate, spaced", [](auto&, auto& theirs) { theirs.plate = u"tst-12 34"_s; });
        row("an O for a nought",
            [](auto& ours, auto& theirs) {
                ours.plate = u"TST1O34"_s;
                theirs.plate = u"TST1034"_s;
            },
            {AuditField::Plate});
        row("jurisdiction", [](auto&, auto& theirs) { theirs.jurisdiction.clear(); }, {AuditField::Jurisdiction});
        row("beginning, an hour", [](auto&, auto& theirs) { theirs.from -= 1h; }, {AuditField::From});
        row("end, a tenth of a second", [](auto&, auto& theirs) { theirs.to -= 100ms; });
        row("end, a second", [](auto&, auto& theirs) { theirs.to += 1s; }, {AuditField::To});
        row("case", [](auto&, auto& theirs) { theirs.caseNumber += u'X'; }, {AuditField::Case});
        row("reason's code", [](auto&, auto& theirs) { theirs.reasonCode = u"other"_s; }, {AuditField::ReasonKey});
        row("reason", [](auto&, auto& theirs) { theirs.reasonText.chop(1); }, {AuditField::Reason});
        row("reason, spaces around it", [](auto&, auto& theirs) { theirs.reasonText += u' '; });
        row("reason, accents spelt otherwise", [](auto& ours, auto& theirs) {
            ours.reasonText = u"Nuevo Le\u00f3n"_s;
            theirs.reasonText = u"Nuevo Leo\u0301n"_s;
        });
        row("received a quarter of an hour later", [](auto&, auto& theirs) { theirs.receivedAt = noon + 15min; });
        row("received long after", [](auto&, auto& theirs) { theirs.receivedAt = noon + 16min; }, {AuditField::Received});
        row("received long before", [](auto&, auto& theirs) { theirs.receivedAt = noon - 16min; }, {AuditField::Received});
        row("one read more", [](auto&, auto& theirs) { theirs.total = 4; }, {AuditField::Outcome});
        row("failed there, answered here", [](auto&, auto& theirs) { theirs.total.reset(); }, {AuditField::Outcome});
        row("never left, and yet received",
            [](auto& ours, auto&) {
                ours.end = QueryEnd::NeverLeft;
                ours.outcome = u"failed: unreachable"_s;
            },
            {AuditField::Outcome});
        row("refused, and yet answered", [](auto& ours, auto&) { ours.end = QueryEnd::Refused; }, {AuditField::Outcome});
        row("refused, and failed there", [](auto& ours, auto& theirs) {
            ours.end = QueryEnd::Refused;
            theirs.total.reset();
        });
        row("in doubt here", [](auto& ours, auto&) { ours.end = QueryEnd::InDoubt; });
        row("two at once",
            [](auto&, auto& theirs) {
                theirs.plate = u"X"_s;
                theirs.caseNumber = u"Y"_s;
            },
            {AuditField::Plate, AuditField::Case});
    }
    void findsTheFieldsThatDiffer()
    {
        QFETCH(const Change, change);
        QFETCH(const QList<AuditField>, fields);
        LoggedQuery ours = logged();
        VendorAuditEntry theirs = recorded();
        change(ours, theirs);
        QList<AuditField> found;
        for (const FieldDifference& difference : differencesOf(ours, theirs, comparedFields(everything))) {
            QVERIFY(difference.ours != difference.theirs);
            found += difference.field;
        }
        QCOMPARE(found, fields);
    }

    void whatTheVendorDoesNotKeepCannotDiffer()
    {
        VendorAuditEntry theirs = recorded();
        theirs.reasonText.clear();
        theirs.plate = u"OTHER1"_s;
        const QStringList kept{u"query_id"_s, u"user_id"_s, u"plate"_s};
        const auto found = differencesOf(logged(), theirs, comparedFields(kept));
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front(), (FieldDifference{.field = AuditField::Plate, .ours = u"TST1234"_s, .theirs = u"OTHER1"_s}));
        const auto left = fieldsNotCompared(kept);
        QCOMPARE(left.size(), 8U);
        QVERIFY(std::ranges::find(left, AuditField::Outcome) == left.end());
        QVERIFY(fieldsNotCompared(everything).empty());
    }

    void saysWhatMayExplainAQueryOnlyInTheLog_data()
    {
        QTest::addColumn<QueryEnd>("end");
        QTest::addColumn<AuditFinding::Hint>("hint");
        QTest::newRow("answered") << QueryEnd::Answered << AuditFinding::Hint::None;
        QTest::newRow("failed on our side") << QueryEnd::Failed << AuditFinding::Hint::None;
        QTest::newRow("open") << QueryEnd::Open << AuditFinding::Hint::StillOpen;
        QTest::newRow("in doubt") << QueryEnd::InDoubt << AuditFinding::Hint::InDoubt;
        QTest::newRow("refused") << QueryEnd::Refused << AuditFinding::Hint::Refused;
    }
    void saysWhatMayExplainAQueryOnlyInTheLog()
    {
        QFETCH(const QueryEnd, end);
        LoggedQuery query = logged();
        query.end = end;
        const AuditFinding finding = onlyInLog(query);
        QTEST(finding.hint, "hint");
        QCOMPARE(finding.kind, AuditFinding::Kind::OnlyInLog);
        QCOMPARE(finding.sequence, 17U);
        QVERIFY(finding.theirs.isEmpty());
    }

    // The vendor names no workstation, so nobody can say more than this.
    void saysWhatMayExplainAQueryOnlyAtTheVendor_data()
    {
        QTest::addColumn<QStringList>("roster");
        QTest::addColumn<QStringList>("desks");
        QTest::addColumn<int>("hoursOld");
        QTest::addColumn<AuditFinding::Hint>("hint");
        const QStringList us{u"u-agent"_s, u"u-other"_s};
        QTest::newRow("the only desk") << us << QStringList() << 0 << AuditFinding::Hint::None;
        QTest::newRow("another desk") << us << QStringList{u"desk-2"_s} << 0 << AuditFinding::Hint::OtherDesk;
        QTest::newRow("nobody of ours") << QStringList{u"u-other"_s} << QStringList{u"desk-2"_s} << 0 << AuditFinding::Hint::NotOnRoster;
        QTest::newRow("before this log") << us << QStringList() << 30 << AuditFinding::Hint::BeforeLog;
    }
    void saysWhatMayExplainAQueryOnlyAtTheVendor()
    {
        QFETCH(const QStringList, roster);
        QFETCH(const QStringList, desks);
        QFETCH(const int, hoursOld);
        VendorAuditEntry entry = recorded();
        entry.receivedAt = noon - std::chrono::hours(hoursOld);
        const AuditFinding finding = onlyAtVendor(entry, {.roster = roster, .otherDesks = desks, .logBegins = noon - 24h});
        QTEST(finding.hint, "hint");
        QCOMPARE(finding.kind, AuditFinding::Kind::OnlyAtVendor);
        QCOMPARE(finding.theirs, u"answered: 3"_s);
        QCOMPARE(finding.at, entry.receivedAt);
    }
};

QTEST_GUILESS_MAIN(ReconciliationTest)
#include "ReconciliationTest.moc"
