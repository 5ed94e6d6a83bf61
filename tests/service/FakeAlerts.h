// A scripted alert list behind the port: it holds what it was told, says what a test wants, and sends the hits a test hands it.
#pragma once

#include "ports/AlertClient.h"

#include <QMap>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>

namespace casebound {

class FakeAlerts final : public AlertClient {
public:
    using Result = std::expected<void, VendorFailure>;
    struct Call {
        AlertTerms terms;
        std::uint64_t intentSequence = 0;
        std::stop_token stop;
        QPromise<Result> promise;

        void answer()
        {
            promise.addResult(Result());
            promise.finish();
        }
        void fail(VendorFault fault)
        {
            promise.addResult(Result(failureOf(fault)));
            promise.finish();
        }
    };

    static std::unexpected<VendorFailure> failureOf(VendorFault fault)
    {
        return std::unexpected(VendorFailure{.fault = fault, .httpStatus = 0, .detail = {}, .retryAt = {}});
    }
    static VendorAlert asHeld(const AlertEntry& entry)
    {
        return {.alertId = entry.id.text(),
                .owner = entry.owner.text(),
                .plate = entry.plate.text(),
                .jurisdiction = entry.jurisdiction.text(),
                .caseNumber = entry.caseNumber.text(),
                .reasonCode = entry.reasonCode.text(),
                .reasonText = entry.reasonText,
                .expiresAt = entry.expiresAt,
                .active = entry.state == AlertState::Active};
    }

    bool answers = true;              ///< At once; otherwise a test answers `calls`.
    std::optional<VendorFault> fault; ///< Of every call, while it is set.
    std::function<void(const AlertTerms&)> onSend;
    std::deque<std::unique_ptr<Call>> calls;
    QMap<QString, VendorAlert> held; ///< By id.
    int lists = 0;

    QFuture<Result> send(AuditedAlertChange change, std::stop_token stop) override
    {
        auto call = std::make_unique<Call>(
            Call{.terms = change.terms(), .intentSequence = change.intentSequence(), .stop = std::move(stop), .promise = {}});
        call->promise.start();
        if (onSend)
            onSend(call->terms);
        calls.push_back(std::move(call));
        Call& made = *calls.back();
        auto future = made.promise.future();
        if (fault)
            made.fail(*fault);
        else if (answers)
            take(made);
        return future;
    }
    /// Done, and said so.
    void take(Call& call)
    {
        const AlertEntry& entry = call.terms.entry;
        if (entry.state == AlertState::Removed)
            held.remove(entry.id.text());
        else
            held.insert(entry.id.text(), asHeld(entry));
        call.answer();
    }
    QFuture<std::expected<std::vector<VendorAlert>, VendorFailure>> list(std::stop_token) override
    {
        using Answer = std::expected<std::vector<VendorAlert>, VendorFailure>;
        ++lists;
        if (fault)
            return QtFuture::makeReadyValueFuture(Answer(failureOf(*fault)));
        return QtFuture::makeReadyValueFuture(Answer(std::vector<VendorAlert>(held.cbegin(), held.cend())));
    }

    class Stream final : public AlertStream {
    public:
        Stream(FakeAlerts& owner, AlertStreamSink given) : sink(std::move(given)), m_owner(owner) {}
        ~Stream() override
        {
            if (m_owner.stream == this)
                m_owner.stream = nullptr;
        }
        StreamLink link() const override { return state; }
        AlertStreamSink sink;
        StreamLink state = StreamLink::Connecting;

    private:
        FakeAlerts& m_owner;
    };
    Stream* stream = nullptr; ///< The one that is open.
    QStringList openedAfter;  ///< Of each open(): after which hit.
    bool streamed = true;     ///< Of the last one.

    std::unique_ptr<AlertStream> open(const QString& afterHit, bool asStream, AlertStreamSink sink) override
    {
        openedAfter += afterHit;
        streamed = asStream;
        auto made = std::make_unique<Stream>(*this, std::move(sink));
        stream = made.get();
        return made;
    }
    void say(StreamLink link)
    {
        stream->state = link;
        stream->sink.link(link);
    }
};

} // namespace casebound
