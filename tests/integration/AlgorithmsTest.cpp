// What this program computes with, noted by a stand-in between OpenSSL and its FIPS module while an agent signs in, searches, looks and
// leaves. Every one must be in the page's table, and the table must hold no other.
#include "FipsRecorder.h"
#include "integration/PracticeDesk.h"

#include "crypto/Providers.h"
#include "support/Paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/provider.h>

using namespace casebound;
using namespace Qt::StringLiterals;

class AlgorithmsTest final : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void runsOnTheFipsProviderAlone()
    {
        QVERIFY(runsOnFipsProviderAlone());
        QStringList names;
        for (const QString& line : activeProviders())
            names += line.section(u':', 0, 0);
        QCOMPARE(names, QStringList({u"base"_s, u"fips"_s}));
        QCOMPARE(OSSL_PROVIDER_available(nullptr, "default"), 0);
        for (const char* unapproved : {"MD5", "RIPEMD160", "BLAKE2B-512"}) {
            EVP_MD* digest = EVP_MD_fetch(nullptr, unapproved, nullptr);
            QVERIFY(!digest);
        }
        for (const char* unapproved : {"CHACHA20-POLY1305", "ARIA-256-CBC", "CAMELLIA-256-CBC"}) {
            EVP_CIPHER* cipher = EVP_CIPHER_fetch(nullptr, unapproved, nullptr);
            QVERIFY(!cipher);
        }
        // Whoever loads providers again with other wishes is refused.
        QCOMPARE(loadProviders({.fips = false}).error(), ProviderFault::OtherChoice);
    }

    void usesWhatThePageLists()
    {
        {
            PracticeDesk desk(m_folder.filePath(u"data"_s), {});
            QVERIFY(desk.signIn());
            const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
            QVERIFY(run && waitForEnd(**run));
            QCOMPARE((*run)->state(), QueryRun::State::Complete);
            QFuture<Picture> picture = desk.session().verification().picture(**run, 0, ImageKind::Plate);
            QTRY_VERIFY_WITH_TIMEOUT(picture.isFinished(), 20'000);
            desk.signOut();
            QVERIFY(desk.signIn()); // opens what the first one wrote
        }
        QFile page(test::sourceFile(u"docs/cryptography.md"_s));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QStringList listed;
        static const QRegularExpression row(u"^\\| `([a-z -]+: [A-Za-z0-9-]+)` \\|"_s);
        for (const QString& line : QString::fromUtf8(page.readAll()).split(u'\n')) {
            if (const auto match = row.match(line); match.hasMatch())
                listed += match.captured(1);
        }
        listed.sort();
        const QStringList used = test::usedAlgorithms();
        qInfo("%s", qPrintable(used.join(u'\n')));
        QCOMPARE(used, listed);
    }
};

QTEST_GUILESS_MAIN(AlgorithmsTest)
#include "AlgorithmsTest.moc"
