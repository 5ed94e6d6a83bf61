// Whether keys stay in memory: the program but its windows signs in, searches, locks, unlocks and signs out, and looks through all of its
// own memory after each.
// What to look for is told, masked, by a process of its own, so that this one never had it but through the program.
#include "integration/MemoryScan.h"
#include "integration/PracticeDesk.h"

#include "crypto/Digest.h"
#include "crypto/OpenSsl.h"
#include "crypto/Providers.h"
#include "office/PrivateFolder.h"
#include "store/CaseKeys.h"
#include "store/Database.h"

#include <openssl/core_names.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

/// The private number, as files have it and as OpenSSL keeps it.
void tellNumber(const char* name, const PrivateKey& key)
{
    BIGNUM* number = nullptr;
    QByteArray bytes(32, '\0');
    EVP_PKEY_get_bn_param(key.handle(), OSSL_PKEY_PARAM_PRIV_KEY, &number);
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), 32);
    BN_clear_free(number);
    QByteArray turned = bytes;
    std::ranges::reverse(turned);
    std::printf("%s, big-endian\t%s\n%s, little-endian\t%s\n", name, mask(bytes).toHex().constData(), name,
                mask(turned).toHex().constData());
}

void tellBytes(const char* name, const SecureBytes& key)
{
    const QByteArray bytes = key.view().toByteArray();
    std::printf("%s\t%s\n%s, in words\t%s\n", name, mask(bytes).toHex().constData(), name, mask(bytes.toHex()).toHex().constData());
}

