#include "practice_vendor/Problem.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace casebound::practice {

using namespace Qt::StringLiterals;

HttpAnswer problem(int status, const QString& code, const QString& detail)
{
    QString title = code;
    title.replace(u'_', u' ');
    title[0] = title[0].toUpper();
    const QJsonObject body{{u"type"_s, u"urn:casebound:vendor-problem:"_s + code},
                           {u"title"_s, title},
                           {u"status"_s, status},
                           {u"detail"_s, detail},
                           {u"code"_s, code}};
    return {.status = status,
            .contentType = "application/problem+json",
            .headers = {},
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace casebound::practice
