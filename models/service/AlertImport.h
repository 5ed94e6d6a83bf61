// A list of plates for one case, taken in row by row: each through the same gate as one that was typed, each an entry of the log.
#pragma once

#include "service/AlertService.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace casebound {

/// What came of a row. Nothing and no failure: not tried, as the import was stopped before it.
struct AlertImportRow {
    AlertCsvRow row;
    std::vector<FieldRefusal> refused; ///< By the judgement beforehand.
    std::optional<ServiceFailure> failure;
    bool added = false;
};

/// Lives on the window's thread, shorter than the service. Rows go in small steps of the event loop, and only a few wait for the vendor at
/// a time: whoever stops it knows exactly which rows are entries.
class AlertImport final : public QObject {
    Q_OBJECT

public:
    /// `common` gives case, matter, offence, purpose and, where a row names none, the last day.
    AlertImport(AlertService& alerts, AlertDraft common, std::vector<AlertCsvRow> rows, QObject* parent = nullptr);

    /// Each row judged, none added.
    [[nodiscard]] const std::vector<AlertImportRow>& rows() const { return m_rows; }
    [[nodiscard]] int acceptable() const;
    /// Adds the rows nothing was held against; the others stay out and are named.
    void start();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_step.isActive(); }
    [[nodiscard]] int added() const;

Q_SIGNALS:
    void progressed(int done, int total);
    void finished();

private:
    void step();

    AlertService& m_alerts;
    AlertDraft m_common;
    std::vector<AlertImportRow> m_rows;
    std::size_t m_next = 0;
    QTimer m_step;
};

} // namespace casebound
