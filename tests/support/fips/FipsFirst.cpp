// Linked into a test, it runs on OpenSSL's FIPS provider alone, configured "pedantic": every unapproved use is an error.
#include "FipsRecorder.h"

#include "crypto/Providers.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace Qt::StringLiterals;

[[noreturn]] void giveUp(const char* why, int number)
{
    std::fprintf(stderr, "FIPS: %s (%d)\n", why, number);
    std::_Exit(99);
}

/// As an administrator does it: `openssl fipsinstall` checks the module on this machine and writes its MAC.
[[maybe_unused]] const bool ready = [] {
    const QTemporaryDir folder;
    const QByteArray configuration = QFile::encodeName(folder.filePath(u"fipsmodule.cnf"_s));
    const QByteArray module = QFile::encodeName(casebound::providerModulesFolder() + u"/fips.so"_s);
    const QByteArray command = "openssl fipsinstall -quiet -pedantic -module '" + module + "' -out '" + configuration + "'";
    if (const int status = std::system(command.constData()); status != 0)
        giveUp("openssl fipsinstall failed", status);
    if (casebound::test::wantsFipsRecord()) {
        QFile file(QFile::decodeName(configuration));
        if (!file.open(QIODevice::Append) || file.write("\nmodule-filename = " + module + "\n") < 0)
            giveUp("cannot write", 0);
        casebound::test::recordFips(module);
    }
    const auto loaded = casebound::loadProviders({.fips = true, .fipsConfiguration = QFile::decodeName(configuration)});
    if (!loaded)
        giveUp("the providers cannot be loaded", static_cast<int>(loaded.error()));
    return true;
}();

} // namespace
