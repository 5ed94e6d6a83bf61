// A read as the contract's JSON.
#pragma once

#include "practice_vendor/PictureBook.h"
#include "practice_vendor/Town.h"

#include <QJsonObject>

#include <vector>

namespace casebound::practice {

/// The pictures whose hashes readJson() needs.
[[nodiscard]] std::vector<PictureKey> picturesOf(std::span<const Read> reads);
[[nodiscard]] QJsonObject readJson(const Town& town, const Read& read, const Pictures& pictures);

/// Name of an image below /v1/images/, and back.
[[nodiscard]] QString imageName(const Town& town, const Read& read, PictureKind kind);
struct NamedImage {
    QString readId;
    PictureKind kind;
};
[[nodiscard]] std::optional<NamedImage> findImage(const QString& name);

} // namespace casebound::practice
