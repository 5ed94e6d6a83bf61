// Searches through the real services until it has done so many, or is killed. Prints "ready", then "done" for each.
#include "integration/PracticeDesk.h"

#include "app/QuietLog.h"
#include "crypto/ProcessHygiene.h"

#include <QCoreApplication>

#include <cstdio>

using namespace casebound;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    protectProcess();
    installQuietLog();
    setContentPossible(true);
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    PracticeDesk desk(arguments[1], {u"--record"_s, arguments[2]});
    if (const auto signedIn = desk.signIn(); !signedIn)
        return 3;
    std::puts("ready");
    std::fflush(stdout);
    for (int left = arguments[3].toInt(); left > 0; --left) {
        const auto run = desk.session().queries().search(desk.draft(u"PMX4810"_s, u"US-TX"_s));
        if (!run || !waitForEnd(**run) || (*run)->state() != QueryRun::State::Complete)
            return 4;
        desk.session().queries().close(**run, QueryRun::EndReason::Closed);
        std::puts("done");
        std::fflush(stdout);
    }
    return 0;
}
