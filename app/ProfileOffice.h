// A real office as sign-in sees it: its signed profile, this workstation's keys and stores, the vendor the profile names.
#pragma once

#include "app/CardDesk.h"
#include "app/OfficeStoresOpener.h"
#include "office/WorkstationFolder.h"

#include <QObject>

#include <expected>
#include <memory>
#include <optional>

namespace casebound {

class ProfileOffice final : public QObject, public OfficeAccess {
    Q_OBJECT

public:
    struct Places {
        QString profileFile;
        QString administratorFile; ///< Whose signature counts.
        QString folder;            ///< The workstation's (WorkstationFolder); private.
        QString cardDriver = {};   ///< Where the profile names none. An absolute path; empty: no cards.
    };
    /// Finishes what an interrupted change of keys left, and loads the profile. The clock outlives it.
    [[nodiscard]] static std::expected<std::unique_ptr<ProfileOffice>, ProfileProblem> open(Places places, const Clock& clock);

    [[nodiscard]] bool isTraining() const override { return false; }
    [[nodiscard]] const OfficeProfile& profile() const override { return m_profile; }
    /// Reads the profile again: one that was replaced counts from the next sign-in on, one that is refused stops sign-ins.
    [[nodiscard]] std::expected<void, ProfileProblem> refresh() override;
    void noteRefusedSignIn(Instant at, const QString& word) override { m_folder.noteRefusedSignIn(at, word); }
    [[nodiscard]] std::expected<std::vector<CardChoice>, SignInProblem> cards() const override;
    [[nodiscard]] std::expected<std::unique_ptr<Credential>, SignInProblem> credential(const CredentialChoice& choice,
                                                                                       const SecureBytes& pin) const override;
    /// Besides opening: wraps the keys to people who are new on the roster, changes them where somebody left, and hands over what the
    /// log has to say of the profile.
    [[nodiscard]] Outcome<OfficeStores> open(Credential& credential, const Clock& clock) override;
    void remember(const std::optional<LogHead>& head) override { m_seen = head; }
    [[nodiscard]] bool takeNewLogIntoUse(const Clock& clock) override;
    [[nodiscard]] MapSupply mapSupply() override;
    [[nodiscard]] std::shared_ptr<TimeStamper> timeStamper() override;
    [[nodiscard]] QFuture<VendorResult<std::shared_ptr<VendorClient>>> connect(Credential& credential) override;

private:
    ProfileOffice(Places places, OfficeProfile profile, const Clock& clock);
    [[nodiscard]] StorePlaces stores() const;
    /// The key that the profile gives outsiders for this workstation is the one these keys began with, or one on their way.
    [[nodiscard]] bool beginsWithProfilesKey(const OfficeKeys& keys) const;
    [[nodiscard]] std::optional<AuditRecord> keepKeysInStep(OfficeKeys& keys, OfficeStores& stores, const Clock& clock);
    [[nodiscard]] std::vector<AuditRecord> newsOfProfile(const AuditLog& log) const;

    Places m_places;
    WorkstationFolder m_folder;
    OfficeProfile m_profile;
    const Clock& m_clock;
    std::optional<LogHead> m_seen;
    const std::unique_ptr<CardDesk> m_cards;
};

} // namespace casebound
