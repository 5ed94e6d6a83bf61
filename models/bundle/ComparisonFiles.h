// What was compared with the vendor, as files: the reconciliation of the log, the roster against its users. English, as every format of an
// export is.
#pragma once

#include "domain/Reconciliation.h"
#include "domain/RosterComparison.h"

#include <QByteArray>

#include <optional>

namespace casebound {

/// RFC 4180, UTF-8, a line a finding; cells as BundleText makes them fit for a spreadsheet.
[[nodiscard]] QByteArray reconciliationCsv(const Reconciliation& found);
[[nodiscard]] QByteArray reconciliationJson(const Reconciliation& found);
/// PDF/A-1b; a long list is cut off there, in words. Nothing where it could not be made. Needs a QGuiApplication.
[[nodiscard]] std::optional<QByteArray> reconciliationPdf(const Reconciliation& found, bool training);

[[nodiscard]] QByteArray rosterCsv(const RosterComparison& found);
[[nodiscard]] QByteArray rosterJson(const RosterComparison& found);
[[nodiscard]] std::optional<QByteArray> rosterPdf(const RosterComparison& found, bool training);

} // namespace casebound
