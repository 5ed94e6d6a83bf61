#include "ledger/Jcs.h"

#include <QStringDecoder>

#include <algorithm>
#include <charconv>

namespace casebound {
namespace {

constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;
constexpr int deepest = 8;

bool wellFormed(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            return false;
    }
    return true;
}

std::optional<JcsProblem> write(QByteArray& out, const JcsValue& value);

/// Stands in a text as it is (RFC 8785, 3.2.2.2).
bool isPlain(char c)
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

std::optional<JcsProblem> writeText(QByteArray& out, const QString& text)
{
    if (!wellFormed(text))
        return JcsProblem::LoneSurrogate;
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char *at = utf8.constBegin(), *end = utf8.constEnd(); at != end;) {
        const char* const plainEnd = std::find_if_not(at, end, isPlain);
        out.append(at, plainEnd - at);
        at = plainEnd;
        if (at == end)
            break;
        const char c = *at++;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
        }
    }
    out += '"';
    return std::nullopt;
}

std::optional<JcsProblem> writeObject(QByteArray& out, const JcsValue::Object& object)
{
    std::vector<const JcsValue::Object::value_type*> members;
    members.reserve(object.size());
    for (const auto& member : object)
        members.push_back(&member);
    std::ranges::sort(members, [](const auto* a, const auto* b) { return a->first.compare(b->first) < 0; });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) {
            if (members[i - 1]->first == members[i]->first)
                return JcsProblem::DoubledName;
            out += ',';
        }
        if (const auto problem = writeText(out, members[i]->first))
            return problem;
        out += ':';
        if (const auto problem = write(out, members[i]->second))
            return problem;
    }
    out += '}';
    return std::nullopt;
}

std::optional<JcsProblem> write(QByteArray& out, const JcsValue& value)
{
    if (const QString* text = value.text())
        return writeText(out, *text);
    if (const bool* truth = value.truth()) {
        out += *truth ? "true" : "false";
    } else if (const std::int64_t* number = value.number()) {
        if (*number > largest || *number < -largest)
            return JcsProblem::NumberOutOfRange;
        out += QByteArray::number(static_cast<qlonglong>(*number));
    } else if (const JcsValue::Array* array = value.array()) {
        out += '[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0)
                out += ',';
            if (const auto problem = write(out, (*array)[i]))
                return problem;
        }
        out += ']';
    } else if (const JcsValue::Object* object = value.object()) {
        return writeObject(out, *object);
    }
    return std::nullopt;
}

/// Reads the canonical form only: no white space, one spelling of each value. The byte comparison at the end settles the rest.
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_at(bytes.begin()), m_end(bytes.end()) {}

    std::expected<JcsValue, JcsProblem> value(int depth)
    {
        if (depth > deepest)
            return std::unexpected(JcsProblem::TooDeep);
        if (m_at == m_end)
            return std::unexpected(JcsProblem::Syntax);
        switch (*m_at) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"': return text().transform([](QString read) { return JcsValue(std::move(read)); });
        case 't': return word("true", true);
        case 'f': return word("false", false);
        default: return number();
        }
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }

