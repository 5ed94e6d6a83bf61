// Deterministic randomness: every detail of the practice town is a pure function of the seed and what it belongs to.
#pragma once

#include <QString>

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

namespace casebound::practice {

/// SplitMix64's finaliser: a bijection in which each input bit moves about half of the output bits.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    return mix(mix(a) ^ (b * 0xff51afd7ed558ccdULL));
}

/// A small generator; the same key gives the same row of numbers on every machine (no std:: distribution is used).
class Rng {
public:
    explicit constexpr Rng(std::uint64_t key) : m_state(key) {}
    constexpr Rng(std::uint64_t seed, std::uint64_t a, std::uint64_t b = 0) : m_state(mix(mix(seed, a), b)) {}

    constexpr std::uint64_t next() { return mix(m_state++); }
    /// 0 ≤ x < 1.
    constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    constexpr double between(double low, double high) { return low + (high - low) * unit(); }
    /// 0 ≤ x < n; n > 0.
    constexpr int below(int n) { return static_cast<int>(unit() * n); }
    constexpr bool chance(double p) { return unit() < p; }
    /// Near enough to a normal distribution (mean 0, deviation 1, within ±6).
    constexpr double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += unit();
        return sum;
    }

private:
    std::uint64_t m_state;
};

/// Turns 48-bit keys into opaque text and back, so that an identifier does not tell which vehicle a read is of.
class IdVeil {
public:
    explicit constexpr IdVeil(std::uint64_t seed) : m_seed(seed) {}

    [[nodiscard]] QString hide(std::uint64_t key) const { return QStringLiteral("%1").arg(turn(key, false), 12, 16, QLatin1Char('0')); }
    /// Empty where the text is not twelve lower-case hexadecimal digits.
    [[nodiscard]] std::optional<std::uint64_t> find(QStringView text) const
    {
        if (text.size() != 12)
            return std::nullopt;
        std::uint64_t value = 0;
        for (const QChar c : text) {
            const char16_t u = c.unicode();
            if (u >= u'0' && u <= u'9')
                value = value * 16 + (u - u'0');
            else if (u >= u'a' && u <= u'f')
                value = value * 16 + (u - u'a' + 10U);
            else
                return std::nullopt;
        }
        return turn(value, true);
    }

private:
    /// A four-round Feistel network on two halves of 24 bits.
    [[nodiscard]] constexpr std::uint64_t turn(std::uint64_t value, bool back) const
    {
        constexpr std::uint64_t half = 0xffffff;
        std::uint64_t left = (value >> 24) & half;
        std::uint64_t right = value & half;
        for (std::uint64_t i = 0; i < 4; ++i) {
            const std::uint64_t round = back ? 3 - i : i;
            if (back) {
                const std::uint64_t was = right ^ (mix(m_seed + round, left) & half);
                right = left;
                left = was;
            } else {
                const std::uint64_t now = left ^ (mix(m_seed + round, right) & half);
                left = right;
                right = now;
            }
        }
        return (left << 24) | right;
    }
    std::uint64_t m_seed;
};

} // namespace casebound::practice
