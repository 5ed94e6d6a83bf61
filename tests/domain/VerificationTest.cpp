#include "domain/Verification.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casebound;

class VerificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignsCharacterByCharacter_data();
    void alignsCharacterByCharacter();
    void marksConfusableCharacters();
    void isSymmetricAndLosesNothing();
    void equalTextsOnlyAreWithoutDifference();
    void boundsHostileLengths();
};

namespace {

/// "AB-1" over "A8Q1": gaps as '-'.
QString side(const Comparison& comparison, QChar AlignedPair::* member)
{
    QString text;
    for (const AlignedPair& pair : comparison.columns) {
        text.append((pair.*member).isNull() ? QChar(u'-') : pair.*member);
    }
    return text;
}

QString randomPlate(QRandomGenerator& random)
{
    QString text;
    for (int n = random.bounded(9); n > 0; --n) {
        text.append(u"ABO0I1S58QXYZ27"_s[random.bounded(15)]);
    }
    return text;
}

} // namespace

void VerificationTest::alignsCharacterByCharacter_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("typedSide");
    QTest::addColumn<QString>("machineSide");
    QTest::addColumn<int>("differences");

    const auto row = [](const char* name, const QString& typed, const QString& machine, const QString& typedSide,
                        const QString& machineSide,
                        int differences) { QTest::newRow(name) << typed << machine << typedSide << machineSide << differences; };
    row("equal", u"ZZ9TST"_s, u"ZZ9TST"_s, u"ZZ9TST"_s, u"ZZ9TST"_s, 0);
    row("one misread", u"ZZ9TST"_s, u"ZZ9T5T"_s, u"ZZ9TST"_s, u"ZZ9T5T"_s, 1);
    row("one dropped", u"ZZ9TST"_s, u"ZZTST"_s, u"ZZ9TST"_s, u"ZZ-TST"_s, 1);
    row("one added in front", u"ZZ9"_s, u"1ZZ9"_s, u"-ZZ9"_s, u"1ZZ9"_s, 1);
    row("nothing typed", QString(), u"ZZ9"_s, u"---"_s, u"ZZ9"_s, 3);
    row("nothing read", u"ZZ9"_s, QString(), u"ZZ9"_s, u"---"_s, 3);
    row("both empty", QString(), QString(), QString(), QString(), 0);
    row("unlikely misread stays one column", u"AXB"_s, u"AWB"_s, u"AXB"_s, u"AWB"_s, 1);
}

void VerificationTest::alignsCharacterByCharacter()
{
    QFETCH(QString, typed);
    QFETCH(QString, machine);
    const Comparison comparison = compareTexts(typed, machine);
    QTEST(side(comparison, &AlignedPair::typed), "typedSide");
    QTEST(side(comparison, &AlignedPair::machine), "machineSide");
    QTEST(comparison.differences, "differences");
}

void VerificationTest::marksConfusableCharacters()
{
    const Comparison comparison = compareTexts(u"0BX"_s, u"O8W"_s);
    QCOMPARE(comparison.columns.size(), 3U);
    QVERIFY(comparison.columns[0].confusable && !comparison.columns[0].same);
    QVERIFY(comparison.columns[1].confusable);
    QVERIFY(!comparison.columns[2].confusable && !comparison.columns[2].same);
    QVERIFY(!compareTexts(u"0"_s, u"0"_s).columns[0].confusable);
    QVERIFY(!compareTexts(QString(), u"0"_s).columns[0].confusable);
}

void VerificationTest::isSymmetricAndLosesNothing()
{
    QRandomGenerator random(20261120);
    for (int n = 0; n < 5'000; ++n) {
        const QString a = randomPlate(random);
        const QString b = randomPlate(random);
        const Comparison there = compareTexts(a, b);
        const Comparison back = compareTexts(b, a);
        QCOMPARE(there.differences, back.differences);
        QCOMPARE(there.columns.size(), back.columns.size());
        QCOMPARE(side(there, &AlignedPair::typed).remove(u'-'), a);
        QCOMPARE(side(there, &AlignedPair::machine).remove(u'-'), b);
        QVERIFY(there.columns.size() <= std::size_t(a.size() + b.size()));
    }
}

void VerificationTest::equalTextsOnlyAreWithoutDifference()
{
    QRandomGenerator random(20261121);
    for (int n = 0; n < 5'000; ++n) {
        const QString a = randomPlate(random);
        const QString b = random.bounded(3) == 0 ? a : randomPlate(random);
        QCOMPARE(compareTexts(a, b).differences == 0, a == b);
    }
}

void VerificationTest::boundsHostileLengths()
{
    const Comparison comparison = compareTexts(u"ZZ9TST"_s, u"Z"_s.repeated(1 << 20));
    QVERIFY(comparison.columns.size() <= std::size_t(MaxCompared) + 6);
    QVERIFY(comparison.differences > 0);
}

QTEST_GUILESS_MAIN(VerificationTest)
#include "VerificationTest.moc"
