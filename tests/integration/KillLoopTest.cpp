#include "integration/PracticeDesk.h"
#include "support/Paths.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int wanted = 200;
constexpr quint32 seed = 20'261;

/// The words that must stand in no file, in every encoding a program could let slip.
QList<QByteArray> secrets()
{
    QList<QByteArray> list;
    for (const QString& text : {u"PMX4810"_s, DeskCase, DeskReason, DeskReason.first(20)}) {
        list += text.toUtf8();
        list += QStringEncoder(QStringEncoder::Utf16LE)(text);
        list += QStringEncoder(QStringEncoder::Utf16BE)(text);
    }
    return list;
}

QStringList filesWithSecrets(const QString& folder)
{
    QStringList found;
    const QList<QByteArray> words = secrets();
    QDirIterator every(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (every.hasNext()) {
        QFile file(every.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // gone again, or a socket
        const QByteArray bytes = file.readAll();
        for (const QByteArray& word : words) {
            if (bytes.contains(word))
                found += file.fileName();
        }
    }
    return found;
}

bool holdsSecret(const QByteArray& bytes)
{
    const QList<QByteArray> words = secrets();
    return std::ranges::any_of(words, [&](const QByteArray& word) { return bytes.contains(word); });
}

} // namespace

class KillLoopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchFindsAPlantedSecretInEveryEncoding()
    {
        QTemporaryDir folder;
        for (const QByteArray& word : secrets()) {
            QFile file(folder.filePath(u"x"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("abc" + word + "def");
            file.close();
            QVERIFY(!filesWithSecrets(folder.path()).isEmpty());
        }
    }

    void nothingIsSentUnloggedNothingIsLostAndNothingStandsInPlain()
    {
        QTemporaryDir home, outside;
        const QString record = outside.filePath(u"record.jsonl"_s);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name :
             {"HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            const QString place = home.filePath(QLatin1StringView(name));
            QVERIFY(QDir().mkpath(place));
            QVERIFY(QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
            environment.insert(QLatin1StringView(name), place);
        }
        const QString data = home.filePath(u"XDG_DATA_HOME/casebound"_s);

        QRandomGenerator random(seed);
        QByteArray said;
        QStringList found; // while a program was searching
        int done = 0, kills = 0, starts = 0, looks = 0;
        while (done < wanted) {
            QVERIFY2(++starts < 400, "no progress");
            QProcess child;
            child.setProcessEnvironment(environment);
            child.start(test::builtForTests(u"search_loop"_s), {data, record, QString::number(wanted - done)});
            bool ready = false;
            QTimer kill;
            kill.setSingleShot(true);
            QObject::connect(&kill, &QTimer::timeout, &child, [&] {
                ++kills;
                child.kill();
            });
            QObject::connect(&child, &QProcess::readyReadStandardOutput, &child, [&] {
                while (child.canReadLine()) {
                    const QByteArray line = child.readLine();
                    said += line;
                    done += line == "done\n" ? 1 : 0;
                    if (line == "done\n" && done % 5 == 0 && child.state() == QProcess::Running) {
                        found += filesWithSecrets(home.path());
                        ++looks;
                    }
                    if (line == "ready\n") {
                        ready = true;
                        kill.start(std::chrono::milliseconds(random.bounded(5, 900)));
                    }
                }
            });
            // One start in eight is killed before it is ready: opening must survive that too.
            if (starts % 8 == 0)
                kill.start(std::chrono::milliseconds(random.bounded(1, 600)));
            QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000));
            said += child.readAllStandardOutput() + child.readAllStandardError();
            QVERIFY2(ready || child.exitStatus() == QProcess::CrashExit,
                     QByteArray("ended by itself with " + QByteArray::number(child.exitCode())).constData());
            QCOMPARE(found + filesWithSecrets(home.path()), QStringList());
        }
        QVERIFY2(looks >= 10, QByteArray::number(looks).constData());
        QVERIFY2(kills >= 10, QByteArray::number(kills).constData());
        QVERIFY(!holdsSecret(said));

        PracticeDesk desk(data, {});
        struct Query {
            qint64 intent = -1;
            QString intendedAt;
            QStringList outcomes;
        };
        QHash<QString, Query> queries;
        int answered = 0, unknown = 0;
        for (const QByteArray& bytes : desk.publicEntries()) {
            const QJsonObject entry = QJsonDocument::fromJson(bytes).object();
            const QString event = entry["event"_L1].toString();
            Query& query = queries[entry["query_id"_L1].toString()];
            if (event == "query.intended"_L1) {
                QCOMPARE(query.intent, -1);
                query.intent = entry["seq"_L1].toInteger();
                query.intendedAt = entry["at"_L1].toString();
            } else if (QStringList{u"query.answered"_s, u"query.failed"_s, u"query.unknown"_s, u"query.withdrawn"_s}.contains(event)) {
                QVERIFY(query.intent >= 0);
                query.outcomes += event;
                answered += event == "query.answered"_L1 ? 1 : 0;
                unknown += event == "query.unknown"_L1 ? 1 : 0;
            }
        }
        queries.remove(QString());
        for (const Query& query : std::as_const(queries))
            QCOMPARE(query.outcomes.size(), 1);
        QVERIFY(answered >= wanted);

        QFile received(record);
        QVERIFY(received.open(QIODevice::ReadOnly));
        QSet<QString> seen;
        while (!received.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(received.readLine()).object();
            if (line["method"_L1].toString() != "POST"_L1)
                continue;
            const QString id = line["query_id"_L1].toString();
            QVERIFY2(queries.contains(id), qPrintable(id));
            // Same machine, same clock: the vendor's millisecond must not lie before the intent's.
            QVERIFY(line["at"_L1].toString().first(23) >= queries[id].intendedAt.first(23));
            seen.insert(id);
        }
        QVERIFY(seen.size() >= answered);
        QVERIFY(seen.size() <= queries.size());
        qInfo("%d starts, %d kills, %d looks for plain words while searching, %lld intents, %lld received, %d answered, %d unknown", starts,
              kills, looks, qlonglong(queries.size()), qlonglong(seen.size()), answered, unknown);
        QCOMPARE(filesWithSecrets(home.path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(KillLoopTest)
#include "KillLoopTest.moc"
