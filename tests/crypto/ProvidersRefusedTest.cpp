// A process that asked for FIPS and did not get it. One test a process: providers are chosen once.
#include "crypto/Providers.h"

#include "crypto/PrivateKey.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class ProvidersRefusedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fipsThatCannotBeHadIsNotAnsweredWithSomethingElse()
    {
        QCOMPARE(loadProviders({.fips = true, .fipsConfiguration = u"/nonexistent/fipsmodule.cnf"_s}).error(),
                 ProviderFault::NoConfiguration);
        QVERIFY(!runsOnFipsProviderAlone());
        QCOMPARE(loadProviders({}).error(), ProviderFault::NoConfiguration);
        QCOMPARE(loadProviders({.fips = true}).error(), ProviderFault::NoConfiguration);
        QVERIFY(!PrivateKey::generateP256()); // nor by OpenSSL's own falling back
    }
};

QTEST_GUILESS_MAIN(ProvidersRefusedTest)
#include "ProvidersRefusedTest.moc"
