// How long case material is kept (R12; PIA p. 14): the schedules of retention.json, and the label an export carries.
#pragma once

#include "domain/Case.h"
#include "domain/OfficeProfile.h"
#include "domain/Reference.h"

#include <QDate>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace casebound {

struct RetentionSchedule {
    QString id, label, rule, starts, systemOfRecords, recordSystem, pia;
    std::optional<int> minimumYears;
    SourceMark verification;
};

/// The compiled-in schedules. Any thread.
[[nodiscard]] std::span<const RetentionSchedule> retentionSchedules();
/// Criminal: the investigative case file; administrative: the Enforcement Integrated Database (retention.json, "label_logic").
[[nodiscard]] const RetentionSchedule& scheduleOf(Matter matter);

/// What the label of one case says.
struct RetentionLabel {
    QString schedule, label, rule, starts, systemOfRecords, recordSystem;
    int years = 0; ///< The office's, where its profile has a rule for the schedule, but never fewer than the schedule's own.
    std::optional<QDate> opened, closed;
    /// Of a closed case: the day the years are over, counted from closing. The PIA does not say when they begin.
    std::optional<QDate> destroyNotBefore;
};
[[nodiscard]] RetentionLabel retentionLabel(const CaseRecord& subject, std::span<const RetentionRule> officeRules);

/// Closed, and its years are over.
[[nodiscard]] bool isDueForDisposal(const CaseRecord& subject, const RetentionLabel& label, QDate today);

} // namespace casebound
