// Codes turned into words, here and nowhere else. Each says what happened, what was not done, and what to do.
#pragma once

#include "ports/AlertClient.h"
#include "ports/Link.h"
#include "service/FaultSession.h"
#include "service/Session.h"
#include "ui/Theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace casebound {

/// A failure as a person reads it: one sentence, and what follows from it.
struct FailureWords {
    QString happened;    ///< "The audit log could not be written."
    QString consequence; ///< "Nothing was sent. Free some space and search again."
    [[nodiscard]] QString whole() const { return happened + QLatin1Char(' ') + consequence; }
};

/// Pure functions in the interface's language. Times are local.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    [[nodiscard]] static FailureWords of(LogFault fault);
    [[nodiscard]] static FailureWords of(const LogFinding& finding);
    /// What was found at opening; what it may mean.
    [[nodiscard]] static FailureWords of(const LogFaultReport& report);
    /// What a person in front of it can do.
    [[nodiscard]] static QString next(const LogFaultReport& report, Role role);
    [[nodiscard]] static FailureWords of(LogExportProblem problem);
    [[nodiscard]] static FailureWords of(BeginNewProblem problem);
    [[nodiscard]] static FailureWords of(StoreFault fault);
    /// The vendor's own words, where there are any, are quoted as such; what our own side found is not put into its mouth.
    [[nodiscard]] static FailureWords of(const VendorFailure& failure);
    [[nodiscard]] static FailureWords of(TlsRefusal refusal);
    [[nodiscard]] static FailureWords of(const ProfileProblem& problem);
    [[nodiscard]] static FailureWords of(SignInProblem problem);
    [[nodiscard]] static FailureWords of(CaseProblem problem);
    [[nodiscard]] static FailureWords of(CaseNumberProblem problem);
    [[nodiscard]] static FailureWords of(KeepProblem problem);
    [[nodiscard]] static FailureWords of(VerifyProblem problem);
    [[nodiscard]] static FailureWords of(const QueryRefusal& refusal);
    [[nodiscard]] static FailureWords of(const NotAllowed& refusal);
    [[nodiscard]] static FailureWords of(AlertProblem problem);
    [[nodiscard]] static FailureWords of(const ServiceFailure& failure);

    /// The sentence next to a refused field.
    [[nodiscard]] static QString of(const FieldRefusal& refusal);
    [[nodiscard]] static QString of(QueryField field);
    [[nodiscard]] static QString of(PictureState state);
    [[nodiscard]] static QString of(Verdict verdict);
    [[nodiscard]] static QString of(Matter matter);
    [[nodiscard]] static QString of(Role role);
    /// What a role may do or not: "Export the audit log"
    [[nodiscard]] static QString of(Action action);
    [[nodiscard]] static QString of(CaseState state);
    [[nodiscard]] static QString of(LinkState state);
    /// How hits come in: "live", "asked every 30 seconds"
    [[nodiscard]] static QString of(StreamLink link);
    [[nodiscard]] static Tone tone(Verdict verdict);
    [[nodiscard]] static Tone tone(LinkState state);
    [[nodiscard]] static Tone tone(StreamLink link);
    /// "in order, 1,204 entries, witnessed 10:42"; "cannot be written – nothing is sent"
    [[nodiscard]] static QString of(const LogState& state);
    [[nodiscard]] static Tone tone(const LogState& state);
    /// "1,204 entries"
    [[nodiscard]] static QString entries(quint64 count);
    /// "5 years, back to 20 Nov 2021 (18 USC 3282(a))"
    [[nodiscard]] static QString of(const TimeLimit& limit);
    [[nodiscard]] static QString ofBasis(LimitBasis basis);

    [[nodiscard]] static QString date(QDate date);
    [[nodiscard]] static QString time(Instant at); ///< Local date and time, to the minute.
};

} // namespace casebound
