#include "domain/Plate.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace casebound;

Q_DECLARE_METATYPE(casebound::PlateProblem)

class PlateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsTypedPlates_data();
    void acceptsTypedPlates();
    void refusesTypedText_data();
    void refusesTypedText();
    void foldsVendorText_data();
    void foldsVendorText();
    void callsVendorTextNoPlate_data();
    void callsVendorTextNoPlate();
    void normalisingTwiceChangesNothing();
    void whatMayBeTypedIsReadTheSameFromVendors();
    void foldsManyLikeOne();
    void neverExchangesLettersForDigits();
    void warnsOfWordsThatAreNoPlate();
};

void PlateTest::acceptsTypedPlates_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("plate");

    QTest::newRow("plain") << u"ZZ9TST"_s << u"ZZ9TST"_s;
    QTest::newRow("lower case") << u"zz9tst"_s << u"ZZ9TST"_s;
    QTest::newRow("space") << u" ZZ9 TST "_s << u"ZZ9TST"_s;
    QTest::newRow("hyphen and dot") << u"ZZ-9.TST"_s << u"ZZ9TST"_s;
    QTest::newRow("one character") << u"7"_s << u"7"_s;
    QTest::newRow("eight characters") << u"ABCD-1234"_s << u"ABCD1234"_s;
    QTest::newRow("look-alikes stay") << u"O0I1B8"_s << u"O0I1B8"_s;
}

void PlateTest::acceptsTypedPlates()
{
    QFETCH(QString, typed);
    const auto plate = Plate::fromTyped(typed);
    QVERIFY(plate);
    QTEST(plate->text(), "plate");
}

void PlateTest::refusesTypedText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<PlateProblem>("problem");

    QTest::newRow("empty") << QString() << PlateProblem::Empty;
    QTest::newRow("separators only") << u" -. "_s << PlateProblem::Empty;
    QTest::newRow("star") << u"ABC*"_s << PlateProblem::Wildcard;
    QTest::newRow("question mark") << u"ABC 1?3"_s << PlateProblem::Wildcard;
    QTest::newRow("percent") << u"ABC%"_s << PlateProblem::Wildcard;
    QTest::newRow("underscore") << u"ABC_1"_s << PlateProblem::Wildcard;
    QTest::newRow("hash") << u"ABC#1"_s << PlateProblem::Wildcard;
    QTest::newRow("set") << u"AB[CD]1"_s << PlateProblem::Wildcard;
    QTest::newRow("nine characters") << u"ABCD12345"_s << PlateProblem::TooLong;
    QTest::newRow("twelve characters") << u"ABCDEF123456"_s << PlateProblem::TooLong;
    QTest::newRow("a megabyte") << u"A"_s.repeated(1 << 20) << PlateProblem::TooLong;
    QTest::newRow("emoji") << u"ABC\U0001f697"_s << PlateProblem::Symbol;
    QTest::newRow("heart") << u"ABC♥1"_s << PlateProblem::Symbol;
    QTest::newRow("plus") << u"ABC+1"_s << PlateProblem::Symbol;
    QTest::newRow("en dash") << u"ABC–1"_s << PlateProblem::Symbol;
    QTest::newRow("right-to-left mark") << u"ABC\u200f123"_s << PlateProblem::BidiMark;
    QTest::newRow("left-to-right mark") << u"ABC\u200e123"_s << PlateProblem::BidiMark;
    QTest::newRow("right-to-left override") << u"\u202eABC123"_s << PlateProblem::BidiMark;
    QTest::newRow("isolate") << u"\u2067ABC123\u2069"_s << PlateProblem::BidiMark;
    QTest::newRow("Arabic letter mark") << u"ABC\u061c"_s << PlateProblem::BidiMark;
    QTest::newRow("full-width letters") << u"ＡＢＣ１２３"_s << PlateProblem::FullWidth;
    QTest::newRow("ideographic space") << u"ABC\u3000123"_s << PlateProblem::FullWidth;
    QTest::newRow("mathematical letters") << u"\U0001d400BC"_s << PlateProblem::FullWidth;
    QTest::newRow("superscript digit") << u"ABC²"_s << PlateProblem::FullWidth;
    QTest::newRow("NUL") << u"ABC"_s + QChar(u'\0') + u"1"_s << PlateProblem::ControlCharacter;
    QTest::newRow("tab") << u"ABC\t123"_s << PlateProblem::ControlCharacter;
    QTest::newRow("line break") << u"ABC123\n"_s << PlateProblem::ControlCharacter;
    QTest::newRow("delete") << u"ABC\u007f"_s << PlateProblem::ControlCharacter;
    QTest::newRow("zero-width space") << u"ABC\u200b123"_s << PlateProblem::ControlCharacter;
    QTest::newRow("soft hyphen") << u"ABC\u00ad123"_s << PlateProblem::ControlCharacter;
    QTest::newRow("no-break space") << u"ABC\u00a0123"_s << PlateProblem::ControlCharacter;
    QTest::newRow("Cyrillic A") << u"АBC123"_s << PlateProblem::ForeignLetter;
    QTest::newRow("accent") << u"PEÑA1"_s << PlateProblem::ForeignLetter;
    QTest::newRow("accent of its own") << u"PEN\u0303A1"_s << PlateProblem::ForeignLetter;
    QTest::newRow("sharp s") << u"MAß1"_s << PlateProblem::ForeignLetter;
    QTest::newRow("Arabic-Indic digit") << u"ABC١"_s << PlateProblem::ForeignLetter;
    QTest::newRow("first problem counts") << u"ABCDEFGHIJ*"_s << PlateProblem::Wildcard;
}

