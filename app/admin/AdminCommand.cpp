#include "admin/AdminCommand.h"

#include <array>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QCommandLineOption value(const QString& name, const QString& what, const QString& word)
{
    return QCommandLineOption(name, what, word);
}

const std::vector<AdminCommand>& table()
{
    static const QCommandLineOption credential =
        value(u"credential"_s, u"The PKCS#12 file of the key instead of the one in the office's folder."_s, u"FILE"_s);
    static const QCommandLineOption data = value(u"data"_s, u"The data folder of the workstation."_s, u"FOLDER"_s);
    static const std::vector<AdminCommand> commands{
        {"init",
         "",
         "begin an office",
         "Makes the office's folder with a draft of its profile. Without --certificate the office gets an authority of its own, an\n"
         "administrator's key and a recovery key; two passphrases are asked for. With --certificate the keys and certificates of an\n"
         "existing authority are used, and no private key is kept here.",
         {value(u"office"_s, u"Its name: letters, digits, dot, underscore, hyphen. Part of the name of every log."_s, u"NAME"_s),
          value(u"certificate"_s, u"The administrator's certificate (PEM) from an existing authority."_s, u"FILE"_s),
          value(u"authority"_s, u"With --certificate: who issues the people's certificates (PEM bundle)."_s, u"FILE"_s),
          value(u"recovery"_s, u"With --certificate: the recovery certificate (PEM)."_s, u"FILE"_s)},
         0,
         0,
         initOffice},
        {"user add",
         "ID",
         "put a person on the roster",
         "With an authority of the office's own a key and certificate are made for the person; the administrator's passphrase and a new\n"
         "one for the person are asked for. The person cannot sign in before training is recorded and the profile is signed.",
         {value(u"name"_s, u"The person's name."_s, u"NAME"_s), value(u"role"_s, u"agent or supervisor."_s, u"ROLE"_s),
          value(u"certificate"_s, u"The person's certificate (PEM), of a card or another authority."_s, u"FILE"_s)},
         1,
         1,
         addUser},
        {"user remove",
         "ID",
         "take a person off the roster",
         "The person's certificate goes on the office's next revocation list (with an authority of its own), the person stops being a\n"
         "reviewer, and every workstation changes its keys at the first sign-in with the signed profile.",
         {},
         1,
         1,
         removeUser},
        {"user train",
         "ID",
         "record a person's training",
         "Nobody signs in without a training record in force (PIA p. 5). --record takes in what the practice course saved "
         "(docs/training-record.md):\n"
         "the person's signature, the answers and the pass mark must hold, and the day is the record's. Without it the administrator "
         "vouches.",
         {value(u"record"_s, u"The record of the practice course; its signature lies beside it, with .p7s."_s, u"FILE"_s),
          value(u"on"_s, u"The day it was completed; today unless given."_s, u"DATE"_s),
          value(u"until"_s, u"The last day it is in force; a year later unless given."_s, u"DATE"_s)},
         1,
         1,
         trainUser},
        {"user list", "", "list the roster", "One line a person, members separated by tabs.", {}, 0, 0, listUsers},
        {"reviewer add",
         "ID",
         "seal results to a reviewer",
         "A supervisor of the roster, or somebody else by --certificate, such as the office of professional responsibility.",
         {value(u"certificate"_s, u"The reviewer's certificate (PEM) where that is not the roster's."_s, u"FILE"_s)},
         1,
         1,
         addReviewer},
        {"reviewer remove",
         "ID",
         "seal nothing more to a reviewer",
         "What was sealed before stays readable to them.",
         {},
         1,
         1,
         removeReviewer},
        {"vendor",
         "",
         "say which vendor is asked, and how it is recognised",
         "Options that are not given stay as they are.",
         {value(u"address"_s, u"https://host:port"_s, u"URL"_s),
          value(u"ca"_s, u"The only authorities believed (PEM bundle)."_s, u"FILE"_s),
          value(u"crl"_s, u"Their revocation lists (PEM); an empty name for none."_s, u"FILE"_s),
          value(u"pin"_s, u"SHA-256 of the vendor's SubjectPublicKeyInfo, hexadecimal; may be repeated, and replaces those before."_s,
                u"HEX"_s),
          QCommandLineOption(u"no-pins"_s, u"Pin nothing."_s)},
         0,
         0,
         setVendor},
        {"policy",
         "",
         "set limits, texts and folders",
         "Options that are not given stay as they are. Banner, limits, reasons, retention and everything of reviews are for counsel to\n"
         "decide. --review takes the names and bounds that profile show prints (docs/office.md, \"Reviews\").",
         {value(u"house-years"_s, u"Look-back where an offence has no limitation."_s, u"N"_s),
          value(u"administrative-years"_s, u"Look-back in administrative matters, at most 5."_s, u"N"_s),
          value(u"withdraw"_s, u"A reason or priority this office may not use; may be repeated."_s, u"CODE"_s),
          value(u"restore"_s, u"Allow it again."_s, u"CODE"_s),
          value(u"retention"_s, u"Years a schedule keeps its material; may be repeated."_s, u"SCHEDULE=N"_s),
          value(u"review"_s, u"A number of reviews, such as sample_percent=10; may be repeated."_s, u"NAME=N"_s),
          value(u"judge"_s, u"Have an indicator's entries judged in any case; may be repeated."_s, u"CODE"_s),
          value(u"leave"_s, u"No longer."_s, u"CODE"_s),
          value(u"shift"_s,
                u"Working hours, such as mon-fri=06:00-20:00, or agent.one:sun=00:00-06:00; may be repeated, and replaces those before."_s,
                u"DAYS=TIMES"_s),
          QCommandLineOption(u"no-shifts"_s, u"No query is outside the working hours."_s),
          value(u"conflicts"_s,
                u"CSV of declared plates: user,kind,plate; kind is own, household, relation or, with no user, watched. Empty: none."_s,
                u"FILE"_s),
          value(u"banner"_s, u"JSON with version, paragraphs and covers."_s, u"FILE"_s),
          value(u"idle-minutes"_s, u"Until the window locks."_s, u"N"_s),
          value(u"results-hours"_s, u"Until results go, at most 8."_s, u"N"_s),
          value(u"pass-mark"_s, u"Of the practice course, in per cent."_s, u"N"_s),
          value(u"witness"_s, u"The office's witness folder, an absolute path; an empty name for none."_s, u"FOLDER"_s),
          value(u"metres"_s, u"A read at most this far from a sensitive place carries the notice (places import)."_s, u"N"_s),
          value(u"people-ca"_s, u"Who issues the people's certificates (PEM bundle)."_s, u"FILE"_s),
          value(u"people-crl"_s, u"Their revocation lists (PEM); an empty name for none."_s, u"FILE"_s),
          value(u"card-driver"_s, u"PKCS#11 module of the cards, an absolute path; an empty name for none."_s, u"FILE"_s),
          value(u"recovery"_s, u"Another recovery certificate (PEM)."_s, u"FILE"_s),
          value(u"fips"_s, u"on or off."_s, u"WORD"_s)},
         0,
         0,
         setPolicy},
        {"places import",
         "FILE",
         "take in the office's sensitive places",
         "GeoJSON (RFC 7946, degrees of WGS 84): points and polygons, each with a category of resources/reference/sensitive_places.json "
         "and\n"
         "perhaps a name. It is checked whole, simplified, and written into the office's folder as places-DATE-….geojson, which the "
         "signed\n"
         "profile names with its SHA-256: hand it out beside the profile. Which places are sensitive is for counsel to decide.",
         {value(u"date"_s, u"The day the data is of, not that of the import."_s, u"DATE"_s),
          value(u"source"_s, u"Where the data is from; shown with every notice."_s, u"TEXT"_s),
          value(u"simplify"_s, u"Metres an outline may be off by, 0 to 50; 1 unless given."_s, u"N"_s)},
         1,
         1,
         takeInPlaces},
        {"places show",
         "",
         "print the draft's sensitive places",
         "Source, date, and how many there are of each category.",
         {},
         0,
         0,
         showPlaces},
        {"places remove",
         "",
         "name no sensitive places",
         "Takes the layer out of the draft; no notice is given from the next signed profile on. The file stays in the office's folder.",
         {},
         0,
         0,
         removePlaces},
        {"map",
         "",
         "say which map the office's windows draw",
         "Without an option: says it. The bundled overview is always there. No map ever comes from anywhere but the file or the server\n"
         "named here. A file is not copied, for it may be large: put it beside profile.json on every workstation. It is shown only while\n"
         "its SHA-256 is the one that is signed.",
         {value(u"file"_s, u"Raster tiles (MBTiles); an empty name for none."_s, u"FILE"_s),
          value(u"tiles"_s, u"The agency's tile server; {z}, {x}, {y} in the address, or /z/x/y.png follows; an empty address for none."_s,
                u"URL"_s),
          value(u"ca"_s, u"The only authorities believed for the server (PEM bundle); an empty name for the vendor's."_s, u"FILE"_s),
          value(u"attribution"_s, u"Whose map the server's is; drawn on it."_s, u"TEXT"_s),
          value(u"deepest"_s, u"The server's last zoom; 18 unless given."_s, u"N"_s)},
         0,
         0,
         setMap},
        {"time-stamps",
         "",
         "say who stamps the time on exported case files",
         "Without an option: says it. With a service named here every exported case file carries its time stamp (RFC 3161), and none is\n"
         "written without. The service is told a hash, and nothing else.",
         {value(u"address"_s, u"The service; an empty address for none."_s, u"URL"_s),
          value(u"authorities"_s, u"Who vouches for its stamps (PEM bundle)."_s, u"FILE"_s),
          value(u"ca"_s, u"The only authorities believed for its TLS (PEM bundle); an empty name for the vendor's."_s, u"FILE"_s)},
         0,
         0,
         setTimeStamps},
        {"workstation add",
         "NAME",
         "set up a workstation",
         "Makes the workstation's keys in its data folder, wrapped to everyone on the draft's roster and to the recovery certificate, "
         "pins\n"
         "the administrator's certificate there, and puts the public half of its signing key into the draft. Run it on that computer, as\n"
         "the user who works there; the office's folder may lie on a drive. The administrator's passphrase is asked for.",
         {data, credential},
         1,
         1,
         addWorkstation},
        {"workstation remove",
         "NAME",
         "take a workstation out of the profile",
         "Its data folder, which holds its log, is not touched.",
         {},
         1,
         1,
         removeWorkstation},
        {"workstation key",
         "NAME",
         "print the public key a workstation's log begins with",
         "In PEM, for casebound-verify --key. Keys that followed it are announced in the log itself.",
         {},
         1,
         1,
         printWorkstationKey},
        {"profile show", "[FILE]", "print a profile", "The draft unless a file is named.", {}, 0, 1, showProfile},
        {"profile check",
         "[FILE]",
         "say whether a profile is in order",
         "The draft unless a file is named; a signed one is checked with its signature, as a workstation does. Exit status 1: it is not.",
         {},
         0,
         1,
         checkProfile},
        {"profile sign",
         "",
         "put the draft in force",
         "Gives the draft the next serial number, renews the office's revocation list where it has an authority of its own, and writes\n"
         "profile.json and profile.json.p7s. The administrator's passphrase is asked for.",
         {value(u"days"_s, u"How long it is in force; 365 unless given."_s, u"N"_s), credential},
         0,
         0,
         signProfile},
        {"profile diff",
         "[FROM [TO]]",
         "print what differs between two profiles",
         "The signed one and the draft unless files are named. Exit status 1: they differ.",
         {},
         0,
         2,
         diffProfiles},
        {"recover",
         "",
         "get at a workstation's keys with the recovery key",
         "Wraps the keys of a workstation to everyone on the signed profile's roster, for when nobody can sign in any more. With "
         "--keys-to\n"
         "the keys are written in plain instead, for casebound-verify. The recovery key's passphrase is asked for.",
         {data, credential, value(u"keys-to"_s, u"Write audit.key, cases.key and workstation.pem there."_s, u"FOLDER"_s)},
         0,
         0,
         recoverKeys},
    };
    return commands;
}

} // namespace

