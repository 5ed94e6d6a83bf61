// Reviews under way, in the encrypted case database: which entries are to be judged, and where the reviewer stopped.
#pragma once

#include "domain/Review.h"
#include "store/CaseTable.h"

#include <vector>

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns.
class ReviewTable {
public:
    explicit ReviewTable(Database& database) : m_database(database) {}

    /// All items of a review at once, in place of what was there: the sample is drawn again to the same items.
    [[nodiscard]] std::expected<void, StoreFault> putItems(const QString& review, std::uint64_t opened,
                                                           const std::vector<ReviewItem>& items);
    /// One item more, or one more cause for it.
    [[nodiscard]] std::expected<void, StoreFault> addItem(const QString& review, const ReviewItem& item);
    /// By entry; without decisions. Empty where none were put.
    [[nodiscard]] std::vector<ReviewItem> items(const QString& review) const;
    [[nodiscard]] bool holds(const QString& review) const;

    struct Pause {
        std::optional<std::uint64_t> place; ///< The entry that was looked at.
        std::optional<Instant> at;
    };
    [[nodiscard]] std::expected<void, StoreFault> setPause(const QString& review, const Pause& pause);
    [[nodiscard]] Pause pauseOf(const QString& review) const;

private:
    Database& m_database;
};

} // namespace casebound
