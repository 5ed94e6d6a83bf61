// What the program says on standard error: never content.
#pragma once

namespace casebound {

/// Routes Qt's messages through us: warnings and worse, whole until somebody has signed in, and afterwards their category alone, since
/// from then on a message of any library could quote what was typed or received.
void installQuietLog();
void setContentPossible(bool possible);

} // namespace casebound
