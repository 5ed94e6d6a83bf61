// casebound-verify: an auditor's check of a log, apart from the program that wrote it.
#include "BagCheck.h"
#include "LiveLogCheck.h"
#include "crypto/ProcessHygiene.h"

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
    "casebound-verify log LIVE_FOLDER --db-key FILE [--verifier-key STRING | --key FILE]… [--witness FILE]… [--json]\n"
    "    checks the log of a workstation that is not running; the file holds the database key, 32 bytes or 64 hexadecimal digits\n"
    "casebound-verify export-log LIVE_FOLDER OUT --db-key FILE --signing-key FILE [--private] [--sealed]\n"
    "    checks that log, then writes it for outsiders; OUT must not exist. With --private or --sealed it is not for publication\n"
    "casebound-verify export PATH --ca FILE --verifier-key STRING [--recipient-key FILE] [--tsa-ca FILE] [--json]\n"
    "    checks an exported case file: a folder, a zip, or an encrypted one with the key of one of its recipients; the authority and the\n"
    "    key of the log come from the office, never from the export\n"
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

const char* exportWords(ExportFault fault)
{
    switch (fault) {
    case ExportFault::TargetExists: return "the target exists; nothing was written";
    case ExportFault::CannotWrite: return "the target cannot be written; what was begun is removed";
    case ExportFault::DiskFull: return "the disk is full; what was begun is removed";
    case ExportFault::EntryTooLarge: return "an entry is over 65,535 bytes; nothing was written";
    case ExportFault::CannotSign: return "the signing key cannot sign this log; nothing was written";
    case ExportFault::CannotRead: return "the log could not be read again after the check; nothing was written";
    case ExportFault::NotInOrder: return "the log is not in order; nothing was written";
    }
    return "";
}

bool addAuthorities(const QStringList& files, std::vector<Certificate>& anchors)
{
    for (const QString& file : files) {
        const auto bytes = readNamedFile(file, 1 << 20);
        const auto list = bytes ? Certificate::listFromPem(*bytes) : std::unexpected(CryptoFault::BadInput);
        if (!list)
            return false;
        anchors.insert(anchors.end(), list->begin(), list->end());
    }
    return true;
}

int checkExport(const QString& path, BagOptions options, const QStringList& authorities, const QStringList& stampAuthorities,
                const QString& recipientKey, bool json)
{
    if (!addAuthorities(authorities, options.anchors))
        return fail(u"--ca %1 holds no certificate in PEM"_s.arg(authorities.join(u' ')));
    if (!addAuthorities(stampAuthorities, options.stampAnchors))
        return fail(u"--tsa-ca %1 holds no certificate in PEM"_s.arg(stampAuthorities.join(u' ')));
    if (!recipientKey.isEmpty()) {
        options.recipientKey = readSigningKey(recipientKey);
        if (!options.recipientKey)
            return fail(u"--recipient-key is not an unencrypted P-256 key (PKCS#8, PEM or DER)"_s);
    }
    const BagReport report = checkBag(path, options);
    const QByteArray out = json ? report.json() : report.text();
    std::fwrite(out.constData(), 1, static_cast<std::size_t>(out.size()), stdout);
    return static_cast<int>(report.verdict());
}

} // namespace

int main(int argc, char* argv[])
{
    protectMemory(); // it is given keys of databases
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"casebound-verify"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CASEBOUND_VERSION));

    QCommandLineParser parser;
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s}), version(u"version"_s), json(u"json"_s);
    const QCommandLineOption verifierKey(u"verifier-key"_s, {}, u"string"_s), keyFile(u"key"_s, {}, u"file"_s),
        witness(u"witness"_s, {}, u"file"_s);
    const QCommandLineOption databaseKey(u"db-key"_s, {}, u"file"_s), signingKey(u"signing-key"_s, {}, u"file"_s);
    const QCommandLineOption withPrivate(u"private"_s), withSealed(u"sealed"_s);
    const QCommandLineOption authority(u"ca"_s, {}, u"file"_s), recipientKey(u"recipient-key"_s, {}, u"file"_s);
    const QCommandLineOption stampAuthority(u"tsa-ca"_s, {}, u"file"_s);
    parser.addOptions({authority, stampAuthority, recipientKey});
    parser.addOptions({help, version, json, verifierKey, keyFile, witness, databaseKey, signingKey, withPrivate, withSealed});
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
    const bool exporting = words.size() == 3 && words.front() == u"export-log" && parser.isSet(databaseKey) && parser.isSet(signingKey);
    const bool bag = words.size() == 2 && words.front() == u"export" && !parser.isSet(signingKey) && !parser.isSet(databaseKey);
    if (!bag && !exporting && (words.size() != 2 || words.front() != u"log" || parser.isSet(signingKey))) {
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
    if (bag)
        return checkExport(words.at(1), {.keys = options.keys}, parser.values(authority), parser.values(stampAuthority),
                           parser.value(recipientKey), parser.isSet(json));
    options.witnesses = parser.values(witness);
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    options.progress = progressOnStderr();

    SecureBytes key;
    if (parser.isSet(databaseKey)) {
        key = readDatabaseKey(parser.value(databaseKey));
        if (key.isEmpty())
            return fail(u"--db-key holds neither 32 bytes nor 64 hexadecimal digits"_s);
    }
    VerifyReport report;
    if (exporting) {
        const auto signing = readSigningKey(parser.value(signingKey));
        if (!signing)
            return fail(u"--signing-key is not an unencrypted P-256 key (PKCS#8, PEM or DER)"_s);
        const auto written =
            exportLiveLog(words.at(1), key, *signing, words.at(2),
                          {.privateParts = parser.isSet(withPrivate), .sealed = parser.isSet(withSealed)}, options, report);
        if (!written) {
            const int status = fail(QString::fromLatin1(exportWords(written.error())));
            if (written.error() != ExportFault::NotInOrder)
                return status;
        }
    } else {
        report = key.isEmpty() ? checkExportedLog(words.at(1), options) : checkLiveLog(words.at(1), key, options);
    }
    const QByteArray out = parser.isSet(json) ? report.json() : report.text();
    std::fwrite(out.constData(), 1, static_cast<std::size_t>(out.size()), stdout);
    return static_cast<int>(report.verdict());
}
