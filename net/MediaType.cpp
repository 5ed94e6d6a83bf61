#include "net/MediaType.h"

namespace casebound {

namespace {

[[nodiscard]] bool same(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

[[nodiscard]] bool isUtf8Text(QByteArrayView contentType, QByteArrayView wanted)
{
    const qsizetype semicolon = contentType.indexOf(';');
    if (!same((semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed(), wanted))
        return false;
    if (semicolon < 0)
        return true;
    const QByteArrayView parameter = contentType.sliced(semicolon + 1).trimmed();
    return parameter.isEmpty() || same(parameter, "charset=utf-8") || same(parameter, "charset=\"utf-8\"");
}

} // namespace

bool isJson(QByteArrayView contentType)
{
    return isUtf8Text(contentType, "application/json");
}

bool isProblemJson(QByteArrayView contentType)
{
    return isUtf8Text(contentType, "application/problem+json");
}

bool isImage(QByteArrayView contentType)
{
    constexpr QByteArrayView prefix = "image/";
    return contentType.size() > prefix.size() && same(contentType.first(prefix.size()), prefix);
}

} // namespace casebound
