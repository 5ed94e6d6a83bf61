#include "domain/Text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casebound;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsHiddenCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("inALine");
        QTest::addColumn<bool>("inProse");
        QTest::newRow("plain") << u"Añb 7–♥ \U0001f697"_s << false << false;
        QTest::newRow("empty") << QString() << false << false;
        QTest::newRow("line break") << u"a\nb"_s << true << false;
        QTest::newRow("tab") << u"a\tb"_s << true << false;
        QTest::newRow("NUL") << u"a"_s + QChar(u'\0') << true << true;
        QTest::newRow("C1 control") << u"a\u0085"_s << true << true;
        QTest::newRow("zero-width joiner") << u"a\u200d"_s << true << false;
        QTest::newRow("line separator") << u"a\u2028"_s << true << false;
        QTest::newRow("private use") << u"a\ue000"_s << true << false;
        QTest::newRow("lone surrogate") << QString(QChar(0xdc00)) << true << true;
        for (const char16_t mark : {u'\u061c', u'\u200e', u'\u200f', u'\u202a', u'\u202e', u'\u2066', u'\u2069'}) {
            QTest::addRow("U+%04X", unsigned(mark)) << QString(QChar(mark)) << true << true;
        }
    }
    void findsHiddenCharacters()
    {
        QFETCH(QString, text);
        QTEST(hasHiddenCharacter(text), "inALine");
        QTEST(hasForbiddenControl(text), "inProse");
    }
    void readsUtf8ToTheLastCharacter()
    {
        QCOMPARE(textFromUtf8("a\u00e9 \xef\xbb\xbf"), u"a\u00e9 \ufeff"_s);
        QCOMPARE(textFromUtf8("\xef\xbb\xbf"), u"\ufeff"_s);
        QCOMPARE(textFromUtf8("\xef\xbb\xbf\xef\xbb\xbf"
                              "a"),
                 u"\ufeff\ufeffa"_s);
        QCOMPARE(textFromUtf8("\xef\xbb\xbf\xff"), u"\ufeff\ufffd"_s);
        QVERIFY(textFromUtf8({}).isEmpty());
    }
    void dropsFormatCharacters() { QCOMPARE(withoutHiddenCharacters(u"ve\u00adhi\u200bcle\nx"_s), u"vehicle\nx"_s); }
    void foldsNames() { QCOMPARE(foldForLookup(u"  nuevo \u00a0 León "_s), u"NUEVO LEON"_s); }
};

QTEST_GUILESS_MAIN(TextTest)
#include "TextTest.moc"
