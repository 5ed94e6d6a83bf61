// workstation: the keys of a desk, made where they will lie, and their public half in the profile. recover: the way back to them.
#include "admin/AdminCommand.h"
#include "crypto/Cms.h"
#include "office/OfficeKeys.h"
#include "office/PrivateFolder.h"
#include "office/WorkstationFolder.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString officeFolder(const AdminCall& call)
{
    return QDir(call.options.value(u"data"_s)).absoluteFilePath(u"office"_s);
}

AdminResult<SecureBytes> actorKey(const AdminOffice& office, AdminCall& call)
{
    const QString path = call.options.isSet(u"credential"_s) ? call.options.value(u"credential"_s) : office.file(u"administrator.p12"_s);
    const auto passphrase = call.passphrases.ask(u"the administrator"_s);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    const auto credential = openCredential(path, *passphrase);
    const auto envelope = office.read(u"actor-key.cms"_s);
    if (!credential || !envelope)
        return std::unexpected(credential ? envelope.error() : credential.error());
    auto key = unwrapSecret(*envelope, (*credential)->key(), (*credential)->certificate());
    if (!key || key->size() != 32)
        return std::unexpected(u"%1 does not open actor-key.cms. Nothing was made."_s.arg(path));
    return *std::move(key);
}

} // namespace

AdminResult<> addWorkstation(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const QString name = call.words.front();
    if (!isName(name) || std::ranges::contains(office->draft.workstations, name, &WorkstationKey::name))
        return std::unexpected(u"%1 is no name, or a workstation has it already. Nothing was made."_s.arg(name));
    if (!call.options.isSet(u"data"_s))
        return std::unexpected(u"--data is needed: the data folder of that workstation. Nothing was made."_s);
    if (office->draft.roster.empty())
        return std::unexpected(u"The roster is empty: add people first, for the keys are wrapped to them. Nothing was made."_s);
    const WorkstationFolder folder(officeFolder(call));
    if (folder.isSetUp())
        return std::unexpected(u"%1 is set up for an office already. Nothing was made. If that was cut off before it was done, and no log "
                               "lies there, remove that folder and do this again."_s.arg(folder.path()));
    const auto people = keyHolders(office->draft);
    const auto administrator = office->certificate(u"administrator.pem"_s);
    if (!people || !administrator)
        return std::unexpected(administrator ? u"A certificate of the roster cannot be wrapped to. Nothing was made."_s
                                             : administrator.error());
    auto actor = actorKey(*office, call);
    if (!actor)
        return std::unexpected(actor.error());
    auto keys = OfficeKeys::generate(*std::move(actor));
    const auto signing = keys ? keys->workstation() : std::unexpected(KeysFault::Crypto);
    if (!signing)
        return std::unexpected(u"OpenSSL refused to make keys. Nothing was made."_s);
    if (!ensurePrivateFolder(call.options.value(u"data"_s)) || !ensurePrivateFolder(folder.path()))
        return std::unexpected(u"%1 cannot be made, or others can change it. Nothing was made."_s.arg(folder.path()));
    // The draft last: a workstation that it names has its keys. What was made for nothing is taken away again.
    const auto forget = [&folder] {
        for (const QString& file : {folder.keysFile(), folder.nameFile(), folder.administratorFile()}) {
            QFile::remove(file);
            QFile::remove(file + u".new"_s);
        }
        QDir().rmdir(folder.path());
    };
    if (!writePrivateFile(folder.administratorFile(), administrator->pem()) ||
        !folder.writeNames({.office = office->draft.office, .workstation = name}) || !keys->save(folder.keysFile(), *people)) {
        forget();
        return std::unexpected(u"%1 cannot be written. Nothing was made; free some space, or make it writable."_s.arg(folder.path()));
    }
    office->draft.workstations.push_back({.name = name, .publicKeyDer = signing->publicKeyDer()});
    if (const auto saved = office->saveDraft(); !saved) {
        forget();
        return saved;
    }
    call.out << u"Workstation "_s << name << u" is set up in "_s << folder.path()
             << u". Sign the profile, and start casebound there with --profile.\n"_s;
    return {};
}

