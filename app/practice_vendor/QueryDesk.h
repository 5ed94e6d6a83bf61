// Plate queries: one snapshot for each query id, pages by cursor, and the vendor's own audit of them.
#pragma once

#include "practice_vendor/Http.h"
#include "practice_vendor/PictureBook.h"
#include "practice_vendor/PracticeClock.h"

#include <QJsonObject>
#include <QQueue>

#include <chrono>
#include <vector>

namespace casebound::practice {

struct QueryLimits {
    int pageMax = 500;
    int lookbackDays = 1'830;
    std::chrono::milliseconds cursorLife = std::chrono::minutes(10);
};

class QueryDesk {
public:
    QueryDesk(const Town& town, PictureBook& pictures, const PracticeClock& clock, QueryLimits limits);

    void post(const HttpRequest& request, const Respond& respond);
    void page(const HttpRequest& request, const QString& queryId, const Respond& respond);
    [[nodiscard]] HttpAnswer audit(const HttpRequest& request) const;
    [[nodiscard]] const QueryLimits& limits() const { return m_limits; }

private:
    struct Cursor {
        std::size_t offset = 0;
        std::int64_t endsMs = 0;
    };
    struct Snapshot {
        std::vector<Read> reads;
        std::int64_t receivedMs = 0;
        QHash<QString, Cursor> cursors;
    };
    struct Known { ///< Kept for the life of the program; snapshots are not.
        QJsonObject body;
        QString user;
        std::int64_t receivedMs = 0;
        qint64 total = -1; ///< −1: the query failed.
    };
    void sendPage(const QString& queryId, std::size_t offset, int limit, bool first, const Respond& respond);
    void remember(const QString& queryId, Snapshot snapshot);

    const Town& m_town;
    PictureBook& m_pictures;
    const PracticeClock& m_clock;
    QueryLimits m_limits;
    QHash<QString, Snapshot> m_snapshots;
    QQueue<QString> m_oldest;
    QHash<QString, Known> m_known;
    QList<QString> m_order; ///< Query ids as they came.
    std::uint64_t m_cursorCount = 0;
};

} // namespace casebound::practice
