#include "office/WorkstationFolder.h"

#include "crypto/Digest.h"
#include "office/PlacesLayer.h"
#include "office/PrivateFolder.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype smallFile = 64 * 1024, mostRefusals = 32, mostSignIns = 256;

QString refusedFile(const WorkstationFolder& folder)
{
    return folder.path() + u"/profile.refused"_s;
}
QString signInsFile(const WorkstationFolder& folder)
{
    return folder.path() + u"/signin.refused"_s;
}
QString seenFile(const WorkstationFolder& folder)
{
    return folder.path() + u"/profile.seen"_s;
}

/// A small text file of ours, by lines without their ends.
QStringList linesOf(const QString& path)
{
    const auto bytes = readPrivateFile(path, smallFile);
    return bytes ? QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

} // namespace

bool WorkstationFolder::isSetUp() const
{
    return QFileInfo::exists(nameFile()) || QFileInfo::exists(keysFile()) || QFileInfo::exists(administratorFile());
}

std::optional<WorkstationFolder::Names> WorkstationFolder::names() const
{
    const QStringList parts = linesOf(nameFile()).value(0).split(u'/');
    if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
        return std::nullopt;
    return Names{.office = parts[0], .workstation = parts[1]};
}

bool WorkstationFolder::writeNames(const Names& names) const
{
    return replacePrivateFile(nameFile(), (names.office + u'/' + names.workstation + u'\n').toUtf8()).has_value();
}

std::optional<ProfileSeen> WorkstationFolder::seen() const
{
    const QStringList parts = linesOf(seenFile(*this)).value(0).split(u' ');
    bool number = false;
    ProfileSeen seen;
    if (parts.size() < 2 || parts.size() > 3 || (seen.serial = parts[0].toULongLong(&number), !number))
        return std::nullopt;
    seen.sha256 = QByteArray::fromHex(parts[1].toLatin1());
    if (const auto at = QDateTime::fromString(parts.value(2), Qt::ISODateWithMs); at.isValid())
        seen.at = toInstant(at);
    return seen;
}

bool WorkstationFolder::setSeen(const ProfileSeen& newest) const
{
    // The latest moment stays: a clock that was set back does not make it earlier.
    const auto before = seen();
    const auto at = before ? std::max(before->at, newest.at) : newest.at;
    return replacePrivateFile(seenFile(*this), QByteArray::number(static_cast<qulonglong>(newest.serial)) + ' ' + newest.sha256.toHex() +
                                                   (at ? ' ' + toRfc3339(*at).toLatin1() : QByteArray()) + '\n')
        .has_value();
}

void WorkstationFolder::noteRefusal(Instant at, ProfileFault fault, QByteArrayView profile) const
{
    QStringList lines = linesOf(refusedFile(*this));
    const QString what = profileFaultWord(fault) + u' ' + QString::fromLatin1(toBytes(sha256(profile)).toHex());
    // A window that is opened again and again says the same thing once.
    if (lines.size() >= mostRefusals || (!lines.isEmpty() && lines.back().endsWith(what)))
        return;
    lines += toRfc3339(at) + u' ' + what;
    (void)replacePrivateFile(refusedFile(*this), (lines.join(u'\n') + u'\n').toUtf8());
}

std::vector<WorkstationFolder::Refusal> WorkstationFolder::refusals() const
{
    std::vector<Refusal> refusals;
    for (const QString& line : linesOf(refusedFile(*this))) {
        const QStringList parts = line.split(u' ');
        if (parts.size() == 3)
            refusals.push_back({.at = parts[0], .word = parts[1], .sha256 = parts[2]});
    }
    return refusals;
}

void WorkstationFolder::noteRefusedSignIn(Instant at, const QString& word) const
{
    QStringList lines = linesOf(signInsFile(*this));
    if (lines.size() > mostSignIns)
        return;
    lines += toRfc3339(at) + u' ' + (lines.size() == mostSignIns ? u"and_more"_s : word);
    (void)replacePrivateFile(signInsFile(*this), (lines.join(u'\n') + u'\n').toUtf8());
}

std::vector<WorkstationFolder::RefusedSignIn> WorkstationFolder::refusedSignIns() const
{
    std::vector<RefusedSignIn> refused;
    for (const QString& line : linesOf(signInsFile(*this))) {
        const QStringList parts = line.split(u' ');
        if (parts.size() == 2)
            refused.push_back({.at = parts[0], .word = parts[1]});
    }
    return refused;
}

void WorkstationFolder::forgetRefusals() const
{
    QFile::remove(signInsFile(*this));
    QFile::remove(refusedFile(*this));
}

std::expected<OfficeProfile, ProfileProblem> loadProfile(const QString& path, const QString& administratorFile,
                                                         const WorkstationFolder& folder, Instant now)
{
    const auto json = readPrivateFile(path, largestProfile);
    const auto refuse = [&](ProfileProblem problem) {
        folder.noteRefusal(now, problem.fault, json ? QByteArrayView(*json) : QByteArrayView());
        return std::unexpected(std::move(problem));
    };
    if (!json) {
        const bool large = QFileInfo(path).size() > largestProfile;
        return refuse({.fault = large ? ProfileFault::TooLarge : ProfileFault::Missing, .member = path});
    }
    const QByteArray signature = readPrivateFile(path + u".p7s"_s, smallFile).value_or(QByteArray());
    ProfileTrust trust{.administrators = {}, .now = now, .seen = folder.seen()};
    if (const auto pem = readPrivateFile(administratorFile, smallFile))
        trust.administrators = Certificate::listFromPem(*pem).value_or(std::vector<Certificate>());
    auto profile = readSignedProfile(*json, signature, trust);
    if (!profile)
        return refuse(profile.error());
    const auto names = folder.names();
    if (!names || names->office != profile->office ||
        !std::ranges::contains(profile->workstations, names->workstation, &WorkstationKey::name))
        return refuse({.fault = ProfileFault::OtherOffice, .member = names ? names->office + u'/' + names->workstation : folder.path()});
    auto places = loadPlaces(profile->sensitivePlaces, path);
    if (!places)
        return refuse(places.error());
    profile->sensitivePlaces.places = *std::move(places);
    return profile;
}

} // namespace casebound
