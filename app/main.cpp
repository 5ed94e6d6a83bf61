// casebound: the window.
#include "app/CommandLine.h"
#include "app/Language.h"
#include "app/NetworkFence.h"
#include "app/QuietLog.h"
#include "app/RenderChoice.h"
#include "app/StartRefusal.h"
#include "app/Tour.h"
#include "app/Workstation.h"
#include "crypto/ProcessHygiene.h"
#include "desktop/EndSignals.h"
#include "desktop/LoginWatch.h"
#include "ui/MainWindow.h"
#include "ui/Shell.h"
#include "ui/Theme.h"
#include "ui/WindowPrompt.h"

#include <QApplication>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdio>
#include <optional>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int usageError = 2;
constexpr int startError = 3;

int complain(const QString& sentence, int status)
{
    std::fprintf(stderr, "casebound: %s\n", sentence.toLocal8Bit().constData());
    return status;
}

/// Arguments as text, before there is an application object.
QStringList textOf(int argc, char* argv[])
{
    QStringList list;
    for (int n = 0; n < argc; ++n)
        list += QString::fromLocal8Bit(argv[n]);
    return list;
}

} // namespace

int main(int argc, char* argv[])
{
    protectProcess();
    installQuietLog();
    QCoreApplication::setApplicationName(u"casebound"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CASEBOUND_VERSION));
    auto line = CommandLine::parse(textOf(argc, argv));
    if (!line)
        return complain(line.error(), usageError);
    switch (line->action) {
    case CommandLine::Action::Help: std::fputs(CommandLine::help().toLocal8Bit().constData(), stdout); return 0;
    case CommandLine::Action::Version: std::fputs("casebound " CASEBOUND_VERSION "\n", stdout); return 0;
    case CommandLine::Action::Tour:
    case CommandLine::Action::Run: break;
    }
    const bool touring = line->action == CommandLine::Action::Tour;

    NetworkFence::install();
    QApplication application(argc, argv);
    const EndSignals signals; // before whatever has to end in order
    chooseRenderer();
    QApplication::setDesktopFileName(u"casebound"_s);
    const bool real = !line->training && Workstation::hasOffice({.dataFolder = line->dataFolder, .profileFile = line->profileFile});
    // Outside training no translation is taken from the environment: words of a stranger could say anything.
    const auto language =
        Language::install({.asked = line->language, .practiceFile = real ? QString() : qEnvironmentVariable("CASEBOUND_TRANSLATION")});
    if (!language)
        return complain(language.error(), startError);
    Theme::apply(application, line->appearance.value_or(Theme::savedAppearance()));

    // A tour leaves nothing behind but its pictures, unless it is told where to keep its data.
    std::optional<QTemporaryDir> scratch;
    std::unique_ptr<Tour> tour;
    if (touring) {
        auto made = Tour::create(line->tourFolder);
        if (line->dataFolder.isEmpty())
            scratch.emplace();
        if (!made || (scratch && !scratch->isValid()))
            return complain(made ? u"No temporary folder can be made. Nothing was started."_s : made.error(), startError);
        tour = *std::move(made);
        if (scratch)
            line->dataFolder = scratch->path();
    }

    const Workstation::Options options{.dataFolder = line->dataFolder, .profileFile = line->profileFile};
    auto workstation =
        real ? Workstation::createOffice(options)
             : Workstation::createTraining(options).transform_error([](StartFault fault) { return StartProblem{.fault = fault}; });
    if (!workstation) {
        const QString folder = line->dataFolder.isEmpty() ? Workstation::defaultDataFolder() : line->dataFolder;
        const QString sentence = startMessage(workstation.error(), folder);
        // Started from a menu, nobody sees the standard error stream.
        if (real && workstation.error().fault == StartFault::ProfileRefused)
            StartRefusal::show(workstation.error().profile);
        return complain(sentence, startError);
    }
    // A credential that is being opened belongs to the workstation, and nobody waits for it any more once the shell is gone. A card may
    // take seconds; one that does not answer at all is not waited for.
    const auto waitForThreads = qScopeGuard([] { QThreadPool::globalInstance()->waitForDone(std::chrono::seconds(10)); });
    WindowPrompt prompt;
    Shell shell((*workstation)->signIn(), prompt);
    QObject::connect(&shell, &Shell::mainWindowOpened, &application, [] { setContentPossible(true); });
    const LoginWatch login(QDBusConnection::systemBus(), qEnvironmentVariable("XDG_SESSION_ID"));
    QObject::connect(&login, &LoginWatch::lockWanted, &shell, &Shell::lock);
    // What was typed stays for the next sign-in: nobody here gave it up.
    QObject::connect(&signals, &EndSignals::endWanted, &shell, [&shell] {
        shell.endForSystem();
        QCoreApplication::exit(0); // quit() would ask the windows, which ask the person
    });
    shell.start();
    (*workstation)->warmUp();
    if (tour)
        tour->start();
    return QApplication::exec();
}
