// Cases and the reads kept for them (R7, R12).
#pragma once

#include "service/Failure.h"
#include "service/QueryRun.h"
#include "service/VerificationService.h"

#include <memory>
#include <vector>

namespace casebound {

class AuditLog;
class CaseTable;
class KeptReadTable;

/// Lives on the window's thread. case.opened / case.closed / read.kept are logged before the change is stored.
class CaseService final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        CaseTable& cases;
        KeptReadTable& kept;
        VerificationService& verification;
        const Clock& clock;
        Actor actor;
    };
    explicit CaseService(Parts parts);
    ~CaseService() override;

    [[nodiscard]] Outcome<CaseRecord> open(const QString& number, const QString& title, Matter matter, OffenceId offence,
                                           ReasonCode reason);
    [[nodiscard]] Outcome<CaseRecord> close(const CaseNumber& number, const QString& note);
    /// Open ones first, newest first.
    [[nodiscard]] std::vector<CaseRecord> cases() const;
    [[nodiscard]] std::vector<CaseRecord> openCases() const;
    [[nodiscard]] std::optional<CaseRecord> find(const CaseNumber& number) const;
    [[nodiscard]] std::vector<KeptRead> keptReads(const CaseNumber& number) const;

    /// Needs a verdict and a relevance note. A read that was not confirmed is kept only with `contrary`, and is marked so everywhere.
    [[nodiscard]] Outcome<KeptRead> keep(QueryRun& run, std::size_t read, const QString& relevance, bool contrary);

Q_SIGNALS:
    void casesChanged();
    /// Stored and logged: what hangs on the case ends with it.
    void caseClosed(casebound::CaseNumber number);
    void keptReadsChanged(casebound::CaseNumber number);
    void logFailed(casebound::LogFault fault);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
