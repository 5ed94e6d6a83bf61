#include "ledger/Checkpoint.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class CheckpointTest : public QObject {
    Q_OBJECT

    PrivateKey m_key = *PrivateKey::generateP256();
    CheckpointSigner m_signer = *CheckpointSigner::create("casebound/office/desk-1", m_key);
    QByteArray m_note = *m_signer.sign(12, sha256("root"));

    std::expected<Checkpoint, CheckpointProblem> verify(const QByteArray& note) const
    {
        return verifyCheckpoint(note, std::span(&m_signer.verifierKey(), 1));
    }

private Q_SLOTS:
    void opensWhatItSigned()
    {
        QCOMPARE(verify(m_note), (Checkpoint{.origin = "casebound/office/desk-1", .size = 12, .root = sha256("root")}));
        const QByteArrayList lines = m_note.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], "casebound/office/desk-1");
        QCOMPARE(lines[1], "12");
        QCOMPARE(lines[2], toBytes(sha256("root")).toBase64());
        QCOMPARE(lines[3], "");
        QVERIFY(lines[4].startsWith("\xe2\x80\x94 casebound/office/desk-1 "));
    }

    void refusesEveryFlippedBit()
    {
        for (qsizetype i = 0; i < m_note.size() * 8; ++i) {
            QByteArray altered = m_note;
            altered[i / 8] = static_cast<char>(altered[i / 8] ^ (1 << (i % 8)));
            QVERIFY2(!verify(altered), altered.constData());
        }
    }

    void refusesEveryCutAndTail()
    {
        for (qsizetype i = 0; i < m_note.size(); ++i)
            QVERIFY(!verify(m_note.first(i)));
        QCOMPARE(verify(m_note + '\n').error(), CheckpointProblem::Malformed);
        QCOMPARE(verify(QByteArray(20'000, 'x') + m_note).error(), CheckpointProblem::Malformed);
    }

    void tellsWhoSigned()
    {
        const auto other = CheckpointSigner::create("casebound/office/desk-1", *PrivateKey::generateP256());
        QCOMPARE(verify(*other->sign(12, sha256("root"))).error(), CheckpointProblem::UnknownKey);
        const auto elsewhere = CheckpointSigner::create("casebound/office/desk-2", m_key);
        QCOMPARE(verify(*elsewhere->sign(12, sha256("root"))).error(), CheckpointProblem::UnknownKey);
        // A second signature by somebody unknown harms nothing; one in our name that does not hold does.
        const QByteArray line = other->sign(12, sha256("root"))->split('\n').at(4) + '\n';
        QVERIFY(verify(m_note + line));
        QByteArray broken = m_signer.sign(13, sha256("root"))->split('\n').at(4) + '\n';
        QCOMPARE(verify(m_note + broken).error(), CheckpointProblem::BadSignature);
        QVERIFY(verify(m_note).has_value());
    }

    void refusesAnotherLogsHeadSignedByThisKey()
    {
        const QByteArray text = "casebound/office/desk-2\n12\n" + toBytes(sha256("root")).toBase64() + '\n';
        const QByteArray id = m_signer.verifierKey().id();
        const QByteArray note = text + "\n\xe2\x80\x94 casebound/office/desk-1 " + (id + *m_key.sign(text)).toBase64() + '\n';
        QCOMPARE(verify(note).error(), CheckpointProblem::WrongOrigin);
    }

    void readsItsOwnVerifierKeyAlone()
    {
        const QByteArray text = m_signer.verifierKey().text();
        QCOMPARE(VerifierKey::parse(text), std::optional(m_signer.verifierKey()));
        for (qsizetype i = 0; i < text.size() * 8; ++i) {
            QByteArray altered = text;
            altered[i / 8] = static_cast<char>(altered[i / 8] ^ (1 << (i % 8)));
            const auto read = VerifierKey::parse(altered);
            QVERIFY2(!read || read->origin() != m_signer.verifierKey().origin(), altered.constData());
        }
    }

    void namesNoLogWithSpacesOrPluses()
    {
        QCOMPARE(checkpointOrigin(u"office", u"desk-1"), std::optional<QByteArray>("casebound/office/desk-1"));
        for (const QString& bad : {u""_s, u"a b"_s, u"a+b"_s, u"a/b"_s, u"a\nb"_s, u"a\u00a0b"_s, QString(250, u'x')}) {
            QVERIFY(!checkpointOrigin(bad, u"desk"));
            QVERIFY(!checkpointOrigin(u"office", bad));
        }
        QVERIFY(!CheckpointSigner::create("casebound/a b", m_key));
    }
};

QTEST_GUILESS_MAIN(CheckpointTest)
#include "CheckpointTest.moc"
