#include "service/CopyService.h"

#include "bundle/BundleText.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <QCryptographicHash>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 500;

/// Fixed words of the log; they never change once written.
QString auditWord(CopyWay way)
{
    switch (way) {
    case CopyWay::TableCopied: return u"table_copied"_s;
    case CopyWay::MapCopied: return u"map_copied"_s;
    case CopyWay::TablePrinted: return u"table_printed"_s;
    case CopyWay::MapPrinted: return u"map_printed"_s;
    case CopyWay::AlertsCopied: return u"alerts_copied"_s;
    case CopyWay::AlertsPrinted: return u"alerts_printed"_s;
    }
    return u"table_copied"_s;
}

} // namespace

std::optional<LogFault> CopyService::append(const CopiedReads& reads)
{
    AuditRecord record = reads.terms ? queryRecord(AuditEvent::ReadsCopied, *reads.terms) : plainRecord(AuditEvent::ReadsCopied);
    record.outcome = u"%1:%2"_s.arg(auditWord(reads.way)).arg(reads.readIds.size());
    if (!reads.terms)
        record.caseNumber = reads.caseNumber.text();
    const QStringList named = reads.readIds.first(std::min(mostNamed, reads.readIds.size()));
    if (!reads.bytes.isEmpty())
        record.note = u"SHA-256 "_s + QString::fromLatin1(QCryptographicHash::hash(reads.bytes, QCryptographicHash::Sha256).toHex());
    if (reads.way == CopyWay::AlertsCopied || reads.way == CopyWay::AlertsPrinted)
        record.note += (record.note.isEmpty() ? u"alerts "_s : u"\nalerts "_s) + named.join(u' ');
    else
        record.readIds = named;
    const auto receipt = m_log.append(record);
    return receipt ? std::nullopt : std::optional(receipt.error());
}

Outcome<void> CopyService::copy(const CopiedReads& reads, const std::function<void()>& deed)
{
    return copy(std::vector{reads}, deed);
}

Outcome<void> CopyService::copy(const std::vector<CopiedReads>& parts, const std::function<void()>& deed)
{
    if (auto refused = refusedByRole(m_log, m_actor, Action::CopyReads, [this](LogFault fault) { Q_EMIT logFailed(fault); })) {
        Q_EMIT logged();
        return std::unexpected(*std::move(refused));
    }
    for (const CopiedReads& part : parts) {
        if (const auto fault = append(part)) {
            Q_EMIT logFailed(*fault);
            return std::unexpected(ServiceFailure{.why = *fault, .detail = {}});
        }
    }
    Q_EMIT logged();
    deed();
    return {};
}

QByteArray CopyService::csv(const QStringList& head, const std::vector<QStringList>& rows)
{
    QByteArray text = csvRow(head);
    for (const QStringList& row : rows)
        text += csvRow(row);
    return text;
}

} // namespace casebound
