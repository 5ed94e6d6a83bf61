#include "domain/VerifyOrder.h"
#include "domain/VehicleNote.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class VerifyOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leastVerifiedComesFirst()
    {
        const std::vector<VerifyPlace> places{{.step = VerifyStep::Kept, .lookedAt = 9},
                                              {.step = VerifyStep::Judged, .lookedAt = 8},
                                              {.step = VerifyStep::Transcribed, .lookedAt = 7},
                                              {.step = VerifyStep::LookedAt, .lookedAt = 6},
                                              {.step = VerifyStep::NotLooked}};
        QCOMPARE(leastVerifiedFirst(places), (std::vector<std::size_t>{4, 3, 2, 1, 0}));
    }

    void withinAStepWhatWasLookedAtLastComesFirst()
    {
        const std::vector<VerifyPlace> places{{.step = VerifyStep::LookedAt, .lookedAt = 1},
                                              {.step = VerifyStep::LookedAt, .lookedAt = 3},
                                              {.step = VerifyStep::LookedAt, .lookedAt = 2}};
        QCOMPARE(leastVerifiedFirst(places), (std::vector<std::size_t>{1, 2, 0}));
    }

    void equalOnesStayInTheirOrderOfArrival()
    {
        std::vector<VerifyPlace> places(1000);
        places[500].step = VerifyStep::Judged;
        const auto order = leastVerifiedFirst(places);
        QCOMPARE(order.size(), places.size());
        QCOMPARE(order[499], 499U);
        QCOMPARE(order[500], 501U);
        QCOMPARE(order.back(), 500U);
    }

    void nothingIsInOrder() { QVERIFY(leastVerifiedFirst({}).empty()); }

    void vehicleNoteIsCompared_data()
    {
        QTest::addColumn<QString>("note");
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("all said") << u"a silver HONDA civic sedan"_s << QStringList();
        QTest::newRow("another colour") << u"blue Honda Civic, sedan"_s << QStringList{u"silver"_s};
        QTest::newRow("part of a word is another word") << u"silvery Honda Civic sedan"_s << QStringList{u"silver"_s};
        QTest::newRow("nothing noted") << QString() << QStringList{u"Honda"_s, u"Civic"_s, u"silver"_s, u"sedan"_s};
    }
    void vehicleNoteIsCompared()
    {
        QFETCH(QString, note);
        QFETCH(QStringList, missing);
        QCOMPARE(vehicleNotMentioned({u"Honda"_s, u"Civic"_s, u"silver"_s, u"sedan"_s, {}}, note), missing);
    }

    void accentsAndSeveralWordsAreNoDifference()
    {
        QCOMPARE(vehicleNotMentioned({u"Citroën"_s, u"pickup truck"_s}, u"citroen pickup"_s), QStringList());
    }
};

QTEST_APPLESS_MAIN(VerifyOrderTest)
#include "VerifyOrderTest.moc"
