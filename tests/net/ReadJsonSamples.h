// Made-up reads as a vendor would write them.
#pragma once

#include "domain/Query.h"

#include <QByteArray>

namespace casebound::test {

/// Terms of a query for the made-up plate TEST123, 2026-01-01 to 2026-06-30 UTC.
[[nodiscard]] QueryTerms sampleTerms();
/// One full read with this number; captured within the period of sampleTerms().
[[nodiscard]] QByteArray sampleRead(int number);
/// Reads first … first+count-1, separated by commas.
[[nodiscard]] QByteArray sampleReads(int first, int count);
/// The answer to POST; `next` is JSON ("null" or "\"cursor\"").
[[nodiscard]] QByteArray firstPage(const QueryTerms& terms, const QByteArray& reads, qint64 total, const QByteArray& next = "null");
[[nodiscard]] QByteArray laterPage(const QueryTerms& terms, const QByteArray& reads, const QByteArray& next = "null");
[[nodiscard]] QByteArray sampleCapabilities();

} // namespace casebound::test
