#include "ui/CaseContext.h"

namespace casebound {

void CaseContext::set(State state)
{
    if (state == m_state) {
        return;
    }
    m_state = std::move(state);
    Q_EMIT changed();
}

} // namespace casebound
