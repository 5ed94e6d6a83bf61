// Throw-away certificates for trying the vendor out by hand and in tests.
#pragma once

#include <QString>

#include <expected>

namespace casebound::practice {

struct PracticePki {
    QString authority, serverCertificate, serverKey;
};

/// Writes ca.pem, server.pem, server.key and, for agent-01 ("agent") and supervisor-01 ("supervisor"), .p12 (passphrase "practice"), .pem
/// and .key. Files are the owner's alone; existing ones are replaced. Valid from an hour ago for 30 days.
[[nodiscard]] std::expected<PracticePki, QString> makePracticePki(const QString& folder);

} // namespace casebound::practice
