#include "office/OfficeKeys.h"

#include "office/OfficeMaker.h"
#include "office/PrivateFolder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class OfficeKeysTest : public QObject {
    Q_OBJECT

    OfficeMaker m_office{SystemClock().now()};
    QTemporaryDir m_folder;

    std::vector<Certificate> people(const QStringList& ids)
    {
        std::vector<Certificate> list;
        for (const QString& id : ids)
            list.push_back(m_office.person(id).certificate);
        return list;
    }
    QString file(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }
    static OfficeKeys fresh() { return *OfficeKeys::generate(SecureBytes::random(32)); }
    auto openedBy(const QString& id, const QString& path) { return OfficeKeys::open(path, *m_office.person(id).credential()); }

private Q_SLOTS:
    void keysTellWhoseSuccessorsTheyAre()
    {
        const OfficeKeys first = fresh(), stranger = fresh();
        const auto second = first.successor();
        auto third = second->successor();
        const auto publicKey = [](const OfficeKeys& keys) { return keys.workstation()->publicKeyDer(); };
        const auto envelope = third->wrap(std::array{m_office.person(u"a"_s).certificate});
        const auto read = OfficeKeys::unwrap(*envelope, *m_office.person(u"a"_s).credential());
        QVERIFY(read);
        for (const OfficeKeys* one : std::initializer_list<const OfficeKeys*>{&first, &*second, &*third})
            QVERIFY(read->descendFrom(publicKey(*one)));
        QVERIFY(!read->descendFrom(publicKey(stranger)));
        QVERIFY(!first.descendFrom(publicKey(*second))); // forwards only
        QVERIFY(!stranger.successor()->descendFrom(publicKey(first)));
    }

    void everyHolderOpensTheSameKeysAndNobodyElse()
    {
        OfficeKeys keys = fresh();
        QVERIFY(keys.save(file("keys"), people({u"a"_s, u"b"_s})));
        for (const QString& id : {u"a"_s, u"b"_s}) {
            const auto opened = openedBy(id, file("keys"));
            QVERIFY(opened);
            QVERIFY(opened->audit().equals(keys.audit()) && opened->cases().equals(keys.cases()) && opened->actor().equals(keys.actor()));
            QVERIFY(opened->workstationPkcs8().equals(keys.workstationPkcs8()));
            QCOMPARE(opened->generation(), 1U);
            QCOMPARE(opened->holders().size(), 2U);
        }
        QCOMPARE(openedBy(u"stranger"_s, file("keys")).error(), KeysFault::NotForYou);
        QCOMPARE(openedBy(u"a"_s, file("nothing")).error(), KeysFault::Missing);
    }

    void newcomersAreMissedUntilWrappedTo()
    {
        OfficeKeys keys = fresh();
        QVERIFY(keys.save(file("grow"), people({u"a"_s})));
        auto opened = openedBy(u"a"_s, file("grow"));
        QVERIFY(!opened->lacks(people({u"a"_s})));
        QVERIFY(opened->lacks(people({u"a"_s, u"new"_s})));
        QVERIFY(!openedBy(u"new"_s, file("grow")));
        QVERIFY(opened->save(file("grow"), people({u"a"_s, u"new"_s})));
        const auto newcomers = openedBy(u"new"_s, file("grow"));
        QVERIFY(newcomers);
        QVERIFY(newcomers->audit().equals(keys.audit()));
        QVERIFY(!newcomers->lacks(people({u"a"_s, u"new"_s})));
    }

    void whoeverLeftIsRememberedUntilTheKeysChange()
    {
        OfficeKeys keys = fresh();
        QVERIFY(keys.save(file("leave"), people({u"a"_s, u"left"_s})));
        // Wrapping anew without them does not make them forget what they hold.
        QVERIFY(keys.save(file("leave"), people({u"a"_s})));
        auto opened = openedBy(u"a"_s, file("leave"));
        QVERIFY(!openedBy(u"left"_s, file("leave")));
        QVERIFY(opened->heldByOthersThan(people({u"a"_s})));
        auto next = opened->successor();
        QVERIFY(next);
        QVERIFY(next->save(file("leave"), people({u"a"_s})));
        const auto changed = openedBy(u"a"_s, file("leave"));
        QVERIFY(!changed->heldByOthersThan(people({u"a"_s})));
        QCOMPARE(changed->generation(), 2U);
        QVERIFY(!changed->audit().equals(keys.audit()) && !changed->cases().equals(keys.cases()));
        QVERIFY(!changed->workstationPkcs8().equals(keys.workstationPkcs8()));
        QVERIFY(changed->actor().equals(keys.actor()));
        QCOMPARE(changed->formerAudit().size(), 1U);
        QVERIFY(changed->formerAudit().front().equals(keys.audit()));
    }

    void keysStandInNoFile()
    {
        OfficeKeys keys = fresh();
        QVERIFY(keys.save(file("plain"), people({u"a"_s})));
        QFile written(file("plain"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        for (const SecureBytes* key : {&keys.audit(), &keys.cases(), &keys.actor(), &keys.workstationPkcs8()}) {
            QVERIFY(!bytes.contains(key->view()));
            QVERIFY(!bytes.contains(key->view().toByteArray().toHex()));
        }
        QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void whatIsNoKeysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray key(64, 'a');
        OfficeKeys keys = fresh();
        const QByteArray signing = keys.workstationPkcs8().view().toByteArray().toHex();
        const QByteArray good =
            "casebound-keys 1\ngeneration 1\naudit " + key + "\ncases " + key + "\nactor " + key + "\nworkstation " + signing + '\n';
        QTest::newRow("nothing") << QByteArray("x");
        QTest::newRow("another version") << QByteArray(good).replace("keys 1", "keys 2");
        QTest::newRow("a short key") << QByteArray(good).replace("audit " + key, "audit " + key.chopped(2));
        QTest::newRow("capitals") << QByteArray(good).replace("audit " + key, "audit " + key.toUpper());
        QTest::newRow("a key twice") << good + "audit " + key + '\n';
        QTest::newRow("a missing key") << QByteArray(good).replace("cases " + key + '\n', "");
        QTest::newRow("an unknown word") << good + "colour red\n";
        QTest::newRow("no generation") << QByteArray(good).replace("generation 1\n", "");
        QTest::newRow("a signing key that is none") << QByteArray(good).replace(signing, "00ff");
        QTest::newRow("in order") << good;
    }
    void whatIsNoKeysIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto envelope = wrapSecret(text, people({u"a"_s}));
        const auto read = OfficeKeys::unwrap(*envelope, *m_office.person(u"a"_s).credential());
        const bool good = qstrcmp(QTest::currentDataTag(), "in order") == 0;
        QCOMPARE(read.has_value(), good);
        if (!good)
            QCOMPARE(read.error(), KeysFault::Damaged);
    }

    void anInterruptedReplacementLeavesTheOldFile()
    {
        OfficeKeys keys = fresh();
        QVERIFY(keys.save(file("cut"), people({u"a"_s})));
        QFile half(file("cut.new"));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
        half.close();
        QVERIFY(openedBy(u"a"_s, file("cut")));
        QVERIFY(keys.save(file("cut"), people({u"a"_s, u"b"_s}))); // and does not stand in the way of the next
        QVERIFY(openedBy(u"b"_s, file("cut")));
    }

    void holdersAreRosterAndRecovery()
    {
        const auto holders = keyHolders(m_office.profile());
        QVERIFY(holders);
        QCOMPARE(holders->size(), 3U);
        QCOMPARE(holders->back().commonName(), u"recovery"_s);
    }
};

QTEST_GUILESS_MAIN(OfficeKeysTest)
#include "OfficeKeysTest.moc"
