#include "ui/ClipboardGuard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QTest>

using namespace casebound;
using namespace std::chrono_literals;

class ClipboardGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clearsWhatWeCopiedAfterItsTime()
    {
        ClipboardGuard guard(50ms);
        QGuiApplication::clipboard()->setText(QStringLiteral("PMX417"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("PMX417"));
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().isEmpty(), 2000);
    }

    void aPictureIsClearedAsTextIs()
    {
        ClipboardGuard guard(50ms);
        QGuiApplication::clipboard()->setImage(QImage(40, 40, QImage::Format_RGB32));
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->image().isNull(), 2000);
    }

    void clearsAtOnceWhenLocked()
    {
        ClipboardGuard guard(60s);
        QGuiApplication::clipboard()->setText(QStringLiteral("PMX417"));
        guard.clearNow();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void clearsWhenTheSessionEnds()
    {
        {
            ClipboardGuard guard(60s);
            QGuiApplication::clipboard()->setText(QStringLiteral("PMX417"));
        }
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }
};

QTEST_MAIN(ClipboardGuardTest)
#include "ClipboardGuardTest.moc"
