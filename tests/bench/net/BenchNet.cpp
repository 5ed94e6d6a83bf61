// How fast answers become reads, and how long a query takes on a warm connection. Prints the list tests/bench/run.py collects.
// Every figure is a median over rounds in which ours and the baseline alternate.
#include "PlainReads.h"

#include "bench/BenchRow.h"
#include "domain/OfficeProfile.h"
#include "net/QueryAssembly.h"
#include "net/TlsPolicy.h"
#include "net/VendorHttpClient.h"

#include "lists/QueryRunProbe.h"
#include "lists/ReadTableModel.h"

#include "QueryMint.h"
#include "ReadJsonSamples.h"
#include "ScriptedServer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <latch>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int readsInAll = 100'000, readsPerPage = 1000, rounds = 7, trips = 4000;
constexpr std::size_t padding = 64;

template <class F>
[[nodiscard]] double milliseconds(F&& work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

[[nodiscard]] QJsonObject row(const QString& name, const QString& unit, double value, const QString& baseline, double baselineValue,
                              double target)
{
    return bench::benchRow(u"net"_s, name, unit, value, baseline, baselineValue, target);
}

class FixedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return sampleTerms().to + std::chrono::hours(9); }
};

void fail(const char* what)
{
    qCritical("bench_net: %s", what);
    std::exit(1);
}

void measureParsing(QJsonArray& out)
{
    const QueryTerms terms = sampleTerms();
    std::vector<std::string> pages;
    for (int first = 0; first < readsInAll; first += readsPerPage) {
        const QByteArray next = first + readsPerPage < readsInAll ? "\"c" + QByteArray::number(first) + '"' : QByteArray("null");
        const QByteArray reads = sampleReads(first, readsPerPage);
        std::string& page =
            pages.emplace_back((first == 0 ? firstPage(terms, reads, readsInAll, next) : laterPage(terms, reads, next)).toStdString());
        page.reserve(page.size() + padding);
    }
    const Instant now = FixedClock().now();
    std::vector<double> ours, bare, qt;
    std::size_t held = 0;
    for (int round = -1; round < rounds; ++round) {
        std::vector<std::string> bodies;
        for (const std::string& page : pages) {
            bodies.emplace_back().reserve(page.size() + padding); // as the transport hands them over
            bodies.back() = page;
        }
        const std::unique_ptr<QueryRun> run = QueryRunProbe::make();
        ReadTableModel exact(ReadTableModel::Group::Exact), near(ReadTableModel::Group::Near);
        exact.setRun(run.get());
        near.setRun(run.get());
        const double a = milliseconds([&] {
            QueryAssembly query(terms, VendorOrigin::create(QUrl(u"https://vendor.example"_s)).value(), readsPerPage);
            for (std::size_t i = 0; i < bodies.size(); ++i) {
                auto page = i == 0 ? query.first(std::move(bodies[i]), now) : query.later(std::move(bodies[i]), now);
                if (!page)
                    fail(qPrintable(page.error().detail));
                QueryRunProbe::append(*run, std::move(page->reads));
            }
        });
        std::vector<std::vector<bench::PlainRead<std::string>>> structs(pages.size());
        const double b = milliseconds([&] {
            bench::BareSimdjson parser;
            for (std::size_t i = 0; i < pages.size(); ++i)
                parser.page(pages[i], structs[i]);
        });
        structs.clear();
        double c = 0;
        if (round < 3) { // slow, and steady enough
            std::vector<std::vector<bench::PlainRead<QString>>> texts(pages.size());
            c = milliseconds([&] {
                for (std::size_t i = 0; i < pages.size(); ++i)
                    bench::withQJson(QByteArray::fromRawData(pages[i].data(), static_cast<qsizetype>(pages[i].size())), texts[i]);
            });
        }
        if (round < 0) {
            if (exact.rowCount() + near.rowCount() != readsInAll)
                fail("reads are missing");
            held = run->reads().bytesHeld();
            continue;
        }
        ours.push_back(a);
        bare.push_back(b);
        if (c > 0)
            qt.push_back(c);
    }
    out.append(row(u"100,000 reads, bytes to table model"_s, u"ms"_s, bench::median(ours), u"bare simdjson on-demand into structs"_s,
                   bench::median(bare), 1.5));
    out.append(row(u"100,000 reads, bytes to table model"_s, u"ms"_s, bench::median(ours), u"QJsonDocument into structs"_s,
                   bench::median(qt), 0.2));
    out.append(row(u"100,000 reads held"_s, u"MB"_s, static_cast<double>(held) / 1e6, u"budget"_s, 40, 1.0));
}

