#include "service/VendorSeat.h"

#include <QPromise>

#include <utility>

namespace casebound {

namespace {

template <class T>
VendorResult<T> none(VendorFault why)
{
    return std::unexpected(VendorFailure{.fault = why, .httpStatus = 0, .detail = {}, .retryAt = {}});
}

} // namespace

VendorSeat::~VendorSeat()
{
    m_linkChanged = {};
    leave();
}

void VendorSeat::take(std::shared_ptr<VendorClient> client)
{
    m_awaited = false;
    m_client = std::move(client);
    m_client->listenToLink(m_linkChanged);
    for (auto& call : std::exchange(m_waiting, {}))
        call(m_client.get());
    if (m_linkChanged)
        m_linkChanged();
}

void VendorSeat::await()
{
    leave();
    m_awaited = true;
}

void VendorSeat::leave(VendorFault why)
{
    m_awaited = false;
    m_why = why;
    if (const auto client = std::exchange(m_client, nullptr))
        client->listenToLink({});
    for (auto& call : std::exchange(m_waiting, {}))
        call(nullptr);
    if (m_linkChanged)
        m_linkChanged();
}

template <class T>
QFuture<VendorResult<T>> VendorSeat::ask(std::move_only_function<QFuture<VendorResult<T>>(VendorClient&)> call)
{
    if (m_client)
        return call(*m_client);
    if (!m_awaited)
        return QtFuture::makeReadyValueFuture(none<T>(m_why));
    auto promise = std::make_shared<QPromise<VendorResult<T>>>();
    promise->start();
    auto future = promise->future();
    m_waiting.push_back([this, promise, call = std::move(call)](VendorClient* client) mutable {
        const auto answer = [promise](const VendorResult<T>& result) {
            promise->addResult(result);
            promise->finish();
        };
        if (!client) {
            answer(none<T>(m_why));
            return;
        }
        call(*client).then(answer).onCanceled([answer] { answer(none<T>(VendorFault::Unknown)); });
    });
    return future;
}

QFuture<VendorResult<VendorCapabilities>> VendorSeat::capabilities(std::stop_token stop)
{
    return ask<VendorCapabilities>([stop = std::move(stop)](VendorClient& client) { return client.capabilities(stop); });
}

QFuture<VendorResult<QueryReceipt>> VendorSeat::query(AuditedQuery query, QuerySink sink, std::stop_token stop)
{
    return ask<QueryReceipt>([query = std::move(query), sink = std::move(sink), stop = std::move(stop)](VendorClient& client) mutable {
        return client.query(std::move(query), std::move(sink), std::move(stop));
    });
}

QFuture<VendorResult<QByteArray>> VendorSeat::image(QString path, QueryId query, std::stop_token stop)
{
    return ask<QByteArray>([path = std::move(path), query = std::move(query), stop = std::move(stop)](VendorClient& client) {
        return client.image(path, query, stop);
    });
}

LinkState VendorSeat::link() const
{
    if (m_client)
        return m_client->link();
    return m_awaited ? LinkState::Connecting : LinkState::NotConnected;
}

void VendorSeat::listenToLink(std::function<void()> changed)
{
    m_linkChanged = std::move(changed);
    if (m_client)
        m_client->listenToLink(m_linkChanged);
}

} // namespace casebound
