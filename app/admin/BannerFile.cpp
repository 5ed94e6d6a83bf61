#include "admin/BannerFile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace casebound {

using namespace Qt::StringLiterals;

AdminResult<Banner> readBanner(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    Banner banner{.version = object["version"_L1].toString(), .text = {}, .sha256 = {}, .covers = {}};
    QStringList paragraphs;
    for (const QJsonValue& paragraph : object["paragraphs"_L1].toArray())
        paragraphs += paragraph.toString();
    banner.text = paragraphs.join(u"\n\n"_s);
    for (const QJsonValue& point : object["covers"_L1].toArray())
        banner.covers += point.toString();
    if (banner.version.isEmpty() || banner.text.isEmpty() || banner.covers.isEmpty())
        return std::unexpected(u"A banner is a JSON object with version, paragraphs and covers. Nothing was changed."_s);
    return banner;
}

AdminResult<Banner> builtInBanner()
{
    QFile file(u":/casebound/office/banner.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"The banner's draft is missing from the program."_s);
    return readBanner(file.readAll());
}

} // namespace casebound
