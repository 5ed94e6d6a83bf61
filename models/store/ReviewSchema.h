// A review's part of the case database; internal to store.
#pragma once

namespace casebound {

/// What is to be judged, and where the reviewer is. What was decided is not here: the log alone says that, so that nobody can change it.
inline constexpr const char* reviewMigration =
    "CREATE TABLE review ("
    "  id TEXT PRIMARY KEY, opened INTEGER NOT NULL, place INTEGER, paused_at INTEGER) STRICT;"
    "CREATE TABLE review_item ("
    "  review TEXT NOT NULL REFERENCES review(id) ON DELETE CASCADE, seq INTEGER NOT NULL, causes INTEGER NOT NULL, owner TEXT,"
    "  PRIMARY KEY (review, seq)) STRICT, WITHOUT ROWID;";

} // namespace casebound
