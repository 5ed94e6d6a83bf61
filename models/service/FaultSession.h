// A signed-in person in front of a log that is at fault: they may look, and a supervisor may begin a new one. There is no query service in
// it, no vendor and no case file, so that nothing can be searched, sent or kept.
#pragma once

#include "domain/OfficeProfile.h"
#include "ledger/LogFinding.h"
#include "service/Failure.h"
#include "service/LogCare.h"

#include <QObject>

#include <memory>

namespace casebound {

enum class BeginNewProblem {
    NotAllowed,    ///< Not a supervisor.
    NotDamaged,    ///< A wrong key, profile or program is put right, never answered with a new log.
    ReasonMissing, ///< At least ten characters.
    NotLogged,     ///< The decision could not be logged, so nothing was done.
    NotMoved,      ///< The decision is logged; the folders could not be moved. Trying again, or the next start, goes on.
    Done,          ///< It was done already: sign in again.
};

/// Lives on the window's thread; destroying it ends the session.
class FaultSession final : public QObject {
    Q_OBJECT

public:
    struct Parts;
    explicit FaultSession(std::unique_ptr<Parts> parts);
    ~FaultSession() override; ///< Logs session.ended in the holding log and closes it.

    void endForSystem(); ///< The computer ends the program: session.ended says "system".
    [[nodiscard]] const RosterUser& user() const;
    [[nodiscard]] const OfficeProfile& profile() const;
    [[nodiscard]] const LogFaultReport& fault() const;
    [[nodiscard]] std::uint64_t holdingEntries() const;
    /// casebound-verify's check of the log as it lies.
    [[nodiscard]] LogCare& care();

    [[nodiscard]] bool mayBeginNew() const;
    /// Logs log.begun with the reason, closes the holding log, puts it in the place of the damaged one, which is kept aside whole. The
    /// session is over then (ended()), and whoever signs in next works on the new log.
    [[nodiscard]] std::expected<void, BeginNewProblem> beginNew(const QString& reason);

Q_SIGNALS:
    void ended();

private:
    std::unique_ptr<Parts> d;
};

} // namespace casebound
