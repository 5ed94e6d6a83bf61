#include "support/Paths.h"

namespace casebound::test {

QString sourceFile(const QString& path)
{
    return QStringLiteral(CASEBOUND_SOURCE_DIR "/") + path;
}

QString builtProgram(const QString& name)
{
    return QStringLiteral(CASEBOUND_BIN_DIR "/") + name;
}

QString builtForTests(const QString& path)
{
    return QStringLiteral(CASEBOUND_TESTS_DIR "/") + path;
}

} // namespace casebound::test
