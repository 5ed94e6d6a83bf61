// An answer comes once, or that it was given up; and neither where nobody waits any more.
#include "service/Answers.h"

#include <QPromise>
#include <QTest>

#include <memory>
#include <thread>

using namespace casebound;

class AnswersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QObject> m_waiting;
    QList<int> m_answers;

    void wait(const QFuture<int>& future)
    {
        whenAnswered(future, m_waiting.get(), -1, [this](int answer) { m_answers.append(answer); });
    }

private Q_SLOTS:
    void init()
    {
        m_waiting = std::make_unique<QObject>();
        m_answers.clear();
    }

    void anAnswerComesOnce()
    {
        wait(QtFuture::makeReadyValueFuture(7));
        QTRY_COMPARE(m_answers, QList{7});
        QCoreApplication::processEvents();
        QCOMPARE(m_answers, QList{7});
    }
    void whatWasGivenUpIsAnsweredToo()
    {
        auto promise = std::make_unique<QPromise<int>>();
        promise->start();
        wait(promise->future());
        promise.reset();
        QTRY_COMPARE(m_answers, QList{-1});
    }
    void whatWasGivenUpBeforeAnybodyWaitedIsAnsweredToo()
    {
        QPromise<int> promise;
        promise.start();
        promise.future().cancel();
        promise.finish();
        wait(promise.future());
        QTRY_COMPARE(m_answers, QList{-1});
    }
    void whoIsGoneIsToldNothing_data()
    {
        QTest::addColumn<bool>("givenUp");
        QTest::newRow("answered") << false;
        QTest::newRow("given up") << true;
    }
    void whoIsGoneIsToldNothing()
    {
        QFETCH(bool, givenUp);
        auto promise = std::make_unique<QPromise<int>>();
        promise->start();
        wait(promise->future());
        m_waiting.reset();
        if (!givenUp) {
            promise->addResult(7);
            promise->finish();
        }
        promise.reset();
        QCoreApplication::processEvents();
        QVERIFY(m_answers.isEmpty());
    }
    void whoGoesWhileTheAnswerIsOnItsWayIsToldNothing()
    {
        QPromise<int> promise;
        promise.start();
        wait(promise.future());
        std::thread([&] {
            promise.addResult(7);
            promise.finish();
        }).join();
        m_waiting.reset();
        QCoreApplication::processEvents();
        QVERIFY(m_answers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "AnswersTest.moc"
