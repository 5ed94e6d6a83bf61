#include "ledger/Jcs.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class JcsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sortsNamesByUtf16Units()
    {
        // RFC 8785 section 3.2.3: the emoji (surrogates d83d…) sorts before U+FB33 although its code point is larger.
        const JcsValue value(JcsValue::Object{{u"\u20ac"_s, JcsValue(u"Euro Sign"_s)},
                                              {u"\r"_s, JcsValue(u"Carriage Return"_s)},
                                              {u"\ufb33"_s, JcsValue(u"Hebrew Letter Dalet With Dagesh"_s)},
                                              {u"1"_s, JcsValue(u"One"_s)},
                                              {u"\U0001F600"_s, JcsValue(u"Emoji: Grinning Face"_s)},
                                              {u"\u0080"_s, JcsValue(u"Control"_s)},
                                              {u"\u00f6"_s, JcsValue(u"Latin Small Letter O With Diaeresis"_s)}});
        const QString expected =
            u"{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
            "\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"_s;
        QCOMPARE(writeJcs(value).value(), expected.toUtf8());
        QCOMPARE(readJcs(expected.toUtf8(), 10'000).value(), readJcs(writeJcs(value).value(), 10'000).value());
    }

    void escapesAsTheStandardSays()
    {
        // The string of RFC 8785 section 3.2.2, with the two-digit escapes of 3.2.2.2.
        const QString text = u"\u20ac$\u000f\nA'B\"\\\\\"/"_s;
        QCOMPARE(writeJcs(JcsValue(text)).value(), u"\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""_s.toUtf8());
        QCOMPARE(writeJcs(JcsValue(u"\b\t\n\f\r\x7f\u2028"_s)).value(), u"\"\\b\\t\\n\\f\\r\x7f\u2028\""_s.toUtf8());
        QString nul(1, QChar(0));
        QCOMPARE(writeJcs(JcsValue(nul)).value(), "\"\\u0000\""_ba);
    }

    void writesStructures()
    {
        const JcsValue value(JcsValue::Object{{u"literals"_s, JcsValue(JcsValue::Array{JcsValue(true), JcsValue(false)})},
                                              {u"numbers"_s, JcsValue(JcsValue::Array{JcsValue(std::int64_t{0}), JcsValue(std::int64_t{-7}),
                                                                                      JcsValue((std::int64_t{1} << 53) - 1)})},
                                              {u"empty"_s, JcsValue(JcsValue::Object{})}});
        QCOMPARE(writeJcs(value).value(), R"({"empty":{},"literals":[true,false],"numbers":[0,-7,9007199254740991]})"_ba);
    }

    void refusesWhatHasNoCanonicalForm()
    {
        QCOMPARE(writeJcs(JcsValue(std::int64_t{1} << 53)).error(), JcsProblem::NumberOutOfRange);
        QCOMPARE(writeJcs(JcsValue(QString(QChar(0xd83d)))).error(), JcsProblem::LoneSurrogate);
        const JcsValue doubled(JcsValue::Object{{u"a"_s, JcsValue(true)}, {u"a"_s, JcsValue(false)}});
        QCOMPARE(writeJcs(doubled).error(), JcsProblem::DoubledName);
    }

    void readsWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("byte order mark") << u"\ufeff"_s;
        QTest::newRow("text behind one") << u"\ufeffpasted"_s;
        QTest::newRow("two of them") << u"\ufeff\ufeff"_s;
        QTest::newRow("beyond the first plane") << u"\U0001F697 \U0010FFFF"_s;
        QTest::newRow("not characters") << u"\uffff\ufffe"_s;
    }
    void readsWhatItWrites()
    {
        QFETCH(QString, text);
        const JcsValue value(JcsValue::Object{{text, JcsValue(text)}});
        const auto read = readJcs(writeJcs(value).value(), 100);
        QVERIFY(read.has_value());
        QCOMPARE(*read, value);
    }

    void readsCanonicalBytesAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<JcsProblem>("problem");
        QTest::newRow("white space") << "{ }"_ba << JcsProblem::Syntax;
        QTest::newRow("order") << R"({"b":1,"a":2})"_ba << JcsProblem::NotCanonical;
        QTest::newRow("doubled") << R"({"a":1,"a":2})"_ba << JcsProblem::DoubledName;
        QTest::newRow("doubled zero") << R"([00])"_ba << JcsProblem::NotCanonical;
        QTest::newRow("leading zero") << R"(01)"_ba << JcsProblem::NotCanonical;
        QTest::newRow("minus zero") << R"(-0)"_ba << JcsProblem::NotCanonical;
        QTest::newRow("fraction") << R"(1.5)"_ba << JcsProblem::Syntax;
        QTest::newRow("large") << R"(9007199254740992)"_ba << JcsProblem::NumberOutOfRange;
        QTest::newRow("null") << R"(null)"_ba << JcsProblem::Syntax;
        QTest::newRow("needless escape") << R"("\u0041")"_ba << JcsProblem::NotCanonical;
        QTest::newRow("slash escape") << R"("\/")"_ba << JcsProblem::NotCanonical;
        QTest::newRow("long escape") << R"("\u000a")"_ba << JcsProblem::NotCanonical;
        QTest::newRow("upper hex") << R"("\u001F")"_ba << JcsProblem::NotCanonical;
        QTest::newRow("bad UTF-8") << "\"\xc3\x28\""_ba << JcsProblem::Syntax;
        QTest::newRow("UTF-8 surrogate") << "\"\xed\xa0\x80\""_ba << JcsProblem::Syntax;
        QTest::newRow("control") << "\"\x01\""_ba << JcsProblem::Syntax;
        QTest::newRow("cut") << R"({"a":[1,2)"_ba << JcsProblem::Syntax;
        QTest::newRow("trailing") << R"({}x)"_ba << JcsProblem::Syntax;
        QTest::newRow("empty") << ""_ba << JcsProblem::Syntax;
        QTest::newRow("deep") << QByteArray(100'000, '[') << JcsProblem::TooDeep;
        QTest::newRow("too large") << QByteArray(200'000, '[') << JcsProblem::TooLarge;
    }
    void readsCanonicalBytesAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(JcsProblem, problem);
        const auto read = readJcs(bytes, 150'000);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error(), problem);
    }
};

QTEST_GUILESS_MAIN(JcsTest)
#include "JcsTest.moc"
