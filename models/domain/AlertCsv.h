// A list of plates for one case, as a file (RFC 4180): each row becomes an entry of its own, with its own reason, through the same gate.
// Columns by name in the first line, in any order: plate, jurisdiction, reason, and perhaps expires (YYYY-MM-DD).
#pragma once

#include "domain/AlertChange.h"

#include <expected>
#include <vector>

namespace casebound {

struct AlertCsvRow {
    int line = 0; ///< Where it begins, from 1.
    QString plate, jurisdiction, reason;
    QString expires; ///< As written; empty: none.
    friend bool operator==(const AlertCsvRow&, const AlertCsvRow&) = default;
};

enum class AlertCsvProblem {
    TooLarge, ///< Over 1 MiB.
    NotUtf8,
    UnknownColumn, ///< `detail` names it: nothing is silently left out.
    DoubledColumn,
    MissingColumn,
    Quote, ///< A quote inside a field that is not quoted, or text behind a closing one, or none that closes.
    FieldCount,
    FieldTooLong, ///< Over 4,096 characters.
    TooManyRows,  ///< Over 2,500: the longest list (R8).
    NoRows,
};

struct AlertCsvFault {
    AlertCsvProblem problem = AlertCsvProblem::NoRows;
    int line = 0;
    QString detail{};
};

/// Pure and bounded. The rows are not judged: that is the gate's, row by row. A file with a fault is refused whole.
[[nodiscard]] std::expected<std::vector<AlertCsvRow>, AlertCsvFault> parseAlertCsv(QByteArrayView bytes);

/// The draft for one row: case, matter, offence and purpose are those of `common`, and its expiry where the row names none. A date that is
/// none gives an invalid one, which the gate refuses.
[[nodiscard]] AlertDraft draftOf(const AlertDraft& common, const AlertCsvRow& row);

} // namespace casebound
