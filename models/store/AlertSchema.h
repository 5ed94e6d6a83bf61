// The alert list's part of the case database; internal to store.
#pragma once

namespace casebound {

/// Hits have no foreign key to their entry: an entry that is gone leaves the ids of its hits behind, so that none is shown a second time
/// when the vendor replays them.
inline constexpr const char* alertMigration =
    "CREATE TABLE alert_entry ("
    "  id TEXT PRIMARY KEY, owner TEXT NOT NULL, plate TEXT NOT NULL, jurisdiction TEXT, case_number TEXT NOT NULL,"
    "  matter INTEGER NOT NULL, offence TEXT, reason_code TEXT, purpose TEXT, reason_text TEXT,"
    "  added_at INTEGER NOT NULL, validated_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,"
    "  state INTEGER NOT NULL, suspension INTEGER NOT NULL, removal INTEGER NOT NULL, note TEXT,"
    "  confirmed INTEGER NOT NULL, at_vendor INTEGER NOT NULL) STRICT;"
    "CREATE INDEX alert_entry_case ON alert_entry (case_number);"
    "CREATE TABLE alert_hit ("
    "  place INTEGER PRIMARY KEY AUTOINCREMENT, hit_id TEXT NOT NULL, owner TEXT NOT NULL, alert TEXT NOT NULL,"
    "  received_at INTEGER NOT NULL, shown_at INTEGER, verdict INTEGER NOT NULL, read BLOB, UNIQUE (owner, hit_id)) STRICT;"
    "CREATE INDEX alert_hit_owner ON alert_hit (owner, place);"
    "CREATE INDEX alert_hit_alert ON alert_hit (alert, place);"
    "CREATE INDEX alert_hit_unjudged ON alert_hit (alert, received_at) WHERE verdict = 0;"
    "CREATE TABLE alert_clock (id INTEGER PRIMARY KEY CHECK (id = 1), latest INTEGER NOT NULL) STRICT;";

} // namespace casebound