AdminResult<> removeWorkstation(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    if (std::erase_if(office->draft.workstations, [&](const WorkstationKey& one) { return one.name == call.words.front(); }) == 0)
        return std::unexpected(u"No workstation is called %1. Nothing was changed."_s.arg(call.words.front()));
    if (const auto saved = office->saveDraft(); !saved)
        return saved;
    call.out << u"Keep its data folder: it holds the log.\n"_s;
    return {};
}

AdminResult<> printWorkstationKey(AdminCall& call)
{
    const auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const auto& list = office->draft.workstations;
    const auto found = std::ranges::find(list, call.words.front(), &WorkstationKey::name);
    if (found == list.end())
        return std::unexpected(u"No workstation is called %1."_s.arg(call.words.front()));
    const QByteArray text = found->publicKeyDer.toBase64();
    call.out << u"-----BEGIN PUBLIC KEY-----\n"_s;
    for (qsizetype at = 0; at < text.size(); at += 64)
        call.out << QString::fromLatin1(text.sliced(at, std::min<qsizetype>(64, text.size() - at))) << u'\n';
    call.out << u"-----END PUBLIC KEY-----\n"_s;
    return {};
}

AdminResult<> recoverKeys(AdminCall& call)
{
    const auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    if (!call.options.isSet(u"data"_s))
        return std::unexpected(u"--data is needed: the data folder of the workstation. Nothing was changed."_s);
    const WorkstationFolder folder(officeFolder(call));
    // Only to people of a profile that the administrator signed.
    const auto profile = loadProfile(office->file(u"profile.json"_s), folder.administratorFile(), folder, call.now);
    if (!profile)
        return std::unexpected(profileSentence(profile.error()) + u" Nothing was changed."_s);
    const QString path = call.options.isSet(u"credential"_s) ? call.options.value(u"credential"_s) : office->file(u"recovery.p12"_s);
    const auto lock = FolderLock::take(call.options.value(u"data"_s));
    if (!lock)
        return std::unexpected(u"Casebound is open on this data folder, or it cannot be written. Close it first; nothing was changed."_s);
    const auto passphrase = call.passphrases.ask(u"the recovery key"_s);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    const auto credential = openCredential(path, *passphrase);
    if (!credential)
        return std::unexpected(credential.error());
    auto keys = OfficeKeys::open(folder.keysFile(), **credential);
    if (!keys)
        return std::unexpected(u"%1 does not open the keys of this workstation. Nothing was changed."_s.arg(path));
    if (call.options.isSet(u"keys-to"_s)) {
        const QDir to(call.options.value(u"keys-to"_s));
        const auto hex = [](const SecureBytes& key) { return SecureBytes::copyOf(key.view().toByteArray().toHex() + '\n'); };
        const auto pem = keys->workstation()->toPem();
        const QStringList names{u"audit.key"_s, u"cases.key"_s, u"workstation.pem"_s};
        if (std::ranges::any_of(names, [&to](const QString& name) { return to.exists(name); }))
            return std::unexpected(u"%1 holds such files already. Nothing was written; name another folder."_s.arg(to.absolutePath()));
        if (!ensurePrivateFolder(to.absolutePath()) || !writePrivateFile(to.filePath(names[0]), hex(keys->audit()).view()) ||
            !writePrivateFile(to.filePath(names[1]), hex(keys->cases()).view()) || !writePrivateFile(to.filePath(names[2]), pem.view())) {
            for (const QString& name : names) // no key in plain is left behind that nobody was told of
                QFile::remove(to.filePath(name));
            return std::unexpected(
                u"%1 cannot be written, or others can change it. No key was left there; name another folder."_s.arg(to.absolutePath()));
        }
        call.out << u"The keys stand in plain in "_s << to.absolutePath()
                 << u": for casebound-verify --db-key and --signing-key. Remove them afterwards.\n"_s;
        return {};
    }
    const auto people = keyHolders(*profile);
    if (!people || !keys->save(folder.keysFile(), *people))
        return std::unexpected(u"The keys cannot be wrapped to the roster, or not be written. Nothing was changed."_s);
    call.out << u"The keys of this workstation are wrapped to the "_s << people->size() << u" certificates of profile "_s << profile->serial
             << u". Everyone on its roster can sign in now; where somebody left, the first sign-in changes the keys.\n"_s;
    return {};
}

} // namespace casebound
