#include "app/Workstation.h"

#include <QDir>
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

} // namespace

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
    }
    return {};
}

QString Workstation::defaultDataFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"casebound"_s);
}

std::expected<std::unique_ptr<Workstation>, StartFault> Workstation::createTraining(const Options& options)
{
    const QString folder = options.dataFolder.isEmpty() ? defaultDataFolder() : QDir(options.dataFolder).absolutePath();
    if (const auto checked = ensurePrivateFolder(folder); !checked)
        return std::unexpected(fromFolder(checked.error()));
    auto lock = FolderLock::take(folder);
    if (!lock)
        return std::unexpected(fromFolder(lock.error()));
    auto office = TrainingOffice::openOrMake(QDir(folder).filePath(u"training"_s), SystemClock());
    if (!office)
        return std::unexpected(fromOffice(office.error()));
    return std::unique_ptr<Workstation>(new Workstation(*std::move(lock), *std::move(office), options));
}

Workstation::Workstation(FolderLock lock, TrainingOffice office, const Options& options)
    : m_lock(std::move(lock)),
      m_office(std::move(office)),
      m_vendor(std::make_unique<PracticeVendorProcess>(PracticeVendorProcess::Config{.program = options.vendorProgram,
                                                                                     .caFile = m_office.caFile(),
                                                                                     .certificateFile = m_office.serverCertificateFile(),
                                                                                     .keyFile = m_office.serverKeyFile(),
                                                                                     .extraArguments = options.vendorArguments})),
      m_access(std::make_unique<TrainingAccess>(m_office, *m_vendor, m_clock)),
      m_signIn(std::make_unique<SignInService>(*m_access, m_clock))
{
}

void Workstation::warmUp()
{
    (void)m_vendor->address();
}

} // namespace casebound
