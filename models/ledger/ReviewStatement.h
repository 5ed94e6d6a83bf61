// What a review leaves in the log: its opening, each item, and what the reviewer signs. RFC 8785 JSON in the notes of review.opened,
// review.item and review.signed; the statement is signed with the reviewer's own credential (detached CMS). docs/review.md describes it.
#pragma once

#include "domain/Review.h"
#include "ledger/ReviewSample.h"

#include <QByteArray>

#include <optional>
#include <utility>

namespace casebound {

/// The sizes of the sample in force when the review was opened: a policy that changes meanwhile changes nothing.
struct SampleSizes {
    int percent = 5, least = 25, most = 200;
    friend bool operator==(const SampleSizes&, const SampleSizes&) = default;
};

struct ReviewOpening {
    QString id; ///< UUID.
    ReviewPeriod period;
    SampleSizes sizes;
    std::vector<ReviewedLog> others{}; ///< Of other workstations, in the order of their origins: log n of reviewEntry() is others[n − 1].
    friend bool operator==(const ReviewOpening&, const ReviewOpening&) = default;
};

struct ReviewItemNote {
    QString review;
    QString log{};           ///< The origin of the log it stands in; empty: this one.
    std::uint64_t entry = 0; ///< What was judged.
    UserId owner;            ///< Whose act that is.
    ItemVerdict verdict = ItemVerdict::InOrder;
    QString note;
    friend bool operator==(const ReviewItemNote&, const ReviewItemNote&) = default;
};

struct ReviewStatement {
    ReviewOpening opening;
    QString origin;
    std::uint64_t opened = 0; ///< The entry review.opened.
    Hash openedRoot{};        ///< With that entry as the last: what the sample was drawn from.
    Hash periodRoot{};        ///< Of the entries 0 … end−1 of the period: where the next review begins.
    std::uint64_t size = 0;   ///< Of the log when it was signed, without review.signed.
    Hash root{};              ///< Of that log.
    std::uint64_t items = 0, inOrder = 0, question = 0, refer = 0;
    std::uint64_t left = 0; ///< Items that are the signer's own: for another reviewer.
    Hash itemsSha256{}; ///< Over a line "<seq> <in_order|question|refer|open>\n" each, ascending; another log's: "<origin> <seq> …", after.
    UserId signedBy;
    Instant signedAt{};
    QString checkpoint; ///< The signed head (C2SP note) of that size.
    friend bool operator==(const ReviewStatement&, const ReviewStatement&) = default;
};

[[nodiscard]] QByteArray writeReviewOpening(const ReviewOpening& opening, const QString& origin);
[[nodiscard]] QByteArray writeReviewItem(const ReviewItemNote& item);
/// The bytes that are signed.
[[nodiscard]] QByteArray writeReviewStatement(const ReviewStatement& statement);
/// Statement and signature (DER) in one: the note of review.signed.
[[nodiscard]] QByteArray writeSignedReview(QByteArrayView statement, QByteArrayView signature);

// Strict and bounded: exactly what the writers make, or nothing.
[[nodiscard]] std::optional<ReviewOpening> parseReviewOpening(QByteArrayView bytes);
[[nodiscard]] std::optional<ReviewItemNote> parseReviewItem(QByteArrayView bytes);
[[nodiscard]] std::optional<ReviewStatement> parseReviewStatement(QByteArrayView bytes);
/// The statement's bytes and the signature; neither is judged.
[[nodiscard]] std::optional<std::pair<QByteArray, QByteArray>> parseSignedReview(QByteArrayView bytes);

} // namespace casebound
