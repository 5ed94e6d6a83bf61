#include "net/VendorAuditHttpClient.h"

#include "net/AuditJson.h"
#include "net/MediaType.h"

#include <QPromise>
#include <QRandomGenerator>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestAnswer = 8UL << 20; ///< A page of 500 entries with the longest reasons has some 6 MiB.

VendorFailure failureAt(VendorFault fault, const QString& detail)
{
    return {.fault = fault, .httpStatus = 200, .detail = detail, .retryAt = {}};
}

/// Whether the way goes on: nothing where this was the last page.
std::optional<VendorFailure> wayOn(const std::optional<std::string>& next, bool empty, std::unordered_set<std::string>& cursors)
{
    if (next && (empty || !cursors.insert(*next).second))
        return failureAt(VendorFault::Inconsistent, u"next"_s);
    return std::nullopt;
}

/// Tells a repeat from a contradiction over all pages, at 16 bytes a thing.
class SeenThings {
public:
    enum class Seen { New, Same, Other };
    template <class... Member>
    [[nodiscard]] Seen add(const QString& id, const Member&... members)
    {
        const auto [known, isNew] = m_known.try_emplace(qHash(id, m_seed), qHashMulti(m_seed, members...));
        return isNew ? Seen::New : known->second == qHashMulti(m_seed, members...) ? Seen::Same : Seen::Other;
    }
    [[nodiscard]] std::size_t size() const { return m_known.size(); }

private:
    std::size_t m_seed = QRandomGenerator::system()->generate64() | 1; ///< Nobody can choose two ids that meet.
    std::unordered_map<std::size_t, std::size_t> m_known;
};

SeenThings::Seen seen(SeenThings& things, const VendorAuditEntry& e)
{
    const auto micros = [](Instant at) { return at.time_since_epoch().count(); };
    return things.add(e.queryId, e.userId, e.onBehalfOf, e.plate, e.jurisdiction, micros(e.from), micros(e.to), e.caseNumber, e.reasonCode,
                      e.reasonText, micros(e.receivedAt), e.total.value_or(-1));
}

SeenThings::Seen seen(SeenThings& things, const VendorUser& u)
{
    return things.add(u.userId, u.name, int(u.active), u.trainedOn.value_or(QDate()), u.trainingExpiresOn.value_or(QDate()));
}

/// Only the new ones of a page; an error where one contradicts what came before, or where there are too many.
template <class Row>
std::optional<VendorFailure> keepNew(std::vector<Row>& rows, SeenThings& things, std::size_t most)
{
    std::vector<Row> fresh;
    fresh.reserve(rows.size());
    for (Row& row : rows) {
        const auto which = seen(things, row);
        if (which == SeenThings::Seen::Other)
            return failureAt(VendorFault::Inconsistent, u"the same id twice"_s);
        if (which == SeenThings::Seen::New)
            fresh.push_back(std::move(row));
    }
    rows = std::move(fresh);
    return things.size() > most ? std::optional(failureAt(VendorFault::TooLarge, u"next"_s)) : std::nullopt;
}

} // namespace

class VendorAuditHttpClient::Walk final : public VendorAuditWalk {
public:
    Walk(VendorCalls& calls, Instant from, Instant to, std::stop_token stop)
        : m_calls(calls),
          m_state(std::make_shared<State>(State{.from = from, .to = to, .stop = std::move(stop)}))
    {
    }

    QFuture<VendorResult<VendorAuditPage>> next() override
    {
        auto promise = std::make_shared<QPromise<VendorResult<VendorAuditPage>>>();
        promise->start();
        auto future = promise->future();
        HttpRequest request;
        request.target = "/v1/audit/queries?from=" + toRfc3339(m_state->from).toLatin1().toPercentEncoding() +
                         "&to=" + toRfc3339(m_state->to).toLatin1().toPercentEncoding() +
                         "&cursor=" + QByteArray::fromStdString(m_state->cursor).toPercentEncoding();
        // The state alone, for the walk may be gone when the answer comes.
        m_calls.ask(std::move(request), RetryingCall::Nature::Question, longestAnswer, m_state->stop,
                    [promise, state = m_state](VendorResult<HttpAnswer> answer) {
                        promise->addResult(answer ? state->take(std::move(*answer))
                                                  : VendorResult<VendorAuditPage>(std::unexpected(std::move(answer.error()))));
                        promise->finish();
                    });
        return future;
    }

private:
    struct State {
        Instant from{}, to{};
        std::stop_token stop{};
        std::string cursor{};
        std::unordered_set<std::string> cursors{};
        SeenThings things{};

        VendorResult<VendorAuditPage> take(HttpAnswer answer)
        {
            if (!isJson(answer.contentType))
                return std::unexpected(failureAt(VendorFault::Malformed, u"content-type"_s));
            auto page = parseAuditPage(std::move(answer.body), from, to);
            if (!page)
                return std::unexpected(std::move(page.error()));
            if (auto wrong = wayOn(page->next, page->entries.empty(), cursors))
                return std::unexpected(*std::move(wrong));
            if (auto wrong = keepNew(page->entries, things, mostEntries))
                return std::unexpected(*std::move(wrong));
            cursor = page->next.value_or(std::string());
            return VendorAuditPage{.entries = std::move(page->entries), .last = !page->next};
        }
    };
    VendorCalls& m_calls;
    std::shared_ptr<State> m_state;
};

std::unique_ptr<VendorAuditWalk> VendorAuditHttpClient::queries(Instant from, Instant to, std::stop_token stop)
{
    return std::make_unique<Walk>(m_calls, from, to, std::move(stop));
}

struct VendorAuditHttpClient::UserList {
    QPromise<VendorResult<std::vector<VendorUser>>> promise;
    std::vector<VendorUser> users;
    std::unordered_set<std::string> cursors;
    SeenThings things;
    std::stop_token stop;

    void end(VendorResult<std::vector<VendorUser>> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

QFuture<VendorResult<std::vector<VendorUser>>> VendorAuditHttpClient::users(std::stop_token stop)
{
    auto list = std::make_shared<UserList>();
    list->stop = std::move(stop);
    list->promise.start();
    auto future = list->promise.future();
    nextUsers(list, {});
    return future;
}

void VendorAuditHttpClient::nextUsers(const std::shared_ptr<UserList>& list, const std::string& cursor)
{
    HttpRequest request;
    request.target = "/v1/users?cursor=" + QByteArray::fromStdString(cursor).toPercentEncoding();
    const auto answered = [this, list](VendorResult<HttpAnswer> answer) {
        if (!answer)
            return list->end(std::unexpected(std::move(answer.error())));
        if (!isJson(answer->contentType))
            return list->end(std::unexpected(failureAt(VendorFault::Malformed, u"content-type"_s)));
        auto page = parseUserPage(std::move(answer->body));
        if (!page)
            return list->end(std::unexpected(std::move(page.error())));
        if (auto wrong = wayOn(page->next, page->users.empty(), list->cursors))
            return list->end(std::unexpected(*std::move(wrong)));
        if (auto wrong = keepNew(page->users, list->things, mostUsers))
            return list->end(std::unexpected(*std::move(wrong)));
        std::ranges::move(page->users, std::back_inserter(list->users));
        if (!page->next)
            return list->end(std::move(list->users));
        nextUsers(list, *page->next);
    };
    m_calls.ask(std::move(request), RetryingCall::Nature::Question, longestAnswer, list->stop, answered);
}

} // namespace casebound
