#include "bundle/BundleText.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class BundleTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsThatWouldBeFormulasAreNeutralised_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << u"PRAC1"_s << QByteArray("PRAC1");
        QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
        QTest::newRow("at") << u"@A1"_s << QByteArray("'@A1");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("'[U+0009]=1");
        QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("'[U+000D]=1");
        QTest::newRow("space first") << u" =1"_s << QByteArray("' =1");
        QTest::newRow("full width") << u"\uFF1D1"_s
                                    << QByteArray("'\xEF\xBC\x9D"
                                                  "1");
        QTest::newRow("quote first") << u"\"=1"_s << QByteArray("\"'\"\"=1\"");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("line break") << u"a\nb"_s << QByteArray("a \xE2\x8F\x8E b");
        QTest::newRow("inside") << u"1=1"_s << QByteArray("1=1");
    }
    void cellsThatWouldBeFormulasAreNeutralised()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(csvCell(text), cell);
    }

    void whatCannotBeSeenIsShown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nul") << QString(u'a') + QChar(u'\0') << u"a[U+0000]"_s;
        QTest::newRow("override") << u"a\u202Eb"_s << u"a[U+202E]b"_s;
        QTest::newRow("isolate") << u"\u2066"_s << u"[U+2066]"_s;
        QTest::newRow("zero width") << u"a\u200Bb"_s << u"a[U+200B]b"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD800)) << u"[U+D800]"_s;
        QTest::newRow("wide tag") << u"\U000E0041"_s << u"[U+E0041]"_s;
        QTest::newRow("other scripts stay") << u"ñ 車 \U0001F697"_s << u"ñ 車 \U0001F697"_s;
    }
    void whatCannotBeSeenIsShown()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(visible(text), shown);
    }

    void jsonGivesTheTextBack()
    {
        QCOMPARE(jsonText(u"a\"\\\n\u202E\u0000z"_s), QByteArray("\"a\\\"\\\\\\u000a\\u202e\\u0000z\""));
        QCOMPARE(jsonText(QString(QChar(0xD800))), QByteArray("\"\\ufffd\""));
    }

    void markupHoldsNoMarkOfTheData()
    {
        QCOMPARE(markup(u"<a b='c' d=\"e\">&"_s), QByteArray("&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;"));
    }
};

QTEST_GUILESS_MAIN(BundleTextTest)
#include "BundleTextTest.moc"
