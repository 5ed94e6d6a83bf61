// The reads of a page as something that can be copied and printed.
#pragma once

#include "service/QueryRun.h"

#include <QAbstractItemModel>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace casebound {

class MapPane;

/// Used at once: model and map are the page's. Rows in the order in which the table shows them. Of reads, unless said otherwise.
struct ReadSheet {
    QString title;
    const QAbstractItemModel* model = nullptr;
    /// Of each row: whether anybody checked the read, in words that no column can be told without.
    std::function<QString(int row)> standing;
    std::function<QString(int row)> readId;
    const QueryTerms* terms = nullptr; ///< Of the query, while it is open.
    CaseNumber caseNumber{};
    MapPane* map = nullptr;                      ///< Null: there is none.
    std::function<CaseNumber(int row)> caseOf{}; ///< Where the rows belong to several cases.
    bool alerts = false;                         ///< Entries of the alert list: `readId` is their id, and a column says how they stand.
};

} // namespace casebound
