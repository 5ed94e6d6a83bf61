// casebound-practice-vendor: a made-up vendor over a made-up town, for training and tests. The only program with a server.
#include "practice_vendor/Faults.h"
#include "practice_vendor/PracticePki.h"
#include "practice_vendor/PracticeServer.h"
#include "practice_vendor/StdinLife.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

using namespace casebound::practice;
using namespace Qt::StringLiterals;

namespace {

QString epilogue()
{
    QString text = u"\nFaults (--fault NAME[:COUNT][@ROUTE]; the default count is 1, the default route is in brackets):\n"_s;
    for (const FaultInfo& fault : allFaults()) {
        QString route;
        for (const auto& [known, word] : allRoutes())
            if (known == fault.route)
                route = QLatin1StringView(word);
        text += u"  %1 [%2] %3\n"_s.arg(QLatin1StringView(fault.name), -26).arg(route).arg(QLatin1StringView(fault.what));
    }
    text += u"CASEBOUND_PRACTICE_FAULTS in the environment holds faults, too, separated by spaces: for practice with the window.\n"_s;
    text +=
        u"Routes: queries (the POST), reads (later pages), capabilities, images, alerts, stream, hits, users, audit.\n\nPlates that every town has:\n"_s;
    for (const Showcase& showcase : TownData::builtIn().showcase)
        text += u"  %1  %2  %3\n"_s.arg(showcase.plate, -8).arg(showcase.jurisdiction, -6).arg(showcase.what);
    return text;
}

/// Every variant of some vehicles, so that whoever changes the drawing can judge it.
bool drawSamples(const Town& town, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return false;
    for (int vehicle = 0; vehicle < 400; vehicle += 25)
        for (const PictureKind kind : {PictureKind::Plate, PictureKind::Vehicle})
            for (int variant = 0; variant < (kind == PictureKind::Plate ? 8 : 5); ++variant) {
                const Picture picture = PictureBook::draw(town, {.vehicle = vehicle, .kind = kind, .variant = variant});
                QFile file(u"%1/%2-%3-%4-%5.%6"_s.arg(folder, kind == PictureKind::Plate ? u"plate"_s : u"vehicle"_s)
                               .arg(vehicle)
                               .arg(variant)
                               .arg(town.vehicles()[static_cast<std::size_t>(vehicle)].plate,
                                    picture.mediaType == "image/png" ? u"png"_s : u"jpg"_s));
                if (!file.open(QIODevice::WriteOnly) || file.write(picture.bytes) != picture.bytes.size())
                    return false;
            }
    return true;
}

int stop(const QString& message)
{
    QTextStream(stderr) << "casebound-practice-vendor: " << message << '\n';
    return 2;
}

} // namespace