int shell(const QString& command, const QString& in)
{
    QProcess process;
    process.setWorkingDirectory(in);
    process.start(u"bash"_s, {u"-c"_s, command});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

int tellNeedles(const QString& folder)
{
    auto office = TrainingOffice::openOrMake(folder, SystemClock());
    if (!office)
        return 1;
    auto credential = office->credential({.kind = CredentialChoice::Kind::PracticeAgent, .path = {}}, {}, SystemClock().now());
    const auto keys = office->keys(**credential);
    if (!keys)
        return 1;
    tellNumber("agent's key", (*credential)->key());
    tellNumber("workstation's key", keys->workstation().value());
    tellBytes("log's key", keys->audit());
    tellBytes("case file's key", keys->cases());
    tellBytes("office's key", keys->actor());
    // The agent's key once more, in a file under a passphrase that this process makes up.
    const QByteArray word = randomBytes(18).toBase64(QByteArray::Base64UrlEncoding);
    const QByteArray wide(reinterpret_cast<const char*>(QString::fromLatin1(word).utf16()), 2 * word.size());
    const auto file = writePkcs12((*credential)->key(), (*credential)->certificate(), {}, u"agent"_s, SecureBytes::copyOf(word));
    if (!file || !writePrivateFile(folder + u"/own.p12"_s, *file))
        return 1;
    std::printf("passphrase\t%s\npassphrase, as typed\t%s\n", mask(word).toHex().constData(), mask(wide).toHex().constData());
    return 0;
}

/// What a case is kept under, from a copy: the program has the file open for itself alone.
int tellLaterNeedles(const QString& folder)
{
    auto office = TrainingOffice::openOrMake(folder, SystemClock());
    if (!office)
        return 1;
    auto credential = office->credential({.kind = CredentialChoice::Kind::PracticeAgent, .path = {}}, {}, SystemClock().now());
    const auto keys = office->keys(**credential);
    QTemporaryDir copies;
    if (!keys || shell(u"cp -a '%1' cases.db; cp -a '%1-wal' cases.db-wal; cp -a '%1.keys' cases.db.keys"_s.arg(office->caseFile()),
                       copies.path()) != 0)
        return 1;
    const auto database = Database::open(copies.filePath(u"cases.db"_s), keys->cases(), Database::caseSchema());
    const auto key = database ? CaseKeys(**database).key(CaseNumber(DeskCase)) : std::unexpected(database.error());
    if (!key)
        return 1;
    tellBytes("case's key", *key);
    for (const QFileInfo& one : QDir(copies.filePath(u"cases.db.keys"_s)).entryInfoList(QDir::Files)) {
        QFile file(one.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        tellBytes("case's secret", SecureBytes::copyOf(file.readAll()));
    }
    return 0;
}

} // namespace

class MemoryScanTest final : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const bool m_wiping;

    static std::vector<Needle> needles(const QString& folder, const QString& which = u"--needles"_s)
    {
        QProcess teller;
        teller.start(QCoreApplication::applicationFilePath(), {which, folder + u"/data/training"_s});
        teller.waitForFinished();
        std::vector<Needle> list;
        for (const QByteArray& line : teller.readAllStandardOutput().split('\n')) {
            if (const qsizetype tab = line.indexOf('\t'); tab > 0)
                list.push_back({.name = QString::fromLatin1(line.left(tab)), .masked = QByteArray::fromHex(line.mid(tab + 1))});
        }
        return list;
    }

public:
    explicit MemoryScanTest(bool wiping) : m_wiping(wiping) {}

private Q_SLOTS:
    void holdsNoKeyWhileLockedNorAfterSignOut()
    {
        QVERIFY(m_wiping);
        PracticeDesk desk(m_folder.filePath(u"data"_s), {});
        const std::vector<Needle> keys = needles(m_folder.path());
        QCOMPARE(keys.size(), 12U);
        const CredentialChoice own{.kind = CredentialChoice::Kind::File, .path = m_folder.filePath(u"data/training/own.p12"_s)};
        QVERIFY(desk.signIn(own, typed(keys)));
        QueryDraft draft = desk.draft(u"PMX4810"_s, u"US-TX"_s);
        const auto run = desk.session().queries().search(draft);
        QVERIFY(run && waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);
        seesEveryKey(keys, "signed in");

        desk.session().lock();
        seesNoKey(keys, "locked");
        QCOMPARE((*run)->reads().size(), 40U); // what the person had is still there

        QVERIFY(!desk.session().unlock(u"not the passphrase"_s));
        seesNoKey(keys, "locked, after a wrong passphrase");

        QVERIFY(desk.session().unlock(typed(keys)));
        draft.plate = u"PMC6B13"_s;
        const auto again = desk.session().queries().search(draft);
        QVERIFY(again && waitForEnd(**again));
        QCOMPARE((*again)->state(), QueryRun::State::Complete);
        seesEveryKey(keys, "unlocked");

        desk.session().lock();
        seesNoKey(keys, "locked again");
        QVERIFY(desk.session().unlock(typed(keys)));
        desk.signOut();
        seesNoKey(keys, "signed out");
    }

    // The key of a case is there for the moment in which it is used.
    void holdsNoKeyOfACase()
    {
        QVERIFY(m_wiping);
        QTemporaryDir folder;
        PracticeDesk desk(folder.filePath(u"data"_s), {});
        QVERIFY(desk.signIn());
        const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
        QVERIFY(run && waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);
        QVERIFY(desk.session().verification().judge(**run, 0, Verdict::Unreadable, u"Too dark"_s));
        QVERIFY(desk.session().cases().keep(**run, 0, u"Shows another lorry"_s, true));
        QCOMPARE(desk.session().cases().keptReads(CaseNumber(DeskCase)).size(), 1U);
        const std::vector<Needle> keys = needles(folder.path(), u"--later"_s);
        QCOMPARE(keys.size(), 4U); // case's key and secret, each in bytes and in words
        seesNoKey(keys, "kept");
        desk.session().lock();
        seesNoKey(keys, "locked");
        QVERIFY(desk.session().unlock(desk.workstation().office().passphrase()));
        QCOMPARE(desk.session().cases().keptReads(CaseNumber(DeskCase)).size(), 1U);
        seesNoKey(keys, "unlocked, and the read opened again");
        desk.signOut();
        seesNoKey(keys, "signed out");
    }

private:
    /// The passphrase as a line edit hands it over; nobody else holds it.
    static QString typed(const std::vector<Needle>& keys)
    {
        const QByteArray& masked = std::ranges::find(keys, u"passphrase"_s, &Needle::name)->masked;
        QString text(masked.size(), QChar());
        for (qsizetype n = 0; n < masked.size(); ++n)
            text[n] = QLatin1Char(static_cast<char>(masked[n] ^ needleMask));
        return text;
    }
    static QStringList found(const std::vector<Needle>& keys, const char* when)
    {
        QCoreApplication::processEvents();
        std::size_t read = 0;
        const QStringList names = scanOwnMemory(keys, &read);
        qInfo("%s, %zu MiB: %s", when, read >> 20, qPrintable(names.join(u", "_s)));
        return names;
    }
    /// A search that found none now would find none afterwards either. The passphrase is wiped as soon as it was used.
    static void seesEveryKey(const std::vector<Needle>& keys, const char* when)
    {
        const QStringList there = found(keys, when);
        for (const char* name : {"agent's key", "workstation's key", "log's key", "case file's key", "office's key"})
            QVERIFY2(!there.filter(QLatin1StringView(name)).isEmpty(), name);
        QCOMPARE(there.filter(u"passphrase"_s), QStringList());
    }
    static void seesNoKey(const std::vector<Needle>& keys, const char* when) { QCOMPARE(found(keys, when), QStringList()); }
};

int main(int argc, char* argv[])
{
    const bool wiping = wipeFreedMemory(); // as protectProcess() does; the rest of it would keep this process from its own memory
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--needles") == 0)
        return tellNeedles(QString::fromLocal8Bit(argv[2]));
    if (argc == 3 && qstrcmp(argv[1], "--later") == 0)
        return tellLaterNeedles(QString::fromLocal8Bit(argv[2]));
    MemoryScanTest test(wiping);
    return QTest::qExec(&test, argc, argv);
}

#include "MemoryScanTest.moc"
