#include "ui/IdleWatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace casebound;
using namespace std::chrono_literals;

class IdleWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warnsThenExpires()
    {
        IdleWatch watch(300ms, 200ms);
        QSignalSpy warned(&watch, &IdleWatch::warned);
        QSignalSpy expired(&watch, &IdleWatch::expired);
        watch.start();
        QVERIFY(warned.wait(2000));
        QCOMPARE(expired.size(), 0);
        QVERIFY(expired.wait(2000));
        QCOMPARE(warned.size(), 1);
    }

    void aKeyAfterTheWarningExtends()
    {
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        IdleWatch watch(60s, 59900ms);
        QSignalSpy warned(&watch, &IdleWatch::warned);
        QSignalSpy stirred(&watch, &IdleWatch::stirred);
        watch.start();
        QVERIFY(warned.wait(2000));
        QTest::keyClick(&window, Qt::Key_A);
        QCOMPARE(stirred.size(), 1);
        QVERIFY(warned.wait(2000));
    }

    void saysNothingOnceStopped()
    {
        QWidget window;
        window.show();
        IdleWatch watch(60s, 60s);
        QSignalSpy warned(&watch, &IdleWatch::warned);
        watch.start();
        watch.stop();
        QTest::keyClick(&window, Qt::Key_A);
        QCoreApplication::processEvents();
        QCOMPARE(warned.size(), 0);
    }
};

QTEST_MAIN(IdleWatchTest)
#include "IdleWatchTest.moc"
