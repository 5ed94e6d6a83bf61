#include "domain/AlertCsv.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class AlertCsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRowsByTheirColumnsNames()
    {
        const auto rows = parseAlertCsv("\xEF\xBB\xBFReason, Plate ,jurisdiction,expires\r\n"
                                        "\"Seen at the depot, \"\"gate 2\"\"\",TST 1234,US-TX,2027-01-31\r\n"
                                        "\r\n"
                                        "\"two\nlines\",TST5678,NM,\n");
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().detail));
        QCOMPARE(rows->size(), 2U);
        QCOMPARE((*rows)[0], (AlertCsvRow{.line = 2,
                                          .plate = u"TST 1234"_s,
                                          .jurisdiction = u"US-TX"_s,
                                          .reason = u"Seen at the depot, \"gate 2\""_s,
                                          .expires = u"2027-01-31"_s}));
        QCOMPARE((*rows)[1].line, 4);
        QCOMPARE((*rows)[1].reason, u"two\nlines"_s);
    }

    void refusesAFileWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<AlertCsvProblem>("problem");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const QByteArray& bytes, AlertCsvProblem problem, int line) {
            QTest::newRow(name) << bytes << problem << line;
        };
        const QByteArray head = "plate,jurisdiction,reason\n";
        row("nothing", "", AlertCsvProblem::NoRows, 0);
        row("a header alone", head, AlertCsvProblem::NoRows, 0);
        row("no column for the reason", "plate,jurisdiction\nA,B\n", AlertCsvProblem::MissingColumn, 1);
        row("a column nobody knows", "plate,jurisdiction,reason,colour\n", AlertCsvProblem::UnknownColumn, 1);
        row("a column twice", "plate,plate,jurisdiction,reason\n", AlertCsvProblem::DoubledColumn, 1);
        row("a field too few", head + "A,B,C\nA,B\n", AlertCsvProblem::FieldCount, 3);
        row("a field too many", head + "A,B,C,D\n", AlertCsvProblem::FieldCount, 2);
        row("a quote inside", head + "A\"B,B,C\n", AlertCsvProblem::Quote, 2);
        row("text behind a quote", head + "\"A\"x,B,C\n", AlertCsvProblem::Quote, 2);
        row("a quote without an end", head + "A,B,\"C\n\n", AlertCsvProblem::Quote, 2);
        row("not UTF-8", head + "A,B,\xFF\n", AlertCsvProblem::NotUtf8, 0);
        row("a long field", head + "A,B," + QByteArray(4'097, 'x') + '\n', AlertCsvProblem::FieldTooLong, 2);
        row("2,501 rows", head + QByteArray("A,B,C\n").repeated(2'501), AlertCsvProblem::TooManyRows, 2'502);
        row("over a megabyte", head + QByteArray(1 << 20, '\n'), AlertCsvProblem::TooLarge, 0);
    }
    void refusesAFileWhole()
    {
        QFETCH(QByteArray, bytes);
        const auto rows = parseAlertCsv(bytes);
        QVERIFY(!rows.has_value());
        QTEST(rows.error().problem, "problem");
        QTEST(rows.error().line, "line");
    }

    void aRowIsADraftOfItsOwn()
    {
        AlertDraft common;
        common.query.caseNumber = u"HB-2026-0417"_s;
        common.query.reasonText = u"not this one"_s;
        common.expires = QDate(2026, 12, 31);
        const AlertDraft plain = draftOf(common, {.line = 2, .plate = u"A"_s, .jurisdiction = u"B"_s, .reason = u"C"_s, .expires = {}});
        QCOMPARE(plain.query.caseNumber, common.query.caseNumber);
        QCOMPARE(plain.query.reasonText, u"C"_s); // a reason is never shared
        QCOMPARE(plain.expires, common.expires);
        QCOMPARE(draftOf(common, {.line = 2, .plate = {}, .jurisdiction = {}, .reason = {}, .expires = u"2027-01-31"_s}).expires,
                 QDate(2027, 1, 31));
        QVERIFY(!draftOf(common, {.line = 2, .plate = {}, .jurisdiction = {}, .reason = {}, .expires = u"31.1.27"_s}).expires.isValid());
    }
};

QTEST_GUILESS_MAIN(AlertCsvTest)
#include "AlertCsvTest.moc"
