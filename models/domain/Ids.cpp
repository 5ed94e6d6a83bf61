#include "domain/Ids.h"

#include <QRandomGenerator>

#include <array>
#include <bit>

namespace casebound {

QueryId QueryId::create(Instant now)
{
    const auto milliseconds = std::bit_cast<std::uint64_t>(std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    const std::uint64_t low = QRandomGenerator::system()->generate64();
    const std::uint32_t high = QRandomGenerator::system()->generate();
    const auto byte = [low](int n) { return static_cast<uchar>(low >> (8 * n)); };
    return QueryId(QUuid(static_cast<uint>(milliseconds >> 16), static_cast<ushort>(milliseconds & 0xffff),
                         static_cast<ushort>(0x7000 | (high & 0x0fff)), static_cast<uchar>(0x80 | (byte(0) & 0x3f)), byte(1), byte(2),
                         byte(3), byte(4), byte(5), byte(6), byte(7)));
}

} // namespace casebound
