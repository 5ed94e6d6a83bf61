// The window that stands in for all others where the office profile is refused at the start.
#include "app/StartRefusal.h"

#include "ui/Words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

using namespace casebound;
using namespace Qt::StringLiterals;

class StartRefusalTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRefusalHasItsOwnWindow_data()
    {
        QTest::addColumn<ProfileFault>("fault");
        for (int code = 0; code <= static_cast<int>(ProfileFault::OtherProviders); ++code)
            QTest::addRow("fault %d", code) << static_cast<ProfileFault>(code);
    }
    void everyRefusalHasItsOwnWindow()
    {
        QFETCH(ProfileFault, fault);
        const ProfileProblem problem{.fault = fault, .member = u"<b>roster</b>"_s};
        QString title, text, more;
        Qt::TextFormat format = Qt::AutoText;
        QTimer::singleShot(0, qApp, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box)
                qFatal("There is no window.");
            title = box->windowTitle();
            text = box->text();
            more = box->informativeText();
            format = box->textFormat();
            box->button(QMessageBox::Close)->click();
        });
        StartRefusal::show(problem);
        const FailureWords words = Words::of(problem);
        QCOMPARE(text, words.happened);
        QVERIFY2(more.startsWith(words.consequence) && more.contains(u"written to the log"), qPrintable(more));
        QCOMPARE(format, Qt::PlainText);
        QVERIFY(!title.isEmpty());
    }
};

QTEST_MAIN(StartRefusalTest)
#include "StartRefusalTest.moc"
