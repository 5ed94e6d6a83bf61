// Looks for secrets in this process's own memory. The secrets looked for are held masked, so that the search does not find itself.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace casebound::test {

struct Needle {
    QString name;
    QByteArray masked; ///< Each byte XOR 0xA5; at least 16.
};

inline constexpr char needleMask = '\xA5';
[[nodiscard]] QByteArray mask(QByteArray bytes);

/// Names of the needles found, each with how often, over every readable mapping; empty where there is none.
/// `bytesRead`: how much was looked through.
[[nodiscard]] QStringList scanOwnMemory(const std::vector<Needle>& needles, std::size_t* bytesRead = nullptr);

} // namespace casebound::test
