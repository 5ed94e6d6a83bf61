// A log of the store, exported without private parts: no private value is in it, and every private part shown later proves to belong.
#include "app/verify/ExportFixture.h"
#include "store/StoreFixture.h"

#include "verify/LiveLogCheck.h"

using namespace casebound;
using namespace casebound::test;

namespace {

/// Every member a private part can have, each value long enough to be searched for.
AuditRecord everyPrivateMember(const QString& id)
{
    AuditRecord record{.event = AuditEvent::QueryIntended};
    record.queryId = id;
    record.matter = Matter::Criminal;
    record.reasonCode = u"stolen"_s;
    record.onBehalfOf = u"Somebody Invented"_s;
    record.plate = u"PRACPLT7"_s;
    record.jurisdiction = u"ZZ-MADEUP"_s;
    record.from = Instant(1'600'000'001'234'567us);
    record.to = Instant(1'700'000'002'345'678us);
    record.caseNumber = u"PM-2026-4711"_s;
    record.reasonText = u"Fictional harbour theft, grey van"_s;
    record.readIds = {u"read-madeup-77"_s, u"read-madeup-78"_s};
    record.imageSha256 = toBytes(sha256("made-up picture"));
    record.note = u"A note nobody outside reads"_s;
    record.resultsSha256 = toBytes(sha256("made-up results"));
    return record;
}

} // namespace

class PrivatePartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anExportHoldsNoPrivateValueAndEachPrivatePartBelongs()
    {
        LogFixture fixture;
        const PrivateKey signing = PrivateKey::generateP256().value();
        fixture.config.signingKey = signing;
        const QByteArray certificate = toBytes(sha256("made-up certificate"));
        std::vector<StoredEntry> entries;
        {
            auto log = fixture.open().value();
            log->setActor({.user = UserId(u"agent.madeup"_s), .certificateSha256 = certificate, .role = Role::Agent, .session = u"s1"_s});
            for (int i = 0; i < 300; ++i)
                QVERIFY(log->append(everyPrivateMember(u"q%1"_s.arg(i))));
            entries = log->entries(0, 1000);
        }
        // The record has every member the format knows: one more there must be one more here.
        const QJsonObject hidden = QJsonDocument::fromJson(entries.back().privateBytes).object();
        QCOMPARE(hidden.keys(),
                 (QStringList{u"actor"_s, u"case_number"_s, u"from"_s, u"image_sha256"_s, u"jurisdiction"_s, u"note"_s, u"on_behalf_of"_s,
                              u"plate"_s, u"read_ids"_s, u"reason_text"_s, u"results_sha256"_s, u"salt"_s, u"to"_s}));
        QByteArrayList values;
        const std::function<void(const QJsonValue&)> collect = [&](const QJsonValue& value) {
            if (value.isString())
                values.append(value.toString().toUtf8());
            for (const QJsonValue& one : value.toArray())
                collect(one);
            for (const QJsonValue& one : value.toObject())
                collect(one);
        };
        for (const StoredEntry& entry : entries)
            collect(QJsonDocument::fromJson(entry.privateBytes).object());
        QVERIFY(values.contains("agent.madeup") && values.contains(certificate.toHex()));

        VerifyReport report;
        const QString folder = fixture.outer.filePath(u"out"_s);
        QVERIFY(exportLiveLog(fixture.config.folder, keyOf('k'), signing, folder, {}, {}, report));
        QByteArray all;
        for (const QString& path : ExportFixture::files(folder, {}))
            all += path.toUtf8() + contentsOf(path);
        QVERIFY(all.contains("query.intended"));
        QSet<QByteArray> asked;
        for (const QByteArray& value : values) {
            if (asked.contains(value))
                continue;
            asked.insert(value);
            QVERIFY2(!all.contains(value) && !all.toLower().contains(value.toLower()) && !all.contains(value.toBase64()),
                     value.constData());
            if (value.size() == 64) // digests: not as bytes either
                QVERIFY2(!all.contains(QByteArray::fromHex(value)), value.constData());
        }
        QVERIFY(asked.size() > 300); // a salt each

        VerifyOptions options;
        QVERIFY(options.keys.addPublicKey(signing.publicKeyDer()));
        QVERIFY(QDir().mkpath(folder + u"/private"_s));
        for (const StoredEntry& entry : entries)
            QVERIFY(replaceFile(folder + u"/private/%1.json"_s.arg(entry.sequence), entry.privateBytes));
        const VerifyReport whole = checkExportedLog(folder, options);
        QVERIFY2(whole.verdict() == VerifyVerdict::InOrder, whole.text().constData());
        QCOMPARE(whole.privateParts, entries.size());
        QByteArray altered = entries[77].privateBytes;
        QVERIFY(altered.replace("PRACPLT7", "PRACPLT8") != entries[77].privateBytes);
        QVERIFY(replaceFile(folder + u"/private/77.json"_s, altered));
        QCOMPARE(checkExportedLog(folder, options).faults.list().front().kind, LedgerFaultKind::CommitmentDiffers);
    }
};

QTEST_GUILESS_MAIN(PrivatePartsTest)
#include "PrivatePartsTest.moc"
