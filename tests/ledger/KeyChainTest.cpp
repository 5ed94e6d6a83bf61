#include "ledger/KeyChain.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class KeyChainTest : public QObject {
    Q_OBJECT

    const QByteArray m_origin = "casebound/office/desk-1";
    std::vector<CheckpointSigner> m_signers;
    const Hash m_root = sha256("made-up root");

    [[nodiscard]] KeyAnnouncement announced(std::size_t from, std::size_t to, std::uint64_t size) const
    {
        return readAnnouncement(announceKey(m_signers[from], size, m_root, m_signers[to].verifierKey()).value()).value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < 4; ++i)
            m_signers.push_back(CheckpointSigner::create(m_origin, PrivateKey::generateP256().value()).value());
    }

    void saysWhatWasAnnounced()
    {
        const KeyAnnouncement read = announced(0, 1, 12);
        QCOMPARE(read.before, (Checkpoint{.origin = m_origin, .size = 12, .root = m_root}));
        QCOMPARE(read.oldKey, m_signers[0].verifierKey());
        QCOMPARE(read.newKey, m_signers[1].verifierKey());
    }

    void announcesOnlyAnotherKeyOfThisLog()
    {
        QVERIFY(!announceKey(m_signers[0], 1, m_root, m_signers[0].verifierKey()));
        const auto foreign = VerifierKey::fromPublicKey("casebound/office/desk-2", m_signers[1].verifierKey().publicKeyDer()).value();
        QVERIFY(!announceKey(m_signers[0], 1, m_root, foreign));
    }

    void refusesWhatTheOldKeyDidNotSign()
    {
        const QByteArray good = announceKey(m_signers[0], 12, m_root, m_signers[1].verifierKey()).value();
        const QByteArray old = m_signers[0].verifierKey().text(), next = m_signers[1].verifierKey().text();
        QVERIFY(readAnnouncement(good));
        // Every byte altered.
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray altered = good;
            altered[i] = static_cast<char>(altered[i] ^ 1);
            QVERIFY2(!readAnnouncement(altered), altered.constData());
        }
        // Signed by the new key, by a third, by nobody; other lines.
        const auto signedBy = [&](std::size_t who, const std::vector<QByteArray>& lines) {
            return m_signers[who].sign(12, m_root, lines).value();
        };
        const std::vector<QByteArray> lines{"old-key " + old, "new-key " + next};
        QVERIFY(readAnnouncement(signedBy(0, lines)));
        QCOMPARE(readAnnouncement(signedBy(1, lines)).error(), CheckpointProblem::UnknownKey);
        QCOMPARE(readAnnouncement(signedBy(2, lines)).error(), CheckpointProblem::UnknownKey);
        QVERIFY(!readAnnouncement(signedBy(0, {lines[1], lines[0]})));
        QVERIFY(!readAnnouncement(signedBy(0, {lines[0]})));
        QVERIFY(!readAnnouncement(signedBy(0, {})));
        QVERIFY(!readAnnouncement(signedBy(0, {lines[0], lines[1], "more"})));
        QVERIFY(!readAnnouncement(signedBy(0, {lines[0], "new-key " + old})));
        QVERIFY(!readAnnouncement(QByteArrayView(good).first(good.indexOf("\n\n") + 1)));
    }

    void followsFromKeyToKey()
    {
        KeyChain chain;
        QVERIFY(chain.isEmpty() && chain.inForce(5).empty());
        QVERIFY(chain.add(announced(0, 1, 10)));
        QVERIFY(chain.add(announced(1, 2, 20)));
        QCOMPARE(chain.replacements(), std::size_t(2));
        const auto inForce = [&](std::uint64_t size) {
            QByteArray names;
            for (const VerifierKey& key : chain.inForce(size)) {
                for (std::size_t i = 0; i < m_signers.size(); ++i) {
                    if (m_signers[i].verifierKey() == key)
                        names += QByteArray::number(static_cast<int>(i));
                }
            }
            return names;
        };
        for (const auto& [size, keys] : std::initializer_list<std::pair<std::uint64_t, const char*>>{
                 {0, "0"}, {10, "0"}, {11, "01"}, {12, "1"}, {20, "1"}, {21, "12"}, {22, "2"}, {1'000'000, "2"}})
            QCOMPARE(inForce(size), QByteArray(keys));
    }

    void refusesAKeyThatDoesNotFollow()
    {
        KeyChain chain;
        QVERIFY(chain.add(announced(0, 1, 10)));
        QVERIFY(!chain.add(announced(0, 2, 20))); // the old key again
        QVERIFY(!chain.add(announced(2, 3, 20))); // one that never was in force
        QVERIFY(!chain.add(announced(1, 0, 20))); // a key that comes back
        QVERIFY(!chain.add(announced(1, 2, 10))); // not after the one before
        QCOMPARE(chain.replacements(), std::size_t(1));
        QVERIFY(chain.add(announced(1, 2, 11)));
    }
};

QTEST_GUILESS_MAIN(KeyChainTest)
#include "KeyChainTest.moc"
