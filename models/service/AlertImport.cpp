#include "service/AlertImport.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr int mostUnderWay = 8;
constexpr std::chrono::milliseconds vendorIsSlow{20};

} // namespace

AlertImport::AlertImport(AlertService& alerts, AlertDraft common, std::vector<AlertCsvRow> rows, QObject* parent)
    : QObject(parent),
      m_alerts(alerts),
      m_common(std::move(common))
{
    m_rows.reserve(rows.size());
    for (AlertCsvRow& row : rows) {
        auto refused = alerts.judge(draftOf(m_common, row));
        m_rows.push_back({.row = std::move(row), .refused = std::move(refused), .failure = {}});
    }
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &AlertImport::step);
}

int AlertImport::acceptable() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const AlertImportRow& row) { return row.refused.empty(); }));
}

int AlertImport::added() const
{
    return static_cast<int>(std::ranges::count(m_rows, true, &AlertImportRow::added));
}

void AlertImport::start()
{
    m_step.start(0);
}

void AlertImport::cancel()
{
    if (!isRunning())
        return;
    m_step.stop();
    Q_EMIT finished();
}

void AlertImport::step()
{
    if (m_alerts.underWay() >= mostUnderWay) {
        m_step.start(vendorIsSlow);
        return;
    }
    while (m_next < m_rows.size() && !m_rows[m_next].refused.empty())
        ++m_next;
    if (m_next == m_rows.size()) {
        Q_EMIT finished();
        return;
    }
    AlertImportRow& row = m_rows[m_next++];
    if (const auto entry = m_alerts.add(draftOf(m_common, row.row)); entry)
        row.added = true;
    else
        row.failure = entry.error();
    Q_EMIT progressed(static_cast<int>(m_next), static_cast<int>(m_rows.size()));
    // A list that is full, or a log that takes nothing, does not get better with the next row.
    const auto* problem = row.failure ? std::get_if<AlertProblem>(&row.failure->why) : nullptr;
    const bool hopeless =
        row.failure && (problem ? *problem == AlertProblem::ListFull : !std::holds_alternative<QueryRefusal>(row.failure->why));
    if (hopeless)
        Q_EMIT finished();
    else
        m_step.start(0);
}

} // namespace casebound
