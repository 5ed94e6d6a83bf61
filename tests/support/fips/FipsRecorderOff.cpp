#include "FipsRecorder.h"

namespace casebound::test {

bool wantsFipsRecord()
{
    return false;
}

void recordFips(const QByteArray&) {}

QStringList usedAlgorithms()
{
    return {};
}

} // namespace casebound::test
