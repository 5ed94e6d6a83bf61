#include "domain/Case.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace casebound;

Q_DECLARE_METATYPE(casebound::CaseNumberProblem)

class CaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsNumbersOffices_data();
    void acceptsNumbersOffices();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void unpacksEveryMember();
    void absentMembersStayAbsent();
};

void CaseTest::acceptsNumbersOffices_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("number");

    QTest::newRow("plain") << u"PM-2026-0042"_s << u"PM-2026-0042"_s;
    QTest::newRow("spaces around") << u"  PM-2026-0042\u00a0"_s << u"PM-2026-0042"_s;
    QTest::newRow("digits") << u"20260042"_s << u"20260042"_s;
    QTest::newRow("shortest") << u"A7K"_s << u"A7K"_s;
    QTest::newRow("longest") << u"A1"_s.repeated(32) << u"A1"_s.repeated(32);
    QTest::newRow("accents") << u"Investigación 7/26"_s << u"Investigación 7/26"_s;
    QTest::newRow("holds a placeholder, is none") << u"TEST-FIRE-19"_s << u"TEST-FIRE-19"_s;
}

void CaseTest::acceptsNumbersOffices()
{
    QFETCH(QString, typed);
    QFETCH(QString, number);
    const auto parsed = parseCaseNumber(typed);
    QVERIFY(parsed);
    QCOMPARE(parsed->text(), number);
    QCOMPARE(parseCaseNumber(parsed->text()), parsed);
}

void CaseTest::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<CaseNumberProblem>("problem");

    QTest::newRow("empty") << QString() << CaseNumberProblem::Empty;
    QTest::newRow("spaces") << u" \t "_s << CaseNumberProblem::Empty;
    for (const char* word :
         {"none",      "NONE", "n/a",    "N / A",   "n.a.",    "na",         "no case",       "Unknown",    "TBD",   "test",
          "Test Case", "xxx",  "XXXX",   "000",     "0000000", "12345",      "123",           "1234567890", "54321", "abc",
          "---",       "???",  "case #", "Pending", "ninguno", "sin número", "investigation", "asdf"}) {
        QTest::newRow(word) << QString::fromUtf8(word) << CaseNumberProblem::Placeholder;
    }
    QTest::newRow("two characters") << u"A7"_s << CaseNumberProblem::TooShort;
    QTest::newRow("65 characters") << u"A1"_s.repeated(32) + u'B' << CaseNumberProblem::TooLong;
    QTest::newRow("line break inside") << u"PM-2026\n0042"_s << CaseNumberProblem::ControlCharacter;
    QTest::newRow("NUL") << u"PM-2026"_s + QChar(u'\0') << CaseNumberProblem::ControlCharacter;
    QTest::newRow("right-to-left override") << u"PM-\u202e2400"_s << CaseNumberProblem::ControlCharacter;
    QTest::newRow("zero-width space") << u"PM\u200b2400"_s << CaseNumberProblem::ControlCharacter;
    QTest::newRow("half a surrogate pair") << u"PM2400"_s + QChar(0xd83d) << CaseNumberProblem::ControlCharacter;
}

void CaseTest::refusesWhatIsNoNumber()
{
    QFETCH(QString, typed);
    QFETCH(CaseNumberProblem, problem);
    const auto parsed = parseCaseNumber(typed);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error(), problem);
}

void CaseTest::unpacksEveryMember()
{
    ReadSet set;
    ReadRow row;
    row.readId = set.addText("r-1");
    row.plate = set.addText("ZZ9 TST");
    row.jurisdiction = set.addText("US-OH");
    row.address = set.addText("Harbor Rd, Port Meridian");
    row.cameraId = set.addText("cam-7");
    row.contributor = set.addText("Port Meridian Harbor");
    row.make = set.addText("Fictional");
    row.model = set.addText("Coupé");
    row.color = set.addText("blue");
    row.body = set.addText("sedan");
    row.capturedAt = 1'700'000'000'000'001;
    row.receivedAt = 1'700'000'000'500'000;
    row.latitude = 1.5;
    row.longitude = -2.5;
    row.accuracyM = 12;
    row.plateConfidence = 0.5F;
    row.hasLocation = true;
    row.camera = CameraKind::Mobile;
    row.exact = true;
    row.imageCount = 2;
    ImageRow hashed{.path = set.addText("/v1/images/a"), .kind = ImageKind::Plate, .type = ImageType::Png};
    hashed.hasSha256 = true;
    hashed.sha256.fill(0xab);
    set.addImage(hashed);
    set.addImage({.path = set.addText("/v1/images/b"), .kind = ImageKind::Vehicle, .type = ImageType::Jpeg});
    set.addRow(row);

    const Read read = unpack(set, 0);
    QCOMPARE(read.readId, u"r-1"_s);
    QCOMPARE(read.plate, u"ZZ9 TST"_s);
    QCOMPARE(read.jurisdiction, u"US-OH"_s);
    QCOMPARE(read.capturedAt.time_since_epoch().count(), 1'700'000'000'000'001);
    QCOMPARE(read.receivedAt.value().time_since_epoch().count(), 1'700'000'000'500'000);
    QCOMPARE(read.plateConfidence.value(), 0.5);
    QCOMPARE(read.location.value().latitude, 1.5);
    QCOMPARE(read.location.value().longitude, -2.5);
    QCOMPARE(read.location.value().accuracyM.value(), 12.0);
    QCOMPARE(read.location.value().address, u"Harbor Rd, Port Meridian"_s);
    QCOMPARE(read.cameraId, u"cam-7"_s);
    QCOMPARE(read.contributor, u"Port Meridian Harbor"_s);
    QCOMPARE(read.camera, CameraKind::Mobile);
    QCOMPARE(QStringList({read.make, read.model, read.color, read.body}), QStringList({u"Fictional"_s, u"Coupé"_s, u"blue"_s, u"sedan"_s}));
    QVERIFY(read.exact);
    QCOMPARE(read.images.size(), 2U);
    QCOMPARE(read.images[0].path, u"/v1/images/a"_s);
    QCOMPARE(read.images[0].kind, ImageKind::Plate);
    QCOMPARE(read.images[0].type, ImageType::Png);
    QCOMPARE(read.images[0].sha256, QByteArray(32, char(0xab)));
    QCOMPARE(read.images[1].sha256, QByteArray());
}

void CaseTest::absentMembersStayAbsent()
{
    ReadSet set;
    set.addRow({.accuracyM = NAN, .plateConfidence = NAN, .jurisdictionConfidence = NAN});
    const Read read = unpack(set, 0);
    QVERIFY(!read.receivedAt);
    QVERIFY(!read.plateConfidence);
    QVERIFY(!read.location);
    QVERIFY(read.plate.isEmpty());
    QVERIFY(read.images.empty());
}

QTEST_GUILESS_MAIN(CaseTest)
#include "CaseTest.moc"
