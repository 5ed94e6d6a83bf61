#include "net/VendorQueryCall.h"

#include "net/MediaType.h"
#include "net/QueryBody.h"

#include <QUrl>

#include <exception>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRestarts = 3; ///< A vendor whose cursors expire faster than they can be used is not asked for ever.

/// Parsed where it arrived, in less time than another thread takes to wake: some 30 reads, some 40 µs.
constexpr std::size_t smallAnswer = 32UL * 1024;

} // namespace

VendorQueryCall::VendorQueryCall(VendorHttpClient& client, AuditedQuery query, QuerySink sink, std::stop_token stop)
    : m_client(client),
      m_query(std::move(query)),
      m_sink(std::move(sink)),
      m_stop(std::move(stop)),
      m_body(queryBody(m_query.terms(), client.m_pageLimit)),
      m_limit(client.m_pageLimit)
{
    m_promise.start();
}

VendorQueryCall::~VendorQueryCall()
{
    if (!m_ended)
        resolve(std::unexpected(VendorFailure{.fault = VendorFault::Cancelled}));
}

void VendorQueryCall::post()
{
    m_assembly = std::make_shared<QueryAssembly>(m_query.terms(), m_client.m_transport.origin(), static_cast<std::size_t>(m_limit));
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.target = "/v1/queries";
    request.body = m_body;
    ask(std::move(request), VendorHttpClient::Use::Query);
}

void VendorQueryCall::fetch(const std::string& cursor)
{
    HttpRequest request;
    request.target = "/v1/queries/" + m_query.terms().id.text().toLatin1() +
                     "/reads?cursor=" + QByteArray::fromStdString(cursor).toPercentEncoding() + "&limit=" + QByteArray::number(m_limit);
    ask(std::move(request), VendorHttpClient::Use::Page);
}

void VendorQueryCall::ask(HttpRequest request, VendorHttpClient::Use use)
{
    const bool isFirst = use == VendorHttpClient::Use::Query;
    m_exchange = m_client.exchange(std::move(request), use, m_query.terms().id, m_stop,
                                   [this, isFirst](VendorResult<HttpAnswer> answer) { answered(std::move(answer), isFirst); });
    m_exchange->start();
}

void VendorQueryCall::answered(VendorResult<HttpAnswer> answer, bool isFirst)
{
    if (!answer) {
        if (!isFirst && answer.error().httpStatus == 410 && m_restarts < mostRestarts)
            restart();
        else
            end(std::unexpected(std::move(answer.error())));
        return;
    }
    if (!isJson(answer->contentType)) {
        end(std::unexpected(VendorFailure{.fault = VendorFault::Malformed, .httpStatus = 200, .detail = u"content-type"_s}));
        return;
    }
    if (answer->body.size() <= smallAnswer) {
        parsed(isFirst ? m_assembly->first(std::move(answer->body), m_client.m_clock.now())
                       : m_assembly->later(std::move(answer->body), m_client.m_clock.now()));
        return;
    }
    // Parsing (and freeing the bytes) happens on a thread of the client's; this one only moves the page on.
    struct Work {
        QPromise<std::expected<QueryPage, VendorFailure>> promise;
        std::shared_ptr<QueryAssembly> assembly;
        std::string body;
    };
    auto work = std::make_shared<Work>(Work{.promise = {}, .assembly = m_assembly, .body = std::move(answer->body)});
    work->promise.start();
    work->promise.future().then(this, [this](QFuture<std::expected<QueryPage, VendorFailure>> done) { parsed(done.takeResult()); });
    m_client.m_parsers.start([work, isFirst, now = m_client.m_clock.now()] {
        try {
            work->promise.addResult(isFirst ? work->assembly->first(std::move(work->body), now)
                                            : work->assembly->later(std::move(work->body), now));
        } catch (const std::exception&) { // no memory for it
            work->promise.addResult(std::unexpected(VendorFailure{.fault = VendorFault::TooLarge, .httpStatus = 200, .detail = {}}));
        }
        work->promise.finish();
    });
}

void VendorQueryCall::parsed(std::expected<QueryPage, VendorFailure> page)
{
    if (m_stop.stop_requested()) {
        end(std::unexpected(VendorFailure{.fault = VendorFault::Cancelled}));
        return;
    }
    if (!page) {
        page.error().httpStatus = 200;
        end(std::unexpected(std::move(page.error())));
        return;
    }
    if (m_sink.page)
        m_sink.page(std::move(page->reads), page->total);
    if (page->next)
        fetch(*page->next);
    else
        end(m_assembly->receipt());
}

void VendorQueryCall::restart()
{
    ++m_restarts;
    if (m_sink.restarted)
        m_sink.restarted();
    post();
}

void VendorQueryCall::end(VendorResult<QueryReceipt> result)
{
    const std::unique_ptr<VendorQueryCall> self = m_client.release(*this);
    resolve(std::move(result));
}

void VendorQueryCall::resolve(VendorResult<QueryReceipt> result)
{
    m_ended = true;
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

} // namespace casebound
