// The composition root: everything that is made once and passed by reference. No window here.
#pragma once

#include "app/PictureProcess.h"
#include "app/PracticeVendorProcess.h"
#include "app/ProfileOffice.h"
#include "app/ProviderChoice.h"
#include "app/TrainingAccess.h"
#include "app/TrainingOffice.h"
#include "domain/Clock.h"
#include "office/PrivateFolder.h"
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
    ProfileRefused,   ///< Of a real office: see the problem.
    ProfileInstalled, ///< Another one was named than the one that root installed.
    ProvidersRefused, ///< The same: OpenSSL's providers that the profile asks for.
};

struct StartProblem {
    StartFault fault = StartFault::FolderNotWritable;
    ProfileProblem profile = {};
    ProviderFault provider = ProviderFault::NoModule;
};

/// One sentence in English for standard error, before there is a window: what happened and what to do.
[[nodiscard]] QString startMessage(StartFault fault, const QString& folder);
[[nodiscard]] QString startMessage(const StartProblem& problem, const QString& folder);

/// Sessions made through signIn() must be gone before it is.
class Workstation {
public:
    struct Options {
        QString dataFolder;          ///< Empty: XDG_DATA_HOME/casebound.
        QStringList vendorArguments; ///< Tests.
        QString vendorProgram;       ///< Empty: next to the executable.
        QString pictureProgram;      ///< The same.
        QString profileFile; ///< Of a real office. Empty: the system's, or the one in the data folder. Where the system has one, no other.
        QString systemFolder = QStringLiteral("/etc/casebound"); ///< Only root writes there; what lies in it goes before the data folder's.
    };
    [[nodiscard]] static QString defaultDataFolder();
    /// Whether a real office is meant: a profile is named or installed, or the data folder was set up for one. Where it is, training is
    /// never fallen back to.
    [[nodiscard]] static bool hasOffice(const Options& options);
    /// A real office (architecture: "The office profile"). Whose signature counts says administrator.pem, in the system folder or, where it
    /// has none, in the data folder.
    [[nodiscard]] static std::expected<std::unique_ptr<Workstation>, StartProblem> createOffice(const Options& options);
    /// Training, the embedded default while no office profile exists (R17).
    [[nodiscard]] static std::expected<std::unique_ptr<Workstation>, StartFault> createTraining(const Options& options);

    [[nodiscard]] SignIn& signIn() { return *m_signIn; }
    [[nodiscard]] bool isTraining() const { return m_training != nullptr; }
    /// Training alone.
    [[nodiscard]] const TrainingOffice& office() const { return *m_training; }
    /// In training: begins to start the practice vendor, so that it is ready when the banner has been read.
    void warmUp();

private:
    Workstation(FolderLock lock, const Options& options) : m_lock(std::move(lock)), m_pictures({.program = options.pictureProgram}) {}

    FolderLock m_lock;
    SystemClock m_clock;
    PictureProcess m_pictures;
    std::unique_ptr<TrainingOffice> m_training;
    std::unique_ptr<PracticeVendorProcess> m_vendor; ///< In training.
    std::unique_ptr<OfficeAccess> m_access;
    std::unique_ptr<SignInService> m_signIn;
};

} // namespace casebound
