#include "app/Workstation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

StartFault fromFolder(FolderFault fault)
{
    switch (fault) {
    case FolderFault::NotPrivate: return StartFault::FolderNotPrivate;
    case FolderFault::NotWritable: return StartFault::FolderNotWritable;
    case FolderFault::InUse: return StartFault::InUse;
    }
    return StartFault::FolderNotWritable;
}

StartFault fromOffice(OfficeFault fault)
{
    switch (fault) {
    case OfficeFault::FolderNotPrivate: return StartFault::FolderNotPrivate;
    case OfficeFault::FolderNotWritable: return StartFault::FolderNotWritable;
    case OfficeFault::Damaged: return StartFault::OfficeDamaged;
    case OfficeFault::Crypto: return StartFault::Crypto;
    }
    return StartFault::Crypto;
}

QString dataFolder(const Workstation::Options& options)
{
    return options.dataFolder.isEmpty() ? Workstation::defaultDataFolder() : QDir(options.dataFolder).absolutePath();
}

QString officeFolder(const Workstation::Options& options)
{
    return QDir(dataFolder(options)).filePath(u"office"_s);
}

QString systemProfile(const Workstation::Options& options)
{
    return QDir(options.systemFolder).filePath(u"profile.json"_s);
}

/// Installed, named, or in the data folder; empty: none.
QString profilePath(const Workstation::Options& options)
{
    if (QFileInfo::exists(systemProfile(options)))
        return systemProfile(options);
    if (!options.profileFile.isEmpty())
        return QFileInfo(options.profileFile).absoluteFilePath();
    const QString own = WorkstationFolder(officeFolder(options)).profileFile();
    return QFileInfo::exists(own) ? own : QString();
}

/// A profile that was in force could be held on to, past the one that took its place.
bool namesAnotherThanInstalled(const Workstation::Options& options)
{
    const QFileInfo named(options.profileFile), installed(systemProfile(options));
    return !options.profileFile.isEmpty() && installed.exists() && named != installed;
}

} // namespace

QString startMessage(const StartProblem& problem, const QString& folder)
{
    if (problem.fault == StartFault::ProvidersRefused)
        return providerMessage(problem.provider, {u"/etc/casebound/fipsmodule.cnf"_s});
    return problem.fault == StartFault::ProfileRefused ? profileSentence(problem.profile) + u" Nothing was opened."_s
                                                       : startMessage(problem.fault, folder);
}

QString startMessage(StartFault fault, const QString& folder)
{
    switch (fault) {
    case StartFault::FolderNotPrivate:
        return u"The data folder %1 belongs to somebody else, is a link, or can be changed by others. Nothing was opened. "
               "Make it yours alone (chmod 700), or choose another with --data."_s.arg(folder);
    case StartFault::FolderNotWritable:
        return u"The data folder %1 cannot be written. Nothing was opened. Free space or correct its rights, or choose another with --data."_s
            .arg(folder);
    case StartFault::InUse:
        return u"Another Casebound works with the data folder %1. Nothing was opened. Close it first, or choose another folder with --data."_s
            .arg(folder);
    case StartFault::OfficeDamaged:
        return u"The practice office in %1 is incomplete or was changed. Nothing was opened and nothing was replaced. "
               "Move the folder away to begin a new one, or choose another with --data."_s.arg(folder);
    case StartFault::Crypto:
        return u"The cryptographic library refused to make the practice office. Nothing was opened. Check the OpenSSL installation."_s;
    case StartFault::ProfileInstalled:
        return u"An office profile is installed in /etc/casebound, so --profile cannot name another. Nothing was opened."_s;
    case StartFault::ProvidersRefused: return u"OpenSSL's providers were refused. Nothing was opened."_s;
    case StartFault::ProfileRefused: return u"The office profile was refused. Nothing was opened."_s;
    }
    return {};
}

QString Workstation::defaultDataFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"casebound"_s);
}

bool Workstation::hasOffice(const Options& options)
{
    return !profilePath(options).isEmpty() || WorkstationFolder(officeFolder(options)).isSetUp();
}

