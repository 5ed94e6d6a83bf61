#include "service/QueryRun.h"

namespace casebound {

std::int64_t QueryRun::nearCount() const
{
    std::int64_t count = 0;
    for (std::size_t n = 0; n < m_reads.size(); ++n)
        count += m_reads.row(n).exact ? 0 : 1;
    return count;
}

} // namespace casebound
