// HttpTransport's answer as a future, for tests that wait.
#pragma once

#include "net/HttpTransport.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace casebound::test {

[[nodiscard]] inline QFuture<HttpResult> ask(HttpTransport& transport, HttpRequest request, std::stop_token stop = {})
{
    auto promise = std::make_shared<QPromise<HttpResult>>();
    promise->start();
    transport.send(std::move(request), std::move(stop), [promise](HttpResult result) {
        promise->addResult(std::move(result));
        promise->finish();
    });
    return promise->future();
}

} // namespace casebound::test
