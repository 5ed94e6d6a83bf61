// What the targets share. A target is LLVMFuzzerTestOneInput(): libFuzzer drives it with inputs it makes up (preset fuzz),
// ReplaySeeds.cpp with the seeds (every build).
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <source_location>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace casebound::fuzz {

/// A property that does not hold ends the run, and the input is kept.
inline void must(bool holds, const std::source_location& where = std::source_location::current())
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:%u: does not hold\n", where.file_name(), static_cast<unsigned>(where.line()));
    std::abort();
}

/// The input where it lies, so that AddressSanitizer sees a read beyond it.
inline QByteArrayView viewOf(const std::uint8_t* data, std::size_t size)
{
    return QByteArrayView(data, static_cast<qsizetype>(size));
}

/// Takes numbers off the front of an input; zeros where it has ended.
class Numbers {
public:
    Numbers(const std::uint8_t* data, std::size_t size) : m_at(data), m_end(data + size) {}
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    std::uint8_t byte() { return atEnd() ? std::uint8_t{0} : *m_at++; }
    std::uint16_t pair()
    {
        const std::uint8_t high = byte();
        return static_cast<std::uint16_t>(high << 8 | byte());
    }

private:
    const std::uint8_t* m_at;
    const std::uint8_t* m_end;
};

} // namespace casebound::fuzz
