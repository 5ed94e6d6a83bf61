#include "ui/Words.h"

#include "service/AuditEntries.h"

#include <QSet>
#include <QTest>

using namespace casebound;

namespace {

/// A complete message: what happened, and a second part that says what follows. No two codes share one.
void complete(const FailureWords& words, QSet<QString>& seen)
{
    QVERIFY2(words.happened.endsWith(QLatin1Char('.')), qPrintable(words.happened));
    QVERIFY2(words.consequence.endsWith(QLatin1Char('.')), qPrintable(words.whole()));
    QVERIFY2(words.consequence.count(QLatin1Char('.')) >= 1 && words.consequence.size() > 20, qPrintable(words.whole()));
    QVERIFY2(!seen.contains(words.whole()), qPrintable(words.whole()));
    seen.insert(words.whole());
}

template <class Code>
void completeAll(Code last)
{
    QSet<QString> seen;
    for (int code = 0; code <= static_cast<int>(last); ++code) {
        complete(Words::of(static_cast<Code>(code)), seen);
    }
}

} // namespace

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLogFaultHasWords() { completeAll(LogFault::EntryTooLarge); }
    void everyStoreFaultHasWords() { completeAll(StoreFault::NotFound); }
    void everySignInProblemHasWords() { completeAll(SignInProblem::VendorFault); }
    void everyCaseProblemHasWords() { completeAll(CaseProblem::ReasonMissing); }
    void everyCaseNumberProblemHasWords() { completeAll(CaseNumberProblem::ControlCharacter); }
    void everyKeepProblemHasWords() { completeAll(KeepProblem::Ended); }
    void everyVerifyProblemHasWords() { completeAll(VerifyProblem::AlreadyKept); }

    // Whatever stops somebody at the door: no two reasons read the same.
    void noTwoRefusalsOfASignInShareASentence()
    {
        QSet<QString> seen;
        for (int code = 0; code <= static_cast<int>(SignInProblem::VendorFault); ++code)
            complete(Words::of(static_cast<SignInProblem>(code)), seen);
        for (int code = 0; code <= static_cast<int>(ProfileFault::OtherProviders); ++code)
            complete(Words::of(ProfileProblem{.fault = static_cast<ProfileFault>(code), .member = QStringLiteral("roster[1]")}), seen);
        for (int code = 0; code <= static_cast<int>(TlsRefusal::Other); ++code)
            complete(Words::of(VendorFailure{.fault = VendorFault::TlsRefused, .tls = static_cast<TlsRefusal>(code)}), seen);
        for (const VendorFault fault : {VendorFault::Unreachable, VendorFault::ClientCertificate, VendorFault::WrongOrigin})
            complete(Words::of(VendorFailure{.fault = fault}), seen);
        for (int code = 0; code <= static_cast<int>(LogFault::EntryTooLarge); ++code)
            complete(Words::of(static_cast<LogFault>(code)), seen);
    }

    void noTwoRefusalsHaveTheSameWordInTheLog()
    {
        QSet<QString> words;
        for (int code = 0; code <= static_cast<int>(SignInProblem::VendorFault); ++code)
            words += auditWord(static_cast<SignInProblem>(code));
        QCOMPARE(words.size(), static_cast<int>(SignInProblem::VendorFault) + 1);
        words.clear();
        for (int code = 0; code <= static_cast<int>(TlsRefusal::Other); ++code)
            words += auditWord(VendorFailure{.fault = VendorFault::TlsRefused, .tls = static_cast<TlsRefusal>(code)});
        QCOMPARE(words.size(), static_cast<int>(TlsRefusal::Other) + 1);
        QVERIFY(words.contains(QStringLiteral("tls_refused:expired")));
    }

    void everyVendorFaultHasWords()
    {
        QSet<QString> seen;
        for (int code = 0; code <= static_cast<int>(VendorFault::Cancelled); ++code) {
            complete(Words::of(VendorFailure{.fault = static_cast<VendorFault>(code)}), seen);
        }
    }

    void everyFieldProblemHasWords()
    {
        QSet<QString> seen;
        for (int code = 0; code <= static_cast<int>(FieldProblem::BeyondLimit); ++code) {
            const QString words = Words::of(FieldRefusal{.field = QueryField::Plate, .problem = static_cast<FieldProblem>(code)});
            QVERIFY2(words.size() > 15 && words.endsWith(QLatin1Char('.')), qPrintable(words));
            QVERIFY2(!seen.contains(words), qPrintable(words));
            seen.insert(words);
        }
    }

    void everyMissingFieldSaysWhatToDo()
    {
        QSet<QString> seen;
        for (int field = 0; field <= static_cast<int>(QueryField::To); ++field) {
            const QString words = Words::of(FieldRefusal{.field = static_cast<QueryField>(field), .problem = FieldProblem::Missing});
            QVERIFY(!words.isEmpty() && !seen.contains(words));
            seen.insert(words);
        }
    }

    void quotesTheVendorAsTheVendor()
    {
        const QString words =
            Words::of(VendorFailure{.fault = VendorFault::Rejected, .httpStatus = 422, .detail = QStringLiteral("bad window")}).whole();
        QVERIFY(words.contains(QStringLiteral("The vendor says: “bad window”")));
    }

    void putsNothingOfOursIntoTheVendorsMouth()
    {
        const QString malformed =
            Words::of(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = QStringLiteral("reads[3].plate")})
                .whole();
        QVERIFY2(malformed.contains(QStringLiteral("Detail for the administrator: reads[3].plate")), qPrintable(malformed));
        const QString tls = Words::of(VendorFailure{.fault = VendorFault::TlsRefused,
                                                    .detail = QStringLiteral("SSL certificate problem"),
                                                    .tls = TlsRefusal::Expired})
                                .whole();
        QVERIFY2(!tls.contains(QStringLiteral("SSL")), qPrintable(tls));
    }

    void namesAmbiguousJurisdictions()
    {
        const QString words = Words::of(FieldRefusal{
            .field = QueryField::Jurisdiction, .problem = FieldProblem::AmbiguousJurisdiction, .detail = QStringLiteral("US-NE CA-NB")});
        QVERIFY2(words.contains(QStringLiteral("US-NE")) && words.contains(QStringLiteral("CA-NB")), qPrintable(words));
    }

    void saysTheLogsStateAsTheStatusBarShowsIt()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(Words::of(LogState{.entries = 1204}), QStringLiteral("in order, 1,204 entries"));
        QCOMPARE(Words::of(LogState{.entries = 1}), QStringLiteral("in order, 1 entry"));
        QVERIFY(Words::of(LogState{.inOrder = false, .where = QStringLiteral("entry 7")}).contains(QStringLiteral("entry 7")));
        QVERIFY(!Words::of(LogState{.inOrder = false}).contains(QStringLiteral("in order,")));
    }

    void everyStateOfTheLogHasItsWordsAndTone()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const LogState missed{.entries = 7, .hasWitness = true, .witnessMissed = true};
        QCOMPARE(Words::of(missed), QStringLiteral("in order, 7 entries, witness not reachable"));
        const LogState lost{.entries = 7, .hasWitness = true, .witnessLost = true};
        QCOMPARE(Words::of(lost), QStringLiteral("in order, 7 entries, the witness folder lost a head"));
        const LogState low{.entries = 7, .diskNearlyFull = true};
        QCOMPARE(Words::of(low), QStringLiteral("in order, 7 entries, disk nearly full"));
        for (const LogState& state : {missed, lost, low}) {
            QCOMPARE(Words::tone(state), Tone::Caution);
        }
        QCOMPARE(Words::tone(LogState{.entries = 7}), Tone::Good);
        for (const LogFault fault : {LogFault::Locked, LogFault::InUse, LogFault::NotEncrypted, LogFault::Damaged, LogFault::Newer,
                                     LogFault::ProfileOlder, LogFault::DiskFull, LogFault::WriteFailed}) {
            const LogState state{.entries = 7, .fault = fault};
            QVERIFY2(Words::of(state).contains(QStringLiteral("nothing is sent")), qPrintable(Words::of(state)));
            QCOMPARE(Words::tone(state), Tone::Bad);
        }
    }

    void everyFindingSaysWhatAndWhereAndWhatToDo()
    {
        for (int kind = 0; kind <= static_cast<int>(LogFindingKind::CannotKeepAside); ++kind) {
            LogFaultReport report;
            report.finding = {.kind = static_cast<LogFindingKind>(kind), .place = QStringLiteral("audit.made-up"), .has = 3, .seen = 4711};
            const QString words = Words::of(report).whole();
            QVERIFY2(words.size() > 20 && !words.contains(QLatin1Char('%')), qPrintable(words));
            QVERIFY(!Words::next(report, Role::Agent).isEmpty());
            QVERIFY(Words::next(report, Role::Agent) != Words::next(report, Role::Supervisor) || !report.mayBeginNew());
        }
        LogFaultReport cut;
        cut.finding = {.kind = LogFindingKind::CutOrOlder, .place = QStringLiteral("audit.head"), .has = 3, .seen = 4711};
        QVERIFY(Words::of(cut).happened.contains(QStringLiteral("3 entries, but audit.head has seen 4,711 entries")));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "WordsTest.moc"
