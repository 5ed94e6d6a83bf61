// A client and a scripted vendor it talks to over real TLS.
#pragma once

#include "domain/OfficeProfile.h"
#include "net/VendorHttpClient.h"

#include "QueryMint.h"
#include "ReadJsonSamples.h"
#include "ScriptedServer.h"

#include <QTest>
#include <QThread>

namespace casebound::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FixedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return sampleTerms().to + 9h; }
};

/// What a query brought.
struct Seen {
    ReadSet reads;
    int pages = 0, restarts = 0;
    std::int64_t total = -1;
    bool rightThread = true;
    [[nodiscard]] QuerySink sink()
    {
        return {.page =
                    [this, thread = QThread::currentThread()](ReadSet page, std::int64_t all) {
                        rightThread = rightThread && QThread::currentThread() == thread;
                        reads.append(std::move(page));
                        total = all;
                        ++pages;
                    },
                .restarted =
                    [this] {
                        reads.clear();
                        ++restarts;
                    }};
    }
};

/// Base of a test object; a fresh vendor and client for each test function.
class ClientDesk : public QObject {
protected:
    const TestPki m_pki;
    const Issued m_person = m_pki.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"});
    const FixedClock m_clock;
    const QueryTerms m_terms = sampleTerms();
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<VendorHttpClient> m_client;

    void makeClient(VendorHttpClient::Options options = {})
    {
        options.acceptLanguage = "es";
        options.call.idle = 500ms;
        options.retry.firstPause = 5ms;
        options.random = [] { return 0.5; };
        const VendorSettings settings{.address = m_server->url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        m_client = VendorHttpClient::create(settings, m_person.identity(), m_clock, std::move(options)).value();
    }
    /// One answer after another; the last one again and again.
    void script(std::vector<Reply> replies)
    {
        m_server->setScript(
            [replies, next = std::size_t{0}](const SeenRequest&) mutable { return replies[std::min(next++, replies.size() - 1)]; });
    }
    [[nodiscard]] VendorResult<QueryReceipt> ask(Seen& seen, std::stop_token stop = {})
    {
        auto future = m_client->query(QueryService::audited(m_terms), seen.sink(), std::move(stop));
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15'000))
            qFatal("the query did not end");
        return future.result();
    }

    void begin()
    {
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({}), m_pki.caPem());
        makeClient();
    }
    void end()
    {
        m_client.reset();
        m_server.reset();
    }
};

} // namespace casebound::test
