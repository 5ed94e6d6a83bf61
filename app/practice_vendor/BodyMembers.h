// Strict reading of a request's JSON body: the first thing wrong becomes the answer.
#pragma once

#include "practice_vendor/Http.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>

namespace casebound::practice {

/// Microseconds since 1970 of an RFC 3339 time in UTC with "Z" and 0–9 fraction digits; nothing where it is anything else.
[[nodiscard]] std::optional<std::int64_t> parseTime(QStringView text);
/// "Z", milliseconds.
[[nodiscard]] QString timeText(std::int64_t milliseconds);
/// 1–8 characters of A–Z and 0–9.
[[nodiscard]] bool isPlate(QStringView text);
/// A version 7 UUID in lower case with hyphens.
[[nodiscard]] bool isUuid7(const QString& text);

class BodyMembers {
public:
    explicit BodyMembers(const HttpRequest& request);

    /// 1 to `most` code points; absent, null, another type or length becomes the failure.
    [[nodiscard]] QString text(QLatin1StringView name, int most = 128);
    /// As text(), but null and absent are the empty text.
    [[nodiscard]] QString textOrNull(QLatin1StringView name, int most = 128);
    [[nodiscard]] QString oneOf(QLatin1StringView name, std::initializer_list<QLatin1StringView> words);
    [[nodiscard]] QString plate();
    /// Microseconds since 1970.
    [[nodiscard]] std::int64_t time(QLatin1StringView name);
    [[nodiscard]] int count(QLatin1StringView name, int most);

    void fail(int status, const QString& code, const QString& detail);
    [[nodiscard]] const std::optional<HttpAnswer>& failure() const { return m_failure; }
    [[nodiscard]] const QJsonObject& object() const { return m_object; }

private:
    [[nodiscard]] QJsonValue required(QLatin1StringView name);
    QJsonObject m_object;
    std::optional<HttpAnswer> m_failure;
};

} // namespace casebound::practice
