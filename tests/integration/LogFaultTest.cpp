// A log at fault, through the whole program but its windows: nothing reaches the vendor, people may look, a supervisor goes on.
#include "integration/PracticeDesk.h"

#include "verify/LiveLogCheck.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

template <class T>
T wait(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, QDeadlineTimer(std::chrono::seconds(60))))
        qFatal("No answer.");
    return future.takeResult();
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        if (name != "audit.lock"_L1)
            files.insert(name, read(folder + u'/' + name));
    }
    return files;
}

const CredentialChoice agent{.kind = CredentialChoice::Kind::PracticeAgent, .path = {}};
const CredentialChoice supervisor{.kind = CredentialChoice::Kind::PracticeSupervisor, .path = {}};

} // namespace

class LogFaultTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    /// A data folder whose log has some entries, closed.
    QString sound()
    {
        const QString data = m_folder.filePath(QString::number(++m_number));
        PracticeDesk desk(data, {});
        if (!desk.signIn())
            qFatal("The first sign-in failed.");
        const QByteArray older = read(data + u"/training/log/audit.db"_s);
        desk.signOut();
        m_older[data] = older;
        return data;
    }
    QHash<QString, QByteArray> m_older;

    static void overwrite(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("The file cannot be tampered with.");
    }

private Q_SLOTS:
    void nothingIsSearchedAndPeopleMayLook_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"database deleted", "sidecar deleted", "sidecar altered", "database flipped", "plain database"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void nothingIsSearchedAndPeopleMayLook()
    {
        QFETCH(QString, kind);
        const QString data = sound(), log = data + u"/training/log"_s;
        if (kind == "database deleted"_L1) {
            QVERIFY(QFile::remove(log + u"/audit.db"_s));
        } else if (kind == "sidecar deleted"_L1) {
            QVERIFY(QFile::remove(log + u"/audit.head"_s));
        } else if (kind == "sidecar altered"_L1) {
            overwrite(log + u"/audit.head"_s, QByteArray(8192, 'x'));
        } else if (kind == "database flipped"_L1) {
            QByteArray bytes = read(log + u"/audit.db"_s);
            bytes[500] = static_cast<char>(bytes[500] ^ 0x10);
            overwrite(log + u"/audit.db"_s, bytes);
        } else {
            overwrite(log + u"/audit.db"_s, QByteArray("SQLite format 3\0", 16) + QByteArray(8176, 'x'));
        }
        const auto before = filesIn(log);

        const QString record = m_folder.filePath(u"record-"_s + QString::number(m_number));
        PracticeDesk desk(data, {u"--record"_s, record});
        SignIn& signIn = desk.workstation().signIn();
        for (const CredentialChoice& who : {agent, supervisor}) {
            auto pending = wait(signIn.begin(who, {}));
            QVERIFY(pending.has_value());
            QVERIFY((*pending)->logFault());
            // There is no session to search with …
            const auto refused = wait((*pending)->accept({}));
            QVERIFY(!refused && std::holds_alternative<LogFault>(refused.error().why));
            // … and one to look with.
            auto looking = (*pending)->inspect();
            QVERIFY(looking.has_value());
            const LogFaultReport& report = (*looking)->fault();
            QCOMPARE(QDir(report.logFolder), QDir(log));
            auto aside = filesIn(report.asideFolder);
            aside.remove(u"SHA256SUMS"_s);
            QVERIFY(aside == before);
            QVERIFY(filesIn(log) == before);

            const LogCheckResult checked = wait((*looking)->care().check({}, {}));
            QVERIFY2(checked.verdict == LogVerdict::FaultFound, qPrintable(checked.report));
            QVERIFY(!checked.report.isEmpty());
            QVERIFY(filesIn(log) == before);

            QCOMPARE((*looking)->mayBeginNew(), who.kind == supervisor.kind);
            if (who.kind == agent.kind) {
                const auto begun = (*looking)->beginNew(u"Because I would like to"_s);
                QVERIFY(!begun.has_value());
                QCOMPARE(begun.error(), BeginNewProblem::NotAllowed);
                QVERIFY(filesIn(log) == before);
            }
        }
        QVERIFY2(!read(record).contains("/v1/"), read(record)); // the vendor was asked nothing
    }

    void aSupervisorBeginsANewLogAndWorkGoesOn()
    {
        const QString data = sound(), log = data + u"/training/log"_s;
        overwrite(log + u"/audit.db"_s, m_older[data].isEmpty() ? QByteArray("x") : m_older[data]);
        const auto before = filesIn(log);
        {
            PracticeDesk desk(data, {});
            auto pending = wait(desk.workstation().signIn().begin(supervisor, {}));
            auto looking = (*pending)->inspect().value();
            QSignalSpy ended(looking.get(), &FaultSession::ended);
            QCOMPARE(looking->beginNew(u"too short"_s).error(), BeginNewProblem::ReasonMissing);
            QVERIFY(filesIn(log) == before);
            QVERIFY(looking->beginNew(u"The disk was replaced; the old log is with the examiner"_s).has_value());
            QCOMPARE(ended.size(), 1);
            QCOMPARE(looking->beginNew(u"The disk was replaced; the old log is with the examiner"_s).error(), BeginNewProblem::Done);
            looking.reset();
            pending->reset();

            QVERIFY(desk.signIn());
            QVERIFY(desk.session().logState().inOrder);
            QVERIFY(!desk.session().logExport()); // an agent's session
            const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
            QVERIFY(run);
            QVERIFY(waitForEnd(**run));
            QCOMPARE((*run)->state(), QueryRun::State::Complete);
            desk.signOut();
            QStringList events;
            for (const QByteArray& entry : desk.publicEntries())
                events += QJsonDocument::fromJson(entry).object()["event"_L1].toString();
            QCOMPARE(events.mid(0, 2), (QStringList{u"log.opened"_s, u"log.fault"_s}));
            QVERIFY(events.indexOf(u"log.begun"_s) > events.indexOf(u"banner.accepted"_s));
            QVERIFY(events.contains(u"query.intended"_s));
        }
        // The damaged one lies aside as it was, and its copies too.
        const QDir aside(log + u".aside"_s);
        const QStringList kept = aside.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(kept.size(), 2);
        for (const QString& name : kept) {
            auto files = filesIn(aside.filePath(name));
            files.remove(u"SHA256SUMS"_s);
            QVERIFY2(files == before, qPrintable(name));
        }
    }

    void aSupervisorExportsTheLogOnTheRecord()
    {
        const QString data = sound(), target = m_folder.filePath(u"export"_s);
        PracticeDesk desk(data, {});
        auto pending = wait(desk.workstation().signIn().begin(supervisor, {}));
        auto session = *wait((*pending)->accept({}));
        pending->reset();
        LogExport* logExport = session->logExport();
        QVERIFY(logExport);
        std::optional<LogExportResult> result;
        connect(logExport, &LogExport::finished, this, [&](const LogExportResult& done) { result = done; });
        const auto exported = [&](const QString& to) -> LogExportResult {
            result.reset();
            if (const auto begun = logExport->start(to); !begun)
                return std::unexpected(begun.error());
            if (!QTest::qWaitFor([&] { return result.has_value(); }, QDeadlineTimer(std::chrono::seconds(60))))
                qFatal("The export does not end.");
            return *result;
        };
        const std::uint64_t size = session->logState().entries;
        const auto copy = exported(target);
        QVERIFY(copy.has_value());
        QCOMPARE(copy->entries, size + 1); // its own intention is in it
        QCOMPARE(session->logState().entries, size + 2);
        QVERIFY(read(target + u"/checkpoint"_s).contains(copy->root.toBase64()));
        const VerifyReport report = checkExportedLog(target, {});
        QCOMPARE(report.faults.count(), 0u);
        QCOMPARE(report.entries, copy->entries);
        for (const QByteArray& secret : {QByteArray("Practice Two"), QByteArray("practice.supervisor")}) {
            for (const QString& file : QDir(target + u"/tile/entries"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
                QVERIFY(!read(target + u"/tile/entries/"_s + file).contains(secret));
        }

        QCOMPARE(exported(target).error(), LogExportProblem::TargetExists);
        QCOMPARE(exported(u"nowhere"_s).error(), LogExportProblem::BadTarget);
        QCOMPARE(exported(m_folder.filePath(u"missing/export"_s)).error(), LogExportProblem::BadTarget);
        QCOMPARE(exported(u"/proc/export"_s).error(), LogExportProblem::CannotWrite); // nobody writes there
        QCOMPARE(session->logState().entries, size + 4);                              // refused before, not on the record; tried: it is

        // Cancelled at once: what was begun is gone.
        QVERIFY(logExport->start(m_folder.filePath(u"cancelled"_s)).has_value());
        result.reset();
        logExport->cancel();
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error(), LogExportProblem::Cancelled);
        QCOMPARE(QDir(m_folder.path()).entryList({u"cancelled*"_s}), QStringList());

        // The session ends while one is written: its outcome is on the record all the same.
        QVERIFY(logExport->start(m_folder.filePath(u"left"_s)).has_value());
        session.reset();
        QCOMPARE(QDir(m_folder.path()).entryList({u"left*"_s}), QStringList());
        QStringList words;
        for (const QByteArray& bytes : desk.publicEntries()) {
            const QJsonObject entry = QJsonDocument::fromJson(bytes).object();
            if (entry["event"_L1].toString().startsWith("export."_L1))
                words += entry["event"_L1].toString() + u' ' + entry["outcome"_L1].toString();
        }
        QCOMPARE(words, (QStringList{u"export.intended log"_s, u"export.written log"_s, u"export.intended log"_s,
                                     u"export.failed cannot_write"_s, u"export.intended log"_s, u"export.failed cancelled"_s,
                                     u"export.intended log"_s, u"export.failed cancelled"_s}));
    }
};

QTEST_GUILESS_MAIN(LogFaultTest)
#include "LogFaultTest.moc"
