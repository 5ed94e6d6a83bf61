#include "net/QueryBody.h"

namespace casebound {

namespace {

void quote(QByteArray& out, const QString& text)
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

} // namespace

QByteArray queryBody(const QueryTerms& terms, int limit)
{
    // Written by hand: through QJsonDocument it took longer than the query's way to the vendor and back through libcurl.
    QByteArray out;
    out.reserve(512);
    const auto text = [&out](const char* name, const QString& value, bool emptyIsNull = false) {
        out += out.isEmpty() ? "{\"" : ",\"";
        out += name;
        out += "\":";
        if (emptyIsNull && value.isEmpty())
            out += "null";
        else
            quote(out, value);
    };
    text("query_id", terms.id.text());
    text("plate", terms.plate.text());
    text("jurisdiction", terms.jurisdiction.text(), true);
    text("from", toRfc3339(terms.from));
    text("to", toRfc3339(terms.to));
    text("case_number", terms.caseNumber.text());
    text("matter", terms.matter == Matter::Criminal ? QStringLiteral("criminal") : QStringLiteral("administrative"));
    text("reason_code", terms.reasonCode.text());
    text("reason_text", terms.reasonText);
    text("on_behalf_of", terms.onBehalfOf, true);
    out += ",\"limit\":" + QByteArray::number(limit) + '}';
    return out;
}

} // namespace casebound