std::expected<std::unique_ptr<Workstation>, StartProblem> Workstation::createOffice(const Options& options)
{
    const auto refuse = [](StartFault fault) { return std::unexpected(StartProblem{.fault = fault}); };
    if (namesAnotherThanInstalled(options))
        return refuse(StartFault::ProfileInstalled);
    const QString folder = officeFolder(options);
    for (const QString& path : {dataFolder(options), folder}) {
        if (const auto checked = ensurePrivateFolder(path); !checked)
            return refuse(fromFolder(checked.error()));
    }
    auto lock = FolderLock::take(dataFolder(options));
    if (!lock)
        return refuse(fromFolder(lock.error()));
    auto workstation = std::unique_ptr<Workstation>(new Workstation(*std::move(lock), options));
    const WorkstationFolder places(folder);
    const auto installed = [&](const QString& name) {
        const QString system = QDir(options.systemFolder).filePath(name);
        return QFileInfo::exists(system) ? system : QDir(folder).filePath(name);
    };
    const QString pinned = QDir(options.systemFolder).filePath(u"administrator.pem"_s), profile = profilePath(options);
    const QString profileFile = profile.isEmpty() ? places.profileFile() : profile;
    const auto providersRefused = [](ProviderFault why) {
        return std::unexpected(StartProblem{.fault = StartFault::ProvidersRefused, .provider = why});
    };
    // What an unchecked profile says decides nothing but which implementations check it.
    if (const auto chosen = chooseProviders(profileAsksForFips(profileFile), {installed(u"fipsmodule.cnf"_s)}); !chosen)
        return providersRefused(chosen.error());
    auto office = ProfileOffice::open({.profileFile = profileFile,
                                       .administratorFile = QFileInfo::exists(pinned) ? pinned : places.administratorFile(),
                                       .folder = folder,
                                       .cardDriver = CardDesk::driverNamedIn(installed(u"card-driver"_s))},
                                      workstation->m_clock);
    if (!office)
        return std::unexpected(StartProblem{.fault = StartFault::ProfileRefused, .profile = office.error()});
    if ((*office)->profile().fips != runsOnFipsProviderAlone())
        return providersRefused(ProviderFault::OtherChoice);
    workstation->m_access = *std::move(office);
    workstation->m_signIn = std::make_unique<SignInService>(*workstation->m_access, workstation->m_clock, &workstation->m_pictures);
    return workstation;
}

std::expected<std::unique_ptr<Workstation>, StartFault> Workstation::createTraining(const Options& options)
{
    const QString folder = dataFolder(options);
    if (const auto checked = ensurePrivateFolder(folder); !checked)
        return std::unexpected(fromFolder(checked.error()));
    auto lock = FolderLock::take(folder);
    if (!lock)
        return std::unexpected(fromFolder(lock.error()));
    if (!runsOnFipsProviderAlone() && !loadProviders({}))
        return std::unexpected(StartFault::Crypto);
    auto office = TrainingOffice::openOrMake(QDir(folder).filePath(u"training"_s), SystemClock());
    if (!office)
        return std::unexpected(fromOffice(office.error()));
    auto workstation = std::unique_ptr<Workstation>(new Workstation(*std::move(lock), options));
    workstation->m_training = std::make_unique<TrainingOffice>(*std::move(office));
    const TrainingOffice& made = *workstation->m_training;
    workstation->m_vendor = std::make_unique<PracticeVendorProcess>(
        PracticeVendorProcess::Config{.program = options.vendorProgram,
                                      .caFile = made.caFile(),
                                      .certificateFile = made.serverCertificateFile(),
                                      .keyFile = made.serverKeyFile(),
                                      // Hits to practise on, for whoever has an alert.
                                      .extraArguments = QStringList{u"--hit-interval"_s, u"20"_s} + options.vendorArguments});
    workstation->m_access = std::make_unique<TrainingAccess>(*workstation->m_training, *workstation->m_vendor, workstation->m_clock);
    workstation->m_signIn = std::make_unique<SignInService>(*workstation->m_access, workstation->m_clock, &workstation->m_pictures);
    return workstation;
}

void Workstation::warmUp()
{
    if (m_vendor)
        (void)m_vendor->address();
}

} // namespace casebound
