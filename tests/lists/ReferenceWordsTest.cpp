#include "lists/ReferenceWords.h"
#include "domain/Reference.h"

#include <QSet>
#include <QTest>

using namespace casebound;

class ReferenceWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A label that translators never see stays English in a Spanish window, and nothing else would say so.
    void translatorsSeeEveryLabelAndNoOther()
    {
        QSet<QString> known, used;
        for (const char* source : ReferenceWords::known()) {
            QVERIFY2(!known.contains(QString::fromUtf8(source)), source);
            known.insert(QString::fromUtf8(source));
        }
        const Reference& reference = Reference::builtIn();
        for (const Offence& offence : reference.offences())
            used.insert(offence.label);
        for (const Reason& reason : reference.reasons()) {
            used.insert(reason.label);
            used.insert(reason.groupLabel);
        }
        for (const Purpose& purpose : reference.purposes())
            used.insert(purpose.label);
        QVERIFY(used.size() > 100);
        QCOMPARE(QStringList((used - known).values()), QStringList());
        QCOMPARE(QStringList((known - used).values()), QStringList());
    }

    void whatNobodyTranslatedComesBackAsItIs()
    {
        QCOMPARE(ReferenceWords::of(QStringLiteral("A made-up label")), QStringLiteral("A made-up label"));
    }
};

QTEST_GUILESS_MAIN(ReferenceWordsTest)
#include "ReferenceWordsTest.moc"
