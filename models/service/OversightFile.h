// Files that oversight hands out: their bytes, and one way to write them.
#pragma once

#include "domain/PlateAnswer.h"
#include "domain/Reconciliation.h"
#include "domain/RosterComparison.h"
#include "domain/TransparencyReport.h"

#include <QString>

#include <expected>
#include <optional>

namespace casebound {

enum class OversightFormat { Csv, Json, Pdf };

/// "csv", "json", "pdf": the end of the file's name.
[[nodiscard]] QString oversightSuffix(OversightFormat format);

/// Nothing where the PDF could not be made.
[[nodiscard]] std::optional<QByteArray> fileOf(const PlateAnswer& answer, OversightFormat format, bool training);
[[nodiscard]] std::optional<QByteArray> fileOf(const TransparencyReport& report, OversightFormat format, Instant at, bool training);
[[nodiscard]] std::optional<QByteArray> fileOf(const Reconciliation& found, OversightFormat format, bool training);
[[nodiscard]] std::optional<QByteArray> fileOf(const RosterComparison& found, OversightFormat format, bool training);

enum class OversightFileProblem {
    BadPath,     ///< Not an absolute path, or its folder does not exist.
    Exists,      ///< Nothing is written over.
    CannotWrite, ///< Rights, or the medium; nothing is left there.
    CannotMake,  ///< The PDF could not be made.
};
/// The file is whole or does not exist; its owner alone can read it.
[[nodiscard]] std::expected<void, OversightFileProblem> writeOversightFile(const QString& path, const std::optional<QByteArray>& bytes);

} // namespace casebound
