// The order of a sign-in: credential, roster and training (R1), stores, log, banner (R2), vendor.
#pragma once

#include "service/OfficeAccess.h"
#include "service/SignIn.h"

#include <QObject>

namespace casebound {

class OwedEntries;
class PictureDecoder;

/// Why this person may not sign in today, or nothing. Training must be in force: missing dates deny.
[[nodiscard]] std::optional<SignInProblem> trainingProblem(const RosterUser& user, QDate today);
/// The same for somebody who is signed in: a session may outlast a training or a profile.
[[nodiscard]] std::optional<SignInProblem> standingProblem(const RosterUser& user, const OfficeProfile& profile, Instant now);

/// Lives on the window's thread; the office and the clock outlive it and every session it makes.
class SignInService final : public QObject, public SignIn {
    Q_OBJECT

public:
    /// `decoder` outlives it, too; without one no picture is shown.
    SignInService(OfficeAccess& office, const Clock& clock, PictureDecoder* decoder = nullptr);
    [[nodiscard]] bool isTraining() const override;
    [[nodiscard]] const OfficeProfile& profile() const override;
    [[nodiscard]] QString practicePassphrase() const override;
    [[nodiscard]] QFuture<Outcome<std::vector<CardChoice>>> cards() override;
    /// Refusals are logged where the credential opens the log; where it does not, the office keeps a note for whoever opens it next.
    [[nodiscard]] QFuture<Outcome<std::shared_ptr<PendingSession>>> begin(CredentialChoice choice, QString pin) override;

private:
    Outcome<std::shared_ptr<PendingSession>> admit(const CredentialChoice& choice, std::unique_ptr<Credential> credential);

    OfficeAccess& m_office;
    const Clock& m_clock;
    const std::shared_ptr<OwedEntries> m_owed;
    PictureDecoder* m_decoder;
};

} // namespace casebound