/// The baseline's handle: same server, same trust, same request; the answer is only counted.
class BareHandle {
public:
    BareHandle(const QUrl& address, const TlsPolicy& policy, const QByteArray& body) : m_easy(curl_easy_init()), m_policy(policy)
    {
        m_headers = curl_slist_append(nullptr, "Content-Type: application/json");
        m_url = address.toEncoded() + "/v1/queries";
        curl_easy_setopt(m_easy, CURLOPT_URL, m_url.constData());
        curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, nullptr);
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr);
        curl_easy_setopt(
            m_easy, CURLOPT_SSL_CTX_FUNCTION, +[](CURL*, void* context, void* user) {
                return static_cast<BareHandle*>(user)->m_policy.apply(static_cast<SSL_CTX*>(context), std::make_shared<TlsNotes>())
                           ? CURLE_OK
                           : CURLE_SSL_CERTPROBLEM;
            });
        curl_easy_setopt(m_easy, CURLOPT_SSL_CTX_DATA, this);
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(m_easy, CURLOPT_COPYPOSTFIELDS, body.constData());
        curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, +[](char*, std::size_t size, std::size_t count, void*) { return size * count; });
    }
    ~BareHandle()
    {
        curl_easy_cleanup(m_easy);
        curl_slist_free_all(m_headers);
    }
    BareHandle(const BareHandle&) = delete;
    BareHandle& operator=(const BareHandle&) = delete;
    void trip()
    {
        if (curl_easy_perform(m_easy) != CURLE_OK)
            fail("the bare handle got no answer");
    }

private:
    CURL* m_easy;
    curl_slist* m_headers = nullptr;
    const TlsPolicy& m_policy;
    QByteArray m_url;
};

void measureRoundTrip(QJsonArray& out)
{
    const TestPki pki;
    const Issued person = pki.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"});
    const Issued server = pki.issue({});
    const QueryTerms terms = sampleTerms();
    const Reply reply = Reply::json(firstPage(terms, sampleReads(0, 20), 20));
    QUrl address;
    std::latch ready(1);
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        ScriptedServer vendor(server, pki.caPem());
        vendor.setScript([&](const SeenRequest&) { return reply; });
        address = vendor.url();
        ready.count_down();
        QEventLoop().exec();
    }));
    thread->start();
    ready.wait();

    const VendorSettings settings{.address = address, .caBundlePem = pki.caPem(), .pins = {}, .crlPem = {}};
    const FixedClock clock;
    auto client = VendorHttpClient::create(settings, person.identity(), clock, {});
    const TlsPolicy policy = TlsPolicy::create(settings, person.identity()).value();
    BareHandle bare(address, policy, QByteArray(400, ' '));
    std::vector<double> ours, theirs;
    for (int i = -20; i < trips; ++i) {
        const double a = milliseconds([&] {
            auto future = (*client)->query(QueryService::audited(terms), {}, {});
            while (!future.isFinished())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (!future.result())
                fail("the query failed");
        });
        const double b = milliseconds([&] { bare.trip(); });
        if (i >= 0) {
            ours.push_back(a * 1000);
            theirs.push_back(b * 1000);
        }
    }
    client->reset();
    thread->quit();
    thread->wait();
    out.append(row(u"warm query of 20 reads over TLS, parsed"_s, u"µs"_s, bench::median(ours), u"bare libcurl easy handle, not parsed"_s,
                   bench::median(theirs), 1.5));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QJsonArray rows;
    if (argc < 2) // "bench_net trip": the round trip alone
        measureParsing(rows);
    measureRoundTrip(rows);
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return 0;
}