void PlateTest::refusesTypedText()
{
    QFETCH(QString, typed);
    const auto plate = Plate::fromTyped(typed);
    QVERIFY(!plate);
    QTEST(plate.error(), "problem");
}

void PlateTest::foldsVendorText_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("plate");

    QTest::newRow("plain") << u"ZZ9TST"_s << u"ZZ9TST"_s;
    QTest::newRow("separators") << u"zz9 · tst"_s << u"ZZ9TST"_s;
    QTest::newRow("full-width") << u"ＺＺ９"_s << u"ZZ9"_s;
    QTest::newRow("symbol") << u"ZZ♥9"_s << u"ZZ9"_s;
    QTest::newRow("plus and ampersand") << u"Z+Z&9"_s << u"ZZ9"_s;
    QTest::newRow("accent") << u"PEÑA1"_s << u"PENA1"_s;
    QTest::newRow("no-break space") << u"ZZ\u00a09"_s << u"ZZ9"_s;
    QTest::newRow("letter O and digit 0") << u"O0"_s << u"O0"_s;
}

void PlateTest::foldsVendorText()
{
    QFETCH(QString, sent);
    const auto plate = Plate::fromVendor(sent);
    QVERIFY(plate);
    QTEST(plate->text(), "plate");
}

void PlateTest::callsVendorTextNoPlate_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<PlateProblem>("problem");

    QTest::newRow("empty") << QString() << PlateProblem::Empty;
    QTest::newRow("symbols only") << u"♥-♥"_s << PlateProblem::Empty;
    QTest::newRow("nine characters") << u"ABCD12345"_s << PlateProblem::TooLong;
    QTest::newRow("unread character") << u"ZZ?TST"_s << PlateProblem::Wildcard;
    QTest::newRow("unread character, underscore") << u"ZZ_TST"_s << PlateProblem::Wildcard;
    QTest::newRow("Cyrillic") << u"ЖЖ9"_s << PlateProblem::ForeignLetter;
    QTest::newRow("Cyrillic A") << u"АBC123"_s << PlateProblem::ForeignLetter;
    QTest::newRow("sharp s") << u"MAß"_s << PlateProblem::ForeignLetter;
    QTest::newRow("NUL") << u"ZZ"_s + QChar(u'\0') << PlateProblem::ControlCharacter;
    QTest::newRow("right-to-left mark") << u"ZZ\u200f9"_s << PlateProblem::BidiMark;
}

