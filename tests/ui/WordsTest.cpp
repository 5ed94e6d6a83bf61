#include "ui/Words.h"

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
        const QString words = Words::of(VendorFailure{.fault = VendorFault::Rejected, .detail = QStringLiteral("bad window")}).whole();
        QVERIFY(words.contains(QStringLiteral("The vendor says: “bad window”")));
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
};

QTEST_GUILESS_MAIN(WordsTest)
#include "WordsTest.moc"
