// A form that was typed before the program ended, in the window.
#include "service/DraftService.h"
#include "ui/CaseContext.h"
#include "ui/PageDesk.h"
#include "ui/SearchPage.h"
#include "ui/Theme.h"
#include "ui/search/NoticeBar.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class DraftTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<DraftTable> m_table;
    std::unique_ptr<DraftService> m_drafts;
    AnsweringPrompt m_prompt;
    CaseContext m_context;
    std::unique_ptr<SearchPage> m_page;

    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_page, name);
    }
    void open()
    {
        PageServices services = servicesOf(*m_desk);
        services.drafts = m_drafts.get();
        m_page = std::make_unique<SearchPage>(services, m_context, m_prompt);
        m_page->resize(1280, 860);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }
    void init()
    {
        m_page.reset();
        m_desk = std::make_unique<ServiceDesk>();
        QVERIFY(m_desk->caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)));
        m_table = std::make_unique<DraftTable>(*m_desk->database);
        m_drafts = std::make_unique<DraftService>(*m_table, UserId(u"u-agent"_s), m_desk->clock);
    }
    void cleanupTestCase() { m_page.reset(); }

    void theFormIsFilledAndSaysWhy()
    {
        QueryDraft wide = m_desk->draft();
        wide.onBehalfOf = u"Other Officer"_s;
        wide.from = wide.to.addYears(-3);
        m_drafts->keep(wide);
        m_drafts->suspend();
        open();
        const QueryDraft now = m_page->draft();
        QCOMPARE(toBytes(now), toBytes(wide));
        QVERIFY2(now.from > wide.from, "each widening is an act of its own");
        QVERIFY(part<NoticeBar>("restoredDraft")->isVisible());
        QVERIFY(m_desk->vendor.calls.empty());
        picture(*m_page, u"search-restored"_s);
    }
    void whatIsTypedIsThereForTheNextStart()
    {
        open();
        QVERIFY(!part<NoticeBar>("restoredDraft")->isVisible());
        part<QLineEdit>("plate")->setText(PlateText);
        part<QPlainTextEdit>("reason")->setPlainText(ReasonText);
        m_drafts->suspend();
        open(); // as another start would
        QCOMPARE(part<QLineEdit>("plate")->text(), PlateText);
        QCOMPARE(part<QPlainTextEdit>("reason")->toPlainText(), ReasonText);
    }
    void emptyingTheFormForgetsIt()
    {
        m_drafts->keep(m_desk->draft());
        m_drafts->suspend();
        open();
        QTest::mouseClick(part<NoticeBar>("restoredDraft")->button(), Qt::LeftButton);
        QVERIFY(!part<NoticeBar>("restoredDraft")->isVisible());
        QCOMPARE(toBytes(m_page->draft()), toBytes(QueryDraft()));
        m_drafts->suspend();
        QVERIFY(!m_drafts->found());
    }
    void whatWasSentIsNoDraft()
    {
        m_drafts->keep(m_desk->draft());
        m_drafts->suspend();
        open();
        QTest::keyClick(part<QLineEdit>("plate"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->vendor.calls.size(), 1U);
        QVERIFY(!part<NoticeBar>("restoredDraft")->isVisible());
        m_drafts->suspend();
        QVERIFY(!m_drafts->found());
    }
};

QTEST_MAIN(DraftTest)
#include "DraftTest.moc"
