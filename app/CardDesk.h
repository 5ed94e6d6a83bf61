// The cards of this workstation: which driver it has, what lies in the reader, and a card opened with its PIN.
#pragma once

#include "crypto/CardCredential.h"
#include "crypto/SecureBytes.h"

#include <QString>

#include <expected>
#include <memory>
#include <mutex>

namespace casebound {

/// Any thread, one call at a time. The driver is loaded with the first call: a workstation where nobody uses cards runs no driver's code.
class CardDesk {
public:
    /// An absolute path; empty: none.
    explicit CardDesk(QString driver) : m_driver(std::move(driver)) {}
    /// The file's one line, else the driver that Debian's OpenSC installs where there is one, else none.
    [[nodiscard]] static QString driverNamedIn(const QString& file);

    [[nodiscard]] std::expected<std::vector<CardCertificate>, CredentialFault> certificates();
    [[nodiscard]] std::expected<std::unique_ptr<CardCredential>, CredentialFault> open(const QString& uri, const SecureBytes& pin);

private:
    [[nodiscard]] std::expected<std::shared_ptr<CardModule>, CredentialFault> module();

    QString m_driver;
    std::mutex m_guard;
    std::shared_ptr<CardModule> m_module;
};

} // namespace casebound
