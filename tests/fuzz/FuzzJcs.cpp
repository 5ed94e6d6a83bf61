// RFC 8785, both ways. What is accepted says what an independent JSON parser reads from it; a value that can be written is read back.
#include "Fuzz.h"

#include "ledger/Jcs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace casebound;
using fuzz::must;

namespace {

void compare(const JcsValue& value, const QJsonValue& json)
{
    if (const QString* text = value.text()) {
        must(json.isString() && json.toString() == *text);
    } else if (const bool* truth = value.truth()) {
        must(json.isBool() && json.toBool() == *truth);
    } else if (const std::int64_t* number = value.number()) {
        must(json.isDouble() && json.toInteger(-1 - *number) == *number);
    } else if (const JcsValue::Array* array = value.array()) {
        must(json.isArray() && json.toArray().size() == qsizetype(array->size()));
        for (std::size_t i = 0; i < array->size(); ++i)
            compare((*array)[i], json.toArray().at(qsizetype(i)));
    } else {
        const QJsonObject object = json.toObject();
        must(json.isObject() && object.size() == qsizetype(value.object()->size()));
        for (const auto& [name, member] : *value.object()) {
            // By comparing, for Qt's look-up misses names beyond the first plane beside U+E000–U+FFFF: it sorts them by other rules.
            auto found = object.constBegin();
            while (found != object.constEnd() && found.key() != name)
                ++found;
            must(found != object.constEnd());
            compare(member, *found);
        }
    }
}

void readBack(const JcsValue& value, QByteArrayView written)
{
    const auto read = readJcs(written, written.size());
    must(read.has_value() && writeJcs(*read) == written.toByteArray());
    // Qt's parser drops a U+FEFF that begins a text unless it is escaped.
    const QJsonDocument document = QJsonDocument::fromJson('[' + written.toByteArray().replace("\xef\xbb\xbf", "\\ufeff") + ']');
    must(document.isArray() && document.array().size() == 1);
    compare(value, document.array().first());
    compare(*read, document.array().first());
}

/// Any value of at most some hundred parts, lone surrogates, doubled names and numbers out of range among them.
class Maker {
public:
    Maker(const std::uint8_t* data, std::size_t size) : m_numbers(data, size) {}

    JcsValue value(int depth)
    {
        const std::uint8_t kind = m_numbers.byte();
        const bool leaf = depth == 0 || --m_left < 0;
        switch (kind % (leaf ? 3 : 5)) {
        case 0: return JcsValue(text());
        case 1: {
            std::uint64_t number = 0;
            for (int i = kind % 8; i >= 0; --i)
                number = number << 8 | m_numbers.byte();
            return JcsValue(static_cast<std::int64_t>(number));
        }
        case 2: return JcsValue(kind > 127);
        case 3: {
            JcsValue::Array array;
            for (int i = kind % 7; i > 0; --i)
                array.push_back(value(depth - 1));
            return JcsValue(std::move(array));
        }
        default: {
            JcsValue::Object object;
            for (int i = kind % 7; i > 0; --i) {
                QString name = text();
                object.emplace_back(std::move(name), value(depth - 1));
            }
            return JcsValue(std::move(object));
        }
        }
    }

private:
    QString text()
    {
        QString text;
        for (int i = m_numbers.byte() % 12; i > 0; --i) {
            const std::uint8_t lead = m_numbers.byte();
            text += lead < 0x80 ? QChar(char16_t(lead)) : QChar(static_cast<char16_t>(lead << 8 | m_numbers.byte()));
        }
        return text;
    }
    fuzz::Numbers m_numbers;
    int m_left = 200;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    if (const auto read = readJcs(bytes, 65'536))
        readBack(*read, bytes);
    const JcsValue made = Maker(data, size).value(7);
    if (const auto written = writeJcs(made))
        readBack(made, *written);
    return 0;
}
