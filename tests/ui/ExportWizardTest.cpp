// The case file's way out in the window, and its end: wizard, errors next to where they belong, cancel, hash; the disposal list.
#include "ui/export/ExportWizard.h"

#include "service/CaseDisposal.h"
#include "service/ExportVerdict.h"
#include "ui/CaseFilePage.h"
#include "ui/PageDesk.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/export/CaseFileEnd.h"
#include "ui/export/DisposalDialog.h"
#include "ui/export/RecipientList.h"
#include "ui/search/NoticeBar.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// Answers with the words it is given.
class WritingPrompt final : public Prompt {
public:
    std::optional<QString> note;
    QStringList told, asked;
    void ask(QWidget*, const PromptText&, std::function<void(bool)> answer) override { answer(true); }
    void askNote(QWidget*, const NotePrompt& question, std::function<void(std::optional<QString>)> answer) override
    {
        asked.append(question.text.text + u' ' + question.text.detail);
        answer(note);
    }
    void tell(QWidget*, const PromptText& notice, std::function<void()>) override { told.append(notice.text + u' ' + notice.detail); }
};

} // namespace

class ExportWizardTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ExportDesk> m_desk;
    std::unique_ptr<CaseDisposal> m_disposal;
    std::unique_ptr<CaseFilePage> m_page;
    WritingPrompt m_prompt;

    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_page, name);
    }
    void press(const char* name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString words(const char* notice) const { return part<NoticeBar>(notice)->words(); }

    void showPage(int reads, Role role = Role::Agent)
    {
        m_desk = std::make_unique<ExportDesk>(reads, role);
        m_desk->desk.profile.roster.front().certificateDer = m_desk->people.signer.der();
        m_desk->desk.clock.advance(SystemClock().now() - m_desk->desk.clock.now()); // the certificates are of today
        m_disposal = std::make_unique<CaseDisposal>(CaseDisposal::Parts{.log = *m_desk->desk.log,
                                                                        .cases = *m_desk->desk.cases,
                                                                        .kept = *m_desk->desk.kept,
                                                                        .profile = m_desk->desk.profile,
                                                                        .clock = m_desk->desk.clock,
                                                                        .actor = {.user = UserId(u"u-agent"_s), .role = role}});
        m_page = std::make_unique<CaseFilePage>(servicesOf(m_desk->desk), m_prompt);
        m_page->serve(*m_desk->service, *m_disposal);
        m_page->resize(1100, 800);
        m_page->show();
    }
    /// The wizard as far as its summary, without recipients; `name` in the desk's folder.
    void toSummary(const QString& name)
    {
        press("exportCase");
        press("exportNext");
        part<QCheckBox>("plainAcknowledged")->setChecked(true);
        press("exportNext");
        part<QLineEdit>("caseExportTarget")->setText(m_desk->out.filePath(name));
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, Appearance::Light); }
    void cleanup()
    {
        m_page.reset();
        m_disposal.reset();
        m_desk.reset();
        m_prompt = {};
    }

    void pageSaysHowLongTheReadsStay()
    {
        showPage(2);
        const QString open = part<WrapLabel>("caseRetention")->text();
        QVERIFY2(open.contains(u"75"_s) && open.contains(u"Enforcement Integrated Database"_s), qPrintable(open));
        QVERIFY(!part<QPushButton>("dueForDisposal")->isVisible()); // an agent's is not
        QVERIFY(m_desk->desk.caseService->close(CaseNumber(CaseText), u"Resolved"_s));
        const QString closed = part<WrapLabel>("caseRetention")->text();
        const int year = toDateTime(m_desk->desk.clock.now()).date().year() + 75;
        QVERIFY2(closed.contains(QString::number(year)), qPrintable(closed));
        picture(*m_page, u"case-file-end"_s);
    }

    void fromContentsToTheHash()
    {
        showPage(6);
        press("exportCase");
        QCOMPARE(part<QLabel>("contentsReads")->text(), u"6"_s);
        QCOMPARE(part<QLabel>("contentsUnverified")->text(), u"4"_s);
        picture(*part<ExportWizard>("exportWizard"), u"export-contents"_s);
        press("exportNext");
        picture(*part<ExportWizard>("exportWizard"), u"export-recipients"_s);
        // Nobody ticked, and nothing said: it stays here, and says why.
        press("exportNext");
        QCOMPARE(part<QStackedWidget>("exportSteps")->currentIndex(), 1);
        part<ExportWizard>("exportWizard")->recipients().addFile(savedRecipient());
        QVERIFY(!part<QCheckBox>("plainAcknowledged")->isVisible());
        QCOMPARE(part<QListWidget>("recipients")->count(), 2);
        press("exportNext");
        QVERIFY(part<QLineEdit>("caseExportTarget")->text().endsWith(u".zip.p7m"_s));
        QCOMPARE(part<QLabel>("summaryRecipients")->text(), u"court clerk"_s);
        QVERIFY(words("exportWarning").contains(u"unverified"_s));
        picture(*part<ExportWizard>("exportWizard"), u"export-summary"_s);
        const QString target = m_desk->out.filePath(u"case.zip.p7m"_s);
        part<QLineEdit>("caseExportTarget")->setText(target);
        press("exportNext");
        QTRY_VERIFY(part<QLineEdit>("caseExportHash")->isVisible());
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(part<QLineEdit>("caseExportHash")->text(),
                 QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha512).toHex()));
        press("copyHash");
        QCOMPARE(QApplication::clipboard()->text(), part<QLineEdit>("caseExportHash")->text());
        QVERIFY(verified(*m_desk, target).verdict() == VerifyVerdict::InOrder);
        picture(*part<ExportWizard>("exportWizard"), u"export-done"_s);
        press("exportCancel");
        QTRY_VERIFY(!m_page->findChild<ExportWizard*>());
    }

    void readsAreLeftOutOneByOneAndSoItIsSaid()
    {
        showPage(6);
        press("exportCase");
        QVERIFY(part<QLabel>("exportChoice")->text().startsWith(u"All 6"_s));
        press("chooseReads");
        auto* list = part<QListView>("choiceList");
        QVERIFY2(list->model()->index(1, 0).data().toString().contains(u"NOT CONFIRMED, contrary"_s),
                 qPrintable(list->model()->index(1, 0).data().toString()));
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(part<QLabel>("choiceCount")->text().startsWith(u"5 of 6"_s));
        picture(*part<QDialog>("readChoice"), u"export-choice"_s);
        press("cancelChoice");
        QTRY_VERIFY(!m_page->findChild<QDialog*>(u"readChoice"_s));
        QVERIFY(part<QLabel>("exportChoice")->text().startsWith(u"All 6"_s)); // not used
        press("chooseReads");
        list = part<QListView>("choiceList");
        press("tickNone");
        QVERIFY(part<QLabel>("choiceCount")->text().startsWith(u"0 of 6"_s));
        press("tickAll");
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        press("useChoice");
        QTRY_VERIFY(!m_page->findChild<QDialog*>(u"readChoice"_s));
        QVERIFY(part<QLabel>("exportChoice")->text().startsWith(u"5 of 6"_s));
        QCOMPARE(part<QLabel>("contentsReads")->text(), u"5"_s);
        picture(*part<ExportWizard>("exportWizard"), u"export-contents-chosen"_s);
        press("exportNext");
        part<QCheckBox>("plainAcknowledged")->setChecked(true);
        press("exportNext");
        QCOMPARE(part<QLabel>("summaryReads")->text(), u"5"_s);
        QCOMPARE(part<QLabel>("summaryLeftOut")->text(), u"1"_s);
        part<QLineEdit>("caseExportTarget")->setText(m_desk->out.filePath(u"x.zip"_s));
        press("exportNext");
        QTRY_VERIFY(part<QLineEdit>("caseExportHash")->isVisible());
        const BagReport report = verified(*m_desk, m_desk->out.filePath(u"x.zip"_s));
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QCOMPARE(report.reads, 5);
    }

    void targetThatIsThereIsSaidNextToIt()
    {
        showPage(1);
        toSummary(u"there"_s);
        QVERIFY(QFile(m_desk->out.filePath(u"there"_s)).open(QIODevice::WriteOnly));
        press("exportNext");
        auto* target = part<QLineEdit>("caseExportTarget");
        QVERIFY(target->isVisible() && target->accessibleDescription().contains(u"It was not touched"_s));
        target->setText(m_desk->out.filePath(u"missing/x"_s));
        press("exportNext");
        QVERIFY(target->accessibleDescription().contains(u"a folder that exists"_s));
        target->setText(m_desk->out.filePath(u"new.zip"_s));
        press("exportNext");
        QTRY_VERIFY(part<QLineEdit>("caseExportHash")->isVisible());
        QVERIFY(words("caseExportNotice").contains(u"in order"_s));
    }

    void cancelledNothingIsLeftAndItCanBeBegunAgain()
    {
        showPage(12);
        toSummary(u"x.zip"_s);
        QSignalSpy progressed(m_desk->service.get(), &CaseExport::progressed);
        press("exportNext");
        QTRY_VERIFY(progressed.size() > 3);
        press("exportCancel");
        QTRY_VERIFY(!m_desk->service->isRunning());
        QVERIFY2(words("caseExportNotice").contains(u"Nothing is left of it"_s), qPrintable(words("caseExportNotice")));
        QVERIFY(m_desk->left().isEmpty());
        press("exportBack");
        press("exportNext");
        QTRY_VERIFY(part<QLineEdit>("caseExportHash")->isVisible());
        QCOMPARE(m_desk->left(), QStringList{u"x.zip"_s});
    }

    void faultsAreSaidWithWhatWasNotDone()
    {
        showPage(2);
        m_desk->service->setCheck([](const QString&) { return u"fault"_s; });
        toSummary(u"x.zip"_s);
        press("exportNext");
        QTRY_VERIFY(words("caseExportNotice").contains(u"must not be handed on"_s));
        QVERIFY(m_desk->left().isEmpty());
        QVERIFY(part<QPushButton>("exportBack")->isVisible());
    }

    void certificateFilesThatAreNoneAreRefusedInWords()
    {
        showPage(1);
        press("exportCase");
        press("exportNext");
        QFile file(m_desk->out.filePath(u"cert"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
        file.close();
        part<ExportWizard>("exportWizard")->recipients().addFile(file.fileName());
        QVERIFY(part<QPushButton>("addCertificate")->accessibleDescription().contains(u"holds no certificate"_s));
        QCOMPARE(part<QListWidget>("recipients")->count(), 1);
    }

    void lostKeyIsNotTakenForAnEmptyCase()
    {
        showPage(2);
        QVERIFY(QDir(m_desk->desk.folder.filePath(u"cases.db.keys"_s)).removeRecursively());
        Q_EMIT m_desk->desk.caseService->keptReadsChanged(CaseNumber(CaseText));
        m_page->focusCases();
        press("exportCase");
        QCOMPARE(m_prompt.told.size(), 1);
        QVERIFY2(m_prompt.told.front().contains(u"cannot be opened"_s), qPrintable(m_prompt.told.front()));
    }

    void supervisorDisposesOfWhatIsDueAfterConfirming()
    {
        showPage(2, Role::Supervisor);
        press("dueForDisposal");
        QVERIFY(!part<QTableWidget>("dueCases")->isVisible());
        m_page->findChild<DisposalDialog*>()->reject();
        QTRY_VERIFY(!m_page->findChild<DisposalDialog*>());
        QVERIFY(m_desk->desk.caseService->close(CaseNumber(CaseText), u"Resolved"_s));
        m_desk->desk.clock.advance(std::chrono::days(366) * 76);
        press("dueForDisposal");
        QCOMPARE(part<QTableWidget>("dueCases")->rowCount(), 1);
        picture(*m_page->findChild<DisposalDialog*>(), u"disposal"_s);
        press("disposeCase"); // not confirmed
        QCOMPARE(m_prompt.asked.size(), 1);
        QVERIFY(m_prompt.asked.front().contains(u"cannot be undone"_s));
        QVERIFY(m_desk->desk.entries(u"case.disposed"_s).empty());
        m_prompt.note = u"Records officer; nobody holds it"_s;
        press("disposeCase");
        QCOMPARE(m_desk->desk.entries(u"case.disposed"_s).size(), 1U);
        QVERIFY(words("disposalNotice").contains(u"disposed of"_s));
        QVERIFY(!part<QTableWidget>("dueCases")->isVisible());
        QVERIFY(m_desk->desk.kept->forCase(CaseNumber(CaseText)).empty());
    }

private:
    [[nodiscard]] QString savedRecipient() const
    {
        QFile file(m_desk->out.filePath(u"clerk.pem"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_desk->people.recipient.pem()) <= 0)
            qFatal("cannot write");
        return file.fileName();
    }
};

QTEST_MAIN(ExportWizardTest)
#include "ExportWizardTest.moc"