std::span<const AdminCommand> adminCommands()
{
    return table();
}

const AdminCommand* findAdminCommand(const QStringList& words)
{
    for (const AdminCommand& command : table()) {
        const QStringList name = QString::fromLatin1(command.name).split(u' ');
        if (words.first(std::min(words.size(), name.size())) == name)
            return &command;
    }
    return nullptr;
}

AdminResult<> fileOption(const AdminCall& call, const QString& option, QByteArray& into)
{
    if (!call.options.isSet(option))
        return {};
    const QString path = call.options.value(option);
    auto bytes = path.isEmpty() ? AdminResult<QByteArray>(QByteArray()) : readAnyFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    into = *std::move(bytes);
    return {};
}

QString adminOverview()
{
    QString text = u"Usage: casebound-admin COMMAND [WORDS] [OPTIONS]\n"
                   "Makes an office: its signed profile, its people and its keys.\n\n"_s;
    for (const AdminCommand& command : table())
        text += u"  %1 %2\n"_s.arg(QString(QLatin1StringView(command.name) + u' ' + QLatin1StringView(command.words)), -26)
                    .arg(QLatin1StringView(command.summary));
    text += u"\nOptions of every command:\n"
            "  --folder FOLDER        The office's folder instead of the current one.\n"
            "  --passphrase-fd N      Read passphrases from descriptor N, one line each, instead of from the terminal.\n"
            "  -h, --help             What a command does, and its options.\n"
            "  -v, --version\n"
            "\n"
            "Exit status: 0 done, 1 not done (or: profiles differ, not in order), 2 not understood.\n"
            "Every command but profile sign changes the draft alone.\n"_s;
    return text;
}

QString adminHelp(const AdminCommand& command)
{
    QString text =
        u"Usage: casebound-admin %1 %2 [OPTIONS]\n%3\n\n%4\n"_s.arg(QLatin1StringView(command.name), QLatin1StringView(command.words),
                                                                    QLatin1StringView(command.summary), QString::fromUtf8(command.help));
    if (!command.options.empty())
        text += u'\n';
    for (const QCommandLineOption& option : command.options)
        text += u"  %1 %2\n"_s
                    .arg(u"--"_s + option.names().front() + (option.valueName().isEmpty() ? QString() : u' ' + option.valueName()), -26)
                    .arg(option.description());
    return text;
}

} // namespace casebound
