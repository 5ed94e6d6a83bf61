// Reads that leave the window by a person's hand: copied as a table or a picture of the map, printed. Logged first, then done.
#pragma once

#include "domain/Query.h"
#include "domain/RoleTable.h"
#include "service/Failure.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace casebound {

class AuditLog;

enum class CopyWay { TableCopied, MapCopied, TablePrinted, MapPrinted, AlertsCopied, AlertsPrinted };

/// What is about to leave. Belongs to a query (`terms`) or to a case.
struct CopiedReads {
    CopyWay way = CopyWay::TableCopied;
    const QueryTerms* terms = nullptr;
    CaseNumber caseNumber{}; ///< Without terms.
    QStringList readIds;     ///< The vendor's; the entry counts them all and names the first 500. Of the alert list: its entries' ids.
    QByteArray bytes{};      ///< What is copied, if it is bytes: the entry holds their SHA-256.
};

/// Lives on the window's thread. Keeps nothing.
class CopyService final : public QObject {
    Q_OBJECT

public:
    /// The log outlives it.
    CopyService(AuditLog& log, Actor actor) : m_log(log), m_actor(std::move(actor)) {}

    /// `deed` runs only after reads.copied is durable; where the table of roles or the log says no, not at all.
    [[nodiscard]] Outcome<void> copy(const CopiedReads& reads, const std::function<void()>& deed);
    /// What belongs to several cases: an entry for each, then the deed.
    [[nodiscard]] Outcome<void> copy(const std::vector<CopiedReads>& parts, const std::function<void()>& deed);

    /// UTF-8 without a byte order mark, lines end with CR LF. A cell that a spreadsheet would take for a formula is made text, and what
    /// cannot be seen is shown (bundle/BundleText.h).
    [[nodiscard]] static QByteArray csv(const QStringList& head, const std::vector<QStringList>& rows);

Q_SIGNALS:
    void logged();
    void logFailed(casebound::LogFault fault);

private:
    [[nodiscard]] std::optional<LogFault> append(const CopiedReads& reads);
    AuditLog& m_log;
    const Actor m_actor;
};

} // namespace casebound
