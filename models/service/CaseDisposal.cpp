#include "service/CaseDisposal.h"

#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"
#include "store/CaseTable.h"
#include "store/KeptReadTable.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNote = 2'000;

std::unexpected<DisposalRefusal> refuse(DisposalProblem problem)
{
    return std::unexpected(DisposalRefusal(problem));
}

std::unexpected<DisposalRefusal> refuse(ServiceFailure failure)
{
    return std::unexpected(DisposalRefusal(std::move(failure)));
}

} // namespace

QDate CaseDisposal::today() const
{
    return toDateTime(m_parts.clock.now()).date();
}

RetentionLabel CaseDisposal::label(const CaseRecord& subject) const
{
    return retentionLabel(subject, m_parts.profile.retention);
}

std::vector<CaseDisposal::Due> CaseDisposal::due() const
{
    std::vector<Due> list;
    if (!mayDispose())
        return list;
    for (CaseRecord& subject : m_parts.cases.all()) {
        RetentionLabel own = label(subject);
        if (isDueForDisposal(subject, own, today()))
            list.push_back({.subject = std::move(subject), .label = std::move(own)});
    }
    std::ranges::stable_sort(list, {}, [](const Due& one) { return *one.label.destroyNotBefore; });
    return list;
}

std::optional<LogFault> CaseDisposal::append(const AuditRecord& record)
{
    const auto receipt = m_parts.log.append(record);
    if (receipt)
        return std::nullopt;
    Q_EMIT logFailed(receipt.error());
    return receipt.error();
}

std::expected<CaseRecord, DisposalRefusal> CaseDisposal::dispose(const CaseNumber& number, const QString& note)
{
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::DisposeCase, [this](LogFault fault) { Q_EMIT logFailed(fault); }))
        return refuse(*std::move(refused));
    std::optional<CaseRecord> subject = m_parts.cases.find(number);
    if (!subject)
        return refuse(DisposalProblem::NotFound);
    switch (subject->state) {
    case CaseState::Open: return refuse(DisposalProblem::NotClosed);
    case CaseState::Disposed: return refuse(DisposalProblem::AlreadyDisposed);
    case CaseState::Closed: break;
    }
    const RetentionLabel own = label(*subject);
    if (!isDueForDisposal(*subject, own, today()))
        return refuse(DisposalProblem::NotDue);
    const QString words = bounded(note.trimmed(), maxNote);
    if (words.isEmpty())
        return refuse(DisposalProblem::NoteMissing);

    AuditRecord record = plainRecord(AuditEvent::CaseDisposed, u"crypto_erase"_s);
    record.matter = subject->matter;
    record.caseNumber = number.text();
    record.note = words + u"\n"_s + own.schedule + u", not before "_s + own.destroyNotBefore->toString(Qt::ISODate);
    if (const auto fault = append(record))
        return refuse(ServiceFailure{.why = *fault, .detail = {}});

    const auto done = m_parts.kept.dispose(number, m_parts.clock.now());
    const std::optional<CaseRecord> after = m_parts.cases.find(number);
    if (!done && (!after || after->state != CaseState::Disposed)) {
        record.outcome = u"not_done"_s; // the log already says that it was
        (void)append(record);
        return refuse(ServiceFailure{.why = done.error(), .detail = {}});
    }
    if (!done) {
        record.outcome = u"secret_stands"_s;
        (void)append(record);
    }
    Q_EMIT disposed(number);
    if (!done)
        return refuse(DisposalProblem::SecretStands);
    return *after;
}

std::optional<StoreFault> CaseDisposal::whyNotReadable(const CaseNumber& number) const
{
    const auto rows = m_parts.kept.rows(number);
    return rows ? std::nullopt : std::optional(rows.error());
}

} // namespace casebound
