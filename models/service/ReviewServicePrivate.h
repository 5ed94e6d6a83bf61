// What a review service is made of; internal to service.
#pragma once

#include "ledger/AuditEntry.h"
#include "service/AuditEntries.h"
#include "service/ReviewReader.h"
#include "service/ReviewService.h"
#include "service/RoleGate.h"

#include <algorithm>
#include <type_traits>

namespace casebound {

template <class Why>
std::unexpected<ReviewRefusal> refuseReview(Why why)
{
    if constexpr (std::is_same_v<Why, ReviewProblem>)
        return std::unexpected(ReviewRefusal(why));
    else
        return std::unexpected(ReviewRefusal(ServiceFailure{.why = why, .detail = {}}));
}

struct ReviewService::Private {
    Private(ReviewService& service, Parts given) : q(service), parts(std::move(given)) {}

    ReviewService& q;
    Parts parts;
    std::optional<Review> current;
    std::vector<ReviewItem> items; ///< By entry, with their decisions.
    bool drawn = false;
    std::unique_ptr<ReviewReader> reader;                         ///< None before every log is open.
    std::map<QByteArray, std::shared_ptr<const OtherLog>> others; ///< By origin: in the order of a review's opening.
    bool openingOther = false;

    /// Nobody else writes entries review.… while this process has the log, so it is folded once.
    mutable std::optional<std::vector<Review>> folded;
    const std::vector<Review>& fold() const
    {
        static const std::vector<Review> none;
        if (!folded) {
            if (const auto entries = parts.log.reviewEntries())
                folded = foldReviews(*entries);
        }
        return folded ? *folded : none;
    }
    /// The current review changed; the folded one follows.
    void keepInStep()
    {
        if (!folded)
            return;
        const auto found = std::ranges::find(*folded, current->opened, &Review::opened);
        if (found != folded->end())
            *found = *current;
    }
    bool mayReview() const { return may(parts.actor, Action::OpenReview); }

    std::function<void(LogFault)> failed()
    {
        return [this](LogFault fault) { Q_EMIT q.logFailed(fault); };
    }
    std::optional<ReviewRefusal> refused(Action action)
    {
        if (auto why = refusedByRole(parts.log, parts.actor, action, failed()))
            return ReviewRefusal(*std::move(why));
        return std::nullopt;
    }
    ReviewOutcome<std::uint64_t> append(const AuditRecord& record)
    {
        const auto receipt = parts.log.append(record);
        if (receipt)
            return receipt->sequence();
        Q_EMIT q.logFailed(receipt.error());
        return refuseReview(receipt.error());
    }

    [[nodiscard]] std::optional<Instant> begunAt() const;
    /// The end of the last signed review, or the log's beginning.
    std::optional<Instant> reviewedUpTo(std::span<const Review> reviews) const
    {
        const Review* last = lastSigned(reviews);
        return last ? last->opening.period.to : begunAt();
    }

    [[nodiscard]] IndicatorFacts facts(const Review& review) const;

    void take(Review review);
    /// Begins to read the current review, where every log it covers is open.
    void startReading();

    [[nodiscard]] std::shared_ptr<const OtherLog> otherAt(const ReviewedLog& covered) const;
    /// What the last signed review that covered it says of a log.
    [[nodiscard]] std::optional<ReviewedLog> reviewedBefore(const QString& origin) const;
    [[nodiscard]] std::optional<OtherLogProblem> problemOf(const OtherLog& other) const;
    /// What a review opened now, over this period, covers of the logs that are open.
    [[nodiscard]] std::vector<ReviewedLog> coveredOthers(Instant from, Instant to) const;
    [[nodiscard]] std::vector<std::uint64_t> drawSampleOf(const ReviewOpening& opening) const;
    void opened(const OtherLogResult& result);
    [[nodiscard]] QString originOf(std::uint64_t entry) const
    {
        const std::size_t log = logOf(entry);
        return log == 0 || !current || log > current->opening.others.size() ? QString::fromUtf8(parts.log.origin())
                                                                            : current->opening.others[log - 1].origin;
    }
    static ReviewCauses chosen()
    {
        ReviewCauses causes;
        causes.add(ReviewCause::Chosen);
        return causes;
    }
    ReviewItem* find(std::uint64_t entry)
    {
        const auto found = std::ranges::lower_bound(items, entry, {}, &ReviewItem::sequence);
        return found != items.end() && found->sequence == entry ? &*found : nullptr;
    }
    void insert(ReviewItem item)
    {
        items.insert(std::ranges::lower_bound(items, item.sequence, {}, &ReviewItem::sequence), std::move(item));
    }
    bool isRead() const { return reader && reader->isDone() && !reader->fault(); }
    bool isSigned(const ReviewItem& item) const
    {
        return item.decision && !current->signatures.empty() && item.decision->sequence < current->signatures.back().sequence;
    }
    [[nodiscard]] ReviewStatement statement(Instant now) const;
};

} // namespace casebound
