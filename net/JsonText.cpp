#include "net/JsonText.h"

namespace casebound {

void appendJsonText(QByteArray& out, const QString& text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) { // a lone surrogate becomes a question mark
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace casebound
