// casebound-verify: an auditor's check of a log, apart from the program that wrote it.
#include "TileLogCheck.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int cannotTell = static_cast<int>(VerifyVerdict::CannotTell);

constexpr char usage[] =
    "casebound-verify log FOLDER [--verifier-key STRING | --key FILE]… [--witness FILE]… [--json]\n"
    "    checks an exported log; the key comes from the office profile, never from the export\n"
    "\n"
    "The first line says: in order, fault found, or cannot tell; the exit status is 0, 1 or 2.\n";

int fail(const QString& words)
{
    std::fprintf(stderr, "casebound-verify: %s\n", qUtf8Printable(words));
    return cannotTell;
}

/// A line on a terminal that renews itself; nothing where the check is over at once.
std::function<void(std::uint64_t, std::uint64_t)> progressOnStderr()
{
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    return [terminal, lastStep = std::uint64_t{0}](std::uint64_t done, std::uint64_t total) mutable {
        const std::uint64_t step = done / 100'000;
        if (step == lastStep)
            return;
        lastStep = step;
        std::fprintf(stderr, "%s%llu of %llu entries%s", terminal ? "\r" : "", static_cast<unsigned long long>(done),
                     static_cast<unsigned long long>(total), terminal && done < total ? "" : "\n");
    };
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"casebound-verify"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CASEBOUND_VERSION));

    QCommandLineParser parser;
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s}), version(u"version"_s), json(u"json"_s);
    const QCommandLineOption verifierKey(u"verifier-key"_s, {}, u"string"_s), keyFile(u"key"_s, {}, u"file"_s), witness(u"witness"_s, {}, u"file"_s);
    parser.addOptions({help, version, json, verifierKey, keyFile, witness});
    if (!parser.parse(QCoreApplication::arguments()))
        return fail(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(usage, stdout);
        return 0;
    }
    if (parser.isSet(version)) {
        std::printf("casebound-verify %s\n", CASEBOUND_VERSION);
        return 0;
    }
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || words.front() != u"log") {
        std::fputs(usage, stderr);
        return cannotTell;
    }

    VerifyOptions options;
    for (const QString& text : parser.values(verifierKey)) {
        if (!options.keys.addText(text.toUtf8()))
            return fail(u"--verifier-key is not origin+hash+base64 of a P-256 key"_s);
    }
    for (const QString& path : parser.values(keyFile)) {
        if (!options.keys.addFile(path))
            return fail(u"--key %1 is neither a verifier key nor a P-256 public key or certificate in PEM"_s.arg(path));
    }
    options.witnesses = parser.values(witness);
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    options.progress = progressOnStderr();

    const VerifyReport report = checkExportedLog(words.at(1), options);
    const QByteArray out = parser.isSet(json) ? report.json() : report.text();
    std::fwrite(out.constData(), 1, static_cast<std::size_t>(out.size()), stdout);
    return static_cast<int>(report.verdict());
}
