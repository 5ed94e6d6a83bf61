// A kept read as the bytes that are sealed under its case's key; only for sources of this folder.
#pragma once

#include "domain/Case.h"

#include <QByteArray>

#include <optional>

namespace casebound {

/// Everything but the pictures' bytes, whose kinds it holds in their order.
[[nodiscard]] QByteArray bytesOf(const KeptRead& kept);
/// The pictures are there, each without its bytes. Nothing where the bytes are not of bytesOf().
[[nodiscard]] std::optional<KeptRead> keptReadOf(const QByteArray& bytes);

} // namespace casebound
