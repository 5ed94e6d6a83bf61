// What a query's state means, in words.
#pragma once

#include "service/QueryRun.h"
#include "ui/Theme.h"

#include <QCoreApplication>

namespace casebound {

/// Pure; translated through the context "RunWords".
class RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)

public:
    struct Notice {
        Tone tone = Tone::Info;
        QString words;
        bool canCancel = false;
    };
    [[nodiscard]] static Notice notice(const QueryRun& run);
    /// "CBX1234 (US-TX), 14:05": one entry of the list of open queries.
    [[nodiscard]] static QString title(const QueryRun& run);
    /// "Discarded by 22:05 (in 7 hours), or when you close the query or sign out."
    [[nodiscard]] static QString expiry(const QueryRun& run, Instant now);
    /// "Query closed: returned 312, kept 2, discarded 310." Ask while the run still holds its reads.
    [[nodiscard]] static QString receipt(const QueryRun& run, bool expired);
    [[nodiscard]] static std::int64_t keptCount(const QueryRun& run);
};

} // namespace casebound
