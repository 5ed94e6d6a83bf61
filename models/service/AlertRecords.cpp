#include "service/AlertRecords.h"

#include "service/AuditEntries.h"

namespace casebound {

using namespace Qt::StringLiterals;

AuditRecord alertRecord(AuditEvent event, const AlertEntry& entry, const QString& outcome)
{
    AuditRecord record = plainRecord(event, outcome);
    record.queryId = entry.id.text();
    record.matter = entry.matter;
    record.offence = entry.offence.text();
    record.reasonCode = entry.reasonCode.text();
    record.purpose = entry.purpose.text();
    record.plate = entry.plate.text();
    record.jurisdiction = entry.jurisdiction.text();
    record.caseNumber = entry.caseNumber.text();
    return record;
}

AuditRecord changeRecord(AuditEvent event, const AlertTerms& terms, const QString& outcome)
{
    AuditRecord record = alertRecord(event, terms.entry, outcome);
    record.queryId = terms.change.text();
    if (record.queryId != terms.entry.id.text())
        record.note = u"alert "_s + terms.entry.id.text();
    if (event == AuditEvent::AlertIntended) {
        record.reasonText = terms.entry.reasonText;
        record.to = terms.entry.expiresAt;
    }
    return record;
}

QString auditWord(AlertChangeKind kind)
{
    switch (kind) {
    case AlertChangeKind::Add: return u"add"_s;
    case AlertChangeKind::Revalidate: return u"revalidate"_s;
    case AlertChangeKind::Suspend: return u"suspend"_s;
    case AlertChangeKind::Resume: return u"resume"_s;
    case AlertChangeKind::Remove: return u"remove"_s;
    case AlertChangeKind::Repeat: return u"repeat"_s;
    }
    return u"repeat"_s;
}

QString auditWord(Suspension suspension)
{
    switch (suspension) {
    case Suspension::None: return u"none"_s;
    case Suspension::ByPerson: return u"by_person"_s;
    case Suspension::Overdue: return u"overdue"_s;
    case Suspension::NoVerdict: return u"no_verdict"_s;
    case Suspension::LeftRoster: return u"left_roster"_s;
    }
    return u"none"_s;
}

QString auditWord(Removal removal)
{
    switch (removal) {
    case Removal::None: return u"none"_s;
    case Removal::ByPerson: return u"by_person"_s;
    case Removal::CaseClosed: return u"case_closed"_s;
    case Removal::HandedOver: return u"handed_over"_s;
    }
    return u"none"_s;
}

} // namespace casebound
