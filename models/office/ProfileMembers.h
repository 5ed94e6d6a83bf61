// Strict reading of one JSON object: every member asked for, typed and bounded, and none left over. Internal to office.
#pragma once

#include "office/ProfileFault.h"

#include <QByteArray>
#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

#include "domain/Clock.h"

#include <functional>
#include <optional>

namespace casebound {

/// The first problem found stays; reading goes on with harmless values, so that callers need not ask after each member.
class ProfileMembers {
public:
    ProfileMembers(QJsonObject object, QString path, std::optional<ProfileProblem>& problem);

    [[nodiscard]] bool has(QLatin1StringView name) const { return m_object.contains(name); }
    [[nodiscard]] QString text(QLatin1StringView name, qsizetype least, qsizetype most);
    /// Letters, digits, dot, underscore, hyphen; 1–64, beginning with a letter or digit.
    [[nodiscard]] QString name(QLatin1StringView member);
    [[nodiscard]] int number(QLatin1StringView name, int least, int most);
    [[nodiscard]] std::uint64_t serial(QLatin1StringView name);
    [[nodiscard]] bool truth(QLatin1StringView name);
    [[nodiscard]] QDate date(QLatin1StringView name);      ///< 2026-11-20
    [[nodiscard]] Instant instant(QLatin1StringView name); ///< 2026-11-20T10:00:00Z
    [[nodiscard]] QByteArray base64(QLatin1StringView name, qsizetype most);
    [[nodiscard]] QByteArray sha256(QLatin1StringView name); ///< 64 lower-case hexadecimal digits.
    [[nodiscard]] QStringList texts(QLatin1StringView name, qsizetype mostEntries, qsizetype mostLength);
    void object(QLatin1StringView name, const std::function<void(ProfileMembers&)>& read);
    void objects(QLatin1StringView name, qsizetype most, const std::function<void(ProfileMembers&)>& read);

    void refuse(ProfileFault fault, QLatin1StringView name = {});
    [[nodiscard]] QString place(QLatin1StringView name) const;
    /// After the last member: what was not asked for is unknown.
    void end();

private:
    [[nodiscard]] QJsonValue take(QLatin1StringView name, QJsonValue::Type type);

    QJsonObject m_object;
    QString m_path;
    std::optional<ProfileProblem>& m_problem;
};

} // namespace casebound
