// A hundred thousand reads arriving on the search page: when they are seen after the last byte, and what they hold in memory.
#pragma once

#include <QJsonArray>

/// Rows for the time and the memory. Once a process: what was held before cannot be held again.
[[nodiscard]] QJsonArray measureLoad();
