#include "net/VendorAlertClient.h"

#include "net/AlertJson.h"
#include "net/AlertStreamClient.h"
#include "net/MediaType.h"

#include <QPromise>

#include <unordered_set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestAnswer = 8UL << 20; ///< A page of 500 entries with the longest reasons has some 2 MiB.
constexpr std::size_t mostEntries = 100'000;     ///< A list that does not end is not read for ever.

VendorFailure failureAt(VendorFault fault, const QString& detail)
{
    return {.fault = fault, .httpStatus = 200, .detail = detail, .retryAt = {}};
}

/// The vendor's answer must say what it was asked to do; what it did otherwise nobody knows.
std::expected<void, VendorFailure> confirms(HttpAnswer answer, const AlertEntry& entry)
{
    if (!isJson(answer.contentType))
        return std::unexpected(failureAt(VendorFault::Malformed, u"content-type"_s));
    const auto alert = parseAlert(std::move(answer.body));
    if (!alert)
        return std::unexpected(alert.error());
    const auto plate = Plate::fromVendor(alert->plate);
    const char* differs = alert->alertId != entry.id.text()                      ? "alert_id"
                          : !plate || *plate != entry.plate                      ? "plate"
                          : alert->active != (entry.state == AlertState::Active) ? "state"
                          : alert->caseNumber != entry.caseNumber.text()         ? "case_number"
                          : alert->expiresAt > entry.expiresAt                   ? "expires_at"
                                                                                 : nullptr;
    if (differs)
        return std::unexpected(failureAt(VendorFault::Inconsistent, QString::fromLatin1(differs)));
    return {};
}

} // namespace

struct VendorAlertClient::Listing {
    QPromise<std::expected<std::vector<VendorAlert>, VendorFailure>> promise;
    std::vector<VendorAlert> alerts;
    std::unordered_set<std::string> cursors;
    std::stop_token stop;

    void end(std::expected<std::vector<VendorAlert>, VendorFailure> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

VendorAlertClient::VendorAlertClient(Parts parts)
    : m_parts(std::move(parts)),
      m_calls({.transport = m_parts.transport,
               .policy = m_parts.policy,
               .acceptLanguage = m_parts.acceptLanguage,
               .call = m_parts.call,
               .link = m_parts.link})
{
}

QFuture<std::expected<void, VendorFailure>> VendorAlertClient::send(AuditedAlertChange change, std::stop_token stop)
{
    using Result = std::expected<void, VendorFailure>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    auto future = promise->future();
    const AlertEntry& entry = change.terms().entry;
    const bool removes = entry.state == AlertState::Removed;
    HttpRequest request;
    request.method = removes ? HttpRequest::Method::Delete : HttpRequest::Method::Put;
    request.target = "/v1/alerts/" + entry.id.text().toLatin1();
    if (!removes)
        request.body = alertBody(entry);
    m_calls.ask(std::move(request), RetryingCall::Nature::Change, longestAnswer, std::move(stop),
                [promise, entry, removes](VendorResult<HttpAnswer> answer) {
                    Result result;
                    if (answer)
                        result = removes ? Result() : confirms(std::move(*answer), entry);
                    else if (!removes || answer.error().httpStatus != 404) // gone already counts as done
                        result = std::unexpected(std::move(answer.error()));
                    promise->addResult(std::move(result));
                    promise->finish();
                });
    return future;
}

QFuture<std::expected<std::vector<VendorAlert>, VendorFailure>> VendorAlertClient::list(std::stop_token stop)
{
    auto listing = std::make_shared<Listing>();
    listing->stop = std::move(stop);
    listing->promise.start();
    auto future = listing->promise.future();
    nextPage(listing, {});
    return future;
}

void VendorAlertClient::nextPage(const std::shared_ptr<Listing>& listing, const std::string& cursor)
{
    HttpRequest request;
    request.target = "/v1/alerts?cursor=" + QByteArray::fromStdString(cursor).toPercentEncoding();
    const auto answered = [this, listing](VendorResult<HttpAnswer> answer) {
        if (!answer)
            return listing->end(std::unexpected(std::move(answer.error())));
        if (!isJson(answer->contentType))
            return listing->end(std::unexpected(failureAt(VendorFault::Malformed, u"content-type"_s)));
        auto page = parseAlertPage(std::move(answer->body));
        if (!page)
            return listing->end(std::unexpected(std::move(page.error())));
        const bool empty = page->alerts.empty();
        std::ranges::move(page->alerts, std::back_inserter(listing->alerts));
        if (!page->next)
            return listing->end(std::move(listing->alerts));
        if (empty || listing->alerts.size() > mostEntries || !listing->cursors.insert(*page->next).second)
            return listing->end(std::unexpected(failureAt(VendorFault::Inconsistent, u"next"_s)));
        nextPage(listing, *page->next);
    };
    m_calls.ask(std::move(request), RetryingCall::Nature::Question, longestAnswer, listing->stop, answered);
}

std::unique_ptr<AlertStream> VendorAlertClient::open(const QString& afterHit, bool streamed, AlertStreamSink sink)
{
    auto stream = std::make_unique<AlertStreamClient>(AlertStreamClient::Parts{.transport = m_parts.transport,
                                                                               .clock = m_parts.clock,
                                                                               .random = m_parts.random,
                                                                               .acceptLanguage = m_parts.acceptLanguage,
                                                                               .call = m_parts.call,
                                                                               .times = m_parts.stream},
                                                      afterHit, streamed, std::move(sink));
    stream->start();
    return stream;
}

} // namespace casebound
