// A scripted vendor behind the port: it remembers what it was asked, and answers when the test says so.
#pragma once

#include "ports/VendorClient.h"
#include "service/FakeAlerts.h"
#include "service/FakeAudit.h"

#include <QHash>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>

namespace casebound {

class FakeVendor final : public VendorClient {
public:
    struct Call {
        QueryTerms terms;
        std::uint64_t intentSequence = 0;
        QuerySink sink;
        std::stop_token stop;
        QPromise<VendorResult<QueryReceipt>> promise;

        void page(ReadSet reads, std::int64_t total) { sink.page(std::move(reads), total); }
        void answer(std::int64_t total, std::int64_t duplicates = 0)
        {
            QueryReceipt receipt;
            receipt.total = total;
            receipt.duplicates = duplicates;
            promise.addResult(VendorResult<QueryReceipt>(receipt));
            promise.finish();
        }
        void fail(VendorFault fault)
        {
            promise.addResult(
                VendorResult<QueryReceipt>(std::unexpected(VendorFailure{.fault = fault, .httpStatus = 0, .detail = {}, .retryAt = {}})));
            promise.finish();
        }
    };

    std::function<void(const Call&)> onQuery; ///< Called while query() runs.
    std::deque<std::unique_ptr<Call>> calls;
    QHash<QString, QByteArray> images; ///< By path; what is not here is Gone.
    QStringList imagesAsked, queriesOfImages;
    VendorResult<VendorCapabilities> offered = VendorCapabilities{};

    QFuture<VendorResult<VendorCapabilities>> capabilities(std::stop_token) override { return QtFuture::makeReadyValueFuture(offered); }

    void recall(const VendorCapabilities& known) override { recalled = known.maxLookbackDays; }
    int recalled = 0; ///< Of which capabilities.

    QFuture<VendorResult<QueryReceipt>> query(AuditedQuery query, QuerySink sink, std::stop_token stop) override
    {
        auto call = std::make_unique<Call>(Call{.terms = query.terms(),
                                                .intentSequence = query.intentSequence(),
                                                .sink = std::move(sink),
                                                .stop = std::move(stop),
                                                .promise = {}});
        call->promise.start();
        if (onQuery)
            onQuery(*call);
        calls.push_back(std::move(call));
        return calls.back()->promise.future();
    }

    QFuture<VendorResult<QByteArray>> image(QString path, QueryId query, std::stop_token) override
    {
        imagesAsked += path;
        queriesOfImages += query.text();
        const auto found = images.constFind(path);
        VendorResult<QByteArray> answer =
            std::unexpected(VendorFailure{.fault = VendorFault::Gone, .httpStatus = 404, .detail = {}, .retryAt = {}});
        if (found != images.constEnd())
            answer = *found;
        return QtFuture::makeReadyValueFuture(answer);
    }

    AlertClient* alertClient() override { return alerts.get(); }
    std::shared_ptr<FakeAlerts> alerts; ///< None unless a test puts one here.
    VendorAuditClient* auditClient() override { return audit.get(); }
    std::shared_ptr<FakeAudit> audit; ///< The same.

    LinkState link() const override { return state; }
    void listenToLink(std::function<void()> changed) override { linkChanged = std::move(changed); }
    LinkState state = LinkState::Connected;
    std::function<void()> linkChanged;
};

} // namespace casebound
