// A scripted record of queries and list of users behind the port: it says what a test put here, or what a test wants it to.
#pragma once

#include "ports/VendorAuditClient.h"

#include <QPromise>

#include <deque>
#include <functional>
#include <memory>

namespace casebound {

class FakeAudit final : public VendorAuditClient {
public:
    using Page = VendorResult<VendorAuditPage>;
    using Users = VendorResult<std::vector<VendorUser>>;

    std::vector<VendorAuditEntry> entries; ///< Of all time; a walk says those of its period.
    std::vector<VendorUser> userList;
    std::size_t perPage = 3;
    std::optional<VendorFault> fault; ///< Of every call, while it is set.
    std::function<void()> onPage;     ///< Called when a page is asked for.
    bool answers = true;              ///< At once; otherwise a test lets go of what waits.
    int walks = 0, pages = 0, lists = 0;
    Instant from{}, to{}; ///< Of the last walk.
    std::stop_token stop;
    std::deque<std::function<void()>> waiting;

    std::unique_ptr<VendorAuditWalk> queries(Instant first, Instant last, std::stop_token token) override
    {
        ++walks;
        from = first;
        to = last;
        stop = std::move(token);
        return std::make_unique<Walk>(*this);
    }
    QFuture<Users> users(std::stop_token token) override
    {
        ++lists;
        stop = std::move(token);
        return answer<Users>(fault ? Users(std::unexpected(failure(*fault))) : Users(userList));
    }
    void letGo()
    {
        for (auto& one : std::exchange(waiting, {}))
            one();
    }
    static VendorFailure failure(VendorFault what) { return {.fault = what, .httpStatus = 0, .detail = {}, .retryAt = {}}; }

private:
    class Walk final : public VendorAuditWalk {
    public:
        explicit Walk(FakeAudit& owner) : m_owner(owner), m_from(owner.from), m_to(owner.to) {}
        QFuture<Page> next() override
        {
            ++m_owner.pages;
            if (m_owner.onPage)
                m_owner.onPage();
            if (m_owner.fault)
                return m_owner.answer<Page>(std::unexpected(failure(*m_owner.fault)));
            VendorAuditPage page;
            for (; m_place < m_owner.entries.size() && page.entries.size() < m_owner.perPage; ++m_place) {
                const VendorAuditEntry& entry = m_owner.entries[m_place];
                if (m_from <= entry.receivedAt && entry.receivedAt <= m_to)
                    page.entries.push_back(entry);
            }
            page.last = m_place == m_owner.entries.size();
            return m_owner.answer<Page>(std::move(page));
        }

    private:
        FakeAudit& m_owner;
        Instant m_from, m_to;
        std::size_t m_place = 0;
    };
    template <class Result>
    QFuture<Result> answer(Result result)
    {
        if (answers)
            return QtFuture::makeReadyValueFuture(std::move(result));
        auto promise = std::make_shared<QPromise<Result>>();
        promise->start();
        waiting.push_back([promise, result = std::move(result)] {
            promise->addResult(result);
            promise->finish();
        });
        return promise->future();
    }
};

} // namespace casebound
