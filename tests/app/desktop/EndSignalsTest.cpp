// Signals to this very process: without a handler the first of them would end the test.
#include "desktop/EndSignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <optional>

using namespace casebound;

class EndSignalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceThatTheProgramIsToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("shut down") << SIGTERM;
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("hung up") << SIGHUP;
    }
    void tellsOnceThatTheProgramIsToEnd()
    {
        QFETCH(int, signal);
        std::optional<EndSignals> signals(std::in_place);
        const QSignalSpy wanted(&*signals, &EndSignals::endWanted);
        QCOMPARE(std::raise(signal), 0);
        QCOMPARE(wanted.size(), 0); // not within the handler
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(std::raise(signal), 0);
        QCOMPARE(std::raise(SIGTERM), 0);
        QTest::qWait(0);
        QCOMPARE(wanted.size(), 1);
        signals.reset(); // what is destroyed later than it ends in order, too
        QCOMPARE(std::raise(signal), 0);
        QCOMPARE(std::raise(SIGHUP), 0);
    }
    void leavesTheSignalsAsTheyWereWhereNobodyAsked()
    {
        std::signal(SIGTERM, SIG_DFL);
        struct sigaction before{}, during{}, after{};
        ::sigaction(SIGTERM, nullptr, &before);
        {
            const EndSignals signals;
            ::sigaction(SIGTERM, nullptr, &during);
        }
        ::sigaction(SIGTERM, nullptr, &after);
        QVERIFY(during.sa_handler != before.sa_handler);
        QVERIFY(after.sa_handler == before.sa_handler);
    }
};

QTEST_GUILESS_MAIN(EndSignalsTest)
#include "EndSignalsTest.moc"
