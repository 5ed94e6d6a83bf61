#include "service/ReviewHistory.h"

#include "domain/RoleTable.h"
#include "ledger/AuditEntry.h"

#include <algorithm>

namespace casebound {

namespace {

Review* find(std::vector<Review>& reviews, const QString& id)
{
    const auto found = std::ranges::find(reviews, id, [](const Review& review) { return review.opening.id; });
    return found == reviews.end() ? nullptr : &*found;
}

void takeItem(std::vector<Review>& reviews, const PublicPart& shown, const PrivatePart& hidden)
{
    const auto item = parseReviewItem(hidden.note.toUtf8());
    Review* review = item ? find(reviews, item->review) : nullptr;
    const UserId by(hidden.userId);
    if (!review || !mayDecide(by, item->owner) || shown.outcome != itemVerdictWord(item->verdict))
        return;
    const auto& others = review->opening.others;
    const auto log = std::ranges::find(others, item->log, &ReviewedLog::origin);
    if (item->entry >= reviewEntry(1, 0) || (!item->log.isEmpty() && log == others.end()))
        return;
    const std::uint64_t entry = reviewEntry(item->log.isEmpty() ? 0 : static_cast<std::size_t>(log - others.begin()) + 1, item->entry);
    const auto before = review->decisions.find(entry);
    if (before != review->decisions.end() && !review->signatures.empty() && before->second.sequence < review->signatures.back().sequence)
        return;
    review->decisions.insert_or_assign(
        entry, ItemDecision{.verdict = item->verdict, .note = item->note, .by = by, .at = shown.at, .sequence = shown.sequence});
}

void takeSignature(std::vector<Review>& reviews, const PublicPart& shown, const PrivatePart& hidden)
{
    const auto file = parseSignedReview(hidden.note.toUtf8());
    const auto statement = file ? parseReviewStatement(file->first) : std::nullopt;
    Review* review = statement ? find(reviews, statement->opening.id) : nullptr;
    if (!review || review->opening != statement->opening || review->opened != statement->opened ||
        statement->signedBy.text() != hidden.userId)
        return;
    review->signatures.push_back({.by = statement->signedBy, .at = shown.at, .sequence = shown.sequence, .whole = statement->left == 0});
}

} // namespace

ReviewState Review::state() const
{
    if (signatures.empty())
        return ReviewState::Open;
    return signatures.back().whole ? ReviewState::Signed : ReviewState::AwaitsSecond;
}

std::vector<Review> foldReviews(std::span<const StoredEntry> entries)
{
    std::vector<Review> reviews;
    for (const StoredEntry& stored : entries) {
        const auto shown = parsePublicPart(stored.publicBytes);
        const auto hidden = parsePrivatePart(stored.privateBytes);
        if (!shown || !hidden)
            continue;
        if (shown->event == AuditEvent::ReviewOpened) {
            auto opening = parseReviewOpening(hidden->note.toUtf8());
            if (opening && !find(reviews, opening->id))
                reviews.push_back({.opening = *std::move(opening),
                                   .openedBy = UserId(hidden->userId),
                                   .openedAt = shown->at,
                                   .opened = stored.sequence,
                                   .decisions = {},
                                   .signatures = {}});
        } else if (shown->event == AuditEvent::ReviewItem) {
            takeItem(reviews, *shown, *hidden);
        } else if (shown->event == AuditEvent::ReviewSigned) {
            takeSignature(reviews, *shown, *hidden);
        }
    }
    return reviews;
}

const Review* lastSigned(std::span<const Review> reviews)
{
    const Review* last = nullptr;
    for (const Review& review : reviews) {
        if (!review.signatures.empty() && (!last || review.opening.period.end >= last->opening.period.end))
            last = &review;
    }
    return last;
}

} // namespace casebound
