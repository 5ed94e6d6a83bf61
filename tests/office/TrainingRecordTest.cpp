#include "office/OfficeMaker.h"
#include "office/TrainingRecordFile.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TrainingRecordTest : public QObject {
    Q_OBJECT

    const Instant m_now = Instant(1'790'000'000s);
    OfficeMaker m_office{m_now};

    TrainingRecord record(int wrong = 0)
    {
        TrainingRecord made;
        made.person = u"agent.one"_s;
        made.certificateSha256 = m_office.person(u"agent.one"_s).certificate.sha256();
        made.begunAt = m_now - 2h;
        made.endedAt = m_now - 1h;
        made.course = u"port-meridian-1"_s;
        made.programVersion = u"0.1.0"_s;
        made.office = u"practice"_s;
        made.profileSerial = 1;
        made.profileSha256 = QByteArray(32, 'p');
        for (int n = 0; n < courseVerifications; ++n)
            made.items.push_back({.question = u"read-%1"_s.arg(n + 1),
                                  .expected = n % 3 == 0 ? CourseAnswer::DifferentPlate : CourseAnswer::Confirmed,
                                  .given = n % 3 == 0 && n >= wrong ? CourseAnswer::DifferentPlate
                                           : n < wrong              ? CourseAnswer::Unreadable
                                                                    : CourseAnswer::Confirmed});
        made.items.push_back({.question = u"request-1"_s, .expected = CourseAnswer::TooGeneral, .given = CourseAnswer::TooGeneral});
        made.items.push_back({.question = u"request-2"_s, .expected = CourseAnswer::BeyondLimit, .given = CourseAnswer::BeyondLimit});
        return made;
    }
    QByteArray signatureOf(const QByteArray& bytes, const QString& who = u"agent.one"_s)
    {
        return *m_office.person(who).credential()->sign(bytes);
    }
    TrainingExpectation expectation()
    {
        return {.person = m_office.person(u"agent.one"_s).certificate, .passMarkPercent = 80, .now = m_now};
    }
    std::optional<TrainingRecordFault> faultOf(const QByteArray& bytes, const QByteArray& signature, const TrainingExpectation& expected)
    {
        const auto read = readTrainingRecord(bytes, signature, expected);
        return read ? std::nullopt : std::optional(read.error().fault);
    }

private Q_SLOTS:
    void readsWhatWasWrittenAndSigned()
    {
        const QByteArray bytes = writeTrainingRecord(record(2));
        const auto read = readTrainingRecord(bytes, signatureOf(bytes), expectation());
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : trainingRecordSentence(read.error())));
        QVERIFY(*read == record(2));
        QCOMPARE(scorePercent(read->items), 83);
        QVERIFY(isPassed(*read));
    }

    void scoresAndPassMark_data()
    {
        QTest::addColumn<int>("wrong");
        QTest::addColumn<int>("score");
        QTest::addColumn<bool>("passed");
        QTest::newRow("all right") << 0 << 100 << true;
        QTest::newRow("two wrong") << 2 << 83 << true;
        QTest::newRow("three wrong") << 3 << 75 << false;
        QTest::newRow("all reads wrong") << 10 << 16 << false;
    }
    void scoresAndPassMark()
    {
        QFETCH(int, wrong);
        QFETCH(int, score);
        QFETCH(bool, passed);
        const TrainingRecord made = record(wrong);
        QCOMPARE(scorePercent(made.items), score);
        QCOMPARE(isPassed(made), passed);
        const QByteArray bytes = writeTrainingRecord(made);
        QVERIFY(parseTrainingRecord(bytes).has_value()); // one that was not passed is a record, too
        const auto fault = faultOf(bytes, signatureOf(bytes), expectation());
        QCOMPARE(fault.has_value(), !passed);
        if (fault)
            QCOMPARE(*fault, TrainingRecordFault::NotPassed);
    }

    void anOfficeMayAskForMore()
    {
        const QByteArray bytes = writeTrainingRecord(record(2));
        TrainingExpectation expected = expectation();
        expected.passMarkPercent = 90;
        QCOMPARE(faultOf(bytes, signatureOf(bytes), expected), TrainingRecordFault::NotPassed);
    }

    void refusesWhoseOrWhenItIsNot()
    {
        const QByteArray bytes = writeTrainingRecord(record()), signature = signatureOf(bytes);
        QCOMPARE(faultOf(bytes, {}, expectation()), TrainingRecordFault::Unsigned);
        QCOMPARE(faultOf(bytes, "not a signature", expectation()), TrainingRecordFault::BadSignature);
        QCOMPARE(faultOf(bytes, signatureOf(bytes, u"agent.two"_s), expectation()), TrainingRecordFault::WrongSigner);
        QCOMPARE(faultOf(bytes + '\n', signature, expectation()), TrainingRecordFault::Altered);
        QCOMPARE(faultOf(QByteArray(largestTrainingRecord + 1, ' '), signature, expectation()), TrainingRecordFault::TooLarge);

        TrainingRecord other = record();
        other.certificateSha256 = m_office.person(u"agent.two"_s).certificate.sha256();
        const QByteArray stolen = writeTrainingRecord(other);
        QCOMPARE(faultOf(stolen, signatureOf(stolen), expectation()), TrainingRecordFault::OtherPerson);

        TrainingExpectation early = expectation(), late = expectation();
        early.now = m_now - 2h;
        late.now = m_now + std::chrono::days(366);
        QCOMPARE(faultOf(bytes, signature, early), TrainingRecordFault::InFuture);
        QCOMPARE(faultOf(bytes, signature, late), TrainingRecordFault::TooOld);
    }

    void refusesWhatDoesNotAddUp_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<TrainingRecordFault>("fault");
        const auto row = [](const char* name, const QByteArray& from, const QByteArray& to,
                            TrainingRecordFault fault = TrainingRecordFault::Malformed) { QTest::newRow(name) << from << to << fault; };
        row("no record", "casebound training record", "casebound profile");
        row("newer", "\"version\": 1", "\"version\": 2", TrainingRecordFault::Newer);
        row("older", "\"version\": 1", "\"version\": 0");
        row("better score", "\"score_percent\": 75", "\"score_percent\": 91");
        row("called passed", "\"passed\": false", "\"passed\": true");
        row("lower pass mark, still called failed", "\"pass_mark_percent\": 80", "\"pass_mark_percent\": 70");
        row("pass mark of none", "\"pass_mark_percent\": 80", "\"pass_mark_percent\": 0");
        row("unknown member", "\"version\": 1", "\"extra\": 1,\n    \"version\": 1");
        row("doubled member", "\"version\": 1", "\"version\": 1,\n    \"version\": 1");
        row("unknown answer", "\"given\": \"confirmed\"", "\"given\": \"perhaps\"");
        row("answer of the other kind", "\"given\": \"too_general\"", "\"given\": \"confirmed\"");
        row("question twice", "\"read-2\"", "\"read-1\"");
        row("ended before it began", "\"ended_at\": \"2026", "\"ended_at\": \"2025");
        row("bad digest", "\"certificate_sha256\": \"", "\"certificate_sha256\": \"00");
        row("number otherwise", "\"serial\": 1", "\"serial\": 1.0");
        row("cut off", "]", "");
    }
    void refusesWhatDoesNotAddUp()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(TrainingRecordFault, fault);
        QByteArray bytes = writeTrainingRecord(record(3));
        QVERIFY(bytes.contains(from));
        bytes.replace(bytes.indexOf(from), from.size(), to);
        const auto read = parseTrainingRecord(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().fault, fault);
        QVERIFY(!trainingRecordSentence(read.error()).isEmpty());
    }

    void refusesAnythingLessThanTheCourse()
    {
        TrainingRecord shorter = record();
        shorter.items.erase(shorter.items.begin());
        QVERIFY(!isPassed(shorter));
        QVERIFY(!parseTrainingRecord(writeTrainingRecord(shorter)));
        TrainingRecord noRequests = record();
        noRequests.items.resize(courseVerifications);
        QVERIFY(!isPassed(noRequests));
        QVERIFY(!parseTrainingRecord(writeTrainingRecord(noRequests)));
        QVERIFY(!isPassed(TrainingRecord{}));
    }
};

QTEST_GUILESS_MAIN(TrainingRecordTest)
#include "TrainingRecordTest.moc"
