// A SQLite write-ahead log, read apart from SQLite.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <functional>

namespace casebound {

/// Each page that was committed, in the order written, until `visit` returns false: frames whose salts and running checksum hold, up to the
/// last that ends a transaction (sqlite.org/fileformat2.html, section 4). What follows is a write that was broken off, or stale. Pages of
/// 4,096 bytes. A missing or empty file has none; false where the system refuses to read it.
[[nodiscard]] bool walkJournal(const QString& path, const std::function<bool(std::uint32_t number, QByteArrayView page)>& visit);

} // namespace casebound
