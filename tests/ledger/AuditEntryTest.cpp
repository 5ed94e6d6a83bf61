#include "ledger/AuditEntry.h"
#include "ledger/EntryScan.h"

#include "ledger/MerkleTree.h"

#include <QSet>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

EntryContext context()
{
    return {.sequence = 7,
            .at = Instant(1'795'186'245s + 1us),
            .boot = 2,
            .actor = actorPseudonym(QByteArray(32, 'k'), UserId(u"agent.one"_s)),
            .role = Role::Agent,
            .session = u"0199-session"_s,
            .workstation = u"desk-1"_s,
            .profileSerial = 3,
            .profileSha256 = QByteArray(32, '\x11'),
            .appVersion = u"0.1.0"_s,
            .salt = QByteArray(32, '\x22'),
            .userId = u"agent.one"_s,
            .certificateSha256 = QByteArray(32, '\x33'),
            .sealedSha256 = {}};
}

/// The text with double quotes for single ones, and %1, %2 … filled in.
QByteArray json(QByteArray text, const QByteArrayList& values)
{
    text.replace('\'', '"');
    for (qsizetype i = 0; i < values.size(); ++i)
        text.replace('%' + QByteArray::number(i + 1), values[i]);
    return text;
}

AuditRecord intent()
{
    AuditRecord record{.event = AuditEvent::QueryIntended};
    record.queryId = u"0199-query"_s;
    record.matter = Matter::Criminal;
    record.offence = u"us-theft"_s;
    record.limit = AuditLimit{.years = 5, .source = u"18 U.S.C. 3282"_s};
    record.reasonCode = u"stolen"_s;
    record.purpose = u"locate"_s;
    record.plate = u"PRAC123"_s;
    record.jurisdiction = u"US-TX"_s;
    record.from = Instant(1'700'000'000s);
    record.to = Instant(1'700'086'399s + 999'999us);
    record.caseNumber = u"PM-2026-0001"_s;
    record.reasonText = u"Vehicle seen at the \"fictional\" harbour \u00f1"_s;
    return record;
}

} // namespace

class AuditEntryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesEveryEventOnce()
    {
        QSet<QByteArray> names;
        for (const AuditEventInfo& info : auditEvents()) {
            QVERIFY(QByteArray(info.name).count('.') == 1);
            QVERIFY(qstrlen(info.meaning) > 10);
            QCOMPARE(auditEventFromName(info.name), info.event);
            QVERIFY(!names.contains(info.name));
            names.insert(info.name);
        }
        QCOMPARE(names.size(), qsizetype(auditEvents().size()));
        QVERIFY(names.size() > 50);
        QCOMPARE(auditEventFromName("query.sent"), std::nullopt);
        QCOMPARE(auditEventName(AuditEvent::ReportMade), "report.made");
    }

    void pairsIntentionsWithOutcomes()
    {
        for (const AuditEventInfo& info : auditEvents()) {
            const QByteArray name(info.name);
            const auto pair = intentOf(info.event);
            if (name.endsWith(".intended"))
                QVERIFY(pair && !pair->outcome && intentOf(unknownOutcome(pair->kind)) == (AuditIntent{pair->kind, true}));
        }
        QVERIFY(!intentOf(AuditEvent::QueryRefused));
    }

    void writesExactlyTheFormat()
    {
        const EncodedEntry entry = encodeEntry(context(), intent()).value();
        const QByteArray hidden = json("{'actor':{'certificate_sha256':'%1','user_id':'agent.one'},'case_number':'PM-2026-0001',"
                                       "'from':'2023-11-14T22:13:20.000000Z','jurisdiction':'US-TX','plate':'PRAC123',"
                                       "'reason_text':'Vehicle seen at the \\'fictional\\' harbour \xc3\xb1','salt':'%2',"
                                       "'to':'2023-11-15T22:13:19.999999Z'}",
                                       {QByteArray("33").repeated(32), QByteArray("22").repeated(32)});
        QCOMPARE(entry.privateBytes, hidden);
        const QByteArray shown = json(
            "{'actor':'%1','app_version':'0.1.0','at':'2026-11-20T14:50:45.000001Z','boot':2,'commitment':'%2','event':'query.intended',"
            "'limit':{'source':'18 U.S.C. 3282','years':5},'matter':'criminal','offence':'us-theft','profile':{'serial':3,'sha256':'%3'},"
            "'purpose':'locate','query_id':'0199-query','reason_code':'stolen','role':'agent','seq':7,'session':'0199-session',"
            "'v':1,'workstation':'desk-1'}",
            {actorPseudonym(QByteArray(32, 'k'), UserId(u"agent.one"_s)).toHex(), toBytes(sha256(hidden)).toHex(),
             QByteArray("11").repeated(32)});
        QCOMPARE(entry.publicBytes, shown);
        QCOMPARE(entry.leaf, leafHash(shown));
    }

    void readsBackWhatItWrote()
    {
        AuditRecord record = intent();
        record.counts = AuditCounts{.returned = 9, .kept = 1, .discarded = 8, .near = 2};
        record.outcome = u"malformed"_s;
        record.verdict = u"confirmed"_s;
        record.readIds = {u"r1"_s, u"r2"_s};
        record.imageSha256 = QByteArray(32, '\x44');
        record.resultsSha256 = QByteArray(32, '\x55');
        record.note = u"plain"_s;
        const EncodedEntry entry = encodeEntry(context(), record).value();
        const PublicPart shown = parsePublicPart(entry.publicBytes).value();
        QCOMPARE(shown.sequence, 7u);
        QCOMPARE(shown.at, context().at);
        QCOMPARE(shown.event, AuditEvent::QueryIntended);
        QCOMPARE(shown.counts->discarded, 8);
        QCOMPARE(shown.limit->years, 5);
        QCOMPARE(shown.role, Role::Agent);
        QCOMPARE(shown.matter, Matter::Criminal);
        QCOMPARE(shown.profileSerial, 3u);
        QCOMPARE(shown.commitment, toBytes(sha256(entry.privateBytes)));
        const PrivatePart hidden = parsePrivatePart(entry.privateBytes).value();
        QCOMPARE(hidden.plate, record.plate);
        QCOMPARE(hidden.readIds, record.readIds);
        QCOMPARE(hidden.to, record.to);
        QCOMPARE(hidden.userId, u"agent.one"_s);
        QCOMPARE(hidden.resultsSha256, record.resultsSha256);
    }

    void leavesOutWhatDoesNotApply()
    {
        const EncodedEntry entry = encodeEntry({.at = Instant(0s), .boot = 1, .workstation = u"d"_s, .salt = QByteArray(32, 'x')},
                                               {.event = AuditEvent::LogOpened})
                                       .value();
        QCOMPARE(entry.privateBytes, json("{'salt':'%1'}", {QByteArray(32, 'x').toHex()}));
        QCOMPARE(entry.publicBytes,
                 json("{'at':'1970-01-01T00:00:00.000000Z','boot':1,'commitment':'%1','event':'log.opened','seq':0,'v':1,"
                      "'workstation':'d'}",
                      {toBytes(sha256(entry.privateBytes)).toHex()}));
    }

    void neverLosesAnEntryToAStrayCharacter()
    {
        AuditRecord record{.event = AuditEvent::QueryRefused};
        record.reasonText = u"a"_s + QChar(0xd800) + u"b"_s;
        const EncodedEntry entry = encodeEntry(context(), record).value();
        QCOMPARE(parsePrivatePart(entry.privateBytes)->reasonText, u"a\ufffdb"_s);
    }

    void refusesPartsOverTheirBound()
    {
        AuditRecord record{.event = AuditEvent::QueryFailed};
        record.outcome = QString(70'000, u'x');
        QCOMPARE(encodeEntry(context(), record).error(), LogFault::EntryTooLarge);
        record.outcome.clear();
        record.counts = AuditCounts{.returned = std::int64_t{1} << 53};
        QCOMPARE(encodeEntry(context(), record).error(), LogFault::EntryTooLarge);
    }

    void refusesForeignParts_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<EntryProblem>("problem");
        QTest::newRow("unknown member") << "\"v\":1,"_ba << "\"v\":1,\"w\":1,"_ba << EntryProblem::UnknownMember;
        QTest::newRow("version 2") << "\"v\":1,"_ba << "\"v\":2,"_ba << EntryProblem::BadValue;
        QTest::newRow("unknown event") << "query.intended"_ba << "query.imagined"_ba << EntryProblem::BadValue;
        QTest::newRow("no sequence") << "\"seq\":7,"_ba << ""_ba << EntryProblem::MissingMember;
        QTest::newRow("sequence as text") << "\"seq\":7,"_ba << "\"seq\":\"7\","_ba << EntryProblem::BadValue;
        QTest::newRow("negative sequence") << "\"seq\":7,"_ba << "\"seq\":-7,"_ba << EntryProblem::BadValue;
        QTest::newRow("time without fraction") << "45.000001Z"_ba << "45Z"_ba << EntryProblem::BadValue;
        QTest::newRow("30 February") << "2026-11-20"_ba << "2026-02-30"_ba << EntryProblem::BadValue;
        QTest::newRow("role") << "\"agent\""_ba << "\"admin\""_ba << EntryProblem::BadValue;
        QTest::newRow("upper hex") << "\"sha256\":\"11"_ba << "\"sha256\":\"AA"_ba << EntryProblem::BadValue;
        QTest::newRow("short digest") << "\"sha256\":\"11"_ba << "\"sha256\":\""_ba << EntryProblem::BadValue;
        QTest::newRow("empty text") << "\"locate\""_ba << "\"\""_ba << EntryProblem::BadValue;
        QTest::newRow("space") << "\"v\":1,"_ba << "\"v\": 1,"_ba << EntryProblem::NotCanonical;
    }
    void refusesForeignParts()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(EntryProblem, problem);
        QByteArray bytes = encodeEntry(context(), intent())->publicBytes;
        QVERIFY(bytes.contains(from));
        QCOMPARE(parsePublicPart(bytes.replace(from, to)).error(), problem);
    }
    void refusesAnObjectOfNothing()
    {
        const QByteArray salt = ",\"salt\":\"" + QByteArray(64, 'a') + "\"}";
        const QByteArray someone = "{\"actor\":{\"user_id\":\"somebody\"}" + salt, nobody = "{\"actor\":{}" + salt;
        QVERIFY(parsePrivatePart(someone) && scanPrivatePart(someone));
        QCOMPARE(parsePrivatePart(nobody).error(), EntryProblem::BadValue);
        QCOMPARE(scanPrivatePart(nobody).error(), ScanProblem::BadMember);
    }
};

QTEST_GUILESS_MAIN(AuditEntryTest)
#include "AuditEntryTest.moc"
