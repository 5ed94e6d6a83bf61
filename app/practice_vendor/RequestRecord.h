// What the vendor received, line by line, so that tests can compare it with the audit log.
#pragma once

#include "practice_vendor/Http.h"

#include <QFile>
#include <QJsonObject>

#include <cstdint>
#include <expected>
#include <vector>

namespace casebound::practice {

/// Without a file the record is in memory only (the last 10,000 lines): nothing in plain reaches a disk.
class RequestRecord {
public:
    [[nodiscard]] std::expected<void, QString> openFile(const QString& path);
    /// One JSON line {n, at, method, path, parameters, query_id, user, body}. With a file: durable when this returns, false where it could
    /// not be written.
    [[nodiscard]] bool add(const HttpRequest& request, std::int64_t nowMs);
    [[nodiscard]] const std::vector<QByteArray>& lines() const { return m_lines; }

private:
    QFile m_file;
    std::vector<QByteArray> m_lines;
    std::uint64_t m_count = 0;
};

} // namespace casebound::practice