private:
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    std::expected<JcsValue, JcsProblem> word(QByteArrayView spelling, bool truth)
    {
        if (m_end - m_at < spelling.size() || QByteArrayView(m_at, spelling.size()) != spelling)
            return std::unexpected(JcsProblem::Syntax);
        m_at += spelling.size();
        return JcsValue(truth);
    }

    std::expected<JcsValue, JcsProblem> number()
    {
        std::int64_t read = 0;
        const auto [end, error] = std::from_chars(m_at, m_end, read);
        if (error == std::errc::result_out_of_range || read > largest || read < -largest)
            return std::unexpected(JcsProblem::NumberOutOfRange);
        if (error != std::errc())
            return std::unexpected(JcsProblem::Syntax);
        m_at = end;
        return JcsValue(read);
    }

    std::expected<QString, JcsProblem> text()
    {
        ++m_at;
        QByteArray utf8;
        while (true) {
            const char* const plainEnd = std::find_if_not(m_at, m_end, isPlain);
            utf8.append(m_at, plainEnd - m_at);
            m_at = plainEnd;
            if (m_at == m_end || *m_at != '\\')
                break; // its end, or a character that may not stand there
            ++m_at;
            if (m_at == m_end)
                return std::unexpected(JcsProblem::Syntax);
            switch (*m_at++) {
            case '"': utf8 += '"'; break;
            case '\\': utf8 += '\\'; break;
            case 'b': utf8 += '\b'; break;
            case 't': utf8 += '\t'; break;
            case 'n': utf8 += '\n'; break;
            case 'f': utf8 += '\f'; break;
            case 'r': utf8 += '\r'; break;
            case 'u': {
                unsigned int code = 0;
                if (m_end - m_at < 4 || std::from_chars(m_at, m_at + 4, code, 16).ptr != m_at + 4 || code >= 0x20)
                    return std::unexpected(JcsProblem::NotCanonical);
                utf8 += static_cast<char>(code);
                m_at += 4;
                break;
            }
            default: return std::unexpected(JcsProblem::NotCanonical);
            }
        }
        if (!take('"'))
            return std::unexpected(JcsProblem::Syntax);
        if (std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            return QString::fromLatin1(utf8);
        // A text may begin with U+FEFF; it is no byte order mark here.
        QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        QString read = decode(utf8);
        if (decode.hasError())
            return std::unexpected(JcsProblem::Syntax);
        return read;
    }

    std::expected<JcsValue, JcsProblem> array(int depth)
    {
        ++m_at;
        JcsValue::Array items;
        if (take(']'))
            return JcsValue(std::move(items));
        do {
            auto item = value(depth + 1);
            if (!item)
                return item;
            items.push_back(std::move(*item));
        } while (take(','));
        if (!take(']'))
            return std::unexpected(JcsProblem::Syntax);
        return JcsValue(std::move(items));
    }

    std::expected<JcsValue, JcsProblem> object(int depth)
    {
        ++m_at;
        JcsValue::Object members;
        if (take('}'))
            return JcsValue(std::move(members));
        do {
            if (m_at == m_end || *m_at != '"')
                return std::unexpected(JcsProblem::Syntax);
            auto name = text();
            if (!name)
                return std::unexpected(name.error());
            if (!take(':'))
                return std::unexpected(JcsProblem::Syntax);
            auto member = value(depth + 1);
            if (!member)
                return member;
            members.emplace_back(std::move(*name), std::move(*member));
        } while (take(','));
        if (!take('}'))
            return std::unexpected(JcsProblem::Syntax);
        return JcsValue(std::move(members));
    }

    const char* m_at;
    const char* m_end;
};

} // namespace

const JcsValue* JcsValue::find(QStringView name) const
{
    const Object* members = object();
    if (!members)
        return nullptr;
    const auto found = std::ranges::find_if(*members, [&](const auto& member) { return member.first == name; });
    return found == members->end() ? nullptr : &found->second;
}

std::expected<QByteArray, JcsProblem> writeJcs(const JcsValue& value)
{
    QByteArray out;
    out.reserve(1024);
    if (const auto problem = write(out, value))
        return std::unexpected(*problem);
    return out;
}

std::expected<JcsValue, JcsProblem> readJcs(QByteArrayView bytes, qsizetype limit)
{
    if (bytes.size() > limit)
        return std::unexpected(JcsProblem::TooLarge);
    Reader reader(bytes);
    auto value = reader.value(1);
    if (!value)
        return value;
    if (!reader.atEnd())
        return std::unexpected(JcsProblem::Syntax);
    const auto again = writeJcs(*value);
    if (!again)
        return std::unexpected(again.error());
    if (*again != bytes)
        return std::unexpected(JcsProblem::NotCanonical);
    return value;
}

} // namespace casebound
