#include "ui/BannerWindow.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace casebound;

namespace {

Banner bannerOf(int paragraphs)
{
    Banner banner{.version = QStringLiteral("3"), .text = {}, .sha256 = QByteArray(32, 'a')};
    for (int i = 0; i < paragraphs; ++i) {
        banner.text += QStringLiteral("You may search only for an open case of your office.\n\n");
    }
    return banner;
}

struct Parts {
    QTextEdit* text;
    QPushButton* accept;
    QPushButton* decline;
    explicit Parts(BannerWindow& window)
        : text(window.findChild<QTextEdit*>()),
          accept(window.findChild<QPushButton*>(QStringLiteral("accept"))),
          decline(window.findChild<QPushButton*>(QStringLiteral("decline")))
    {
    }
};

void open(BannerWindow& window)
{
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCoreApplication::processEvents();
}

} // namespace

class BannerWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheBeginningAndCannotBeAccepted()
    {
        BannerWindow window(bannerOf(60), QStringLiteral("Alex Sample"));
        open(window);
        const Parts parts(window);
        QVERIFY(parts.text->verticalScrollBar()->maximum() > 0);
        QCOMPARE(parts.text->verticalScrollBar()->value(), 0);
        QVERIFY(!parts.accept->isEnabled());
        QSignalSpy accepted(&window, &BannerWindow::accepted);
        QTest::mouseClick(parts.accept, Qt::LeftButton);
        QCOMPARE(accepted.size(), 0);
    }

    void opensAcceptanceAtTheEndByKeyboardAlone()
    {
        BannerWindow window(bannerOf(60), QStringLiteral("Alex Sample"));
        open(window);
        const Parts parts(window);
        QSignalSpy accepted(&window, &BannerWindow::accepted);
        QVERIFY(parts.text->hasFocus());
        QTest::keyClick(parts.text, Qt::Key_PageDown);
        QVERIFY(!parts.accept->isEnabled());
        QTest::keyClick(parts.text, Qt::Key_End);
        QTRY_VERIFY(parts.accept->isEnabled());
        QTest::keyClick(parts.text, Qt::Key_Tab);
        QVERIFY(parts.accept->hasFocus());
        QTest::keyClick(parts.accept, Qt::Key_Space);
        QCOMPARE(accepted.size(), 1);
    }

    void acceptsShortTextAtOnce()
    {
        BannerWindow window(bannerOf(1), QStringLiteral("Alex Sample"));
        open(window);
        QTRY_VERIFY(Parts(window).accept->isEnabled());
    }

    void scrollingBackKeepsAcceptanceOpen()
    {
        BannerWindow window(bannerOf(60), QStringLiteral("Alex Sample"));
        open(window);
        const Parts parts(window);
        QTest::keyClick(parts.text, Qt::Key_End);
        QTest::keyClick(parts.text, Qt::Key_Home);
        QVERIFY(parts.accept->isEnabled());
    }

    void declinesByEscape()
    {
        BannerWindow window(bannerOf(60), QStringLiteral("Alex Sample"));
        open(window);
        QSignalSpy declined(&window, &BannerWindow::declined);
        QTest::keyClick(Parts(window).text, Qt::Key_Escape);
        QCOMPARE(declined.size(), 1);
    }

    void closingTheWindowDeclinesOnce()
    {
        BannerWindow window(bannerOf(60), QStringLiteral("Alex Sample"));
        open(window);
        QSignalSpy declined(&window, &BannerWindow::declined);
        QSignalSpy accepted(&window, &BannerWindow::accepted);
        window.close();
        window.close();
        QCOMPARE(declined.size(), 1);
        QCOMPARE(accepted.size(), 0);
    }

    void tabNeverTrapsTheKeyboard()
    {
        BannerWindow window(bannerOf(60), QStringLiteral("Alex Sample"));
        open(window);
        const Parts parts(window);
        QTest::keyClick(parts.text, Qt::Key_End);
        QTRY_VERIFY(parts.accept->isEnabled());
        QWidget* seen[3] = {};
        for (QWidget*& where : seen) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            where = window.focusWidget();
        }
        QCOMPARE(seen[0], parts.accept);
        QCOMPARE(seen[1], parts.decline);
        QCOMPARE(seen[2], parts.text);
    }
};

QTEST_MAIN(BannerWindowTest)
#include "BannerWindowTest.moc"
