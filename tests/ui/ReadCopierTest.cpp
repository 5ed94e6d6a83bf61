// Copying and printing reads: the log first, and on paper and in the clipboard never less than the window says.
#include "ui/ReadCopier.h"

#include "ui/CaseContext.h"
#include "ui/CaseFilePage.h"
#include "ui/PageDesk.h"
#include "ui/ReadPaper.h"
#include "ui/SearchPage.h"
#include "ui/Theme.h"
#include "ui/TrainingMark.h"
#include "ui/map/MapPane.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QMimeData>
#include <QPdfWriter>
#include <QPrinter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class ReadCopierTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<CopyService> m_copies;
    std::unique_ptr<AnsweringPrompt> m_prompt;
    std::unique_ptr<CaseContext> m_context;
    std::unique_ptr<SearchPage> m_page;
    std::unique_ptr<ReadCopier> m_copier;
    std::unique_ptr<QSignalSpy> m_said;
    QueryRun* m_run = nullptr;
    QTemporaryDir m_folder;

    PageServices services()
    {
        PageServices made = servicesOf(*m_desk);
        made.copies = m_copies.get();
        return made;
    }
    void perform(ReadCopier::Deed deed)
    {
        m_copier->perform(deed, [this] { return m_page->sheet(); }, m_page.get());
    }
    /// A printer that writes a PDF; returns its bytes.
    QByteArray print(ReadCopier::Deed deed)
    {
        const QString path = m_folder.filePath(u"paper.pdf"_s);
        m_copier->setAskPrinter([&](QWidget*, const QString&, const std::function<void(QPrinter&)>& chosen) {
            QPrinter printer;
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            chosen(printer);
        });
        perform(deed);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, Appearance::Light); }
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_run = m_desk->search();
        m_desk->lastCall().page(m_desk->page({{.plate = PlateText, .image = smallPicture(1)},
                                              {.plate = PlateText, .image = smallPicture(2)},
                                              {.plate = u"TST1Z34"_s, .image = smallPicture(3)}}),
                                3);
        m_desk->lastCall().answer(3);
        QVERIFY(m_desk->verification->judge(*m_run, 1, Verdict::DifferentPlate, u"=2+3 is painted on it"_s) ||
                m_desk->verification->judge(*m_run, 1, Verdict::Unreadable, u"=2+3 is painted on it"_s));
        m_copies = std::make_unique<CopyService>(*m_desk->log, Actor{.user = m_desk->profile.roster.front().id, .role = Role::Agent});
        m_prompt = std::make_unique<AnsweringPrompt>();
        m_context = std::make_unique<CaseContext>();
        m_page = std::make_unique<SearchPage>(services(), *m_context, *m_prompt);
        m_page->resize(1280, 860);
        m_page->show();
        m_copier = std::make_unique<ReadCopier>(services(), u"Agent Made Up"_s, *m_prompt);
        m_said = std::make_unique<QSignalSpy>(m_copier.get(), &ReadCopier::announced);
        QApplication::clipboard()->clear();
    }
    void cleanup()
    {
        m_said.reset();
        m_copier.reset();
        m_page.reset();
        m_copies.reset();
        m_desk.reset();
    }

    void theTableIsCopiedAsItStandsWithTheStandingOfEachReadFirst()
    {
        perform(ReadCopier::Deed::CopyTable);
        const QMimeData* data = QApplication::clipboard()->mimeData();
        const QStringList lines = data->text().split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"Standing,Time,Age,Plate"_s));
        QVERIFY2(lines[1].startsWith(u"UNVERIFIED,"_s), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith(u"\"NOT CONFIRMED, contrary"_s) || lines[2].startsWith(u"NOT CONFIRMED"_s), qPrintable(lines[2]));
        QVERIFY(lines[2].contains(u"'=2+3 is painted on it"_s)); // no formula
        QVERIFY(!data->text().contains(PlateText));              // nobody typed it yet: the machine's text stays hidden
        QVERIFY(data->hasFormat(u"text/csv"_s));
        QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
        const QJsonObject entry = m_desk->entries(u"reads.copied"_s).back();
        QCOMPARE(entry["outcome"_L1].toString(), u"table_copied:2"_s);
        QCOMPARE(m_said->count(), 1);
        QVERIFY(m_said->front().front().toString().startsWith(u"2 reads copied"_s) ||
                m_said->front().front().toString().contains(u"copied"_s));
    }

    void nearMatchesAreCopiedWhereTheKeyboardIsAmongThem()
    {
        m_page->findChild<QTableView*>(u"nearMatches"_s)->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->findChild<QTableView*>(u"nearMatches"_s)->setFocus();
        perform(ReadCopier::Deed::CopyTable);
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.contains(u"\"UNVERIFIED, near match\""_s), qPrintable(text));
        QVERIFY(!text.contains(u"TST1Z34"_s));
    }

    void inTrainingEveryRowSaysSo()
    {
        m_desk->profile.training = true;
        perform(ReadCopier::Deed::CopyTable);
        const QStringList lines = QApplication::clipboard()->text().split(u"\r\n"_s, Qt::SkipEmptyParts);
        for (qsizetype n = 1; n < lines.size(); ++n)
            QVERIFY(lines[n].endsWith(TrainingMark::words()));
        QVERIFY(lines.size() > 1);
    }

    void theMapIsCopiedAsAPicture()
    {
        perform(ReadCopier::Deed::CopyMap);
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(qvariant_cast<QImage>(data->imageData()).height() > 100);
        QCOMPARE(m_desk->entries(u"reads.copied"_s).back()["outcome"_L1].toString(), u"map_copied:2"_s);
    }

    void whatTheLogRefusesIsNotInTheClipboard()
    {
        {
            const ServiceDesk::FullDisk full;
            perform(ReadCopier::Deed::CopyTable);
        }
        QVERIFY(QApplication::clipboard()->text().isEmpty());
        QCOMPARE(m_prompt->asked.size(), 1);
        QCOMPARE(m_said->count(), 0);
    }

    void aPersonWithoutTheRightCopiesNothing()
    {
        m_copies = std::make_unique<CopyService>(*m_desk->log, Actor{.user = UserId(), .role = std::nullopt});
        m_copier = std::make_unique<ReadCopier>(services(), QString(), *m_prompt);
        perform(ReadCopier::Deed::CopyTable);
        QVERIFY(QApplication::clipboard()->text().isEmpty());
        QCOMPARE(m_desk->events().back(), u"action.refused"_s);
        QCOMPARE(m_prompt->asked.size(), 1);
    }

    void tableAndMapArePrinted()
    {
        QVERIFY(print(ReadCopier::Deed::PrintTable).startsWith("%PDF"));
        QCOMPARE(m_desk->entries(u"reads.copied"_s).back()["outcome"_L1].toString(), u"table_printed:2"_s);
        QVERIFY(print(ReadCopier::Deed::PrintMap).startsWith("%PDF"));
        QCOMPARE(m_desk->entries(u"reads.copied"_s).back()["outcome"_L1].toString(), u"map_printed:2"_s);
        QCOMPARE(m_said->count(), 2);
    }

    void noPrinterMeansNoEntry()
    {
        m_copier->setAskPrinter([](QWidget*, const QString&, const std::function<void(QPrinter&)>&) {});
        const auto before = m_desk->entries().size();
        perform(ReadCopier::Deed::PrintTable);
        QCOMPARE(m_desk->entries().size(), before);
    }

    void aQueryThatEndedWhileAPrinterWasChosenIsNotPrinted()
    {
        std::function<void(QPrinter&)> later;
        m_copier->setAskPrinter([&](QWidget*, const QString&, std::function<void(QPrinter&)> chosen) { later = std::move(chosen); });
        perform(ReadCopier::Deed::PrintTable);
        m_desk->queries->close(*m_run, QueryRun::EndReason::Closed);
        const auto before = m_desk->entries().size();
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_folder.filePath(u"gone.pdf"_s));
        later(printer);
        QCOMPARE(m_desk->entries().size(), before);
        QVERIFY(!QFile::exists(m_folder.filePath(u"gone.pdf"_s)));
        QVERIFY(m_said->back().front().toString().contains(u"Nothing was printed"_s));
    }

    void aLongTableGoesOverPagesEachWithItsHead()
    {
        std::vector<QStringList> rows;
        for (int n = 0; n < 200; ++n)
            rows.push_back({u"UNVERIFIED"_s, u"row %1"_s.arg(n), u"<b>no markup</b> & nothing lost"_s});
        const QString path = m_folder.filePath(u"long.pdf"_s);
        {
            QPdfWriter pdf(path);
            pdf.setResolution(150);
            QVERIFY(ReadPaper::table(pdf, {.title = u"Reads"_s, .made = u"made"_s, .training = true}, {u"Standing"_s, u"Row"_s, u"Note"_s},
                                     rows));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r") + pdf.count("/Type/Page/") + pdf.count("/Type /Page ") >= 3 ||
                pdf.contains("/Count 4") || pdf.contains("/Count 5") || pdf.contains("/Count 3") || pdf.contains("/Count 6"));
    }

    void emptyPagesHaveNothingToCopy()
    {
        m_copier->perform(ReadCopier::Deed::CopyTable, [] { return std::optional<ReadSheet>(); }, m_page.get());
        QVERIFY(m_said->back().front().toString().contains(u"no reads here"_s));
        QVERIFY(m_desk->entries(u"reads.copied"_s).empty());
    }

    void keptReadsAreCopiedWithWhatTheyWereKeptAs()
    {
        QVERIFY(m_desk->caseService->keep(*m_run, 1, u"Shows another van at the depot"_s, true));
        CaseFilePage file(services(), *m_prompt);
        file.resize(1200, 800);
        file.show();
        m_copier->perform(ReadCopier::Deed::CopyTable, [&] { return file.sheet(); }, &file);
        const QStringList lines = QApplication::clipboard()->text().split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].contains(u"NOT CONFIRMED, contrary"_s) && lines[1].contains(u"Shows another van at the depot"_s),
                 qPrintable(lines[1]));
        const QJsonObject entry = m_desk->entries(u"reads.copied"_s).back();
        QCOMPARE(entry["private"_L1].toObject()["case_number"_L1].toString(), CaseText);
    }
};

QTEST_MAIN(ReadCopierTest)
#include "ReadCopierTest.moc"
