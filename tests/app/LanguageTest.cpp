#include "app/Language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void speaks_data();
    void speaks();
    void spanishWritesNumbersAsInTheUnitedStates();
    void aCountryThatWasAskedForIsKept();
    void practiceFileTakesThePlaceOfOurWords();
    void brokenPracticeFileStopsTheStart();
    void wordsEndWithTheObject();
};

namespace {

QString search()
{
    return QCoreApplication::translate("casebound::SearchForm", "Search");
}

QString fields(int count)
{
    return QCoreApplication::translate("Words", "%n field(s) need your attention.", nullptr, count);
}

} // namespace

void LanguageTest::init()
{
    QLocale::setDefault(QLocale::c());
}

void LanguageTest::speaks_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("many");
    QTest::addColumn<QString>("toolkit");
    const QString one = u"1 field needs your attention."_s, two = u"2 fields need your attention."_s;
    const QString uno = u"1 campo requiere su atención."_s, dos = u"2 campos requieren su atención."_s;
    QTest::newRow("no locale at all") << QString() << u"en"_s << u"Search"_s << one << two << u"Cancel"_s;
    QTest::newRow("English") << u"en"_s << u"en"_s << u"Search"_s << one << two << u"Cancel"_s;
    QTest::newRow("English elsewhere") << u"en_GB"_s << u"en"_s << u"Search"_s << one << two << u"Cancel"_s;
    QTest::newRow("a language we do not have") << u"fr_FR"_s << u"en"_s << u"Search"_s << one << two << u"Cancel"_s;
    QTest::newRow("Spanish") << u"es"_s << u"es"_s << u"Buscar"_s << uno << dos << u"Cancelar"_s;
    QTest::newRow("Spanish of Puerto Rico") << u"es_PR"_s << u"es"_s << u"Buscar"_s << uno << dos << u"Cancelar"_s;
}

void LanguageTest::speaks()
{
    QFETCH(QString, asked);
    const auto language = Language::install({.asked = asked, .practiceFile = {}});
    QVERIFY(language);
    QTEST((*language)->words(), "words");
    QTEST(search(), "button");
    QTEST(fields(1), "one");
    QTEST(fields(2), "many");
    QTEST(QCoreApplication::translate("QPlatformTheme", "Cancel"), "toolkit");
}

void LanguageTest::spanishWritesNumbersAsInTheUnitedStates()
{
    const auto language = Language::install({.asked = u"es"_s, .practiceFile = {}});
    QVERIFY(language);
    QCOMPARE(QLocale().toString(1204), u"1,204"_s);
    QCOMPARE(QLocale().territory(), QLocale::UnitedStates);
}

void LanguageTest::aCountryThatWasAskedForIsKept()
{
    const auto language = Language::install({.asked = u"es-ES"_s, .practiceFile = {}});
    QVERIFY(language);
    QCOMPARE(QLocale().territory(), QLocale::Spain);
}

void LanguageTest::practiceFileTakesThePlaceOfOurWords()
{
    const auto language = Language::install({.asked = {}, .practiceFile = u":/i18n/casebound_es.qm"_s});
    QVERIFY(language);
    QCOMPARE(search(), u"Buscar"_s);
}

void LanguageTest::brokenPracticeFileStopsTheStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"words.qm"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no translation");
    file.close();
    const auto language = Language::install({.asked = {}, .practiceFile = path});
    QVERIFY(!language);
    QVERIFY(language.error().contains(path));
    QCOMPARE(search(), u"Search"_s);
}

void LanguageTest::wordsEndWithTheObject()
{
    {
        const auto language = Language::install({.asked = u"es"_s, .practiceFile = {}});
        QVERIFY(language);
        QCOMPARE(search(), u"Buscar"_s);
    }
    QCOMPARE(search(), u"Search"_s);
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "LanguageTest.moc"
