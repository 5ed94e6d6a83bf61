#include "store/StoreFixture.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <sqlite3.h> // the plain one

using namespace casebound;
using namespace casebound::test;

namespace {

struct Times {
    std::vector<double> micro;
    double at(double part)
    {
        std::ranges::sort(micro);
        return micro[static_cast<std::size_t>(static_cast<double>(micro.size() - 1) * part)];
    }
};

template <class Run>
void timed(Times& times, Run run)
{
    QElapsedTimer timer;
    timer.start();
    run();
    times.micro.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return std::fprintf(stderr, "append_bench FOLDER COUNT\n"), 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const int count = QByteArray(argv[2]).toInt();
    const SystemClock clock;
    LogFixture fixture;
    fixture.config.folder = folder + u"/bench-log"_s;
    fixture.config.signingKey = PrivateKey::generateP256().value();
    const Validity years{Instant(1'790'000'000s), Instant(2'100'000'000s)};
    const auto issuer = CertificateIssuer::createAuthority(u"Bench"_s, years).value();
    fixture.config.reviewers = {issuer.issueClient(PrivateKey::generateP256().value(), u"supervisor.one"_s, years).value()};
    auto log = AuditLog::open(fixture.config, keyOf('k'), clock, &fixture.where);
    if (!log)
        return std::fprintf(stderr, "%s\n", qPrintable(fixture.where)), 1;

    sqlite3* plainDb = nullptr;
    sqlite3_open(QFile::encodeName(folder + u"/bench-plain.db"_s).constData(), &plainDb);
    sqlite3_exec(plainDb, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t (a INTEGER PRIMARY KEY, b BLOB)", nullptr,
                 nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(plainDb, "INSERT INTO t (b) VALUES (?)", -1, &insert, nullptr);
    const QByteArray row(1200, 'x'), results(400, 'r');

    Times ours, bare;
    for (int i = 0; i < count; ++i) {
        const QString id = QueryId::create().text();
        if (!(*log)->append(intended(id)))
            return 1;
        AuditRecord answered = plain(AuditEvent::QueryAnswered, id);
        answered.results = results;
        timed(ours, [&] { if (!(*log)->append(answered)) std::abort(); });
        timed(bare, [&] {
            sqlite3_bind_blob(insert, 1, row.constData(), static_cast<int>(row.size()), SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        });
    }
    const auto size = (*log)->head().size;
    log = std::unexpected(LogFault::Locked);
    Times opening;
    for (int i = 0; i < 5; ++i)
        timed(opening, [&] { if (!AuditLog::open(fixture.config, keyOf('k'), clock)) std::abort(); });
    std::printf("entries %llu: append p50 %.0f us p95 %.0f us, plain insert p50 %.0f us p95 %.0f us, ratio %.2f; open and close p50 %.1f ms\n",
                static_cast<unsigned long long>(size), ours.at(0.5), ours.at(0.95), bare.at(0.5), bare.at(0.95), ours.at(0.5) / bare.at(0.5),
                opening.at(0.5) / 1000);
    sqlite3_finalize(insert);
    sqlite3_close(plainDb);
    return 0;
}
