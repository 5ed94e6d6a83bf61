// What differs between two profiles, by member.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace casebound {

/// "- roster[agent.one].role: agent" and "+ roster[agent.one].role: supervisor"; people, reviewers, workstations and retention are told
/// by their ids, not by their places. Long values are named by the beginning of their SHA-256. Empty: the same.
[[nodiscard]] QStringList profileDiff(QByteArrayView from, QByteArrayView to);

} // namespace casebound
