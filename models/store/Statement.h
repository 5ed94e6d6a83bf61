// Prepared statements and transactions; only for sources of this folder.
#pragma once

#include "store/Database.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <cstdint>
#include <expected>
#include <optional>

struct sqlite3_stmt;

namespace casebound {

/// One prepared statement, reusable after reset(). Errors stay until reset and come out of step() and run().
class Statement {
public:
    Statement(const Database& database, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Parameters are numbered from 1, in the order of bind() calls since the last reset.
    Statement& bind(std::int64_t value);
    Statement& bind(double value);
    Statement& bind(const QString& text); ///< Empty text is stored as NULL.
    Statement& bind(QByteArrayView blob); ///< Kept by reference until reset(): the caller keeps it alive.
    Statement& bindNull();
    template <class T>
    Statement& bind(const std::optional<T>& value)
    {
        return value ? bind(*value) : bindNull();
    }

    /// True: a row is there. False: done.
    [[nodiscard]] std::expected<bool, StoreFault> step();
    /// For statements without rows; resets.
    [[nodiscard]] std::expected<void, StoreFault> run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    const Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
    int m_next = 1;
    int m_result = 0;
};

/// BEGIN IMMEDIATE; rolled back when destroyed uncommitted. Not movable.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] StoreFault fault() const { return m_fault; }
    /// Durable when it returns well: the WAL is synced (synchronous=FULL).
    [[nodiscard]] std::expected<void, StoreFault> commit();

private:
    Database& m_database;
    bool m_open = false;
    StoreFault m_fault = StoreFault::WriteFailed;
};

} // namespace casebound
