// The practice office as sign-in sees it: files and keys of TrainingOffice, the child vendor, a TLS client.
#pragma once

#include "app/PracticeVendorProcess.h"
#include "app/TrainingOffice.h"
#include "service/OfficeAccess.h"

namespace casebound {

class TrainingAccess final : public QObject, public OfficeAccess {
    Q_OBJECT

public:
    /// All three outlive it.
    TrainingAccess(TrainingOffice& office, PracticeVendorProcess& vendor, const Clock& clock)
        : m_office(office),
          m_vendor(vendor),
          m_clock(clock)
    {
    }
    [[nodiscard]] bool isTraining() const override { return true; }
    [[nodiscard]] const OfficeProfile& profile() const override { return m_office.profile(); }
    [[nodiscard]] QString practicePassphrase() const override { return TrainingOffice::passphrase(); }
    [[nodiscard]] std::expected<std::unique_ptr<Credential>, SignInProblem> credential(const CredentialChoice& choice,
                                                                                       const SecureBytes& pin) const override;
    [[nodiscard]] Outcome<OfficeStores> open(Credential& credential, const Clock& clock) override;
    void remember(const std::optional<LogHead>& head) override { m_seen = head; }
    [[nodiscard]] bool takeNewLogIntoUse(const Clock& clock) override;
    [[nodiscard]] QFuture<VendorResult<std::shared_ptr<VendorClient>>> connect(Credential& credential) override;

private:
    TrainingOffice& m_office;
    PracticeVendorProcess& m_vendor;
    const Clock& m_clock;
    std::optional<LogHead> m_seen;
};

} // namespace casebound
