#include "office/ProfileFile.h"

#include "office/OfficeMaker.h"
#include "office/ReviewSettings.h"
#include "support/Paths.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

using Change = std::function<void(QJsonObject&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr Instant noon(std::chrono::seconds(1'795'000'000));

// RSA of 1024 and 3072 bits and P-384, self-signed and made for nothing else; nobody has their keys.
Certificate otherKey(const char* name)
{
    QFile file(test::sourceFile(u"tests/office/data/"_s) + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return Certificate::listFromPem(file.readAll())->front();
}

/// The member at "a.b[2].c" set to a value, or taken away where the value is undefined.
QJsonValue withMember(QJsonValue value, QStringView path, const QJsonValue& to)
{
    const qsizetype cut = path.indexOf(u'.');
    QStringView here = cut < 0 ? path : path.first(cut);
    const QStringView rest = cut < 0 ? QStringView() : path.sliced(cut + 1);
    qsizetype index = -1;
    if (here.endsWith(u']')) {
        index = here.sliced(here.indexOf(u'[') + 1).chopped(1).toLongLong();
        here = here.first(here.indexOf(u'['));
    }
    QJsonObject object = value.toObject();
    const QString name = here.toString();
    if (index >= 0) {
        QJsonArray array = object[name].toArray();
        array[index] = rest.isEmpty() ? to : withMember(array[index], rest, to);
        object[name] = array;
    } else if (!rest.isEmpty()) {
        object[name] = withMember(object[name], rest, to);
    } else if (to.isUndefined()) {
        object.remove(name);
    } else {
        object[name] = to;
    }
    return object;
}

} // namespace

class ProfileFileTest : public QObject {
    Q_OBJECT

    OfficeMaker m_office{noon};
    QByteArray m_json = writeProfile(m_office.profile());

    ProfileFault faultOf(const QByteArray& json, const QByteArray& signature, const ProfileTrust& trust)
    {
        const auto read = readSignedProfile(json, signature, trust);
        if (read)
            qFatal("The profile was accepted.");
        return read.error().fault;
    }

private Q_SLOTS:
    void profileComesBackAsItWasWritten()
    {
        const auto read = readSignedProfile(m_json, m_office.sign(m_json), m_office.trust());
        QVERIFY2(read, read ? "" : qPrintable(profileSentence(read.error())));
        const OfficeProfile made = m_office.profile();
        QCOMPARE(read->serial, made.serial);
        QCOMPARE(read->sha256, QCryptographicHash::hash(m_json, QCryptographicHash::Sha256));
        QCOMPARE(read->office, made.office);
        QCOMPARE(read->notAfter, made.notAfter);
        QCOMPARE(read->vendor.address, made.vendor.address);
        QCOMPARE(read->vendor.caBundlePem, made.vendor.caBundlePem);
        QCOMPARE(read->vendor.pins, made.vendor.pins);
        QCOMPARE(read->roster.size(), 2U);
        QCOMPARE(read->roster[1].role, Role::Supervisor);
        QCOMPARE(read->roster[0].certificateSha256, m_office.person(u"agent.one"_s).certificate.sha256());
        QCOMPARE(read->roster[0].trainedOn, made.roster[0].trainedOn);
        QCOMPARE(read->banner.text, made.banner.text);
        QCOMPARE(read->banner.sha256, QCryptographicHash::hash(made.banner.text.toUtf8(), QCryptographicHash::Sha256));
        QCOMPARE(read->withdrawnReasons, made.withdrawnReasons);
        QCOMPARE(read->sensitivePlaces.metres, 250);
        QCOMPARE(read->retention[0].years, 20);
        QCOMPARE(read->workstations[0].publicKeyDer, made.workstations[0].publicKeyDer);
        QVERIFY(!read->training);
        QCOMPARE(writeProfile(*read), m_json); // stable
    }

    void refusesSignaturesThatDoNotCount()
    {
        const QByteArray good = m_office.sign(m_json);
        const ProfileTrust trust = m_office.trust();
        QCOMPARE(faultOf(m_json, {}, trust), ProfileFault::Unsigned);
        QCOMPARE(faultOf(m_json, "no signature", trust), ProfileFault::BadSignature);
        QCOMPARE(faultOf(m_json, good + 'x', trust), ProfileFault::BadSignature);
        QCOMPARE(faultOf(m_json, m_office.sign(m_json, u"agent.one"_s), trust), ProfileFault::WrongSigner);
        QByteArray altered = m_json;
        altered.replace("\"house_years\": 10", "\"house_years\": 40");
        QVERIFY(altered != m_json);
        QCOMPARE(faultOf(altered, good, trust), ProfileFault::Altered);
        QCOMPARE(faultOf(m_json, m_office.sign(altered), trust), ProfileFault::Altered);
        QCOMPARE(faultOf(m_json, good, {.administrators = {}, .now = noon}), ProfileFault::NoAdministrator);
        ProfileTrust late = trust;
        late.now = noon + std::chrono::days(1000);
        QCOMPARE(faultOf(m_json, good, late), ProfileFault::SignerExpired);
        // A second administrator's signature counts as well, wherever that one stands in the list.
        ProfileTrust two = trust;
        two.administrators.insert(two.administrators.begin(), m_office.person(u"deputy"_s).certificate);
        QVERIFY(readSignedProfile(m_json, good, two));
    }

    void refusesOtherTimesAndOlderSerials()
    {
        const QByteArray signature = m_office.sign(m_json);
        ProfileTrust trust = m_office.trust();
        trust.now = noon - std::chrono::days(2);
        QCOMPARE(faultOf(m_json, signature, trust), ProfileFault::NotYetValid);
        trust.now = noon + std::chrono::days(366);
        QCOMPARE(faultOf(m_json, signature, trust), ProfileFault::Expired);
        trust.now = noon;
        trust.seen = ProfileSeen{.serial = 8, .sha256 = QByteArray(32, 'x')};
        QCOMPARE(faultOf(m_json, signature, trust), ProfileFault::Older);
        trust.seen->serial = 7;
        QCOMPARE(faultOf(m_json, signature, trust), ProfileFault::SerialReused);
        trust.seen->sha256 = QCryptographicHash::hash(m_json, QCryptographicHash::Sha256);
        QVERIFY(readSignedProfile(m_json, signature, trust));
        trust.seen->serial = 6;
        QVERIFY(readSignedProfile(m_json, signature, trust));
    }

    void refusesContent_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<ProfileFault>("fault");
        const auto row = [](const char* name, const QString& path, const QJsonValue& value, ProfileFault fault) {
            QTest::newRow(name) << path << value << fault;
        };
        const QJsonValue none(QJsonValue::Undefined);
        const QString p384 = QString::fromLatin1(otherKey("p384.pem").der().toBase64());
        const QString rsa = QString::fromLatin1(otherKey("rsa3072.pem").der().toBase64());
        row("a newer schema", u"schema_version"_s, 2, ProfileFault::Newer);
        row("another schema", u"schema"_s, u"something"_s, ProfileFault::Malformed);
        row("an unknown member", u"colour"_s, u"red"_s, ProfileFault::UnknownMember);
        row("an unknown inner member", u"vendor.proxy"_s, u"x"_s, ProfileFault::UnknownMember);
        row("an unknown member of a person", u"roster[1].admin"_s, true, ProfileFault::UnknownMember);
        row("no reviewer", u"reviewers"_s, QJsonArray(), ProfileFault::NoReviewer);
        row("no recovery certificate", u"recovery"_s, none, ProfileFault::NoRecovery);
        row("an RSA key where keys are wrapped", u"roster[0].certificate"_s, rsa, ProfileFault::WeakKey);
        row("a P-384 reviewer", u"reviewers[0].certificate"_s, p384, ProfileFault::WeakKey);
        row("a P-384 recovery key", u"recovery.certificate"_s, p384, ProfileFault::WeakKey);
        row("a vendor's authority of 1024 bits", u"vendor.ca_bundle"_s, QString::fromUtf8(otherKey("rsa1024.pem").pem()),
            ProfileFault::WeakKey);
        row("a workstation key of another kind", u"workstations[0].public_key"_s,
            QString::fromLatin1(otherKey("p384.pem").publicKeyDer().toBase64()), ProfileFault::WeakKey);
        row("a serial of zero", u"serial"_s, 0, ProfileFault::Malformed);
        row("a broken serial", u"serial"_s, 1.5, ProfileFault::Malformed);
        row("a serial as text", u"serial"_s, u"7"_s, ProfileFault::Malformed);
        row("an office with a space", u"office"_s, u"har bour"_s, ProfileFault::Malformed);
        row("a missing member", u"fips"_s, none, ProfileFault::Malformed);
        row("a number as truth", u"fips"_s, 1, ProfileFault::Malformed);
        row("a day that is none", u"not_after"_s, u"2027-02-30T00:00:00Z"_s, ProfileFault::Malformed);
        row("another zone", u"not_after"_s, u"2027-02-20T00:00:00+01:00"_s, ProfileFault::Malformed);
        row("an end before its beginning", u"not_after"_s, u"2001-01-01T00:00:00Z"_s, ProfileFault::Malformed);
        row("a vendor without TLS", u"vendor.address"_s, u"http://127.0.0.1:1"_s, ProfileFault::Malformed);
        row("a vendor's address with a password", u"vendor.address"_s, u"https://a:b@vendor.example"_s, ProfileFault::Malformed);
        row("an empty bundle", u"vendor.ca_bundle"_s, u""_s, ProfileFault::Malformed);
        row("a bundle that is none", u"vendor.ca_bundle"_s, u"hello"_s, ProfileFault::Malformed);
        row("people of no authority", u"people.ca_bundle"_s, u""_s, ProfileFault::Malformed);
        row("a card driver somewhere", u"people.card_driver"_s, u"opensc-pkcs11.so"_s, ProfileFault::Malformed);
        row("a short pin", u"vendor.pins"_s, QJsonArray{u"abcd"_s}, ProfileFault::Malformed);
        row("a pin in capitals", u"vendor.pins"_s, QJsonArray{QString(64, u'A')}, ProfileFault::Malformed);
        row("a certificate that is none", u"roster[0].certificate"_s, u"AAAA"_s, ProfileFault::Malformed);
        row("a certificate that is not base64", u"roster[0].certificate"_s, u"*"_s, ProfileFault::Malformed);
        row("another fingerprint", u"roster[0].certificate_sha256"_s, QString(64, u'a'), ProfileFault::Malformed);
        row("an unknown role", u"roster[0].role"_s, u"king"_s, ProfileFault::Malformed);
        row("an id twice", u"roster[1].id"_s, u"agent.one"_s, ProfileFault::Malformed);
        row("half a training record", u"roster[0].trained_on"_s, none, ProfileFault::Malformed);
        row("training that ends before it begins", u"roster[0].training_expires_on"_s, u"2001-01-01"_s, ProfileFault::Malformed);
        row("a control character", u"roster[0].name"_s, u"a\u0007b"_s, ProfileFault::Malformed);
        row("a person that is no object", u"roster[0]"_s, 5, ProfileFault::Malformed);
        row("a banner without a required point", u"banner.covers"_s, QJsonArray(), ProfileFault::Malformed);
        row("a banner without words", u"banner.paragraphs"_s, QJsonArray(), ProfileFault::Malformed);
        row("six administrative years", u"limits.administrative_years"_s, 6, ProfileFault::Malformed);
        row("a house limit of a century", u"limits.house_years"_s, 100, ProfileFault::Malformed);
        row("nine hours of results", u"results_life_hours"_s, 9, ProfileFault::Malformed);
        row("no idle lock", u"idle_lock_minutes"_s, 0, ProfileFault::Malformed);
        row("a reason nobody knows", u"reasons.withdrawn"_s, QJsonArray{u"curiosity"_s}, ProfileFault::Malformed);
        row("a map on a public host without TLS", u"base_map.tiles"_s, u"http://tiles.example/{z}"_s, ProfileFault::Malformed);
        row("a map's file without a digest", u"base_map.sha256"_s, none, ProfileFault::Malformed);
        row("a map's digest without a file", u"base_map.file"_s, none, ProfileFault::Malformed);
        row("a map's file somewhere else", u"base_map.file"_s, u"../county.mbtiles"_s, ProfileFault::Malformed);
        row("a map of another planet", u"base_map.deepest"_s, 30, ProfileFault::Malformed);
        row("a tile server of no authority", u"base_map.ca_bundle"_s, u"hello"_s, ProfileFault::Malformed);
        row("a tile server with a password", u"base_map.tiles"_s, u"https://a:b@tiles.example/"_s, ProfileFault::Malformed);
        row("a map with a member of its own", u"base_map.cache"_s, true, ProfileFault::UnknownMember);
        row("time stamps without TLS", u"time_stamps.address"_s, u"http://stamps.example/"_s, ProfileFault::Malformed);
        row("time stamps of nowhere", u"time_stamps.address"_s, u""_s, ProfileFault::Malformed);
        row("time stamps nobody vouches for", u"time_stamps.authorities"_s, u"hello"_s, ProfileFault::Malformed);
        row("a stamp server of no authority", u"time_stamps.ca_bundle"_s, u"hello"_s, ProfileFault::Malformed);
        row("a path in a file name", u"sensitive_places.file"_s, u"../places"_s, ProfileFault::Malformed);
        row("places without a digest", u"sensitive_places.sha256"_s, none, ProfileFault::Malformed);
        row("a witness folder somewhere", u"witness_folder"_s, u"witness"_s, ProfileFault::Malformed);
        row("a review of more than a quarter", u"review.period_days"_s, 93, ProfileFault::Malformed);
        row("no sample", u"review.sample_percent"_s, 0, ProfileFault::Malformed);
        row("more drawn at least than at most", u"review.sample_least"_s, 201, ProfileFault::Malformed);
        row("half a review", u"review.case_plates"_s, none, ProfileFault::Malformed);
        row("a review of something else", u"review.mood"_s, 1, ProfileFault::UnknownMember);
        row("an indicator nobody knows", u"review.judged_too"_s, QJsonArray{u"left_handed"_s}, ProfileFault::Malformed);
        row("an indicator beside the log", u"review.judged_too"_s, QJsonArray{u"log_gap"_s}, ProfileFault::Malformed);
        row("an indicator twice", u"review.judged_too"_s, QJsonArray{u"over_limit"_s, u"over_limit"_s}, ProfileFault::Malformed);
        row("a shift without days", u"review.shifts[0].days"_s, QJsonArray(), ProfileFault::Malformed);
        row("a shift on a day that is none", u"review.shifts[0].days"_s, QJsonArray{u"day"_s}, ProfileFault::Malformed);
        row("a shift that ends before it begins", u"review.shifts[0].to"_s, u"05:59"_s, ProfileFault::Malformed);
        row("a shift of 25 hours", u"review.shifts[0].to"_s, u"25:00"_s, ProfileFault::Malformed);
        row("a pass mark of nothing", u"training.pass_mark_percent"_s, 0, ProfileFault::Malformed);
    }
    void refusesContent()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(ProfileFault, fault);
        const QJsonValue whole = QJsonDocument::fromJson(m_json).object();
        const QByteArray json = QJsonDocument(withMember(whole, path, value).toObject()).toJson();
        // Signed by the administrator: even a profile with a good signature is not believed.
        const auto read = readSignedProfile(json, m_office.sign(json), m_office.trust());
        QVERIFY(!read);
        QCOMPARE(read.error().fault, fault);
        QVERIFY(!profileSentence(read.error()).isEmpty());
    }

    void refusesWhatIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QByteArray doubled = m_json;
        doubled.replace("\"fips\": false", "\"fips\": true, \"fips\": false");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("cut off") << m_json.chopped(3);
        QTest::newRow("bytes that are not UTF-8") << QByteArray(m_json).replace("Person", "Pers\xffn");
        QTest::newRow("a doubled member") << doubled;
    }
    void refusesWhatIsNotJson()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(faultOf(json, m_office.sign(json), m_office.trust()), ProfileFault::Malformed);
    }

    void refusesWhatIsTooLarge()
    {
        const QByteArray json = m_json + QByteArray(largestProfile, ' ');
        QCOMPARE(faultOf(json, m_office.sign(json), m_office.trust()), ProfileFault::TooLarge);
        const QByteArray longest = m_json + QByteArray(largestProfile - m_json.size(), ' ');
        QVERIFY(readSignedProfile(longest, m_office.sign(longest), m_office.trust()));
    }

    void reviewsComeBackAsTheyWereWritten()
    {
        OfficeProfile made = m_office.profile();
        ReviewPolicy& policy = made.reviewPolicy;
        int value = 0;
        for (const ReviewSetting& setting : reviewSettings())
            policy.*setting.value = setting.least + 1 + value++ % 5; // each within its bounds, and not what it is of itself
        policy.sampleMost = policy.sampleLeast + 7;
        policy.judgedToo = {Indicator::OverLimit, Indicator::OwnPlate};
        policy.shifts = {{.days = 0x60, .fromMinute = 0, .toMinute = 24 * 60},
                         {.user = UserId(u"agent.one"_s), .days = 1, .fromMinute = 61, .toMinute = 1439}};
        policy.conflictSalt = QByteArray(32, 's');
        policy.declared = {{.kind = DeclaredPlate::Kind::Household, .user = UserId(u"agent.one"_s), .mark = QByteArray(32, 'm')}};
        policy.watched = {QByteArray(32, 'w')};
        const auto read = parseProfile(writeProfile(made));
        QVERIFY2(read, read ? "" : qPrintable(profileSentence(read.error())));
        QVERIFY(read->reviewPolicy == policy);
    }

    void aProfileFromBeforeHasTheReviewsTheProgramBeginsWith()
    {
        const QJsonValue whole = QJsonDocument::fromJson(m_json).object();
        const QJsonValue without = withMember(whole, u"review"_s, QJsonValue(QJsonValue::Undefined));
        const auto read = parseProfile(QJsonDocument(without.toObject()).toJson());
        QVERIFY(read);
        QVERIFY(read->reviewPolicy == ReviewPolicy());
    }

    void saysOfEveryNumberOfReviewsWhatItMayBe()
    {
        const QJsonValue whole = QJsonDocument::fromJson(m_json).object();
        for (const ReviewSetting& setting : reviewSettings()) {
            const QString name = QString::fromLatin1(setting.name);
            for (const int bad : {setting.least - 1, setting.most + 1}) {
                const auto read = parseProfile(QJsonDocument(withMember(whole, u"review."_s + name, bad).toObject()).toJson());
                QVERIFY2(!read, setting.name);
                const QString said = profileSentence(read.error());
                QVERIFY2(said.contains(u"%1 is a number from %2 to %3: "_s.arg(name).arg(setting.least).arg(setting.most)),
                         qPrintable(said));
            }
        }
    }

    void aDraftMayLackPeopleAndVendor()
    {
        OfficeProfile draft = m_office.profile();
        draft.roster.clear();
        draft.reviewers.clear();
        draft.vendor = {};
        const QByteArray json = writeProfile(draft);
        QVERIFY(parseProfile(json, ProfileStage::Draft));
        QVERIFY(!parseProfile(json));
    }

    void everyFaultHasItsOwnWords()
    {
        QSet<QString> words, sentences;
        for (int n = 0; n <= static_cast<int>(ProfileFault::OtherOffice); ++n) {
            const auto fault = static_cast<ProfileFault>(n);
            words.insert(profileFaultWord(fault));
            sentences.insert(profileSentence({.fault = fault}));
        }
        QCOMPARE(words.size(), static_cast<int>(ProfileFault::OtherOffice) + 1);
        QCOMPARE(sentences.size(), words.size());
    }
};

QTEST_GUILESS_MAIN(ProfileFileTest)
#include "ProfileFileTest.moc"
