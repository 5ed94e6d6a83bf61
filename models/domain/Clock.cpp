#include "domain/Clock.h"

#include <format>

namespace casebound {

QString toRfc3339(Instant at)
{
    return QString::fromStdString(std::format("{:%FT%T}Z", at));
}

} // namespace casebound
