// Pages and menus follow the role table: what a person may not do is not there, or is shut and says why. (Services refuse it besides.)
#include "ui/MainMenu.h"
#include "ui/PageList.h"
#include "ui/WindowDesk.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

using namespace casebound;

namespace {

class IdleCare final : public LogCare {
public:
    QFuture<LogCheckResult> check(LogProgress, std::stop_token) override { return QtFuture::makeReadyValueFuture(LogCheckResult{}); }
    QFuture<LogExportResult> exportTo(const QString&, LogProgress, std::stop_token) override { return {}; }
    std::optional<LogExportResult> abandonExport() override { return std::nullopt; }
};

} // namespace

class RoleWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersThePagesOfTheRoleAndNoOther_data()
    {
        QTest::addColumn<Role>("role");
        QTest::newRow("agent") << Role::Agent;
        QTest::newRow("supervisor") << Role::Supervisor;
    }
    void offersThePagesOfTheRoleAndNoOther()
    {
        QFETCH(Role, role);
        WindowDesk desk;
        desk.office.office.training = true;
        desk.office.office.roster.front().role = role;
        desk.office.makeCare = [] { return std::make_unique<IdleCare>(); };
        MainWindow* window = desk.open();
        auto* list = window->findChild<PageList*>();
        QVERIFY(list);
        QStringList listed, inMenu;
        for (int row = 0; row < list->count(); ++row)
            listed += list->item(row)->text();
        for (int n = 1; const auto* action = window->findChild<QAction*>(u"actionPage%1"_s.arg(n)); ++n)
            inMenu += action->text();
        QCOMPARE(inMenu, listed);
        const Actor actor{.user = UserId(u"u-agent"_s), .role = role};
        for (const PageId page : {PageId::Search, PageId::Verify, PageId::Alerts, PageId::CaseFile, PageId::Review, PageId::Office,
                                  PageId::Quality, PageId::Course})
            QCOMPARE(listed.contains(PageGuide::nameOf(page)), may(actor, PageGuide::actionOf(page)));
        for (const auto& [name, action] :
             {std::pair(u"actionOpenCase"_s, Action::OpenCase), std::pair(u"actionCloseCase"_s, Action::CloseCase),
              std::pair(u"actionSearchForCase"_s, Action::Search)})
            QCOMPARE(window->findChild<QAction*>(name)->isEnabled(), may(actor, action));
    }

    void whatIsNotAllowedIsShutAndSaysWhy()
    {
        QMainWindow window;
        MainMenu menu(window, {PageId::Search});
        menu.follow([](Action action) { return action != Action::CloseCase; });
        auto *open = menu.findChild<QAction*>(u"actionOpenCase"_s), *close = menu.findChild<QAction*>(u"actionCloseCase"_s);
        QVERIFY(open->isEnabled() && !close->isEnabled());
        QVERIFY2(close->statusTip().contains(Words::of(Action::CloseCase)), qPrintable(close->statusTip()));
        QCOMPARE(close->toolTip(), close->statusTip());
        QVERIFY(open->statusTip().isEmpty());
        menu.setLocked(true);
        QVERIFY(!open->isEnabled());
        menu.setLocked(false); // unlocking gives nobody more than before
        QVERIFY(open->isEnabled() && !close->isEnabled());
    }
};

QTEST_MAIN(RoleWindowTest)
#include "RoleWindowTest.moc"
