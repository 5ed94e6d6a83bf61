// The practice course as a trainee goes through it in the window, by keyboard alone: failed once, then passed, and the record saved.
#include "ui/PageList.h"
#include "ui/WindowDesk.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <array>

using namespace casebound;

class CoursePageTest final : public QObject {
    Q_OBJECT

    enum class Shown { Plate, Other, Nothing };

    std::unique_ptr<WindowDesk> m_desk;
    std::unique_ptr<ServiceDesk> m_reads; ///< Makes reads and their pictures; no more.
    MainWindow* m_window = nullptr;

    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_window, name);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
    bool isAt(const char* name) const
    {
        const QWidget* focus = QApplication::focusWidget();
        return focus && focus->objectName() == QLatin1StringView(name);
    }
    /// With Tab or F6, as somebody without a mouse would.
    bool goTo(const char* name, int key = Qt::Key_Tab) const
    {
        for (int n = 0; n < 40 && !isAt(name); ++n)
            press(key);
        return isAt(name);
    }
    QString step() const { return part<QLabel>("courseStep")->text(); }
    QTableView* queue() const
    {
        for (auto* view : m_window->findChildren<QTableView*>(u"queue"_s)) {
            if (view->isVisible())
                return view;
        }
        qFatal("no queue");
    }
    void answerTheVendor()
    {
        std::vector<ReadSpec> specs;
        for (int n = 0; n < 10; ++n)
            specs.push_back({.plate = u"PMC6B13"_s, .image = smallPicture(n), .queried = u"PMC6B13"_s});
        ReadSet reads = m_reads->page(specs);
        m_desk->office.vendor->images = m_reads->vendor.images;
        m_desk->office.vendor->calls.back()->page(std::move(reads), 10);
        m_desk->office.vendor->calls.back()->answer(10);
    }
    /// How many reads of the queue are newer than the one that is looked at.
    std::size_t place() const
    {
        const QAbstractItemModel& reads = *queue()->model();
        const auto time = [&](int row) { return reads.index(row, 0).data().toString(); };
        std::size_t newer = 0;
        for (int row = 0; row < reads.rowCount(); ++row)
            newer += time(row) > time(queue()->currentIndex().row()) ? 1 : 0;
        return newer;
    }
    /// `newestFirst`: what each read's picture shows.
    bool judge(int number, const std::array<Shown, 10>& newestFirst)
    {
        if (number > 0)
            press(Qt::Key_Space); // the next that nobody judged
        const Shown shown = newestFirst[place()];
        if (shown == Shown::Nothing) {
            press(Qt::Key_U);
        } else {
            press(Qt::Key_Return);
            if (!QTest::qWaitFor([this] { return isAt("whatTheImageShows"); }))
                return false;
            type(shown == Shown::Plate ? u"PMC6B13"_s : u"PMC6813"_s);
            press(Qt::Key_Return);
            press(shown == Shown::Plate ? Qt::Key_Y : Qt::Key_N);
        }
        if (shown != Shown::Plate) {
            if (!isAt("note"))
                return false;
            type(u"As the picture shows"_s);
            press(Qt::Key_Return);
        }
        return step().contains(u"%1 of 10"_s.arg(number + 1)) || (number == 9 && step().contains(u"request 1 of 2"));
    }
    /// What a careful reader of the request answers.
    int rightAnswer() const
    {
        const auto fact = [this](const char* name) { return part<QLabel>(name)->text(); };
        if (fact("requestCase") == u"none")
            return 1;
        if (fact("requestReason").size() < 25)
            return 2;
        return fact("requestReason").contains(u"depot") ? 4 : 3;
    }
    bool answer(int choice)
    {
        if (!qobject_cast<QAbstractButton*>(QApplication::focusWidget()))
            return false;
        press(Qt::Key_Space);
        for (int n = 0; n < choice; ++n)
            press(Qt::Key_Down);
        if (!goTo("giveAnswer")) {
            qDebug() << "NOGIVE" << QApplication::focusWidget() << step() << part<QPushButton>("giveAnswer")->isEnabled();
            return false;
        }
        press(Qt::Key_Space);
        return true;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<WindowDesk>();
        m_reads = std::make_unique<ServiceDesk>();
        m_desk->office.office.training = true;
        m_window = m_desk->open();
        m_window->resize(1280, 860);
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        auto* list = m_window->findChild<PageList*>();
        int row = 0;
        while (row < list->count() && list->item(row)->text() != PageGuide::nameOf(PageId::Course))
            ++row;
        press(Qt::Key_1 + row, Qt::ControlModifier);
        QTRY_VERIFY(isAt("beginCourse"));
        picture(*m_window, u"course-before"_s);
    }
    void cleanup()
    {
        m_window = nullptr;
        m_desk.reset();
        m_reads.reset();
    }

    void isFailedAndThenPassedByKeyboardAlone()
    {
        press(Qt::Key_Space);
        QTRY_COMPARE(m_desk->office.vendor->calls.size(), 1U);
        answerTheVendor();
        QTRY_VERIFY(step().contains(u"0 of 10"));
        queue()->setFocus(Qt::OtherFocusReason);
        std::array<Shown, 10> nothing{};
        nothing.fill(Shown::Nothing);
        picture(*m_window, u"course-reads"_s);
        for (int n = 0; n < 10; ++n)
            QVERIFY2(judge(n, nothing), qPrintable(step()));
        picture(*m_window, u"course-request"_s);
        QVERIFY(!part<QPushButton>("giveAnswer")->isEnabled()); // nothing was chosen yet
        for (int n = 0; n < 2; ++n)
            QVERIFY(answer(0));
        QVERIFY(part<QLabel>("courseScore")->text().startsWith(u"Not passed"));
        QVERIFY(!part<QPushButton>("saveRecord")->isEnabled());
        QVERIFY(isAt("courseAgain"));
        picture(*m_window, u"course-failed"_s);

        press(Qt::Key_Space);
        QTRY_COMPARE(m_desk->office.vendor->calls.size(), 2U);
        answerTheVendor();
        QTRY_VERIFY(step().contains(u"0 of 10"));
        queue()->setFocus(Qt::OtherFocusReason);
        using enum Shown;
        constexpr std::array shown{Plate, Other, Plate, Nothing, Plate, Other, Nothing, Plate, Other, Plate};
        for (int n = 0; n < 10; ++n)
            QVERIFY2(judge(n, shown), qPrintable(step()));
        for (int n = 0; n < 2; ++n)
            QVERIFY(answer(rightAnswer()));
        QVERIFY2(part<QLabel>("courseScore")->text().startsWith(u"Passed: 100 %"), qPrintable(part<QLabel>("courseScore")->text()));
        QVERIFY(isAt("courseCredential"));

        // The record, signed with the credential of a made-up person.
        type(u"/made/up/agent.p12"_s);
        QVERIFY(goTo("coursePin"));
        type(u"9999"_s);
        QVERIFY(goTo("courseTarget"));
        press(Qt::Key_A, Qt::ControlModifier);
        const QString target = m_desk->office.folder.filePath(u"record.json"_s);
        type(target);
        QVERIFY(goTo("saveRecord"));
        press(Qt::Key_Space);
        QVERIFY2(part<QLineEdit>("courseTarget")->accessibleDescription().contains(u"not right"),
                 qPrintable(part<QLineEdit>("courseTarget")->accessibleDescription()));
        QVERIFY(!QFile::exists(target));
        QVERIFY(isAt("coursePin") && part<QLineEdit>("coursePin")->text().isEmpty());
        picture(*m_window, u"course-passed"_s);
    }

    void saysWhyItCannotBegin()
    {
        press(Qt::Key_Space);
        QTRY_COMPARE(m_desk->office.vendor->calls.size(), 1U);
        m_desk->office.vendor->calls.back()->fail(VendorFault::Unreachable);
        QTRY_COMPARE(step(), u"Practice course"_s);
        const auto notices = m_window->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            notices, [](const QLabel* one) { return one->isVisible() && one->text().contains(u"did not give the ten reads"); }));
        picture(*m_window, u"course-refused"_s);
    }
};

QTEST_MAIN(CoursePageTest)
#include "CoursePageTest.moc"
