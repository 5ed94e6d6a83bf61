// What a query service is made of inside: shared by the two files that implement it, and by nothing else.
#pragma once

#include "domain/Clock.h"
#include "service/AuditEntries.h"
#include "service/BootTime.h"
#include "service/QueryGate.h"
#include "service/QueryService.h"
#include "store/AuditLog.h"

#include <QTimer>

#include <algorithm>
#include <stop_token>

namespace casebound {

inline bool isUnderWay(const QueryRun& run)
{
    return run.state() == QueryRun::State::Sending || run.state() == QueryRun::State::Loading;
}

struct QueryService::Private {
    struct Entry {
        std::unique_ptr<QueryRun> run;
        std::stop_source stop;
        std::chrono::nanoseconds began = sinceBoot(); ///< Setting the clock back does not lengthen a result's life.
        bool viewed = false;
    };

    Private(QueryService& service, Parts given) : q(service), parts(std::move(given)), gate(makeGate(parts)) {}

    static QueryGate makeGate(const Parts& parts);

    Entry* find(const QueryRun* run)
    {
        const auto found = std::ranges::find_if(entries, [run](const auto& entry) { return entry->run.get() == run; });
        return found == entries.end() ? nullptr : found->get();
    }

    /// The gate had just found that it fits; where it does not any more, the limit stands again.
    static ServiceFailure failureOf(const ApprovalRefusal& refusal)
    {
        if (const auto* failure = std::get_if<ServiceFailure>(&refusal))
            return *failure;
        return {.why =
                    QueryRefusal{.fields = {{.field = QueryField::From, .problem = FieldProblem::BeyondLimit, .detail = {}, .limit = {}}}},
                .detail = {}};
    }

    bool append(const AuditRecord& record)
    {
        const auto receipt = parts.log.append(record);
        if (!receipt)
            stopForLog(receipt.error());
        return receipt.has_value();
    }

    void setState(QueryRun& run, QueryRun::State state)
    {
        run.m_state = state;
        Q_EMIT run.stateChanged();
    }

    void send(Entry& entry, AuditedQuery query);
    void pageArrived(QueryRun& run, ReadSet page, std::int64_t total);
    void restarted(QueryRun& run);
    void finished(QueryRun& run, const VendorResult<QueryReceipt>& result);
    void fail(QueryRun& run, const VendorFailure& failure);
    AuditRecord outcome(AuditEvent event, const QueryRun& run, bool complete) const;
    void withdraw(QueryRun& run, const QString& word);
    void stopForLog(LogFault fault);

    QueryService& q;
    Parts parts;
    QueryGate gate;
    std::vector<std::unique_ptr<Entry>> entries;
    QTimer expiry;
};

} // namespace casebound
