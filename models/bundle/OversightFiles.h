// What oversight hands out, as files: the answer to a complaint, the transparency report. English, as every format of an export is.
#pragma once

#include "domain/PlateAnswer.h"
#include "domain/TransparencyReport.h"

#include <QByteArray>

#include <optional>

namespace casebound {

/// RFC 4180, UTF-8; cells as BundleText makes them fit for a spreadsheet.
[[nodiscard]] QByteArray answerCsv(const PlateAnswer& answer);
[[nodiscard]] QByteArray answerJson(const PlateAnswer& answer);
/// PDF/A-1b. Nothing where it could not be made. Needs a QGuiApplication.
[[nodiscard]] std::optional<QByteArray> answerPdf(const PlateAnswer& answer, bool training);
[[nodiscard]] std::optional<QByteArray> reportPdf(const TransparencyReport& report, Instant at, bool training);

} // namespace casebound
