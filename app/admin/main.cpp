// casebound-admin: what an agent must not decide, and the administrator does.
#include "admin/AdminCommand.h"
#include "crypto/ProcessHygiene.h"

#include <QCoreApplication>

#include <cstdio>
#include <fcntl.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int notDone = 1, notUnderstood = 2;

int complain(const QString& sentence, int status)
{
    std::fprintf(stderr, "casebound-admin: %s\n", qUtf8Printable(sentence));
    return status;
}

} // namespace

int main(int argc, char* argv[])
{
    protectProcess();
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty() || arguments == QStringList{u"--help"_s} || arguments == QStringList{u"-h"_s}) {
        std::fputs(qUtf8Printable(adminOverview()), arguments.isEmpty() ? stderr : stdout);
        return arguments.isEmpty() ? notUnderstood : 0;
    }
    if (arguments == QStringList{u"--version"_s} || arguments == QStringList{u"-v"_s}) {
        std::puts("casebound-admin " CASEBOUND_VERSION);
        return 0;
    }
    const AdminCommand* command = findAdminCommand(arguments);
    if (!command)
        return complain(
            u"There is no command “%1”. Try --help."_s.arg(arguments.first(std::min<qsizetype>(arguments.size(), 2)).join(u' ')),
            notUnderstood);

    QCommandLineParser parser;
    const QCommandLineOption folder(u"folder"_s, {}, u"folder"_s, u"."_s), descriptor(u"passphrase-fd"_s, {}, u"number"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    parser.addOptions({folder, descriptor, help});
    parser.addOptions({command->options.begin(), command->options.end()});
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(parser.errorText() + u" Try casebound-admin %1 --help."_s.arg(QLatin1StringView(command->name)), notUnderstood);
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(adminHelp(*command)), stdout);
        return 0;
    }
    const QStringList words = parser.positionalArguments().sliced(QByteArrayView(command->name).count(' ') + 1);
    if (words.size() < command->leastWords || words.size() > command->mostWords)
        return complain(u"Usage: casebound-admin %1 %2"_s.arg(QLatin1StringView(command->name), QLatin1StringView(command->words)),
                        notUnderstood);

    std::optional<int> from;
    if (parser.isSet(descriptor)) {
        bool number = false;
        from = parser.value(descriptor).toInt(&number);
        if (!number || *from < 0 || ::fcntl(*from, F_GETFD) < 0)
            return complain(u"--passphrase-fd is not an open descriptor."_s, notUnderstood);
    }
    Passphrases passphrases(from);
    QTextStream out(stdout);
    AdminCall call{.folder = parser.value(folder),
                   .options = parser,
                   .words = words,
                   .passphrases = passphrases,
                   .out = out,
                   .now = SystemClock().now()};
    const auto done = command->run(call);
    out.flush();
    return done ? call.status : complain(done.error(), notDone);
}
