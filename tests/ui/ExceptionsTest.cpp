// An exception in the window: asked where the limit refuses, decided under Office.
#include "ui/review/ExceptionsPanel.h"

#include "service/ApprovalDesk.h"
#include "ui/CaseContext.h"
#include "ui/PageDesk.h"
#include "ui/SearchPage.h"
#include "ui/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// Answers with the words it is given.
class WritingPrompt final : public Prompt {
public:
    std::optional<QString> note;
    QStringList told;
    void ask(QWidget*, const PromptText&, std::function<void(bool)> answer) override { answer(true); }
    void askNote(QWidget*, const NotePrompt&, std::function<void(std::optional<QString>)> answer) override { answer(note); }
    void tell(QWidget*, const PromptText& notice, std::function<void()>) override { told.append(notice.text); }
};

const QString why = u"The suspect left the country in 2020; the depot was sold before"_s;

} // namespace

class ExceptionsTest : public QObject {
    Q_OBJECT

    const DeskPerson m_agent{u"u-agent"_s, Role::Agent}, m_supervisor{u"u-supervisor"_s, Role::Supervisor};
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<ApprovalService> m_approvals;
    std::unique_ptr<QueryService> m_queries;
    std::unique_ptr<CaseContext> m_context;
    WritingPrompt m_prompt;
    std::unique_ptr<QWidget> m_window;

    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_window, name);
    }

    void seat(const DeskPerson& person)
    {
        m_window.reset();
        m_queries.reset();
        sit(*m_desk->log, person);
        m_approvals = std::make_unique<ApprovalService>(approvalParts(*m_desk->log, m_desk->profile, m_desk->clock, person));
        m_queries = std::make_unique<QueryService>(QueryService::Parts{.log = *m_desk->log,
                                                                       .cases = *m_desk->cases,
                                                                       .vendor = m_desk->vendor,
                                                                       .profile = m_desk->profile,
                                                                       .capabilities = m_desk->capabilities,
                                                                       .clock = m_desk->clock,
                                                                       .actor = {.user = person.id, .role = person.role},
                                                                       .approvals = m_approvals.get()});
    }

    void showSearch(int yearsBack)
    {
        seat(m_agent);
        const PageServices services{.queries = *m_queries,
                                    .cases = *m_desk->caseService,
                                    .verification = *m_desk->verification,
                                    .profile = m_desk->profile,
                                    .clock = m_desk->clock,
                                    .user = m_agent.id};
        auto page = std::make_unique<SearchPage>(services, *m_context, m_prompt);
        page->chooseCase(CaseNumber(CaseText));
        m_window = std::move(page);
        m_window->resize(1280, 900);
        m_window->show();
        part<QComboBox>("purpose")->setCurrentIndex(0);
        part<QPlainTextEdit>("reason")->setPlainText(ReasonText);
        part<QLineEdit>("plate")->setText(PlateText);
        part<QComboBox>("jurisdiction")->setEditText(u"TX"_s);
        const QDate day = toDateTime(m_desk->clock.now()).toLocalTime().date().addYears(-yearsBack);
        part<QLineEdit>("from")->setText(day.toString(Qt::ISODate));
    }

    void showPanel(const DeskPerson& person)
    {
        seat(person);
        m_window = std::make_unique<ExceptionsPanel>(*m_approvals, u"practice"_s);
        m_window->resize(760, 420);
        m_window->show();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_desk->profile.roster = {m_agent.row(), m_supervisor.row()};
        m_context = std::make_unique<CaseContext>();
        m_prompt.told.clear();
        m_prompt.note = why;
        QVERIFY(m_desk->caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)));
    }
    void cleanup()
    {
        m_window.reset();
        m_queries.reset();
        m_approvals.reset();
        m_context.reset();
        m_desk.reset();
    }

    void isOfferedWhereTheLimitAloneRefuses()
    {
        showSearch(1);
        QVERIFY(part<QPushButton>("askException")->isHidden());
        showSearch(7);
        QVERIFY(!part<QPushButton>("askException")->isHidden());
        picture(*m_window, u"exception_offered"_s);
        part<QPlainTextEdit>("reason")->setPlainText(u"investigation"_s);
        QVERIFY(part<QPushButton>("askException")->isHidden());
        showSearch(11); // the vendor keeps ten years
        QVERIFY(part<QPushButton>("askException")->isHidden());
    }

    void asksWithAReason()
    {
        showSearch(7);
        m_prompt.note.reset(); // thought better of it
        part<QPushButton>("askException")->click();
        QVERIFY(m_desk->entries(u"exception.asked"_s).empty());
        m_prompt.note = u"because"_s;
        part<QPushButton>("askException")->click();
        QVERIFY(m_desk->entries(u"exception.asked"_s).empty());
        QCOMPARE(m_prompt.told.size(), 1);
        m_prompt.note = why;
        part<QPushButton>("askException")->click();
        QCOMPARE(m_desk->entries(u"exception.asked"_s).size(), 1U);
    }

    void isDecidedByKeyboardUnderOffice()
    {
        showSearch(7);
        part<QPushButton>("askException")->click();
        showPanel(m_agent);
        QVERIFY(part<QTableWidget>("exceptionsWaiting")->isHidden()); // never one's own
        showPanel(m_supervisor);
        auto* table = part<QTableWidget>("exceptionsWaiting");
        QCOMPARE(table->rowCount(), 1);
        QVERIFY(part<QLabel>("exceptionReason")->text().contains(why));
        picture(*m_window, u"exceptions_waiting"_s);

        auto* pin = part<QLineEdit>("exceptionPin");
        QTest::keyClicks(pin, u"4321"_s);
        QTest::keyClick(part<QPushButton>("approveException"), Qt::Key_Space);
        QVERIFY(m_desk->entries(u"exception.granted"_s).empty());
        QVERIFY(pin->text().isEmpty()); // what was typed stays nowhere
        picture(*m_window, u"exceptions_wrong_pin"_s);
        QTest::keyClicks(pin, u"1234"_s);
        QTest::keyClick(part<QPushButton>("refuseException"), Qt::Key_Space); // says not why
        QVERIFY(m_desk->entries(u"exception.refused"_s).empty());
        QTest::keyClicks(pin, u"1234"_s);
        QTest::keyClick(part<QPushButton>("approveException"), Qt::Key_Space);
        QCOMPARE(m_desk->entries(u"exception.granted"_s).size(), 1U);
        QVERIFY(table->isHidden());
        QVERIFY(!part<QLabel>("noExceptions")->isHidden());
        picture(*m_window, u"exceptions_none"_s);

        showSearch(7);
        QVERIFY(part<QPushButton>("askException")->isHidden()); // it is granted: the search goes
        part<QPushButton>("searchButton")->click();
        QCOMPARE(m_desk->vendor.calls.size(), 1U);
    }
};

QTEST_MAIN(ExceptionsTest)
#include "ExceptionsTest.moc"
