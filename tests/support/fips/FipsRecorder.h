// Stands between OpenSSL and its FIPS module and notes which algorithms are used.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace casebound::test {

/// Linked with FipsRecorderOn.cpp: yes; with FipsRecorderOff.cpp: no.
[[nodiscard]] bool wantsFipsRecord();
/// Before the provider is loaded. The module's self-test and signature stay its own.
void recordFips(const QByteArray& module);
/// "operation: NAME", sorted, each once: of which a context or key was made since the start.
[[nodiscard]] QStringList usedAlgorithms();

} // namespace casebound::test
