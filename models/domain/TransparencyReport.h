// The transparency report (R19; PIA p. 9): what an office did, by month, without pointing at anybody.
#pragma once

#include "domain/Matter.h"
#include "domain/SmallCounts.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace casebound {

struct ReportMonth {
    int year = 0, month = 0; ///< Local time of the workstation.
    friend auto operator<=>(const ReportMonth&, const ReportMonth&) = default;
    [[nodiscard]] QString text() const; ///< "2026-09"
};

/// Counted by when each entry was written; outcomes of a query belong to the month of its intention.
struct MonthCounts {
    ReportMonth month;
    std::map<std::pair<Matter, QString>, std::int64_t> queries; ///< By matter and reason code.
    std::map<QString, std::int64_t> outcomes;                   ///< answered, failed, unknown, withdrawn, open: the same queries.
    std::map<QString, std::int64_t> exceptions;                 ///< granted, refused, waiting: of those asked for in the month.
    std::map<QString, std::int64_t> verdicts;                   ///< confirmed, different_plate, unreadable.
    std::map<QString, std::int64_t> reviewItems;                ///< in_order, question, refer.
    std::int64_t refused = 0, exports = 0, complaints = 0;      ///< Queries the gate refused; case and log exports; complaints answered.
    std::int64_t reviewsSigned = 0;                             ///< Of the office's own duty, and about nobody: shown as it is.
};

struct ShownMonth {
    ReportMonth month;
    bool withheld = false; ///< Too few queries to say anything.
    std::optional<ShownTable> matters, outcomes;
    std::map<Matter, ShownTable> reasons;                        ///< Only where both matters are shown.
    std::optional<ShownTable> exceptions, verdicts, reviewItems; ///< Each withheld by itself.
    std::optional<std::int64_t> refused, exports, complaints;
    std::int64_t reviewsSigned = 0;
    friend bool operator==(const ShownMonth&, const ShownMonth&) = default;
};

/// A month is a function of its own counts. There is no sum over months: two reports of different length have nothing to subtract.
[[nodiscard]] ShownMonth shownMonth(const MonthCounts& counts, std::int64_t least = leastShownCount);

struct TransparencyReport {
    QString office;
    std::vector<ShownMonth> months;
};

/// "-" stands for a withheld count. UTF-8, RFC 4180.
[[nodiscard]] QByteArray toCsv(const TransparencyReport& report);
/// A withheld count is null.
[[nodiscard]] QByteArray toJson(const TransparencyReport& report);

} // namespace casebound
