// Reading the compiled-in reference data. Internal to domain.
#pragma once

#include "domain/Reference.h"

#include <QJsonArray>
#include <QJsonObject>

namespace casebound {

/// The file as an object. Aborts where it is missing or not JSON: it is part of the program, and a test loads every one.
[[nodiscard]] QJsonObject referenceFile(QLatin1StringView name);

/// A member that must be there and of that type; aborts otherwise, naming it.
[[nodiscard]] QString requiredText(const QJsonObject& object, QLatin1StringView member);
[[nodiscard]] QJsonArray requiredArray(const QJsonObject& object, QLatin1StringView member);
[[nodiscard]] QJsonObject requiredObject(const QJsonObject& object, QLatin1StringView member);

/// A list of texts; absent is empty.
[[nodiscard]] QStringList texts(const QJsonObject& object, QLatin1StringView member);

/// The "verification" member; absent or unknown means not verified.
[[nodiscard]] SourceMark sourceMark(const QJsonObject& object);

} // namespace casebound
