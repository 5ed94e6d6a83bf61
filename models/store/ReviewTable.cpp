#include "store/ReviewTable.h"

#include "store/Statement.h"

namespace casebound {

namespace {

std::expected<void, StoreFault> insert(const Database& database, const QString& review, const std::vector<ReviewItem>& items)
{
    Statement statement(database, "INSERT INTO review_item (review, seq, causes, owner) VALUES (?, ?, ?, ?)"
                                  " ON CONFLICT (review, seq) DO UPDATE SET causes = causes | excluded.causes");
    for (const ReviewItem& item : items) {
        statement.bind(review).bind(static_cast<std::int64_t>(item.sequence)).bind(std::int64_t{item.causes.bits}).bind(item.owner.text());
        if (auto done = statement.run(); !done)
            return done;
    }
    return {};
}

} // namespace

std::expected<void, StoreFault> ReviewTable::putItems(const QString& review, std::uint64_t opened, const std::vector<ReviewItem>& items)
{
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return std::unexpected(transaction.fault());
    Statement remove(m_database, "DELETE FROM review_item WHERE review = ?");
    Statement put(m_database, "INSERT INTO review (id, opened) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
    if (auto done = remove.bind(review).run(); !done)
        return done;
    if (auto done = put.bind(review).bind(static_cast<std::int64_t>(opened)).run(); !done)
        return done;
    if (auto done = insert(m_database, review, items); !done)
        return done;
    return transaction.commit();
}

std::expected<void, StoreFault> ReviewTable::addItem(const QString& review, const ReviewItem& item)
{
    return insert(m_database, review, {item});
}

std::vector<ReviewItem> ReviewTable::items(const QString& review) const
{
    Statement statement(m_database, "SELECT seq, causes, owner FROM review_item WHERE review = ? ORDER BY seq");
    statement.bind(review);
    std::vector<ReviewItem> list;
    for (auto row = statement.step(); row && *row; row = statement.step())
        list.push_back({.sequence = static_cast<std::uint64_t>(statement.integer(0)),
                        .causes = {.bits = static_cast<std::uint32_t>(statement.integer(1))},
                        .owner = UserId(statement.text(2))});
    return list;
}

bool ReviewTable::holds(const QString& review) const
{
    Statement statement(m_database, "SELECT 1 FROM review WHERE id = ?");
    const auto row = statement.bind(review).step();
    return row && *row;
}

std::expected<void, StoreFault> ReviewTable::setPause(const QString& review, const Pause& pause)
{
    Statement statement(m_database, "UPDATE review SET place = ?, paused_at = ? WHERE id = ?");
    const auto number = [](std::uint64_t place) { return static_cast<std::int64_t>(place); };
    const auto moment = [](Instant at) { return std::int64_t{at.time_since_epoch().count()}; };
    return statement.bind(pause.place.transform(number)).bind(pause.at.transform(moment)).bind(review).run();
}

ReviewTable::Pause ReviewTable::pauseOf(const QString& review) const
{
    Statement statement(m_database, "SELECT place, paused_at FROM review WHERE id = ?");
    const auto row = statement.bind(review).step();
    Pause pause;
    if (!row || !*row)
        return pause;
    if (!statement.isNull(0))
        pause.place = static_cast<std::uint64_t>(statement.integer(0));
    if (!statement.isNull(1))
        pause.at = Instant(std::chrono::microseconds(statement.integer(1)));
    return pause;
}

} // namespace casebound