int main(int argc, char* argv[])
{
    // Nobody must keep serving when whoever started this has died without a word.
    const pid_t parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // it draws, but shows nothing
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"casebound-practice-vendor"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(CASEBOUND_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The vendor contract over the fictional town Port Meridian: HTTPS on loopback, client certificate required."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"This page."_s);
    const QCommandLineOption port(u"port"_s, u"Port on 127.0.0.1; 0 is any free one."_s, u"port"_s, u"0"_s);
    const QCommandLineOption cert(u"cert"_s, u"Server certificate (PEM)."_s, u"file"_s);
    const QCommandLineOption key(u"key"_s, u"Its key (PEM)."_s, u"file"_s);
    const QCommandLineOption ca(u"client-ca"_s, u"Who may connect (PEM)."_s, u"file"_s);
    const QCommandLineOption seed(u"seed"_s, u"Seed of the town."_s, u"number"_s, u"1"_s);
    const QCommandLineOption record(u"record"_s, u"Append a JSON line for each request, durable before the answer."_s, u"file"_s);
    const QCommandLineOption fault(u"fault"_s, u"A fault that waits to strike; may be repeated."_s, u"name[:count][@route]"_s);
    const QCommandLineOption now(u"now"_s, u"Start the vendor's clock here instead."_s, u"RFC 3339"_s);
    const QCommandLineOption control(u"control"_s, u"Offer POST /practice/faults, POST /practice/hit, GET /practice/record."_s);
    const QCommandLineOption stdinLife(u"stdin-life"_s, u"End when standard input ends."_s);
    const QCommandLineOption hits(u"hit-interval"_s, u"Emit a hit of some active alert entry every so many seconds."_s, u"seconds"_s,
                                  u"0"_s);
    const QCommandLineOption keepAlive(u"keep-alive"_s, u"Milliseconds between the stream's keep-alives."_s, u"ms"_s, u"15000"_s);
    const QCommandLineOption cursorLife(u"cursor-life"_s, u"Milliseconds a cursor lives."_s, u"ms"_s, u"600000"_s);
    const QCommandLineOption pageMax(u"page-limit-max"_s, u"Most reads on a page."_s, u"count"_s, u"500"_s);
    const QCommandLineOption alertMax(u"alert-list-max"_s, u"Most alert entries of one person."_s, u"count"_s, u"2500"_s);
    const QCommandLineOption lookback(u"max-lookback-days"_s, u"How far back a query may reach."_s, u"days"_s, u"1830"_s);
    const QCommandLineOption noStream(u"no-stream"_s, u"No alert stream: hits are polled."_s);
    const QCommandLineOption noAudit(u"no-audit"_s, u"A vendor that keeps no audit of queries."_s);
    const QCommandLineOption noUsers(u"no-users"_s, u"A vendor that lists no users."_s);
    const QCommandLineOption samples(u"samples"_s, u"Draw pictures of some vehicles into a folder, to look at, and end."_s, u"folder"_s);
    const QCommandLineOption pki(
        u"pki"_s,
        u"Make throw-away certificates in this folder (ca.pem, server.pem, server.key, agent.p12, supervisor.p12 and their .pem, .key) and use them; with --client-ca the people of another office may connect."_s,
        u"folder"_s);
    parser.addOptions({samples, pki,       help, port,      cert,       key,     ca,       seed,     record,   fault,   now,
                       control, stdinLife, hits, keepAlive, cursorLife, pageMax, alertMax, lookback, noStream, noAudit, noUsers});
    parser.addVersionOption();
    parser.process(application);
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText() << epilogue();
        return 0;
    }

    bool good = true;
    const auto number = [&](const QCommandLineOption& option) {
        bool isNumber = false;
        const qint64 value = parser.value(option).toLongLong(&isNumber);
        good = good && isNumber && value >= 0;
        return value;
    };
    VendorOptions vendor;
    vendor.seed = static_cast<std::uint64_t>(number(seed));
    vendor.limits = {.pageMax = static_cast<int>(number(pageMax)),
                     .lookbackDays = static_cast<int>(number(lookback)),
                     .cursorLife = std::chrono::milliseconds(number(cursorLife))};
    vendor.alertListMax = static_cast<int>(number(alertMax));
    vendor.alertStream = !parser.isSet(noStream);
    vendor.queryAudit = !parser.isSet(noAudit);
    vendor.userList = !parser.isSet(noUsers);
    ServerOptions server{.port = static_cast<quint16>(number(port)),
                         .certificateFile = parser.value(cert),
                         .keyFile = parser.value(key),
                         .clientCaFile = parser.value(ca),
                         .recordFile = parser.value(record),
                         .control = parser.isSet(control),
                         .hitInterval = std::chrono::seconds(number(hits))};
    const std::chrono::milliseconds keepAliveEvery(number(keepAlive));
    if (!good || number(port) > 65'535 || vendor.limits.pageMax < 1)
        return stop(u"a number on the command line is not one that makes sense"_s);
    if (parser.isSet(now)) {
        const QDateTime start = QDateTime::fromString(parser.value(now), Qt::ISODateWithMs);
        if (!start.isValid())
            return stop(u"--now is not an RFC 3339 time"_s);
        vendor.clock = PracticeClock(start);
    }
    if (parser.isSet(samples))
        return drawSamples(Town(vendor.seed, vendor.clock.now()), parser.value(samples)) ? 0 : stop(u"the samples could not be written"_s);
    if (parser.isSet(pki)) {
        const std::expected<PracticePki, QString> made = makePracticePki(parser.value(pki));
        if (!made)
            return stop(made.error());
        server.certificateFile = made->serverCertificate;
        server.keyFile = made->serverKey;
        if (server.clientCaFile.isEmpty())
            server.clientCaFile = made->authority;
    }
    if (server.certificateFile.isEmpty() || server.keyFile.isEmpty() || server.clientCaFile.isEmpty())
        return stop(u"--cert, --key and --client-ca are needed, or --pki"_s);

    VendorApi api(vendor);
    const QStringList fromOutside = qEnvironmentVariable("CASEBOUND_PRACTICE_FAULTS").split(u' ', Qt::SkipEmptyParts);
    for (const QString& text : parser.values(fault) + fromOutside)
        if (const auto armed = api.faults().arm(text); !armed)
            return stop(armed.error());
    api.alerts().setKeepAlive(keepAliveEvery);
    PracticeServer practice(api, server);
    if (const auto started = practice.start(); !started)
        return stop(started.error());
    StdinLife life;
    if (parser.isSet(stdinLife))
        life.start();
    if (::getppid() != parent)
        return 0; // the parent died before the death signal was asked for
    QTextStream(stdout) << "listening https://127.0.0.1:" << practice.port() << Qt::endl;
    return QGuiApplication::exec();
}
