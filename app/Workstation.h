// The composition root: everything that is made once and passed by reference. No window here.
#pragma once

#include "app/PracticeVendorProcess.h"
#include "office/PrivateFolder.h"
#include "app/TrainingAccess.h"
#include "app/TrainingOffice.h"
#include "domain/Clock.h"
#include "service/SignInService.h"

#include <expected>
#include <memory>

namespace casebound {

enum class StartFault {
    FolderNotPrivate,
    FolderNotWritable,
    InUse, ///< Another Casebound works with this data folder.
    OfficeDamaged,
    Crypto,
};

/// One sentence in English for standard error, before there is a window: what happened and what to do.
[[nodiscard]] QString startMessage(StartFault fault, const QString& folder);

/// Sessions made through signIn() must be gone before it is.
class Workstation {
public:
    struct Options {
        QString dataFolder;          ///< Empty: XDG_DATA_HOME/casebound.
        QStringList vendorArguments; ///< Tests.
        QString vendorProgram;       ///< Empty: next to the executable.
    };
    [[nodiscard]] static QString defaultDataFolder();
    /// Training, the embedded default while no office profile exists (R17).
    [[nodiscard]] static std::expected<std::unique_ptr<Workstation>, StartFault> createTraining(const Options& options);

    [[nodiscard]] SignIn& signIn() { return *m_signIn; }
    [[nodiscard]] const TrainingOffice& office() const { return m_office; }
    /// Begins to start the practice vendor, so that it is ready when the banner has been read.
    void warmUp();

private:
    Workstation(FolderLock lock, TrainingOffice office, const Options& options);

    FolderLock m_lock;
    SystemClock m_clock;
    TrainingOffice m_office;
    std::unique_ptr<PracticeVendorProcess> m_vendor;
    std::unique_ptr<TrainingAccess> m_access;
    std::unique_ptr<SignInService> m_signIn;
};

} // namespace casebound
