#include "net/QueryBody.h"

#include "net/JsonText.h"

namespace casebound {

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
            appendJsonText(out, value);
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
