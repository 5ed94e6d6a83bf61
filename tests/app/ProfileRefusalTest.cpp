// Every refusal of an office profile on a workstation that was used before: its own fault at the start, and its own entry at the next
// sign-in; the same of sign-ins that could not open the log.
#include "app/ProfileOffice.h"

#include "ledger/AuditEntry.h"
#include "office/OfficeKeys.h"
#include "office/OfficeMaker.h"
#include "office/PrivateFolder.h"
#include "support/Paths.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

class MovedClock final : public Clock {
public:
    Instant now() const override { return SystemClock().now() + offset; }
    std::chrono::seconds offset{0};
};

/// A workstation at which somebody signed in with profile 7.
class Desk {
public:
    MovedClock clock;
    OfficeMaker maker{clock.now()};
    OfficeProfile profile = maker.profile();
    QTemporaryDir outer;
    ProfileOffice::Places places{
        .profileFile = outer.filePath(u"profile.json"_s), .administratorFile = {}, .folder = outer.filePath(u"office"_s)};
    WorkstationFolder folder{places.folder};

    Desk()
    {
        places.administratorFile = folder.administratorFile();
        profile.witnessFolder.clear();
        auto keys = OfficeKeys::generate(SecureBytes::random(32));
        profile.workstations = {{.name = u"desk-1"_s, .publicKeyDer = keys->workstation()->publicKeyDer()}};
        if (!ensurePrivateFolder(folder.path()) || !writePrivateFile(folder.administratorFile(), maker.administrator().certificate.pem()) ||
            !folder.writeNames({.office = u"harbour"_s, .workstation = u"desk-1"_s}) ||
            !keys->save(folder.keysFile(), *keyHolders(profile)) ||
            !writePrivateFile(outer.filePath(u"places.geojson"_s), OfficeMaker::placesFile()))
            qFatal("no desk");
        publish(writeProfile(profile));
        (void)signIn();
    }
    void publish(const QByteArray& json, const QString& by = u"administrator"_s) { put(json, maker.sign(json, by)); }
    void put(const QByteArray& json, const QByteArray& signature) const
    {
        if (!replacePrivateFile(places.profileFile, json) || !replacePrivateFile(places.profileFile + u".p7s"_s, signature))
            qFatal("no profile");
    }
    /// The profile with one member changed, and signed.
    void change(const std::function<void(QJsonObject&)>& deed)
    {
        QJsonObject json = QJsonDocument::fromJson(writeProfile(profile)).object();
        deed(json);
        publish(QJsonDocument(json).toJson());
    }
    [[nodiscard]] auto start() { return ProfileOffice::open(places, clock); }
    /// What a sign-in has to say of what was before it.
    QStringList signIn()
    {
        const auto office = start();
        if (!office)
            qFatal("%s", qPrintable(profileSentence(office.error())));
        auto stores = (*office)->open(*maker.person(u"agent.one"_s).credential(), clock);
        if (!stores || stores->fault)
            qFatal("no stores");
        QStringList news;
        for (const AuditRecord& record : stores->news) {
            news += QLatin1StringView(auditEventName(record.event)) + u' ' + record.outcome;
            if (!stores->log->append(record))
                qFatal("the log takes no news");
        }
        stores->told();
        return news;
    }
};

using Deed = std::function<void(Desk&)>;

} // namespace
Q_DECLARE_METATYPE(Deed)

class ProfileRefusalTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRefusalHasItsOwnEntry_data()
    {
        QTest::addColumn<Deed>("spoil");
        QTest::addColumn<ProfileFault>("fault");
        const auto row = [](const char* name, ProfileFault fault, Deed spoil) { QTest::newRow(name) << std::move(spoil) << fault; };
        using enum ProfileFault;
        row("missing", Missing, [](Desk& desk) { QFile::remove(desk.places.profileFile); });
        row("too large", TooLarge, [](Desk& desk) { desk.publish(QByteArray(largestProfile + 1, ' ')); });
        row("unsigned", Unsigned, [](Desk& desk) { QFile::remove(desk.places.profileFile + u".p7s"_s); });
        row("no administrator", NoAdministrator, [](Desk& desk) { QFile::remove(desk.folder.administratorFile()); });
        row("bad signature", BadSignature, [](Desk& desk) { desk.put(writeProfile(desk.profile), "not a signature"); });
        row("wrong signer", WrongSigner, [](Desk& desk) { desk.publish(writeProfile(desk.profile), u"agent.one"_s); });
        row("signer expired", SignerExpired, [](Desk& desk) { desk.clock.offset = std::chrono::days(401); });
        row("altered", Altered, [](Desk& desk) {
            const QByteArray json = writeProfile(desk.profile);
            desk.put(QByteArray(json).replace("\"house_years\": 10", "\"house_years\": 40"), desk.maker.sign(json));
        });
        row("newer", Newer, [](Desk& desk) { desk.change([](QJsonObject& json) { json["schema_version"_L1] = 2; }); });
        row("malformed", Malformed, [](Desk& desk) { desk.change([](QJsonObject& json) { json["fips"_L1] = 3; }); });
        row("unknown member", UnknownMember, [](Desk& desk) { desk.change([](QJsonObject& json) { json["colour"_L1] = u"red"_s; }); });
        row("no reviewer", NoReviewer, [](Desk& desk) { desk.change([](QJsonObject& json) { json["reviewers"_L1] = QJsonArray(); }); });
        row("no recovery", NoRecovery, [](Desk& desk) { desk.change([](QJsonObject& json) { json.remove("recovery"_L1); }); });
        row("weak key", WeakKey, [](Desk& desk) {
            QFile pem(test::sourceFile(u"tests/office/data/rsa1024.pem"_s));
            if (!pem.open(QIODevice::ReadOnly))
                qFatal("no key");
            desk.profile.vendor.caBundlePem = pem.readAll();
            desk.publish(writeProfile(desk.profile));
        });
        row("not yet valid", NotYetValid, [](Desk& desk) { desk.clock.offset = -std::chrono::days(2); });
        row("expired", Expired, [](Desk& desk) { desk.clock.offset = std::chrono::days(366); });
        row("older", Older, [](Desk& desk) {
            desk.profile.serial = 6;
            desk.publish(writeProfile(desk.profile));
        });
        row("serial reused", SerialReused, [](Desk& desk) {
            desk.profile.limits.houseYears = 9;
            desk.publish(writeProfile(desk.profile));
        });
        row("other office", OtherOffice, [](Desk& desk) {
            desk.profile.office = u"airport"_s;
            desk.profile.serial = 8;
            desk.publish(writeProfile(desk.profile));
        });
        const auto places = [](const Desk& desk) { return desk.outer.filePath(u"places.geojson"_s); };
        row("places missing", PlacesMissing, [places](Desk& desk) { QFile::remove(places(desk)); });
        row("places altered", PlacesAltered, [places](Desk& desk) {
            const QByteArray moved = OfficeMaker::placesFile().replace("30.5", "30.6");
            if (!replacePrivateFile(places(desk), moved))
                qFatal("no places");
        });
        row("places malformed", PlacesMalformed, [places](Desk& desk) {
            // Signed as it stands: a layer that was never imported.
            const QByteArray raw = OfficeMaker::placesFile().replace("casebound-places", "something-else");
            desk.profile.sensitivePlaces.sha256 = toBytes(sha256(raw));
            desk.profile.serial = 8;
            desk.publish(writeProfile(desk.profile));
            if (!replacePrivateFile(places(desk), raw))
                qFatal("no places");
        });
    }
    void eachRefusalHasItsOwnEntry()
    {
        QFETCH(Deed, spoil);
        QFETCH(ProfileFault, fault);
        Desk desk;
        const QByteArray good = writeProfile(desk.profile), administrator = desk.maker.administrator().certificate.pem();
        spoil(desk);
        const auto refused = desk.start();
        QVERIFY(!refused);
        QCOMPARE(profileFaultWord(refused.error().fault), profileFaultWord(fault));
        desk.clock.offset = {};
        desk.publish(good);
        QVERIFY(replacePrivateFile(desk.folder.administratorFile(), administrator));
        QVERIFY(replacePrivateFile(desk.outer.filePath(u"places.geojson"_s), OfficeMaker::placesFile()));
        QCOMPARE(desk.signIn(), QStringList{u"profile.refused "_s + profileFaultWord(fault)});
        QCOMPARE(desk.signIn(), QStringList()); // said once
    }

    void profileForOtherProvidersWaitsForTheNextStart()
    {
        Desk desk;
        {
            const auto office = desk.start();
            QVERIFY((*office)->refresh());
            desk.profile.fips = true;
            desk.profile.serial = 8;
            desk.publish(writeProfile(desk.profile));
            QCOMPARE(profileFaultWord((*office)->refresh().error().fault), u"other_providers"_s);
            QCOMPARE((*office)->profile().serial, 7U);
        }
        desk.profile.fips = false;
        desk.profile.serial = 9;
        desk.publish(writeProfile(desk.profile));
        QCOMPARE(desk.signIn(), (QStringList{u"profile.refused other_providers"_s, u"profile.changed from_serial_7"_s}));
    }

    void signInThatDidNotOpenTheLogIsLoggedAtTheNextOne()
    {
        Desk desk;
        {
            const auto office = desk.start();
            (*office)->noteRefusedSignIn(desk.clock.now(), u"wrong_pin"_s);
            (*office)->noteRefusedSignIn(desk.clock.now(), u"wrong_pin"_s);
            (*office)->noteRefusedSignIn(desk.clock.now(), u"certificate_revoked"_s);
        }
        QCOMPARE(desk.signIn(), (QStringList{u"signin.refused earlier:wrong_pin"_s, u"signin.refused earlier:wrong_pin"_s,
                                             u"signin.refused earlier:certificate_revoked"_s}));
        QCOMPARE(desk.signIn(), QStringList());
    }

    void anyNumberOfRefusedSignInsIsBounded()
    {
        Desk desk;
        for (int n = 0; n < 300; ++n)
            desk.folder.noteRefusedSignIn(desk.clock.now(), u"wrong_pin"_s);
        QCOMPARE(desk.folder.refusedSignIns().size(), 257U);
        QCOMPARE(desk.folder.refusedSignIns().back().word, u"and_more"_s);
        QCOMPARE(desk.signIn().size(), 257);
        QVERIFY(desk.folder.refusedSignIns().empty());
    }
};

QTEST_GUILESS_MAIN(ProfileRefusalTest)
#include "ProfileRefusalTest.moc"
