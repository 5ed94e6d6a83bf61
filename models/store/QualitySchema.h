// The part of the case database that says how reads were read; internal to store.
#pragma once

namespace casebound {

/// No plate and no case: what differed, and where it was read (domain/ReadQuality.h).
inline constexpr const char* qualityMigration =
    "CREATE TABLE quality_sample ("
    "  read BLOB PRIMARY KEY, day INTEGER NOT NULL, camera TEXT, contributor TEXT, jurisdiction TEXT, outcome INTEGER NOT NULL,"
    "  confusions TEXT, jurisdiction_right INTEGER) STRICT, WITHOUT ROWID;"
    "CREATE INDEX quality_sample_day ON quality_sample (day);";

} // namespace casebound