void PlateTest::callsVendorTextNoPlate()
{
    QFETCH(QString, sent);
    const auto plate = Plate::fromVendor(sent);
    QVERIFY(!plate);
    QTEST(plate.error(), "problem");
    const auto folded = foldVendorPlate(sent.toUtf8().toStdString());
    QVERIFY(std::ranges::all_of(folded, [](char c) { return c == '\0'; }));
}

namespace {

/// Mostly plate characters, with everything else now and then.
QString randomText(QRandomGenerator& random)
{
    static constexpr std::u16string_view Odd = u" -.*?♥ÑñÅＡ９ЖА\u200f\u200b\u00ad\u0303ß½Ⅳ\t";
    QString text;
    const int length = random.bounded(12);
    for (int n = 0; n < length; ++n) {
        const int kind = random.bounded(10);
        if (kind < 4) {
            text.append(QChar(char16_t(u'A' + random.bounded(26))));
        } else if (kind < 8) {
            text.append(QChar(char16_t(u'0' + random.bounded(10))));
        } else {
            text.append(QChar(Odd[random.bounded(quint32(Odd.size()))]));
        }
    }
    return text;
}

} // namespace

void PlateTest::normalisingTwiceChangesNothing()
{
    static const QRegularExpression allowed(u"^[A-Z0-9]{1,8}$"_s);
    QRandomGenerator random(20261120);
    int plates = 0;
    for (int n = 0; n < 20'000; ++n) {
        const auto once = Plate::fromVendor(randomText(random));
        if (once) {
            ++plates;
            QVERIFY2(allowed.match(once->text()).hasMatch(), qPrintable(once->text()));
            QCOMPARE(Plate::fromVendor(once->text()), once);
            QCOMPARE(Plate::fromTyped(once->text()), once);
        }
    }
    QVERIFY(plates > 2'000);
}

void PlateTest::whatMayBeTypedIsReadTheSameFromVendors()
{
    QRandomGenerator random(20261121);
    for (int n = 0; n < 20'000; ++n) {
        const QString text = randomText(random);
        if (const auto typed = Plate::fromTyped(text)) {
            QCOMPARE(Plate::fromVendor(text), typed);
        }
    }
}

void PlateTest::foldsManyLikeOne()
{
    QRandomGenerator random(20261122);
    for (int n = 0; n < 20'000; ++n) {
        const QString text = randomText(random);
        const auto plate = Plate::fromVendor(text);
        const auto folded = foldVendorPlate(text.toUtf8().toStdString());
        const QString unpacked = QString::fromLatin1(folded.data(), qsizetype(std::ranges::find(folded, '\0') - folded.begin()));
        QCOMPARE(unpacked, plate ? plate->text() : QString());
    }
    QVERIFY(foldVendorPlate("ZZ\xff\xfe"
                            "9")[0] == 'Z'); // ill-formed bytes are dropped like symbols, and never read beyond
}

void PlateTest::neverExchangesLettersForDigits()
{
    QVERIFY(*Plate::fromVendor(u"O0O"_s) != *Plate::fromVendor(u"000"_s));
    QVERIFY(*Plate::fromVendor(u"I1"_s) != *Plate::fromVendor(u"11"_s));
}

void PlateTest::warnsOfWordsThatAreNoPlate()
{
    QVERIFY(spellsNoPlate(*Plate::fromTyped(u"no plate"_s)));
    QVERIFY(spellsNoPlate(*Plate::fromTyped(u"None"_s)));
    QVERIFY(!spellsNoPlate(*Plate::fromTyped(u"NONE1"_s)));
}

QTEST_GUILESS_MAIN(PlateTest)
#include "PlateTest.moc"
