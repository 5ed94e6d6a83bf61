#include "crypto/Digest.h"
#include "office/ProfileFile.h"
#include "office/ReviewSettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString hex(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}
QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}
QString second(Instant at)
{
    return toDateTime(at).toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

QJsonObject ofUser(const RosterUser& user)
{
    QJsonObject object{{"id"_L1, user.id.text()},
                       {"name"_L1, user.name},
                       {"role"_L1, user.role == Role::Supervisor ? u"supervisor"_s : u"agent"_s},
                       {"certificate"_L1, base64(user.certificateDer)},
                       {"certificate_sha256"_L1, hex(view(sha256(user.certificateDer)))}};
    if (user.trainedOn && user.trainingExpiresOn) {
        object["trained_on"_L1] = user.trainedOn->toString(Qt::ISODate);
        object["training_expires_on"_L1] = user.trainingExpiresOn->toString(Qt::ISODate);
    }
    return object;
}

template <class List, class Make>
QJsonArray arrayOf(const List& list, Make make)
{
    QJsonArray array;
    for (const auto& one : list)
        array.append(make(one));
    return array;
}

QJsonObject ofBaseMap(const BaseMap& map)
{
    QJsonObject object{{"tiles"_L1, map.tiles.toString(QUrl::FullyEncoded)}};
    if (!map.caBundlePem.isEmpty())
        object["ca_bundle"_L1] = QString::fromUtf8(map.caBundlePem);
    if (!map.attribution.isEmpty())
        object["attribution"_L1] = map.attribution;
    if (map.deepest != BaseMap().deepest)
        object["deepest"_L1] = map.deepest;
    if (!map.file.isEmpty()) {
        object["file"_L1] = map.file;
        object["sha256"_L1] = hex(map.sha256);
    }
    return object;
}

} // namespace

QByteArray writeProfile(const OfficeProfile& profile)
{
    QJsonObject places{{"metres"_L1, profile.sensitivePlaces.metres}};
    if (!profile.sensitivePlaces.file.isEmpty()) {
        places["file"_L1] = profile.sensitivePlaces.file;
        places["sha256"_L1] = hex(profile.sensitivePlaces.sha256);
    }
    QJsonObject root{
        {"schema"_L1, u"casebound-office-profile"_s},
        {"schema_version"_L1, profileSchemaVersion},
        {"serial"_L1, static_cast<qint64>(profile.serial)},
        {"office"_L1, profile.office},
        {"not_before"_L1, second(profile.notBefore)},
        {"not_after"_L1, second(profile.notAfter)},
        {"vendor"_L1, QJsonObject{{"address"_L1, profile.vendor.address.toString(QUrl::FullyEncoded)},
                                  {"ca_bundle"_L1, QString::fromUtf8(profile.vendor.caBundlePem)},
                                  {"pins"_L1, arrayOf(profile.vendor.pins, [](const QByteArray& pin) { return hex(pin); })},
                                  {"crl"_L1, QString::fromUtf8(profile.vendor.crlPem)}}},
        {"roster"_L1, arrayOf(profile.roster, ofUser)},
        {"reviewers"_L1, arrayOf(profile.reviewers,
                                 [](const Reviewer& one) {
                                     return QJsonObject{{"id"_L1, one.id.text()}, {"certificate"_L1, base64(one.certificateDer)}};
                                 })},
        {"people"_L1, QJsonObject{{"ca_bundle"_L1, QString::fromUtf8(profile.people.caBundlePem)},
                                  {"crl"_L1, QString::fromUtf8(profile.people.crlPem)},
                                  {"card_driver"_L1, profile.people.cardDriver}}},
        {"workstations"_L1, arrayOf(profile.workstations,
                                    [](const WorkstationKey& one) {
                                        return QJsonObject{{"name"_L1, one.name}, {"public_key"_L1, base64(one.publicKeyDer)}};
                                    })},
        {"banner"_L1, QJsonObject{{"version"_L1, profile.banner.version},
                                  {"paragraphs"_L1, QJsonArray::fromStringList(profile.banner.text.split(u"\n\n"_s, Qt::SkipEmptyParts))},
                                  {"covers"_L1, QJsonArray::fromStringList(profile.banner.covers)}}},
        {"limits"_L1,
         QJsonObject{{"house_years"_L1, profile.limits.houseYears}, {"administrative_years"_L1, profile.limits.administrativeYears}}},
        {"reasons"_L1,
         QJsonObject{{"withdrawn"_L1, arrayOf(profile.withdrawnReasons, [](const ReasonCode& code) { return code.text(); })}}},
        {"retention"_L1,
         arrayOf(profile.retention,
                 [](const RetentionRule& rule) { return QJsonObject{{"schedule"_L1, rule.schedule}, {"years"_L1, rule.years}}; })},
        {"base_map"_L1, ofBaseMap(profile.baseMap)},
        {"sensitive_places"_L1, places},
        {"training"_L1, QJsonObject{{"pass_mark_percent"_L1, profile.passMarkPercent}}},
        {"review"_L1, writeReviewPolicy(profile.reviewPolicy)},
        {"witness_folder"_L1, profile.witnessFolder},
        {"idle_lock_minutes"_L1, static_cast<int>(profile.idleLock.count())},
        {"results_life_hours"_L1, static_cast<int>(profile.resultsLife.count())},
        {"fips"_L1, profile.fips},
    };
    if (!profile.timeStamps.address.isEmpty()) {
        QJsonObject service{{"address"_L1, profile.timeStamps.address.toString(QUrl::FullyEncoded)},
                            {"authorities"_L1, QString::fromUtf8(profile.timeStamps.authoritiesPem)}};
        if (!profile.timeStamps.caBundlePem.isEmpty())
            service["ca_bundle"_L1] = QString::fromUtf8(profile.timeStamps.caBundlePem);
        root["time_stamps"_L1] = service;
    }
    if (!profile.recoveryCertificateDer.isEmpty())
        root["recovery"_L1] = QJsonObject{{"certificate"_L1, base64(profile.recoveryCertificateDer)}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace casebound
