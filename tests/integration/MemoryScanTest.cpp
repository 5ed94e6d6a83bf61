// Whether keys stay in memory: the program but its windows signs in, searches and signs out, and looks through all of its own memory.
// What to look for is told, masked, by a process of its own, so that this one never had it but through the program.
#include "integration/MemoryScan.h"
#include "integration/PracticeDesk.h"

#include "crypto/OpenSsl.h"
#include "crypto/Providers.h"

#include <openssl/core_names.h>

#include <QProcess>
#include <QRegularExpression>
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
    return 0;
}

} // namespace

class MemoryScanTest final : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const bool m_wiping;

    std::vector<Needle> needles() const
    {
        QProcess teller;
        teller.start(QCoreApplication::applicationFilePath(), {u"--needles"_s, m_folder.filePath(u"data/training"_s)});
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
    void holdsNoKeyOfTheOfficeAfterSignOut()
    {
        QVERIFY(m_wiping);
        PracticeDesk desk(m_folder.filePath(u"data"_s), {});
        const std::vector<Needle> keys = needles();
        QCOMPARE(keys.size(), 10U);
        QVERIFY(desk.signIn());
        const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
        QVERIFY(run && waitForEnd(**run));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);

        // While somebody is signed in the keys are there: a search that found none would find none afterwards either.
        std::size_t read = 0;
        const QStringList during = scanOwnMemory(keys, &read);
        qInfo("signed in, %zu MiB: %s", read >> 20, qPrintable(during.join(u", "_s)));
        for (const char* name : {"agent's key", "workstation's key", "log's key", "case file's key", "office's key"})
            QVERIFY2(!during.filter(QLatin1StringView(name)).isEmpty(), name);

        desk.signOut();
        QCoreApplication::processEvents();
        const QStringList after = scanOwnMemory(keys, &read);
        qInfo("signed out, %zu MiB: %s", read >> 20, qPrintable(after.join(u", "_s)));
        // Known and not yet removed: one copy of the person's own key, decrypted from its file, on the stack of the thread that opened it.
        QCOMPARE(after.filter(QRegularExpression(u"^(?!agent's key, big-endian)"_s)), QStringList());
    }
};

int main(int argc, char* argv[])
{
    const bool wiping = wipeFreedMemory(); // as protectProcess() does; the rest of it would keep this process from its own memory
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--needles") == 0)
        return tellNeedles(QString::fromLocal8Bit(argv[2]));
    MemoryScanTest test(wiping);
    return QTest::qExec(&test, argc, argv);
}

#include "MemoryScanTest.moc"
