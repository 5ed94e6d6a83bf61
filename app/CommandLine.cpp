#include "app/CommandLine.h"

#include <QCommandLineParser>
#include <QLocale>

#include <map>

namespace casebound {

using namespace Qt::StringLiterals;

std::expected<CommandLine, QString> CommandLine::parse(const QStringList& arguments)
{
    const QCommandLineOption training(u"training"_s);
    const QCommandLineOption tour(u"tour"_s, {}, u"folder"_s);
    const QCommandLineOption profile(u"profile"_s, {}, u"file"_s);
    const QCommandLineOption data(u"data"_s, {}, u"folder"_s);
    const QCommandLineOption language(u"lang"_s, {}, u"language"_s);
    const QCommandLineOption look(u"appearance"_s, {}, u"appearance"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    QCommandLineParser parser;
    parser.addOptions({training, tour, profile, data, language, look, help, version});
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(u"Unexpected argument: %1. Try --help."_s.arg(parser.positionalArguments().front()));

    CommandLine line;
    line.dataFolder = parser.value(data);
    line.profileFile = parser.value(profile);
    line.training = parser.isSet(training) || parser.isSet(tour);
    line.tourFolder = parser.value(tour);
    if (parser.isSet(profile) && (line.profileFile.isEmpty() || line.training))
        return std::unexpected(u"--profile needs a file, and goes neither with --training nor with --tour."_s);
    line.language = parser.value(language);
    if (parser.isSet(data) && line.dataFolder.isEmpty())
        return std::unexpected(u"--data needs a folder."_s);
    if (parser.isSet(tour) && line.tourFolder.isEmpty())
        return std::unexpected(u"--tour needs a folder."_s);
    if (parser.isSet(language) && QLocale(line.language).language() == QLocale::C)
        return std::unexpected(u"Unknown language: %1. English is en, Spanish is es."_s.arg(line.language));
    if (parser.isSet(look)) {
        const std::map<QString, Appearance> looks{
            {u"light"_s, Appearance::Light}, {u"dark"_s, Appearance::Dark}, {u"high-contrast"_s, Appearance::HighContrast}};
        const auto found = looks.find(parser.value(look));
        if (found == looks.end())
            return std::unexpected(u"Unknown appearance: %1. It is light, dark or high-contrast."_s.arg(parser.value(look)));
        line.appearance = found->second;
    }
    if (parser.isSet(tour))
        line.action = Action::Tour;
    if (parser.isSet(version))
        line.action = Action::Version;
    if (parser.isSet(help))
        line.action = Action::Help;
    return line;
}

QString CommandLine::help()
{
    return u"Usage: casebound [options]\n"
           "Case-bound licence-plate-reader queries for authorised investigators.\n"
           "\n"
           "  --training       Training mode: a practice vendor with a made-up town on this computer.\n"
           "                   The default while no office profile is installed.\n"
           "  --profile FILE   The signed profile of the office (casebound-admin), its signature FILE.p7s beside it. Where\n"
           "                   there is /etc/casebound/profile.json, that one and no other; without the option office/profile.json\n"
           "                   in the data folder, where there is one.\n"
           "  --data FOLDER    Keep the data there instead of XDG_DATA_HOME/casebound. One program a folder.\n"
           "  --lang LANGUAGE  Language of the windows, such as en or es, instead of the system's.\n"
           "  --appearance A   light, dark or high-contrast, for this time.\n"
           "  --tour FOLDER    Go through the main job in training mode and write a picture of each window there.\n"
           "  -v, --version    Print the version.\n"
           "  -h, --help       Print this.\n"_s;
}

} // namespace casebound
