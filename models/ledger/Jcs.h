// RFC 8785 (JSON Canonicalization Scheme) for the values the log uses: strings, integers, booleans, arrays, objects.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace casebound {

/// A JSON value without null and without fractions, neither of which the log knows. Value type.
class JcsValue {
public:
    using Array = std::vector<JcsValue>;
    using Object = std::vector<std::pair<QString, JcsValue>>; ///< Any order; written sorted by UTF-16 code units.

    JcsValue(QString text) : m_value(std::move(text)) {}
    JcsValue(std::int64_t number) : m_value(number) {}
    JcsValue(bool truth) : m_value(truth) {}
    JcsValue(Array array) : m_value(std::move(array)) {}
    JcsValue(Object object) : m_value(std::move(object)) {}

    [[nodiscard]] const QString* text() const { return std::get_if<QString>(&m_value); }
    [[nodiscard]] const std::int64_t* number() const { return std::get_if<std::int64_t>(&m_value); }
    [[nodiscard]] const bool* truth() const { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&m_value); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&m_value); }
    /// A member of an object, or null.
    [[nodiscard]] const JcsValue* find(QStringView name) const;
    friend bool operator==(const JcsValue&, const JcsValue&) = default;

private:
    std::variant<QString, std::int64_t, bool, Array, Object> m_value;
};

enum class JcsProblem {
    LoneSurrogate,
    NumberOutOfRange,
    DoubledName, // writing, too
    Syntax,
    NotCanonical,
    TooDeep,
    TooLarge, // reading alone
};

/// Numbers beyond ±(2^53 − 1), lone surrogates and doubled names are refused, as RFC 8785 and RFC 7493 say.
[[nodiscard]] std::expected<QByteArray, JcsProblem> writeJcs(const JcsValue& value);

/// Reads canonical bytes alone: what it accepts, writeJcs() would write byte for byte. Nesting at most 8.
[[nodiscard]] std::expected<JcsValue, JcsProblem> readJcs(QByteArrayView bytes, qsizetype limit);

} // namespace casebound
