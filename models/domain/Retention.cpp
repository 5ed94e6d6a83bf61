#include "domain/Retention.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

std::vector<RetentionSchedule> load()
{
    QFile file(u":/casebound/reference/retention.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("retention.json is missing"); // part of the program
    std::vector<RetentionSchedule> list;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll())["schedules"_L1].toArray()) {
        RetentionSchedule one;
        one.id = value["id"_L1].toString();
        one.label = value["label"_L1].toString();
        one.rule = value["rule"_L1].toString();
        one.starts = value["starts"_L1].toString();
        one.systemOfRecords = value["system_of_records"_L1].toString();
        one.recordSystem = value["record_system"_L1].toString();
        one.pia = value["pia"_L1].toString();
        if (value["minimum_years"_L1].isDouble())
            one.minimumYears = value["minimum_years"_L1].toInt();
        const QJsonValue mark = value["verification"_L1];
        one.verification.mark = mark["status"_L1] == "verified"_L1 ? VerifiedMark::Verified : VerifiedMark::NotVerified;
        one.verification.source = mark["source"_L1].toString();
        one.verification.note = mark["note"_L1].toString();
        list.push_back(std::move(one));
    }
    return list;
}

const RetentionSchedule& schedule(QStringView id)
{
    const auto found = std::ranges::find(retentionSchedules(), id, &RetentionSchedule::id);
    if (found == retentionSchedules().end())
        qFatal("retention.json lacks a schedule");
    return *found;
}

} // namespace

std::span<const RetentionSchedule> retentionSchedules()
{
    static const std::vector<RetentionSchedule> list = load();
    return list;
}

const RetentionSchedule& scheduleOf(Matter matter)
{
    return schedule(matter == Matter::Criminal ? u"criminal_case" : u"immigration_case");
}

RetentionLabel retentionLabel(const CaseRecord& subject, std::span<const RetentionRule> officeRules)
{
    const RetentionSchedule& from = scheduleOf(subject.matter);
    RetentionLabel label{.schedule = from.id,
                         .label = from.label,
                         .rule = from.rule,
                         .starts = from.starts,
                         .systemOfRecords = from.systemOfRecords,
                         .recordSystem = from.recordSystem,
                         .years = from.minimumYears.value_or(0),
                         .opened = toDateTime(subject.openedAt).date(),
                         .closed = {},
                         .destroyNotBefore = {}};
    const auto rule = std::ranges::find(officeRules, from.id, &RetentionRule::schedule);
    if (rule != officeRules.end())
        label.years = std::max(label.years, rule->years);
    if (subject.closedAt) {
        label.closed = toDateTime(*subject.closedAt).date();
        label.destroyNotBefore = label.closed->addYears(label.years);
    }
    return label;
}

bool isDueForDisposal(const CaseRecord& subject, const RetentionLabel& label, QDate today)
{
    return subject.state == CaseState::Closed && label.destroyNotBefore && *label.destroyNotBefore <= today;
}

} // namespace casebound
