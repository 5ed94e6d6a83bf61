// 100 cases of each kind of tampering: the next opening, or a full check, finds every one. Writes the table that TAMPERING.md keeps.
#include "TamperKinds.h"
#include "support/Paths.h"

#include <QElapsedTimer>
#include <QTest>

using namespace casebound;
using namespace casebound::test;

namespace {

constexpr int casesEach = 100;

struct Row {
    QByteArray name, message;
    int opening = 0, full = 0, either = 0;
};

/// What the opening says, or logs before anything else; nothing where it saw nothing.
QString saidByOpening(Case& one)
{
    QString where;
    auto log = AuditLog::open(one.config, keyOf('k'), one.clock, &where);
    if (!log)
        return where.isEmpty() ? u"(no words)"_s : where;
    const auto size = (*log)->head().size;
    for (const StoredEntry& entry : (*log)->entries(size - std::min<std::uint64_t>(size, 12), 12)) { // the opening's own are the last
        const auto part = parsePublicPart(entry.publicBytes);
        const QByteArray event = part ? auditEventName(part->event) : "";
        if (event == "log.recovered" || event == "log.fault" || event == "clock.back")
            return u"logs %1%2"_s.arg(QString::fromLatin1(event), part->outcome.isEmpty() ? QString() : u" "_s + part->outcome) +
                   (where.isEmpty() ? QString() : u": "_s + where);
    }
    return {};
}

QString saidByCheck(const Case& one)
{
    QStringList seen;
    for (const QString& name : QDir(one.file(u"witness"_s)).entryList(QDir::Files, QDir::Name))
        seen.append(one.file(u"witness/"_s + name));
    const VerifyReport report = fullCheck(one.config.folder, *one.config.signingKey, seen);
    if (report.verdict() == VerifyVerdict::InOrder)
        return {};
    if (report.faults.list().empty())
        return report.cannotTell;
    const LedgerFault& fault = report.faults.list().front();
    QString words = QString::fromLatin1(ledgerFaultWords(fault.kind));
    if (!fault.place.isEmpty())
        words.prepend(QFileInfo(fault.place).fileName() + u": "_s);
    if (!fault.entry && !fault.detail.isEmpty() && !fault.detail.contains(u"root"))
        words += u" ("_s + fault.detail + u')';
    return fault.entry ? words + u" (entry %1)"_s.arg(*fault.entry) : words;
}

QByteArray table(const std::vector<Row>& rows, std::uint64_t size)
{
    QByteArray text = "# Tampering, and who finds it\n\n"
                      "Made by `tamper_test`, which compares this copy with what it finds. A log of " +
                      QByteArray::number(static_cast<qulonglong>(size)) +
                      " entries with a witness folder; "
                      "the cases differ in place, by a fixed seed.\n"
                      "What the opening does not look at (old entries, sealed results) the full check does: `casebound-verify log FOLDER "
                      "--db-key FILE`.\n\n"
                      "| kind | cases | found | at opening | by full check | in the first case it says |\n|---|---|---|---|---|---|\n";
    for (const Row& row : rows) {
        text += "| " + row.name + " | " + QByteArray::number(casesEach) + " | " + QByteArray::number(row.either) + " | " +
                QByteArray::number(row.opening) + " | " + QByteArray::number(row.full) + " | " + row.message + " |\n";
    }
    return text + "\nNot found by either: an older copy of the whole folder where the office keeps no witness folder, until a signed head "
                  "that was "
                  "handed out earlier (a review, an export) is given to `casebound-verify --witness`.\n";
}

/// Kinds and counts of a table; the messages may differ in numbers.
QByteArrayList counts(const QByteArray& text)
{
    QByteArrayList lines;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("| "))
            lines.append(line.first(line.lastIndexOf(" | ")));
    }
    return lines;
}

} // namespace

class TamperTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void untouchedLogsAreInOrder()
    {
        const Lives lives;
        for (const auto state : {&Lives::running, &Lives::closed}) {
            Case one(lives, 1);
            putTree(lives.*state, one.outer.path());
            QCOMPARE(saidByCheck(one), QString());
            QCOMPARE(saidByOpening(one), QString());
        }
        QVERIFY(lives.size > 550 && lives.size < 1000);
    }

    void everyCaseIsFound()
    {
        QElapsedTimer timer;
        timer.start();
        const Lives lives;
        std::vector<Row> rows;
        for (const TamperKind& kind : tamperKinds()) {
            Row row{.name = kind.name, .message = {}};
            for (int i = 0; i < casesEach; ++i) {
                Case one(lives, static_cast<quint32>(rows.size() * 1000) + static_cast<quint32>(i));
                putTree(lives.*kind.state, one.outer.path());
                kind.apply(one);
                const QString full = saidByCheck(one); // changes no file
                const QString opening = saidByOpening(one);
                row.full += !full.isEmpty();
                row.opening += !opening.isEmpty();
                row.either += !full.isEmpty() || !opening.isEmpty();
                if (i == 0)
                    row.message = (opening.isEmpty() ? full : opening).toUtf8();
                if (full.isEmpty() && opening.isEmpty())
                    qWarning("not found: %s, case %d", kind.name, i);
            }
            rows.push_back(row);
        }
        const QByteArray text = table(rows, lives.size);
        const QString written = test::builtForTests(u"store/faults/TAMPERING.md"_s);
        overwrite(written, text);
        qInfo("%zu kinds, %d cases each, %.1f s; the table is in %s", rows.size(), casesEach, static_cast<double>(timer.elapsed()) / 1000,
              qPrintable(written));
        for (const Row& row : rows)
            QVERIFY2(row.either == casesEach, row.name.constData());
        QFile kept(test::sourceFile(u"tests/store/faults/TAMPERING.md"_s));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(counts(kept.readAll()), counts(text));
    }
};

QTEST_GUILESS_MAIN(TamperTest)
#include "TamperTest.moc"
